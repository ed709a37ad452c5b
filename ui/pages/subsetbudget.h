// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSlider;
class QSpinBox;

namespace winnow {

class Text;

/// How many samples a set has: a slider on a logarithmic scale, the number, and what it is of all.
class SubsetBudget : public QWidget {
    Q_OBJECT
public:
    explicit SubsetBudget(QWidget* parent = nullptr);

    /// Shows a budget out of so many candidates; tells nobody.
    void show(qint64 budget, qint64 candidates);
    QSlider* slider() const { return m_slider; }

signals:
    /// The user chose another.
    void changed(qint64 budget);

private:
    qint64 budgetAt(int position) const;
    int positionOf(qint64 budget) const;
    void say(qint64 budget);

    qint64 m_candidates = 0;
    QSlider* m_slider;
    QSpinBox* m_number;
    Text* m_share;
};

} // namespace winnow
