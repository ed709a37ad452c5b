// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/decisioncommands.h"

#include "core/store/decisionstore.h"
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
            valueOption("note", "a note", "TEXT"), valueOption("annotator", "who decides", "NAME")}};
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
    auto id = (*project)->write({.parts = ChangeSet::Decisions | ChangeSet::Flags, .samples = {}},
        [&](sqlite::Connection& c) -> Result<DecisionId> {
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
            return DecisionStore(c).append(decision);
        });
    if (!id) {
        return context.failed(id.error());
    }
    context.print({{QStringLiteral("decision"), id->value}, {QStringLiteral("sample"), key}});
    if (!context.json) {
        context.out << "Decision " << id->value << " on " << key << " is stored.\n";
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
    auto touched = (*project)->write(
        {.parts = ChangeSet::Decisions | ChangeSet::Flags, .samples = {}}, [&](sqlite::Connection& c) {
            DecisionStore store(c);
            return m_direction == Direction::Undo ? store.undo(annotator) : store.redo(annotator);
        });
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

} // namespace winnow::cli
