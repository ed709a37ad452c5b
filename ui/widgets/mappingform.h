// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/condition.h"
#include "core/import/fieldmapping.h"

#include <QComboBox>
#include <QHash>
#include <QWidget>

class QGridLayout;

namespace winnow {

class Text;

/// A box in a form that scrolls: the wheel scrolls the form and changes nothing in passing.
class FormBox : public QComboBox {
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override;
};

/// Which column of a file is which field, and which condition its words stand for: guessed, with the reason
/// beside it, and editable.
class MappingForm : public QWidget {
    Q_OBJECT
public:
    /// What a file calls a condition, and the id of ours.
    using ConditionMap = QVector<std::pair<QString, QString>>;

    explicit MappingForm(QWidget* parent = nullptr);

    void show(const FieldMapping& mapping, const QStringList& columns);
    /// Lists the file's words for conditions where one of them is not known or was chosen before.
    void showConditions(const QStringList& words, const ConditionMap& chosen);
    /// As edited by the person.
    FieldMapping mapping() const { return m_mapping; }
    ConditionMap conditions() const { return m_conditions; }
    /// Gives the labels the width that other forms beside this one have.
    void setLabelWidth(int width);
    int labelWidth() const;

    /// Of a form whose labels stand in the first column.
    static int widestLabel(const QGridLayout* grid);
    /// The width of every field of an import.
    static int fieldWidth();

signals:
    void edited();
    void conditionsEdited();

private:
    void addField(const ImportField& field);
    QWidget* makeSingle(const ImportField& field);
    QWidget* makeMany(const ImportField& field);
    void setColumns(Field field, const QStringList& columns);
    void setCondition(const QString& word, Condition condition);
    void clearConditions();

    FieldMapping m_mapping;
    ConditionMap m_conditions;
    QStringList m_words;
    QStringList m_columns;
    QMap<Field, Text*> m_reasons;
    QGridLayout* m_grid;
    QGridLayout* m_conditionGrid;
    Text* m_conditionTitle;
    int m_rows = 0;
};

/// The title of a field in the user's language.
QString importFieldTitle(const ImportField& field);

} // namespace winnow
