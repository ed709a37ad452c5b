// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/projectstats.h"
#include "tests/support/privatesettings.h"
#include "tests/support/testproject.h"
#include "ui/models/importcontroller.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using namespace winnow;

/// Importing without a window, with real files and projects.
class TestImportController : public QObject {
    Q_OBJECT

    using State = ImportFile::State;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::shared_ptr<Project> m_project;
    JobModel m_jobs;
    std::unique_ptr<ImportController> m_import;
    ImportParts m_changed;
    /// Sizes of what was refused, and all that was told in the words of the program.
    QVector<qsizetype> m_refused;
    QStringList m_told;
    int m_stopped = 0;
    QVector<UndoneImport> m_undone;

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    QString fruit() const
    {
        return write(QStringLiteral("Fruit.tsv"),
            "index\tquestion\tA\tB\tC\tanswer\n1\tWhich is red?\tapple\tbanana\tlime\tA\n"
            "2\tWhich is yellow?\tapple\tbanana\tlime\tB\n\tWhich is green?\tapple\tbanana\tlime\tC\n"
            "4\tWhich is sour?\tapple\tbanana\tlime\tC\n");
    }
    QString answers() const
    {
        return write(QStringLiteral("answers.jsonl"),
            "{\"id\": \"1\", \"model\": \"m1\", \"condition\": \"standard\", \"response\": \"A\"}\n"
            "{\"id\": \"2\", \"model\": \"m1\", \"condition\": \"eyes shut\", \"response\": \"C\"}\n");
    }
    QString other(const QString& name = QStringLiteral("other.csv")) const
    {
        return write(name, "index,question,A,B,answer\nx1,Which?,fig,kiwi,B\n");
    }
    QString large() const
    {
        QByteArray text("index,question,A,B,answer\n");
        for (int i = 0; i < 20'000; ++i) {
            text += "n" + QByteArray::number(i) + ",Which of the two is number " + QByteArray::number(i)
                + "?,fig,kiwi,B\n";
        }
        return write(QStringLiteral("large.csv"), text);
    }
    QString zip() const
    {
        return write(QStringLiteral("a.zip"), QByteArray("PK\x03\x04", 4) + QByteArray(400, '\0'));
    }

