// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>
#include <QVector>

#include <utility>

namespace winnow {

/// A value written as a Python (or JSON) literal. Numbers keep the digits they were written with.
struct PythonValue {
    enum class Kind { None, Boolean, Number, String, List, Dictionary };
    Kind kind = Kind::None;
    /// The text of a string, the digits of a number, "True" or "False".
    QString text;
    /// Elements of a list, tuple or set.
    QVector<PythonValue> items;
    /// Entries of a dictionary in the order they were written.
    QVector<std::pair<PythonValue, PythonValue>> entries;
};

/// Reads a literal of strings, numbers, booleans, None, lists, tuples, sets and dictionaries. Nothing is ever
/// evaluated: names, calls and operators are errors that say at which character what was found. Also reads
/// the way numpy prints lists of strings (no commas).
Result<PythonValue> parsePythonLiteral(QStringView text);

/// The elements of a list literal as texts; None becomes "None". Nested values are an error.
Result<QStringList> parsePythonStringList(QStringView text);

/// True when the text starts and ends like a list or tuple literal; cheap.
bool looksLikePythonList(QStringView text);

} // namespace winnow
