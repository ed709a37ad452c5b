// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapssection.h"

#include "ui/models/terms.h"
#include "ui/util/plainwidgets.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace winnow {

QString needText(const GapNeed& need)
{
    return QStringLiteral("%1. %2.").arg(sentenceText(need.missing), sentenceText(need.remedy));
}

GapsSection::GapsSection(Gap gap, QWidget* parent)
    : ChartSection(sentenceText(titleOf(gap)), parent)
    , m_gap(gap)
    , m_needs(new Text({}, TextSize::Body, Text::Tone::Muted))
{
    m_needs->setWordWrap(true);
    m_needs->setObjectName(gapId(gap) + QStringLiteral("Needs"));
    rows()->addWidget(m_needs);
    rows()->setSpacing(2 * kUnit);
}

TableCard* GapsSection::addTable(const QString& title, const char* name)
{
    auto* card = new TableCard(title, name);
    m_tables.append(card);
    // What is missing stands last.
    rows()->insertWidget(rows()->count() - 1, card);
    return card;
}

int GapsSection::offer(QComboBox* box, const QStringList& names, int usual)
{
    const QSignalBlocker quiet(box);
    const QString before = box->currentText();
    box->clear();
    for (const QString& name : names) {
        box->addItem(name);
        setTip(box, box->count() - 1, name);
    }
    const int at = int(names.indexOf(before));
    box->setCurrentIndex(at >= 0 ? at : qMin(usual, int(names.size()) - 1));
    box->setVisible(names.size() > 1);
    return box->currentIndex();
}

GapsSection::Lacking GapsSection::lacking(const GapsView& view) const
{
    for (const GapNeed& need : view.gaps.needs) {
        if (need.gap == m_gap) {
            return {QStringLiteral("insights"), sentenceText(need.missing),
                sentenceText(need.remedy) + QStringLiteral(".")};
        }
    }
    return {QStringLiteral("insights"), tr("Nothing was recorded for this"), {}};
}

void GapsSection::show(const GapsViewPtr& view)
{
    const bool told = fill(view);
    QStringList needs;
    for (const GapNeed& need : view->gaps.needs) {
        if (need.gap == m_gap) {
            needs.append(needText(need));
        }
    }
    if (!told) {
        for (TableCard* table : std::as_const(m_tables)) {
            table->show({});
        }
        for (qsizetype i = 0; i < cards().size(); ++i) {
            setShown(cards().at(i), i == 0);
        }
        say(cards().first(), {}, lacking(*view));
    }
    if (cards().first()->emptyState()->isVisibleTo(cards().first())) {
        // Which says the first.
        needs = needs.mid(1);
    }
    m_needs->setText(needs.join(u'\n'));
    m_needs->setVisible(!needs.isEmpty());
}

} // namespace winnow
