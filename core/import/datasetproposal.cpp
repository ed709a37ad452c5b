// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/datasetproposal.h"

#include "core/domain/usualscorers.h"
#include "core/store/settingsstore.h"

#include <QFileInfo>

namespace winnow {

namespace {

/// How replies to open questions are usually scored, or as the keys tell.
ScorerChoice usualChoice(const QString& dataset, const DatasetProposal& proposal,
    const ImportRequest& request, const ScorerChoice& byKeys)
{
    if (const KnownDataset* known = proposal.known; known && *known->scorer) {
        return {QString::fromLatin1(known->scorer),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "as is usual for %1 (%2)"))
                .arg(QString::fromUtf8(known->name), QString::fromUtf8(known->source))};
    }
    const UsualScorer* usual = usualScorer(dataset);
    if (!usual) {
        usual = usualScorer(QFileInfo(request.file).fileName());
    }
    if (usual && *usual->scorer) {
        return {QString::fromLatin1(usual->scorer),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "as is usual for %1 (%2)"))
                .arg(QString::fromUtf8(usual->name), QString::fromUtf8(usual->source))};
    }
    if (usual || proposal.known) {
        return {byKeys.scorer,
            Sentence::of(
                QT_TRANSLATE_NOOP("Import",
                    "a judge model is usual for %1 (%2): its verdicts can be brought in as a further "
                    "score set"))
                .arg(QString::fromUtf8(usual ? usual->name : proposal.known->name),
                    QString::fromUtf8(usual ? usual->source : proposal.known->source))};
    }
    return byKeys;
}

} // namespace

DatasetProposal proposeDataset(const QString& dataset, const ImportRequest& request, bool fileTellsCapability,
    const ScorerChoice& byKeys)
{
    DatasetProposal proposal;
    proposal.known = knownDataset(dataset);
    if (!proposal.known) {
        proposal.known = knownDataset(QFileInfo(request.file).fileName());
    }
    if (const KnownDataset* known = proposal.known) {
        const QString usual = fileTellsCapability ? QString() : QString::fromLatin1(known->capability);
        proposal.capability = request.capability.value_or(usual);
        proposal.blindHits = request.blindHits.value_or(known->blindHits);
        proposal.blindHitsOfChoices = request.blindHitsOfChoices.value_or(known->blindHitsOfChoices);
    }
    const ScorerChoice choice = usualChoice(dataset, proposal, request, byKeys);
    if (!request.scorer) {
        proposal.scorer = choice.scorer;
        proposal.scorerReason = choice.reason;
    } else if (proposal.known) {
        proposal.scorer = *request.scorer;
    }
    return proposal;
}

void storeProposal(
    sqlite::Connection& connection, DatasetId dataset, const QString& name, const DatasetProposal& proposal)
{
    SettingsStore store(connection);
    store.set(Setting::Scorer, proposal.scorer, dataset);
    store.setScorerReason(proposal.scorerReason, dataset);
    if (!proposal.known) {
        return;
    }
    if (knownDataset(name) != proposal.known) {
        store.set(Setting::KnownAs, QString::fromLatin1(proposal.known->key), dataset);
    }
    store.set(Setting::BlindHits, QString::number(proposal.blindHits), dataset);
    store.set(Setting::BlindHitsOfChoices, QString::number(proposal.blindHitsOfChoices), dataset);
}

Sentence proposalSentence(const QString& dataset, const DatasetProposal& proposal)
{
    if (!proposal.known) {
        const Sentence scorer = proposal.scorer.isEmpty()
            ? Sentence::of(QT_TRANSLATE_NOOP("Import", "by the kind of sample"))
            : Sentence(proposal.scorer);
        return proposal.scorerReason.isEmpty()
            ? Sentence()
            : Sentence::of(
                QT_TRANSLATE_NOOP("Import", "Replies to open questions of \"%1\" are scored: %2 (%3)"))
                  .arg(dataset, scorer, proposal.scorerReason);
    }
    const auto orNone = [](const QString& text) {
        return text.isEmpty() ? Sentence::of(QT_TRANSLATE_NOOP("Import", "none")) : Sentence(text);
    };
    const Sentence capability = proposal.capability.isEmpty()
        ? Sentence::of(QT_TRANSLATE_NOOP("Import", "as in the file"))
        : Sentence(proposal.capability);
    const Sentence scorer = proposal.scorer.isEmpty()
        ? Sentence::of(QT_TRANSLATE_NOOP("Import", "by the kind of sample"))
        : Sentence(proposal.scorer);
    const auto hits = [&](int number) { return orNone(number > 0 ? QString::number(number) : QString()); };
    const Sentence tau = proposal.blindHits == proposal.blindHitsOfChoices
        ? hits(proposal.blindHits)
        : Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 (open), %2 (multiple choice)"))
              .arg(hits(proposal.blindHits), hits(proposal.blindHitsOfChoices));
    return Sentence::of(QT_TRANSLATE_NOOP("Import",
                            "\"%1\" is known as %2 of the DatBench suite; capability: %3, scorer: %4, blind "
                            "cut-off in models: %5"))
        .arg(dataset, QString::fromUtf8(proposal.known->name), capability, scorer, tau);
}

} // namespace winnow
