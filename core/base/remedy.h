// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <optional>

namespace winnow {

/// What a person can do that the window and the command line call by different names: the sentence says what
/// is to be done, and the command line adds its command or option.
enum class Remedy { YourName, FlagKinds, FlagsOfSample, NewProject, KnownDataset, OtherBackup };

/// As an Error's advice.
Sentence adviceFor(Remedy remedy);
/// Which of them an error advises.
std::optional<Remedy> remedyOf(const Error& error);

/// NotFound with a remedy that names what there is.
tl::unexpected<Error> nothingCalled(const Sentence& message, QStringList there);

} // namespace winnow
