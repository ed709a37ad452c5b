// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Review against its budgets: from the key to the painted image of the next sample (1 MP JPEG, read ahead),
// from the key to the decision on disk, and how long the GUI thread is held up. `bench_review [SAMPLES]`.

#include "core/store/decisionstore.h"
#include "tests/support/reviewproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/reviewpage.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace winnow;

namespace {

constexpr double kNextBudget = 30;
constexpr double kSavedBudget = 5;
constexpr double kBlockedBudget = 16;
constexpr int kWidth = 1152;
constexpr int kHeight = 864;
/// How long an annotator looks before the next key, at the least.
constexpr int kLook = 150;

double percentile(QVector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0
                            : values.at(qMin(values.size() - 1, qsizetype(share * double(values.size()))));
}

bool report(const char* what, const QVector<double>& values, double budget)
{
    const double p95 = percentile(values, 0.95);
    std::printf("%-42s n %4lld  p50 %7.2f ms  p95 %7.2f ms  max %7.2f ms  budget %5.1f ms  %s\n", what,
        static_cast<long long>(values.size()), percentile(values, 0.5), p95, percentile(values, 1), budget,
        p95 <= budget ? "ok" : "OVER");
    return p95 <= budget;
}

/// The event loop's longest spells between two of its own idle ticks.
class Watch : public QObject {
public:
    Watch()
    {
        m_clock.start();
        startTimer(1, Qt::PreciseTimer);
    }
    QVector<double> spells;

protected:
    void timerEvent(QTimerEvent*) override
    {
        const double spell = double(m_clock.nsecsElapsed()) / 1e6 - 1;
        m_clock.restart();
        spells.append(qMax(0.0, spell));
    }

private:
    QElapsedTimer m_clock;
};

/// Lets the event loop run; idle() would sleep between its turns and so look busy.
void idle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// What the disk gives at the same time: a page appended and synced, as a commit does at the least.
QVector<double> bareCommits(const QString& folder, int count)
{
    QVector<double> times;
    const int file
        = ::open(qPrintable(folder + QStringLiteral("/bare")), O_CREAT | O_WRONLY | O_APPEND, 0600);
    const QByteArray page(4096, 'x');
    for (int i = 0; i < count && file >= 0; ++i) {
        QElapsedTimer clock;
        clock.start();
        if (::write(file, page.constData(), size_t(page.size())) != page.size() || ::fdatasync(file) != 0) {
            break;
        }
        times.append(double(clock.nsecsElapsed()) / 1e6);
        idle(kLook / 3);
    }
    ::close(file);
    return times;
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QTemporaryDir folder;
    for (const char* variable : {"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
        qputenv(variable, folder.path().toUtf8());
    }
    QApplication application(argc, argv);
    Theme::instance().apply(ThemeMode::Light);
    setAnnotatorName(QStringLiteral("bench"));
    const int samples = argc > 1 ? qMax(20, atoi(argv[1])) : 120;
    const QString path = folder.filePath(QStringLiteral("bench.winnow"));
    QVector<SampleId> ids;
    {
        auto project = Project::create(path);
        auto added = project ? test::addReviewSamples(**project, samples, kWidth, kHeight, true)
                             : Result<QVector<SampleId>>(tl::unexpected<Error>(project.error()));
        if (!added) {
            std::fprintf(stderr, "%s\n", qPrintable(added.error().text()));
            return 1;
        }
        ids = *added;
    }
    MainWindow window;
    window.resize(1280, 800);
    window.show();
    window.openProject(path, QStringLiteral("review"));
    ReviewPage* page = nullptr;
    if (!QTest::qWaitFor(
            [&] {
                return (page = qobject_cast<ReviewPage*>(window.page(QStringLiteral("review")))) != nullptr;
            },
            10000)) {
        return 1;
    }
    page->openQueue(ids, QStringLiteral("bench"));
    auto* image = page->findChild<ImageView*>();
    qint64 painted = 0;
    QObject::connect(image, &ImageView::framePainted, page, [&](qint64 tag) { painted = tag; });
    bool ready = QTest::qWaitFor([&] { return painted == ids.first().value; }, 10000);
    idle(4 * kLook);

    QVector<double> next;
    QVector<double> keyHandled;
    QElapsedTimer clock;
    for (int i = 1; i < ids.size(); ++i) {
        clock.start();
        QTest::keyClick(&window, Qt::Key_Right);
        keyHandled.append(double(clock.nsecsElapsed()) / 1e6);
        while (painted != ids.at(i).value && clock.elapsed() < 5000) {
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        }
        next.append(double(clock.nsecsElapsed()) / 1e6);
        idle(kLook);
    }

    QVector<double> saved;
    QObject::connect(window.context().desk()->service(), &DecisionService::stored, page,
        [&](const DecisionReceipt& receipt) {
            if (receipt.what == DecisionReceipt::What::Decided) {
                saved.append(receipt.milliseconds);
            }
        });
    page->openQueue(ids, QStringLiteral("bench"));
    ready = QTest::qWaitFor([&] { return page->shownSample() == ids.first(); }, 10000) && ready;
    Watch watch;
    for (int i = 0; i < ids.size(); ++i) {
        QTest::keyClick(&window, Qt::Key_K);
        idle(kLook);
    }
    ready = QTest::qWaitFor([&] { return page->pendingDecisions() == 0; }, 10000) && ready;

    std::printf("%d samples, %dx%d JPEG, window 1280x800, %s\n", samples, kWidth, kHeight,
        qPrintable(QGuiApplication::platformName()));
    bool fine = report("next sample, key to painted image", next, kNextBudget);
    report("  of that: the key's own handler", keyHandled, kBlockedBudget);
    fine = report("decision saved, key to commit", saved, kSavedBudget) && fine;
    const QVector<double> bare = bareCommits(folder.path(), samples);
    std::printf("%-42s n %4lld  p50 %7.2f ms  p95 %7.2f ms  (decision saved is %.2f of it at p95)\n",
        "  raw limit: a page appended and synced", static_cast<long long>(bare.size()), percentile(bare, 0.5),
        percentile(bare, 0.95), percentile(saved, 0.95) / qMax(0.01, percentile(bare, 0.95)));
    report("GUI thread busy in one go (painting too)", watch.spells, kBlockedBudget);
    return ready && fine ? 0 : 3;
}
