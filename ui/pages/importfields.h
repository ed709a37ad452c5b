// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/importfile.h"

#include <QVector>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace winnow {

class CutOffFields;

/// The fields of a file beside its mapping: what it holds, its dataset, where the images are, how the
/// responses were got. Those that do not matter for what it holds are hidden.
class ImportFields : public QWidget {
    Q_OBJECT
public:
    explicit ImportFields(QWidget* parent = nullptr);

    /// A file with a plan. The field that is edited keeps its cursor.
    void showFile(const ImportFile& file);
    /// The datasets that are offered.
    void setDatasets(const QStringList& names);
    ImportForm form() const;
    /// Gives the labels the width that other forms beside this one have.
    void setLabelWidth(int width);
    int labelWidth() const;

signals:
    void roleChosen(winnow::ImportRole role);
    void edited();

private:
    /// What is shown or hidden together.
    using Row = QVector<QWidget*>;

    void make();
    Row add(const QString& title, const QString& name, QWidget* field, QWidget* beside = nullptr);
    QWidget* makeBrowse();
    void connectFields();
    static void setShown(const Row& row, bool shown);

    QGridLayout* m_grid;
    QComboBox* m_role;
    QComboBox* m_dataset;
    QLineEdit* m_capability;
    QComboBox* m_scorer;
    CutOffFields* m_cutOffs;
    QLineEdit* m_images;
    QLineEdit* m_model;
    QComboBox* m_condition;
    QLineEdit* m_setting;
    QLineEdit* m_attempt;
    Row m_capabilityRow;
    /// Of known datasets only.
    Row m_knownRows;
    Row m_imagesRow;
    Row m_responseRows;
    bool m_filling = false;
};

} // namespace winnow
