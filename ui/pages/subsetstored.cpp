// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsetstored.h"

#include "ui/pages/subsettables.h"
#include "ui/util/clickthroughs.h"
#include "ui/widgets/datatable.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace winnow {

SubsetStored::SubsetStored(SubsetController& controller, QWidget* parent)
    : Card(parent)
    , m_controller(controller)
    , m_none(new Text(tr("None yet. Name the set that is shown and save it: Compare, Models, Insights and "
                         "Export then take it."),
          TextSize::Body, Text::Tone::Muted))
    , m_table(new DataTable)
    , m_actions(nullptr)
    , m_name(new QLineEdit)
    , m_rename(new QPushButton(tr("Rename")))
{
    setObjectName(QStringLiteral("subsetStoredCard"));
    auto* title = new Text(tr("Stored subsets"), TextSize::Heading);
    m_table->setObjectName(QStringLiteral("subsetStored"));
    m_table->setAccessibleName(title->text());
    m_table->setModel(&m_model);
    m_table->setSorts();
    m_table->setWideColumn(0);
    m_table->setFitsRows(8);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_none->setWordWrap(true);
    m_actions = buildActions();
    body()->addWidget(title);
    body()->addWidget(m_none);
    body()->addWidget(m_table);
    body()->addWidget(m_actions);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SubsetStored::showChosen);
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this] { emit opened(chosen()); });
    show();
}

SubsetStored::~SubsetStored()
{
    // The table goes after what it shows.
    m_table->setModel(nullptr);
}

QWidget* SubsetStored::buildActions()
{
    auto* actions = new QWidget;
    auto* line = new QHBoxLayout(actions);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kUnit);
    const auto add = [&](const QString& title, const char* name, const QString& tip, auto action) {
        auto* button = new QPushButton(title);
        button->setObjectName(QLatin1String(name));
        setTip(button, tip);
        line->addWidget(button);
        connect(button, &QPushButton::clicked, this, action);
        return button;
    };
    m_ofAny.append(add(tr("Open"), "subsetOpen", tr("Asks for the same again: method, budget, seed, samples"),
        [this] { emit opened(chosen()); }));
    m_ofAny.append(add(tr("Samples"), "subsetStoredSamples", tr("Shows its samples"), [this] {
        SampleFilter filter;
        filter.subsets = {chosen()};
        openClickThrough(this, ClickThrough::toSamples(filter));
    }));
    m_ofAny.append(add(tr("Export…"), "subsetExport", tr("Opens Export with it chosen"),
        [this] { emit exportAsked(chosen()); }));
    m_writes.append(add(tr("Remove"), "subsetRemove", tr("The samples stay; it can be undone"),
        [this] { m_controller.shelf()->remove(chosen()); }));
    line->addStretch(1);
    m_name->setObjectName(QStringLiteral("subsetNewName"));
    m_name->setAccessibleName(tr("New name"));
    m_name->setMaximumWidth(30 * kUnit);
    m_rename->setObjectName(QStringLiteral("subsetRename"));
    line->addWidget(m_name);
    line->addWidget(m_rename);
    connect(m_name, &QLineEdit::textChanged, this, &SubsetStored::showChosen);
    connect(m_name, &QLineEdit::returnPressed, m_rename, &QPushButton::click);
    connect(m_rename, &QPushButton::clicked, this, [this] {
        const QString from = chosen();
        const QString to = m_name->text().trimmed();
        m_wanted = to;
        m_controller.shelf()->rename(from, to);
    });
    return actions;
}

QString SubsetStored::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.first().data(NumberTableModel::ValueRole).toString();
}

void SubsetStored::show()
{
    const QString before = chosen();
    const bool any = !m_controller.shelf()->stored().isEmpty();
    m_none->setVisible(!any);
    m_table->setVisible(any);
    m_actions->setVisible(any);
    m_model.setTable(subsetStoredTable(m_controller.shelf()->stored(), m_controller.shelf()->ages()));
    m_table->setWideColumn(0);
    m_table->updateGeometry();
    if (!choose(m_wanted)) {
        choose(before);
    }
    showChosen();
}

void SubsetStored::select(const QString& name)
{
    m_wanted = name;
    show();
}

bool SubsetStored::choose(const QString& name)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.index(row, 0).data(NumberTableModel::ValueRole).toString() == name) {
            m_table->selectRow(row);
            m_wanted.clear();
            return true;
        }
    }
    return false;
}

void SubsetStored::showChosen()
{
    const QString name = chosen();
    if (sender() != m_name) {
        m_name->setText(name);
    }
    const bool writes = !m_controller.shelf()->isReadOnly();
    for (QPushButton* button : m_ofAny) {
        button->setEnabled(!name.isEmpty());
    }
    for (QPushButton* button : m_writes) {
        button->setEnabled(!name.isEmpty() && writes);
    }
    m_name->setEnabled(!name.isEmpty() && writes);
    const QString other = m_name->text().trimmed();
    m_rename->setEnabled(!name.isEmpty() && writes && !other.isEmpty() && other != name);
}

} // namespace winnow
