// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/remedy.h"

namespace winnow {

namespace {

constexpr const char* kRemedies[] = {
    QT_TRANSLATE_NOOP("Error", "Give your name once in the settings"),
    QT_TRANSLATE_NOOP("Error", "Choose one of the kinds that the detectors find"),
    QT_TRANSLATE_NOOP("Error", "Look which flags it has"),
    QT_TRANSLATE_NOOP("Error", "Check the name, or create it"),
    QT_TRANSLATE_NOOP("Error", "Choose one of the project's datasets"),
    QT_TRANSLATE_NOOP("Error", "Choose another backup"),
};

} // namespace

Sentence adviceFor(Remedy remedy)
{
    return Sentence::of(kRemedies[int(remedy)]);
}

std::optional<Remedy> remedyOf(const Error& error)
{
    const QString said = error.remedySentence().json().toArray().at(0).toString();
    for (int i = 0; i < int(std::size(kRemedies)); ++i) {
        if (!said.isEmpty() && said == QString::fromUtf8(kRemedies[i])) {
            return Remedy(i);
        }
    }
    return std::nullopt;
}

tl::unexpected<Error> nothingCalled(const Sentence& message, QStringList there)
{
    there.removeDuplicates();
    there.sort();
    return fail(ErrorCode::NotFound, message,
        there.isEmpty() ? Sentence()
                        : Sentence::of(QT_TRANSLATE_NOOP("Error", "There are: %1"))
                              .arg(there.join(QStringLiteral(", "))));
}

} // namespace winnow
