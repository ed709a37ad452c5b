// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportplan.h"
#include "core/export/exportwriter.h"
#include "core/store/flagstore.h"

#include <QJsonArray>
#include <QJsonObject>

namespace winnow {

/// Which version of a dataset a changed row differs from: its file and the beginning of its SHA-256.
QString versionLabel(const Dataset& dataset);

/// What the manifest says of a whole plan: tool and version, samples by disposition and reason, policy,
/// subset, ledger. Nothing in it depends on when or where.
QJsonObject planFacts(const ExportPlan& plan);
/// Of one dataset: source with its hash, counts, prompt and scorer.
QJsonObject sourceFacts(const ExportPlan::DatasetPart& part, const ExportLayout& layout);
/// Of one sample that is not kept as it was.
QJsonObject changeFacts(const Sample& sample, const SampleOutcome& outcome);
/// Detectors that ran on the exported datasets, with version and parameters.
QJsonArray detectorFacts(const QVector<DetectorRun>& runs, const ExportPlan& plan);

} // namespace winnow
