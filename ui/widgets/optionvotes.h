// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/samplebundle.h"

#include <QWidget>

namespace winnow {

/// The options of a sample with the gold one marked and the models' votes drawn on them: a bar for the
/// standard runs, a line for the blind ones, and the numbers as text.
class OptionVotes : public QWidget {
    Q_OBJECT
public:
    explicit OptionVotes(QWidget* parent = nullptr);
    void set(const SampleBundle& bundle);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight(int row, int width) const;
    QRect textRect(const QRect& row) const;

    QStringList m_options;
    int m_gold = -1;
    QVector<int> m_standard;
    QVector<int> m_blind;
};

} // namespace winnow
