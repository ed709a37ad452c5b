// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightscharts.h"

#include "ui/models/terms.h"
#include "ui/pages/policypicker.h"
#include "ui/util/format.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

#include <cmath>

namespace winnow {

namespace {

QString tr(const char* text, const char* note = nullptr, int count = -1)
{
    // lupdate files free functions under their namespace.
    return QCoreApplication::translate("winnow", text, note, count);
}

QString samplesText(qint64 count)
{
    return tr("%Ln samples", nullptr, int(count));
}

/// Textures tell the groups apart without their hue.
BarPattern patternOf(FlagGroup group)
{
    switch (group) {
    case FlagGroup::Label:
    case FlagGroup::ImageQuality:
        return BarPattern::Stripes;
    case FlagGroup::McqBias:
    case FlagGroup::Discrimination:
        return BarPattern::Dots;
    case FlagGroup::ImportDamage:
    case FlagGroup::Transform:
        return BarPattern::Outline;
    case FlagGroup::BlindlySolvable:
    case FlagGroup::Duplicates:
        break;
    }
    return BarPattern::Plain;
}

/// The class of a fate: one stretch of the bar and one column of the table.
struct FateClass {
    QString label;
    QColor color;
    BarPattern pattern = BarPattern::Plain;
    /// Drawn in this order.
    int order = 0;
};

FateClass classOf(const Fate& fate)
{
    const Tokens& t = tokens();
    if (fate.disposition == Disposition::Keep) {
        return {tr("Kept"), t.borderStrong, BarPattern::Plain, 0};
    }
    if (fate.disposition != Disposition::Drop) {
        return {dispositionTitle(fate.disposition), t.textMuted, BarPattern::Dots, int(fate.disposition)};
    }
    if (fate.reason == kOutsideSubset) {
        return {reasonTitle(fate.reason), t.border, BarPattern::Outline, 101};
    }
    if (!flagKindById(fate.reason)) {
        return {tr("Dropped by a person"), t.text, BarPattern::Outline, 100};
    }
    const FlagGroup group = flagGroupOfKind(fate.reason);
    return {flagGroupName(group), Theme::instance().flagGroupColor(group), patternOf(group), 10 + int(group)};
}

NumberCell countCell(qint64 count, const ClickThrough& open)
{
    return {formatCount(count), count, {}, count > 0 ? open : ClickThrough(), {}};
}

NumberCell rateCell(const Rate& rate, const ClickThrough& open)
{
    if (rate.n == 0) {
        return {QStringLiteral("–"), {}, {}, {}, {}};
    }
    return {
        formatPercentInterval(rate.value, rate.interval.low, rate.interval.high), rate.value, {}, open, {}};
}

NumberCell rankCell(int rank)
{
    return {rank ? formatCount(rank) : QStringLiteral("–"), rank ? QVariant(rank) : QVariant(), {}, {}, {}};
}

QString rateTip(const QString& what, const Rate& rate, bool percent)
{
    const auto text = [&](double value) { return percent ? formatPercent(value) : formatNumber(value, 3); };
    return tr("%1: %2\n95% interval %3 to %4\n%5, missing %6, unread %7")
        .arg(what, text(rate.value), text(rate.interval.low), text(rate.interval.high),
            tr("n = %1").arg(formatCount(rate.n)), formatCount(rate.missing), formatCount(rate.unread));
}

std::optional<IntervalPoint> pointOf(
    const Rate& rate, const QString& what, bool percent, const ClickThrough& open)
{
    if (rate.n == 0) {
        return std::nullopt;
    }
    return IntervalPoint{
        rate.value, rate.interval.low, rate.interval.high, rateTip(what, rate, percent), open};
}

IntervalChart::Labels labels(const QString& notes)
{
    return {InsightsCharts::tr("Before"), InsightsCharts::tr("After"), notes};
}

NumberTable rateTable(
    const QVector<QPair<QString, Rate>>& rows, bool percent, const QVector<ClickThrough>& opens)
{
    NumberTable table;
    table.columns = {{QString(), false, {}}, {tr("Value"), true, {}}, {tr("Low (95%)"), true, {}},
        {tr("High (95%)"), true, {}}, {tr("n"), true, {}}, {tr("Missing"), true, {}}};
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Rate& rate = rows.at(i).second;
        const auto cell = [&](double value, const ClickThrough& open) -> NumberCell {
            if (rate.n == 0) {
                return {QStringLiteral("–"), {}, {}, {}, {}};
            }
            return {percent ? formatPercent(value) : formatNumber(value, 3), value, {}, open, {}};
        };
        table.rows.append({{rows.at(i).first, {}, {}, {}, {}}, cell(rate.value, opens.value(i)),
            cell(rate.interval.low, {}), cell(rate.interval.high, {}), countCell(rate.n, {}),
            countCell(rate.missing, {})});
    }
    return table;
}

using Lists = QVector<QVector<SampleId>>;

qint64 countOf(const Lists& lists)
{
    qint64 count = 0;
    for (const auto& list : lists) {
        count += list.size();
    }
    return count;
}

} // namespace

