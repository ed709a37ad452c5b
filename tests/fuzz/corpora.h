// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

#include <string_view>

namespace winnow::fuzz {

/// Small sound inputs of a target (fuzztargets.h), from which a fuzzer starts.
QVector<QByteArray> seedsOf(std::string_view target);
/// Writes the seeds of every target into a folder of its name; false when that fails.
bool writeSeeds(const QString& folder);

} // namespace winnow::fuzz
