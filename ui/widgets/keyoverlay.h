// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keymap.h"

#include <QRect>
#include <QString>
#include <QVector>
#include <QWidget>

namespace winnow {

struct KeyHelpGroup {
    QString title;
    QVector<KeyHelp> lines;
};

/// Lists the keys over the window, in as many columns as they need; long texts wrap. What does not fit in a
/// small window is scrolled with the wheel or the arrow keys; any other key or a click closes it.
class KeyOverlay : public QWidget {
    Q_OBJECT
public:
    explicit KeyOverlay(QWidget* parent);
    void open(const QVector<KeyHelpGroup>& groups);

    /// A text and its place in this widget, before scrolling.
    struct Placed {
        enum class Use { Title, Keys, What } use;
        QString text;
        QRect rect;
    };
    const QVector<Placed>& placed() const { return m_placed; }
    QRect box() const { return m_box; }
    /// How far it can be scrolled.
    int overflow() const { return m_overflow; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void close();
    void arrange();
    /// A title or a line of help, one of the two, and the height it needs.
    struct Row {
        const KeyHelpGroup* title = nullptr;
        const KeyHelp* help = nullptr;
        int height = 0;
    };
    /// Widths: of the keys, of a column and of the texts in it, and of the widest text.
    struct Measures {
        int keys = 0;
        int column = 0;
        int text = 0;
        int widestText = 0;
    };

    /// Places everything in that many columns; true when it fits into the window.
    bool arrangeIn(int columns);
    Measures measure(int columns) const;
    QVector<Row> rowsFor(const Measures& measures) const;
    /// Where a row begins below `y` in a column of a height; -1 = in the next column.
    static int topOf(const QVector<Row>& rows, int row, int y, int height);
    static int columnsAt(const QVector<Row>& rows, int height);
    /// Returns how far down the longest column reaches.
    int place(const QVector<Row>& rows, const Measures& measures, int height);
    void scrollBy(int pixels);

    QVector<KeyHelpGroup> m_groups;
    QVector<Placed> m_placed;
    QRect m_box;
    int m_overflow = 0;
    int m_scroll = 0;
    QWidget* m_previousFocus = nullptr;
};

} // namespace winnow