QString rankChangeText(int before, int after)
{
    if (before == 0 || after == 0) {
        return QStringLiteral("–");
    }
    const int up = before - after;
    const QString change = up > 0 ? QStringLiteral(" ▲%1").arg(up)
        : up < 0                  ? QStringLiteral(" ▼%1").arg(-up)
                                  : QStringLiteral(" =");
    return QStringLiteral("%1 → %2%3").arg(before).arg(after).arg(change);
}

QString unrankedText(const ModelShift& model)
{
    if (model.answeredBefore == 0) {
        return tr("No response of it has a score.");
    }
    if (model.sharedOf == 0) {
        return tr("No other model answered enough of the same samples.");
    }
    return tr("It would leave %1 of %Ln samples in common, fewer than half.", nullptr, int(model.sharedOf))
        .arg(formatCount(model.shared));
}

ClickThrough InsightsCharts::ofModel(const ModelShift& model, bool after, ModelNumber::Part part) const
{
    const InsightsFilter& filter = m_view.question.filter;
    ModelNumber number{m_insights.policy, model.model, filter.dataset, after, part, {}, filter.capability};
    const bool compared = after ? model.rankAfter > 0 : model.rankBefore > 0;
    if (compared && part != ModelNumber::Part::All) {
        const ModelRanking& ranking = m_insights.models.rankings.at(model.ranking);
        number.among = after ? ranking.after : ranking.before;
    }
    return samplesBehind(number);
}

QVector<BarSegment> InsightsCharts::segmentsOf(const Composition& part) const
{
    struct Sum {
        FateClass look;
        Lists samples;
        QStringList lines;
    };
    QMap<int, Sum> sums;
    for (const Fate& fate : part.fates) {
        const FateClass look = classOf(fate);
        Sum& sum = sums[look.order];
        sum.look = look;
        sum.samples.append(fate.samples);
        if (!fate.reason.isEmpty()) {
            sum.lines.append(
                QStringLiteral("%1: %2").arg(reasonTitle(fate.reason), formatCount(fate.samples.size())));
        }
    }
    QVector<BarSegment> segments;
    for (const Sum& sum : std::as_const(sums)) {
        const qint64 count = countOf(sum.samples);
        const double share = double(count) / double(qMax<qint64>(1, part.before));
        QString tip = QStringLiteral("%1 · %2\n%3 (%4)")
                          .arg(part.name, sum.look.label, samplesText(count), formatPercent(share));
        if (!sum.lines.isEmpty()) {
            tip += u'\n' + sum.lines.join(u'\n');
        }
        const ClickThrough open
            = ClickThrough::toSamples(tr("%1: %2").arg(part.name, sum.look.label), sum.samples);
        segments.append({sum.look.label, double(count), sum.look.color, sum.look.pattern, tip, open});
    }
    return segments;
}