    const ImportQueue& queue() const { return m_import->queue(); }
    State stateOf(int row) const { return queue().files().at(row).state(); }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!m_import->isBusy(), 20000); }
    void add(const QStringList& files)
    {
        m_import->add(filesToImport(files));
        settle();
    }
    /// Samples and responses.
    QString stored() const
    {
        return m_project
            ->read([](sqlite::Connection& c) {
                return QString(QString::number(ProjectStats::read(c).samples) + u' '
                    + QString::number(ResponseStore(c).count()));
            })
            .value_or(QString());
    }
    void open(Project::Mode mode = Project::Mode::ReadWrite)
    {
        auto project = Project::open(m_path, mode);
        QVERIFY_RESULT(project);
        m_project = *project;
        m_import->setProject(m_project);
        settle();
        m_changed = {};
    }
    ImportForm formWith(const QString& dataset) const
    {
        ImportForm form = queue().file()->form();
        form.dataset = dataset;
        return form;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::usePrivateSettings(*m_folder);
        m_path = m_folder->filePath(QStringLiteral("p.winnow"));
        QVERIFY_RESULT(Project::create(m_path));
        m_refused.clear();
        m_told.clear();
        m_stopped = 0;
        m_undone.clear();
        m_import = std::make_unique<ImportController>(&m_jobs);
        ImportController* import = m_import.get();
        connect(import, &ImportController::changed, this, [this](ImportParts parts) { m_changed |= parts; });
        connect(import, &ImportController::refused, this, [this](const QVector<Error>& reasons) {
            m_refused.append(reasons.size());
            m_told.append(reasons.last().message);
        });
        connect(import, &ImportController::failed, this,
            [this](const Error& error) { m_told.append(error.text()); });
        connect(import, &ImportController::stopped, this, [this] { ++m_stopped; });
        connect(import, &ImportController::undone, this,
            [this](const UndoneImport& done) { m_undone.append(done); });
        open();
    }
    void cleanup()
    {
        m_import.reset();
        m_project.reset();
    }

    void whatCannotBeReadIsRefusedAndTheFirstGoodFileIsShown()
    {
        const QString missing = m_folder->filePath(QStringLiteral("missing.csv"));
        const QString empty = write(QStringLiteral("empty.jsonl"), {});
        QSignalSpy movedOn(m_import.get(), &ImportController::movedOn);
        m_import->add(filesToImport({zip(), other(), empty, fruit(), missing}));
        QCOMPARE(movedOn.size(), 1);
        QCOMPARE(queue().files().size(), 5);
        QVERIFY(!queue().isKnown()); // nothing is shown before it was looked at
        settle();
        QCOMPARE(queue().files().size(), 2);
        QCOMPARE(queue().file()->name(), QStringLiteral("other.csv"));
        QCOMPARE(stateOf(0), State::Ready);
        QCOMPARE(stateOf(1), State::Ready);
        // All that was refused of one choice, and each by its name.
        QCOMPARE(m_refused, (QVector<qsizetype>{1, 2, 3}));
        for (const QString& name : {QStringLiteral("a.zip"), QStringLiteral("empty.jsonl"), missing}) {
            QVERIFY2(m_told.filter(name).size() == 1, qPrintable(m_told.join(u'\n')));
        }
        QVERIFY(m_import->preview());
        QCOMPARE(m_import->preview()->rows.size(), 1);
        QVERIFY(m_changed.testFlag(ImportPart::Preview) && m_changed.testFlag(ImportPart::Files));

        // Another choice counts for itself, and without a good file what is in view stays.
        m_import->choose(1);
        settle();
        m_refused.clear();
        add({empty});
        QCOMPARE(m_refused, QVector<qsizetype>{1});
        QCOMPARE(queue().file()->name(), QStringLiteral("Fruit.tsv"));
        QVERIFY(m_import->preview() && m_import->preview()->rows.size() == 3);
        add({other(QStringLiteral("third.csv"))});
        QCOMPARE(queue().file()->name(), QStringLiteral("third.csv"));
        QCOMPARE(stored(), QStringLiteral("0 0")); // looking writes nothing
    }

    void aFileIsListedOnceWhileItWaits()
    {
        add({fruit(), fruit()});
        QCOMPARE(queue().files().size(), 1);
        // What is in it by now counts.
        write(QStringLiteral("Fruit.tsv"), "index\tquestion\tA\tB\tanswer\n1\tWhich?\tfig\tkiwi\tB\n");
        add({other()});
        add({m_folder->path() + QStringLiteral("/./Fruit.tsv")});
        QCOMPARE(queue().files().size(), 2);
        QCOMPARE(queue().row(), 0);
        QCOMPARE(m_import->preview()->rows.size(), 1);
        m_import->importThis();
        settle();
        QCOMPARE(stateOf(0), State::Done);
        // Once it is in, choosing it again imports it again.
        add({fruit()});
        QCOMPARE(queue().files().size(), 3);
        QCOMPARE(queue().row(), 2);
        m_import->importThis();
        settle();
        QCOMPARE(stateOf(2), State::Done);
        QCOMPARE(queue().file()->report->samples.changed, 1);
        QCOMPARE(queue().file()->report->samples.added, 2);
    }

    void whatIsLeftOutIsGoneAndTheNextIsShown()
    {
        add({fruit(), other(), other(QStringLiteral("third.csv"))});
        m_import->choose(1);
        m_import->leaveOut();
        QCOMPARE(queue().file()->name(), QStringLiteral("third.csv"));
        settle();
        QCOMPARE(m_import->preview()->rows.size(), 1);
        m_import->leaveOut();
        QCOMPARE(queue().file()->name(), QStringLiteral("Fruit.tsv"));
        m_import->leaveOut();
        QVERIFY(!queue().file());
        QVERIFY(!m_import->preview());
        m_import->leaveOut(); // nothing is left
        settle();
        // While it is still being looked at, too.
        m_import->add(filesToImport({fruit()}));
        m_import->leaveOut();
        settle();
        QCOMPARE(queue().files().size(), 0);
    }

    void theFileInViewStaysWhenOneBeforeItGoes()
    {
        ImportQueue queue;
        const int first = queue.add(filesToImport({QStringLiteral("a.csv")}).first());
        const int second = queue.add(filesToImport({QStringLiteral("b.csv")}).first());
        queue.add(filesToImport({QStringLiteral("c.csv")}).first());
        queue.setRow(1);
        queue.remove(first);
        QCOMPARE(queue.file()->id, second);
        queue.remove(second);
        QCOMPARE(queue.file()->name(), QStringLiteral("c.csv"));
        queue.remove(first); // it is gone
        QCOMPARE(queue.files().size(), 1);
    }

    void aFormSaysOnlyWhatDiffers()
    {
        add({write(QStringLiteral("TallyQA.csv"), "index,question,answer\n1,How many cats?,3\n"), fruit()});
        ImportFile known = queue().files().at(0);
        ImportForm form = known.form();
        QCOMPARE(form.dataset, QStringLiteral("TallyQA"));
        QCOMPARE(form.capability, QStringLiteral("counting"));
        QCOMPARE(form.scorer, QStringLiteral("exact"));
        QCOMPARE(form.blindHits, 6);
        const int before = known.said;
        QVERIFY(!known.take(form));
        QCOMPARE(known.said, before);
        QVERIFY(known.request.dataset.isEmpty() && !known.request.capability && !known.request.scorer);
        form.blindHits = 5;
        QVERIFY(known.take(form));
        QVERIFY(known.needsPlan());
        QCOMPARE(known.request.blindHits, std::optional<int>(5));
        QVERIFY(known.request.dataset.isEmpty() && !known.request.scorer && !known.request.capability);
        QCOMPARE(known.form(), form);
        // What was said once is kept when it comes to what is proposed.
        form.blindHits = 6;
        form.scorer.clear();
        QVERIFY(known.take(form));
        QCOMPARE(known.request.blindHits, std::optional<int>(6));
        QCOMPARE(known.request.scorer, std::optional<QString>(QString()));
        // Of a dataset that is not known nothing is said, whatever the hidden fields hold.
        ImportFile own = queue().files().at(1);
        form = own.form();
        QVERIFY(form.scorer.isEmpty() && form.blindHits == 0);
        form.scorer = QStringLiteral("exact");
        form.blindHits = 6;
        QVERIFY(!own.take(form));
        form.condition = Condition::Blind;
        QVERIFY(own.take(form));
        QVERIFY(!own.request.scorer && !own.request.blindHits);
    }

    void whatIsSaidReachesTheProject()
    {
        add({fruit()});
        ImportForm form = formWith(QStringLiteral("Basket"));
        form.capability = QStringLiteral("sorting");
        m_import->setForm(form);
        QVERIFY(m_import->isBusy()); // after a pause
        QCOMPARE(queue().file()->plan->dataset, QStringLiteral("Fruit"));
        settle();
        QCOMPARE(queue().file()->plan->dataset, QStringLiteral("Basket"));
        FieldMapping mapping = queue().file()->mapping();
        mapping.choose(Field::Options, {QStringLiteral("A"), QStringLiteral("B")});
        m_import->say([&](ImportRequest& request) { request.mapping = mapping; });
        settle();
        QVERIFY(m_import->preview());
        QVERIFY(m_import->preview()->rows.first().contains(QStringLiteral("apple | banana")));
        m_import->importThis();
        QCOMPARE(stateOf(0), State::Importing);
        m_import->setForm(formWith(QStringLiteral("Late"))); // what is on its way does not change
        m_import->leaveOut();
        settle();
        QCOMPARE(stateOf(0), State::Done);
        const auto sample = m_project->read(
            [](sqlite::Connection& c) { return SampleStore(c).byKey(QStringLiteral("Basket/1")); });
        QVERIFY(sample && *sample);
        QCOMPARE((*sample)->capability, QStringLiteral("sorting"));
        QCOMPARE((*sample)->options.size(), 2);
        QVERIFY(m_import->records().history().datasets == QStringList{QStringLiteral("Basket")});
    }

    void aRoleIsGuessedAnewAndAMappingSolvesIt()
    {
        add({fruit()});
        m_import->importThis();
        settle();
        add({write(QStringLiteral("odd.csv"),
            "id,model,condition,wording\n1,m1,standard,The answer is A.\n2,m1,eyes shut,C\n")});
        m_import->setRole(ImportRole::Responses);
        QCOMPARE(queue().file()->role(), ImportRole::Responses); // at once, before it is planned
        settle();
        QCOMPARE(stateOf(1), State::Problem);
        QVERIFY(!m_import->runner().canImport(*queue().file()));
        m_import->importThis();
        QVERIFY(!m_import->isBusy());
        FieldMapping mapping = queue().file()->mapping();
        mapping.choose(Field::Response, {QStringLiteral("wording")});
        m_import->say([&](ImportRequest& request) { request.mapping = mapping; });
        settle();
        QCOMPARE(stateOf(1), State::Ready);
        QCOMPARE(m_import->preview()->responses.value(1).condition, Condition::Standard);
        m_import->say([](ImportRequest& request) {
            request.conditionMap = {{QStringLiteral("eyes shut"), conditionId(Condition::Blind)}};
        });
        settle();
        QCOMPARE(m_import->preview()->responses.value(1).condition, Condition::Blind);
        m_import->importThis();
        settle();
        QCOMPARE(stored(), QStringLiteral("3 2"));
        QCOMPARE(queue().file()->report->runs.size(), 2);
    }

    void anEditIsPlannedAlsoWhenAnotherFileIsLookedAt()
    {
        add({fruit(), other()});
        m_import->setForm(formWith(QStringLiteral("Basket")));
        m_import->choose(1);
        settle();
        QCOMPARE(queue().files().at(0).plan->dataset, QStringLiteral("Basket"));
        QCOMPARE(queue().files().at(1).plan->dataset, QStringLiteral("other"));
        m_import->choose(0);
        m_import->setForm(formWith(QStringLiteral("Bowl")));
        m_import->choose(1);
        m_import->leaveOut();
        settle();
        QCOMPARE(queue().files().at(0).plan->dataset, QStringLiteral("Bowl"));
    }

    void allThatIsReadyIsImportedAndTheRestLookedAtAgain()
    {
        add({answers(), fruit(), other()});
        QCOMPARE(stateOf(0), State::Problem); // there is no dataset yet
        QVERIFY(m_import->runner().canImportAny());
        QSignalSpy jobs(&m_jobs, &QAbstractItemModel::rowsInserted);
        m_import->importAll();
        QVERIFY(!m_import->runner().canImportAny());
        settle();
        QCOMPARE(jobs.size(), 2);
        QCOMPARE(stateOf(1), State::Done);
        QCOMPARE(stateOf(2), State::Done);
        QCOMPARE(queue().files().at(1).report->rejected, 1);
        QCOMPARE(stored(), QStringLiteral("4 0"));
        // What was not ready is not imported unseen, but may be now.
        QCOMPARE(stateOf(0), State::Ready);
        QCOMPARE(queue().files().at(0).plan->dataset, QStringLiteral("Fruit"));
        m_import->importAll();
        settle();
        QCOMPARE(stored(), QStringLiteral("4 2"));
        QCOMPARE(m_import->records().history().lines.size(), 3);
        QVERIFY(!m_import->runner().canImportAny());
    }

    void aFolderOfSeveralDatasetsIsListedAsEach()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("set")));
        write(QStringLiteral("set/questions.jsonl"),
            "{\"question_id\": 70, \"image\": \"a.png\", \"text\": \"Is there a dog?\", \"category\": "
            "\"x\"}\n"
            "{\"question_id\": 71, \"image\": \"a.png\", \"text\": \"Is there a cat?\", \"category\": "
            "\"x\"}\n");
        write(QStringLiteral("set/llava.jsonl"),
            "{\"question_id\": 70, \"prompt\": \"Is there a dog?\", \"text\": \"Yes\", \"answer_id\": \"a\", "
            "\"model_id\": \"llava\", \"metadata\": {}}\n");
        add({other(), m_folder->filePath(QStringLiteral("set")), fruit()});
        QCOMPARE(queue().files().size(), 4);
        QCOMPARE(queue().files().at(1).name(), QStringLiteral("questions.jsonl"));
        QCOMPARE(queue().files().at(2).name(), QStringLiteral("llava_answers"));
        QCOMPARE(stateOf(1), State::Ready);
        m_import->importAll();
        settle();
        for (int row = 0; row < 4; ++row) {
            QCOMPARE(stateOf(row), State::Done);
        }
        QCOMPARE(queue().files().at(2).report->responses.added, 1);
        QCOMPARE(queue().files().at(2).report->dataset, queue().files().at(1).report->dataset);
    }

    void aFileThatFailsSaysSoAndTheOthersGoOn()
    {
        const QString gone = other(QStringLiteral("gone.csv"));
        add({gone, fruit()});
        QVERIFY(QFile::remove(gone));
        m_import->importAll();
        settle();
        QCOMPARE(stateOf(0), State::Failed);
        QVERIFY2(queue().files().at(0).error->message.contains(QStringLiteral("gone.csv")),
            qPrintable(queue().files().at(0).error->message));
        QCOMPARE(stateOf(1), State::Done);
        QCOMPARE(stored(), QStringLiteral("3 0"));
        // It is there again, and something else is said of it.
        other(QStringLiteral("gone.csv"));
        m_import->choose(0);
        m_import->setForm(formWith(QStringLiteral("Back")));
        settle();
        QCOMPARE(stateOf(0), State::Ready);
        m_import->importThis();
        settle();
        QCOMPARE(stored(), QStringLiteral("4 0"));
    }

    void aStoppedImportLeavesTheProjectAsBefore()
    {
        add({large(), fruit()});
        m_import->importAll();
        QTRY_COMPARE(m_jobs.rowCount(), 1);
        m_jobs.cancel(0); // as the status bar does
        settle();
        QCOMPARE(m_stopped, 1);
        QCOMPARE(m_told, QStringList());
        QCOMPARE(stored(), QStringLiteral("0 0"));
        QCOMPARE(stateOf(0), State::Ready);
        QCOMPARE(stateOf(1), State::Ready); // all of them stop
        m_import->choose(1);
        m_import->importThis();
        settle();
        QCOMPARE(stored(), QStringLiteral("3 0"));
        QCOMPARE(m_stopped, 1);
    }

    void theLatestImportIsTakenBackAndItsFileWaitsAgain()
    {
        add({fruit()});
        m_import->importThis();
        settle();
        add({answers()});
        m_import->importThis();
        settle();
        QCOMPARE(stored(), QStringLiteral("3 2"));
        const ImportHistory history = m_import->records().history();
        QCOMPARE(history.lines.size(), 2);
        m_import->undo(history.lines.at(1).record.id); // a later one stands on it
        settle();
        QCOMPARE(m_undone.size(), 0);
        QCOMPARE(stored(), QStringLiteral("3 2"));
        m_import->undo(history.lines.at(0).record.id);
        m_import->undo(history.lines.at(0).record.id); // once
        settle();
        QCOMPARE(m_undone.size(), 1);
        QCOMPARE(m_undone.first().runs, 2);
        QCOMPARE(stored(), QStringLiteral("3 0"));
        QCOMPARE(stateOf(0), State::Done);
        QCOMPARE(stateOf(1), State::Ready);
        m_import->undo(history.lines.at(1).record.id);
        settle();
        QCOMPARE(stored(), QStringLiteral("0 0"));
        QCOMPARE(stateOf(0), State::Ready);
        // Its dataset went with it.
        QCOMPARE(stateOf(1), State::Problem);
        QVERIFY(m_undone.last().datasetRemoved);
        QCOMPARE(m_import->records().history().datasets, QStringList());
        m_import->choose(0);
        m_import->importThis();
        settle();
        QCOMPARE(stored(), QStringLiteral("3 0"));
        QCOMPARE(m_told, QStringList());
    }

    void aReportIsSavedAndAFailureNamesTheFile()
    {
        add({fruit()});
        m_import->saveReport(m_folder->filePath(QStringLiteral("early.csv")));
        settle();
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("early.csv"))));
        m_import->importThis();
        settle();
        const QString report = m_folder->filePath(QStringLiteral("report.csv"));
        QSignalSpy saved(m_import.get(), &ImportController::saved);
        m_import->saveReport(report);
        settle();
        QCOMPARE(saved.size(), 1);
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("rejected") && text.contains("Fruit.tsv"), text.constData());
        m_import->saveReport(m_folder->filePath(QStringLiteral("no folder/report.csv")));
        settle();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(m_told.size(), 1);
        QVERIFY2(m_told.first().contains(QStringLiteral("no folder/report.csv")), qPrintable(m_told.first()));
    }

    void anotherProjectForgetsWhatWasOnItsWay_data()
    {
        QTest::addColumn<bool>("importing");
        QTest::newRow("while planning") << false;
        QTest::newRow("while importing") << true;
    }
    void anotherProjectForgetsWhatWasOnItsWay()
    {
        QFETCH(bool, importing);
        if (importing) {
            add({large()});
            m_import->importThis();
            QTRY_COMPARE(m_jobs.rowCount(), 1);
        } else {
            m_import->add(filesToImport({large(), fruit(), zip()}));
        }
        m_project.reset();
        m_import->setProject(nullptr);
        QVERIFY(!m_import->isBusy());
        QCOMPARE(queue().files().size(), 0);
        QVERIFY(!m_import->preview());
        m_changed = {};
        QTest::qWait(100);
        QCOMPARE(m_changed, ImportParts()); // nothing comes after
        QCOMPARE(m_refused, QVector<qsizetype>());
        m_import->add(filesToImport({fruit()}));
        m_import->importThis();
        m_import->importAll();
        QVERIFY(!m_import->isBusy());
        QCOMPARE(queue().files().size(), 0);
        open();
        QCOMPARE(stored(), QStringLiteral("0 0"));
        add({fruit()});
        m_import->importThis();
        settle();
        QCOMPARE(stored(), QStringLiteral("3 0"));
    }

    void aProjectThatIsOnlyReadIsNotWrittenTo()
    {
        add({fruit()});
        m_import->importThis();
        settle();
        m_import->setProject(nullptr);
        m_project.reset();
        open(Project::Mode::ReadOnly);
        QCOMPARE(m_import->records().history().lines.size(), 1);
        add({other()});
        QCOMPARE(stateOf(0), State::Ready);
        QCOMPARE(m_import->preview()->rows.size(), 1);
        QVERIFY(!m_import->runner().canImport(*queue().file()) && !m_import->runner().canImportAny());
        m_import->importThis();
        m_import->importAll();
        m_import->undo(m_import->records().history().lines.first().record.id);
        QVERIFY(!m_import->isBusy());
        QCOMPARE(stored(), QStringLiteral("3 0"));
        QCOMPARE(m_told, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestImportController)
#include "tst_importcontroller.moc"
