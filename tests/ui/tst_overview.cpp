// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/overviewmodel.h"
#include "ui/models/tableroles.h"
#include "ui/pages/exportpage.h"
#include "ui/pages/insightspage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/policypicker.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace winnow;

class TestOverview : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        test::usePrivateSettings(m_folder);
        Theme::instance().apply(ThemeMode::Light);
        m_path = m_folder.filePath(QStringLiteral("p.winnow"));
        auto project = Project::create(m_path);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("Set"), 40, 4));
    }

    void countsAndWhatIsBehindThem()
    {
        const auto project = Project::open(m_path);
        QVERIFY_RESULT(project);
        SilentProgress progress;
        const auto index = SampleIndex::load(**project, progress);
        QVERIFY_RESULT(index);
        const auto overview = loadOverview(**project, *index, builtInPolicies().first());
        QVERIFY_RESULT(overview);
        OverviewModel model;
        const QAbstractItemModelTester tester(&model);
        model.set(*overview);
        QCOMPARE(model.rowCount(), 3); // the dataset and its two capabilities
        QCOMPARE(model.index(0, OverviewModel::SamplesColumn).data(PlainRole).toInt(), 40);
        QCOMPARE(model.index(0, OverviewModel::FlaggedColumn).data(PlainRole).toInt(), 10);
        QCOMPARE(model.index(0, OverviewModel::ReviewedColumn).data(PlainRole).toInt(), 0);
        // Every number opens as many samples as it says.
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const int column :
                {OverviewModel::SamplesColumn, OverviewModel::FlaggedColumn, OverviewModel::KeptColumn}) {
                const QModelIndex cell = model.index(row, column);
                const ClickThrough open = model.openOf(cell);
                if (open.where() == ClickThrough::Where::Samples) {
                    QCOMPARE((*index)->select(open.filter(), SampleSort::Source, false).size(),
                        cell.data(PlainRole).toLongLong());
                }
            }
        }
    }

    void aNumberOpensItsSamples()
    {
        MainWindow window;
        window.show();
        window.openProject(m_path, QStringLiteral("overview"));
        QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
        auto* table = window.findChild<DataTable*>(QStringLiteral("overviewTable"));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, OverviewModel::FlaggedColumn));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(window.context().filter()->filter().flagged, std::optional(true));
        QCOMPARE(window.context().filter()->filter().datasets, QStringList{QStringLiteral("Set")});
    }

    void everyTileOpensAsManySamplesAsItSays()
    {
        MainWindow window;
        window.resize(1280, 800);
        window.show();
        window.openProject(m_path, QStringLiteral("overview"));
        QTRY_VERIFY(window.findChild<OverviewPage*>());
        auto* overview = window.findChild<OverviewPage*>();
        QTRY_COMPARE(
            overview->findChild<StatTile*>(QStringLiteral("samplesTile"))->value(), QStringLiteral("40"));
        for (const auto& [name, count] : {std::pair("samplesTile", 40), std::pair("imagesTile", 40),
                 std::pair("flagsTile", 10), std::pair("keptTile", 40)}) {
            QTest::mouseClick(overview->findChild<StatTile*>(QLatin1String(name)), Qt::LeftButton);
            QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
            QCOMPARE(window.context()
                         .session()
                         ->index()
                         ->select(window.context().filter()->filter(), SampleSort::Source, false)
                         .size(),
                count);
            QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
            QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
        }
        // Nothing is behind a nought: what is clicked is the window, as by a mouse.
        for (const char* name : {"reviewedTile", "modelsTile"}) {
            const auto* tile = overview->findChild<StatTile*>(QLatin1String(name));
            QTest::mouseClick(
                window.windowHandle(), Qt::LeftButton, {}, tile->mapTo(&window, tile->rect().center()));
        }
        QTest::qWait(50);
        QCOMPARE(window.currentPage(), QStringLiteral("overview"));
    }

    void thePolicyBelongsToTheProject()
    {
        const QString other = m_folder.filePath(QStringLiteral("other.winnow"));
        {
            auto project = Project::create(other);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("Set"), 40, 4));
        }
        MainWindow window;
        window.resize(1280, 800);
        window.show();
        window.openProject(m_path, QStringLiteral("overview"));
        QTRY_VERIFY(window.findChild<OverviewPage*>());
        auto* overview = window.findChild<OverviewPage*>();
        auto* kept = overview->findChild<StatTile*>(QStringLiteral("keptTile"));
        QTRY_COMPARE(kept->value(), QStringLiteral("100.0%"));
        const auto picker = [&](const auto* page) {
            return page->template findChild<QComboBox*>(QStringLiteral("policyPicker"));
        };
        QCOMPARE(picker(overview)->currentText(), QStringLiteral("Policy: Reviewed"));
        picker(overview)->setFocus();
        QTest::keyClick(picker(overview), Qt::Key_Down);
        QTest::keyClick(picker(overview), Qt::Key_Down);
        QCOMPARE(picker(overview)->currentText(), QStringLiteral("Policy: Everything"));
        QTRY_COMPARE(kept->value(), QStringLiteral("75.0%"));
        QVERIFY2(kept->detail().contains(QStringLiteral("Everything")), qPrintable(kept->detail()));

        // The same on the other pages.
        QTest::keyClick(&window, Qt::Key_8, Qt::ControlModifier);
        QTRY_VERIFY(window.findChild<InsightsPage*>());
        auto* insights = window.findChild<InsightsPage*>();
        QTRY_COMPARE(picker(insights)->currentText(), QStringLiteral("Policy: Everything"));
        QTRY_COMPARE(
            insights->findChild<StatTile*>(QStringLiteral("keptTile"))->value(), QStringLiteral("30 of 40"));
        QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(window.findChild<ExportPage*>());
        auto* page = window.findChild<ExportPage*>();
        QTRY_COMPARE(picker(page)->currentText(), QStringLiteral("Policy: Everything"));
        QTRY_COMPARE(
            page->findChild<StatTile*>(QStringLiteral("droppedTile"))->value(), QStringLiteral("10"));

        // Not in another project.
        window.openProject(other, QStringLiteral("export"));
        QTRY_COMPARE(picker(page)->currentText(), QStringLiteral("Policy: Reviewed"));
        QTRY_COMPARE(page->findChild<StatTile*>(QStringLiteral("droppedTile"))->value(), QStringLiteral("0"));
        // Chosen there, it is on Overview too.
        picker(page)->setFocus();
        QTest::keyClick(picker(page), Qt::Key_Down);
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(picker(overview)->currentText(), QStringLiteral("Policy: Strict"));
        QTRY_COMPARE(kept->value(), QStringLiteral("75.0%"));
        // And each remembers its own. The numbers of the other are gone at once, and nothing opens before
        // this one's are there.
        QString atOnce;
        QString opened;
        const auto changed = connect(&window.context(), &AppContext::projectChanged, this, [&] {
            atOnce = kept->value();
            QTest::mouseClick(kept, Qt::LeftButton);
            opened = window.currentPage();
        });
        window.openProject(m_path, QStringLiteral("overview"));
        QTRY_COMPARE(atOnce, QStringLiteral("–"));
        QVERIFY(opened != u"samples");
        disconnect(changed);
        QTRY_COMPARE(picker(overview)->currentText(), QStringLiteral("Policy: Everything"));
        QTRY_COMPARE(kept->value(), QStringLiteral("75.0%"));
        QTest::mouseClick(kept, Qt::LeftButton);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        QCOMPARE(window.context().filter()->filter().only->size(), 30);
        QVERIFY(window.messageText().isEmpty());
    }

    void aReadOnlyProjectIsLookedAtThroughAnotherPolicyForTheSession()
    {
        const QString path = m_folder.filePath(QStringLiteral("readonly.winnow"));
        {
            auto project = Project::create(path);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("Set"), 8, 4));
            QVERIFY_RESULT(test::choosePolicy(**project, QStringLiteral("strict")));
        }
        AppContext context;
        QSignalSpy messages(&context, &AppContext::messagePosted);
        PolicyPicker picker(context);
        picker.show();
        auto* box = picker.findChild<QComboBox*>();
        const auto project = Project::open(path, Project::Mode::ReadOnly);
        QVERIFY_RESULT(project);
        context.setProject(*project);
        QTRY_COMPARE(box->currentText(), QStringLiteral("Policy: Strict"));
        picker.setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(context.policy()->policy().name, QStringLiteral("everything"));
        QTest::qWait(200);
        QCOMPARE(box->currentText(), QStringLiteral("Policy: Everything"));
        QCOMPARE(messages.size(), 0);
        context.setProject(nullptr);
        QVERIFY(!box->isEnabled());
        QVERIFY(!picker.findChild<QToolButton*>(QStringLiteral("editPolicies"))->isEnabled());
        const auto again = Project::open(path);
        QVERIFY_RESULT(again);
        QCOMPARE((*again)->read([](sqlite::Connection& c) { return PolicyStore(c).chosen().name; }).value(),
            QStringLiteral("strict"));
    }

    void whatToDoNextFollowsTheProject()
    {
        const QString path = m_folder.filePath(QStringLiteral("next.winnow"));
        auto project = Project::create(path);
        QVERIFY_RESULT(project);
        const auto ids = test::addSamples(**project, QStringLiteral("Set"), 4);
        QVERIFY_RESULT(ids);
        MainWindow window;
        window.resize(1280, 800);
        window.show();
        window.openProject(path, QStringLiteral("overview"));
        const auto first = [&] {
            auto* steps = window.findChild<QWidget*>(QStringLiteral("nextSteps"));
            const auto* button = steps ? steps->findChild<QPushButton*>() : nullptr;
            return button ? button->text() : QString();
        };
        QTRY_COMPARE(first(), QStringLiteral("Import"));
        auto* overview = window.findChild<OverviewPage*>();
        for (const char* model : {"m1", "m2"}) {
            QVERIFY_RESULT(test::addResponses(
                **project, QStringLiteral("Set"), QString::fromLatin1(model), *ids, QStringLiteral("110")));
        }
        const auto reopen = [&] {
            window.openProject(m_path, QStringLiteral("overview"));
            window.openProject(path, QStringLiteral("overview"));
        };
        reopen();
        QTRY_COMPARE(first(), QStringLiteral("Audits"));
        DetectorRun run;
        run.detector = QStringLiteral("blind_solvable");
        run.status = QStringLiteral("done");
        run.startedAt = QStringLiteral("2999-01-01T00:00:00Z");
        QVERIFY_RESULT((*project)->write(
            {.parts = ChangeSet::Flags, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                run.datasetId = DatasetStore(c).byName(QStringLiteral("Set"))->id;
                FlagStore(c).applyRun(run,
                    {{.sampleId = ids->at(0),
                        .kind = run.detector,
                        .score = 0.9,
                        .discriminator = {},
                        .evidence = {}}});
                return {};
            }));
        reopen();
        QTRY_COMPARE(first(), QStringLiteral("Review"));
        // A decision on a sample that nobody flagged is none on what waits.
        BulkDecision drop;
        drop.samples = {ids->at(1)};
        drop.action = Action::Drop;
        window.context().desk()->decide(drop);
        auto* reviewed = overview->findChild<StatTile*>(QStringLiteral("reviewedTile"));
        QTRY_COMPARE(
            overview->findChild<StatTile*>(QStringLiteral("keptTile"))->value(), QStringLiteral("75.0%"));
        QCOMPARE(reviewed->value(), QStringLiteral("0 of 1"));
        QCOMPARE(first(), QStringLiteral("Review"));
        drop.samples = {ids->at(0)};
        window.context().desk()->decide(drop);
        QTRY_COMPARE(reviewed->value(), QStringLiteral("1 of 1"));
        QTRY_COMPARE(first(), QStringLiteral("Insights"));
        QTest::mouseClick(reviewed, Qt::LeftButton);
        QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
        SilentProgress progress;
        const auto& index = window.context().session()->index();
        QCOMPARE(index->select(window.context().filter()->filter(), SampleSort::Source, false), {ids->at(0)});
        // The number of models opens what they answered: three of four.
        for (const bool tile : {true, false}) {
            QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
            QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
            if (tile) {
                QTest::mouseClick(
                    overview->findChild<StatTile*>(QStringLiteral("modelsTile")), Qt::LeftButton);
            } else {
                auto* table = window.findChild<DataTable*>(QStringLiteral("overviewTable"));
                const QModelIndex cell = table->model()->index(0, OverviewModel::ModelsColumn);
                table->scrollTo(cell);
                QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
            }
            QTRY_COMPARE(window.currentPage(), QStringLiteral("samples"));
            QCOMPARE(window.context().filter()->filter().only->size(), 3);
        }
    }

    void oneOfSomethingIsSaidAsOne()
    {
        installLanguage(QStringLiteral("en"));
        MainWindow window;
        window.show();
        window.openProject(m_path, QStringLiteral("overview"));
        QTRY_VERIFY(window.findChild<OverviewPage*>());
        auto* samples
            = window.findChild<OverviewPage*>()->findChild<StatTile*>(QStringLiteral("samplesTile"));
        QTRY_COMPARE(samples->detail(), QStringLiteral("in 1 dataset"));
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
