// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What small sets keep of recorded matrices, for models held out: every method against random sets, at 2%,
// 5%, 7.7% (13x) and 20%, for models like those seen and for stronger ones. Intervals are over splits, paired
// split by split. Arguments: --splits N (40), --draws N (50 random sets a split), --matrix NAME.
//
// Then the speed of the item curves beside the same Newton steps with whole arrays in numpy, and of all
// methods.

#include "core/stats/correlation.h"
#include "core/stats/random.h"
#include "core/subset/methodregistry.h"
#include "core/subset/subsettrial.h"
#include "tests/bench/scorematrices.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTextStream>

#include <cstdio>

using namespace winnow;

namespace {

constexpr double kBudgets[] = {0.02, 0.05, 0.077, 0.20};

struct Row {
    const bench::ScoreMatrixFile* matrix;
    size_t seen;
    HeldOut kind;
    QString title() const
    {
        return QStringLiteral("%1, %2 of %3 seen%4")
            .arg(matrix->name)
            .arg(seen)
            .arg(matrix->table.models)
            .arg(kind == HeldOut::Stronger ? QStringLiteral(", tried on the strongest 40%") : QString());
    }
};

struct Cell {
    std::vector<SubsetQuality> random;
    std::map<QString, std::vector<SubsetQuality>> methods;
};

QString text(double value, int digits = 3)
{
    return std::isnan(value) ? QStringLiteral("-") : QString::number(value, 'f', digits);
}

/// How the default did over all cells.
struct Tally {
    int cells = 0;
    int below = 0;
    QStringList belowWhere;
    QStringList errorWhere;
    double worstError = 0;
    std::map<QString, std::vector<double>> kendall;
    std::vector<double> covered;

    void add(const Row& row, double budget, const Cell& cell)
    {
        ++cells;
        const QString own = QString::fromLatin1(kDefaultSubsetMethod);
        const auto& ours = cell.methods.at(own);
        const OverSplits difference = pairedOverSplits(ours, cell.random, &SubsetQuality::kendall);
        const QString where = QStringLiteral("%1 at %2%").arg(row.title(), text(100 * budget, 1));
        if (difference.interval.high < -0.02) {
            ++below;
            belowWhere.append(where);
        }
        const double error = overSplits(ours, &SubsetQuality::error).mean;
        if (budget == 0.05) {
            worstError = std::max(worstError, error);
            if (error > 0.04) {
                errorWhere.append(QStringLiteral("%1: %2").arg(where, text(100 * error, 2)));
            }
        }
        covered.push_back(overSplits(ours, &SubsetQuality::covered).mean);
        for (const auto& [id, quality] : cell.methods) {
            kendall[id].push_back(overSplits(quality, &SubsetQuality::kendall).mean);
        }
    }

