// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/util/figures.h"

#include <algorithm>

namespace winnow {

namespace {

bool isDigit(QChar letter)
{
    return letter >= u'0' && letter <= u'9';
}

/// The widest digit; 0 when all are alike and there is nothing to do.
int digitWidth(const QFontMetrics& metrics)
{
    int least = 0;
    int most = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        const int width = metrics.horizontalAdvance(QChar(digit));
        least = digit == u'0' ? width : std::min(least, width);
        most = std::max(most, width);
    }
    return least == most ? 0 : most;
}

} // namespace

int figuresWidth(const QFontMetrics& metrics, const QString& text)
{
    const int digit = digitWidth(metrics);
    if (digit == 0) {
        return metrics.horizontalAdvance(text);
    }
    int width = 0;
    for (const QChar letter : text) {
        width += isDigit(letter) ? digit : metrics.horizontalAdvance(letter);
    }
    return width;
}

void drawFigures(QPainter* painter, const QRect& rect, Qt::Alignment alignment, const QString& text)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int digit = digitWidth(metrics);
    const int width = figuresWidth(metrics, text);
    if (digit == 0 || width > rect.width()
        || std::none_of(text.cbegin(), text.cend(), [](QChar letter) { return isDigit(letter); })) {
        painter->drawText(
            rect, int(alignment), metrics.elidedText(text, Qt::ElideRight, std::max(0, rect.width())));
        return;
    }
    int x = alignment & Qt::AlignRight ? rect.right() + 1 - width
        : alignment & Qt::AlignHCenter ? rect.left() + (rect.width() - width) / 2
                                       : rect.left();
    for (const QChar letter : text) {
        const int own = metrics.horizontalAdvance(letter);
        const int room = isDigit(letter) ? digit : own;
        painter->drawText(QRect(x + (room - own) / 2, rect.top(), own + 2, rect.height()),
            int((alignment & Qt::AlignVertical_Mask) | Qt::AlignLeft), letter);
        x += room;
    }
}

} // namespace winnow
