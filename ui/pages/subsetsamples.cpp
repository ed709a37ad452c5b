// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsetsamples.h"

#include "ui/models/tableroles.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/format.h"
#include "ui/widgets/datatable.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace winnow {

using Wanted = SubsetController::Wanted;

SubsetSamples::SubsetSamples(SubsetController& controller, QWidget* parent)
    : Card(parent)
    , m_controller(controller)
    , m_table(new DataTable)
    , m_title(new Text(tr("Samples of the set"), TextSize::Heading))
    , m_open(new QPushButton(tr("Show in Samples")))
    , m_in(new QPushButton(tr("Always in")))
    , m_out(new QPushButton(tr("Never in")))
{
    setObjectName(QStringLiteral("subsetSamplesCard"));
    m_sorted.setSourceModel(&m_model);
    m_table->setObjectName(QStringLiteral("subsetSamples"));
    m_table->setAccessibleName(m_title->text());
    m_table->setModel(&m_sorted);
    m_table->setSorts();
    m_table->setStretchColumn(SubsetSampleModel::WhyColumn);
    m_table->setFitsRows(10);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_open->setObjectName(QStringLiteral("subsetOpenSamples"));
    m_in->setObjectName(QStringLiteral("subsetMust"));
    m_out->setObjectName(QStringLiteral("subsetVeto"));
    auto* line = new QHBoxLayout;
    line->setSpacing(kUnit);
    line->addWidget(m_title, 1);
    for (QPushButton* button : {m_in, m_out, m_open}) {
        line->addWidget(button);
    }
    body()->addLayout(line);
    body()->addWidget(m_table);
    connect(m_table, &QWidget::customContextMenuRequested, this, &SubsetSamples::showMenu);
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        openClickThrough(m_table,
            index.siblingAtColumn(SubsetSampleModel::KeyColumn).data(OpenRole).value<ClickThrough>());
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        openClickThrough(
            m_open, ClickThrough::toSamples(tr("Samples of the set"), {m_controller.choice().samples()}));
    });
    connect(m_in, &QPushButton::clicked, this, [this] { want(Wanted::In); });
    connect(m_out, &QPushButton::clicked, this, [this] { want(Wanted::Out); });
    const auto enable = [this] {
        const bool any = m_table->selectionModel()->hasSelection();
        m_in->setEnabled(any);
        m_out->setEnabled(any);
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, enable);
    connect(&m_sorted, &QAbstractItemModel::modelReset, this, enable);
    enable();
}

SubsetSamples::~SubsetSamples()
{
    // The table goes after what it shows.
    m_table->setModel(nullptr);
}

void SubsetSamples::show()
{
    const SubsetChoice& choice = m_controller.choice();
    if (choice.study && choice.keys.isEmpty() && choice.size() > 0) {
        return; // the rest comes
    }
    m_model.setChoice(choice);
    m_open->setEnabled(choice.size() > 0);
    m_title->setText(choice.size() > 0 ? tr("Samples of the set: %1").arg(formatCount(choice.size()))
                                       : tr("Samples of the set"));
    m_table->updateGeometry();
}

QVector<SampleId> SubsetSamples::selected() const
{
    QVector<SampleId> samples;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        samples.append(SampleId{index.data(SubsetSampleModel::IdRole).toLongLong()});
    }
    return samples;
}

void SubsetSamples::want(Wanted wanted)
{
    if (const QVector<SampleId> samples = selected(); !samples.isEmpty()) {
        m_controller.want(samples, wanted);
    }
}

void SubsetSamples::showMenu(const QPoint& at)
{
    if (selected().isEmpty()) {
        return;
    }
    QMenu menu(this);
    menu.addAction(tr("Always in"), this, [this] { want(Wanted::In); });
    menu.addAction(tr("Never in"), this, [this] { want(Wanted::Out); });
    menu.addAction(tr("As the method says"), this, [this] { want(Wanted::Either); });
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

} // namespace winnow
