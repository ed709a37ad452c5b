// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace winnow {

/// The wheel over this field scrolls the page and never changes the field in passing, unless it has the
/// focus, which the wheel does not give it.
void keepFromWheel(QWidget* field);

} // namespace winnow