NumberTable InsightsCharts::compositionTable(const QVector<Composition>& parts, const QString& title) const
{
    NumberTable table;
    QMap<int, FateClass> classes;
    for (const Composition& part : parts) {
        for (const Fate& fate : part.fates) {
            const FateClass look = classOf(fate);
            classes.insert(look.order, look);
        }
    }
    table.columns = {
        {title, false, {}}, {tr("Before"), true, {}}, {tr("After"), true, {}}, {tr("Share kept"), true, {}}};
    for (const FateClass& look : std::as_const(classes)) {
        table.columns.append({look.label, true, {}});
    }
    for (const Composition& part : parts) {
        Lists all;
        Lists kept;
        QMap<int, Lists> byClass;
        for (const Fate& fate : part.fates) {
            all.append(fate.samples);
            if (fate.disposition != Disposition::Drop) {
                kept.append(fate.samples);
            }
            byClass[classOf(fate).order].append(fate.samples);
        }
        const double share = double(part.after) / double(qMax<qint64>(1, part.before));
        QVector<NumberCell> row{{part.name, {}, {}, ClickThrough::toSamples(part.name, all), {}},
            countCell(part.before, ClickThrough::toSamples(part.name, all)),
            countCell(part.after, ClickThrough::toSamples(tr("%1: after the policy").arg(part.name), kept)),
            {formatPercent(share), share, {}, {}, {}}};
        for (auto it = classes.constBegin(); it != classes.constEnd(); ++it) {
            const Lists samples = byClass.value(it.key());
            row.append(countCell(
                countOf(samples), ClickThrough::toSamples(tr("%1: %2").arg(part.name, it->label), samples)));
        }
        table.rows.append(row);
    }
    return table;
}

Bar InsightsCharts::barOf(const Composition& part) const
{
    Bar bar;
    bar.label = part.name;
    bar.note = tr("%1 of %2").arg(formatCount(part.after), formatCount(part.before));
    bar.segments = segmentsOf(part);
    Lists all;
    for (const Fate& fate : part.fates) {
        all.append(fate.samples);
    }
    bar.open = ClickThrough::toSamples(part.name, all);
    return bar;
}

void InsightsCharts::fillComposition(StackedBarChart* chart, bool byCapability) const
{
    QVector<Composition> parts = byCapability ? m_insights.capabilities : m_insights.datasets;
    QVector<Bar> bars;
    for (Composition& part : parts) {
        part.name = part.name.isEmpty() ? tr("(none)") : part.name;
        bars.append(barOf(part));
    }
    chart->setBars(bars, compositionTable(parts, byCapability ? tr("Capability") : tr("Dataset")));
}

void InsightsCharts::fillBeside(StackedBarChart* chart) const
{
    QVector<Composition> parts;
    QVector<Bar> bars;
    for (qsizetype i = 0; i < m_insights.datasets.size(); ++i) {
        for (const Insights* insights : {&m_insights, &*m_view.against}) {
            Composition part = insights->datasets.at(i);
            part.name = QStringLiteral("%1 · %2").arg(part.name, insightsTitle(*insights));
            parts.append(part);
            bars.append(barOf(part));
        }
    }
    chart->setBars(bars, compositionTable(parts, tr("Dataset and what is kept")));
}

QString InsightsCharts::noiseText(const ModelShift& model) const
{
    const auto noise = m_view.noise.constFind(model.model);
    if (noise == m_view.noise.constEnd()) {
        return {};
    }
    const QString passed = noise->passed.join(QStringLiteral(", "));
    return noise->within()
        ? tr("Within noise: it cannot be told from %1, which it passes").arg(passed)
        : tr("Passes %1; %2 of them can be told from it").arg(passed, formatCount(noise->apart));
}

ClickThrough InsightsCharts::common(int ranking, bool after) const
{
    const ModelRanking& of = m_insights.models.rankings.at(ranking);
    return ClickThrough::toSamples(after ? tr("Common to %n models, after", nullptr, int(of.models.size()))
                                         : tr("Common to %n models", nullptr, int(of.models.size())),
        {after ? of.after : of.before});
}

