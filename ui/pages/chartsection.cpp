// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chartsection.h"

#include "ui/util/clickthroughs.h"
#include "ui/widgets/elidingbox.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace winnow {

ChartSection::ChartSection(const QString& heading, QWidget* parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
    , m_grid(new QGridLayout)
{
    m_rows->setContentsMargins(0, kUnit, 0, 0);
    m_rows->setSpacing(kUnit);
    m_rows->addWidget(new Text(heading, TextSize::Heading));
    m_grid->setSpacing(2 * kUnit);
    m_rows->addLayout(m_grid);
}

ChartCard* ChartSection::addCard(const QString& title, Chart* chart, const char* name, const char* file)
{
    auto* card = new ChartCard(title, chart, QLatin1String(file));
    card->setObjectName(QLatin1String(name));
    card->setVisibleRows(40);
    m_cards.append(card);
    return card;
}

QComboBox* ChartSection::addChoice(
    ChartCard* card, const QStringList& choices, const QString& says, const char* name)
{
    auto* box = new ElidingBox;
    box->addItems(choices);
    box->setAccessibleName(says);
    box->setObjectName(QLatin1String(name));
    card->addControl(box);
    connect(box, &QComboBox::activated, this, &ChartSection::changed);
    return box;
}

void ChartSection::arrange(int columns)
{
    if (columns != m_columns) {
        m_columns = columns;
        place();
    }
}

void ChartSection::setShown(ChartCard* card, bool shown)
{
    if (m_away.contains(card) == shown) {
        if (shown) {
            m_away.remove(card);
        } else {
            m_away.insert(card);
        }
        card->setVisible(shown);
        place();
    }
}

void ChartSection::place()
{
    QVector<ChartCard*> shown;
    for (ChartCard* card : std::as_const(m_cards)) {
        m_grid->removeWidget(card);
        if (!m_away.contains(card)) {
            shown.append(card);
        }
    }
    const int columns = qMax(1, m_columns);
    for (int i = 0; i < shown.size(); ++i) {
        // The last one alone takes the whole row.
        const bool alone = i == shown.size() - 1 && i % columns == 0;
        m_grid->addWidget(shown.at(i), i / columns, i % columns, 1, alone ? columns : 1, Qt::AlignTop);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns > 1 ? 1 : 0);
}

void ChartSection::say(ChartCard* card, const QString& subtitle, const std::optional<Lacking>& lacking)
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
