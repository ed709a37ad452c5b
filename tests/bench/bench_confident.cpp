// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Confident learning on CIFAR-10 (where the shared data is to be had) and on a generated set, every filter;
// beside cleanlab's own run in the same minute when $WINNOW_CLEANLAB names a checkout of it. usage:
// bench_confident [SAMPLES] [CLASSES] [REPEATS]

#include "core/stats/confidentlearning.h"
#include "core/stats/random.h"
#include "tests/support/shareddata.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>

using namespace winnow;
using namespace winnow::stats;

namespace {

struct Set {
    QString name;
    std::vector<int> labels;
    std::vector<double> probabilities;
    int classes = 10;

    LabelledProbabilities data() const { return {labels, probabilities, classes}; }
};

struct Filter {
    LabelFilter filter;
    const char* name;
};
constexpr Filter kFilters[]{{LabelFilter::PruneByNoiseRate, "prune_by_noise_rate"},
    {LabelFilter::PruneByClass, "prune_by_class"}, {LabelFilter::Both, "both"},
    {LabelFilter::ConfidentLearning, "confident_learning"},
    {LabelFilter::PredictedNeqGiven, "predicted_neq_given"},
    {LabelFilter::LowNormalisedMargin, "low_normalized_margin"},
    {LabelFilter::LowSelfConfidence, "low_self_confidence"}};

Set cifar()
{
    Set set{QStringLiteral("cifar10"), {}, {}, 10};
    QFile file(winnow::test::sharedData(QStringLiteral("cleanlab_label_errors/cifar10_items.csv")));
    if (!file.open(QIODevice::ReadOnly)) {
        return set;
    }
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        if (cells.size() < 18) {
            continue;
        }
        set.labels.push_back(cells[1].toInt());
        for (int c = 0; c < 10; ++c) {
            set.probabilities.push_back(cells[cells.size() - 10 + c].toDouble());
        }
    }
    return set;
}

Set generated(int samples, int classes)
{
    Set set{QStringLiteral("generated"), {}, {}, classes};
    Random random(11);
    std::vector<double> row(std::size_t(classes), 0.0);
    for (int i = 0; i < samples; ++i) {
        const std::size_t truth = random.below(std::size_t(classes));
        double sum = 0;
        for (std::size_t c = 0; c < row.size(); ++c) {
            row[c] = std::exp(random.normal() + (c == truth ? 3.0 : 0.0));
            sum += row[c];
        }
        for (const double value : row) {
            set.probabilities.push_back(value / sum);
        }
        set.labels.push_back(int(random.chance(0.08) ? random.below(std::size_t(classes)) : truth));
    }
    return set;
}

/// What cleanlab says: seconds and flagged positions by set and filter.
struct PeerRun {
    double seconds = 0;
    QByteArray positions;
};

template <typename T> bool write(const QString& path, const std::vector<T>& values)
{
    QFile file(path);
    const qint64 bytes = qint64(values.size() * sizeof(T));
    return file.open(QIODevice::WriteOnly)
        && file.write(reinterpret_cast<const char*>(values.data()), bytes) == bytes;
}

