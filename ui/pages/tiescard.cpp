// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tiescard.h"

#include "ui/models/modelsamples.h"
#include "ui/models/terms.h"
#include "ui/util/format.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/samplesbox.h"

#include <QHash>

#include <cmath>

namespace winnow {

namespace {

QString points(double share)
{
    return (share > 0 ? QStringLiteral("+") : QString()) + formatNumber(100 * share, 1);
}

/// Where each model stands in the sets.
QHash<QString, const ModelStanding*> standingsOf(const QVector<Separability>& sets)
{
    QHash<QString, const ModelStanding*> found;
    for (const Separability& set : sets) {
        for (const ModelStanding& model : set.models) {
            if (set.samples > 0) {
                found.insert(model.model, &model);
            }
        }
    }
    return found;
}

/// What the two sets of samples are called.
struct TiesWords {
    QString first;
    /// Empty where nothing is beside it.
    QString second;
    QString secondTip;
    QString tiedInSecond;
    QString tiedFirst;
    QString tiedSecond;
};

/// The lines of one set of models.
class TiesLines {
    Q_DECLARE_TR_FUNCTIONS(winnow::TiesCard)
public:
    TiesLines(const Separability& set, const QHash<QString, const ModelStanding*>& after,
        const TiesWords& words, const QString& dataset)
        : m_set(set)
        , m_after(after)
        , m_words(words)
        , m_dataset(dataset)
    {
    }

    static TiesWords wordsFor(const SampleScope& scope)
    {
        switch (scope.kind) {
        case SampleScope::Kind::Whole:
            return {tr("All samples"), {}, {}, {}, tr("tied"), {}};
        case SampleScope::Kind::Kept:
            return {tr("Before"), tr("After"), tr("Accuracy over the samples that the policy keeps"),
                tr("Tied after"), tr("tied before"), tr("tied after")};
        case SampleScope::Kind::Subset:
            return {tr("All samples"), scopeTitle(scope), tr("Accuracy over the samples of the subset"),
                tr("Tied in the subset"), tr("tied in all"), tr("tied in the subset")};
        }
        return {};
    }

    static QVector<NumberColumn> columns(const TiesWords& words)
    {
        QVector<NumberColumn> columns{{tr("Model"), false, {}}, {tr("Accuracy"), true, {}},
            {tr("95% interval"), true, {}},
            {tr("To the leader"), true, tr("Points behind the leader, over the same samples")},
            {tr("95% interval"), true, {}},
            {tr("p (Holm)"), true,
                tr("Of the difference from the leader, adjusted for the number of models")},
            {tr("Tied"), false, tr("The samples cannot tell it from the leader")}};
        if (!words.second.isEmpty()) {
            columns += {{words.second, true, words.secondTip}, {words.tiedInSecond, false, {}}};
        }
        return columns;
    }

    IntervalRow row(const ModelStanding& model) const
    {
        IntervalRow row;
        row.label = model.model;
        row.before = pointOf(model, m_words.first);
        row.open = samplesAnsweredBy(model.model, m_dataset);
        const ModelStanding* after = m_after.value(model.model);
        if (after) {
            row.after = pointOf(*after, m_words.second);
        }
        row.note = m_set.models.size() < 2 ? QString() : noteOf(model, after);
        row.noteStrong = model.tied;
        return row;
    }

    QVector<NumberCell> cells(const ModelStanding& model) const
    {
        const bool leads = &model == &m_set.models.first();
        const ModelStanding* after = m_after.value(model.model);
        const auto interval = [](double low, double high) {
            return QStringLiteral("%1 – %2").arg(points(low), points(high));
        };
        const NumberCell none{QStringLiteral("–")};
        const stats::PairedMeans& behind = model.behind;
        QVector<NumberCell> line{{model.model, {}, {}, samplesAnsweredBy(model.model, m_dataset)},
            {formatPercent(model.accuracy.mean), model.accuracy.mean},
            {formatPercent(model.accuracy.interval.low) + QStringLiteral(" – ")
                    + formatPercent(model.accuracy.interval.high),
                model.accuracy.interval.low},
            leads ? none : NumberCell{points(-behind.difference), -behind.difference},
            leads ? none
                  : NumberCell{interval(-behind.interval.high, -behind.interval.low), -behind.interval.high},
            leads ? none : NumberCell{formatNumber(model.adjusted, 3), model.adjusted},
            {m_set.models.size() > 1 && model.tied ? tr("tied") : QStringLiteral("–")}};
        if (m_words.second.isEmpty()) {
            return line;
        }
        return line += {after ? NumberCell{formatPercent(after->accuracy.mean), after->accuracy.mean} : none,
                   {after && after->tied && m_after.size() > 1 ? tr("tied") : QStringLiteral("–")}};
    }

private:
    static IntervalPoint pointOf(const ModelStanding& model, const QString& when)
    {
        return {model.accuracy.mean, model.accuracy.interval.low, model.accuracy.interval.high,
            QStringLiteral("%1: %2").arg(when,
                formatPercentInterval(
                    model.accuracy.mean, model.accuracy.interval.low, model.accuracy.interval.high)),
            {}};
    }
    QString noteOf(const ModelStanding& model, const ModelStanding* after) const
    {
        const bool tiedAfter = after && after->tied;
        return model.tied && tiedAfter ? tr("tied")
            : model.tied               ? (after ? m_words.tiedFirst : tr("tied"))
            : tiedAfter                ? m_words.tiedSecond
                                       : QString();
    }

