// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All gaps over 200,000 questions x 27 models x 3 tries (limit 2 s), a thousand strategies replayed on them
// (limit 10 s), and Success@K, majority and oracle beside the same with whole arrays in numpy (at least 10
// times as fast). Arguments: --samples N, --models N, --tries N.

#include "core/gaps/candidates.h"
#include "core/gaps/gaps.h"
#include "tests/bench/filledproject.h"
#include "tests/support/simulatedattempts.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace winnow;

namespace {

template <typename Work> double seconds(int runs, const Work& work)
{
    std::vector<double> taken;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        taken.push_back(double(timer.nsecsElapsed()) / 1e9);
    }
    std::sort(taken.begin(), taken.end());
    return taken[taken.size() / 2];
}

void printLimit(const char* what, double taken, double limit)
{
    std::printf("%-58s %7.3f s, limit %4.0f s: %.2f of it\n", what, taken, limit, taken / limit);
}

template <typename T> void write(const QString& path, const std::vector<T>& values)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(reinterpret_cast<const char*>(values.data()), qint64(values.size() * sizeof(T))) < 0) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
    }
}

void besideNumpy(const AttemptTable& table, int tries)
{
    const double ours = seconds(3, [&] {
        measureSuccess(table);
        measureOracle(table);
    });
    const auto success = measureSuccess(table);
    const CheapestRight oracle = measureOracle(table);
    const QTemporaryDir folder;
    std::vector<quint8> right;
    std::vector<quint32> answers;
    std::vector<float> dollars;
    for (const Contender& contender : table.contenders) {
        for (const TryColumn& column : contender.tries) {
            for (const Try outcome : column.outcome) {
                right.push_back(outcome == Try::Right ? 1 : 0);
            }
            answers.insert(answers.end(), column.answer.begin(), column.answer.end());
        }
        dollars.insert(
            dollars.end(), contender.tries.front().dollars.begin(), contender.tries.front().dollars.end());
    }
    write(folder.filePath(QStringLiteral("right")), right);
    write(folder.filePath(QStringLiteral("answers")), answers);
    write(folder.filePath(QStringLiteral("dollars")), dollars);
    QProcess numpy;
    numpy.start(QStringLiteral("/usr/bin/python3"),
        {QStringLiteral(WINNOW_SOURCE_DIR "/tests/bench/gaps_numpy.py"),
            folder.filePath(QStringLiteral("right")), folder.filePath(QStringLiteral("answers")),
            folder.filePath(QStringLiteral("dollars")), QString::number(table.contenders.size()),
            QString::number(tries), QString::number(table.size())});
    if (!numpy.waitForFinished(300'000) || numpy.exitCode() != 0) {
        std::printf("numpy is not there (python3-numpy): %s\n", numpy.readAllStandardError().constData());
        return;
    }
    const QStringList told = QString::fromUtf8(numpy.readAllStandardOutput()).trimmed().split(u' ');
    const double theirs = told.at(1).toDouble();
    double off = 0;
    for (qsizetype m = 0; m < success.size(); ++m) {
        const auto theirFigure = [&](int which) { return told.at(2 + 3 * m + which).toDouble(); };
        off = std::max({off, std::abs(theirFigure(0) - success.at(m).success.front()),
            std::abs(theirFigure(1) - success.at(m).success.back()),
            std::abs(theirFigure(2) - success.at(m).majority.back())});
    }
    off = std::max({off, std::abs(told.at(told.size() - 2).toDouble() - oracle.accuracy.mean),
        std::abs(told.last().toDouble() - oracle.dollars) / oracle.dollars});
    std::printf(
        "Success@k, all of k, majority@k and oracle: ours %.3f s, numpy %s %.3f s: %.1f times as fast; "
        "figures differ by at most %.1e\n",
        ours, qPrintable(told.first()), theirs, theirs / ours, off);
}

/// Log-probabilities that say something, so that there are as many strategies as may be.
void addSureness(AttemptTable& table)
{
    stats::Random random(2);
    for (Contender& contender : table.contenders) {
        for (TryColumn& column : contender.tries) {
            column.logProbability.resize(table.size());
            for (std::size_t i = 0; i < table.size(); ++i) {
                const bool right = column.outcome[i] == Try::Right;
                column.logProbability[i] = float(-std::exp(random.normal() - (right ? 1 : 0)));
            }
        }
    }
}

/// From a project file: all tries, seconds and dollars, into the table.
void readBack(int samples, int models, int tries)
{
    const QTemporaryDir folder;
    const auto project = Project::create(folder.filePath(QStringLiteral("bench.winnow")));
    if (!project || !bench::fill(**project, samples, models, true, tries)) {
        std::fprintf(stderr, "no project could be made\n");
        return;
    }
    SilentProgress progress;
    std::printf("  reading them from a project: %.3f s\n",
        seconds(3, [&] { readAttempts(**project, {}, progress); }));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto number = [&](const char* name, int otherwise) {
        const qsizetype at = arguments.indexOf(QLatin1String(name));
        return at >= 0 && at + 1 < arguments.size() ? arguments.at(at + 1).toInt() : otherwise;
    };
    const int samples = number("--samples", 200'000);
    const int models = number("--models", 27);
    const int tries = number("--tries", 3);
    auto made
        = std::make_shared<AttemptTable>(test::simulatedAttempts(std::size_t(samples), models, tries, 1));
    addSureness(*made);
    const std::shared_ptr<const AttemptTable> table = made;
    std::printf("%d questions x %d models x %d tries\n", samples, models, tries);
    SilentProgress progress;
    QVector<ContenderValidation> validation;
    Contextualization context;
    Latency latency;
    const double ofValidation = seconds(3, [&] { validation = measureValidation(*table, progress); });
    const double ofContext = seconds(3, [&] { context = measureContextualization(*table, progress); });
    const double ofLatency
        = seconds(3, [&] { latency = measureLatency(*table, validation, context, kPatience, progress); });
    const double ofStrategies
        = seconds(3, [&] { measureOrchestration(*table, context, kPatience, progress); });
    std::printf(
        "  validation %.3f, contextualization %.3f, latency %.3f s\n", ofValidation, ofContext, ofLatency);
    printLimit("The gaps (validation, contextualization, latency)", ofValidation + ofContext + ofLatency, 2);
    std::printf("  with the strategies, found and reported: %.3f s more\n", ofStrategies);
    const QVector<Strategy> candidates
        = candidateStrategies(*table, context.places, context.points, context.hasCosts);
    const double ofReplay = seconds(1, [&] {
        Replayer replayer(*table, context.places);
        replayer.briefs(candidates, kPatience,
            replayer.replay(
                Strategy::single(table->contenders.at(qsizetype(context.best().contender)).name)));
    });
    printLimit(qPrintable(QStringLiteral("%1 strategies replayed on all questions").arg(candidates.size())),
        ofReplay, 10);
    besideNumpy(*table, tries);
    readBack(samples, models, tries);
    return 0;
}
