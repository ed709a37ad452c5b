// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// What a dataset card says beyond plan and layout.
struct CardFacts {
    /// Lines of YAML below "features:", empty where the loader finds out.
    QByteArray features;
    /// Files of a table, with "%1" for its split (and "%2" for its configuration).
    QString pattern;
    /// How a row gives its images, in words; empty = there are none.
    QString images;
};

/// The README.md of a dataset on the hub: a head that says which files there are and what columns they have,
/// and a text that says where the rows come from and what was done to them.
QByteArray datasetCard(const ExportPlan& plan, const ExportPlan::DatasetPart& part,
    const ExportEnd::Part& written, const CardFacts& facts);

/// The eval.yaml of a dataset on the hub, which registers it as a benchmark.
QByteArray evalYaml(const ExportPlan::DatasetPart& part, const ExportEnd::Part& written);

/// Of each dataset: card and eval.yaml, below its folder.
template <typename Facts>
Result<QVector<StagedFile::Written>> addCards(const ExportEnd& end, const Facts& factsOf)
{
    QVector<StagedFile::Written> all;
    for (qsizetype i = 0; i < end.parts.size(); ++i) {
        const ExportEnd::Part& written = end.parts.at(i);
        const ExportPlan::DatasetPart& part = end.plan.datasets.at(i);
        for (const auto& [name, bytes] :
            {std::pair(QStringLiteral("/README.md"), datasetCard(end.plan, part, written, factsOf(written))),
                std::pair(QStringLiteral("/eval.yaml"), evalYaml(part, written))}) {
            auto file = end.files.add(written.base + name, bytes);
            if (!file) {
                return tl::unexpected<Error>(file.error());
            }
            all.append(*std::move(file));
        }
    }
    return all;
}

} // namespace winnow
