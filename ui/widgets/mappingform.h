// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/fieldmapping.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QGridLayout;

namespace winnow {

class Text;

/// Which column of a file is which field: guessed, with the reason beside it, and editable.
class MappingForm : public QWidget {
    Q_OBJECT
public:
    explicit MappingForm(QWidget* parent = nullptr);

    void show(const FieldMapping& mapping, const QStringList& columns);
    /// As edited by the person.
    FieldMapping mapping() const { return m_mapping; }

signals:
    void edited();

private:
    void addField(const ImportField& field);
    QWidget* makeSingle(const ImportField& field);
    QWidget* makeMany(const ImportField& field);
    void setColumns(const QString& field, const QStringList& columns);

    FieldMapping m_mapping;
    QStringList m_columns;
    QHash<QString, Text*> m_reasons;
    QGridLayout* m_grid;
    int m_rows = 0;
};

/// The title of a field in the user's language.
QString importFieldTitle(const ImportField& field);

} // namespace winnow
