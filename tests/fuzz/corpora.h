// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVector>

#include <string_view>

namespace winnow::fuzz {

/// Small sound inputs of a target (fuzztargets.h), from which a fuzzer starts.
QVector<QByteArray> seedsOf(std::string_view target);

} // namespace winnow::fuzz
