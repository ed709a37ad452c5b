// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scorer.h"

namespace winnow {

/// All that a model answered, for scorers that need more than a last line: the file's reading where it has
/// one, else what is boxed, tagged, or the whole reply without reasoning and fences. Empty when nothing was
/// said.
QString wholeReply(const ReplyToScore& reply);

} // namespace winnow
