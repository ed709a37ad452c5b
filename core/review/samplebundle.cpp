// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/samplebundle.h"

#include "core/domain/flagkind.h"
#include "core/domain/ledgerstate.h"
#include "core/domain/reviewed.h"
#include "core/store/decisionstore.h"
#include "core/store/flagstore.h"
#include "core/store/ledger.h"
#include "core/store/responsestore.h"
#include "core/store/samplestore.h"
#include "core/text/normalise.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace winnow {

namespace {

Outcome outcomeOf(const Response& response)
{
    if (!response.score) {
        return Outcome::Missing;
    }
    if (*response.score >= 1) {
        return Outcome::Right;
    }
    if (*response.score > 0) {
        return Outcome::Partly;
    }
    return response.answer.isEmpty() && !response.text.trimmed().isEmpty() ? Outcome::Unread : Outcome::Wrong;
}

/// Undoes the rotation of a circular row: what was shown as A may be the base sample's B.
QString baseAnswer(const Sample& sample, const Response& response)
{
    if (response.shift == 0) {
        return response.answer;
    }
    const int shown = optionPosition(response.answer);
    for (const Rotation& rotation : sample.rotations) {
        if (rotation.shift == response.shift && shown >= 0 && shown < rotation.permutation.size()) {
            return rotation.permutation.mid(shown, 1);
        }
    }
    return response.answer;
}

QVector<Run> runsOf(sqlite::Connection& connection, DatasetId dataset)
{
    QVector<Run> runs = ResponseStore(connection).runs();
    runs.removeIf([dataset](const Run& run) { return run.datasetId != dataset; });
    return runs;
}

/// Runs without any response get a line, so that missing is seen as missing.
QVector<ResponseRow> rowsOf(
    const Sample& sample, const QVector<Run>& runs, const QVector<ResponseStore::RunResponse>& answers)
{
    QHash<qint64, QVector<ResponseRow>> byRun;
    for (const auto& [run, response] : answers) {
        byRun[run.id.value].append({run, response, outcomeOf(response), baseAnswer(sample, response)});
    }
    QVector<ResponseRow> rows;
    rows.reserve(qMax(runs.size(), answers.size()));
    for (const Run& run : runs) {
        const auto found = byRun.constFind(run.id.value);
        if (found != byRun.cend()) {
            rows += *found;
            continue;
        }
        ResponseRow missing;
        missing.run = run;
        missing.response.runId = run.id;
        missing.response.sampleId = sample.id;
        rows.append(missing);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ResponseRow& a, const ResponseRow& b) {
        const int byModel = a.run.model.localeAwareCompare(b.run.model);
        return byModel != 0 ? byModel < 0 : a.run.condition < b.run.condition;
    });
    return rows;
}

/// One model's answers to a sample: what is spelled differently and means the same is one.
struct Ballot {
    struct Choice {
        QString key;
        QString text;
        int count = 0;
        bool right = false;
    };
    QVector<Choice> choices;
    int asked = 0;

    /// The most frequent, the earliest on ties; an answer nobody could read only where there is no other.
    const Choice* vote() const
    {
        const Choice* best = nullptr;
        for (const Choice& choice : choices) {
            const bool read = !choice.key.isEmpty();
            const bool bestRead = best && !best->key.isEmpty();
            if (!best || read > bestRead || (read == bestRead && choice.count > best->count)) {
                best = &choice;
            }
        }
        return best;
    }
};

} // namespace

VoteTally SampleBundle::votes(Condition condition) const
{
    VoteTally tally;
    tally.perOption.resize(sample.options.size());
    // A language model alone is another witness than the model that was made from it.
    QMap<std::pair<QString, bool>, Ballot> ballots;
    for (const ResponseRow& row : responses) {
        if (row.run.condition != condition || row.response.shift != 0) {
            continue;
        }
        Ballot& ballot = ballots[{row.run.model, isLanguageModelAlone(condition, row.run.setting)}];
        ++ballot.asked;
        const QString answer = row.response.answer.simplified();
        // A scorer may have ruled on an answer that no parser could read; that is still an answer.
        if (answer.isEmpty() && !row.response.score) {
            continue;
        }
        const int option = optionPosition(answer, tally.perOption.size());
        const QString key = option >= 0 ? QString::number(option) : normaliseText(answer);
        auto choice = std::find_if(ballot.choices.begin(), ballot.choices.end(),
            [&](const Ballot::Choice& other) { return other.key == key; });
        if (choice == ballot.choices.end()) {
            ballot.choices.append({key, answer, 0, false});
            choice = ballot.choices.end() - 1;
        }
        ++choice->count;
        choice->right = choice->right || row.outcome == Outcome::Right;
    }
    QHash<QString, VoteTally::Answer> others;
    for (const Ballot& ballot : std::as_const(ballots)) {
        tally.askedAgain += ballot.asked > 1;
        tally.mostAsked = qMax(tally.mostAsked, ballot.asked);
        const Ballot::Choice* vote = ballot.vote();
        if (!vote) {
            ++tally.missing;
            continue;
        }
        ++tally.answered;
        tally.right += vote->right;
        const int option = optionPosition(vote->text, tally.perOption.size());
        if (option >= 0) {
            ++tally.perOption[option];
            continue;
        }
        VoteTally::Answer& other = others[vote->key];
        if (other.count == 0) {
            other.text = vote->text;
        }
        ++other.count;
        other.right = other.right || vote->right;
    }
    tally.others = others.values();
    std::sort(
        tally.others.begin(), tally.others.end(), [](const VoteTally::Answer& a, const VoteTally::Answer& b) {
            return a.count != b.count ? a.count > b.count : a.text < b.text;
        });
    return tally;
}

