// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/flagkind.h"

#include <QVector>
#include <QWidget>

#include <functional>
#include <optional>

namespace winnow {

class Chip;
class Text;

/// The restrictions in force as one line of chips. It has the same height with and without chips, so that
/// nothing below it moves; chips that do not fit are in a menu at its end.
class ChipRow : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        QString title;
        std::optional<FlagGroup> group;
        std::function<void()> remove;
    };

    /// `nothing` is said while there is no chip.
    explicit ChipRow(const QString& nothing, QWidget* parent = nullptr);
    void setEntries(const QVector<Entry>& entries, const std::function<void()>& removeAll);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void showMore();

    QVector<Entry> m_entries;
    QVector<Chip*> m_chips;
    Text* m_nothing;
    Chip* m_more;
    Chip* m_all;
    /// Chips that fit.
    int m_fitting = 0;
    std::function<void()> m_removeAll;
};

} // namespace winnow
