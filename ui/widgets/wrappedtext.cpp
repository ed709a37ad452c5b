// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappedtext.h"

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>
#include <QtMath>

namespace winnow {

int wrappedHeight(const QString& text, const QFont& font, int width)
{
    QString lines = text;
    lines.replace(u'\n', QChar(QChar::LineSeparator));
    QTextLayout layout(lines, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(1, width));
        height += line.height() + line.leading();
    }
    layout.endLayout();
    return qCeil(height);
}

void paintWrapped(QPainter& painter, const QRect& room, const QString& text)
{
    QTextOption option(Qt::AlignLeft | Qt::AlignVCenter);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    painter.drawText(QRectF(room), text, option);
}

} // namespace winnow