    void print() const
    {
        const QString own = QString::fromLatin1(kDefaultSubsetMethod);
        std::printf(
            "\n%d cells. Cells where the interval of %s less random lies below -.02 Kendall: %d%s%s\n", cells,
            qPrintable(own), below, below ? ": " : "", qPrintable(belowWhere.join(QStringLiteral("; "))));
        std::printf("Error of the score at 5%%: at most %.2f points; above 4: %s\n", 100 * worstError,
            errorWhere.isEmpty() ? "nowhere" : qPrintable(errorWhere.join(QStringLiteral("; "))));
        double inside = 0;
        for (const double share : covered) {
            inside += share / double(covered.size());
        }
        std::printf(
            "Accuracies over all items inside the 95%% interval of the score: %.1f%%\n", 100 * inside);
        QString best;
        double bestMean = -2;
        for (const auto& [id, values] : kendall) {
            const double mean = stats::mean(values);
            int ahead = 0;
            for (size_t i = 0; i < values.size(); ++i) {
                ahead += kendall.at(own)[i] >= values[i] ? 1 : 0;
            }
            std::printf("  %-18s mean Kendall %.3f; %s at or above it in %d of %d cells\n", qPrintable(id),
                mean, qPrintable(own), ahead, cells);
            if (id != own && mean > bestMean) {
                bestMean = mean;
                best = id;
            }
        }
        std::printf("Best fixed method over all cells: %s\n", qPrintable(best));
    }
};

void printRow(const Row& row, int splits, int draws, Tally& tally)
{
    HeldOutPlan plan;
    plan.kind = row.kind;
    plan.seen = row.seen;
    plan.splits = splits;
    const auto parted = heldOutSplits(row.matrix->table, row.matrix->stratum, row.matrix->frontier, plan);
    SilentProgress progress;
    std::printf("\n%s, %zu items\n%-20s", qPrintable(row.title()), row.matrix->table.items, "");
    std::vector<Cell> cells;
    for (const double budget : kBudgets) {
        const auto size = std::max<size_t>(2, size_t(std::lround(budget * double(row.matrix->table.items))));
        std::printf("| %5.1f%% (%4zu)                     ", 100 * budget, size);
        Cell cell;
        cell.random = measure(
            parted, *subsetMethod(QStringLiteral("stratified_random")), size, 1, draws, 0, progress);
        for (const auto& method : subsetMethods()) {
            cell.methods[method->info().id]
                = measure(parted, *method, size, 1, 1, method->info().frontierShare, progress);
        }
        tally.add(row, budget, cell);
        cells.push_back(std::move(cell));
    }
    std::printf("\n");
    const auto print = [&](const QString& title, const auto& of) {
        std::printf("%-20s", qPrintable(title));
        for (const Cell& cell : cells) {
            const auto& quality = of(cell);
            const OverSplits kendall = overSplits(quality, &SubsetQuality::kendall);
            const OverSplits less = pairedOverSplits(quality, cell.random, &SubsetQuality::kendall);
            std::printf("| %s (%+.3f..%+.3f) err %4.1f (%4.1f) ", qPrintable(text(kendall.mean)),
                less.interval.low, less.interval.high, 100 * overSplits(quality, &SubsetQuality::error).mean,
                100 * overSplits(quality, &SubsetQuality::rawError).mean);
        }
        std::printf("\n");
    };
    print(QStringLiteral("random, %1 sets").arg(draws), [](const Cell& cell) { return cell.random; });
    for (const QString& id : subsetMethodIds()) {
        print(id, [&](const Cell& cell) { return cell.methods.at(id); });
    }
    std::fflush(stdout);
}

ScoreTable simulated(size_t models, size_t items)
{
    stats::Random random(5);
    ScoreTable table = ScoreTable::empty(models, items);
    std::vector<double> ability(models), slope(items), intercept(items);
    for (double& value : ability) {
        value = random.normal();
    }
    for (size_t i = 0; i < items; ++i) {
        slope[i] = std::max(0.05, 1 + 0.5 * random.normal());
        intercept[i] = 1.2 * random.normal();
    }
    for (size_t m = 0; m < models; ++m) {
        for (size_t i = 0; i < items; ++i) {
            table.ofModel(m)[i]
                = random.chance(1 / (1 + std::exp(-(slope[i] * ability[m] + intercept[i])))) ? 1.0F : 0.0F;
        }
    }
    return table;
}

void printSpeed()
{
    constexpr size_t kModels = 168;
    constexpr size_t kItems = 3000;
    const ScoreTable table = simulated(kModels, kItems);
    std::vector<double> seconds;
    stats::ItemResponseFit fit;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        fit = stats::fitItemResponse(table.scores, kModels, kItems);
        seconds.push_back(double(timer.nsecsElapsed()) / 1e9);
    }
    std::sort(seconds.begin(), seconds.end());
    std::printf("\nItem curves of %zu models x %zu items, 12 rounds, one thread: %.3f s (limit .5 s)\n",
        kModels, kItems, seconds[2]);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("scores.f32")));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(
            reinterpret_cast<const char*>(table.scores.data()), qint64(table.scores.size() * sizeof(float)));
        file.close();
    }
    QProcess numpy;
    numpy.start(QStringLiteral("/usr/bin/python3"),
        {QStringLiteral(WINNOW_SOURCE_DIR "/tests/bench/itemcurves_numpy.py"), file.fileName(),
            QString::number(kModels), QString::number(kItems)});
    if (numpy.waitForFinished(120'000) && numpy.exitCode() == 0) {
        const QStringList told = QString::fromUtf8(numpy.readAllStandardOutput()).split(u' ');
        double apart = 0;
        for (size_t i = 0; i < kItems; ++i) {
            apart = std::max(
                apart, std::abs(told.at(2 + qsizetype(i)).toDouble() - double(fit.items.slope[i])));
        }
        std::printf(
            "The same steps in numpy %s: %.3f s; ours %.1f times as fast; slopes differ by at most %.4f\n",
            qPrintable(told.at(0)), told.at(1).toDouble(), told.at(1).toDouble() / seconds[2], apart);
    } else {
        std::printf("numpy is not there (python3-numpy): %s\n", numpy.readAllStandardError().constData());
    }
    const SelectionProblem problem(table);
    QElapsedTimer timer;
    timer.start();
    for (const auto& method : subsetMethods()) {
        QElapsedTimer one;
        one.start();
        const Selection chosen = method->choose(problem, SelectionTask::all(problem, 231, 1));
        std::printf("  %-18s %6.1f ms, %zu items\n", qPrintable(method->info().id),
            double(one.nsecsElapsed()) / 1e6, chosen.items.size());
    }
    std::printf("All methods at 7.7%%, curves and statistics worked out once: %.3f s (limit 2 s)\n",
        double(timer.nsecsElapsed()) / 1e9);
}

