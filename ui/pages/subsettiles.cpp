// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsettiles.h"

#include "ui/pages/subsetfigures.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr double kHour = 3600;

/// Two lines; of one way to part the models there is no interval.
QString joined(const QString& first, const QString& second)
{
    return first.isEmpty() ? second : first + u'\n' + second;
}

} // namespace

SubsetTiles::SubsetTiles(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kUnit);
    m_alike = add(tr("Kendall, models alike"), "subsetKendallAlike");
    m_stronger = add(tr("Kendall, stronger models"), "subsetKendallStronger");
    m_error = add(tr("Error of the score"), "subsetError");
    m_apart = add(tr("Pairs told apart"), "subsetApart");
    m_speedUp = add(tr("Speed-up"), "subsetSpeedUp");
    m_hours = add(tr("GPU hours saved"), "subsetHours");
    m_money = add(tr("Money saved"), "subsetMoney");
    setTip(m_hours, tr("Seconds that the responses of all models took, as far as they were recorded"));
    setTip(m_money, tr("What the responses of all models cost, as far as it was recorded"));
    arrange();
}

StatTile* SubsetTiles::add(const QString& title, const char* name)
{
    auto* tile = new StatTile(title, this);
    tile->setObjectName(QLatin1String(name));
    m_tiles.append(tile);
    return tile;
}

void SubsetTiles::arrange()
{
    const int fitting = (width() + kUnit) / (m_tiles.first()->minimumSizeHint().width() + kUnit);
    const int columns = fitting >= int(m_tiles.size()) ? int(m_tiles.size()) : fitting >= 4 ? 4 : 3;
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    for (qsizetype i = 0; i < m_tiles.size(); ++i) {
        m_grid->addWidget(m_tiles.at(i), int(i) / columns, int(i) % columns);
    }
    for (int column = 0; column < int(m_tiles.size()); ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
}

void SubsetTiles::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SubsetTiles::showFigure(StatTile* tile, const SubsetFigure& figure, const SubsetFigures& own,
    const SubsetFigures& random, qint64 least)
{
    setTip(tile, figure.tip);
    if (own.isEmpty()) {
        tile->set(
            QStringLiteral("–"), least > 0 ? tr("needs %Ln models", nullptr, int(least)) : QString(), false);
        return;
    }
    const OverSplits& value = own.*figure.figure;
    const QString number = figure.text(value.mean);
    tile->set(figure.unit == SubsetFigure::Unit::Points ? tr("%1 points").arg(number) : number,
        joined(figure.interval(value), tr("random %1").arg(figure.text((random.*figure.figure).mean))),
        false);
}

void SubsetTiles::show(const SubsetChoice& choice)
{
    const QVector<SubsetFigure> figures = subsetFigures();
    const SubsetReport& report = choice.report;
    const auto least = [](HeldOut kind) { return qint64(leastModelsFor(kind)); };
    const auto figure = [&](const char* id) { return subsetFigure(figures, QLatin1String(id)); };
    showFigure(m_alike, figure("kendall"), report.alike, report.alikeRandom, least(HeldOut::Alike));
    showFigure(
        m_stronger, figure("kendall"), report.stronger, report.strongerRandom, least(HeldOut::Stronger));
    showFigure(m_error, figure("error"), report.alike, report.alikeRandom, least(HeldOut::Alike));
    showFigure(m_apart, figure("apart"), report.alike, report.alikeRandom, least(HeldOut::Alike));
    const auto worse = [](const SubsetFigures& own, const SubsetFigures& random) {
        return !own.isEmpty()
            && pairedOverSplits(own.splits, random.splits, &SubsetQuality::kendall).interval.high < 0;
    };
    m_alike->setCaution(worse(report.alike, report.alikeRandom));
    m_stronger->setCaution(worse(report.stronger, report.strongerRandom));
    showSaving(report.saving, choice);
}

void SubsetTiles::showSaving(const SubsetSaving& saving, const SubsetChoice& choice)
{
    const QString none = QStringLiteral("–");
    if (!choice.study) {
        for (StatTile* tile : {m_speedUp, m_hours, m_money}) {
            tile->set(none, QString(), false);
        }
        return;
    }
    m_speedUp->set(tr("%1×").arg(formatNumber(saving.speedUp(), 1)),
        tr("%1 of %Ln samples", nullptr, int(saving.of)).arg(formatCount(saving.samples)),
        ClickThrough::toSamples(tr("Samples of the set"), {choice.samples()}));
    const auto nothing = [&](StatTile* tile) { tile->set(none, tr("nothing recorded"), false); };
    if (std::isfinite(saving.secondsOfAll)) {
        const double used = std::isfinite(saving.seconds) ? saving.seconds : 0;
        m_hours->set(tr("%1 h").arg(formatNumber((saving.secondsOfAll - used) / kHour, 1)),
            tr("%1 h instead of %2 h")
                .arg(formatNumber(used / kHour, 1), formatNumber(saving.secondsOfAll / kHour, 1)),
            false);
    } else {
        nothing(m_hours);
    }
    if (std::isfinite(saving.dollarsOfAll)) {
        const double used = std::isfinite(saving.dollars) ? saving.dollars : 0;
        m_money->set(QStringLiteral("$%1").arg(formatNumber(saving.dollarsOfAll - used, 2)),
            tr("$%1 instead of $%2").arg(formatNumber(used, 2), formatNumber(saving.dollarsOfAll, 2)), false);
    } else {
        nothing(m_money);
    }
}

} // namespace winnow
