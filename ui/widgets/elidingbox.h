// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace winnow {

/// A choice between texts that may be long, such as names from data: as wide as the longest, up to a limit;
/// what does not fit ends in "…".
class ElidingBox : public QComboBox {
    Q_OBJECT
public:
    explicit ElidingBox(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace winnow
