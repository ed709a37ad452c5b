// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/subset.h"
#include "core/store/project.h"

#include <QVector>

#include <optional>

namespace winnow {

/// Named selections of samples. Samples that are removed from the project leave them. Throws sqlite::Failure;
/// use inside Project::read / write.
class SubsetStore {
public:
    explicit SubsetStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// By name.
    QVector<Subset> all();
    std::optional<Subset> byName(const QString& name);
    /// In the order in which they were put.
    QVector<SubsetSample> samples(SubsetId subset);
    QVector<SampleId> sampleIds(SubsetId subset);
    /// Each sample once. Takes the place, and the id, of one of the same name; without a time it is made now.
    SubsetId put(const Subset& subset, const QVector<SubsetSample>& samples);
    /// False when there is none or another has the new name. Those chosen within it know it by the new one.
    bool rename(const QString& from, const QString& to);
    /// False when there is none.
    bool remove(const QString& name);

private:
    QVector<Subset> list(const QString& condition, const QString& name);

    sqlite::Connection& m_connection;
};

/// The one called that. NotFound names those there are; throws sqlite::Failure.
Result<Subset> subsetNamed(SubsetStore& store, const QString& name);
/// Its samples in their order. NotFound as above. Not on the GUI thread.
Result<QVector<SampleId>> samplesOfSubset(const Project& project, const QString& name);

} // namespace winnow
