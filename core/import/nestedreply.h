// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string_view>

namespace winnow {

/// What a model said inside a value that an interface returned: several when it was asked for several.
struct NestedReplies {
    QStringList texts;
    /// Only replies look like this; a plain list of texts may as well be options.
    bool sure = false;
};

/// Reads the last assistant message of a chat, choices (message or text), candidates, outputs, content parts,
/// wrapped in a body, a response or a result; also lists in lists of texts, and a likelihood for each option.
NestedReplies nestedReplies(std::string_view json);

} // namespace winnow
