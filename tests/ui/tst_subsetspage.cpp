// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/datasetstore.h"
#include "core/store/flagstore.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/subsetstore.h"
#include "core/subset/savesubset.h"
#include "tests/support/demoproject.h"
#include "tests/support/windowdriver.h"
#include "ui/models/subsetsamplemodel.h"
#include "ui/models/subsetsharesmodel.h"
#include "ui/models/tableroles.h"
#include "ui/pages/subsetspage.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stattile.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>
#include <QWheelEvent>

using namespace winnow;

/// The Subsets page: what is asked for, what sets keep, the set, and what is stored.
class TestSubsetsPage : public QObject {
    Q_OBJECT

    test::WindowDriver m_driver;
    int m_projects = 0;

    SubsetController* subsets()
    {
        auto* page = m_driver.window().findChild<SubsetsPage*>();
        return page ? page->subsets() : nullptr;
    }
    bool settled()
    {
        return QTest::qWaitFor(
                   [&] {
                       return subsets() && !subsets()->isMeasuring() && subsets()->choice().study
                           && !subsets()->choice().keys.isEmpty();
                   },
                   60000)
            && m_driver.settle();
    }
    /// A project of its own with this many models.
    QString make(int models)
    {
        const QString path = m_driver.path(QStringLiteral("p%1.winnow").arg(m_projects++));
        return test::makeDemoProject(path, 120, models, false) ? path : QString();
    }
    bool show(const QString& path) { return m_driver.open(path, QStringLiteral("subsets")) && settled(); }
    QTableView* table(const char* name) { return m_driver.find<QTableView>(name); }
    QString tile(const char* name) { return m_driver.find<StatTile>(name)->value(); }
    QVector<Subset> stored()
    {
        return m_driver.context()
            .project()
            ->read([](sqlite::Connection& c) { return SubsetStore(c).all(); })
            .value_or(QVector<Subset>());
    }
    QStringList names()
    {
        QStringList all;
        for (const Subset& each : stored()) {
            all.append(each.name);
        }
        return all;
    }
    bool save(const QString& name)
    {
        auto* field = m_driver.find<QLineEdit>("subsetName");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, name);
        QTest::keyClick(field, Qt::Key_S, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return names().contains(name); }) && m_driver.settle();
    }
    QString message() { return m_driver.window().findChild<MessageBar*>()->currentText(); }
    static QVector<qint64> idsIn(const QAbstractItemModel* model)
    {
        QVector<qint64> ids;
        for (int row = 0; row < model->rowCount(); ++row) {
            ids.append(model->index(row, 0).data(SubsetSampleModel::IdRole).toLongLong());
        }
        return ids;
    }

