// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QVector>

namespace winnow {

// Texts that come from data (names, questions, options, file names, errors) are shown letter by letter. Qt
// reads markup in tool tips and labels, a key in the '&' of menus and buttons, and a placeholder in the "[*]"
// of window titles: what goes there goes through these functions. Any thread.

/// The longest tool tip, in characters; the rest is cut.
constexpr qsizetype kLongestTip = 2000;

/// `text` as a tool tip cuts it.
QString cutTip(const QString& text);
/// For Qt::ToolTipRole and whatever else ends in a tool tip: shown as it is, its long lines broken.
QString plainTip(const QString& text);
/// For the text of an action or of a button that Qt draws: without keys and columns.
QString plainCaption(const QString& text);
/// For the title of a window.
QString plainTitle(const QString& text);

/// Text with links and colours for a PlainLabel. Made of pieces, so that no data can become markup.
class Markup {
public:
    Markup() = default;
    static Markup text(const QString& text);
    /// A link without underline; `target` is what the label's linkActivated() tells.
    static Markup link(const QString& target, const QString& text);
    static Markup coloured(const QString& text, const QColor& color);
    /// `sentence`, with places[0] for its %1, places[1] for its %2 …
    static Markup filled(const QString& sentence, const QVector<Markup>& places);
    static Markup newLine();
    /// A wide space that is never broken.
    static Markup gap();

    Markup& operator+=(const Markup& other);
    bool isEmpty() const { return m_html.isEmpty(); }
    const QString& html() const { return m_html; }

private:
    explicit Markup(QString html)
        : m_html(std::move(html))
    {
    }

    QString m_html;
};

} // namespace winnow
