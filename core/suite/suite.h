// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insights.h"
#include "core/export/exporter.h"
#include "core/subset/subsetreport.h"

namespace winnow {

/// What DatBench (arXiv 2601.02316) makes of a benchmark, for all datasets and capabilities of a project at
/// once: DatBench-Full, what cleaning leaves, and DatBench, a small set for each capability out of it.
struct SuiteRequest {
    /// A folder; DatBench-Full, DatBench and README.md in it are made or replaced.
    QString out;
    /// Exporter ids; each goes to a folder of its name where there are several.
    QStringList formats{QStringLiteral("jsonl")};
    QString policy = QStringLiteral("datbench");
    /// Samples a capability, as DatBench has it.
    qint64 budget = 5000;
    quint64 seed = 1;
    QString method = QStringLiteral("top_r_pb");
    /// Splits by which ranking is tried on models held out.
    int splits = 20;
    /// Detectors that never ran, proposals included, run first.
    bool audit = true;
};

/// The small set of one capability.
struct SuitePart {
    QString capability;
    /// Empty where none could be chosen; then `obstacle` says why and all samples stay.
    std::optional<SubsetReport> report;
    Sentence obstacle;
    qint64 samples = 0;
    QVector<Sentence> notes;
};

struct SuiteResult {
    QString folder;
    QVector<ExportResult> full;
    QVector<ExportResult> small;
    QVector<SuitePart> parts;
    Insights insights;
    /// As written.
    QByteArray card;
};

/// The name under which the small set is stored.
inline const QString kSuiteSubset = QStringLiteral("DatBench");

/// Audits what never was, exports the cleaned suite, chooses, tries and stores the small sets and exports
/// them. The first failure ends it; each export is whole or as before. Not on the GUI thread.
Result<SuiteResult> writeSuite(Project& project, const SuiteRequest& request, Progress& progress);

} // namespace winnow
