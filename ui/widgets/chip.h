// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/flagkind.h"

#include <QAbstractButton>

#include <optional>

namespace winnow {

/// A small label with an icon: of a flag (hue of its group), of a filter that can be removed, or a button.
class Chip : public QAbstractButton {
    Q_OBJECT
public:
    enum class Use { Label, Removable, Button };

    Chip(const QString& text, Use use, QWidget* parent = nullptr);
    /// Gives the chip the hue and the icon of a group.
    void setGroup(FlagGroup group);
    /// Draws it pale: decided already.
    void setFaded(bool faded);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Use m_use;
    std::optional<FlagGroup> m_group;
    bool m_faded = false;
};

} // namespace winnow
