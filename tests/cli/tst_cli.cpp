// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/import/importjob.h"
#include "tests/core/badprojects.h"
#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

#include <QJsonArray>

using namespace winnow;
using test::runCli;

/// The command line contract: exit codes, JSON, decisions and undo.
class TestCli : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_project;

private slots:
    void init()
    {
        m_project = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction())
            + QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".winnow"));
        auto project = Project::create(m_project);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("a/b"), 6, 2));
    }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& arguments, int code, const char* says) {
            QTest::newRow(name) << arguments << code << QString::fromLatin1(says);
        };
        const auto words = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
        row("help", words("--help"), 0, "");
        row("version", words("--version"), 0, "");
        row("nothing", {}, 2, "");
        row("unknown command", words("frobnicate x"), 2, "frobnicate");
        row("unknown option", words("stats P --frob"), 2, "frob");
        row("too few arguments", words("show P"), 2, "show PROJECT KEY");
        row("too many arguments", words("stats P Q"), 2, "stats PROJECT");
        row("no such file", words("stats /nonexistent/x.winnow"), 1, "/nonexistent/x.winnow");
        row("new in no folder", words("new /nonexistent/x.winnow"), 1, "/nonexistent");
        row("new over a project", words("new P"), 1, "exists already");
        row("unknown kind", words("flags P --kind nonsense"), 2, "blind_solvable");
        row("unknown state", words("flags P --state maybe"), 2, "overridden");
        row("unknown dataset", words("flags P --dataset zzz"), 1, "zzz");
        row("unknown sample", words("show P a/b/99"), 1, "a/b/99");
        row("decide without annotator", words("decide P --sample a/b/0 --action drop"), 2, "--annotator");
        row("decide nothing", words("decide P --sample a/b/0 --annotator kim"), 2, "--verdict");
        row("verdict without kind", words("decide P --sample a/b/0 --annotator kim --verdict confirm"), 2,
            "--kind");
        row("verdict on no flag",
            words("decide P --sample a/b/1 --annotator kim --kind blind_solvable --verdict confirm"), 1,
            "a/b/1");
        row("gold beyond the options", words("decide P --sample a/b/0 --annotator kim --gold E"), 1,
            "A to D");
        row("nothing to undo", words("undo P --annotator kim"), 1, "kim");
        row("unknown policy", words("insights P --policy nice"), 1, "reviewed");
        row("unknown condition", words("models P --condition dreaming"), 2, "circular");
        row("stats", words("stats P"), 0, "");
        row("flags", words("flags P"), 0, "");
        row("scores", words("scores P"), 0, "");
        row("scores of no detector", words("scores P --detector zzz"), 1, "zzz");
        row("scores of a comparing detector", words("scores P --detector duplicate_cross_split"), 0, "");
        row("scores of no dataset", words("scores P --dataset zzz"), 1, "zzz");
        row("models", words("models P"), 0, "");
        row("insights", words("insights P"), 0, "");
        row("check", words("check P"), 0, "");
        row("errata without a place", words("errata P"), 2, "--out");
        row("errata of no project", words("errata /nonexistent/x --out y"), 1, "/nonexistent/x");
        row("errata of nothing known", words("errata P --out /nonexistent/x.json --dataset zzz"), 1, "zzz");
        row("errata into no folder", words("errata P --out /nonexistent/x.json"), 1, "/nonexistent/x.json");
        row("errata with columns", words("errata P --out x --map answer=gold"), 2, "--map");
        row("errata of versions by a policy", words("errata P P --out x --policy strict"), 2, "--policy");
        row("errata of versions that are none", words("errata P P --out x"), 1, ".winnow");
        row("errata to nowhere", words("apply-errata a b"), 2, "--out");
        row("errata by no pair", words("apply-errata a b --out c --map answer"), 2, "FIELD=COLUMN");
        row("no patch", words("apply-errata P P --out c"), 1, "not a patch of errata");
        row("a patch that is not there", words("apply-errata P /nonexistent/p.json --out c"), 1,
            "/nonexistent/p.json");
    }
    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        for (QString& argument : arguments) {
            argument = argument == u"P" ? m_project : argument;
        }
        const auto result = runCli(arguments);
        QVERIFY2(result.code == code,
            qPrintable(QStringLiteral("exit %1: %2 %3").arg(result.code).arg(result.out, result.err)));
        QVERIFY2(result.err.contains(says), qPrintable(result.err));
        if (code == cli::Done) {
            QVERIFY(!result.out.isEmpty());
            QVERIFY2(result.err.isEmpty(), qPrintable(result.err));
        }
    }

    void thePolicyIsTheProjects()
    {
        const QString p = m_project;
        const QString out = m_dir.filePath(QStringLiteral("chosen"));
        const auto run = [&](const QStringList& more) {
            return runCli(QStringList{QStringLiteral("export"), p, QStringLiteral("--format"),
                              QStringLiteral("jsonl"), QStringLiteral("--out"), out}
                + more);
        };
        QCOMPARE(
            runCli({QStringLiteral("stats"), p, QStringLiteral("--json")}).json()[QStringLiteral("policy")],
            QStringLiteral("reviewed"));
        QVERIFY(run({}).out.contains(QStringLiteral("Wrote 6 of 6 samples")));
        QVERIFY_RESULT(test::choosePolicy(**Project::open(p), QStringLiteral("strict")));
        QVERIFY(runCli({QStringLiteral("stats"), p}).out.contains(QStringLiteral("strict")));
        const auto insights = runCli({QStringLiteral("insights"), p});
        QVERIFY2(insights.out.contains(
                     QStringLiteral("Policy strict (the project's choice): 3 of 6 samples stay.")),
            qPrintable(insights.out));
        const auto chosen = run({});
        QVERIFY2(chosen.out.contains(QStringLiteral("Wrote 3 of 6 samples")), qPrintable(chosen.out));
        QVERIFY2(chosen.out.contains(QStringLiteral("Policy strict (the project's choice)")),
            qPrintable(chosen.out));
        QVERIFY2(chosen.out.contains(QStringLiteral(
                     "0 of 3 flagged samples reviewed; 3 dropped on flags that nobody confirmed")),
            qPrintable(chosen.out));
        const auto named = run({QStringLiteral("--policy"), QStringLiteral("reviewed")});
        QVERIFY2(named.out.contains(QStringLiteral("Wrote 6 of 6 samples")), qPrintable(named.out));
        QVERIFY(!named.out.contains(QStringLiteral("choice")));
    }

    void errataGoFromAProjectIntoAFreshFile()
    {
        const auto put = [&](const char* name, const QByteArray& bytes) {
            QFile file(m_dir.filePath(QString::fromLatin1(name)));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                        : QString();
        };
        const auto run = [](QStringList arguments, const char* more = "") {
            return runCli(arguments + QString::fromLatin1(more).split(u' ', Qt::SkipEmptyParts));
        };
        const QByteArray head = "index\tquestion\tA\tB\tanswer\n";
        const QByteArray rest = "2\tWho?\tI\tyou\tB\n3\tHow?\tso\tnot\tA\n";
        const QString tsv = put("trees.tsv", head + "1\tWhich?\toak\telm\tA\n" + rest);
        QCOMPARE(run({QStringLiteral("import"), m_project, tsv}, "--dataset trees").code, 0);
        QCOMPARE(
            run({QStringLiteral("decide"), m_project}, "--sample trees/1 --gold B --annotator kim").code, 0);
        QCOMPARE(run({QStringLiteral("decide"), m_project},
                     "--sample trees/3 --kind label_incorrect --verdict confirm --annotator kim")
                     .code,
            0);
        const QString folder = m_dir.filePath(QStringLiteral("errata"));
        const auto made = run(
            {QStringLiteral("errata"), m_project, QStringLiteral("--out"), folder, QStringLiteral("--json")});
        QVERIFY2(made.code == 0, qPrintable(made.err));
        QCOMPARE(made.json()[QStringLiteral("dataset")], QStringLiteral("trees"));
        QCOMPARE(made.json()[QStringLiteral("changes")], 1);
        QCOMPARE(made.json()[QStringLiteral("removals")], 1);
        const QString patch = folder + QStringLiteral("/errata.json");
        QVERIFY(QFile::exists(patch) && QFile::exists(folder + QStringLiteral("/errata.md")));
        const auto into = [&](const QString& file, const char* out, const char* more = "") {
            return run({QStringLiteral("apply-errata"), file, patch, QStringLiteral("--out"),
                           m_dir.filePath(QString::fromLatin1(out))},
                more);
        };
        const auto content = [&](const char* name) {
            QFile file(m_dir.filePath(QString::fromLatin1(name)));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto applied = into(tsv, "fixed.tsv");
        QVERIFY2(applied.code == 0, qPrintable(applied.err));
        QVERIFY2(applied.out.contains(QStringLiteral("1 change made")), qPrintable(applied.out));
        QCOMPARE(content("fixed.tsv"), head + "1\tWhich?\toak\telm\tB\n" + rest);
        QCOMPARE(into(tsv, "fixed.tsv").code, 1);
        const auto cut = into(tsv, "cut.tsv", "--remove --json");
        QCOMPARE(cut.code, 0);
        QCOMPARE(cut.json()[QStringLiteral("removed")], 1);
        QCOMPARE(cut.json()[QStringLiteral("same_version")], true);
        QCOMPARE(content("cut.tsv"), head + "1\tWhich?\toak\telm\tB\n2\tWho?\tI\tyou\tB\n");
        // A version in which one of the two does not fit: the rest is done, and exit 3 says so.
        const QString other = put("other.tsv", head + "1\tWhich?\toak\telm tree\tA\n" + rest);
        const auto some = into(other, "some.tsv", "--remove");
        QCOMPARE(some.code, 3);
        QVERIFY2(some.out.contains(
                     QStringLiteral("refused: line 2, sample 1 answer: option B is another: the patch "
                                    "expects \"elm\", the file has \"elm tree\"")),
            qPrintable(some.out));
        // Two versions give the same patch.
        const auto versions = run({QStringLiteral("errata"), tsv, m_dir.filePath(QStringLiteral("cut.tsv")),
            QStringLiteral("--out"), m_dir.filePath(QStringLiteral("v.json")), QStringLiteral("--json")});
        QVERIFY2(versions.code == 0, qPrintable(versions.err));
        QCOMPARE(versions.json()[QStringLiteral("changes")], 1);
        QCOMPARE(versions.json()[QStringLiteral("removals")], 1);
        QCOMPARE(versions.json()[QStringLiteral("matched")], 2);
    }

    void oneOfSomethingIsSaidAsOne()
    {
        const QString path = m_dir.filePath(QStringLiteral("one.winnow"));
        {
            auto project = Project::create(path);
            QVERIFY_RESULT(project);
            const auto ids = test::addSamples(**project, QStringLiteral("a"), 1, 1);
            QVERIFY_RESULT(ids);
            QVERIFY_RESULT(test::addResponses(
                **project, QStringLiteral("a"), QStringLiteral("m"), *ids, QStringLiteral("1")));
        }
        const auto insights = runCli({QStringLiteral("insights"), path});
        QVERIFY2(insights.out.contains(QStringLiteral("1 of 1 sample stays.")), qPrintable(insights.out));
        QVERIFY2(insights.out.contains(QStringLiteral("(1 model;")), qPrintable(insights.out));
        QVERIFY2(insights.out.contains(QStringLiteral("no other model answered enough of the same samples")),
            qPrintable(insights.out));
        const auto written = runCli({QStringLiteral("export"), path, QStringLiteral("--format"),
            QStringLiteral("jsonl"), QStringLiteral("--out"), m_dir.filePath(QStringLiteral("one"))});
        QVERIFY2(written.out.contains(QStringLiteral("Wrote 1 of 1 sample to")), qPrintable(written.out));
        QVERIFY2(
            written.out.contains(QStringLiteral("0 of 1 flagged sample reviewed")), qPrintable(written.out));
    }

    void exportNamesTheFirstFileThatIsNotItsOwn()
    {
        const QString out = m_dir.filePath(QStringLiteral("clean"));
        const auto run = [&] {
            return runCli({QStringLiteral("export"), m_project, QStringLiteral("--format"),
                QStringLiteral("jsonl"), QStringLiteral("--out"), out, QStringLiteral("--json")});
        };
        QCOMPARE(run().code, cli::Done);
        QCOMPARE(run().code, cli::Done); // over its own
        for (const char* name : {"/zz.txt", "/my notes.txt"}) {
            QFile file(out + QLatin1String(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const auto refused = run();
        QCOMPARE(refused.code, cli::Failed);
        QVERIFY2(refused.err.contains(QStringLiteral("my notes.txt")), qPrintable(refused.err));
        QVERIFY(refused.err.contains(QStringLiteral("nothing was written")));
        QCOMPARE(refused.json()[QStringLiteral("error")][QStringLiteral("code")].toString(),
            errorCodeName(ErrorCode::AlreadyExists));
        // One file beside them needs no folder of its own.
        const auto file = runCli({QStringLiteral("export"), m_project, QStringLiteral("--format"),
            QStringLiteral("jsonl"), QStringLiteral("--out"), out + QStringLiteral("/b.jsonl")});
        QVERIFY2(file.code == cli::Done, qPrintable(file.err));
        QVERIFY(QFile::exists(out + QStringLiteral("/b.jsonl.manifest.json")));
        QVERIFY(QFile::exists(out + QStringLiteral("/zz.txt")));
    }

    void everyCommandSaysWhatItDoes()
    {
        for (const auto& command : cli::commands()) {
            const auto result = runCli({command->description().name, QStringLiteral("--help")});
            QCOMPARE(result.code, 0);
            QVERIFY(result.out.contains(command->description().summary));
            for (const QCommandLineOption& option : command->description().options) {
                QVERIFY(!option.description().isEmpty());
            }
        }
    }

    void scoresEverySampleAndWritesNothing()
    {
        QTemporaryDir dir;
        const QString project = dir.filePath(QStringLiteral("s.winnow"));
        QFile file(dir.filePath(QStringLiteral("set.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            R"({"index":"a","question":"Which are true?","options":["I only","II only","I and II"],"answer":"A"}
{"index":"b","question":"Which is even?","options":["3","5","8"],"answer":"C"}
)");
        file.close();
        QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
        QCOMPARE(runCli({QStringLiteral("import"), project, file.fileName(), QStringLiteral("--dataset"),
                            QStringLiteral("set")})
                     .code,
            0);
        const QJsonObject json
            = runCli({QStringLiteral("scores"), project, QStringLiteral("--detector"),
                         QStringLiteral("question_incomplete"), QStringLiteral("--detector"),
                         QStringLiteral("label_quality"), QStringLiteral("--json")})
                  .json();
        const QJsonArray samples = json.value(QStringLiteral("samples")).toArray();
        QCOMPARE(samples.size(), 2);
        QCOMPARE(samples[0][QStringLiteral("sample")].toString(), QStringLiteral("set/a"));
        const QJsonObject first = samples[0][QStringLiteral("scores")].toObject();
        QVERIFY(first.value(QStringLiteral("question_incomplete")).toDouble() > 0.9);
        QVERIFY(first.value(QStringLiteral("label_quality")).isNull());
        QCOMPARE(
            samples[1][QStringLiteral("scores")][QStringLiteral("question_incomplete")].toDouble(-1), 0.0);
        QCOMPARE(json.value(QStringLiteral("not_run"))[0][QStringLiteral("detector")].toString(),
            QStringLiteral("label_quality"));
        QCOMPARE(runCli({QStringLiteral("flags"), project, QStringLiteral("--json")})
                     .json()
                     .value(QStringLiteral("count"))
                     .toInt(-1),
            0);
    }

    void decidesAndTakesBack()
    {
        const QStringList decide{QStringLiteral("decide"), m_project, QStringLiteral("--sample"),
            QStringLiteral("a/b/2"), QStringLiteral("--kind"), QStringLiteral("blind_solvable"),
            QStringLiteral("--verdict"), QStringLiteral("confirm"), QStringLiteral("--annotator"),
            QStringLiteral("kim"), QStringLiteral("--note"), QStringLiteral("wörld knowledge"),
            QStringLiteral("--json")};
        QCOMPARE(runCli(decide).json().value(QStringLiteral("sample")).toString(), QStringLiteral("a/b/2"));
        const auto states = [&](const char* state) {
            return runCli({QStringLiteral("flags"), m_project, QStringLiteral("--state"),
                              QString::fromLatin1(state), QStringLiteral("--json")})
                .json()
                .value(QStringLiteral("count"))
                .toInt(-1);
        };
        QCOMPARE(states("confirmed"), 1);
        QCOMPARE(states("open"), 2);
        auto shown
            = runCli({QStringLiteral("show"), m_project, QStringLiteral("a/b/2"), QStringLiteral("--json")})
                  .json();
        QCOMPARE(shown.value(QStringLiteral("decisions"))
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(QStringLiteral("note"))
                     .toString(),
            QStringLiteral("wörld knowledge"));
        QCOMPARE(runCli({QStringLiteral("insights"), m_project, QStringLiteral("--json")})
                     .json()
                     .value(QStringLiteral("samples"))
                     .toObject()
                     .value(QStringLiteral("after"))
                     .toInt(),
            5);
        QCOMPARE(
            runCli({QStringLiteral("undo"), m_project, QStringLiteral("--annotator"), QStringLiteral("kim")})
                .code,
            0);
        QCOMPARE(states("confirmed"), 0);
        QCOMPARE(
            runCli({QStringLiteral("redo"), m_project, QStringLiteral("--annotator"), QStringLiteral("kim")})
                .code,
            0);
        QCOMPARE(states("confirmed"), 1);
        shown = runCli({QStringLiteral("show"), m_project, QStringLiteral("a/b/2"), QStringLiteral("--json")})
                    .json();
        QCOMPARE(shown.value(QStringLiteral("decisions")).toArray().size(), 3);
    }

    void everyImportFirstCopiesDecisionsAway()
    {
        const QString file = m_dir.filePath(QStringLiteral("more.jsonl"));
        QFile samples(file);
        QVERIFY(samples.open(QIODevice::WriteOnly));
        samples.write("{\"id\": 1, \"question\": \"Why?\", \"answer\": \"so\"}\n");
        samples.close();
        auto project = Project::open(m_project);
        QVERIFY_RESULT(project);
        SilentProgress progress;
        ImportRequest request;
        request.file = file;
        request.dataset = QStringLiteral("more");
        // As the window imports: no command in between.
        QVERIFY_RESULT(runImport(**project, request, progress));
        QCOMPARE(Project::newestBackup(m_project), QString());
        QCOMPARE(runCli({QStringLiteral("decide"), m_project, QStringLiteral("--sample"),
                            QStringLiteral("a/b/0"), QStringLiteral("--action"), QStringLiteral("drop"),
                            QStringLiteral("--annotator"), QStringLiteral("kim")})
                     .code,
            0);
        QVERIFY_RESULT(runImport(**project, request, progress));
        const auto saved
            = runCli({QStringLiteral("stats"), Project::newestBackup(m_project), QStringLiteral("--json")});
        QCOMPARE(saved.json().value(QStringLiteral("decisions")).toInt(), 1);
    }

    void checkFindsAndRepairsWhatIsDerived()
    {
        {
            auto project = Project::open(m_project);
            QVERIFY_RESULT(project);
            auto harmed = (*project)->write({}, [](sqlite::Connection& c) -> Result<int> {
                c.execute(QStringLiteral(
                    "UPDATE flags SET state = 'confirmed' WHERE id = 1; DROP TRIGGER decisions_no_delete;"
                    "UPDATE samples SET question = 'changed behind the index' WHERE id = 3"));
                return 0;
            });
            QVERIFY_RESULT(harmed);
        }
        auto found = runCli({QStringLiteral("check"), m_project, QStringLiteral("--json")});
        QCOMPARE(found.code, 1);
        QVERIFY2(found.json().value(QStringLiteral("problems")).toArray().size() == 4, qPrintable(found.out));
        auto repaired = runCli(
            {QStringLiteral("check"), m_project, QStringLiteral("--repair"), QStringLiteral("--json")});
        QVERIFY2(repaired.code == 0, qPrintable(repaired.out));
        QCOMPARE(repaired.json().value(QStringLiteral("repaired")).toArray().size(), 4);
        auto again = runCli({QStringLiteral("check"), m_project, QStringLiteral("--json")});
        QVERIFY2(again.code == 0, qPrintable(again.out));
        QVERIFY(again.json().value(QStringLiteral("problems")).toArray().isEmpty());
    }

    void salvagesADamagedFile()
    {
        {
            auto project = Project::open(m_project);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(test::addSamples(**project, QStringLiteral("more"), 3000));
        }
        // Garble pages in the middle, as a failing disk does.
        QFile file(m_project);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 pages = file.size() / 4096;
        QVERIFY(pages > 60);
        for (qint64 page = pages / 2; page < pages / 2 + 3; ++page) {
            file.seek(page * 4096);
            file.write(QByteArray(4096, '\x5a'));
        }
        file.close();
        const auto found = runCli({QStringLiteral("check"), m_project, QStringLiteral("--json")});
        QCOMPARE(found.code, 1);
        const auto salvaged = runCli(
            {QStringLiteral("check"), m_project, QStringLiteral("--repair"), QStringLiteral("--json")});
        QCOMPARE(salvaged.code, 1); // the damaged file stays damaged
        const QString target = salvaged.json().value(QStringLiteral("salvaged_to")).toString();
        QVERIFY2(!target.isEmpty(), qPrintable(salvaged.out + salvaged.err));
        const auto stats = runCli({QStringLiteral("stats"), target, QStringLiteral("--json")});
        QCOMPARE(stats.code, 0);
        QVERIFY2(stats.json().value(QStringLiteral("samples")).toInt() > 100, qPrintable(stats.out));
        QCOMPARE(runCli({QStringLiteral("check"), target}).code, 0);
    }

    // What cannot be told is said, once, with the detectors that it concerns.
    void anAuditSaysWhatItLeavesOut()
    {
        const QString path = m_dir.filePath(QStringLiteral("missing.winnow"));
        for (const test::BadProject& bad : test::badProjects()) {
            if (QLatin1String(bad.name) == u"missing responses") {
                QVERIFY(test::makeBadProject(bad, path) != nullptr);
            }
        }
        const auto audit = runCli({QStringLiteral("audit"), path});
        QCOMPARE(audit.code, 0);
        const QString note
            = QStringLiteral("set: Missing: 267 of 480 responses with the image; missing is not wrong. (");
        QVERIFY2(audit.out.count(note) == 1, qPrintable(audit.out));
        const QString line = audit.out.mid(audit.out.indexOf(note)).section(u'\n', 0, 0);
        QVERIFY2(
            line.contains(QStringLiteral("unanimous_failure, ")) && line.contains(QStringLiteral("frontier")),
            qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
