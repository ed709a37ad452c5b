// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/knowndatasets.h"
#include "core/import/importrequest.h"
#include "core/sqlite/connection.h"
#include "core/text/keyforms.h"

namespace winnow {

/// What an import says of a dataset that it makes, because the dataset is known by its name or that of the
/// file: the capability of its samples, and settings. Of any other dataset a scorer, where one is usual for
/// it or its keys tell one (`byKeys`).
DatasetProposal proposeDataset(const QString& dataset, const ImportRequest& request, bool fileTellsCapability,
    const ScorerChoice& byKeys);

/// Keeps the settings of a proposal; the capability is the samples'. Throws sqlite::Failure.
void storeProposal(
    sqlite::Connection& connection, DatasetId dataset, const QString& name, const DatasetProposal& proposal);

/// One sentence for the import's report; empty when there is nothing to be said.
Sentence proposalSentence(const QString& dataset, const DatasetProposal& proposal);

} // namespace winnow
