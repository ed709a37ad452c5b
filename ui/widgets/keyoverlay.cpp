// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyoverlay.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace winnow {

namespace {

/// Between the window and the box, the box and its texts, two columns.
constexpr int kOutside = 2 * kUnit;
constexpr int kInside = 3 * kUnit;
constexpr int kBetween = 4 * kUnit;
constexpr int kMostColumns = 4;
constexpr int kWidestKeys = 22 * kUnit;
constexpr int kWidestText = 44 * kUnit;
constexpr int kNarrowestText = 18 * kUnit;
constexpr int kNarrowest = 36 * kUnit;

} // namespace

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
    arrange();
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
    const int key = event->key();
    if (m_overflow > 0
        && (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp)) {
        const int step = key == Qt::Key_Down || key == Qt::Key_Up ? 5 * kUnit : m_box.height() / 2;
        scrollBy(key == Qt::Key_Down || key == Qt::Key_PageDown ? step : -step);
        event->accept();
        return;
    }
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

void KeyOverlay::resizeEvent(QResizeEvent*)
{
    arrange();
}

void KeyOverlay::arrange()
{
    m_scroll = 0;
    for (int columns = 1; columns <= kMostColumns; ++columns) {
        if (arrangeIn(columns)) {
            return;
        }
    }
    // Nothing fits: the widest readable columns, scrolled.
    for (int columns = kMostColumns; columns > 1; --columns) {
        if ((width() - 2 * kOutside - 2 * kInside) / columns >= kNarrowest) {
            arrangeIn(columns);
            return;
        }
    }
    arrangeIn(1);
}

bool KeyOverlay::arrangeIn(int columns)
{
    const Measures measures = measure(columns);
    const QVector<Row> rows = rowsFor(measures);
    int total = 0;
    for (const Row& row : rows) {
        total += row.height;
    }
    // The columns as even as the rows allow: the least height that needs no more columns.
    int height = total / columns;
    while (columnsAt(rows, height) > columns) {
        height += kUnit / 2;
    }
    const int boxWidth = columns * measures.column + (columns - 1) * kBetween + 2 * kInside;
    const int boxHeight = qMin(height + 2 * kInside, this->height() - 2 * kOutside);
    m_box = QRect((width() - boxWidth) / 2, (this->height() - boxHeight) / 2, boxWidth, boxHeight);
    m_overflow = qMax(0, place(rows, measures, height) + 2 * kInside - boxHeight);
    return m_overflow == 0 && measures.text >= qMin(measures.widestText, kNarrowestText);
}

KeyOverlay::Measures KeyOverlay::measure(int columns) const
{
    const QFontMetrics metrics(Theme::instance().font(TextSize::Body), this);
    Measures measures;
    for (const KeyHelpGroup& group : m_groups) {
        for (const KeyHelp& help : group.lines) {
            measures.keys = qMax(measures.keys, metrics.horizontalAdvance(help.keys));
            measures.widestText = qMax(measures.widestText, metrics.horizontalAdvance(help.what) + 2);
        }
    }
    measures.keys = qMin(measures.keys, kWidestKeys) + 2 * kUnit;
    const int room = (width() - 2 * kOutside - 2 * kInside - (columns - 1) * kBetween) / columns;
    measures.column = qMin(room, measures.keys + qMin(measures.widestText, kWidestText));
    measures.text = measures.column - measures.keys;
    return measures;
}

QVector<KeyOverlay::Row> KeyOverlay::rowsFor(const Measures& measures) const
{
    const QFontMetrics metrics(Theme::instance().font(TextSize::Body), this);
    const int titleHeight = QFontMetrics(Theme::instance().font(TextSize::Body, true), this).height() + kUnit;
    const auto heightOf = [&metrics](const QString& text, int across) {
        return metrics.boundingRect(QRect(0, 0, across, 1 << 16), Qt::TextWordWrap, text).height();
    };
    QVector<Row> rows;
    for (const KeyHelpGroup& group : m_groups) {
        rows.append({&group, nullptr, titleHeight});
        for (const KeyHelp& help : group.lines) {
            rows.append({nullptr, &help,
                qMax(heightOf(help.keys, measures.keys - 2 * kUnit), heightOf(help.what, measures.text))
                    + kUnit / 2 + 2});
        }
    }
    return rows;
}

int KeyOverlay::topOf(const QVector<Row>& rows, int row, int y, int height)
{
    const bool title = rows.at(row).title;
    const int gap = title && y > 0 ? 2 * kUnit : 0;
    // A title stays with its first line.
    const int with = title && row + 1 < rows.size() ? rows.at(row + 1).height : 0;
    return y > 0 && y + gap + rows.at(row).height + with > height ? -1 : y + gap;
}

int KeyOverlay::columnsAt(const QVector<Row>& rows, int height)
{
    int used = 1;
    int y = 0;
    for (int i = 0; i < rows.size(); ++i) {
        const int top = topOf(rows, i, y, height);
        used += top < 0;
        y = qMax(0, top) + rows.at(i).height;
    }
    return used;
}

int KeyOverlay::place(const QVector<Row>& rows, const Measures& measures, int height)
{
    m_placed.clear();
    int x = m_box.left() + kInside;
    int y = 0;
    int lowest = 0;
    for (int i = 0; i < rows.size(); ++i) {
        const Row& row = rows.at(i);
        y = topOf(rows, i, y, height);
        if (y < 0) {
            x += measures.column + kBetween;
            y = 0;
        }
        const int top = m_box.top() + kInside + y;
        if (row.title) {
            m_placed.append(
                {Placed::Use::Title, row.title->title, QRect(x, top, measures.column, row.height)});
        } else {
            m_placed.append(
                {Placed::Use::Keys, row.help->keys, QRect(x, top, measures.keys - 2 * kUnit, row.height)});
            m_placed.append({Placed::Use::What, row.help->what,
                QRect(x + measures.keys, top, measures.text, row.height)});
        }
        y += row.height;
        lowest = qMax(lowest, y);
    }
    return lowest;
}

void KeyOverlay::scrollBy(int pixels)
{
    m_scroll = qBound(0, m_scroll + pixels, m_overflow);
    update();
}

void KeyOverlay::wheelEvent(QWheelEvent* event)
{
    scrollBy(-event->angleDelta().y() / 2);
    event->accept();
}

void KeyOverlay::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = t.dark ? QColor(0, 0, 0) : QColor(0x20, 0x24, 0x2b);
    veil.setAlphaF(t.dark ? 0.62F : 0.45F);
    painter.fillRect(rect(), veil);
    painter.setPen(t.border);
    painter.setBrush(t.surface);
    painter.drawRoundedRect(m_box, kRadius, kRadius);
    painter.setClipRect(m_box.adjusted(0, kUnit, 0, -kUnit));
    const QFont heading = Theme::instance().font(TextSize::Body, true);
    const QFont body = Theme::instance().font(TextSize::Body);
    for (const Placed& placed : std::as_const(m_placed)) {
        painter.setFont(placed.use == Placed::Use::Title ? heading : body);
        painter.setPen(placed.use == Placed::Use::Title ? t.text
                : placed.use == Placed::Use::Keys       ? t.accent
                                                        : t.textMuted);
        painter.drawText(placed.rect.translated(0, -m_scroll),
            Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, placed.text);
    }
}

} // namespace winnow
