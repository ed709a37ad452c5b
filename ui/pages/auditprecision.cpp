// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditprecision.h"

#include "ui/models/auditopenings.h"
#include "ui/models/terms.h"
#include "ui/pages/appcontext.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/format.h"
#include "ui/widgets/datatable.h"

#include <QHBoxLayout>

#include <cmath>

namespace winnow {

namespace {

/// Between mean scores: less is no difference to speak of.
constexpr double kNoticeable = 0.02;

} // namespace

AuditPrecision::AuditPrecision(QWidget* parent)
    : Card(parent)
    , m_text(new Text({}, TextSize::Body))
    , m_review(new QPushButton(tr("Review until precise")))
{
    body()->addWidget(new Text(tr("Precision from decisions"), TextSize::Heading));
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("precisionText"));
    body()->addWidget(m_text);
    auto* table = new DataTable;
    table->setModel(&m_verdicts);
    table->setSorts();
    table->setWideColumn(0);
    table->setFitsRows(0);
    table->setObjectName(QStringLiteral("verdictTable"));
    table->setAccessibleName(tr("Flags by decision"));
    body()->addWidget(table);
    m_review->setObjectName(QStringLiteral("reviewUntilPrecise"));
    setTip(m_review,
        tr("Opens a random queue of this detector's open flags, so that the share confirmed "
           "is an unbiased estimate"));
    connect(m_review, &QPushButton::clicked, this, [this] { openClickThrough(this, m_queue); });
    auto* line = new QHBoxLayout;
    line->addWidget(m_review);
    line->addStretch(1);
    body()->addLayout(line);
}

void AuditPrecision::showDetector(const DetectorState& state)
{
    m_text->setText(sentences(state).join(u'\n'));
    m_verdicts.setTable(verdicts(state));
    m_queue = AuditOpenings::untilPrecise(state);
    m_review->setEnabled(!m_queue.isEmpty());
}

QStringList AuditPrecision::sentences(const DetectorState& state)
{
    const auto& flags = state.flags;
    const int more = state.reviewsUntilPrecise();
    QStringList lines;
    if (state.total() == 0) {
        lines.append(tr("No flags yet."));
    } else if (!state.precision()) {
        lines.append(tr("Nobody has decided on these flags yet."));
    } else if (flags.open == 0) {
        lines.append(tr("%1 of %Ln decided flags confirmed: %2", nullptr, int(state.decided()))
                         .arg(formatCount(flags.confirmed), formatPercent(state.precision())));
        lines.append(tr("No flag is open: the share is exact."));
    } else {
        const stats::Interval interval = state.precisionInterval();
        lines.append(tr("%1 of %Ln decided flags confirmed; of all %2: %3", nullptr, int(state.decided()))
                         .arg(formatCount(flags.confirmed), formatCount(state.population()),
                             formatPercentInterval(*state.precision(), interval.low, interval.high)));
        lines.append(howChosen(state));
        if (more == 0) {
            lines.append(tr("Precise to ±5 points."));
        }
    }
    if (more > 0) {
        lines.append(tr("%Ln more random reviews bring it to ±5 points.", nullptr, more));
    }
    if (flags.unsure > 0) {
        lines.append(tr("Unsure flags are left out: %1.").arg(formatCount(flags.unsure)));
    }
    return lines;
}

QString AuditPrecision::howChosen(const DetectorState& state)
{
    const auto& flags = state.flags;
    const bool differ = std::abs(flags.decidedScore - flags.openScore) >= kNoticeable;
    return (differ
            ? tr("How the decided ones were chosen is not recorded. Their mean score is %1, that of the "
                 "open ones %2: not a random draw, so the share of all flags may differ.")
            : tr("How the decided ones were chosen is not recorded. Their mean score is %1, that of the "
                 "open ones %2, which does not speak against a random draw."))
        .arg(formatNumber(flags.decidedScore, 2), formatNumber(flags.openScore, 2));
}

NumberTable AuditPrecision::verdicts(const DetectorState& state)
{
    const auto& flags = state.flags;
    NumberTable table;
    table.columns = {{tr("Decision"), false, {}}, {tr("Flags"), true, {}}};
    for (const auto& [flagState, count] :
        {std::pair(FlagState::Open, flags.open), std::pair(FlagState::Confirmed, flags.confirmed),
            std::pair(FlagState::Overridden, flags.overridden), std::pair(FlagState::Unsure, flags.unsure),
            std::pair(FlagState::Disputed, flags.disputed)}) {
        NumberCell title;
        title.text = flagStateTitle(flagState);
        NumberCell number;
        number.text = formatCount(count);
        number.value = count;
        if (count > 0) {
            number.open = AuditOpenings::ofFlags(state, {}, flagState);
        }
        table.rows.append({title, number});
    }
    return table;
}

} // namespace winnow