QHash<QString, PeerRun> peer(const std::vector<Set>& sets, int repeats)
{
    QHash<QString, PeerRun> runs;
    const QString checkout = qEnvironmentVariable("WINNOW_CLEANLAB");
    const char* how = "For cleanlab's figures set WINNOW_CLEANLAB to a checkout of its version 2.9 and, if "
                      "need be, WINNOW_PYTHON to a Python with numpy, scikit-learn, pandas, tqdm and "
                      "termcolor (Debian: python3-numpy python3-sklearn python3-pandas python3-tqdm "
                      "python3-termcolor).\n";
    if (checkout.isEmpty()) {
        std::printf("%s", how);
        return runs;
    }
    const QTemporaryDir folder;
    for (const Set& set : sets) {
        if (!write(folder.filePath(set.name + QStringLiteral(".labels")), set.labels)
            || !write(folder.filePath(set.name + QStringLiteral(".probabilities")), set.probabilities)) {
            std::printf("Cannot write to %s.\n", qPrintable(folder.path()));
            return runs;
        }
    }
    // Its own number of processes and one process; the faster counts.
    static const char* const script = R"(
import sys, time, warnings
warnings.filterwarnings("ignore")
sys.path.insert(0, sys.argv[1])
import numpy as np
from cleanlab.filter import find_label_issues
for name, classes in [a.split(":") for a in sys.argv[4:]]:
    labels = np.fromfile(f"{sys.argv[2]}/{name}.labels", dtype=np.int32).astype(int)
    rows = np.fromfile(f"{sys.argv[2]}/{name}.probabilities").reshape(-1, int(classes))
    for way in ("prune_by_noise_rate", "prune_by_class", "both", "confident_learning",
                "predicted_neq_given", "low_normalized_margin", "low_self_confidence"):
        best = float("inf")
        for jobs in (None, 1):
            for _ in range(int(sys.argv[3])):
                start = time.perf_counter()
                flags = find_label_issues(labels, rows, filter_by=way, n_jobs=jobs)
                best = min(best, time.perf_counter() - start)
        print("RUN", name, way, best, ",".join(map(str, np.flatnonzero(flags))))
)";
    QStringList arguments{
        QStringLiteral("-c"), QString::fromLatin1(script), checkout, folder.path(), QString::number(repeats)};
    for (const Set& set : sets) {
        arguments.append(set.name + u':' + QString::number(set.classes));
    }
    QProcess process;
    process.start(qEnvironmentVariable("WINNOW_PYTHON", QStringLiteral("python3")), arguments);
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        std::printf("cleanlab did not run: %s\n%s",
            process.readAllStandardError().trimmed().split('\n').last().constData(), how);
        return runs;
    }
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 5 && words[0] == "RUN") {
            runs.insert(QString::fromUtf8(words[1] + '/' + words[2]), {words[3].toDouble(), words[4]});
        }
    }
    return runs;
}

QByteArray listOf(const std::vector<std::size_t>& positions)
{
    QByteArrayList list;
    for (const std::size_t position : positions) {
        list.append(QByteArray::number(quint64(position)));
    }
    return list.join(',');
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int samples = arguments.value(1, QStringLiteral("200000")).toInt();
    const int classes = arguments.value(2, QStringLiteral("10")).toInt();
    const int repeats = std::max(1, arguments.value(3, QStringLiteral("3")).toInt());
    if (samples < 2 || classes < 2) {
        std::printf("usage: bench_confident [SAMPLES] [CLASSES] [REPEATS], at least 2 of both\n");
        return 2;
    }
    std::vector<Set> sets;
    sets.push_back(cifar());
    if (sets.front().labels.empty()) {
        std::printf("cifar10 is left out: no shared data (WINNOW_SHARED_DATA).\n");
        sets.pop_back();
    }
    sets.push_back(generated(samples, classes));
    const QHash<QString, PeerRun> peers = peer(sets, repeats);
    std::printf("best of %d, seconds\n%-10s %-22s %8s %8s %10s %10s %7s  %s\n", repeats, "set", "filter",
        "samples", "flags", "ours", "cleanlab", "ratio", "flags are");
    bool differs = false;
    for (const Set& set : sets) {
        for (const Filter& filter : kFilters) {
            double best = std::numeric_limits<double>::infinity();
            std::vector<std::size_t> found;
            for (int k = 0; k < repeats; ++k) {
                QElapsedTimer timer;
                timer.start();
                found = findLabelIssues(set.data(), filter.filter);
                best = std::min(best, double(timer.nsecsElapsed()) / 1e9);
            }
            std::printf("%-10s %-22s %8zu %8zu %10.4f", qPrintable(set.name), filter.name, set.labels.size(),
                found.size(), best);
            const auto run = peers.constFind(set.name + u'/' + QString::fromLatin1(filter.name));
            if (run == peers.constEnd()) {
                std::printf(" %10s %7s  %s\n", "-", "-", "-");
                continue;
            }
            const bool same = run->positions == listOf(found);
            differs = differs || !same;
            std::printf(
                " %10.4f %7.1f  %s\n", run->seconds, run->seconds / best, same ? "the same" : "OTHERS");
        }
    }
    return differs ? 1 : 0;
}
