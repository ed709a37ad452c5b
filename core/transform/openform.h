// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transform/transformation.h"

namespace winnow {

/// The question without options that stand in its text, and without words on how to choose.
QString withoutOptions(const QString& question, const QStringList& options);

/// Ways in which an answer may be written, itself first: a number with and without its unit or as a word,
/// a formula as plain text, what stands in parentheses or behind a slash.
QStringList acceptedForms(const QString& answer, TransformReason reason);

/// Rule that suits answers of that kind.
QString scorerFor(TransformReason reason);

} // namespace winnow
