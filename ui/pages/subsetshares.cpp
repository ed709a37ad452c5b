// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsetshares.h"

#include "ui/widgets/datatable.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace winnow {

SubsetShares::SubsetShares(SubsetController& controller, QWidget* parent)
    : Card(parent)
    , m_controller(controller)
    , m_table(new DataTable)
{
    setObjectName(QStringLiteral("subsetSharesCard"));
    auto* title = new Text(tr("Floors and quotas"), TextSize::Heading);
    auto* note = new Text(tr("How many samples of each are in the set at least and at most. Write a number "
                             "into a cell, or empty it."),
        TextSize::Small, Text::Tone::Muted);
    note->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("subsetSharesTable"));
    m_table->setAccessibleName(title->text());
    m_table->setModel(&m_model);
    m_table->setWideColumn(SubsetSharesModel::NameColumn);
    m_table->setFitsRows(8);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    auto* clear = new QPushButton(tr("Ask for nothing"));
    clear->setObjectName(QStringLiteral("subsetSharesClear"));
    body()->addWidget(title);
    body()->addWidget(note);
    body()->addWidget(m_table);
    body()->addWidget(clear, 0, Qt::AlignLeft);
    const auto ask = [this](const QVector<SubsetShare>& shares) {
        SubsetRequest request = m_controller.request();
        request.shares = shares;
        m_controller.setRequest(request);
    };
    connect(&m_model, &SubsetSharesModel::edited, this, [this, ask] { ask(m_model.shares()); });
    connect(clear, &QPushButton::clicked, this, [ask] { ask({}); });
}

SubsetShares::~SubsetShares()
{
    // The table goes after what it shows.
    m_table->setModel(nullptr);
}

void SubsetShares::show()
{
    if (m_controller.study() && m_controller.study() != m_shown) {
        m_shown = m_controller.study();
        m_model.setInput(m_shown->input());
    }
    m_model.setShares(m_controller.request().shares);
    m_table->updateGeometry();
}

} // namespace winnow
