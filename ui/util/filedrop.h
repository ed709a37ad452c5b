// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace winnow {

/// Local files that are dropped on a widget or on anything in it. Goes with the widget.
class FileDrop : public QObject {
    Q_OBJECT
public:
    explicit FileDrop(QWidget* widget);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    /// At least one.
    void dropped(const QStringList& files);
};

} // namespace winnow