void printLarge()
{
    constexpr size_t kModels = 27;
    constexpr size_t kItems = 200'000;
    const ScoreTable table = simulated(kModels, kItems);
    QElapsedTimer timer;
    timer.start();
    std::vector<std::vector<HeldOutSplit>> both;
    for (const HeldOut kind : {HeldOut::Alike, HeldOut::Stronger}) {
        HeldOutPlan plan;
        plan.kind = kind;
        both.push_back(heldOutSplits(table, {}, {}, plan));
    }
    const double made = double(timer.restart()) / 1e3;
    SilentProgress progress;
    for (const auto& splits : both) {
        measure(splits, *subsetMethod(QStringLiteral("mixed")), 15'385, 1, 1, 0, progress);
        measure(splits, *subsetMethod(QStringLiteral("stratified_random")), 15'385, 1, 10, 0, progress);
    }
    std::printf("\n%zu models x %zu items, 13x: %zu + %zu ways to hold models out made in %.2f s, the "
                "default and ten "
                "random sets measured in %.2f s\n",
        kModels, kItems, both[0].size(), both[1].size(), made, double(timer.elapsed()) / 1e3);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto option = [&](const char* name, const QString& otherwise) {
        const qsizetype at = arguments.indexOf(QLatin1String(name));
        return at >= 0 && at + 1 < arguments.size() ? arguments.at(at + 1) : otherwise;
    };
    const int splits = option("--splits", QStringLiteral("40")).toInt();
    const int draws = option("--draws", QStringLiteral("50")).toInt();
    const QString only = option("--matrix", QString());
    const size_t seen = option("--seen", QStringLiteral("0")).toULongLong();
    printSpeed();
    printLarge();
    const auto matrices = bench::scoreMatrices();
    Tally tally;
    for (const auto& matrix : matrices) {
        if (!only.isEmpty() && matrix.name != only) {
            continue;
        }
        const size_t models = matrix.table.models;
        std::vector<Row> rows;
        if (seen > 0) {
            rows = {{&matrix, seen, HeldOut::Alike}, {&matrix, seen, HeldOut::Stronger}};
        } else if (models >= 54) {
            rows = {{&matrix, 27, HeldOut::Alike}, {&matrix, 10, HeldOut::Alike},
                {&matrix, 27, HeldOut::Stronger}};
        } else {
            rows = {{&matrix, models / 2, HeldOut::Alike}, {&matrix, models / 2, HeldOut::Stronger}};
        }
        for (const Row& row : rows) {
            printRow(row, splits, draws, tally);
        }
    }
    tally.print();
    return 0;
}
