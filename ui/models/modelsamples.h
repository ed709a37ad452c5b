// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparison.h"
#include "core/domain/response.h"
#include "ui/models/clickthrough.h"

namespace winnow {

/// The samples of a dataset (empty = all) that a model answered with the image and with a score.
ClickThrough samplesAnsweredBy(const QString& model, const QString& dataset);

/// AnswersOrDeclines and Attempts ask which of several parts is meant, as RightOrWrong does.
enum class RunPart { RightOrWrong, Answered, Missing, Unread, AnswersOrDeclines, Attempts };
/// A part of the samples of a run, of one capability (empty = all).
ClickThrough samplesOf(const Run& run, RunPart part, const QString& capability = {});

/// The samples of two runs by who was right; what the two are called stands in the titles.
struct RunPair {
    QString first;
    QString second;
    ComparedSamples samples;
};
/// Asks which part is meant: only the first right, only the second, both, neither.
ClickThrough samplesOf(const RunPair& pair);
/// One list of it by itself.
ClickThrough samplesOf(const RunPair& pair, QVector<SampleId> ComparedSamples::*part);
/// The same for what a request compares; read when it is opened.
ClickThrough samplesOf(const ComparisonRequest& request, const QString& first, const QString& second);

} // namespace winnow
