// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/datasetsettings.h"

#include <QDialog>
#include <QMap>

class QComboBox;
class QLineEdit;

namespace winnow {

class CutOffFields;
class Text;

/// What is set for the datasets of a project: one after the other, kept together.
class DatasetDialog : public QDialog {
    Q_OBJECT
public:
    /// Dataset id and field (see changeDatasetSetting()) to value.
    using Changes = QMap<std::pair<qint64, QString>, QString>;

    DatasetDialog(const QVector<DatasetSettings>& datasets, bool readOnly, QWidget* parent);

    /// What was changed.
    Changes changes() const;

private:
    void build(bool readOnly);
    void showDataset(int row);
    void take();

    QVector<DatasetSettings> m_before;
    QVector<DatasetSettings> m_datasets;
    int m_row = -1;
    bool m_filling = false;
    QComboBox* m_dataset;
    QComboBox* m_known;
    QLineEdit* m_capability;
    QComboBox* m_scorer;
    CutOffFields* m_cutOffs;
    Text* m_source;
};

} // namespace winnow
