// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The threshold of the Audits page dragged across a dataset: how long one step (counts, list and painting)
// holds the GUI thread. `bench_auditwindow [SAMPLES]`.

#include "core/stats/random.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/samplestore.h"
#include "tests/core/auditfixture.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/auditpreviewcard.h"
#include "ui/pages/auditspage.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace winnow;

namespace {

constexpr double kBudget = 16;
constexpr int kModels = 12;
constexpr int kSteps = 200;

Result<> fill(Project& project, int samples)
{
    return project.write(ChangeSet{}, [&](sqlite::Connection& connection) -> Result<> {
        Dataset dataset;
        dataset.name = QStringLiteral("wide");
        const DatasetId id = DatasetStore(connection).upsert(dataset);
        SampleWriter writer(connection);
        QVector<SampleId> ids;
        for (int i = 0; i < samples; ++i) {
            Sample sample = test::mcq(i, 4, i % 4);
            sample.datasetId = id;
            sample.position = i;
            writer.put(sample);
            ids.append(sample.id);
        }
        ResponseStore store(connection);
        ResponseWriter responses(connection);
        stats::Random random(5);
        for (int m = 0; m < kModels; ++m) {
            const ModelId model
                = store.upsertModel(QStringLiteral("model%1").arg(m), QStringLiteral("family%1").arg(m));
            const RunId run
                = store.upsertRun(id, model, Condition::Standard, QString(), QString(), QByteArray());
            for (int i = 0; i < samples; ++i) {
                Response response;
                response.runId = run;
                response.sampleId = ids[i];
                response.score = random.below(4) == 0 ? 1 : 0;
                response.answer = optionLetter(*response.score == 1.0 ? i % 4 : (i + 1) % 4);
                responses.put(response);
            }
        }
        responses.finish();
        return {};
    });
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QTemporaryDir folder;
    for (const char* variable : {"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
        qputenv(variable, folder.filePath(QString::fromLatin1(variable)).toUtf8());
    }
    Theme::instance().apply(ThemeMode::Light);
    const int samples = argc > 1 ? QByteArray(argv[1]).toInt() : 200000;
    const QString path = folder.filePath(QStringLiteral("wide.winnow"));
    {
        auto project = Project::create(path);
        if (!project || !fill(**project, samples)) {
            std::fprintf(stderr, "the project could not be made\n");
            return 1;
        }
    }
    MainWindow window;
    window.resize(1280, 1200);
    window.show();
    window.openProject(path, QStringLiteral("audits"));
    AuditsPage* page = nullptr;
    if (!QTest::qWaitFor(
            [&] {
                page = window.findChild<AuditsPage*>();
                return page && page->selectDetector(QStringLiteral("unanimous_failure"));
            },
            60000)) {
        std::fprintf(stderr, "the page did not open\n");
        return 1;
    }
    auto* card = page->findChild<AuditPreviewCard*>();
    if (!QTest::qWaitFor([&] { return !card->isBusy() && card->histogram()->isVisible(); }, 120000)) {
        std::fprintf(stderr, "the preview did not come\n");
        return 1;
    }
    HistogramChart* chart = card->histogram();
    auto* table = card->findChild<QTableView*>(QStringLiteral("previewTable"));
    chart->grab();
    const int y = chart->height() / 2;
    const int from = int(chart->positionOf(chart->threshold()));
    const int to = int(chart->positionOf(0.5));
    QTest::mousePress(chart, Qt::LeftButton, {}, QPoint(from, y));
    std::vector<double> steps;
    std::vector<double> painted;
    int most = 0;
    for (int step = 1; step <= kSteps; ++step) {
        // There and back, at times in large leaps.
        const double share = step % 7 == 0 ? 0.5 * (1 + (step % 2)) : double(step % 50) / 50;
        QElapsedTimer timer;
        timer.start();
        QTest::mouseMove(chart, QPoint(from + int(share * (to - from)), y));
        const double handled = double(timer.nsecsElapsed()) / 1e6;
        chart->repaint();
        table->viewport()->repaint();
        QCoreApplication::processEvents();
        steps.push_back(handled);
        painted.push_back(double(timer.nsecsElapsed()) / 1e6);
        most = std::max(most, card->model()->rowCount());
    }
    QTest::mouseRelease(chart, Qt::LeftButton, {}, QPoint(to, y));
    std::printf("%d samples, up to %d flagged, %d steps\n", samples, most, kSteps);
    std::printf("step, outside painting: p50 %.2f ms, p95 %.2f ms, longest %.2f ms (budget %.0f)\n",
        percentile(steps, 0.5), percentile(steps, 0.95), percentile(steps, 1), kBudget);
    std::printf("step with painting: p50 %.2f ms, p95 %.2f ms, longest %.2f ms\n", percentile(painted, 0.5),
        percentile(painted, 0.95), percentile(painted, 1));
    return 0;
}
