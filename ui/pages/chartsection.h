// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartcard.h"

#include <QSet>

#include <optional>

class QComboBox;
class QGridLayout;
class QVBoxLayout;

namespace winnow {

/// Charts that belong together, under a heading.
class ChartSection : public QWidget {
    Q_OBJECT
public:
    explicit ChartSection(const QString& heading, QWidget* parent = nullptr);

    /// Cards side by side, as many as have room.
    void arrange(int columns);
    const QVector<ChartCard*>& cards() const { return m_cards; }

signals:
    /// Another look was chosen: the charts are to be drawn anew.
    void changed();

protected:
    /// What a card shows, at the left of its buttons.
    QComboBox* addChoice(ChartCard* card, const QStringList& choices, const QString& says, const char* name);
    /// `name` is what it is called in the window, `file` in saved files.
    ChartCard* addCard(const QString& title, Chart* chart, const char* name, const char* file);
    /// The others take its place.
    void setShown(ChartCard* card, bool shown);
    /// A card with its words; with `title`, instead of the chart that it lacks data for.
    struct Lacking {
        QString icon;
        QString title;
        QString text;
        /// Where it comes from.
        enum class From { Import, Audits } from = From::Import;
    };
    void say(ChartCard* card, const QString& subtitle, const std::optional<Lacking>& lacking = std::nullopt);
    /// For what stands below the cards.
    QVBoxLayout* rows() const { return m_rows; }

private:
    void place();

    QVBoxLayout* m_rows;
    QGridLayout* m_grid;
    QVector<ChartCard*> m_cards;
    QSet<const ChartCard*> m_away;
    int m_columns = 0;
};

} // namespace winnow
