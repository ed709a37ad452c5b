// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablecard.h"

#include "ui/widgets/datatable.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace winnow {

namespace {

constexpr int kRows = 14;

} // namespace

TableCard::TableCard(const QString& title, const char* name, QWidget* parent)
    : Card(parent)
    , m_head(new QHBoxLayout)
    , m_note(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_table(new DataTable)
{
    m_head->setSpacing(kUnit);
    m_head->addWidget(new Text(title, TextSize::Heading), 1);
    body()->addLayout(m_head);
    m_note->setWordWrap(true);
    body()->addWidget(m_note);
    m_table->setObjectName(QLatin1String(name));
    m_table->setAccessibleName(title);
    m_table->setModel(&m_numbers);
    m_table->setSorts();
    m_table->setWideColumn(0);
    m_table->setFitsRows(kRows);
    m_table->keepColumns(QLatin1String(name));
    body()->addWidget(m_table);
    hide();
}

TableCard::~TableCard()
{
    // It goes after what it shows.
    m_table->setModel(nullptr);
}

void TableCard::show(const NumberTable& numbers, const QString& note)
{
    m_numbers.setTable(numbers);
    m_table->setWideColumn(0);
    m_table->updateGeometry();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    setVisible(!numbers.isEmpty());
}

void TableCard::addControl(QWidget* control)
{
    m_head->addWidget(control);
}

} // namespace winnow
