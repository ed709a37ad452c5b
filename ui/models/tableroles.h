// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace winnow {

/// Roles that DataTable draws, beside display, alignment and tool tip.
enum TableRole {
    /// ClickThrough: what a click on the cell opens.
    OpenRole = Qt::UserRole + 100,
    /// bool: a click on the cell does something that is not a ClickThrough.
    LinkRole,
    /// bool: the link does something instead, and looks like a button.
    ActionRole,
    /// double 0..1: a bar under the text.
    BarRole,
    /// bool: a heading row or a total.
    StrongRole,
    /// bool: of second importance.
    MutedRole,
    /// int: levels to the right.
    IndentRole,
    /// int: FlagGroup whose icon stands before the text.
    GroupIconRole,
    /// int: -1 bad, 0 neutral, 1 good; drawn in colour together with a sign or word in the text.
    ToneRole,
    /// Plain value to sort and copy by.
    PlainRole,
    /// Of a heading: what the column is kept by; its number when there is none.
    ColumnIdRole,
    /// Of a heading, bool: not shown until people choose it.
    HiddenRole,
};

} // namespace winnow
