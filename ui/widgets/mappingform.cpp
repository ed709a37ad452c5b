// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mappingform.h"

#include "ui/models/terms.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QMenu>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace winnow {

namespace {

/// Looks like the boxes beside it; its list is a menu of which several can be checked.
class ColumnsBox : public FormBox {
public:
    explicit ColumnsBox()
        : m_menu(new QMenu(this))
    {
        addItem(QString());
    }
    QMenu* menu() const { return m_menu; }
    void setCaptionText(const QString& text)
    {
        constexpr int kArrow = 5 * kUnit;
        setItemText(0, fontMetrics().elidedText(text, Qt::ElideRight, MappingForm::fieldWidth() - kArrow));
    }
    void showPopup() override
    {
        m_menu->setMinimumWidth(width());
        m_menu->popup(mapToGlobal(rect().bottomLeft()));
    }

private:
    QMenu* m_menu;
};

void clearGrid(QGridLayout* grid)
{
    while (QLayoutItem* item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QGridLayout* newGrid()
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * kUnit);
    grid->setVerticalSpacing(kUnit / 2);
    grid->setColumnStretch(2, 1);
    return grid;
}

QString chosenByYou()
{
    return sentenceText(Sentence::of("chosen by you"));
}

} // namespace

void FormBox::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

QString importFieldTitle(const ImportField& field)
{
    return QCoreApplication::translate("ImportField", field.title);
}

MappingForm::MappingForm(QWidget* parent)
    : QWidget(parent)
    , m_grid(newGrid())
    , m_conditionGrid(newGrid())
    , m_conditionTitle(new Text(tr("What the file calls conditions"), TextSize::Heading))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kUnit);
    column->addLayout(m_grid);
    column->addSpacing(kUnit);
    column->addWidget(m_conditionTitle);
    column->addLayout(m_conditionGrid);
    m_conditionTitle->hide();
}

int MappingForm::fieldWidth()
{
    return 34 * kUnit;
}

void MappingForm::show(const FieldMapping& mapping, const QStringList& columns)
{
    // What is edited keeps the focus while the page works out what follows from it.
    if (m_rows > 0 && columns == m_columns && mapping.toJson() == m_mapping.toJson()) {
        return;
    }
    clearGrid(m_grid);
    m_reasons.clear();
    m_rows = 0;
    m_mapping = mapping;
    m_columns = columns;
    for (const ImportField& field : importFields()) {
        const bool wanted = mapping.role == ImportRole::Both
            || field.ofResponse == (mapping.role == ImportRole::Responses) || mapping.has(field.field)
            || field.field == Field::Index;
        if (wanted) {
            addField(field);
        }
    }
}

void MappingForm::clearConditions()
{
    clearGrid(m_conditionGrid);
    m_words.clear();
    m_conditionTitle->hide();
}

void MappingForm::showConditions(const QStringList& words, const ConditionMap& chosen)
{
    const auto chosenFor = [&](const QString& word) {
        QString id;
        for (const auto& [theirs, ours] : chosen) {
            id = theirs == word ? ours : id;
        }
        return id;
    };
    bool wanted = false;
    for (const QString& word : words) {
        wanted = wanted || !readCondition(word).known || !chosenFor(word).isEmpty();
    }
    if (wanted && words == m_words && chosen == m_conditions) {
        return;
    }
    clearConditions();
    m_conditions = chosen;
    if (!wanted) {
        return;
    }
    m_words = words;
    m_conditionTitle->show();
    for (int row = 0; row < words.size(); ++row) {
        const QString& word = words.at(row);
        const ConditionReading reading = readCondition(word);
        const QString known = chosenFor(word);
        auto* box = new FormBox;
        box->setObjectName(QStringLiteral("condition-") + word);
        box->setAccessibleName(word);
        box->setFixedWidth(fieldWidth());
        for (const Condition condition : kConditions) {
            box->addItem(conditionTitle(condition), int(condition));
        }
        const Condition now
            = known.isEmpty() ? reading.condition : conditionFromId(known).value_or(reading.condition);
        box->setCurrentIndex(box->findData(int(now)));
        auto* reason = new Text(!known.isEmpty() ? chosenByYou()
                : reading.known                  ? QString()
                                : tr("not known: kept as the setting of the run, unless you choose"),
            TextSize::Small, Text::Tone::Muted);
        reason->setWordWrap(true);
        auto* label = new Text(word);
        label->setBuddy(box);
        m_conditionGrid->addWidget(label, row, 0);
        m_conditionGrid->addWidget(box, row, 1);
        m_conditionGrid->addWidget(reason, row, 2);
        connect(box, &QComboBox::activated, this, [this, box, reason, word] {
            reason->setText(chosenByYou());
            setCondition(word, Condition(box->currentData().toInt()));
        });
    }
    setLabelWidth(m_grid->columnMinimumWidth(0));
}

