// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidingbox.h"

#include "ui/widgets/theme.h"

#include <QStylePainter>

namespace winnow {

namespace {

constexpr int kMostWidth = 26 * kUnit;
/// What the style keeps free around the text.
constexpr int kMargins = 4;

} // namespace

ElidingBox::ElidingBox(QWidget* parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(AdjustToContents);
    setMaximumWidth(kMostWidth);
}

void ElidingBox::paintEvent(QPaintEvent*)
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    QStylePainter painter(this);
    const QRect room
        = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText
        = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, room.width() - kMargins);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace winnow
