// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sqlite/connection.h"

#include <QString>

#include <functional>

namespace winnow {

/// What people and judges found of the gold answers, sample by sample. Ranges are of sample ids, both ends
/// included. Throws sqlite::Failure; use inside Project::read.
class GoldCheckStore {
public:
    explicit GoldCheckStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// The samples whose gold answer people agree on: faulty where a flag that doubts it was confirmed or it
    /// was mended, sound where such a flag was overridden or the sample kept, by itself and not with many at
    /// one stroke. Who confirms a fault may keep the sample all the same: it is faulty then.
    void forEachChecked(
        SampleId first, SampleId last, const std::function<void(SampleId, bool faulty)>& visit);
    /// The judges that found a sample sound, by sample and name: none of a sample where another judge, or a
    /// person, found anything wrong.
    void forEachJudgedSound(
        SampleId first, SampleId last, const std::function<void(SampleId, QString judge)>& visit);
    /// Samples of the dataset with a decision that nobody took back.
    qint64 decidedSamples(DatasetId dataset);

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
