// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/answerparser.h"

namespace winnow {

/// Where an answer key points among the options, and how it was written.
struct GoldReading {
    /// -1: not among the options.
    int option = -1;
    AnswerForm form = AnswerForm::None;
};

/// Reads an answer key as a benchmark writes it: letter, "(A)", the text of an option, or an index from 0
/// ("2" where no option says 2).
GoldReading readGold(const QString& gold, const QStringList& options);

} // namespace winnow
