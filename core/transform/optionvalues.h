// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace winnow {

/// An option that is one number, maybe written as a formula, with its unit.
struct OptionValue {
    /// Without signs of a formula around it.
    QString number;
    /// As it stands; empty = none.
    QString unit;
};

/// "12", "$9 \mathrm{~cm}$", "3/4", "2\sqrt{5}", "$5,000", "37.5MHz". Nothing for words, formulas with
/// letters, and several numbers.
std::optional<OptionValue> optionValue(const QString& option);

/// The text of a formula as people write it by hand: without dollars, \mathrm and the like; \frac{a}{b} as
/// a/b.
QString plainFormula(const QString& text);

bool isColour(const QString& option);
/// Small, medium, large; increases, decreases: a step of a scale that only the options tell.
bool isScaleWord(const QString& option);
/// Yes, no, and what stands for neither.
bool isYesNoWord(const QString& option);
bool isPlainYesNo(const QString& option);

} // namespace winnow
