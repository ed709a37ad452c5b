// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

namespace winnow {

/// One line of the keys that a page understands.
struct KeyHelp {
    QString keys;
    QString what;
};
struct KeyHelpGroup {
    QString title;
    QVector<KeyHelp> lines;
};

/// Lists the keys over the window; any key or click closes it.
class KeyOverlay : public QWidget {
    Q_OBJECT
public:
    explicit KeyOverlay(QWidget* parent);
    void open(const QVector<KeyHelpGroup>& groups);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void close();

    QVector<KeyHelpGroup> m_groups;
    QWidget* m_previousFocus = nullptr;
};

} // namespace winnow
