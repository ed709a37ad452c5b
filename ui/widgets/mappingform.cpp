// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mappingform.h"

#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QWheelEvent>

namespace winnow {

namespace {

class ColumnBox : public QComboBox {
protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

} // namespace

QString importFieldTitle(const ImportField& field)
{
    return QCoreApplication::translate("ImportField", field.title);
}

MappingForm::MappingForm(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * kUnit);
    m_grid->setVerticalSpacing(kUnit / 2);
    m_grid->setColumnStretch(2, 1);
}

void MappingForm::show(const FieldMapping& mapping, const QStringList& columns)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_reasons.clear();
    m_rows = 0;
    m_mapping = mapping;
    m_columns = columns;
    for (const ImportField& field : importFields()) {
        const bool wanted = mapping.role == ImportRole::Both
            || field.ofResponse == (mapping.role == ImportRole::Responses) || mapping.has(field.id);
        if (wanted) {
            addField(field);
        }
    }
}

void MappingForm::addField(const ImportField& field)
{
    auto* label = new Text(importFieldTitle(field));
    QWidget* editor = field.many ? makeMany(field) : makeSingle(field);
    editor->setObjectName(QStringLiteral("field-") + field.id);
    editor->setAccessibleName(importFieldTitle(field));
    label->setBuddy(editor);
    auto* reason = new Text(m_mapping.fields.value(field.id).reason, TextSize::Small, Text::Tone::Muted);
    reason->setWordWrap(true);
    m_reasons.insert(field.id, reason);
    m_grid->addWidget(label, m_rows, 0);
    m_grid->addWidget(editor, m_rows, 1);
    m_grid->addWidget(reason, m_rows, 2);
    ++m_rows;
}

QWidget* MappingForm::makeSingle(const ImportField& field)
{
    auto* box = new ColumnBox;
    box->setMinimumWidth(24 * kUnit);
    box->addItem(tr("(none)"), QString());
    for (const QString& column : std::as_const(m_columns)) {
        box->addItem(column, column);
    }
    const QString chosen = m_mapping.column(field.id);
    if (!chosen.isEmpty() && box->findData(chosen) < 0) {
        box->addItem(chosen, chosen);
    }
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
    connect(box, &QComboBox::activated, this, [this, box, id = field.id] {
        const QString column = box->currentData().toString();
        setColumns(id, column.isEmpty() ? QStringList{} : QStringList{column});
    });
    return box;
}

QWidget* MappingForm::makeMany(const ImportField& field)
{
    auto* button = new QPushButton;
    button->setMinimumWidth(24 * kUnit);
    auto* menu = new QMenu(button);
    const auto title = [](const QStringList& columns) {
        return columns.isEmpty() ? MappingForm::tr("(none)") : columns.join(QLatin1String(", "));
    };
    QStringList all = m_columns;
    for (const QString& column : m_mapping.columns(field.id)) {
        if (!all.contains(column)) {
            all.append(column);
        }
    }
    for (const QString& column : std::as_const(all)) {
        QAction* action = menu->addAction(plainCaption(column));
        action->setCheckable(true);
        action->setChecked(m_mapping.columns(field.id).contains(column));
        connect(action, &QAction::toggled, this, [this, button, title, column, id = field.id](bool on) {
            QStringList columns = m_mapping.columns(id);
            on ? columns.append(column) : void(columns.removeAll(column));
            setColumns(id, columns);
            setCaption(button, fontMetrics().elidedText(title(columns), Qt::ElideRight, 24 * kUnit));
        });
    }
    button->setMenu(menu);
    setCaption(
        button, fontMetrics().elidedText(title(m_mapping.columns(field.id)), Qt::ElideRight, 24 * kUnit));
    return button;
}

void MappingForm::setColumns(const QString& field, const QStringList& columns)
{
    if (columns.isEmpty()) {
        m_mapping.fields.remove(field);
    } else {
        m_mapping.fields.insert(field, {columns, 1, tr("chosen by you")});
    }
    if (Text* reason = m_reasons.value(field)) {
        reason->setText(columns.isEmpty() ? QString() : tr("chosen by you"));
    }
    emit edited();
}

} // namespace winnow
