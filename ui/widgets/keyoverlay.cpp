// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyoverlay.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace winnow {

KeyOverlay::KeyOverlay(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("keyOverlay"));
    setFocusPolicy(Qt::StrongFocus);
    parent->installEventFilter(this);
    hide();
}

void KeyOverlay::open(const QVector<KeyHelpGroup>& groups)
{
    m_groups = groups;
    m_previousFocus = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    QStringList spoken;
    for (const KeyHelpGroup& group : groups) {
        for (const KeyHelp& line : group.lines) {
            spoken.append(line.keys + QLatin1String(": ") + line.what);
        }
    }
    setAccessibleName(tr("Keys of this page"));
    setAccessibleDescription(spoken.join(QLatin1String("; ")));
    show();
    raise();
    setFocus();
}

void KeyOverlay::close()
{
    hide();
    if (m_previousFocus) {
        m_previousFocus->setFocus();
    }
}

void KeyOverlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Shift && event->key() != Qt::Key_Control && event->key() != Qt::Key_Alt) {
        close();
    }
    event->accept();
}

void KeyOverlay::mousePressEvent(QMouseEvent*)
{
    close();
}

bool KeyOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void KeyOverlay::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = t.dark ? QColor(0, 0, 0) : QColor(0x20, 0x24, 0x2b);
    veil.setAlphaF(t.dark ? 0.62F : 0.45F);
    painter.fillRect(rect(), veil);

    const QFont heading = Theme::instance().font(TextSize::Body, true);
    const QFont body = Theme::instance().font(TextSize::Body);
    const QFontMetrics metrics(body);
    const int line = metrics.height() + kUnit;
    const int keyWidth = 18 * kUnit;
    const int columnWidth = keyWidth + 32 * kUnit;
    const int columns = m_groups.size() > 1 && width() > 2 * columnWidth + 12 * kUnit ? 2 : 1;
    QVector<int> heights(columns, 0);
    QVector<int> columnOf;
    for (const KeyHelpGroup& group : std::as_const(m_groups)) {
        const int column = int(std::min_element(heights.cbegin(), heights.cend()) - heights.cbegin());
        columnOf.append(column);
        heights[column] += (int(group.lines.size()) + 1) * line + 2 * kUnit;
    }
    const int boxHeight = *std::max_element(heights.cbegin(), heights.cend()) + 4 * kUnit;
    const int boxWidth = columns * columnWidth + 6 * kUnit;
    QRect box(0, 0, qMin(boxWidth, width() - 4 * kUnit), qMin(boxHeight, height() - 4 * kUnit));
    box.moveCenter(rect().center());
    painter.setPen(t.border);
    painter.setBrush(t.surface);
    painter.drawRoundedRect(box, kRadius, kRadius);
    painter.setClipRect(box);

    QVector<int> tops(columns, box.top() + 3 * kUnit);
    for (int i = 0; i < m_groups.size(); ++i) {
        const int column = columnOf.at(i);
        const int x = box.left() + 3 * kUnit + column * columnWidth;
        int y = tops.at(column);
        painter.setFont(heading);
        painter.setPen(t.text);
        painter.drawText(
            QRect(x, y, columnWidth, line), Qt::AlignLeft | Qt::AlignVCenter, m_groups.at(i).title);
        y += line;
        painter.setFont(body);
        for (const KeyHelp& help : m_groups.at(i).lines) {
            painter.setPen(t.accent);
            painter.drawText(QRect(x, y, keyWidth, line), Qt::AlignLeft | Qt::AlignVCenter, help.keys);
            painter.setPen(t.textMuted);
            painter.drawText(QRect(x + keyWidth, y, columnWidth - keyWidth - 2 * kUnit, line),
                Qt::AlignLeft | Qt::AlignVCenter,
                metrics.elidedText(help.what, Qt::ElideRight, columnWidth - keyWidth - 2 * kUnit));
            y += line;
        }
        tops[column] = y + 2 * kUnit;
    }
}

} // namespace winnow
