// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/datasetproposal.h"

#include "core/store/settingsstore.h"

#include <QFileInfo>

namespace winnow {

DatasetProposal proposeDataset(const QString& dataset, const ImportRequest& request, bool fileTellsCapability)
{
    DatasetProposal proposal;
    proposal.known = knownDataset(dataset);
    if (!proposal.known) {
        proposal.known = knownDataset(QFileInfo(request.file).fileName());
    }
    if (const KnownDataset* known = proposal.known) {
        const QString usual = fileTellsCapability ? QString() : QString::fromLatin1(known->capability);
        proposal.capability = request.capability.value_or(usual);
        proposal.scorer = request.scorer.value_or(QString::fromLatin1(known->scorer));
        proposal.blindHits = request.blindHits.value_or(known->blindHits);
        proposal.blindHitsOfChoices = request.blindHitsOfChoices.value_or(known->blindHitsOfChoices);
    }
    return proposal;
}

void storeProposal(
    sqlite::Connection& connection, DatasetId dataset, const QString& name, const DatasetProposal& proposal)
{
    SettingsStore store(connection);
    if (knownDataset(name) != proposal.known) {
        store.set(Setting::KnownAs, QString::fromLatin1(proposal.known->key), dataset);
    }
    store.set(Setting::Scorer, proposal.scorer, dataset);
    store.set(Setting::BlindHits, QString::number(proposal.blindHits), dataset);
    store.set(Setting::BlindHitsOfChoices, QString::number(proposal.blindHitsOfChoices), dataset);
}

Sentence proposalSentence(const QString& dataset, const DatasetProposal& proposal)
{
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
