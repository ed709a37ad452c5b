// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/modelnamesform.h"

#include "ui/widgets/basics.h"
#include "ui/widgets/mappingform.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace winnow {

ModelNamesForm::ModelNamesForm(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kUnit);
    column->addSpacing(kUnit);
    column->addWidget(new Text(tr("What the file calls models"), TextSize::Heading));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * kUnit);
    m_grid->setVerticalSpacing(kUnit / 2);
    m_grid->setColumnStretch(2, 1);
    column->addLayout(m_grid);
    hide();
}

void ModelNamesForm::show(const QStringList& names, const ModelMap& chosen, const QStringList& known)
{
    // What is edited keeps the focus while the page works out what follows from it.
    if (names == m_names && known == m_known && chosen == m_models) {
        return;
    }
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_names = names;
    m_known = known;
    m_models = chosen;
    for (const QString& theirs : names) {
        addRow(theirs, known);
    }
    setVisible(!names.isEmpty());
}

void ModelNamesForm::addRow(const QString& theirs, const QStringList& known)
{
    auto* box = new FormBox;
    box->setObjectName(QStringLiteral("model-") + theirs);
    box->setAccessibleName(theirs);
    box->setFixedWidth(MappingForm::fieldWidth());
    box->setEditable(true);
    box->addItems(known);
    box->setEditText(calledHere(theirs));
    auto* label = new Text(theirs);
    label->setBuddy(box);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(box, row, 1);
    connect(box, &QComboBox::currentTextChanged, this,
        [this, theirs](const QString& text) { setName(theirs, text.trimmed()); });
}

QString ModelNamesForm::calledHere(const QString& theirs) const
{
    for (const auto& [their, our] : m_models) {
        if (their == theirs) {
            return our;
        }
    }
    return theirs;
}

void ModelNamesForm::setName(const QString& theirs, const QString& ours)
{
    m_models.removeIf([&](const auto& pair) { return pair.first == theirs; });
    // An empty field is on its way to another name.
    if (!ours.isEmpty() && ours != theirs) {
        m_models.append({theirs, ours});
    }
    emit edited();
}

void ModelNamesForm::setLabelWidth(int width)
{
    m_grid->setColumnMinimumWidth(0, width);
}

int ModelNamesForm::labelWidth() const
{
    return isHidden() ? 0 : MappingForm::widestLabel(m_grid);
}

} // namespace winnow
