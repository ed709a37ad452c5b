// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/subsetcontroller.h"

#include <QWidget>

class QComboBox;
class QBoxLayout;

namespace winnow {

class ChartCard;
class LineChart;
class Text;

/// How sets of every budget do on models held out, like those seen and stronger ones side by side, beside
/// random sets; a line stands where the budget is.
class SubsetCurveCards : public QWidget {
    Q_OBJECT
public:
    explicit SubsetCurveCards(const SubsetController& controller, QWidget* parent = nullptr);

    void show();
    QVector<ChartCard*> cards() const { return {m_alike.card, m_stronger.card}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Side {
        ChartCard* card = nullptr;
        LineChart* chart = nullptr;
    };
    Side make(const QString& title, const char* name, const char* file);
    void showSide(const Side& side, HeldOut kind, const QVector<SubsetCurvePoint>& points);
    void sayNothing(const Side& side, HeldOut kind);

    const SubsetController& m_controller;
    QComboBox* m_figure;
    Text* m_rests;
    QBoxLayout* m_row;
    Side m_alike;
    Side m_stronger;
};

} // namespace winnow
