// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparison.h"

#include <QWidget>

namespace winnow {

class StatTile;

/// The difference of two runs and who is right where, as tiles that open their samples.
class CompareTiles : public QWidget {
    Q_OBJECT
public:
    explicit CompareTiles(QWidget* parent = nullptr);
    void show(const Comparison& comparison);

private:
    StatTile* m_difference;
    StatTile* m_onlyFirst;
    StatTile* m_onlySecond;
    StatTile* m_bothRight;
    StatTile* m_bothWrong;
};

} // namespace winnow
