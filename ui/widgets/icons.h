// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/flagkind.h"

#include <QColor>
#include <QIcon>

namespace winnow {

/// A line icon of resources/icons by file name without ending, tinted by the theme when it is painted, so
/// that it is right after a change of theme and sharp on every screen. `tint` fixes the colour instead.
QIcon lineIcon(const QString& name, const QColor& tint = {});
/// The icon of a flag group in its hue.
QIcon flagGroupIcon(FlagGroup group);
/// Draws an icon into a rectangle with a colour.
void paintLineIcon(QPainter* painter, const QString& name, const QRectF& where, const QColor& color);

} // namespace winnow
