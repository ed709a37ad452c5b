// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFont;
class QPainter;
class QRect;

namespace winnow {

/// Height of `text` in `font` in lines of at most `width` pixels: broken between words, and within a word
/// only where it is longer than a line.
int wrappedHeight(const QString& text, const QFont& font, int width);
/// Paints text so, with the painter's font and pen, from the left and centred from top to bottom.
void paintWrapped(QPainter& painter, const QRect& room, const QString& text);

} // namespace winnow
