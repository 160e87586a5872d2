// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QWidget>

class QLineEdit;

namespace synoptic::ui {

class PlainLabel;

/// What is said of the words while they are typed.
struct InlineJudgement
{
    bool isAcceptable = false;
    QString words; ///< how they are understood, or what is wrong with them
};

/// One line to change something where it stands: Enter takes it, Esc leaves it. Says under the field how the words are
/// understood.
class InlineEditor : public QWidget
{
    Q_OBJECT

public:
    using Judge = std::function<InlineJudgement(const QString&)>;

    explicit InlineEditor(QWidget* parent = nullptr);

    /// Opens with @p text selected; @p name is for assistive technology and the empty field.
    void begin(const QString& name, const QString& text, Judge judge);
    QLineEdit& field() { return *m_field; }
    QString judgement() const;

Q_SIGNALS:
    void accepted(const QString& text);
    void cancelled();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void judge();

    QLineEdit* m_field;
    PlainLabel* m_words;
    Judge m_judge;
    bool m_isAcceptable = false;
};

} // namespace synoptic::ui