IntervalRow InsightsCharts::modelRow(const ModelShift& model) const
{
    using Part = ModelNumber::Part;
    IntervalRow row;
    row.label = model.model;
    row.before
        = pointOf(model.before, tr("%1 before").arg(model.model), true, ofModel(model, false, Part::Ask));
    row.after = pointOf(model.after, tr("%1 after").arg(model.model), true, ofModel(model, true, Part::Ask));
    row.note = rankChangeText(model.rankBefore, model.rankAfter);
    const QString noise = noiseText(model);
    const auto change = m_view.noise.constFind(model.model);
    const bool within = change != m_view.noise.constEnd() && change->within();
    if (within && model.rankBefore != model.rankAfter) {
        row.note += u' ' + tr("(noise)");
    }
    row.noteStrong = model.rankBefore != model.rankAfter && !within;
    row.open = model.answeredBefore > 0 ? ofModel(model, false, Part::All) : ClickThrough();
    row.tip = noise.isEmpty() ? model.model : model.model + u'\n' + noise;
    if (model.ranking < 0) {
        row.tip += u'\n' + unrankedText(model);
    }
    return row;
}

QVector<NumberCell> InsightsCharts::modelCells(const ModelShift& model) const
{
    using Part = ModelNumber::Part;
    const NumberCell dash{QStringLiteral("–"), {}, {}, {}, {}};
    const bool both = model.before.n > 0 && model.after.n > 0;
    const double change = both ? model.after.value - model.before.value : 0;
    const int up = model.rankBefore - model.rankAfter;
    const bool ranked = model.rankBefore > 0 && model.rankAfter > 0;
    const auto count
        = [&](qint64 value, bool after, Part part) { return countCell(value, ofModel(model, after, part)); };
    NumberCell ranking = dash;
    if (model.ranking < 0) {
        ranking.tip = unrankedText(model);
    } else {
        const qint64 shared = m_insights.models.rankings.at(model.ranking).before.size();
        ranking = {formatCount(model.ranking + 1), model.ranking + 1,
            tr("Over %Ln samples that all models of this ranking answered", nullptr, int(shared)),
            common(model.ranking, false), {}};
    }
    return {{model.model, {}, {},
                model.answeredBefore > 0 ? ofModel(model, false, Part::All) : ClickThrough(), {}},
        {model.family, {}, {}, {}, {}}, rateCell(model.before, ofModel(model, false, Part::Ask)),
        rateCell(model.after, ofModel(model, true, Part::Ask)),
        {both ? (change >= 0 ? QStringLiteral("+") : QString()) + formatNumber(change * 100, 1)
              : QStringLiteral("–"),
            both ? QVariant(change) : QVariant(), {}, {}, {}},
        ranking, rankCell(model.rankBefore), rankCell(model.rankAfter),
        {ranked ? (up > 0 ? QStringLiteral("▲ %1").arg(up)
                 : up < 0 ? QStringLiteral("▼ %1").arg(-up)
                          : QStringLiteral("="))
                : QStringLiteral("–"),
            ranked ? QVariant(up) : QVariant(), {}, {}, {}},
        count(model.before.n, false, Part::Answered), count(model.before.missing, false, Part::Missing),
        count(model.before.unread, false, Part::Unread), count(model.after.n, true, Part::Answered),
        count(model.after.missing, true, Part::Missing), count(model.after.unread, true, Part::Unread)};
}

