// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/subsetstore.h"

namespace winnow::test {

/// A subset of these samples, in this order; those without a weight have 1.
inline Result<> putSubset(Project& project, const QString& name, const QVector<SampleId>& samples,
    const QVector<double>& weights = {})
{
    return project.write(
        {.parts = ChangeSet::Subsets, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
            Subset subset;
            subset.name = name;
            subset.method = QStringLiteral("random");
            subset.budget = samples.size();
            subset.seed = 11;
            subset.parents = {QStringLiteral("all")};
            subset.sourceHash = QByteArray(32, '\x5a');
            QVector<SubsetSample> chosen;
            for (qsizetype i = 0; i < samples.size(); ++i) {
                chosen.append({samples.at(i), i < weights.size() ? weights.at(i) : 1.0});
            }
            SubsetStore(c).put(subset, chosen);
            return {};
        });
}

inline Result<> removeSubset(Project& project, const QString& name)
{
    return project.write(
        {.parts = ChangeSet::Subsets, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
            SubsetStore(c).remove(name);
            return {};
        });
}

} // namespace winnow::test