void MappingForm::setCondition(const QString& word, Condition condition)
{
    m_conditions.removeIf([&](const auto& pair) { return pair.first == word; });
    m_conditions.append({word, conditionId(condition)});
    emit conditionsEdited();
}

void MappingForm::setLabelWidth(int width)
{
    m_grid->setColumnMinimumWidth(0, width);
    m_conditionGrid->setColumnMinimumWidth(0, width);
}

int MappingForm::widestLabel(const QGridLayout* grid)
{
    int widest = 0;
    for (int row = 0; row < grid->rowCount(); ++row) {
        if (const QLayoutItem* item = grid->itemAtPosition(row, 0)) {
            widest = qMax(widest, item->widget()->sizeHint().width());
        }
    }
    return widest;
}

int MappingForm::labelWidth() const
{
    return qMax(widestLabel(m_grid), widestLabel(m_conditionGrid));
}

void MappingForm::addField(const ImportField& field)
{
    auto* label = new Text(importFieldTitle(field));
    QWidget* editor = field.many ? makeMany(field) : makeSingle(field);
    editor->setObjectName(QStringLiteral("field-") + field.id);
    editor->setAccessibleName(importFieldTitle(field));
    label->setBuddy(editor);
    auto* reason = new Text(
        sentenceText(m_mapping.fields.value(field.field).reason), TextSize::Small, Text::Tone::Muted);
    reason->setWordWrap(true);
    m_reasons.insert(field.field, reason);
    m_grid->addWidget(label, m_rows, 0);
    m_grid->addWidget(editor, m_rows, 1);
    m_grid->addWidget(reason, m_rows, 2);
    ++m_rows;
}

QWidget* MappingForm::makeSingle(const ImportField& field)
{
    auto* box = new FormBox;
    box->setFixedWidth(fieldWidth());
    box->addItem(tr("(none)"), QString());
    for (const QString& column : std::as_const(m_columns)) {
        box->addItem(column, column);
    }
    const QString chosen = m_mapping.column(field.field);
    if (!chosen.isEmpty() && box->findData(chosen) < 0) {
        box->addItem(chosen, chosen);
    }
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
    connect(box, &QComboBox::activated, this, [this, box, id = field.field] {
        const QString column = box->currentData().toString();
        setColumns(id, column.isEmpty() ? QStringList{} : QStringList{column});
    });
    return box;
}

QWidget* MappingForm::makeMany(const ImportField& field)
{
    auto* box = new ColumnsBox;
    box->setFixedWidth(fieldWidth());
    const auto title = [](const QStringList& columns) {
        return columns.isEmpty() ? MappingForm::tr("(none)") : columns.join(QLatin1String(", "));
    };
    QStringList all = m_columns;
    for (const QString& column : m_mapping.columns(field.field)) {
        if (!all.contains(column)) {
            all.append(column);
        }
    }
    for (const QString& column : std::as_const(all)) {
        QAction* action = box->menu()->addAction(plainCaption(column));
        action->setCheckable(true);
        action->setChecked(m_mapping.columns(field.field).contains(column));
        connect(action, &QAction::toggled, this, [this, box, title, column, id = field.field](bool on) {
            QStringList columns = m_mapping.columns(id);
            on ? columns.append(column) : void(columns.removeAll(column));
            setColumns(id, columns);
            box->setCaptionText(title(columns));
        });
    }
    box->setCaptionText(title(m_mapping.columns(field.field)));
    return box;
}

void MappingForm::setColumns(Field field, const QStringList& columns)
{
    m_mapping.choose(field, columns);
    if (Text* reason = m_reasons.value(field)) {
        reason->setText(columns.isEmpty() ? QString() : chosenByYou());
    }
    emit edited();
}

} // namespace winnow
