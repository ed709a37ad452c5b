// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightsimage.h"

#include "ui/models/terms.h"
#include "ui/pages/insightscharts.h"
#include "ui/util/format.h"
#include "ui/widgets/theme.h"

#include <cmath>

namespace winnow {

namespace {

NumberCell share(double value)
{
    return std::isfinite(value) ? NumberCell{formatPercent(value), value} : NumberCell{QStringLiteral("–")};
}

NumberCell count(qint64 n)
{
    return {formatCount(n), n};
}

} // namespace

InsightsImage::InsightsImage(QWidget* parent)
    : InsightsSection(tr("Image"), parent)
    , m_blind(new IntervalChart)
    , m_byCapability(new IntervalChart)
    , m_gain(new IntervalChart)
    , m_hits(new HistogramChart)
{
    addCard(tr("Blind rate"), m_blind, "blindCard", "blind-rate");
    addCard(tr("Blind models that are right"), m_hits, "hitsCard", "blind-hits");
    addCard(tr("Blind rate by capability"), m_byCapability, "blindCapabilityCard", "blind-by-capability");
    addCard(tr("Vision gain by capability"), m_gain, "gainCard", "vision-gain");
}

void InsightsImage::show(const InsightsView& view)
{
    InsightsCharts(view).fillBlind(m_blind);
    std::optional<Lacking> lacking;
    if (view.insights.blindBefore.n == 0) {
        lacking = Lacking{QStringLiteral("group-blind"), tr("The blind rate needs blind responses"),
            tr("Import responses of models that did not see the image (condition blind).")};
    }
    say(cards().at(0),
        tr("Mean score of the blind runs. A mark opens the samples that at least half of them get right."),
        lacking);
    showHits(view);
    showCapabilities(view);
}

void InsightsImage::showHits(const InsightsView& view)
{
    const BlindProfile& blind = view.blind;
    std::optional<Lacking> lacking;
    if (blind.models < 2) {
        lacking = Lacking{QStringLiteral("group-blind"), tr("A count needs two blind models"),
            tr("Import the responses of at least two models that did not see the image.")};
    } else {
        double expected = 0;
        double samples = 0;
        double above = 0;
        qsizetype reached = 0;
        for (int right = 0; right <= blind.models; ++right) {
            expected += right * blind.expected[size_t(right)];
            samples += blind.expected[size_t(right)];
            above += right >= blind.half ? blind.expected[size_t(right)] : 0;
            reached += right >= blind.half ? blind.hits.at(right).size() : 0;
        }
        HistogramChart::Look look;
        look.scoreTitle = tr("Blind models that are right");
        look.color = Theme::instance().flagGroupColor(FlagGroup::BlindlySolvable);
        look.chance = expected / samples;
        look.chanceTitle = tr("by guessing %1").arg(formatNumber(expected / samples, 1));
        for (const QVector<SampleId>& bin : view.hits.samples) {
            const auto right = qsizetype(look.open.size());
            look.open.append(
                ClickThrough::toSamples(tr("%n blind models are right", nullptr, int(right)), {bin}));
        }
        m_hits->setHistogram(view.hits.histogram, look, blind.half);
        say(cards().at(1),
            tr("Of the samples that all %1 answered, %2 are right for at least half (the line); by guessing "
               "alone it would be %3.")
                .arg(tr("%n blind models", nullptr, blind.models), formatCount(reached),
                    formatNumber(above, above < 10 ? 1 : 0)));
        return;
    }
    say(cards().at(1), {}, lacking);
}

void InsightsImage::showCapabilities(const InsightsView& view)
{
    QVector<IntervalRow> rates, gains;
    NumberTable rateTable, gainTable;
    rateTable.columns = {{tr("Capability"), false, {}}, {tr("Before"), true, {}}, {tr("After"), true, {}},
        {tr("Guessing before"), true, {}}, {tr("Guessing after"), true, {}}, {tr("n before"), true, {}},
        {tr("n after"), true, {}}};
    gainTable.columns = {{tr("Capability"), false, {}}, {tr("Before"), true, tr("Percentage points")},
        {tr("After"), true, tr("Percentage points")}, {tr("n before"), true, {}}, {tr("n after"), true, {}}};
    const auto point = [](const QString& what, const stats::ClusteredMean& mean,
                           const ClickThrough& open) -> std::optional<IntervalPoint> {
        if (mean.n == 0) {
            return std::nullopt;
        }
        return IntervalPoint{mean.mean, mean.interval.low, mean.interval.high,
            tr("%1: %2\n95% interval %3 to %4\nn = %5")
                .arg(what, formatPercent(mean.mean), formatPercent(mean.interval.low),
                    formatPercent(mean.interval.high), formatCount(mean.n)),
            open};
    };
    for (const BlindCapability& each : view.blind.capabilities) {
        const QString name = each.capability.isEmpty() ? tr("(none)") : each.capability;
        const ClickThrough open = ClickThrough::toSamples(
            tr("%1: right without the image for at least half of the blind runs").arg(name), {each.solved});
        const auto mean = [](const Rate& rate) {
            return stats::ClusteredMean{rate.value, rate.interval, 0, int(rate.n), int(rate.n)};
        };
        rates.append({name, point(tr("%1, before").arg(name), mean(each.before), open),
            point(tr("%1, after").arg(name), mean(each.after), open),
            tr("guessing %1").arg(formatPercent(each.chance)), false, open});
        rateTable.rows.append({{name, {}, {}, open, {}}, share(each.before.value), share(each.after.value),
            share(each.chance), share(each.chanceAfter), count(each.before.n), count(each.after.n)});
        if (each.gainBefore.n > 0) {
            gains.append({name, point(tr("%1, before").arg(name), each.gainBefore, {}),
                point(tr("%1, after").arg(name), each.gainAfter, {}), {}});
            gainTable.rows.append({{name}, share(each.gainBefore.mean), share(each.gainAfter.mean),
                count(each.gainBefore.n), count(each.gainAfter.n)});
        }
    }
    const IntervalChart::Labels labels{tr("Before"), tr("After"), {}};
    m_byCapability->setAxis(0, 0.5, true);
    m_byCapability->setRows(rates, labels, rateTable);
    m_gain->setAxis(0, 0.5, true);
    m_gain->setRows(gains, labels, gainTable);
    std::optional<Lacking> noBlind, noGain;
    if (rates.isEmpty()) {
        noBlind = Lacking{QStringLiteral("group-blind"), tr("The blind rate needs blind responses"),
            tr("Import responses of models that did not see the image (condition blind).")};
    }
    if (gains.isEmpty()) {
        noGain = Lacking{QStringLiteral("group-blind"), tr("The gain needs a model both ways"),
            tr("Import the responses of one model with the image and without it (condition blind).")};
    }
    say(cards().at(2), tr("Mean score of the blind runs with its 95% interval."), noBlind);
    say(cards().at(3),
        tr("Score with the image less without it, in points: the mean over the models that have both. After: "
           "the samples that the policy keeps as they are."),
        noGain);
}

} // namespace winnow
