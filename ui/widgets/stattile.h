// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/clickthrough.h"

#include <QAbstractButton>

namespace winnow {

/// One number that matters: a title, the number, what stands beside it. A click opens what is behind it.
class StatTile : public QAbstractButton {
    Q_OBJECT
public:
    explicit StatTile(const QString& title, QWidget* parent = nullptr);

    /// `detail` may have two lines. Not clickable unless `opens`.
    void set(const QString& value, const QString& detail, bool opens);
    /// Clickable when `opens` leads anywhere.
    void set(const QString& value, const QString& detail, const ClickThrough& opens);
    /// The number is one to look at before going on.
    void setCaution(bool caution);
    QString value() const { return m_value; }
    QString detail() const { return m_detail; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    /// A tile that opens nothing is not pressed.
    bool hitButton(const QPoint& position) const override
    {
        return m_opens && QAbstractButton::hitButton(position);
    }
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    QString m_value;
    QString m_detail;
    bool m_opens = false;
    ClickThrough m_open;
    bool m_caution = false;
};

} // namespace winnow
