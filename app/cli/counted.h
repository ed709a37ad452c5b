// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace winnow::cli {

/// "1 sample", "2 samples": a count with the word in its form of one or of many.
inline QString counted(qint64 count, const char* one, const char* many)
{
    return QString::number(count) + u' ' + QString::fromLatin1(count == 1 ? one : many);
}

} // namespace winnow::cli
