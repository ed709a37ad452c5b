// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/response.h"
#include "core/store/project.h"

namespace winnow {

/// The samples of a run's dataset by how the run did on them, in source order.
struct RunSamples {
    /// Scores of at least one half, and below.
    QVector<SampleId> right;
    QVector<SampleId> wrong;
    /// No reply.
    QVector<SampleId> missing;
    /// A reply in which no answer could be read; also among right or wrong.
    QVector<SampleId> unread;
    /// By its first reply: it gives an answer, or it says something else (declines).
    QVector<SampleId> answers;
    QVector<SampleId> declines;
    /// Of samples that were tried several times: right every time, some of the times, never.
    QVector<SampleId> always;
    QVector<SampleId> sometimes;
    QVector<SampleId> never;
};

/// `capability` empty = all. Not on the GUI thread. A run that is not there (any more) has none.
Result<RunSamples> samplesOfRun(
    const Project& project, const Run& run, Progress& progress, const QString& capability = {});

} // namespace winnow