private slots:
    void cleanup() { m_driver.close(); }

    void theSliderChoosesASetAndItsFigures()
    {
        QVERIFY(show(make(12)));
        auto* slider = m_driver.find<QSlider>("subsetBudget");
        auto* number = m_driver.find<QSpinBox>("subsetBudgetNumber");
        const qint64 all = subsets()->candidates();
        QCOMPARE(number->value(), int(qMax<qint64>(10, qRound64(0.05 * double(all)))));
        QCOMPARE(table("subsetSamples")->model()->rowCount(), number->value());
        const QVector<double> before{subsets()->figures().curves().alike.first().own.kendall.mean,
            subsets()->figures().curves().stronger.first().own.kendall.mean};
        // The page opens with the keyboard on the slider.
        QVERIFY(slider->hasFocus());
        for (int press = 0; press < 5; ++press) {
            QTest::keyClick(slider, Qt::Key_PageUp);
        }
        QVERIFY(settled());
        const int larger = number->value();
        QVERIFY(larger > 20);
        QCOMPARE(subsets()->choice().size(), larger);
        QCOMPARE(table("subsetSamples")->model()->rowCount(), larger);
        QVERIFY(tile("subsetSpeedUp").startsWith(QLocale().toString(double(all) / larger, 'f', 1)));
        const SubsetReport& report = subsets()->choice().report;
        QCOMPARE(tile("subsetKendallAlike"), QLocale().toString(report.alike.kendall.mean, 'f', 2));
        QCOMPARE(tile("subsetKendallStronger"), QLocale().toString(report.stronger.kendall.mean, 'f', 2));
        QCOMPARE(report.alike.kendall.splits, 20);
        // The curves are the same ones.
        QCOMPARE(subsets()->figures().curves().alike.first().own.kendall.mean, before.at(0));
        QCOMPARE(subsets()->figures().curves().stronger.first().own.kendall.mean, before.at(1));
        for (const char* name : {"subsetAlike", "subsetStronger"}) {
            auto* card = m_driver.find<ChartCard>(name);
            QVERIFY(!card->chart()->marks().isEmpty());
            // Two lines, ours and the random one, of as many budgets.
            QCOMPARE(card->numbers()->rowCount(), 2 * int(subsets()->figures().curves().alike.size()));
        }
        QVERIFY(m_driver.find<QLabel>("subsetValid")->text().contains(QStringLiteral("For stronger ones")));
        // A number that is written counts as well.
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("33"));
        QTest::keyClick(number, Qt::Key_Return);
        QVERIFY(settled());
        QCOMPARE(table("subsetSamples")->model()->rowCount(), 33);
        QCOMPARE(slider->value(), m_driver.find<QSlider>("subsetBudget")->value());
    }

    void anotherFigureIsDrawn()
    {
        QVERIFY(show(make(12)));
        auto* figure = m_driver.find<QComboBox>("subsetFigure");
        auto* card = m_driver.find<ChartCard>("subsetAlike");
        QStringList headings;
        for (int i = 0; i < figure->count(); ++i) {
            QTest::keyClick(figure, Qt::Key_Down);
            headings.append(card->numbers()->headerData(2, Qt::Horizontal, Qt::DisplayRole).toString());
        }
        headings.removeDuplicates();
        QCOMPARE(headings.size(), figure->count() - 1);
        QCOMPARE(figure->count(), 5);
    }

    void aMethodIsChosenInTheBoxOrTheTable()
    {
        QVERIFY(show(make(12)));
        auto* methods = table("subsetMethods");
        QCOMPARE(methods->model()->rowCount(), int(subsetMethods().size()));
        const QVector<qint64> mixed = idsIn(table("subsetSamples")->model());
        auto* box = m_driver.find<QComboBox>("subsetMethod");
        QCOMPARE(box->count(), int(subsetMethods().size()));
        QTest::keyClick(box, Qt::Key_Down);
        QVERIFY(settled());
        QCOMPARE(subsets()->request().method, QStringLiteral("stratified_random"));
        QVERIFY(idsIn(table("subsetSamples")->model()) != mixed);
        m_driver.window().findChild<QScrollArea*>(QStringLiteral("subsetBody"))->ensureWidgetVisible(methods);
        test::WindowDriver::clickRow(methods, 2);
        const QString third = methods->model()->index(2, 0).data(NumberTableModel::ValueRole).toString();
        QCOMPARE(subsets()->request().method, third);
        QVERIFY(settled());
        QCOMPARE(box->currentData().toString(), third);
        QCOMPARE(subsets()->choice().chosen.request.method, third);
        // DatBench keeps some for the frontier, and only then it is asked.
        const bool keeps = subsetMethod(third)->info().frontierShare > 0;
        QCOMPARE(m_driver.find("subsetFrontier") != nullptr, keeps);
    }

    void theWheelChangesNothingInPassing()
    {
        QVERIFY(show(make(12)));
        m_driver.window().findChild<QScrollArea*>(QStringLiteral("subsetBody"))->setFocus();
        const SubsetRequest before = subsets()->request();
        const SubsetScope scope = subsets()->scope();
        for (const char* name : {"subsetBudget", "subsetBudgetNumber", "subsetMethod", "subsetCapability",
                 "subsetSeed", "subsetFigure"}) {
            auto* field = m_driver.find(name);
            QVERIFY2(field, name);
            for (const int turn : {-120, 120, 120}) {
                const QPointF middle = field->rect().center();
                QWheelEvent wheel(middle, field->mapToGlobal(middle), {}, {0, turn}, Qt::NoButton,
                    Qt::NoModifier, Qt::NoScrollPhase, false);
                QApplication::sendEvent(field, &wheel);
            }
            QVERIFY2(!field->hasFocus(), name);
        }
        QVERIFY(subsets()->request() == before);
        QVERIFY(subsets()->scope() == scope);
        QCOMPARE(m_driver.find<QComboBox>("subsetFigure")->currentIndex(), 0);
    }

    void theSeedDrawsAnother()
    {
        QVERIFY(show(make(12)));
        const QVector<qint64> first = idsIn(table("subsetSamples")->model());
        auto* seed = m_driver.find<QSpinBox>("subsetSeed");
        QTest::keyClick(seed, Qt::Key_Up);
        QVERIFY(settled());
        QVERIFY(idsIn(table("subsetSamples")->model()) != first);
        QTest::keyClick(seed, Qt::Key_Down);
        QVERIFY(settled());
        QCOMPARE(idsIn(table("subsetSamples")->model()), first);
    }

    void aSetIsSavedReplacedAndBroughtBack()
    {
        QVERIFY(show(make(12)));
        // Without a name the key asks for one.
        m_driver.find<QSlider>("subsetBudget")->setFocus();
        m_driver.key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(m_driver.find("subsetName")->hasFocus());
        QVERIFY(names().isEmpty());
        QVERIFY(save(QStringLiteral("core")));
        const Subset saved = stored().first();
        QCOMPARE(saved.method, subsets()->request().method);
        QCOMPARE(saved.budget, subsets()->request().budget);
        QCOMPARE(saved.sourceHash, subsets()->study()->input().hash());
        QCOMPARE(saved.report.value(QLatin1String("samples")).toInteger(), subsets()->choice().size());
        const auto samples = m_driver.context().project()->read(
            [&](sqlite::Connection& c) { return SubsetStore(c).samples(saved.id); });
        QVERIFY_RESULT(samples);
        const QVector<qint64> shown = idsIn(table("subsetSamples")->model());
        QCOMPARE(samples->size(), shown.size());
        for (qsizetype i = 0; i < shown.size(); ++i) {
            QCOMPARE(samples->at(i).sample.value, shown.at(i));
            QCOMPARE(samples->at(i).weight, 1.);
            QCOMPARE(samples->at(i).why.json(), subsets()->choice().why.at(i).json());
        }
        QTRY_COMPARE(table("subsetStored")->model()->rowCount(), 1);
        // Of the same name: said before and after, and undone.
        m_driver.find<QSpinBox>("subsetBudgetNumber")->setValue(25);
        QVERIFY(settled());
        auto* note = m_driver.find<QLabel>("subsetSaveNote");
        QVERIFY(note && note->text().contains(QStringLiteral("Takes the place")));
        QVERIFY(m_driver.press(m_driver.find("subsetSave")));
        QTRY_COMPARE(stored().value(0).size, 25);
        QCOMPARE(stored().size(), 1);
        QTRY_VERIFY(message().contains(QStringLiteral("in place of")));
        QVERIFY(m_driver.press(QStringLiteral("Undo")));
        QTRY_COMPARE(stored().value(0).size, saved.size);
        QCOMPARE(stored().first().createdAt, saved.createdAt);
    }

    void aStoredOneIsOpenedRenamedAndRemoved()
    {
        QVERIFY(show(make(12)));
        m_driver.find<QSpinBox>("subsetBudgetNumber")->setValue(31);
        QTest::keyClick(m_driver.find<QComboBox>("subsetMethod"), Qt::Key_Down);
        QTest::keyClick(m_driver.find<QSpinBox>("subsetSeed"), Qt::Key_Up);
        QVERIFY(settled());
        const QVector<qint64> ids = idsIn(table("subsetSamples")->model());
        const SubsetRequest request = subsets()->request();
        QVERIFY(save(QStringLiteral("core")));
        QTest::keyClick(m_driver.find<QComboBox>("subsetMethod"), Qt::Key_Up);
        m_driver.find<QSpinBox>("subsetBudgetNumber")->setValue(12);
        QVERIFY(settled());
        QTRY_COMPARE(table("subsetStored")->model()->rowCount(), 1);
        table("subsetStored")->selectRow(0);
        QVERIFY(m_driver.press(m_driver.find("subsetOpen")));
        QVERIFY(settled());
        QCOMPARE(subsets()->request(), request);
        QCOMPARE(idsIn(table("subsetSamples")->model()), ids);
        QCOMPARE(m_driver.find<QSpinBox>("subsetBudgetNumber")->value(), 31);
        auto* name = m_driver.find<QLineEdit>("subsetNewName");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("kernel"));
        QVERIFY(m_driver.press(m_driver.find("subsetRename")));
        QTRY_COMPARE(names(), QStringList{QStringLiteral("kernel")});
        QVERIFY(m_driver.settle());
        table("subsetStored")->selectRow(0);
        QVERIFY(m_driver.press(m_driver.find("subsetRemove")));
        QTRY_VERIFY(names().isEmpty());
        QTRY_VERIFY(message().contains(QStringLiteral("kernel")));
        QVERIFY(m_driver.press(QStringLiteral("Undo")));
        QTRY_COMPARE(names(), QStringList{QStringLiteral("kernel")});
        QCOMPARE(stored().first().size, 31);
    }

    void itsSamplesOpenAndExportIsNear()
    {
        QVERIFY(show(make(12)));
        QVERIFY(save(QStringLiteral("core")));
        // What was saved last is chosen.
        QTRY_VERIFY(m_driver.find("subsetStoredSamples")->isEnabled());
        const auto shownSamples = [&] {
            return m_driver.window()
                .findChild<QTableView*>(QStringLiteral("sampleTable"))
                ->model()
                ->rowCount();
        };
        for (const char* button : {"subsetStoredSamples", "subsetOpenSamples", "subsetSpeedUp"}) {
            QVERIFY(m_driver.press(m_driver.find(button)));
            QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
            QTRY_COMPARE(shownSamples(), int(subsets()->choice().size()));
            m_driver.key(Qt::Key_Left, Qt::AltModifier);
            QCOMPARE(m_driver.window().currentPage(), QStringLiteral("subsets"));
        }
        auto* samples = table("subsetSamples");
        samples->setFocus();
        samples->setCurrentIndex(samples->model()->index(3, SubsetSampleModel::KeyColumn));
        QTest::keyClick(samples, Qt::Key_Return);
        QTRY_COMPARE(m_driver.window().currentPage(), QStringLiteral("samples"));
        QTRY_COMPARE(shownSamples(), 1);
        m_driver.key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(m_driver.press(m_driver.find("subsetExport")));
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("export"));
        QTRY_VERIFY(m_driver.find<QComboBox>("exportSamples"));
        QVERIFY(m_driver.find<QComboBox>("exportSamples")->currentText().contains(QStringLiteral("core")));
    }

    void peopleWantSomeInAndSomeOut()
    {
        QVERIFY(show(make(12)));
        auto* samples = table("subsetSamples");
        const QVector<qint64> before = idsIn(samples->model());
        samples->setFocus();
        samples->selectRow(0);
        QTest::keyClick(samples, Qt::Key_X);
        QVERIFY(settled());
        QVERIFY(!idsIn(samples->model()).contains(before.at(0)));
        QCOMPARE(samples->model()->rowCount(), int(before.size()));
        samples->selectRow(4);
        const qint64 wanted = samples->model()->index(4, 0).data(SubsetSampleModel::IdRole).toLongLong();
        QVERIFY(m_driver.press(m_driver.find("subsetMust")));
        QVERIFY(settled());
        QVERIFY(subsets()->scope().musts.contains(SampleId{wanted}));
        QCOMPARE(samples->model()->index(0, 0).data(SubsetSampleModel::IdRole).toLongLong(), wanted);
        QVERIFY(samples->model()->index(0, 0).data(SubsetSampleModel::MustRole).toBool());
        auto* list = m_driver.find<QListWidget>("subsetWanted");
        QTRY_COMPARE(list->count(), 2);
        // As the method says again: by key, by menu and from the list.
        samples->setFocus();
        samples->selectRow(0);
        QTest::keyClick(samples, Qt::Key_E);
        QVERIFY(settled());
        QVERIFY(subsets()->scope().musts.isEmpty());
        QTRY_COMPARE(list->count(), 1);
        list->setCurrentRow(0);
        QVERIFY(m_driver.press(m_driver.find("subsetTakeOff")));
        QVERIFY(settled());
        QCOMPARE(idsIn(samples->model()), before);
        QVERIFY(!m_driver.find("subsetWanted"));
        samples->selectRow(1);
        QVERIFY(m_driver.choose(
            [&] { emit samples->customContextMenuRequested(test::WindowDriver::place(samples, 1)); },
            {QStringLiteral("Never in")}));
        QCOMPARE(subsets()->scope().vetoes.size(), 1);
    }

    void floorsAndQuotasAreWritten()
    {
        QVERIFY(show(make(12)));
        QVERIFY(m_driver.press(m_driver.find("subsetShares")));
        auto* shares = table("subsetSharesTable");
        QVERIFY(shares);
        const int last = shares->model()->rowCount() - 1;
        const QString capability = shares->model()->index(last, 0).data().toString();
        QVERIFY(shares->model()->setData(
            shares->model()->index(last, SubsetSharesModel::LeastColumn), QStringLiteral("7"), Qt::EditRole));
        QVERIFY(settled());
        QCOMPARE(subsets()->request().shares, (QVector<SubsetShare>{{{}, capability, 7, -1}}));
        const auto inSet = [&] {
            int count = 0;
            auto* model = table("subsetSamples")->model();
            for (int row = 0; row < model->rowCount(); ++row) {
                count
                    += model->index(row, SubsetSampleModel::CapabilityColumn).data().toString() == capability;
            }
            return count;
        };
        QVERIFY(inSet() >= 7);
        QVERIFY(shares->model()->setData(
            shares->model()->index(last, SubsetSharesModel::LeastColumn), QString(), Qt::EditRole));
        QVERIFY(shares->model()->setData(
            shares->model()->index(last, SubsetSharesModel::MostColumn), QStringLiteral("0"), Qt::EditRole));
        QVERIFY(settled());
        QCOMPARE(inSet(), 0);
        // What cannot be is said, with what to do.
        QVERIFY(shares->model()->setData(
            shares->model()->index(last, SubsetSharesModel::LeastColumn), QStringLiteral("3"), Qt::EditRole));
        QTRY_VERIFY(m_driver.find<QLabel>("subsetWarnings"));
        QTRY_VERIFY(
            m_driver.find<QLabel>("subsetWarnings")->text().contains(QStringLiteral("cannot be above")));
        QVERIFY(!m_driver.find("subsetSave")->isEnabled());
        QVERIFY(m_driver.press(m_driver.find("subsetSharesClear")));
        QVERIFY(settled());
        QVERIFY(subsets()->request().shares.isEmpty());
        QVERIFY(m_driver.find("subsetSave")->isEnabled());
    }

    void oneSetForEachCapability()
    {
        QVERIFY(show(make(12)));
        QStringList capabilities = subsets()->study()->input().capabilities;
        capabilities.removeAll(QString());
        QVERIFY(capabilities.size() > 2);
        auto* each = m_driver.find<QCheckBox>("subsetEach");
        QTest::keyClick(each, Qt::Key_Space);
        auto* name = m_driver.find<QLineEdit>("subsetName");
        QTest::keyClicks(name, QStringLiteral("core"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(int(stored().size()), int(capabilities.size()), 30000);
        for (const Subset& subset : stored()) {
            const StoredRequest request = StoredRequest::of(subset.request);
            QVERIFY(capabilities.contains(request.scope.capability));
            QCOMPARE(subset.name, QStringLiteral("core/") + request.scope.capability);
            QCOMPARE(subset.size, subset.budget);
        }
        QVERIFY(m_driver.settle());
        QVERIFY(m_driver.press(QStringLiteral("Undo")));
        QTRY_VERIFY(names().isEmpty());
    }

    void samplesAreNarrowed()
    {
        QVERIFY(show(make(12)));
        const qint64 all = subsets()->candidates();
        auto* capability = m_driver.find<QComboBox>("subsetCapability");
        QTest::keyClick(capability, Qt::Key_Down);
        QVERIFY(settled());
        QVERIFY(subsets()->candidates() < all);
        QCOMPARE(subsets()->scope().capability, capability->currentText());
        QVERIFY(save(QStringLiteral("part")));
        QTest::keyClick(capability, Qt::Key_Up);
        QVERIFY(settled());
        QCOMPARE(subsets()->candidates(), all);
        // Within the one that is stored now.
        QTRY_VERIFY(m_driver.find("subsetParent"));
        QTest::keyClick(m_driver.find<QComboBox>("subsetParent"), Qt::Key_Down);
        QVERIFY(settled());
        QCOMPARE(subsets()->candidates(), stored().first().size);
        QVERIFY(save(QStringLiteral("inner")));
        for (const Subset& subset : stored()) {
            QCOMPARE(subset.parents,
                subset.name == u"inner" ? QStringList{QStringLiteral("part")} : QStringList());
        }
        QTest::keyClick(m_driver.find<QComboBox>("subsetParent"), Qt::Key_Home);
        QVERIFY(settled());
        // Repeats are taken once, or as often as they are there.
        Project& project = *m_driver.context().project();
        FlagDraft repeat;
        repeat.sampleId = subsets()->choice().sampleAt(0);
        repeat.kind = QStringLiteral("duplicate_exact");
        repeat.score = 0.9;
        QVERIFY_RESULT(
            project.write({.parts = ChangeSet::Flags, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                DetectorRun run;
                run.detector = QStringLiteral("duplicates");
                run.datasetId = DatasetStore(c).all().first().id;
                run.status = QStringLiteral("done");
                FlagStore(c).applyRun(run, {repeat});
                return {};
            }));
        QTRY_COMPARE(subsets()->study()->input().repeats, 1);
        QVERIFY(settled());
        QVERIFY(!subsets()->choice().samples().contains(repeat.sampleId));
        QCOMPARE(subsets()->candidates(), all - 1);
        QTest::keyClick(m_driver.find<QCheckBox>("subsetOnce"), Qt::Key_Space);
        QVERIFY(settled());
        QCOMPARE(subsets()->candidates(), all);
    }

    void aFamilyIsLeftOutAndTriedOn()
    {
        QVERIFY(show(make(27)));
        const qsizetype models = subsets()->study()->input().models.size();
        auto* family = m_driver.find<QComboBox>("subsetFamily");
        QVERIFY(family);
        QTest::keyClick(family, Qt::Key_Down);
        QVERIFY(settled());
        QVERIFY(subsets()->study()->input().models.size() < models);
        QVERIFY(!subsets()->study()->input().families.contains(family->currentText()));
        const SubsetReport& report = subsets()->choice().report;
        QCOMPARE(report.family, family->currentText());
        QVERIFY(!report.ofFamily.isEmpty());
        QVERIFY(m_driver.find<QLabel>("subsetValid")->text().contains(family->currentText()));
    }

    void fewModelsAreSaid_data()
    {
        QTest::addColumn<int>("models");
        QTest::newRow("one") << 1;
        QTest::newRow("four") << 4;
        QTest::newRow("none") << 0;
    }
    void fewModelsAreSaid()
    {
        QFETCH(int, models);
        const QString path = m_driver.path(QStringLiteral("few%1.winnow").arg(models));
        {
            auto project = Project::create(path);
            QVERIFY_RESULT(project);
            const auto ids = test::addSamples(**project, QStringLiteral("set"), 40);
            QVERIFY_RESULT(ids);
            QVERIFY_RESULT((*project)->write({}, [&](sqlite::Connection& c) -> Result<> {
                ResponseStore store(c);
                ResponseWriter writer(c);
                for (int m = 0; m < models; ++m) {
                    const RunId run = store.upsertRun(DatasetStore(c).byName(QStringLiteral("set"))->id,
                        store.upsertModel(QStringLiteral("m%1").arg(m), {}), Condition::Standard, {}, {}, {});
                    for (int i = 0; i < 40; ++i) {
                        writer.addRaw(run, ids->at(i), 0, 0, (i * 7 + m) % (m + 2) ? 1 : 0, "B", {});
                    }
                }
                writer.finish();
                return {};
            }));
        }
        QVERIFY(show(path));
        for (const auto& [name, least] : {std::pair("subsetAlike", leastModelsFor(HeldOut::Alike)),
                 std::pair("subsetStronger", leastModelsFor(HeldOut::Stronger))}) {
            QCOMPARE(m_driver.find<ChartCard>(name)->emptyState()->title(),
                QStringLiteral("Needs %1 models").arg(least));
        }
        QCOMPARE(tile("subsetKendallAlike"), QStringLiteral("–"));
        QCOMPARE(table("subsetSamples")->model()->rowCount(), 10);
        QVERIFY(!m_driver.find<QLabel>("subsetValid")->text().isEmpty());
        // A method of statistics refuses, and says what to do.
        if (models > 0 && models < 3) {
            SubsetRequest request = subsets()->request();
            request.method = QStringLiteral("disagreement");
            subsets()->setRequest(request);
            QTRY_VERIFY(m_driver.find<QLabel>("subsetWarnings"));
            QTRY_VERIFY(
                m_driver.find<QLabel>("subsetWarnings")->text().contains(QStringLiteral("at least 3")));
        }
    }

    void withoutSamplesItLeadsToImport()
    {
        const QString path = m_driver.path(QStringLiteral("empty.winnow"));
        QVERIFY_RESULT(Project::create(path));
        QVERIFY(m_driver.open(path, QStringLiteral("subsets")));
        QTRY_VERIFY(m_driver.button(QStringLiteral("Import a benchmark")));
        QVERIFY(m_driver.press(QStringLiteral("Import a benchmark")));
        QCOMPARE(m_driver.window().currentPage(), QStringLiteral("import"));
    }

    void whatHasChangedSinceIsSaid()
    {
        QVERIFY(show(make(12)));
        QVERIFY(save(QStringLiteral("core")));
        const auto age = [&] {
            auto* model = table("subsetStored")->model();
            return model->index(0, model->columnCount() - 1).data().toString();
        };
        QTRY_COMPARE(age(), QStringLiteral("unchanged"));
        Decision drop;
        drop.sampleId = subsets()->choice().sampleAt(0);
        drop.verdict = Verdict::None;
        drop.action = Action::Drop;
        drop.annotator = QStringLiteral("ann");
        QVERIFY_RESULT(m_driver.context().project()->ledger().decide({drop}));
        QTRY_COMPARE_WITH_TIMEOUT(age(), QStringLiteral("changed since"), 20000);
        QVERIFY(settled());
        QVERIFY(!subsets()->choice().samples().contains(drop.sampleId));
    }

    void theModelsKeepTheRules()
    {
        QVERIFY(show(make(12)));
        SubsetSampleModel samples;
        const QAbstractItemModelTester first(
            &samples, QAbstractItemModelTester::FailureReportingMode::QtTest);
        samples.setChoice(subsets()->choice());
        QCOMPARE(samples.rowCount(), int(subsets()->choice().size()));
        samples.setChoice({});
        QCOMPARE(samples.rowCount(), 0);
        SubsetSharesModel shares;
        const QAbstractItemModelTester second(
            &shares, QAbstractItemModelTester::FailureReportingMode::QtTest);
        shares.setInput(subsets()->study()->input());
        const QModelIndex least = shares.index(0, SubsetSharesModel::LeastColumn);
        for (const char* wrong : {"x", "-3", "1.5"}) {
            QVERIFY2(!shares.setData(least, QString::fromLatin1(wrong)), wrong);
        }
        QVERIFY(!shares.setData(shares.index(0, SubsetSharesModel::NameColumn), QStringLiteral("3")));
        QVERIFY(shares.setData(least, QStringLiteral("3")));
        QCOMPARE(least.data().toString(), QStringLiteral("3"));
        QCOMPARE(shares.shares().size(), 1);
        // What is asked for of something that is not there any more stays to be seen.
        shares.setShares({{QStringLiteral("gone"), {}, 2, -1}});
        QCOMPARE(shares.index(shares.rowCount() - 1, 0).data().toString(), QStringLiteral("gone"));
    }
};

QTEST_MAIN(TestSubsetsPage)
#include "tst_subsetspage.moc"
