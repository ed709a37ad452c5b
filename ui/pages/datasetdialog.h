// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/datasetedits.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace winnow {

class CutOffFields;
class PromptFields;
class Text;

/// What the datasets of a project are called and what is set for them: one after the other, kept together.
class DatasetDialog : public QDialog {
    Q_OBJECT
public:
    DatasetDialog(const QVector<EditableDataset>& datasets, bool readOnly, QWidget* parent);

    /// What is to be otherwise.
    DatasetEdits edits() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildForm(QFormLayout* form);
    void buildButtons();
    void showDataset(int row);
    void growToFit();
    void showName();
    /// Why a dataset cannot be called what it is called now; empty = it can.
    QString nameProblem(int row) const;
    void take();
    void takeScorer();
    /// Asks, and accepts the dialog when the dataset that is shown is to go.
    void remove();

    QVector<EditableDataset> m_before;
    QVector<EditableDataset> m_datasets;
    QVector<bool> m_rescored;
    DatasetId m_removed;
    bool m_readOnly;
    int m_row = -1;
    bool m_filling = false;
    QComboBox* m_dataset;
    QLineEdit* m_name;
    Text* m_nameNote;
    QComboBox* m_known;
    QLineEdit* m_capability;
    QComboBox* m_scorer;
    Text* m_reason;
    QCheckBox* m_rescore;
    CutOffFields* m_cutOffs;
    PromptFields* m_prompt;
    Text* m_source;
    QPushButton* m_save = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace winnow
