// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Subsets page over simulated models: from the data to the first curve and to all curves, and from a move
// of the slider to the figures, painted. Beside the limits 100 ms and 2 s. usage: bench_windowsubsets
// [SAMPLES] [MODELS]

#include "core/stats/random.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/samplestore.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/preferences.h"
#include "ui/pages/subsetspage.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QSlider>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace winnow;

namespace {

/// Models of spread abilities over items of spread difficulty and slope.
Result<bool> fill(Project& project, int samples, int models)
{
    return project.write({}, [&](sqlite::Connection& c) -> Result<bool> {
        const DatasetId dataset = DatasetStore(c).upsert(
            {.id = {}, .name = QStringLiteral("bench"), .sourcePath = {}, .sourceHash = {}, .format = {}});
        SampleWriter writer(c);
        stats::Random random(7);
        std::vector<SampleId> ids;
        std::vector<double> difficulty;
        std::vector<double> slope;
        const char* capabilities[] = {"chart", "math", "document", "general", "counting"};
        for (int i = 0; i < samples; ++i) {
            const std::string index = std::to_string(i);
            ids.push_back(writer.addRaw(dataset, index, i, "test", capabilities[i % 5], "",
                "What stands in picture " + index, "", "A", "", "", QByteArray(32, 'h'),
                {"one", "two", "three", "four"}));
            difficulty.push_back(5 * random.uniform() - 2.5);
            slope.push_back(0.3 + 1.2 * random.uniform());
        }
        ResponseStore store(c);
        ResponseWriter responses(c);
        for (int m = 0; m < models; ++m) {
            const ModelId model = store.upsertModel(
                QStringLiteral("Model-%1").arg(m), QStringLiteral("family-%1").arg(m / 3));
            const RunId run = store.upsertRun(dataset, model, Condition::Standard, {}, {}, {});
            const double ability = 4.0 * m / models - 2;
            for (size_t i = 0; i < ids.size(); ++i) {
                const double p = 0.2 + 0.8 / (1 + std::exp(-slope[i] * (ability - difficulty[i])));
                const bool right = random.uniform() < p;
                responses.addRaw(run, ids[i], 0, 0, right ? 1.0 : 0.0, right ? "A" : "B", {});
            }
        }
        responses.finish();
        return true;
    });
}

double ms(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

bool waitFor(const std::function<bool()>& done)
{
    const QDeadlineTimer late(60000);
    while (!done() && !late.hasExpired()) {
        QCoreApplication::processEvents();
        QThread::usleep(300);
    }
    return done();
}

} // namespace

int main(int argc, char* argv[])
{
    QTemporaryDir folder;
    for (const char* place : {"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"}) {
        qputenv(place, folder.filePath(QString::fromLatin1(place)).toUtf8());
    }
    QApplication application(argc, argv);
    const int samples = argc > 1 ? QByteArray(argv[1]).toInt() : 3000;
    const int models = argc > 2 ? QByteArray(argv[2]).toInt() : 168;
    const QString path = folder.filePath(QStringLiteral("bench.winnow"));
    {
        auto project = Project::create(path);
        if (auto filled = fill(**project, samples, models); !filled) {
            std::fprintf(stderr, "%s\n", qPrintable(filled.error().text()));
            return 1;
        }
    }
    Theme::instance().apply(ThemeMode::Light);
    MainWindow window;
    window.resize(1600, 1000);
    window.show();
    QElapsedTimer timer;
    timer.start();
    window.openProject(path, QStringLiteral("subsets"));
    SubsetsPage* page = nullptr;
    waitFor([&] { return (page = window.findChild<SubsetsPage*>()) != nullptr; });
    SubsetController* subsets = page->subsets();
    waitFor([&] { return subsets->source() != nullptr; });
    std::printf("%d samples x %d models\n", samples, models);
    std::printf("%-48s %8.0f ms\n", "open and read", ms(timer));
    const auto measureCurves = [&](const char* what, const std::function<void()>& begin) {
        timer.start();
        begin();
        waitFor([&] {
            return !subsets->figures().curves().alike.isEmpty() && !subsets->figures().curves().whole;
        });
        window.repaint();
        std::printf("%s\n%-48s %8.0f ms of 100\n", what, "  first curve painted", ms(timer));
        waitFor([&] { return subsets->figures().curves().splits >= 6; });
        std::printf("%-48s %8.0f ms of 2000\n", "  all curves, of 6 ways to part", ms(timer));
        waitFor([&] { return subsets->figures().curves().whole; });
        std::printf("%-48s %8.0f ms (%d ways to part)\n", "  refined curves", ms(timer),
            subsets->figures().curves().splits);
        waitFor([&] { return !subsets->isMeasuring(); });
        std::printf("%-48s %8.0f ms\n", "  and all methods", ms(timer));
    };
    measureCurves("data read", [] {});
    SubsetRequest request = subsets->request();
    request.method = QStringLiteral("band_r_pb");
    measureCurves("another method", [&] { subsets->setRequest(request); });
    auto* slider = page->findChild<QSlider*>(QStringLiteral("subsetBudget"));
    std::vector<double> first;
    std::vector<double> last;
    for (int move = 0; move < 20; ++move) {
        timer.start();
        slider->setValue(slider->value() + (move % 10 < 5 ? 7 : -6));
        const qint64 wanted = subsets->request().budget;
        waitFor([&] { return subsets->choice().chosen.request.budget == wanted; });
        page->repaint();
        first.push_back(ms(timer));
        waitFor([&] { return !subsets->choice().keys.isEmpty(); });
        last.push_back(ms(timer));
    }
    std::sort(first.begin(), first.end());
    std::sort(last.begin(), last.end());
    std::printf(
        "%-48s %8.0f ms of 100, p95 %.0f\n", "slider to figures painted, median", first[10], first[18]);
    std::printf("%-48s %8.0f ms of 2000, p95 %.0f\n", "slider to figures and samples of all ways", last[10],
        last[18]);
    return 0;
}
