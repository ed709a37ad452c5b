// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/condition.h"
#include "core/domain/sample.h"
#include "core/sqlite/connection.h"
#include "core/text/scorer.h"

#include <QHash>

namespace winnow {

/// The samples of one dataset as scorers are told of them. One thread; throws sqlite::Failure.
class SampleScoring {
public:
    SampleScoring(sqlite::Connection& connection, DatasetId dataset);

    /// A reply to the sample in this condition and rotation, without what was said.
    ReplyToScore replyTo(SampleId sample, Condition condition, int shift);
    const Sample& sample(SampleId sample);

private:
    sqlite::Connection& m_connection;
    QHash<qint64, Sample> m_samples;
    DecimalMark m_habit = DecimalMark::Point;
};

/// The letters of a sample's gold as shown in a rotation; empty when there are none.
QString shownGold(const Sample& sample, int shift);

} // namespace winnow
