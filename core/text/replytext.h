// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace winnow {

/// The part of a raw output that the model itself said: what follows the last "ASSISTANT:" (or the like) of
/// an echoed prompt, without reasoning in <think> tags and without the marks of a chat template. Linear.
QString modelReply(const QString& raw);

/// What stands between the braces of the last \\boxed{…}, without \\text{} and the like; empty when there is
/// none.
QString lastBoxed(QStringView text);

/// What stands in the last <answer>…</answer>; an open one reaches to the end. Empty when there is none.
QString lastTagged(QStringView text);

/// A short answer without what is wrapped around it: quotes, markdown, a code fence, $…$, a full stop.
QString unwrapped(QStringView text);

} // namespace winnow
