// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace winnow {

/// The utils.py of a task of lmms-eval: pictures, prompt and scores of a row, and the mean over rows, in
/// which the rotations of a question are right only together.
QByteArray lmmsUtils();

} // namespace winnow
