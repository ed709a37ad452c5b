// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/response.h"
#include "ui/models/clickthrough.h"

namespace winnow {

/// The samples of a dataset (empty = all) that a model answered with the image and with a score.
ClickThrough samplesAnsweredBy(const QString& model, const QString& dataset);

enum class RunPart { RightOrWrong, Answered, Missing, Unread };
/// A part of the samples of a run; RightOrWrong asks which of the two.
ClickThrough samplesOf(const Run& run, RunPart part);

} // namespace winnow
