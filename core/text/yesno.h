// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace winnow {

/// What a key says when it is a yes or a no, in any spelling ("Yes", "y", "True", "ja", "是", "예"); nothing
/// for other keys, and for 0 and 1, which may be numbers.
std::optional<bool> yesOrNoKey(QStringView key);

/// What a reply to a yes-or-no question says: by its first word, or by the only one of the two in it ("The
/// statement is false"). Nothing when it says neither or both.
std::optional<bool> yesOrNo(QStringView reply);

} // namespace winnow