void InsightsCharts::fillModels(IntervalChart* chart)
{
    const ModelComparison& comparison = m_insights.models;
    NumberTable table;
    table.columns = {{tr("Model"), false, {}}, {tr("Family"), false, {}},
        {tr("Before"), true, tr("Accuracy before the policy with its 95% interval")},
        {tr("After"), true, tr("Accuracy after the policy with its 95% interval")},
        {tr("Change"), true, tr("Percentage points")},
        {tr("Ranking"), true,
            tr("Models are ranked together over the samples that all of them answered; opens these")},
        {tr("Rank before"), true, {}}, {tr("Rank after"), true, {}},
        {tr("Rank change"), true, tr("Up is better")}, {tr("n before"), true, {}},
        {tr("Missing before"), true, {}},
        {tr("Unread before"), true, tr("Replies in which no answer could be read; they score 0")},
        {tr("n after"), true, {}}, {tr("Missing after"), true, {}},
        {tr("Unread after"), true, tr("Replies in which no answer could be read; they score 0")}};
    QVector<IntervalRow> rows;
    double low = 1;
    double high = 0;
    int ranking = -2;
    for (const ModelShift& model : comparison.models) {
        if (model.ranking != ranking) {
            ranking = model.ranking;
            IntervalRow heading;
            heading.heading = true;
            if (ranking < 0) {
                heading.label = tr("Not ranked: too few samples in common with the others");
            } else {
                const ModelRanking& of = comparison.rankings.at(ranking);
                heading.label = tr("%1 over %2 in common, %3 after")
                                    .arg(tr("%n models", nullptr, int(of.models.size())),
                                        samplesText(of.before.size()), formatCount(of.after.size()));
                heading.tip = tr("Opens the samples that all models of this ranking answered");
                heading.open = common(ranking, false);
            }
            rows.append(heading);
        }
        const IntervalRow row = modelRow(model);
        rows.append(row);
        for (const auto& point : {row.before, row.after}) {
            if (point) {
                low = qMin(low, point->low);
                high = qMax(high, point->high);
            }
        }
        table.rows.append(modelCells(model));
    }
    double chance = 0;
    qint64 samples = 0;
    for (const Composition& part : m_insights.datasets) {
        chance += part.chance * double(part.before);
        samples += part.before;
    }
    m_chance = samples > 0 ? chance / double(samples) : 0;
    // The axis starts where the models are: differences matter here, not lengths from zero.
    chart->setAxis(qMax(0.0, std::floor(low * 20) / 20), qMin(1.0, std::ceil(high * 20) / 20), true);
    chart->setRows(rows, labels(tr("Rank")), table);
}

void InsightsCharts::fillBlind(IntervalChart* chart) const
{
    const ClickThrough before
        = ClickThrough::toSamples(tr("Right without the image for at least half of the blind runs, before"),
            {m_insights.blindSolvedBefore});
    const ClickThrough after
        = ClickThrough::toSamples(tr("Right without the image for at least half of the blind runs, after"),
            {m_insights.blindSolvedAfter});
    chart->setAxis(0, 0.5, true);
    chart->setReference(
        m_insights.blindBefore.n > 0 ? std::optional<double>(m_insights.blindChanceBefore) : std::nullopt,
        tr("chance %1").arg(formatPercent(m_insights.blindChanceBefore)));
    chart->setRows(
        {{tr("Right without the image"), pointOf(m_insights.blindBefore, tr("Before"), true, before),
            pointOf(m_insights.blindAfter, tr("After"), true, after), {}, false, after}},
        labels({}),
        rateTable({{tr("Before"), m_insights.blindBefore}, {tr("After"), m_insights.blindAfter}}, true,
            {before, after}));
}

void InsightsCharts::fillDiscrimination(IntervalChart* chart) const
{
    const ClickThrough before = ClickThrough::toSamples(
        tr("Discrimination above the critical value, before"), {m_insights.discriminatingBefore});
    const ClickThrough after = ClickThrough::toSamples(
        tr("Discrimination above the critical value, after"), {m_insights.discriminatingAfter});
    chart->setAxis(0, 0.5, false);
    chart->setReference(m_insights.discriminationModels >= 3
            ? std::optional<double>(m_insights.criticalCorrelation)
            : std::nullopt,
        tr("critical %1 (%2 models)")
            .arg(formatNumber(m_insights.criticalCorrelation, 2))
            .arg(m_insights.discriminationModels));
    chart->setRows(
        {{tr("Mean point-biserial"), pointOf(m_insights.discriminationBefore, tr("Before"), false, before),
            pointOf(m_insights.discriminationAfter, tr("After"), false, after), {}, false, after}},
        labels({}),
        rateTable(
            {{tr("Before"), m_insights.discriminationBefore}, {tr("After"), m_insights.discriminationAfter}},
            false, {before, after}));
}

} // namespace winnow
