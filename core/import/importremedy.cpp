// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importremedy.h"

namespace winnow {

namespace {

constexpr const char* kRemedies[] = {
    QT_TRANSLATE_NOOP("Error", "Check how it was made"),
    QT_TRANSLATE_NOOP("Error",
        "Looked for response, prediction, output, messages, choices, score and the like; its columns are %1. "
        "Choose the column of the raw responses"),
    QT_TRANSLATE_NOOP("Error", "Its columns are %1; choose which of them is what"),
    QT_TRANSLATE_NOOP("Error", "Import the benchmark first, or choose the column of the sample key"),
    QT_TRANSLATE_NOOP("Error", "Name the dataset that is meant"),
    QT_TRANSLATE_NOOP("Error", "Name another dataset for it, or choose the column of the sample key"),
    QT_TRANSLATE_NOOP("Error",
        "Choose the column of the raw responses, or choose \"%1\" as the parsed answer if it is a model's "
        "after "
        "all"),
};

} // namespace

Sentence importRemedy(ImportRemedy remedy)
{
    return Sentence::of(kRemedies[int(remedy)]);
}

std::optional<ImportRemedy> importRemedyOf(const Error& error)
{
    const QString said = error.advice.json().toArray().at(0).toString();
    for (int i = 0; i < int(std::size(kRemedies)); ++i) {
        if (!said.isEmpty() && said == QString::fromUtf8(kRemedies[i])) {
            return ImportRemedy(i);
        }
    }
    return std::nullopt;
}

} // namespace winnow
