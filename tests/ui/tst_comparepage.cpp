// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparison.h"
#include "core/compare/gapsplit.h"
#include "core/compare/modelrows.h"
#include "core/curate/rescoring.h"
#include "core/store/scoresets.h"
#include "tests/support/demoproject.h"
#include "tests/support/subsets.h"
#include "tests/support/windowdriver.h"
#include "ui/models/tableroles.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stattile.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace winnow;

namespace {

/// Two settings of one model: the second repeats the first reply, reads it otherwise, or says something else.
Result<> addSettings(Project& project, const QVector<SampleId>& samples)
{
    return project.write(
        {.parts = ChangeSet::Responses, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
            ResponseStore store(c);
            ResponseWriter writer(c);
            for (const bool second : {false, true}) {
                const RunId run = store.upsertRun(DatasetStore(c).byName(QStringLiteral("set"))->id,
                    store.upsertModel(QStringLiteral("m"), {}), Condition::Standard,
                    second ? QStringLiteral("b") : QStringLiteral("a"), {}, {});
                for (int i = 0; i < samples.size(); ++i) {
                    Response response;
                    response.runId = run;
                    response.sampleId = samples.at(i);
                    const bool otherwise = second && i < 3;
                    response.text = QStringLiteral("The answer is plainly %1")
                                        .arg(QChar(otherwise && i == 0 ? u'D' : u'B'));
                    response.answer = otherwise ? QStringLiteral("C") : QStringLiteral("B");
                    response.score = otherwise ? 0 : 1;
                    writer.put(response);
                }
            }
            writer.finish();
            return {};
        });
}

} // namespace

/// The page of two runs: what it says is what `compare` says, and every number opens its samples.
class TestComparePage : public QObject {
    Q_OBJECT

    test::WindowDriver m_driver;

    QString path(const char* name) const { return m_driver.path(QString::fromLatin1(name)); }
    QComboBox* box(const char* name) { return m_driver.find<QComboBox>(name); }
    QString text(const char* name)
    {
        const auto* label = m_driver.find<QLabel>(name);
        return label ? label->text() : QString();
    }
    qint64 tile(const char* name)
    {
        const auto* found = m_driver.find<StatTile>(name);
        return found ? QLocale().toLongLong(found->value()) : -1;
    }
    qint64 shownSamples()
    {
        return m_driver.find("page-samples")
            ? m_driver.window().findChild<QTableView*>(QStringLiteral("sampleTable"))->model()->rowCount()
            : -1;
    }
    void choose(const char* name, const QString& entry)
    {
        QComboBox* chosen = box(name);
        QVERIFY(chosen);
        const int at = chosen->findText(entry);
        QVERIFY2(at >= 0, qPrintable(entry));
        chosen->setFocus();
        while (chosen->currentIndex() != at) {
            QTest::keyClick(chosen, chosen->currentIndex() < at ? Qt::Key_Down : Qt::Key_Up);
        }
        QVERIFY(m_driver.settle());
    }

private slots:
    void initTestCase()
    {
        QVERIFY_RESULT(test::makeDemoProject(path("demo.winnow"), 90, 4, false));
        auto project = Project::create(path("two.winnow"));
        QVERIFY_RESULT(project);
        const auto samples = test::addSamples(**project, QStringLiteral("set"), 10);
        QVERIFY_RESULT(samples);
        QVERIFY_RESULT(addSettings(**project, *samples));
        auto alone = Project::create(path("alone.winnow"));
        QVERIFY_RESULT(alone);
        const auto few = test::addSamples(**alone, QStringLiteral("set"), 4);
        QVERIFY_RESULT(few);
        QVERIFY_RESULT(test::addResponses(
            **alone, QStringLiteral("set"), QStringLiteral("one"), *few, QStringLiteral("11--")));
        QVERIFY_RESULT(test::addResponses(
            **alone, QStringLiteral("set"), QStringLiteral("two"), *few, QStringLiteral("--11")));
        QVERIFY_RESULT(Project::create(path("empty.winnow")));
    }
    void cleanup() { m_driver.close(); }

