// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>

namespace winnow {

/// Of the files of a folder, by their names relative to it, those that are read where it holds the sample
/// logs of lmms-eval or lm-evaluation-harness: of repeated runs of a model the newest, and nothing beside
/// them (totals, caches). What is passed over is told in `notes`. WrongKind for logs of several tasks, which
/// are no parts of one set. Other folders stay as they are.
Result<QStringList> chooseLogs(const QString& folder, const QStringList& names, SentenceList& notes);

/// Why logs of these tasks are not read together.
tl::unexpected<Error> severalTasks(const QString& folder, const QStringList& tasks);

} // namespace winnow
