// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/insights.h"
#include "core/store/policystore.h"
#include "tests/support/demoproject.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settings.h"
#include "ui/pages/insightspage.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/numbertableview.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QSvgRenderer>

using namespace winnow;

class TestInsightsPage : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", m_folder->filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("config")).toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder->filePath(QStringLiteral("cache")).toUtf8());
        Theme::instance().apply(ThemeMode::Light);
        m_path = m_folder->filePath(QStringLiteral("p.winnow"));
        m_project.reset();
    }

    void aBarOpensExactlyItsSamples()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("compositionCard"));
        const Insights truth = insights(QStringLiteral("everything"));
        const Composition& part = truth.datasets.first();
        QVERIFY(part.after < part.before);

        // The kept samples are the first stretch of the first bar, after its label.
        QTRY_VERIFY(card->chart()->marks().size() > 2);
        const ChartMark bar = card->chart()->marks().at(1);
        QVERIFY2(bar.tip.contains(part.name), qPrintable(bar.tip));
        QTest::mouseClick(card->chart(), Qt::LeftButton, {}, bar.where.center().toPoint());
        QCOMPARE(window.currentPage(), QStringLiteral("samples"));
        const auto only = window.context().filter()->filter().only;
        QVERIFY(only);
        QCOMPARE(only->size(), part.fates.first().samples.size());
        QCOMPARE(QSet<SampleId>(only->begin(), only->end()),
            QSet<SampleId>(part.fates.first().samples.begin(), part.fates.first().samples.end()));
    }

    void everySampleIsInOneStretch()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        for (const Composition& part : insights(QStringLiteral("everything")).datasets) {
            QSet<SampleId> seen;
            qint64 count = 0;
            qint64 dropped = 0;
            for (const Fate& fate : part.fates) {
                count += fate.samples.size();
                dropped += fate.disposition == Disposition::Drop ? fate.samples.size() : 0;
                seen += QSet<SampleId>(fate.samples.begin(), fate.samples.end());
            }
            QCOMPARE(count, part.before);
            QCOMPARE(seen.size(), part.before);
            QCOMPARE(part.before - dropped, part.after);
            // Between open questions (0) and two options (1/2).
            QVERIFY(part.chance > 0 && part.chance < 0.5);
        }
    }

    void theModelTableOpensWhatIsBehindANumber()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("modelsCard"));
        QAbstractItemModelTester tester(
            card->numbers(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        card->chart()->setFocus();
        QTest::keyClick(card->chart(), Qt::Key_T);
        QVERIFY(card->showsTable());
        const Insights truth = insights(QStringLiteral("everything"));
        QCOMPARE(card->numbers()->rowCount(), int(truth.models.size()));
        const ModelShift& best = truth.models.first();
        QCOMPARE(card->numbers()->index(0, 0).data().toString(), best.model);
        QCOMPARE(card->numbers()->index(0, 8).data(NumberTableModel::ValueRole).toLongLong(), best.before.n);
        QCOMPARE(card->numbers()->index(0, 6).data(NumberTableModel::ValueRole).toInt(), best.rankAfter);

        // Sorted by rank after, the model of rank 1 comes first.
        card->numbers()->sort(6, Qt::AscendingOrder);
        QCOMPARE(card->numbers()->index(0, 6).data(NumberTableModel::ValueRole).toInt(), 1);
        card->numbers()->sort(0, Qt::DescendingOrder);
        for (int row = 0; row < card->numbers()->rowCount(); ++row) {
            if (card->numbers()->index(row, 0).data().toString() != best.model) {
                continue;
            }
            auto* table = card->findChild<NumberTableView*>();
            table->setCurrentIndex(card->numbers()->index(row, 8));
            QTest::keyClick(table, Qt::Key_Return);
        }
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(window.context().filter()->filter().only->size(), best.before.n);
    }

    void aModelAsksForRightWrongOrMissing()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("modelsCard"));
        const ModelShift best = insights(QStringLiteral("everything")).models.first();
        emit card->targetActivated(card->numbers()->index(0, 2).data(NumberTableModel::TargetRole).toInt());
        QTRY_VERIFY(page->findChild<QMenu*>(QStringLiteral("modelMenu")));
        auto* menu = page->findChild<QMenu*>(QStringLiteral("modelMenu"));
        QCOMPARE(menu->actions().size(), 5);
        menu->actions().at(1)->trigger();
        QCOMPARE(window.currentPage(), QStringLiteral("samples"));
        SilentProgress progress;
        const auto samples = samplesOfModel(
            *m_project, *policy(QStringLiteral("everything")), best.model, {}, false, progress);
        QVERIFY_RESULT(samples);
        QCOMPARE(window.context().filter()->filter().only->size(), samples->right.size());
        QCOMPARE(samples->right.size() + samples->wrong.size(), best.before.n);
        QCOMPARE(samples->missing.size(), best.before.missing);
        QCOMPARE(samples->unread.size(), best.before.unread);
        menu->close();
    }

    void saysWhatIsMissing()
    {
        m_project = *Project::create(m_path);
        QVERIFY_RESULT(test::addSamples(*m_project, QStringLiteral("Set"), 12, 3));
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("strict"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("modelsCard"));
        QTRY_VERIFY(card->emptyState()->isVisible());
        QVERIFY(card->emptyState()->title().contains(QStringLiteral("responses")));
        // The composition does not need responses.
        QVERIFY(page->findChild<ChartCard*>(QStringLiteral("compositionCard"))->chart()->isVisible());
        QTRY_COMPARE(
            page->findChild<StatTile*>(QStringLiteral("keptTile"))->value(), QStringLiteral("8 of 12"));
    }

    void followsDecisions()
    {
        m_project = *Project::create(m_path);
        auto ids = test::addSamples(*m_project, QStringLiteral("Set"), 12, 3);
        QVERIFY_RESULT(ids);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("reviewed"));
        QVERIFY(page);
        auto* kept = page->findChild<StatTile*>(QStringLiteral("keptTile"));
        QTRY_COMPARE(kept->value(), QStringLiteral("12 of 12"));
        BulkDecision drop;
        drop.samples = {ids->at(0), ids->at(1)};
        drop.action = Action::Drop;
        window.context().decide(drop);
        QTRY_COMPARE(kept->value(), QStringLiteral("10 of 12"));
    }

    void theOrderOfTheModelsOpensWhatMovesIt()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* rank = page->findChild<StatTile*>(QStringLiteral("rankTile"));
        QTRY_VERIFY(rank->value().startsWith(QStringLiteral("τ")));
        QSignalSpy opened(&window.context(), &AppContext::pageRequested);
        rank->click();
        QCOMPARE(opened.size(), 1);
        const auto samples = window.context().filter()->filter().only;
        QVERIFY(samples && !samples->isEmpty());
    }

    void savesAsPngSvgAndCsv()
    {
        m_project = demo(true);
        QVERIFY(m_project);
        MainWindow window;
        InsightsPage* page = open(window, QStringLiteral("everything"));
        QVERIFY(page);
        auto* card = page->findChild<ChartCard*>(QStringLiteral("compositionCard"));
        auto* menu = card->findChild<QMenu*>();
        for (const char* suffix : {"png", "svg", "csv"}) {
            const QString path = m_folder->filePath(QStringLiteral("chart.") + QLatin1String(suffix));
            dialogs::setNextFileName(path);
            for (QAction* action : menu->actions()) {
                if (action->text().contains(QLatin1String(suffix), Qt::CaseInsensitive)) {
                    action->trigger();
                }
            }
            QVERIFY2(QFile::exists(path), suffix);
        }
        QImage image(m_folder->filePath(QStringLiteral("chart.png")));
        QVERIFY(image.width() >= 1200);
        QSvgRenderer svg(m_folder->filePath(QStringLiteral("chart.svg")));
        QVERIFY(svg.isValid());
        QFile csv(m_folder->filePath(QStringLiteral("chart.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = csv.readAll().split('\n');
        const Composition part = insights(QStringLiteral("everything")).datasets.first();
        const QByteArray start
            = QStringLiteral("%1,%2,%3").arg(part.name).arg(part.before).arg(part.after).toUtf8();
        QVERIFY2(lines.at(1).startsWith(start), lines.at(1).constData());
        // A folder that is not there is told in the message bar.
        dialogs::setNextFileName(m_folder->filePath(QStringLiteral("no/such/chart.csv")));
        menu->actions().last()->trigger();
        QVERIFY(window.messageText().contains(QStringLiteral("chart.csv")));
    }

private:
    std::shared_ptr<Project> demo(bool audited)
    {
        auto made = test::makeDemoProject(m_path, 180, 6, audited);
        return made ? *made : nullptr;
    }
    std::optional<Policy> policy(const QString& name) const
    {
        return *m_project->read([&](sqlite::Connection& c) { return PolicyStore(c).byName(name); });
    }
    Insights insights(const QString& name) const
    {
        SilentProgress progress;
        return *computeInsights(*m_project, *policy(name), progress);
    }
    /// The page with the policy chosen and everything counted.
    InsightsPage* open(MainWindow& window, const QString& policyName)
    {
        stateSettings()->setValue(QStringLiteral("policy"), policyName);
        window.resize(1280, 800);
        window.show();
        window.openProject(m_path, QStringLiteral("insights"));
        InsightsPage* page = nullptr;
        const auto ready = [&] {
            page = window.findChild<InsightsPage*>();
            return page && page->findChild<ChartCard*>(QStringLiteral("compositionCard"))->isVisible();
        };
        return QTest::qWaitFor(ready, 20000) ? page : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::shared_ptr<Project> m_project;
};

QTEST_MAIN(TestInsightsPage)
#include "tst_insightspage.moc"
