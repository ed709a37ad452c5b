// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/projecterrata.h"

#include "core/base/remedy.h"
#include "core/curate/dispositions.h"
#include "core/domain/flagkind.h"
#include "core/domain/ledgerstate.h"
#include "core/store/datasetstore.h"
#include "core/store/decisionstore.h"
#include "core/store/flagstore.h"
#include "core/store/samplestore.h"
#include "core/text/goldreader.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace winnow {

namespace {

/// A corrected answer as samples store it: people type a letter, several, or the text of an option.
QString storedGold(const QString& typed, const Sample& sample)
{
    if (!sample.isMcq()) {
        return typed;
    }
    const int letter = optionPosition(typed, sample.options.size());
    const int option = letter >= 0 ? letter : readGold(typed, sample.options).option;
    if (option >= 0) {
        return optionLetter(option);
    }
    QVector<int> several;
    for (const QString& part : keyParts(typed, sample.options.size())) {
        several.append(letterKey(part, sample.options.size()));
    }
    return several.size() > 1 ? goldSetText(several) : typed;
}

QString optionText(const QString& letter, const QStringList& options)
{
    return options.value(optionPosition(letter, options.size()));
}

/// The letter under which a rotation shows an option; empty when it does not.
QString shownLetter(const Rotation& rotation, const QString& letter)
{
    const qsizetype at = letter.size() == 1 ? rotation.permutation.indexOf(letter) : -1;
    return at >= 0 ? optionLetter(int(at)) : QString();
}

/// Reads what a project says of samples and makes errata of it. Throws sqlite::Failure.
class Maker {
public:
    Maker(sqlite::Connection& connection, const Dispositions& dispositions)
        : m_flags(connection)
        , m_dispositions(dispositions)
    {
        for (const Decision& decision : DecisionStore(connection).effective()) {
            m_decisions[decision.sampleId.value].append(decision);
        }
    }

    bool isFault(SampleId id, const SampleOutcome& outcome) const
    {
        return outcome.disposition == Disposition::Fix
            || (outcome.disposition == Disposition::Drop && !faults(id).isEmpty());
    }

    void add(const Sample& sample, ProjectErrata& errata)
    {
        const SampleOutcome outcome = m_dispositions.of(sample.id);
        const qsizetype before = errata.errata.changes.size() + errata.errata.removals.size();
        if (outcome.disposition == Disposition::Drop) {
            errata.errata.removals.append(
                {sample.sourceIndex, sample.position, groundsOf(sample, faults(sample.id), Action::Drop)});
            for (const Rotation& rotation : sample.rotations) {
                if (rotation.shift != 0) {
                    ErrataRemoval removal = errata.errata.removals.at(before);
                    removal.index = rotation.sourceIndex;
                    removal.position = -1;
                    errata.errata.removals.append(removal);
                }
            }
        } else {
            addChanges(sample, outcome, errata.errata.changes);
        }
        if (errata.errata.changes.size() + errata.errata.removals.size() > before) {
            errata.samples.append(sample);
        }
    }

private:
    /// Mistakes of the benchmark that people confirmed, by kind.
    QStringList faults(SampleId id) const
    {
        QStringList kinds;
        const auto states = deriveStanding(m_decisions.value(id.value)).states;
        for (auto state = states.constBegin(); state != states.constEnd(); ++state) {
            const FlagKind* const kind = flagKindById(state.key());
            if (state.value() == FlagState::Confirmed && kind && kind->has(FlagKind::BenchmarkFault)) {
                kinds.append(state.key());
            }
        }
        return kinds;
    }

    ErrataGrounds groundsOf(const Sample& sample, const QStringList& kinds, Action action)
    {
        ErrataGrounds grounds;
        grounds.reasons = kinds.isEmpty() ? QStringList{QStringLiteral("decision")} : kinds;
        for (const Flag& flag : m_flags.ofSample(sample.id, false)) {
            const QString said = Sentence::fromJson(flag.evidence.value(QLatin1String("summary"))).english();
            if (kinds.contains(flag.kind) && !said.isEmpty() && !grounds.evidence.contains(said)) {
                grounds.evidence.append(said);
            }
        }
        for (const Decision& said : deriveStanding(m_decisions.value(sample.id.value)).standing) {
            const bool agrees
                = (said.verdict == Verdict::Confirm && kinds.contains(said.kind)) || said.action == action;
            if (agrees) {
                grounds.agreed.append({said.annotator, said.at, said.kind,
                    said.verdict == Verdict::None ? QString() : verdictId(said.verdict),
                    said.action == Action::None ? QString() : actionId(said.action), said.note});
            }
        }
        return grounds;
    }

