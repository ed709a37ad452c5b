// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/modelstable.h"

#include "ui/models/modelsamples.h"
#include "ui/models/terms.h"
#include "ui/util/format.h"

#include <QCoreApplication>

#include <cmath>

namespace winnow {

namespace {

/// The cells of one line.
class ModelCells {
    Q_DECLARE_TR_FUNCTIONS(winnow::ModelsTable)
public:
    explicit ModelCells(const ModelRow& row)
        : m_row(row)
        , m_run(row.accuracy.run)
    {
    }

    static QVector<NumberColumn> columns()
    {
        return {{tr("Model"), false, {}, QStringLiteral("model")},
            {tr("Dataset"), false, {}, QStringLiteral("dataset")},
            {tr("Capability"), false, {}, QStringLiteral("capability")},
            {tr("Condition"), false, {}, QStringLiteral("condition")},
            {tr("Setting"), false, {}, QStringLiteral("setting")},
            {tr("Accuracy"), true, tr("Opens what was right and wrong"), QStringLiteral("accuracy")},
            {tr("95% interval"), true, tr("Questions about one image count as one where they go together"),
                QStringLiteral("interval")},
            {tr("Chance"), true, tr("What guessing scores on the same samples"), QStringLiteral("chance")},
            {tr("n"), true, tr("Samples with a score"), QStringLiteral("n")},
            {tr("Missing"), true, tr("No reply; not in n"), QStringLiteral("missing")},
            {tr("Unread"), true, tr("Replies in which no answer could be read; they score 0"),
                QStringLiteral("unread")},
            {tr("Per row"), true, tr("Circular: share of all rotated rows that are right"),
                QStringLiteral("perRow")},
            {tr("Blind"), true, tr("Accuracy without the image"), QStringLiteral("blind")},
            {tr("Vision gain"), true,
                tr("Accuracy with the image less accuracy without, over the same samples"),
                QStringLiteral("gain")},
            {tr("Leakage"), true, tr("Blind accuracy beyond that of the language model alone"),
                QStringLiteral("leakage")},
            {tr("Answers blind"), true,
                tr("Share of the replies without the image that give an answer instead "
                   "of declining"),
                QStringLiteral("answersBlind")},
            {tr("As sighted"), true, tr("Share of these answers that are the answer with the image"),
                QStringLiteral("sighted")},
            {tr("RStd"), true, tr("Position bias: standard deviation of the recall by letter, in points"),
                QStringLiteral("rstd")},
            {tr("Open-ended"), true, tr("Accuracy on the same samples without options"),
                QStringLiteral("open")},
            {tr("MCQ, corrected"), true,
                tr("Multiple-choice accuracy with chance taken out, over the samples "
                   "that were also asked openly"),
                QStringLiteral("corrected"), true},
            {tr("Circular"), true, tr("Right in every rotation of the options, of the same samples"),
                QStringLiteral("circular")},
            {tr("Success@1"), true, tr("Mean over attempts"), QStringLiteral("success1")},
            {tr("Success@K"), true, tr("Right in at least one of K attempts, unbiased"),
                QStringLiteral("successK")},
            {tr("All of K"), true, tr("Right in all of K attempts"), QStringLiteral("allK"), true},
            {tr("K"), true, tr("Attempts that at least half of the samples have"), QStringLiteral("k"), true},
            {tr("Cost"), true, tr("US dollars for one attempt at every sample"), QStringLiteral("cost")},
            {tr("Median s"), true, tr("Seconds a response took"), QStringLiteral("seconds")},
            {tr("Output tokens"), true, tr("Mean of a response"), QStringLiteral("tokens"), true}};
    }

    QVector<NumberCell> cells() const
    {
        QVector<NumberCell> cells{{m_run.model}, {m_run.dataset}, {m_row.capability},
            {conditionTitle(m_run.condition)}, {m_run.setting}};
        cells += accuracy();
        cells += blind();
        cells += forms();
        cells += attempts();
        cells += usage();
        return cells;
    }

private:
    ClickThrough part(RunPart which) const { return samplesOf(m_run, which, m_row.capability); }

