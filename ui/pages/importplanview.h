// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QSplitter;

namespace winnow {

class ImportController;
class ImportFields;
class ImportPreviewTable;
struct ImportPlan;
class MappingButtons;
class MappingForm;
class ModelNamesForm;
class Text;

/// What a file would be imported as: notes, fields and mapping to be edited, and below them a preview that
/// stays in view.
class ImportPlanView : public QWidget {
    Q_OBJECT
public:
    explicit ImportPlanView(ImportController& import, QWidget* parent = nullptr);

    /// The file that is looked at, which has no report.
    void showFile();
    void showPreview();
    ImportFields* fields() const { return m_fields; }

private:
    QWidget* makeForm();
    QWidget* makeBelow();
    void connectForm();
    void showNotes();
    static QString notesOf(const ImportPlan& plan);
    void align();

    ImportController& m_import;
    Text* m_title;
    QPushButton* m_leaveOut;
    QPushButton* m_start;
    QSplitter* m_parts;
    QWidget* m_form;
    Text* m_notes;
    ImportFields* m_fields;
    MappingButtons* m_mappings;
    MappingForm* m_mapping;
    ModelNamesForm* m_models;
    ImportPreviewTable* m_preview;
    /// The file that the form is about.
    int m_shown = 0;
};

} // namespace winnow
