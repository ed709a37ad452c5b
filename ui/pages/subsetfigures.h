// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/subsettrial.h"

#include <QVector>

namespace winnow {

/// One figure of what a set keeps, as the page says it.
struct SubsetFigure {
    enum class Unit { Correlation, Percent, Points };

    QString id;
    QString title;
    QString tip;
    OverSplits SubsetFigures::*figure = nullptr;
    Unit unit = Unit::Correlation;

    /// A dash when it cannot be told.
    QString text(double value) const;
    /// "0.85 to 0.91"; empty without an interval.
    QString interval(const OverSplits& figure) const;
};

/// Those that curves can show.
QVector<SubsetFigure> subsetFigures();
const SubsetFigure& subsetFigure(const QVector<SubsetFigure>& figures, const QString& id);

} // namespace winnow
