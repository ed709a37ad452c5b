// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QPainter>
#include <QString>

namespace winnow {

// Numbers whose digits stand under each other in a column, whatever the desktop's font does (Qt asks fonts
// for their tabular figures from 6.7 on).

/// The room that `text` takes so.
int figuresWidth(const QFontMetrics& metrics, const QString& text);
/// Draws `text` in `rect`, in one line, as `alignment` says; cut with an ellipsis when it is too long.
void drawFigures(QPainter* painter, const QRect& rect, Qt::Alignment alignment, const QString& text);

} // namespace winnow
