// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightsbenchmark.h"

#include "ui/charts/stackedbarchart.h"
#include "ui/pages/insightscharts.h"
#include "ui/util/format.h"
#include "ui/widgets/theme.h"

#include <QComboBox>

namespace winnow {

InsightsBenchmark::InsightsBenchmark(QWidget* parent)
    : InsightsSection(tr("Benchmark"), parent)
    , m_composition(new StackedBarChart)
    , m_review(new StackedBarChart)
{
    ChartCard* card
        = addCard(tr("What stays and what goes"), m_composition, "compositionCard", "composition");
    addCard(tr("Review"), m_review, "reviewCard", "review");
    m_partBy = addChoice(card, {tr("By dataset"), tr("By capability")}, tr("Parts"), "partBy");
}

int InsightsBenchmark::partBy() const
{
    return m_partBy->currentIndex();
}

void InsightsBenchmark::setPartBy(int index)
{
    m_partBy->setCurrentIndex(index);
}

void InsightsBenchmark::show(const InsightsView& view)
{
    InsightsCharts(view).fillComposition(m_composition, m_partBy->currentIndex() == 1);
    say(cards().at(0), {});
    showReview(view);
}

void InsightsBenchmark::showReview(const InsightsView& view)
{
    const Tokens& t = tokens();
    QVector<Bar> bars;
    NumberTable table;
    table.columns = {{tr("Dataset"), false, {}}, {tr("Flagged"), true, {}}, {tr("Reviewed"), true, {}},
        {tr("Waiting"), true, {}}, {tr("Share reviewed"), true, {}}};
    for (const ReviewedPart& part : view.review) {
        const qsizetype flagged = part.reviewed.size() + part.waiting.size();
        const double share = double(part.reviewed.size()) / double(flagged);
        const auto open = [&](const QString& what, const QVector<QVector<SampleId>>& samples) {
            return ClickThrough::toSamples(QStringLiteral("%1: %2").arg(part.dataset, what), samples);
        };
        const auto segment = [&](const QString& label, const QVector<SampleId>& samples, const QColor& color,
                                 BarPattern pattern) {
            return BarSegment{label, double(samples.size()), color, pattern,
                QStringLiteral("%1 · %2: %3").arg(part.dataset, label, formatCount(samples.size())),
                open(label, {samples})};
        };
        const ClickThrough all = open(tr("Flagged"), {part.reviewed, part.waiting});
        bars.append(
            {part.dataset, tr("%1 of %2").arg(formatCount(part.reviewed.size()), formatCount(flagged)),
                {segment(tr("Reviewed"), part.reviewed, t.accent, BarPattern::Plain),
                    segment(tr("Waiting"), part.waiting, t.borderStrong, BarPattern::Stripes)},
                all});
        const auto count = [](const QVector<SampleId>& samples, const ClickThrough& what) -> NumberCell {
            return {formatCount(samples.size()), samples.size(), {}, what, {}};
        };
        table.rows.append({{part.dataset, {}, {}, all, {}}, {formatCount(flagged), flagged, {}, all, {}},
            count(part.reviewed, open(tr("Reviewed"), {part.reviewed})),
            count(part.waiting, open(tr("Waiting"), {part.waiting})),
            {formatPercent(share), share, {}, {}, {}}});
    }
    m_review->setBars(bars, table);
    qsizetype reviewed = 0;
    qsizetype flagged = 0;
    for (const ReviewedPart& part : view.review) {
        reviewed += part.reviewed.size();
        flagged += part.reviewed.size() + part.waiting.size();
    }
    std::optional<Lacking> lacking;
    if (view.review.isEmpty()) {
        lacking = Lacking{QStringLiteral("audits"), tr("Nothing is flagged"),
            tr("Run the audits; what they flag waits here until somebody has decided on it."),
            Lacking::From::Audits};
    }
    say(cards().at(1),
        tr("%1 of %2 flagged samples have been decided on.").arg(formatCount(reviewed), formatCount(flagged)),
        lacking);
}

} // namespace winnow
