// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsettables.h"

#include "core/subset/methodregistry.h"
#include "ui/models/modelsamples.h"
#include "ui/models/terms.h"
#include "ui/pages/subsetfigures.h"
#include "ui/util/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace winnow {

namespace {

class Tables {
    Q_DECLARE_TR_FUNCTIONS(winnow::SubsetTables)
public:
    static QVector<NumberColumn> methodColumns()
    {
        return {{tr("Method"), false, {}},
            {tr("Kendall alike"), true, tr("On models like those seen, with the 95% interval over splits")},
            {tr("Kendall stronger"), true, tr("Chosen by the weaker 60%, tried on the strongest 40%")},
            {tr("Error"), true, tr("Points between the score told from the set and all samples")},
            {tr("Error of mean"), true, tr("Error of the plain mean over the set, which is no score")},
            {tr("Pairs"), true,
                tr("Of the pairs of models that all samples tell apart, those it still does")},
            {tr("Discrimination"), true, tr("Of that of all samples")}};
    }
    static QVector<NumberColumn> scoreColumns()
    {
        return {{tr("Model"), false, {}}, {tr("All samples"), true, {}},
            {tr("From the set"), true, tr("What the model would score on all samples")},
            {tr("95% interval"), true, {}},
            {tr("Off by"), true, tr("Percentage points; the set was chosen by these very models")},
            {tr("Mean (no score)"), true,
                tr("The mean over the set alone, which depends on how the set was chosen")}};
    }
    static QVector<NumberColumn> storedColumns()
    {
        return {{tr("Name"), false, {}}, {tr("Method"), false, {}}, {tr("Samples"), true, {}},
            {tr("Seed"), true, {}}, {tr("Within"), false, {}}, {tr("Stored"), false, {}},
            {tr("Chosen from"), false,
                tr("Whether samples, scores and what the policy leaves of them are what they were")}};
    }
    static NumberCell age(SubsetAge age)
    {
        switch (age) {
        case SubsetAge::Same:
            return {tr("unchanged")};
        case SubsetAge::Changed:
            return {tr("changed since"), {}, tr("Open it and save it to choose it anew")};
        case SubsetAge::Unknown:
            break;
        }
        return {QStringLiteral("–")};
    }
};

NumberCell cellOf(const SubsetFigures& figures, const SubsetFigure& figure)
{
    const OverSplits& over = figures.*figure.figure;
    return figures.isEmpty() || !std::isfinite(over.mean) ? NumberCell{QStringLiteral("–")}
                                                          : NumberCell{figure.text(over.mean), over.mean};
}

NumberCell withInterval(const SubsetFigures& figures, const SubsetFigure& figure)
{
    NumberCell cell = cellOf(figures, figure);
    const OverSplits& over = figures.*figure.figure;
    if (cell.value.isValid() && std::isfinite(over.interval.low)) {
        cell.text += QStringLiteral(" (%1–%2)")
                         .arg(figure.text(over.interval.low), figure.text(over.interval.high));
    }
    return cell;
}

NumberCell percent(double share)
{
    return std::isfinite(share) ? NumberCell{formatPercent(share), share} : NumberCell{QStringLiteral("–")};
}

QString methodTitle(const QString& id)
{
    const SubsetMethod* method = subsetMethod(id);
    return method ? coreText(QString::fromUtf8(method->info().title)) : id;
}

} // namespace

NumberTable subsetMethodsTable(const QVector<SubsetMethodTrial>& tried)
{
    const QVector<SubsetFigure> figures = subsetFigures();
    const SubsetFigure raw{{}, {}, {}, &SubsetFigures::rawError, SubsetFigure::Unit::Points};
    NumberTable table;
    table.columns = Tables::methodColumns();
    for (const SubsetMethodTrial& each : tried) {
        const auto of = [&](const char* id) { return subsetFigure(figures, QLatin1String(id)); };
        const SubsetMethod* method = subsetMethod(each.method);
        table.rows.append({{methodTitle(each.method), each.method,
                               method ? coreText(QString::fromUtf8(method->info().description)) : QString()},
            withInterval(each.alike, of("kendall")), withInterval(each.stronger, of("kendall")),
            cellOf(each.alike, of("error")), cellOf(each.alike, raw), cellOf(each.alike, of("apart")),
            cellOf(each.alike, of("discrimination"))});
    }
    return table;
}

NumberTable subsetScoresTable(const QVector<SubsetModelScore>& models)
{
    NumberTable table;
    table.columns = Tables::scoreColumns();
    for (const SubsetModelScore& each : models) {
        const double off = each.score - each.accuracy;
        table.rows.append({{each.model, {}, {}, samplesAnsweredBy(each.model, {})}, percent(each.accuracy),
            percent(each.score),
            std::isfinite(each.interval.low) ? NumberCell{formatPercent(each.interval.low)
                    + QStringLiteral(" – ") + formatPercent(each.interval.high),
                each.interval.low}
                                             : NumberCell{QStringLiteral("–")},
            std::isfinite(off)
                ? NumberCell{(off > 0 ? QStringLiteral("+") : QString()) + formatNumber(100 * off, 1), off}
                : NumberCell{QStringLiteral("–")},
            percent(each.mean)});
    }
    return table;
}

NumberTable subsetStoredTable(const QVector<Subset>& stored, const QHash<QString, SubsetAge>& ages)
{
    NumberTable table;
    table.columns = Tables::storedColumns();
    for (const Subset& each : stored) {
        const QDateTime made = QDateTime::fromString(each.createdAt, Qt::ISODateWithMs).toLocalTime();
        table.rows.append({{each.name, each.name}, {methodTitle(each.method)},
            {formatCount(each.size), each.size}, {QString::number(each.seed), each.seed},
            {each.parents.isEmpty() ? QStringLiteral("–") : each.parents.join(QStringLiteral(", "))},
            {made.isValid() ? QLocale().toString(made, QLocale::ShortFormat) : each.createdAt},
            Tables::age(ages.value(each.name, SubsetAge::Unknown))});
    }
    return table;
}

} // namespace winnow
