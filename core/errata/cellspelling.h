// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errata/placedrecords.h"

#include <functional>
#include <optional>

namespace winnow {

/// How the elements of a list are read and written.
struct ElementSpelling {
    std::function<QString(std::string_view element)> read;
    /// In the place of an element that stands there, or of none.
    std::function<std::string(std::string_view element, const QString& text)> write;
};

/// Elements of a list in a cell that is JSON.
ElementSpelling jsonElements(const PlacedRecords& records);
/// Elements of a list that stands in a text, as Python or JSON write it; `list` shows which quotes it has.
ElementSpelling literalElements(std::string_view list);

/// A list with other elements: those that stay the same keep their bytes, and so does what stands between
/// them. Nothing when the text is no list.
std::optional<std::string> listWith(
    std::string_view list, const QStringList& elements, const ElementSpelling& spelling);

/// `text` with the only string in quotes that says `before` saying `after`; nothing when none or several do.
std::optional<std::string> stringReplaced(
    std::string_view text, const QString& before, const QString& after, const ElementSpelling& spelling);

/// `text` with the only place where `before` stands; nothing when it stands there never or more than once.
std::optional<QString> onceReplaced(const QString& text, const QString& before, const QString& after);

/// What may stand in the place of the answer `written` so that it says another option, the likeliest first:
/// as letter, index, label or text, as this file writes its answers.
struct GoldSpelling {
    QString written;
    /// Positions; `from` is -1 where there was no answer among the options.
    int from = -1;
    int to = -1;
    QStringList optionsBefore;
    QStringList options;
    QStringList labels;
    GoldForm form = GoldForm::Automatic;

    QStringList candidates() const;
};

} // namespace winnow