bool SampleBundle::hasCondition(Condition condition) const
{
    return std::any_of(responses.cbegin(), responses.cend(),
        [condition](const ResponseRow& row) { return row.run.condition == condition; });
}

int SampleBundle::nextOpenFlag(int from) const
{
    for (int i = 0; i < flags.size(); ++i) {
        const int index = (qMax(0, from) + i) % int(flags.size());
        if (flags.at(index).state == FlagState::Open) {
            return index;
        }
    }
    return -1;
}

int SampleBundle::firstFlag(const QStringList& kinds) const
{
    // What annotators disagree on holds up the whole sample.
    for (const bool ofKinds : {true, false}) {
        for (const FlagState state : {FlagState::Disputed, FlagState::Open}) {
            for (int i = 0; i < flags.size(); ++i) {
                if (flags.at(i).state == state && kinds.contains(flags.at(i).kind) == ofKinds) {
                    return i;
                }
            }
        }
    }
    return flags.isEmpty() ? -1 : 0;
}

bool SampleBundle::isReviewed() const
{
    const SampleStanding standing = deriveStanding(decisions);
    const auto any = [this](auto&& is) { return std::any_of(flags.cbegin(), flags.cend(), is); };
    const auto isProposal = [](const Flag& flag) {
        const FlagKind* kind = flagKindById(flag.kind);
        return kind && kind->has(FlagKind::Proposal);
    };
    const bool faults = any([&](const Flag& flag) { return !isProposal(flag); });
    return winnow::isReviewed({.flagged = !flags.isEmpty(),
        .open = any(
            [&](const Flag& flag) { return flag.state == FlagState::Open && !(faults && isProposal(flag)); }),
        .disputed
        = standing.actionDisputed || any([](const Flag& flag) { return flag.state == FlagState::Disputed; }),
        .acted = standing.action.has_value(),
        .settled = standing.action && standing.action->adjudicates});
}

bool SampleBundle::hasSaid(const Decision& decision) const
{
    const QVector<Decision> standing = effectiveDecisions();
    // The latest of the annotator about the same thing.
    for (auto it = standing.crbegin(); it != standing.crend(); ++it) {
        const bool same = it->annotator == decision.annotator
            && (decision.verdict != Verdict::None ? it->verdict != Verdict::None && it->kind == decision.kind
                                                  : it->action != Action::None);
        if (same) {
            return it->verdict == decision.verdict && it->action == decision.action
                && it->newGold == decision.newGold && it->newQuestion == decision.newQuestion
                && it->adjudicates == decision.adjudicates;
        }
    }
    return false;
}

QVector<Decision> SampleBundle::effectiveDecisions() const
{
    return deriveStanding(decisions).standing;
}

std::optional<Decision> SampleBundle::action() const
{
    return deriveStanding(decisions).action;
}

void SampleBundle::settle()
{
    const SampleStanding standing = deriveStanding(decisions);
    for (Flag& flag : flags) {
        flag.state = standing.states.value(flag.kind, FlagState::Open);
    }
}

QString SampleBundle::note() const
{
    const QVector<Decision> standing = effectiveDecisions();
    for (auto it = standing.crbegin(); it != standing.crend(); ++it) {
        if (!it->note.isEmpty() && !it->note.startsWith(kBlindAnswerPrefix)) {
            return it->note;
        }
    }
    return {};
}

QString SampleBundle::currentGold() const
{
    const std::optional<Decision> taken = action();
    return taken && taken->action == Action::Fix && !taken->newGold.isEmpty() ? taken->newGold : sample.gold;
}

Result<std::shared_ptr<const SampleBundle>> loadSampleBundle(Project& project, SampleId id)
{
    // Durable in the journal while an import holds the project. Asked for first: what is added in between is
    // in both.
    const QVector<Decision> pending = project.ledger().pendingOf(id);
    return project.read([&](sqlite::Connection& c) -> Result<std::shared_ptr<const SampleBundle>> {
        std::optional<Sample> sample = SampleStore(c).byId(id);
        if (!sample) {
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The project no longer has the sample with id %1"))
                    .arg(id.value),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Open the queue again")));
        }
        auto bundle = std::make_shared<SampleBundle>();
        bundle->sample = std::move(*sample);
        bundle->step = StepStore(c).ofSample(id);
        bundle->steps = StepStore(c).stepsOf(id);
        bundle->flags = FlagStore(c).ofSample(id);
        bundle->judgements = JudgementStore(c).ofSample(id);
        bundle->responses
            = rowsOf(bundle->sample, runsOf(c, bundle->sample.datasetId), ResponseStore(c).ofSample(id));
        bundle->decisions = DecisionStore(c).ofSample(id);
        QSet<QString> known;
        for (const Decision& decision : std::as_const(bundle->decisions)) {
            known.insert(decision.uuid);
        }
        for (const Decision& decision : pending) {
            if (!known.contains(decision.uuid)) {
                bundle->decisions.append(decision);
            }
        }
        if (bundle->decisions.size() > known.size()) {
            bundle->settle();
        }
        return bundle;
    });
}

} // namespace winnow