    void itSaysWhatTheCommandSays()
    {
        QVERIFY(m_driver.open(path("demo.winnow"), QStringLiteral("compare")));
        QTRY_VERIFY(box("compareFirstRun"));
        auto opened = Project::open(path("demo.winnow"));
        QVERIFY_RESULT(opened);
        ComparisonRequest request;
        request.first.model = box("compareFirstRun")->currentText();
        request.second.model = box("compareSecondRun")->currentText();
        QVERIFY(request.first.model != request.second.model);
        SilentProgress progress;
        const auto expected = compareRuns(**opened, request, progress);
        QVERIFY_RESULT(expected);
        QCOMPARE(tile("compareOnlyFirst"), qint64(expected->all.onlyFirst));
        QCOMPARE(tile("compareOnlySecond"), qint64(expected->all.onlySecond));
        QCOMPARE(tile("compareBothRight"), qint64(expected->all.bothRight));
        QCOMPARE(tile("compareBothWrong"), qint64(expected->all.bothWrong));
        QCOMPARE(text("compareVerdict"), verdictOf(*expected).english());
        const auto blind
            = compareBlindAnswering(**opened, request.first.model, request.second.model, progress);
        QVERIFY_RESULT(blind);
        QCOMPARE(text("compareBlind"), sentenceOf(*blind).english());
        // Swapped, the quadrants change places.
        m_driver.window().findChild<QWidget*>(QStringLiteral("compareMark"))->parentWidget()->setFocus();
        QVERIFY(m_driver.press(QStringLiteral("Swap")));
        QVERIFY(m_driver.settle());
        QCOMPARE(tile("compareOnlyFirst"), qint64(expected->all.onlySecond));
        QCOMPARE(tile("compareOnlySecond"), qint64(expected->all.onlyFirst));
    }

    void aTileOpensItsSamples_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
            {"compareOnlyFirst", "compareOnlySecond", "compareBothRight", "compareBothWrong"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void aTileOpensItsSamples()
    {
        QFETCH(QString, name);
        QVERIFY(m_driver.open(path("demo.winnow"), QStringLiteral("compare")));
        const QByteArray latin = name.toLatin1();
        QTRY_VERIFY(tile(latin.constData()) > 0);
        const qint64 count = tile(latin.constData());
        QVERIFY(m_driver.press(m_driver.find(latin.constData())));
        QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        QTRY_COMPARE(shownSamples(), count);
        m_driver.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("compare"));
    }

    void twoSettingsOfOneModel()
    {
        QVERIFY(m_driver.open(path("two.winnow"), QStringLiteral("compare")));
        QTRY_VERIFY(box("compareFirstRun"));
        QCOMPARE(box("compareFirstRun")->currentText(), QStringLiteral("m · a"));
        QCOMPARE(box("compareSecondRun")->currentText(), QStringLiteral("m · b"));
        QCOMPARE(tile("compareOnlyFirst"), 3);
        const auto* why = m_driver.find<QTableView>("compareWhyTable");
        QVERIFY(why);
        QCOMPARE(why->model()->rowCount(), int(kGapCauses.size()));
        double sum = 0;
        for (int row = 0; row < why->model()->rowCount(); ++row) {
            sum += why->model()->index(row, 1).data(PlainRole).toDouble();
        }
        QVERIFY(qAbs(sum - 0.3) < 1e-12);
        // Two replies were read otherwise, one is another one.
        QCOMPARE(why->model()->index(2, 2).data(PlainRole).toInt(), 2);
        QCOMPARE(why->model()->index(1, 2).data(PlainRole).toInt(), 1);
    }

