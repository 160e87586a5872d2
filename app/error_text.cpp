// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/error_text.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace synoptic::app {
namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

QString errorText(const Error& error, const QString& name)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
        return ErrorText::tr("Stopped.");
    case ErrorCode::NotFound:
        return ErrorText::tr("“%1” is not there. It may have been moved or renamed; open it from its new place.")
            .arg(name);
    case ErrorCode::AccessDenied:
        return ErrorText::tr("“%1” may not be read. Ask its owner for permission, or copy it to a folder of yours.")
            .arg(name);
    case ErrorCode::NotRegular:
        return ErrorText::tr("“%1” is not a folder. Open the folder that holds the articles.").arg(name);
    case ErrorCode::WriteFailed:
        return ErrorText::tr("“%1” could not be written, and nothing was changed. Choose another place, or make room "
                             "on the disk. (%2)")
            .arg(name, QString::fromStdString(error.detail));
    case ErrorCode::InvalidArgument:
        return ErrorText::tr("“%1” cannot be made in this size. Choose a smaller one, or SVG.").arg(name);
    default:
        return ErrorText::tr("“%1” could not be read. (%2)").arg(name, QString::fromStdString(error.detail));
    }
}

QString shownPath(const std::string& path)
{
    const QString text = QFile::decodeName(QByteArray::fromStdString(path));
    QString shown;
    for (const QChar character : text) {
        const bool directs = character.category() == QChar::Other_Format;
        if (directs || character.category() == QChar::Other_Control)
            shown += u"\\u%1"_s.arg(static_cast<int>(character.unicode()), 4, 16, QChar(u'0'));
        else
            shown += character;
    }
    return shown;
}

QString shownName(const std::string& path)
{
    return shownPath(path.substr(path.rfind('/') + 1));
}

} // namespace synoptic::app
