// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subsetstudy.h"

#include <QWidget>

class QGridLayout;

namespace winnow {

class StatTile;
struct SubsetFigure;

/// What the set at the budget keeps of models held out, beside random sets, and what it saves.
class SubsetTiles : public QWidget {
    Q_OBJECT
public:
    explicit SubsetTiles(QWidget* parent = nullptr);

    void show(const SubsetChoice& choice);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    StatTile* add(const QString& title, const char* name);
    void showFigure(StatTile* tile, const SubsetFigure& figure, const SubsetFigures& own,
        const SubsetFigures& random, qint64 least);
    void showSaving(const SubsetSaving& saving, const SubsetChoice& choice);
    void arrange();

    QVector<StatTile*> m_tiles;
    int m_columns = 0;
    QGridLayout* m_grid;
    StatTile* m_alike;
    StatTile* m_stronger;
    StatTile* m_error;
    StatTile* m_apart;
    StatTile* m_speedUp;
    StatTile* m_hours;
    StatTile* m_money;
};

} // namespace winnow