    static NumberCell share(std::optional<double> value, const ClickThrough& open, const QString& tip = {})
    {
        const bool known = value && !std::isnan(*value);
        return {
            formatPercent(value), known ? QVariant(*value) : QVariant(), tip, known ? open : ClickThrough()};
    }
    static NumberCell number(double value, int decimals, const ClickThrough& open)
    {
        const bool known = std::isfinite(value);
        return {known ? formatNumber(value, decimals) : QStringLiteral("–"),
            known ? QVariant(value) : QVariant(), {}, known ? open : ClickThrough()};
    }
    static NumberCell rate(const Rate& rate, const ClickThrough& open)
    {
        return rate.n == 0 ? NumberCell{QStringLiteral("–")} : share(rate.value, open, rateTip(rate));
    }
    static QString rateTip(const Rate& rate)
    {
        return tr("95% interval %1 to %2, n %3")
            .arg(formatPercent(rate.interval.low), formatPercent(rate.interval.high), formatCount(rate.n));
    }
    static QString points(double value)
    {
        return (value > 0 ? QStringLiteral("+") : QString()) + formatNumber(100 * value, 1);
    }
    static QString pairTip(const stats::PairedMeans& pair)
    {
        return tr("%1 points, 95% interval %2 to %3, over %4 samples")
            .arg(points(pair.difference), points(pair.interval.low), points(pair.interval.high),
                formatCount(pair.pairs));
    }
    NumberCell count(qint64 n, RunPart which) const
    {
        return {formatCount(n), n, {}, n > 0 ? part(which) : ClickThrough()};
    }
    /// What this run and another of the model got right and wrong.
    ClickThrough against(const Run& other) const
    {
        ComparisonRequest request;
        request.first = {m_run.model, m_run.condition, m_run.setting};
        request.second = {other.model, other.condition, other.setting};
        request.dataset = m_run.dataset;
        request.capability = m_row.capability;
        return samplesOf(request, QStringLiteral("%1, %2").arg(m_run.model, conditionTitle(m_run.condition)),
            QStringLiteral("%1, %2").arg(other.model, conditionTitle(other.condition)));
    }

    QVector<NumberCell> accuracy() const
    {
        const ModelAccuracy& each = m_row.accuracy;
        const Rate& all = each.accuracy;
        const QString interval = all.n == 0
            ? QStringLiteral("–")
            : formatPercent(all.interval.low) + QStringLiteral(" – ") + formatPercent(all.interval.high);
        return {share(all.value, part(RunPart::RightOrWrong)),
            {interval, all.n ? QVariant(all.interval.low) : QVariant(), {},
                all.n ? part(RunPart::RightOrWrong) : ClickThrough()},
            share(each.chance, part(RunPart::Answered)), count(all.n, RunPart::Answered),
            count(all.missing, RunPart::Missing), count(all.unread, RunPart::Unread),
            share(each.perRow, part(RunPart::RightOrWrong))};
    }

    QVector<NumberCell> blind() const
    {
        const NumberCell none{QStringLiteral("–")};
        if (!m_row.blind) {
            return {none, none, none, none, none};
        }
        const BlindBehaviour& blind = *m_row.blind;
        const ClickThrough pair = against(blind.run);
        const auto ofBlind = [&](RunPart which) { return samplesOf(blind.run, which, m_row.capability); };
        return {rate(blind.accuracy, ofBlind(RunPart::RightOrWrong)),
            blind.gain.pairs
                ? NumberCell{points(blind.gain.difference), blind.gain.difference, pairTip(blind.gain), pair}
                : none,
            m_row.leakage ? share(*m_row.leakage, ofBlind(RunPart::RightOrWrong)) : none,
            rate(blind.answers, ofBlind(RunPart::AnswersOrDeclines)),
            rate(blind.sighted, ofBlind(RunPart::AnswersOrDeclines))};
    }

    NumberCell form(const std::optional<FormatGap>& gap) const
    {
        return gap ? share(gap->drop.secondMean, against(gap->run),
                   tr("Multiple choice %1 on the same samples: %2")
                       .arg(formatPercent(gap->drop.firstMean), pairTip(gap->drop)))
                   : NumberCell{QStringLiteral("–")};
    }

    QVector<NumberCell> forms() const
    {
        return {number(m_row.positionBias.value_or(std::nan("")), 1, part(RunPart::RightOrWrong)),
            form(m_row.openEnded),
            m_row.openEnded ? share(m_row.openEnded->corrected, against(m_row.openEnded->run))
                            : NumberCell{QStringLiteral("–")},
            form(m_row.circular)};
    }

    QVector<NumberCell> attempts() const
    {
        const NumberCell none{QStringLiteral("–")};
        if (!m_row.attempts) {
            return {none, none, none, none};
        }
        const Attempts& tried = *m_row.attempts;
        const ClickThrough open = part(RunPart::Attempts);
        const QString tip = tr("%1 samples with at least %2 attempts").arg(formatCount(tried.n)).arg(tried.k);
        return {share(tried.successAt1, open, tip), share(tried.successAtK, open, tip),
            share(tried.allOfK, open, tip), {formatCount(tried.k), tried.k, tip, open}};
    }

    QVector<NumberCell> usage() const
    {
        const ClickThrough open = part(RunPart::Answered);
        const double cost = m_row.usage.cost;
        return {number(cost, cost >= 1 ? 2 : 4, open), number(m_row.usage.seconds, 2, open),
            number(m_row.usage.outputTokens, 1, open)};
    }

    const ModelRow& m_row;
    const Run& m_run;
};

} // namespace

NumberTable modelsTable(const QVector<ModelRow>& rows, const ModelsFilter& filter)
{
    NumberTable table;
    table.columns = ModelCells::columns();
    for (const ModelRow& row : rows) {
        const Run& run = row.accuracy.run;
        if ((filter.dataset.isEmpty() || run.dataset == filter.dataset)
            && (filter.condition.isEmpty() || conditionId(run.condition) == filter.condition)) {
            table.rows.append(ModelCells(row).cells());
        }
    }
    table.dropEmptyColumns();
    return table;
}

} // namespace winnow