    void repliesStandBesideEachOther()
    {
        QVERIFY(m_driver.open(path("two.winnow"), QStringLiteral("compare")));
        QTRY_VERIFY(m_driver.find<QPlainTextEdit>("compareFirstReply"));
        const auto reply
            = [&](const char* name) { return m_driver.find<QPlainTextEdit>(name)->toPlainText(); };
        QTRY_COMPARE(reply("compareFirstReply"), QStringLiteral("The answer is plainly B"));
        QCOMPARE(reply("compareSecondReply"), QStringLiteral("The answer is plainly D"));
        QCOMPARE(text("compareMark"), QStringLiteral("▼ Regressed"));
        // The word that differs is marked, the others are not.
        const QTextDocument* document = m_driver.find<QPlainTextEdit>("compareSecondReply")->document();
        const QTextCursor differs = document->find(QStringLiteral("D"));
        QVERIFY(differs.charFormat().fontUnderline());
        QVERIFY(!document->find(QStringLiteral("plainly")).charFormat().fontUnderline());
        m_driver.window().setFocus();
        m_driver.find("page-compare")->setFocus();
        m_driver.key(Qt::Key_N);
        QTRY_COMPARE(reply("compareSecondReply"), QStringLiteral("The answer is plainly B"));
        m_driver.key(Qt::Key_P);
        QTRY_COMPARE(reply("compareSecondReply"), QStringLiteral("The answer is plainly D"));
        m_driver.key(Qt::Key_V);
        QTRY_COMPARE(text("compareMark"), QStringLiteral("= Both right"));
        m_driver.key(Qt::Key_S);
        QVERIFY(m_driver.settle());
        QTRY_COMPARE(text("compareMark"), QStringLiteral("▲ Improved"));
        QVERIFY(m_driver.press(QStringLiteral("Next")));
        QTRY_COMPARE(reply("compareFirstReply"), QStringLiteral("The answer is plainly B"));
        QVERIFY(m_driver.press(QStringLiteral("Previous")));
        QTRY_COMPARE(reply("compareFirstReply"), QStringLiteral("The answer is plainly D"));
        choose("comparePart", QStringLiteral("Both right (7)"));
        QTRY_COMPARE(text("compareMark"), QStringLiteral("= Both right"));
        QVERIFY(m_driver.press(QStringLiteral("Open in Review")));
        QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("review"));
    }

    void anOlderScoreSetIsChosen()
    {
        {
            auto project = Project::open(path("two.winnow"));
            QVERIFY_RESULT(project);
            SilentProgress progress;
            QVERIFY_RESULT(rescore(
                **project, {QStringLiteral("set"), QStringLiteral("m"), ScoringRule(), true}, progress));
        }
        QVERIFY(m_driver.open(path("two.winnow"), QStringLiteral("compare")));
        QTRY_VERIFY(box("compareSecondScores"));
        choose("compareSecondRun", QStringLiteral("m · a"));
        QCOMPARE(text("compareVerdict").left(22), QStringLiteral("No difference is seen:"));
        QVERIFY(box("compareSecondScores")->count() > 1);
        box("compareSecondScores")->setFocus();
        QTest::keyClick(box("compareSecondScores"), Qt::Key_Down);
        QVERIFY(m_driver.settle());
        const auto* why = m_driver.find<QTableView>("compareWhyTable");
        QVERIFY(why);
        // The gold of sample i is letter i % 4: read anew, only B is right.
        QCOMPARE(why->model()->index(3, 3).data(PlainRole).toInt(), 7);
    }

    void aCapabilityAndWhatThePolicyKeeps()
    {
        QVERIFY(m_driver.open(path("demo.winnow"), QStringLiteral("compare")));
        QTRY_VERIFY(box("compareCapability"));
        const auto all = [&] {
            return tile("compareOnlyFirst") + tile("compareOnlySecond") + tile("compareBothRight")
                + tile("compareBothWrong");
        };
        const qint64 before = all();
        QVERIFY(before > 0);
        choose("compareCapability", QStringLiteral("chart"));
        QVERIFY(all() < before);
        choose("compareCapability", QStringLiteral("All capabilities"));
        QCOMPARE(all(), before);
        choose("compareDataset", QStringLiteral("demo-math"));
        QVERIFY(all() < before);
        choose("compareDataset", QStringLiteral("All datasets"));
        choose("compareKept", QStringLiteral("Kept by the policy"));
        QCOMPARE(all(), before); // nothing is flagged yet
    }

    void aSubsetIsCompared()
    {
        auto project = Project::open(path("demo.winnow"));
        QVERIFY_RESULT(project);
        QVector<SampleId> chosen;
        for (int id = 1; id <= 90; id += 3) {
            chosen.append(SampleId{id});
        }
        QVERIFY_RESULT(test::putSubset(**project, QStringLiteral("core"), chosen));
        QVERIFY(m_driver.open(path("demo.winnow"), QStringLiteral("compare")));
        QTRY_VERIFY(box("compareKept"));
        const auto shown = [&] {
            return tile("compareOnlyFirst") + tile("compareOnlySecond") + tile("compareBothRight")
                + tile("compareBothWrong");
        };
        const auto expected = [&](const std::optional<QVector<SampleId>>& only) {
            ComparisonRequest request;
            request.first.model = box("compareFirstRun")->currentText();
            request.second.model = box("compareSecondRun")->currentText();
            request.only = only;
            SilentProgress progress;
            const auto comparison = compareRuns(**project, request, progress);
            return comparison ? qint64(comparison->all.pairs) : -1;
        };
        const qint64 whole = expected({});
        QCOMPARE(shown(), whole);
        choose("compareKept", QStringLiteral("Subset core (30)"));
        QCOMPARE(shown(), expected(chosen));
        QVERIFY(shown() < whole);

        // Another set of the same name is compared at once; the project of the window tells.
        const auto mine = m_driver.context().project();
        chosen.resize(10);
        QVERIFY_RESULT(test::putSubset(*mine, QStringLiteral("core"), chosen));
        QTRY_COMPARE(box("compareKept")->currentText(), QStringLiteral("Subset core (10)"));
        QVERIFY(m_driver.settle());
        QCOMPARE(shown(), expected(chosen));

        // One that is gone falls back to all, and that is said.
        QVERIFY_RESULT(test::removeSubset(*mine, QStringLiteral("core")));
        QTRY_COMPARE(box("compareKept")->currentText(), QStringLiteral("All samples"));
        QVERIFY(m_driver.settle());
        QCOMPARE(shown(), whole);
        const auto* told = m_driver.find<MessageBar>("messageBar");
        QVERIFY(told);
        QTRY_VERIFY(told->currentText().contains(QStringLiteral("There is no subset “core” any more")));
    }

    void oneAttemptIsChosen()
    {
        QVERIFY(m_driver.open(path("demo.winnow"), QStringLiteral("compare")));
        QTRY_VERIFY(box("compareFirstRun"));
        // The model of which several attempts are recorded.
        QComboBox* run = box("compareFirstRun");
        run->setFocus();
        QTest::keyClick(run, Qt::Key_Home);
        QVERIFY(m_driver.settle());
        for (int i = 0; i < run->count() && !box("compareFirstAttempt"); ++i) {
            run->setFocus();
            QTest::keyClick(run, Qt::Key_Down);
            QVERIFY(m_driver.settle());
        }
        QVERIFY(box("compareFirstAttempt"));
        choose("compareFirstAttempt", QStringLiteral("Attempt 2"));
        QCOMPARE(box("compareFirstAttempt")->currentText(), QStringLiteral("Attempt 2"));
        QVERIFY(tile("compareBothRight") + tile("compareBothWrong") >= 0);
    }

    void theDifferenceByPartIsAChartAndATable()
    {
        QVERIFY(m_driver.open(path("demo.winnow"), QStringLiteral("compare")));
        QTRY_VERIFY(m_driver.find("comparePartsCard"));
        auto* card = m_driver.find<ChartCard>("comparePartsCard");
        QVERIFY(card->numbers()->rowCount() > 2);
        const QString title = QStringLiteral("Difference by dataset and capability");
        QVERIFY(m_driver.press(QStringLiteral("Numbers as a table: ") + title));
        QVERIFY(card->showsTable());
        QVERIFY(m_driver.press(QStringLiteral("Numbers as a table: ") + title));
        QVERIFY(m_driver.choose([&] { QVERIFY(m_driver.press(QStringLiteral("Copy or save: ") + title)); },
            {QStringLiteral("Copy the numbers")}));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("demo-math")));
        Chart* chart = card->chart();
        const QVector<ChartMark> marks = chart->marks();
        const auto link
            = std::find_if(marks.cbegin(), marks.cend(), [](const ChartMark& mark) { return mark.isLink(); });
        QVERIFY(link != marks.cend());
        QVERIFY(m_driver.choose(
            [&] {
                QTest::mouseClick(chart, Qt::LeftButton, {}, link->where.center().toPoint());
                QTest::qWait(400);
            },
            {QStringLiteral("Right by")}));
        QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
    }

    void nothingInCommonIsSaid()
    {
        QVERIFY(m_driver.open(path("alone.winnow"), QStringLiteral("compare")));
        QTRY_COMPARE(text("compareVerdict"), QStringLiteral("No sample has a score of both."));
        QVERIFY(!m_driver.find("compareOnlyFirst"));
        choose("compareSecondRun", QStringLiteral("one"));
        QTRY_VERIFY(m_driver.find("compareOnlyFirst"));
        QVERIFY(text("compareVerdict").startsWith(QStringLiteral("No difference is seen")));
    }

    void withoutModelsItSaysWhatToDo()
    {
        QVERIFY(m_driver.open(path("empty.winnow"), QStringLiteral("compare")));
        QTRY_VERIFY(m_driver.button(QStringLiteral("Import responses")));
        QVERIFY(m_driver.press(QStringLiteral("Import responses")));
        QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("import"));
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