    void addChanges(const Sample& sample, const SampleOutcome& outcome, QVector<ErrataChange>& changes)
    {
        const ErrataGrounds grounds = groundsOf(sample, faults(sample.id), Action::Fix);
        const auto add = [&](const QString& index, qint64 position, const QString& field,
                             const QString& before, const QString& after) -> ErrataChange& {
            changes.append({index, position, field, {before}, {after}, {}, {}, grounds});
            return changes.last();
        };
        const QString gold = outcome.newGold.isEmpty() ? sample.gold : storedGold(outcome.newGold, sample);
        const bool newQuestion = !outcome.newQuestion.isEmpty() && outcome.newQuestion != sample.question;
        if (newQuestion) {
            add(sample.sourceIndex, sample.position, kErrataQuestion, sample.question, outcome.newQuestion);
        }
        if (gold != sample.gold) {
            ErrataChange& change = add(sample.sourceIndex, sample.position, kErrataAnswer, sample.gold, gold);
            change.beforeOption = optionText(sample.gold, sample.options);
            change.afterOption = optionText(gold, sample.options);
            if (!sample.acceptedAnswers.isEmpty()) {
                add(sample.sourceIndex, sample.position, kErrataAccepted, {}, {});
                changes.last().before = sample.acceptedAnswers;
                changes.last().after = {};
            }
        }
        for (const Rotation& rotation : sample.rotations) {
            if (rotation.shift == 0) {
                continue;
            }
            if (newQuestion) {
                add(rotation.sourceIndex, -1, kErrataQuestion, sample.question, outcome.newQuestion);
            }
            const QString before = shownLetter(rotation, sample.gold);
            const QString after = shownLetter(rotation, gold);
            if (before != after && !before.isEmpty() && !after.isEmpty()) {
                ErrataChange& change = add(rotation.sourceIndex, -1, kErrataAnswer,
                    rotation.gold.isEmpty() ? before : rotation.gold, after);
                change.beforeOption = optionText(sample.gold, sample.options);
                change.afterOption = optionText(gold, sample.options);
            }
        }
    }

    FlagStore m_flags;
    const Dispositions& m_dispositions;
    QHash<qint64, QVector<Decision>> m_decisions;
};

/// The dataset of the errata: the one that is asked for, or the only one.
Result<Dataset> datasetOf(
    const QVector<Dataset>& all, const QHash<qint64, qint64>& faults, const QString& asked)
{
    QStringList names;
    QStringList withFaults;
    const Dataset* only = nullptr;
    for (const Dataset& dataset : all) {
        names.append(dataset.name);
        if (faults.contains(dataset.id.value) || all.size() == 1) {
            withFaults.append(dataset.name);
            only = &dataset;
        }
    }
    if (withFaults.size() == 1 && asked.isEmpty()) {
        return *only;
    }
    if (withFaults.isEmpty()) {
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Nobody has corrected a sample or confirmed that one is wrong in any dataset")),
            names);
    }
    return fail(ErrorCode::InvalidInput,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Several datasets have errata, and a patch is of one")),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose one of %1"))
            .arg(withFaults.join(QStringLiteral(", "))));
}

} // namespace

Result<ProjectErrata> projectErrata(
    sqlite::Connection& connection, const Policy& policy, const QString& dataset, const Progress& progress)
{
    DatasetStore datasets(connection);
    const auto asked = datasets.byName(dataset);
    if (!dataset.isEmpty() && !asked) {
        QStringList names;
        for (const Dataset& each : datasets.all()) {
            names.append(each.name);
        }
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\"")).arg(dataset), names);
    }
    const Dispositions dispositions = Dispositions::derive(connection, policy);
    Maker maker(connection, dispositions);
    QVector<SampleId> ids;
    for (auto it = dispositions.outcomes().constBegin(); it != dispositions.outcomes().constEnd(); ++it) {
        if (maker.isFault(it.key(), it.value())) {
            ids.append(it.key());
        }
    }
    std::sort(ids.begin(), ids.end());
    QVector<Sample> samples;
    QHash<qint64, qint64> faults;
    SampleStore store(connection);
    constexpr qsizetype kBlock = 512;
    for (qsizetype at = 0; at < ids.size(); at += kBlock) {
        if (progress.isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        for (const Sample& sample : store.byIds(ids.mid(at, kBlock))) {
            ++faults[sample.datasetId.value];
            if (!asked || sample.datasetId == asked->id) {
                samples.append(sample);
            }
        }
    }
    const auto chosen = asked ? Result<Dataset>(*asked) : datasetOf(datasets.all(), faults, dataset);
    if (!chosen) {
        return tl::unexpected<Error>(chosen.error());
    }
    std::stable_sort(samples.begin(), samples.end(),
        [](const Sample& a, const Sample& b) { return a.position < b.position; });
    ProjectErrata made;
    made.errata.dataset = chosen->name;
    made.errata.source = {QFileInfo(chosen->sourcePath).fileName(), chosen->sourceHash};
    for (const Sample& sample : std::as_const(samples)) {
        if (sample.datasetId == chosen->id) {
            maker.add(sample, made);
        }
    }
    return made;
}

Result<ProjectErrata> projectErrata(
    const Project& project, const Policy& policy, const QString& dataset, Progress& progress)
{
    return project.read(
        [&](sqlite::Connection& connection) { return projectErrata(connection, policy, dataset, progress); });
}

} // namespace winnow
