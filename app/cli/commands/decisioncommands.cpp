// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/decisioncommands.h"

#include "app/cli/counted.h"
#include "core/store/ledger.h"
#include "core/store/ledgerfile.h"
#include "core/store/samplestore.h"

#include <QJsonArray>

namespace winnow::cli {

Command::Description DecideCommand::description() const
{
    return {QStringLiteral("decide"), QStringLiteral("PROJECT"),
        QStringLiteral("Appends a decision to the ledger"),
        {valueOption("sample", "the sample, DATASET/INDEX", "KEY"),
            valueOption("kind", "the kind of flag decided on", "KIND"),
            valueOption("verdict", "confirm, override or unsure", "VERDICT"),
            valueOption("action", "keep, drop, fix, convert or circular", "ACTION"),
            valueOption("gold", "the corrected gold answer (implies --action fix)", "TEXT"),
            valueOption("question", "the corrected question (implies --action fix)", "TEXT"),
            valueOption("note", "a note", "TEXT"), valueOption("annotator", "who decides", "NAME"),
            flagOption("adjudicate", "settles what annotators disagree on")}};
}

int DecideCommand::run(Context& context) const
{
    if (!context.isSet("sample") || context.value("annotator").trimmed().isEmpty()) {
        return context.usage(QStringLiteral("decide needs --sample and --annotator"));
    }
    Decision decision;
    decision.annotator = context.value("annotator").trimmed();
    decision.kind = context.value("kind");
    decision.note = context.value("note");
    decision.newGold = context.value("gold");
    decision.newQuestion = context.value("question");
    decision.adjudicates = context.isSet("adjudicate");
    if (context.isSet("verdict")) {
        const auto verdict = verdictFromId(context.value("verdict"));
        if (!verdict || *verdict == Verdict::None) {
            return context.usage(QStringLiteral("--verdict takes confirm, override or unsure"));
        }
        decision.verdict = *verdict;
        if (decision.kind.isEmpty()) {
            return context.usage(QStringLiteral("--verdict needs --kind"));
        }
    }
    if (context.isSet("action")) {
        const auto action = actionFromId(context.value("action"));
        if (!action || *action == Action::None) {
            return context.usage(QStringLiteral("--action takes keep, drop, fix, convert or circular"));
        }
        decision.action = *action;
    } else if (context.isSet("gold") || context.isSet("question")) {
        decision.action = Action::Fix;
    }
    if (decision.action == Action::Fix && decision.newGold.isEmpty() && decision.newQuestion.isEmpty()) {
        return context.usage(QStringLiteral("--action fix needs --gold or --question"));
    }
    if (decision.verdict == Verdict::None && decision.action == Action::None && decision.note.isEmpty()) {
        return context.usage(QStringLiteral("decide needs --verdict, --action or --note"));
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const QString key = context.value("sample");
    auto prepared = (*project)->read([&](sqlite::Connection& c) -> Result<int> {
        const auto sample = SampleStore(c).byKey(key);
        if (!sample) {
            return fail(ErrorCode::NotFound, QStringLiteral("There is no sample \"%1\"").arg(key),
                QStringLiteral("Sample keys are DATASET/INDEX"));
        }
        if (decision.action == Action::Fix && sample->isMcq() && !decision.newGold.isEmpty()) {
            const int gold = optionPosition(decision.newGold, sample->options.size());
            if (gold < 0) {
                return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1 has the options A to %2; \"%3\" is none of them")
                        .arg(key, optionLetter(int(sample->options.size()) - 1), decision.newGold));
            }
            decision.newGold = optionLetter(gold);
        }
        decision.sampleId = sample->id;
        return 0;
    });
    if (!prepared) {
        return context.failed(prepared.error());
    }
    auto stored = (*project)->ledger().decide({decision});
    if (!stored) {
        return context.failed(stored.error());
    }
    const LedgerStatus status = (*project)->ledger().status();
    context.print({{QStringLiteral("decision"), stored->first().uuid}, {QStringLiteral("sample"), key},
        {QStringLiteral("waiting"), status.pending}});
    if (!context.json) {
        context.out << "Decision " << stored->first().uuid << " on " << key << " is stored"
                    << (status.pending ? " in the journal; the project takes it when it is free" : "")
                    << ".\n";
    }
    return Done;
}

