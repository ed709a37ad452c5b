// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quietsplitter.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QSplitterHandle>

namespace winnow {

namespace {

class QuietHandle : public QSplitterHandle {
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().window);
        if (underMouse()) {
            const QPointF middle = QRectF(rect()).center();
            const bool across = orientation() == Qt::Horizontal;
            const QSizeF grip = across ? QSizeF(3, 4 * kUnit) : QSizeF(4 * kUnit, 3);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens().borderStrong);
            painter.drawRoundedRect(
                QRectF(middle - QPointF(grip.width() / 2, grip.height() / 2), grip), 1.5, 1.5);
        }
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }
};

} // namespace

QuietSplitter::QuietSplitter(Qt::Orientation orientation, QWidget* parent)
    : QSplitter(orientation, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(kUnit);
}

QSplitterHandle* QuietSplitter::createHandle()
{
    return new QuietHandle(orientation(), this);
}

} // namespace winnow
