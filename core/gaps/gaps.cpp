// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/gaps.h"

#include <algorithm>

namespace winnow {

namespace {

/// Says what is missing.
class Needs {
public:
    explicit Needs(const Gaps& gaps)
        : m_gaps(gaps)
    {
    }

    QVector<GapNeed> list()
    {
        if (m_gaps.table->contenders.isEmpty()) {
            add(Gap::Validation,
                Sentence::of(
                    QT_TRANSLATE_NOOP("Gaps", "No responses of the standard condition are recorded")),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps", "Import what models answered")));
            return m_needs;
        }
        ofValidation();
        ofContextualization();
        ofLatency();
        ofDecomposition();
        ofOrchestration();
        return m_needs;
    }

private:
    void add(Gap gap, const Sentence& missing, const Sentence& remedy)
    {
        m_needs.append({gap, missing, remedy});
    }

    template <typename Has> bool any(const Has& has) const
    {
        return std::any_of(m_gaps.table->contenders.begin(), m_gaps.table->contenders.end(),
            [&](const Contender& contender) {
                return std::any_of(contender.tries.begin(), contender.tries.end(), has);
            });
    }

    bool repeats() const
    {
        return std::any_of(m_gaps.validation.begin(), m_gaps.validation.end(),
            [](const ContenderValidation& of) { return of.repeats(); });
    }

    void ofValidation()
    {
        if (!repeats()) {
            add(Gap::Validation, Sentence::of(QT_TRANSLATE_NOOP("Gaps", "Every model was asked once")),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps",
                    "Ask each question several times at a temperature above 0, and import the tries with a "
                    "column \"attempt\" (0, 1, 2 …)")));
        }
        ofPartialRepeats();
        const bool answers = any([](const TryColumn& column) { return !column.answer.empty(); });
        if (!answers) {
            add(Gap::Validation,
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Gaps", "Only scores are recorded, no answers: whether tries agree cannot be told")),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Gaps", "Import the replies in a column \"response\" or \"prediction\"")));
        }
        if (!any([](const TryColumn& column) { return !column.rating.empty(); })) {
            add(Gap::Validation, Sentence::of(QT_TRANSLATE_NOOP("Gaps", "No judge rated the replies")),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps",
                    "Import a judge's or a reward model's number for each reply in a column \"verifier\"")));
        }
        if (!any([](const TryColumn& column) { return !column.logProbability.empty(); })) {
            add(Gap::Validation, Sentence::of(QT_TRANSLATE_NOOP("Gaps", "No log-probabilities are recorded")),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps",
                    "Import the reply's log-probability in a column \"logprob\", or the probabilities of the "
                    "options")));
        }
    }

    /// Tries that were made at some questions only: what they say is of those.
    void ofPartialRepeats()
    {
        QStringList partly;
        for (const Contender& contender : m_gaps.table->contenders) {
            const auto of = std::find_if(
                m_gaps.validation.begin(), m_gaps.validation.end(), [&](const ContenderValidation& one) {
                    return &m_gaps.contender(one.contender) == &contender;
                });
            const std::size_t used = of == m_gaps.validation.end() ? 1 : std::size_t(of->attempts);
            if (contender.tries.size() > used) {
                partly.append(contender.name);
            }
        }
        if (!partly.isEmpty()) {
            add(Gap::Validation,
                Sentence::of(
                    QT_TRANSLATE_NOOP("Gaps",
                        "Some questions were tried more often than others (models: %1, %2): only tries "
                        "that nine in ten questions have are compared"))
                    .arg(partly.size(), partly.first()),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps", "Ask every question as often as the others")));
        }
    }

    /// What strategies take for nothing.
    void ofOrchestration()
    {
        if (any([](const TryColumn& column) { return !column.rating.empty(); })) {
            add(Gap::Orchestration,
                Sentence::of(QT_TRANSLATE_NOOP("Gaps",
                    "What the judge costs and how long it takes is not recorded; ratings count as free")),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Gaps", "Take the judge's price into account where a strategy uses its ratings")));
        }
        if (!m_gaps.orchestration.isEmpty() && !m_gaps.orchestration.isTimed) {
            add(Gap::Orchestration,
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Gaps", "Not every model was timed: strategies are compared however long they take")),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Gaps", "Import the seconds of each response in a column \"latency\"")));
        }
    }

    void ofContextualization()
    {
        if (m_gaps.contextualization.isEmpty()) {
            const bool one = m_gaps.table->contenders.size() < 2;
            add(Gap::Contextualization,
                one ? Sentence::of(QT_TRANSLATE_NOOP("Gaps", "There is one model: nothing to route between"))
                    : Sentence::of(QT_TRANSLATE_NOOP(
                        "Gaps", "No question was asked of all models that answered at least half of them")),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps",
                    "Import the responses of several models to the same questions, or choose models "
                    "and datasets that belong together")));
            return;
        }
        if (!m_gaps.contextualization.hasCosts) {
            QStringList without;
            for (const ContenderPoint& point : m_gaps.contextualization.points) {
                if (std::isnan(point.dollars)) {
                    without.append(m_gaps.contender(point.contender).name);
                }
            }
            const QString named = without.mid(0, 3).join(QStringLiteral(", "));
            add(Gap::Contextualization,
                without.size() > 3
                    ? Sentence::of(QT_TRANSLATE_NOOP("Gaps", "What %1 and others (%2) cost is not known"))
                          .arg(named, without.size() - 3)
                    : Sentence::of(QT_TRANSLATE_NOOP("Gaps", "What %1 costs is not known")).arg(named),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps",
                    "Import \"cost\" for each response, or its tokens or seconds, and set the model's "
                    "price")));
        }
    }

    void ofLatency()
    {
        if (m_gaps.latency.contenders.isEmpty()) {
            add(Gap::Latency, Sentence::of(QT_TRANSLATE_NOOP("Gaps", "No call was timed")),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Gaps", "Import the seconds of each response in a column \"latency\"")));
        } else if (!repeats()) {
            add(Gap::Latency,
                Sentence::of(QT_TRANSLATE_NOOP("Gaps", "Without repeats no try can be stopped by another")),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps",
                    "Ask each question several times, and import the tries with a column \"attempt\"")));
        }
    }

    void ofDecomposition()
    {
        if (m_gaps.table->chains.isEmpty()) {
            add(Gap::Decomposition, Sentence::of(QT_TRANSLATE_NOOP("Gaps", "No sample is a step of another")),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps",
                    "Import the steps as samples with the columns \"parent\" (the question's index) and "
                    "\"step\" (what the step is called)")));
            return;
        }
        if (m_gaps.decomposition.isEmpty()) {
            add(Gap::Decomposition, Sentence::of(QT_TRANSLATE_NOOP("Gaps", "No model answered the steps")),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps", "Import what models answered to the steps")));
        } else if (m_gaps.decomposition.contexts.isEmpty()) {
            add(Gap::Decomposition,
                Sentence::of(
                    QT_TRANSLATE_NOOP("Gaps", "No model answered the steps with more and with less context")),
                Sentence::of(QT_TRANSLATE_NOOP("Gaps",
                    "Ask the steps twice, with the whole history and with only what the step needs, and "
                    "import both with a column \"setting\" and \"prompt_tokens\"")));
        }
    }

    const Gaps& m_gaps;
    QVector<GapNeed> m_needs;
};

} // namespace