    const Separability& m_set;
    const QHash<QString, const ModelStanding*>& m_after;
    const TiesWords& m_words;
    QString m_dataset;
};

} // namespace

TiesCard::TiesCard(SubsetList* subsets)
    : m_chart(new IntervalChart)
{
    m_card = new ChartCard(tr("Who can be told apart"), m_chart, QStringLiteral("ties"));
    m_card->setObjectName(QStringLiteral("tiesCard"));
    m_beside = new SamplesBox(subsets, tr("Beside it: nothing"), tr("Beside it: kept by the policy"),
        QStringLiteral("tiesBeside"), m_card);
    m_beside->setAccessibleName(tr("Samples beside all"));
    m_beside->setMaximumWidth(36 * kUnit);
    m_beside->setSubsetText(tr("Beside it: subset %1 (%2)"));
    m_beside->choose(SampleScope::kept());
    m_card->addControl(m_beside);
}

void TiesCard::show(const Shown& shown)
{
    const TiesWords words = TiesLines::wordsFor(shown.scope);
    const QHash<QString, const ModelStanding*> standing = standingsOf(shown.second);
    QVector<IntervalRow> rows;
    NumberTable table;
    table.columns = TiesLines::columns(words);
    QStringList sentences;
    for (qsizetype s = 0; s < shown.first.size(); ++s) {
        const Separability& set = shown.first.at(s);
        if (set.samples == 0 || set.models.isEmpty()) {
            continue;
        }
        if (shown.first.size() > 1) {
            IntervalRow heading;
            heading.heading = true;
            heading.label = tr("Ranking %1: %Ln samples", nullptr, int(set.samples)).arg(s + 1);
            rows.append(heading);
        }
        const TiesLines lines(set, standing, words, shown.dataset);
        for (const ModelStanding& model : set.models) {
            rows.append(lines.row(model));
            table.rows.append(lines.cells(model));
        }
        sentences.append(sentenceText(verdictOf(set)));
    }
    for (const Separability& set : shown.second) {
        if (set.samples > 0 && set.models.size() > 1) {
            const QString verdict = sentenceText(verdictOf(set));
            sentences.append(shown.scope.kind == SampleScope::Kind::Subset
                    ? tr("In the subset %1: %2").arg(shown.scope.subset, verdict)
                    : tr("After the policy %1: %2").arg(shown.policy, verdict));
        }
    }
    const bool nothing = rows.isEmpty()
        || std::all_of(shown.first.cbegin(), shown.first.cend(),
            [](const Separability& s) { return s.models.size() < 2; });
    m_card->showEmpty(nothing);
    m_card->setSubtitle(nothing ? QString() : sentences.join(QStringLiteral("\n")));
    if (nothing) {
        sayWhatIsMissing(shown.first);
        return;
    }
    table.dropEmptyColumns();
    m_chart->setRows(rows, {words.first, words.second, tr("Leader")}, table);
    m_chart->setAxis(0, 1, true);
    m_card->refresh();
}

void TiesCard::sayWhatIsMissing(const QVector<Separability>& sets)
{
    m_card->emptyState()->set(QStringLiteral("models"),
        sets.isEmpty() ? tr("No two models share enough samples") : tr("Two models are needed"),
        tr("Import what another model answered to the same samples, with the image, to see whether they can "
           "tell the two apart."));
}

} // namespace winnow
