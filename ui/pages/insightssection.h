// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/insightsview.h"
#include "ui/widgets/chartcard.h"

class QComboBox;
class QGridLayout;

namespace winnow {

/// Charts of Insights that belong together, under a heading.
class InsightsSection : public QWidget {
    Q_OBJECT
public:
    explicit InsightsSection(const QString& heading, QWidget* parent = nullptr);

    /// Draws what was worked out, in the colours of the theme.
    virtual void show(const InsightsView& view) = 0;
    /// Cards side by side, as many as have room.
    void arrange(int columns);
    const QVector<ChartCard*>& cards() const { return m_cards; }

signals:
    /// Another look was chosen: show() again.
    void changed();

protected:
    /// What a card shows, at the left of its buttons.
    QComboBox* addChoice(ChartCard* card, const QStringList& choices, const QString& says, const char* name);
    /// `name` is what it is called in the window, `file` in saved files.
    ChartCard* addCard(const QString& title, Chart* chart, const char* name, const char* file);
    /// A card with its words; with `title`, instead of the chart that it lacks data for.
    struct Lacking {
        QString icon;
        QString title;
        QString text;
        /// Where it comes from.
        enum class From { Import, Audits } from = From::Import;
    };
    void say(ChartCard* card, const QString& subtitle, const std::optional<Lacking>& lacking = std::nullopt);

private:
    QGridLayout* m_grid;
    QVector<ChartCard*> m_cards;
    int m_columns = 0;
};

} // namespace winnow
