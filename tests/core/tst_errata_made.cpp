// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/erratareport.h"
#include "core/store/ledger.h"
#include "tests/core/erratahelp.h"

using namespace winnow;
using namespace winnow::test;
using Kind = ErrataOutcome::Kind;

/// Patches that are made: of what people decided in a project, and of two versions.
class TestErrataMade : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    QString path(const QString& name) const { return m_dir.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }

    static void decide(const Bench& bench, const QString& key, const QString& kind, Verdict verdict,
        Action action, const QString& gold, const QString& note)
    {
        Decision decision;
        decision.annotator = QStringLiteral("kim");
        decision.sampleId = bench.sample(key).id;
        decision.kind = kind;
        decision.verdict = verdict;
        decision.action = action;
        decision.newGold = gold;
        decision.note = note;
        QVERIFY_RESULT(bench.project->ledger().decide({decision}));
    }
    static void decide(const Bench& bench, int index, const QString& kind, Verdict verdict,
        Action action = Action::None, const QString& gold = {}, const QString& note = {},
        const QString& dataset = QStringLiteral("trees"))
    {
        decide(bench, QStringLiteral("%1/%2").arg(dataset).arg(index), kind, verdict, action, gold, note);
    }

private slots:
    void versionsGiveAPatch()
    {
        const QByteArray head = "index\tquestion\timage\tA\tB\tC\tanswer\n";
        const QByteArray old = head
            + "1\tWhich?\t1.png\toak\telm\tash\tA\n2\tWho?\t2.png\tI\tyou\twe\tB\n3\tHow?\t3."
              "png\tso\tnot\tboth\tC\n"
              "4\tWhen?\t4.png\tnow\tthen\tnever\tA\n5\tWhere?\t5.png\there\tthere\tnowhere\tB\n";
        // Another answer; another option and question; one gone, the others move up; one is new.
        const QByteArray now = head
            + "1\tWhich?\t1.png\toak\telm\tash\tC\n2\tWho is it?\t2.png\tI\tyou\tthey\tB\n"
              "3\tWhen?\t4.png\tnow\tthen\tnever\tA\n4\tWhere?\t5.png\there\tthere\tnowhere\tB\n"
              "5\tWhy?\t6.png\tso\tbecause\tnot\tA\n";
        const QString older = write(QStringLiteral("v1.tsv"), old);
        SilentProgress progress;
        const auto made = compareVersions(older, write(QStringLiteral("v2.tsv"), now), {}, {}, progress);
        QVERIFY_RESULT(made);
        QCOMPARE(made->matched, 4);
        QCOMPARE(made->renumbered, 2);
        QCOMPARE(made->errata.added, QStringList{QStringLiteral("5")});
        QStringList fields;
        for (const ErrataChange& each : made->errata.changes) {
            fields.append(each.index + u' ' + each.field);
        }
        QCOMPARE(fields,
            (QStringList{
                QStringLiteral("1 answer"), QStringLiteral("2 question"), QStringLiteral("2 option C")}));
        QCOMPARE(made->errata.changes.at(0).beforeOption, QStringLiteral("oak"));
        QCOMPARE(made->errata.changes.at(0).afterOption, QStringLiteral("ash"));
        QCOMPARE(made->errata.removals.size(), 1);
        QCOMPARE(made->errata.removals.at(0).index, QStringLiteral("3"));
        // On the old version it gives the samples of the new one.
        const QString out = path(QStringLiteral("v3.tsv"));
        QVERIFY_RESULT(apply(older, made->errata, out, true));
        const auto rest = compareVersions(out, path(QStringLiteral("v2.tsv")), {}, {}, progress);
        QVERIFY_RESULT(rest);
        QVERIFY(rest->errata.isEmpty());
        QCOMPARE(rest->matched, 4);
        QCOMPARE(rest->errata.added, QStringList{QStringLiteral("5")});
    }

    void versionsInOtherFormatsAndSpellings()
    {
        // The same samples as letters in a table and as indexes in JSON: nothing to change but one answer.
        const QString tsv
            = write(QStringLiteral("a.tsv"), table({"A", "B", "C", "D", "A"}).replace(" kept  as it is", ""));
        const QString json = write(QStringLiteral("b.jsonl"), lines({"0", "1", "2", "3", "1"}));
        SilentProgress progress;
        const auto made = compareVersions(tsv, json, QStringLiteral("trees"), {}, progress);
        QVERIFY_RESULT(made);
        QCOMPARE(made->errata.changes.size(), 1);
        QCOMPARE(made->errata.changes.at(0).index, QStringLiteral("5"));
        QCOMPARE(made->errata.changes.at(0).after, QStringList{QStringLiteral("B")});
        QCOMPARE(made->errata.dataset, QStringLiteral("trees"));
        const auto none = compareVersions(
            tsv, write(QStringLiteral("c.csv"), "id,question,answer\nx,y,z\nu,v,w\n"), {}, {}, progress);
        QVERIFY(!none);
        QVERIFY(none.error().message.contains(QStringLiteral("no sample in common")));
    }

    void aProjectGivesWhatPeopleDecided()
    {
        const Bench bench;
        QVERIFY_RESULT(bench.importText(
            QStringLiteral("trees.tsv"), table({"A", "B", "C", "D", "A", "B"}), QStringLiteral("trees")));
        decide(bench, 1, QStringLiteral("label_incorrect"), Verdict::Confirm, Action::None, {},
            QStringLiteral("see <b>leaf</b>"));
        decide(bench, 1, {}, Verdict::None, Action::Fix, QStringLiteral("ash"));
        // Wrong, but nobody says what is right: it should go. Solved too easily is no mistake of its makers.
        decide(bench, 2, QStringLiteral("label_ambiguous"), Verdict::Confirm);
        decide(bench, 3, {}, Verdict::None, Action::Drop);
        // The answer that it has already changes nothing.
        decide(bench, 4, {}, Verdict::None, Action::Fix, QStringLiteral("D"));
        SilentProgress progress;
        const auto made = projectErrata(*bench.project, builtInPolicies().first(), {}, progress);
        QVERIFY_RESULT(made);
        const Errata& errata = made->errata;
        QCOMPARE(errata.dataset, QStringLiteral("trees"));
        QCOMPARE(errata.source.file, QStringLiteral("trees.tsv"));
        QCOMPARE(errata.source.sha256, sha256(table({"A", "B", "C", "D", "A", "B"})));
        QCOMPARE(errata.changes.size(), 1);
        const ErrataChange& fixed = errata.changes.first();
        QCOMPARE(fixed.index + fixed.field, QStringLiteral("1answer"));
        QCOMPARE(fixed.before + fixed.after, (QStringList{QStringLiteral("A"), QStringLiteral("C")}));
        QCOMPARE(fixed.beforeOption + u'/' + fixed.afterOption, QStringLiteral("oak/ash"));
        QCOMPARE(fixed.grounds.reasons, QStringList{QStringLiteral("label_incorrect")});
        QCOMPARE(fixed.grounds.agreed.size(), 2);
        QCOMPARE(fixed.grounds.agreed.first().note, QStringLiteral("see <b>leaf</b>"));
        QCOMPARE(errata.removals.size(), 1);
        QCOMPARE(errata.removals.first().index, QStringLiteral("2"));
        QCOMPARE(errata.removals.first().grounds.reasons, QStringList{QStringLiteral("label_ambiguous")});
        QCOMPARE(made->samples.size(), 2);
        // It fits the file that was imported.
        const auto report = apply(
            bench.folder.filePath(QStringLiteral("trees.tsv")), errata, path(QStringLiteral("out")), true);
        QVERIFY_RESULT(report);
        QVERIFY(report->sameVersion && report->isComplete());
        QCOMPARE(contentOf(path(QStringLiteral("out"))),
            table({"C", "B", "C", "D", "A", "B"})
                .replace("2\tWhich tree 2?\toak\telm\tash\tfir\tB\t kept  as it is\n", ""));
    }

    void aProjectNamesItsDatasets()
    {
        const Bench bench;
        for (const char* name : {"oaks", "elms", "none"}) {
            QVERIFY_RESULT(bench.importText(QString::fromLatin1(name) + QStringLiteral(".tsv"),
                table({"A", "B", "C"}), QString::fromLatin1(name)));
        }
        SilentProgress progress;
        const auto with = [&](const char* dataset) {
            return projectErrata(
                *bench.project, builtInPolicies().first(), QString::fromLatin1(dataset), progress);
        };
        QCOMPARE(with("").error().code, ErrorCode::NotFound);
        QCOMPARE(with("birches").error().code, ErrorCode::NotFound);
        QVERIFY(with("birches").error().remedy.contains(QStringLiteral("oaks")));
        decide(bench, 1, {}, Verdict::None, Action::Fix, QStringLiteral("B"), {}, QStringLiteral("oaks"));
        QCOMPARE(with("").value().errata.dataset, QStringLiteral("oaks"));
        QVERIFY(with("elms").value().errata.isEmpty());
        decide(bench, 2, {}, Verdict::None, Action::Fix, QStringLiteral("A"), {}, QStringLiteral("elms"));
        const auto several = with("");
        QCOMPARE(several.error().code, ErrorCode::InvalidInput);
        QVERIFY(several.error().remedy.contains(QStringLiteral("elms, oaks")));
        QCOMPARE(with("elms").value().errata.changes.size(), 1);
    }

    void rotationsFollowTheirQuestion()
    {
        const QByteArray marked = "index\tquestion\tA\tB\tC\tanswer\n1\tWhich?\toak\telm\tash\t{{A|C}}\n"
                                  "1000001\tWhich?\telm\tash\toak\t{{C|B}}\n2\tWho?\tI\tyou\twe\tB\n"
                                  "1000002\tWho?\tyou\twe\tI\tA\n";
        const Bench bench;
        QVERIFY_RESULT(
            bench.importText(QStringLiteral("trees.tsv"), side(marked, 0), QStringLiteral("trees")));
        QCOMPARE(bench.sample(QStringLiteral("trees/1")).rotations.size(), 1);
        decide(bench, 1, {}, Verdict::None, Action::Fix, QStringLiteral("C"));
        SilentProgress progress;
        const auto made = projectErrata(*bench.project, builtInPolicies().first(), {}, progress);
        QVERIFY_RESULT(made);
        const auto report = apply(
            bench.folder.filePath(QStringLiteral("trees.tsv")), made->errata, path(QStringLiteral("out")));
        QVERIFY_RESULT(report);
        QCOMPARE(contentOf(path(QStringLiteral("out"))), side(marked, 1));
    }

    void theReportShowsImagesAndTextsLetterByLetter()
    {
        const Bench bench;
        const QByteArray png = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQV"
                                                      "R42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        bench.write(QStringLiteral("leaf.png"), png);
        const QByteArray hostile = "<img src=x> **bold** @kim #12 [a](b) | `c` $x$ a_b";
        QVERIFY_RESULT(bench.importText(QStringLiteral("trees.csv"),
            "index,question,image,A,B,answer\na/../1," + hostile
                + ",leaf.png,oak,elm,A\n2,Who?,leaf.png,I,you,B\n",
            QStringLiteral("trees")));
        decide(bench, QStringLiteral("trees/a/../1"), {}, Verdict::None, Action::Fix, QStringLiteral("B"),
            QStringLiteral("line\n# not a heading"));
        SilentProgress progress;
        const auto made = projectErrata(*bench.project, builtInPolicies().first(), {}, progress);
        QVERIFY_RESULT(made);
        const ErrataFiles files = errataFiles(*made);
        QCOMPARE(files.images.size(), 1);
        const QString folder = path(QStringLiteral("report"));
        const auto written = writeErrata(files, bench.project.get(), folder, progress);
        QVERIFY_RESULT(written);
        QCOMPARE(written->files,
            (QStringList{QStringLiteral("errata.json"), QStringLiteral("errata.md"),
                QStringLiteral("images/a____1.png")}));
        QCOMPARE(contentOf(folder + QStringLiteral("/images/a____1.png")), png);
        const auto read = Errata::read(folder + QStringLiteral("/errata.json"));
        QVERIFY_RESULT(read);
        QCOMPARE(read->changes.size(), 1);
        const QString report = QString::fromUtf8(contentOf(folder + QStringLiteral("/errata.md")));
        QVERIFY(report.contains(QStringLiteral("![image of the sample](images/a____1.png)")));
        QVERIFY(
            report.contains(QStringLiteral("&lt;img src=x&gt; \\*\\*bold\\*\\* @<!-- -->kim \\#<!-- -->12 "
                                           "\\[a\\](b) \\| \\`c\\` \\$x\\$ a\\_b")));
        QVERIFY(
            report.contains(QStringLiteral("- A\\. oak **(old answer)**\n- B\\. elm **(new answer)**\n")));
        QVERIFY(report.contains(
            QStringLiteral("trees.csv ") + QString::fromLatin1(read->source.sha256.toHex().left(12))));
        QVERIFY(report.contains(QStringLiteral(": line<br># not a heading")));
        QVERIFY(!report.contains(QStringLiteral("<img")));
        for (const QString& line : report.split(u'\n')) {
            QVERIFY2(!line.startsWith(u'#') || line.startsWith(QStringLiteral("# Errata"))
                    || line.startsWith(QStringLiteral("## Sample")),
                qPrintable(line));
        }
        // Nothing is replaced.
        const auto again = writeErrata(files, bench.project.get(), folder, progress);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
        // The patch alone.
        const auto alone = writeErrata(files, nullptr, path(QStringLiteral("alone.json")), progress);
        QVERIFY_RESULT(alone);
        QCOMPARE(contentOf(path(QStringLiteral("alone.json"))), files.patch);
        // An image that is gone is told of.
        QVERIFY(QFile::remove(bench.folder.filePath(QStringLiteral("leaf.png"))));
        const auto without
            = writeErrata(files, bench.project.get(), path(QStringLiteral("without")), progress);
        QVERIFY_RESULT(without);
        QCOMPARE(without->files.size(), 2);
        QCOMPARE(without->notes.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestErrataMade)
#include "tst_errata_made.moc"
