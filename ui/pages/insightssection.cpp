// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightssection.h"

#include "ui/util/clickthroughs.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow {

InsightsSection::InsightsSection(const QString& heading, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kUnit, 0, 0);
    layout->setSpacing(kUnit);
    layout->addWidget(new Text(heading, TextSize::Heading));
    m_grid->setSpacing(2 * kUnit);
    layout->addLayout(m_grid);
}

ChartCard* InsightsSection::addCard(const QString& title, Chart* chart, const char* name, const char* file)
{
    auto* card = new ChartCard(title, chart, QLatin1String(file));
    card->setObjectName(QLatin1String(name));
    card->setVisibleRows(40);
    m_cards.append(card);
    return card;
}

QComboBox* InsightsSection::addChoice(
    ChartCard* card, const QStringList& choices, const QString& says, const char* name)
{
    auto* box = new QComboBox;
    box->addItems(choices);
    box->setAccessibleName(says);
    box->setObjectName(QLatin1String(name));
    card->addControl(box);
    connect(box, &QComboBox::activated, this, &InsightsSection::changed);
    return box;
}

void InsightsSection::arrange(int columns)
{
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    for (int i = 0; i < m_cards.size(); ++i) {
        // The last one alone takes the whole row.
        const bool alone = i == m_cards.size() - 1 && i % columns == 0;
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns, 1, alone ? columns : 1, Qt::AlignTop);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns > 1 ? 1 : 0);
}

void InsightsSection::say(ChartCard* card, const QString& subtitle, const std::optional<Lacking>& lacking)
{
    card->emptyState()->clearActions();
    if (lacking) {
        card->emptyState()->set(lacking->icon, lacking->title, lacking->text);
        const bool audits = lacking->from == Lacking::From::Audits;
        const QString page = audits ? QStringLiteral("audits") : QStringLiteral("import");
        card->emptyState()->addAction(audits ? tr("Run audits") : tr("Import responses"),
            [this, page] { openClickThrough(this, ClickThrough::toPage(page)); });
    }
    card->setSubtitle(lacking ? QString() : subtitle);
    card->showEmpty(lacking.has_value());
    card->refresh();
}

} // namespace winnow
