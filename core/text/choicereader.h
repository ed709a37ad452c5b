// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/answerparser.h"

namespace winnow {

/// Letters of options, a bit each.
using Letters = quint32;

/// The only letter of a set; -1 when it has none or several.
int onlyLetter(Letters letters);

/// What a reply that is more than a letter or an option's text says: stated answers, affirmed letters, texts.
/// Several letters only when it lists them (`several`: and may mean them). 0 = no answer can be read. Linear
/// in the reply.
Letters readLetters(QStringView reply, const QStringList& options, bool several, AnswerForm& form);

} // namespace winnow