Command::Description UndoCommand::description() const
{
    const bool undo = m_direction == Direction::Undo;
    return {undo ? QStringLiteral("undo") : QStringLiteral("redo"), QStringLiteral("PROJECT"),
        undo ? QStringLiteral("Appends the inverse of the annotator's last decision")
             : QStringLiteral("Appends again what the annotator's last undo took back"),
        {valueOption("annotator", "whose decision", "NAME")}};
}

int UndoCommand::run(Context& context) const
{
    const QString annotator = context.value("annotator").trimmed();
    if (annotator.isEmpty()) {
        return context.usage(QStringLiteral("%1 needs --annotator").arg(description().name));
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    Ledger& ledger = (*project)->ledger();
    auto touched = m_direction == Direction::Undo ? ledger.undo(annotator) : ledger.redo(annotator);
    if (!touched) {
        return context.failed(touched.error());
    }
    QJsonArray samples;
    for (const Decision& decision : *touched) {
        samples.append(decision.sampleKey);
        if (!context.json) {
            context.out << (m_direction == Direction::Undo ? "Took back: " : "Decided again: ")
                        << decision.sampleKey << " " << decision.kind << " " << verdictId(decision.verdict)
                        << " " << actionId(decision.action) << "\n";
        }
    }
    context.print({{QStringLiteral("count"), touched->size()}, {QStringLiteral("samples"), samples}});
    return Done;
}

Command::Description MergeCommand::description() const
{
    return {QStringLiteral("merge"), QStringLiteral("PROJECT OTHER..."),
        QStringLiteral("Brings in the decisions of other projects, journals, or files that \"ledger\" wrote"),
        {}};
}

int MergeCommand::run(Context& context) const
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    qint64 read = 0;
    qint64 added = 0;
    qint64 rejected = 0;
    qint64 waiting = 0;
    QStringList problems;
    QJsonArray disputed;
    for (const QString& other : context.arguments.mid(1)) {
        auto file = readLedgerFile(other);
        if (!file) {
            return context.failed(file.error());
        }
        auto report = (*project)->ledger().merge(file->events);
        if (!report) {
            return context.failed(report.error());
        }
        read += report->read;
        added += report->added;
        waiting = report->waiting;
        rejected += file->rejected;
        problems += file->problems;
        for (const FlagName& flag : std::as_const(report->newlyDisputed)) {
            disputed.append(
                QJsonObject{{QStringLiteral("sample"), flag.sampleKey}, {QStringLiteral("kind"), flag.kind}});
        }
    }
    context.print({{QStringLiteral("read"), read}, {QStringLiteral("added"), added},
        {QStringLiteral("rejected"), rejected},
        {QStringLiteral("problems"), QJsonArray::fromStringList(problems)},
        {QStringLiteral("waiting"), waiting}, {QStringLiteral("newly_disputed"), disputed}});
    if (!context.json) {
        context.out << "Read " << counted(read, "event", "events") << "; new: " << added << ".\n";
        if (waiting) {
            context.out << counted(waiting, "event waits", "events wait")
                        << " for samples or for the rest of a batch.\n";
        }
        for (const QJsonValue& flag : std::as_const(disputed)) {
            context.out << "Disputed now: " << flag[QLatin1String("sample")].toString() << " "
                        << flag[QLatin1String("kind")].toString() << "\n";
        }
        for (const QString& problem : std::as_const(problems)) {
            context.out << "rejected: " << problem << "\n";
        }
    }
    return rejected ? SomeRejected : Done;
}

Command::Description LedgerCommand::description() const
{
    return {QStringLiteral("ledger"), QStringLiteral("PROJECT"),
        QStringLiteral("Writes all decisions as JSON lines that \"merge\" reads"),
        {valueOption("out", "the file to write", "FILE.jsonl")}};
}

int LedgerCommand::run(Context& context) const
{
    if (!context.isSet("out")) {
        return context.usage(QStringLiteral("ledger needs --out FILE"));
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    auto written = writeLedgerFile(**project, context.value("out"));
    if (!written) {
        return context.failed(written.error());
    }
    context.print({{QStringLiteral("events"), *written}, {QStringLiteral("file"), context.value("out")}});
    if (!context.json) {
        context.out << "Wrote " << counted(*written, "event", "events") << " to " << context.value("out")
                    << ".\n";
    }
    return Done;
}

} // namespace winnow::cli
