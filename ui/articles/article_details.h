// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QWidget>

#include "edits/changes.h"
#include "edits/timeline.h"
#include "ui/contradictions/flag_composer.h"

class QGridLayout;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace synoptic::ui {

class ChangeOffer;
class PlainLabel;

/// All that is known of one article, to be corrected: title, source, and the publication date with what speaks for it
/// and against other dates. A typed date shows which events and expressions of time it would move; it is taken
/// afterwards.
class ArticleDetails : public QWidget
{
    Q_OBJECT

public:
    explicit ArticleDetails(QWidget* parent = nullptr);

    /// Shows a snapshot; the article that was shown stays, by file.
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    void show(ArticleId article);
    /// The keyboard to the publication date.
    void beginRedate() const;
    /// The answer to previewRequested(). One that was not asked for, or not last, is left out.
    void setPreview(const edits::SetPublication& edit, const edits::Changes& changes);

    QLineEdit& titleField() const { return *m_title.field; }
    QLineEdit& sourceField() const { return *m_source.field; }
    QLineEdit& publishedField() const { return *m_published.field; }
    QToolButton& publishedReset() const { return *m_published.reset; }
    QTreeWidget& evidence() { return *m_evidence; }
    QTreeWidget& changes();
    QPushButton& takeButton();
    QPushButton& leaveButton();
    QString judgement() const;
    /// "3 events and 12 expressions of time would move"; empty: nothing is previewed.
    QString previewText() const;

Q_SIGNALS:
    void editRequested(const synoptic::edits::Edit& edit);
    void previewRequested(const synoptic::edits::SetPublication& edit);
    void passageActivated(const synoptic::ui::ChosenPassage& passage);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// A value that the program found and a person may overrule.
    struct Field
    {
        QLineEdit* field = nullptr;
        QToolButton* reset = nullptr; ///< back to what was found
    };

    Field addField(QGridLayout* grid, int row, const QString& name);
    void fill();
    void fillEvidence(const corpus::Article& article);
    void judge();
    void askForPreview();
    void closePreview();
    /// The typed date as EDTF; nothing if it names no days.
    std::optional<std::string> typedDate() const;
    const corpus::Article* shown() const;
    const corpus::Article* found() const;

    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    std::optional<ArticleId> m_article;
    std::string m_file;
    std::optional<edits::SetPublication> m_asked; // what the preview is about

    QStackedLayout* m_pages;
    PlainLabel* m_facts;
    Field m_title;
    Field m_source;
    Field m_published;
    PlainLabel* m_judgement;
    ChangeOffer* m_preview;
    PlainLabel* m_basis;
    QTreeWidget* m_evidence;
};

} // namespace synoptic::ui