Result<Gaps> measureGaps(
    const std::shared_ptr<const AttemptTable>& table, double patience, Progress& progress)
{
    Gaps gaps;
    gaps.table = table;
    gaps.patience = patience;
    constexpr qint64 kParts = 5;
    qint64 done = 0;
    const auto next = [&] {
        progress.report(done++, kParts, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Measuring the gaps")));
        return !progress.isCancelled();
    };
    if (next()) {
        gaps.validation = measureValidation(*table, progress);
    }
    if (next()) {
        gaps.contextualization = measureContextualization(*table, progress);
    }
    if (next()) {
        gaps.latency = measureLatency(*table, gaps.validation, gaps.contextualization, patience, progress);
    }
    if (next()) {
        gaps.decomposition = measureDecomposition(*table, progress);
    }
    if (next()) {
        gaps.orchestration = measureOrchestration(*table, gaps.contextualization, patience, progress);
    }
    if (progress.isCancelled()) {
        return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
    }
    gaps.needs = Needs(gaps).list();
    return gaps;
}

QString gapId(Gap gap)
{
    switch (gap) {
    case Gap::Validation:
        return QStringLiteral("validation");
    case Gap::Contextualization:
        return QStringLiteral("contextualization");
    case Gap::Latency:
        return QStringLiteral("latency");
    case Gap::Decomposition:
        return QStringLiteral("decomposition");
    case Gap::Orchestration:
        break;
    }
    return QStringLiteral("orchestration");
}

Sentence titleOf(Gap gap)
{
    switch (gap) {
    case Gap::Validation:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "Validation"));
    case Gap::Contextualization:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "Contextualization"));
    case Gap::Latency:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "Latency"));
    case Gap::Decomposition:
        return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "Decomposition"));
    case Gap::Orchestration:
        break;
    }
    return Sentence::of(QT_TRANSLATE_NOOP("Gaps", "Orchestration"));
}

} // namespace winnow
