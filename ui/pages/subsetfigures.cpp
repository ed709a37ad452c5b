// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsetfigures.h"

#include "ui/util/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace winnow {

QString SubsetFigure::text(double value) const
{
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    switch (unit) {
    case Unit::Correlation:
        return formatNumber(value, 2);
    case Unit::Percent:
        return formatPercent(value, 0);
    case Unit::Points:
        break;
    }
    return formatNumber(100 * value, 1);
}

QString SubsetFigure::interval(const OverSplits& over) const
{
    return std::isfinite(over.interval.low) ? QCoreApplication::translate("winnow::SubsetFigures", "%1 to %2")
                                                  .arg(text(over.interval.low), text(over.interval.high))
                                            : QString();
}

QVector<SubsetFigure> subsetFigures()
{
    const auto say
        = [](const char* text) { return QCoreApplication::translate("winnow::SubsetFigures", text); };
    using Unit = SubsetFigure::Unit;
    return {
        {QStringLiteral("kendall"), say(QT_TRANSLATE_NOOP("winnow::SubsetFigures", "Kendall")),
            say(QT_TRANSLATE_NOOP("winnow::SubsetFigures",
                "Rank correlation of the models by the set with their accuracy over all samples (tau-b)")),
            &SubsetFigures::kendall, Unit::Correlation},
        {QStringLiteral("spearman"), say(QT_TRANSLATE_NOOP("winnow::SubsetFigures", "Spearman")),
            say(QT_TRANSLATE_NOOP("winnow::SubsetFigures",
                "Rank correlation of the models by the set with their accuracy over all samples (rho)")),
            &SubsetFigures::spearman, Unit::Correlation},
        {QStringLiteral("error"), say(QT_TRANSLATE_NOOP("winnow::SubsetFigures", "Error of the score")),
            say(QT_TRANSLATE_NOOP("winnow::SubsetFigures",
                "Percentage points between the score told from the set and the accuracy over all samples")),
            &SubsetFigures::error, Unit::Points},
        {QStringLiteral("apart"), say(QT_TRANSLATE_NOOP("winnow::SubsetFigures", "Pairs told apart")),
            say(QT_TRANSLATE_NOOP("winnow::SubsetFigures",
                "Of the pairs of models that all samples tell apart, those that the set still does")),
            &SubsetFigures::apart, Unit::Percent},
        {QStringLiteral("discrimination"),
            say(QT_TRANSLATE_NOOP("winnow::SubsetFigures", "Discrimination kept")),
            say(QT_TRANSLATE_NOOP(
                "winnow::SubsetFigures", "Of the sum of the point-biserial correlations over all samples")),
            &SubsetFigures::discrimination, Unit::Percent},
    };
}

const SubsetFigure& subsetFigure(const QVector<SubsetFigure>& figures, const QString& id)
{
    const auto found = std::find_if(
        figures.cbegin(), figures.cend(), [&](const SubsetFigure& each) { return each.id == id; });
    return found == figures.cend() ? figures.first() : *found;
}

} // namespace winnow
