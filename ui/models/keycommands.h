// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace winnow {

/// One thing that keys do in the window.
struct KeyCommand {
    enum class Use {
        /// The user may choose other keys.
        Chosen,
        /// Bound as it stands here.
        Fixed,
        /// A list or a chart has these keys by itself; only told.
        Told,
    };

    /// Stable; before the dot the page on which it works, "window" = everywhere.
    const char* id;
    /// The keys it has until others are chosen, as QKeySequence reads them, between spaces. What is only told
    /// is shown as it stands.
    const char* keys;
    /// What it does, English, context "Keys".
    const char* what;
    Use use = Use::Chosen;
    /// Holding the key down repeats it.
    bool repeats = false;
    /// Lists, buttons and combo boxes need these keys for themselves while they have the focus.
    bool yields = false;
    /// What it and its neighbours do, where the help has one line for them.
    const char* together = nullptr;

    /// The part of the id before the dot.
    QString page() const;
};

/// Every key of the window, page by page, in the order in which they are told: the one table that shortcuts,
/// menus, buttons, the `?` overlay, the preferences and the manual are made of.
const QVector<KeyCommand>& keyCommands();
/// Null when there is none.
const KeyCommand* keyCommand(const QString& id);
/// What it does, in the user's language.
QString keyCommandText(const KeyCommand& command);
/// The same for the line of the help that it stands in.
QString keyCommandLine(const KeyCommand& command);

} // namespace winnow
