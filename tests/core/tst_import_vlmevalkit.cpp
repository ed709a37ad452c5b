// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What VLMEvalKit leaves behind, as it is found. Names, columns and status.json as open-compass/VLMEvalKit
// e8e78f05 writes them: run.py, vlmeval/smp/file.py (names, eval ids, pickles), vlmeval/smp/status_report.py,
// vlmeval/dataset/image_mcq.py (_result: hit, log; _detailed_results), image_vqa.py (_results: eval_*),
// image_yorn.py (_auxmatch: extracted, score).

#include "core/import/kitnames.h"
#include "core/import/recordfiles.h"
#include "tests/core/importhelp.h"
#include "tests/support/workbook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace winnow;
using namespace winnow::test;

namespace {

using Rows = QVector<QStringList>;

const QString kModel = QStringLiteral("GPT4o_MINI");
const QString kOld = QStringLiteral("T20240901-101500");
const QString kNew = QStringLiteral("T20240918-101500");
const QString kLegacy = QStringLiteral("T20240917_G1a2b3c4d");

/// Six questions with three options each; the replies are the letters.
Rows questions(const QString& replies, const QString& extra = {}, const QStringList& values = {})
{
    QStringList head = QStringLiteral("index question A B C answer category prediction").split(u' ');
    if (!extra.isEmpty()) {
        head.append(extra);
    }
    Rows rows{head};
    for (int i = 0; i < replies.size(); ++i) {
        QStringList row{QString::number(i), QStringLiteral("What is on picture %1?").arg(i),
            QStringLiteral("a%1").arg(i), QStringLiteral("b%1").arg(i), QStringLiteral("c"),
            QStringLiteral("ABC").mid(i % 3, 1), QStringLiteral("coarse"),
            replies.at(i) == u'!' ? QStringLiteral("Failed to obtain answer via API. ")
                                  : QString(replies.at(i))};
        if (!extra.isEmpty()) {
            row.append(values.value(i));
        }
        rows.append(row);
    }
    return rows;
}

QByteArray tsv(const Rows& rows)
{
    QByteArray text;
    for (const QStringList& row : rows) {
        text += "\"" + row.join(QStringLiteral("\"\t\"")).toUtf8() + "\"\n";
    }
    return text;
}

QByteArray json(const Rows& rows)
{
    QJsonArray array;
    for (const QStringList& row : rows.mid(1)) {
        QJsonObject object;
        for (qsizetype i = 0; i < row.size(); ++i) {
            object.insert(rows.first().at(i), row.at(i));
        }
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

/// A work folder in the folder of a project.
struct Kit {
    Bench bench;

    QString path(const QString& name) const
    {
        return bench.folder.filePath(QStringLiteral("outputs/") + name);
    }
    void table(const QString& name, const Rows& rows) const
    {
        const QString file = QStringLiteral("outputs/") + name;
        if (name.endsWith(QLatin1String(".xlsx"))) {
            bench.write(file, "");
            QByteArray sheet;
            for (const QStringList& row : rows) {
                sheet += textRow(row);
            }
            Workbook::of(sheet).write(path(name));
        } else {
            bench.write(file, name.endsWith(QLatin1String(".tsv")) ? tsv(rows) : json(rows));
        }
    }
    void status(const QString& folder, const QString& updatedAt, const QJsonObject& datasets) const
    {
        const QJsonObject status{{QStringLiteral("schema_version"), QStringLiteral("1.0")},
            {QStringLiteral("eval_id"), folder.section(u'/', -1)}, {QStringLiteral("model_name"), kModel},
            {QStringLiteral("created_at"), updatedAt}, {QStringLiteral("updated_at"), updatedAt},
            {QStringLiteral("datasets"), datasets}};
        bench.write(QStringLiteral("outputs/%1/status.json").arg(folder), QJsonDocument(status).toJson());
    }
    static QJsonObject told(const QString& state, const QString& judge = {})
    {
        return {{QStringLiteral("status"), state}, {QStringLiteral("judge_model"), judge},
            {QStringLiteral("primary_metric"), QJsonArray{QStringLiteral("Overall")}}};
    }
    /// Imports what a path holds, one dataset after the other.
    QVector<ImportReport> importAll(const QString& file) const
    {
        QVector<ImportReport> reports;
        const auto files = recordFiles(file);
        if (!files) {
            qWarning("%s", qPrintable(files.error().text()));
            return reports;
        }
        for (const QString& part : files->parts.isEmpty() ? QStringList{file} : files->parts) {
            const auto report = bench.import(part);
            if (!report) {
                qWarning("%s", qPrintable(report.error().text()));
                return {};
            }
            reports.append(*report);
        }
        return reports;
    }
    double accuracy(const QString& model) const { return bench.accuracy(model); }
};

bool says(const ImportReport& report, const QString& text)
{
    return report.messages.join(u'\n').contains(text);
}

} // namespace

class TestImportVlmEvalKit : public QObject {
    Q_OBJECT

private slots:
    void namesTellModelAndDataset_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QStringList>("datasets");
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("judge");
        using Kind = KitFileName::Kind;
        const auto row = [](const char* rest, const char* ending, const char* dataset, Kind kind,
                             const char* judge = "", const QStringList& datasets = {}) {
            QTest::addRow("%s.%s", rest, ending)
                << QString::fromLatin1(rest) << QString::fromLatin1(ending) << datasets
                << QString::fromLatin1(dataset) << int(kind) << QString::fromLatin1(judge);
        };
        row("MMStar", "xlsx", "MMStar", Kind::Replies);
        row("MMBench_DEV_EN_V11", "tsv", "MMBench_DEV_EN_V11", Kind::Replies);
        row("Video-MME_8frame_subs", "xlsx", "Video-MME_8frame_subs", Kind::Replies);
        row("MMStar_openai_result", "xlsx", "MMStar", Kind::Verdicts, "openai");
        row("MMStar_exact_matching_result", "json", "MMStar", Kind::Verdicts, "exact_matching");
        row("MMMU_DEV_VAL_gpt4_result", "tsv", "MMMU_DEV_VAL", Kind::Verdicts, "gpt4");
        row("MMMU_DEV_VAL_gpt-4o-mini_result", "xlsx", "MMMU_DEV_VAL", Kind::Verdicts, "gpt-4o-mini");
        row("MathVista_MINI_gpt-4o-mini", "xlsx", "MathVista_MINI", Kind::Verdicts, "gpt-4o-mini");
        row("TextVQA_VAL_results", "xlsx", "TextVQA_VAL", Kind::Verdicts);
        row("MMStar_detailed_results", "xlsx", "MMStar", Kind::Verdicts);
        row("MME_auxmatch", "xlsx", "MME", Kind::Verdicts);
        row("MME_score", "csv", "MME", Kind::Figures);
        row("MMStar_acc", "csv", "MMStar", Kind::Figures);
        row("MMStar_acc", "json", "MMStar", Kind::Figures);
        row("HallusionBench_fine", "json", "HallusionBench", Kind::Figures);
        row("MathVista_MINI_gpt-4o-mini_metrics", "json", "MathVista_MINI", Kind::Figures, "gpt-4o-mini");
        row("MMBench_DEV_EN_openai_vanilla_circ0_result", "xlsx", "MMBench_DEV_EN", Kind::Figures, "openai");
        row("MMStar_checkpoint", "pkl", "MMStar", Kind::Pickle);
        row("MMStar_PREV", "pkl", "MMStar", Kind::Pickle);
        row("MMStar", "pkl", "MMStar", Kind::Pickle);
        // A judge of any name, where the dataset is known.
        row("MMStar_my-judge_result", "xlsx", "MMStar", Kind::Verdicts, "my-judge",
            {QStringLiteral("MMStar")});
        // The longest name that is known.
        row("MMBench_V11_openai_result", "xlsx", "MMBench_V11", Kind::Verdicts, "openai",
            {QStringLiteral("MMBench"), QStringLiteral("MMBench_V11")});
    }
    void namesTellModelAndDataset()
    {
        QFETCH(QString, rest);
        QFETCH(QString, ending);
        QFETCH(QStringList, datasets);
        const KitFileName name = readKitFileName(rest, ending, datasets);
        QTEST(name.dataset, "dataset");
        QTEST(int(name.kind), "kind");
        QTEST(name.judge, "judge");
    }

    void anyPartOfTheLayoutOpens_data()
    {
        QTest::addColumn<QString>("open");
        QTest::addColumn<int>("models");
        QTest::newRow("work folder") << QString() << 2;
        QTest::newRow("folder of a model") << kModel << 1;
        QTest::newRow("folder of a run") << QString(kModel + u'/' + kNew) << 1;
        QTest::newRow("replies") << QString(kModel + u'/' + kNew + QStringLiteral("/GPT4o_MINI_MMStar.xlsx"))
                                 << 1;
        QTest::newRow("verdicts") << QString(
            kModel + u'/' + kNew + QStringLiteral("/GPT4o_MINI_MMStar_openai_result.xlsx"))
                                  << 1;
        QTest::newRow("link") << QString(kModel + QStringLiteral("/GPT4o_MINI_MMStar.xlsx")) << 1;
        QTest::newRow("status") << QString(kModel + u'/' + kNew + QStringLiteral("/status.json")) << 1;
        QTest::newRow("part by its name") << QStringLiteral("MMStar") << 2;
        QTest::newRow("zip") << QStringLiteral("zip") << 2;
    }
    void anyPartOfTheLayoutOpens()
    {
        QFETCH(QString, open);
        QFETCH(int, models);
        const Kit kit;
        const QString run = kModel + u'/' + kNew;
        kit.status(run, QStringLiteral("2024-09-18T10:20:00+00:00"),
            {{QStringLiteral("MMStar"), Kit::told(QStringLiteral("done"), QStringLiteral("chatgpt-0125"))}});
        kit.table(run + QStringLiteral("/GPT4o_MINI_MMStar.xlsx"), questions(QStringLiteral("ABCAA!")));
        kit.table(run + QStringLiteral("/GPT4o_MINI_MMStar_openai_result.xlsx"),
            questions(
                QStringLiteral("ABCAA!"), QStringLiteral("hit"), QStringLiteral("1 1 0 1 0 0").split(u' ')));
        QVERIFY(QFile::link(kNew + QStringLiteral("/GPT4o_MINI_MMStar.xlsx"),
            kit.path(kModel + QStringLiteral("/GPT4o_MINI_MMStar.xlsx"))));
        kit.table(QStringLiteral("llava_v1.5_7b/%1/llava_v1.5_7b_MMStar.tsv").arg(kLegacy),
            questions(QStringLiteral("AAAAAA")));
        QString file = kit.path(open);
        if (open == QLatin1String("zip")) {
            Members members;
            for (const QString& name : QStringList{run + QStringLiteral("/GPT4o_MINI_MMStar.xlsx"),
                     run + QStringLiteral("/GPT4o_MINI_MMStar_openai_result.xlsx"),
                     run + QStringLiteral("/status.json"),
                     QStringLiteral("llava_v1.5_7b/%1/llava_v1.5_7b_MMStar.tsv").arg(kLegacy)}) {
                QFile read(kit.path(name));
                QVERIFY(read.open(QIODevice::ReadOnly));
                members.append({QStringLiteral("outputs/") + name, read.readAll()});
            }
            file = packArchive(kit.bench.folder.filePath(QStringLiteral("runs.zip")), members);
        }
        const auto reports = kit.importAll(file);
        QCOMPARE(reports.size(), 1);
        const ImportReport& report = reports.first();
        QCOMPARE(report.dataset, QStringLiteral("MMStar"));
        QCOMPARE(report.format, QStringLiteral("vlmevalkit"));
        QCOMPARE(report.samples.added, 6);
        QCOMPARE(report.runs.size(), models);
        QCOMPARE(report.responses.added, 6 * models);
        QCOMPARE(report.missingResponses, 1);
        // The judge's verdicts, not ours: by letters four of five were right.
        QCOMPARE(kit.accuracy(kModel), 60.0);
        QVERIFY2(says(report, QStringLiteral("verdicts \"hit\" of GPT4o_MINI_MMStar_openai_result.xlsx")),
            qPrintable(report.messages.join(u'\n')));
        if (models == 2) {
            QCOMPARE(kit.accuracy(QStringLiteral("llava_v1.5_7b")), 100.0 / 3);
        }
        QVERIFY2(!report.messages.join(u' ').contains(QLatin1String("/tmp/winnow")), "no folder of ours");
        // The same again brings nothing.
        const auto again = kit.importAll(file);
        QCOMPARE(again.first().samples.added + again.first().responses.added, 0);
    }

    void newestRunIsRead_data()
    {
        QTest::addColumn<QString>("oldTime");
        QTest::addColumn<QString>("newTime");
        QTest::addColumn<QString>("oldState");
        QTest::addColumn<QString>("newState");
        QTest::addColumn<QString>("chosen");
        const QString early = QStringLiteral("2024-09-01T10:20:00+00:00");
        const QString late = QStringLiteral("2024-09-18T10:20:00+08:00");
        const QString done = QStringLiteral("done");
        QTest::newRow("by time") << early << late << done << done << kNew;
        QTest::newRow("by time, not by name") << late << early << done << done << kOld;
        QTest::newRow("by name without times") << QString() << QString() << done << done << kNew;
        QTest::newRow("unfinished") << early << late << done << QStringLiteral("infer") << kOld;
        QTest::newRow("not judged yet") << early << late << done << QStringLiteral("eval") << kNew;
        QTest::newRow("both unfinished")
            << early << late << QStringLiteral("pending") << QStringLiteral("infer") << kNew;
    }
    void newestRunIsRead()
    {
        QFETCH(QString, oldTime);
        QFETCH(QString, newTime);
        QFETCH(QString, oldState);
        QFETCH(QString, newState);
        QFETCH(QString, chosen);
        const Kit kit;
        const auto run = [&](const QString& id, const QString& time, const QString& state,
                             const QString& replies) {
            kit.status(kModel + u'/' + id, time, {{QStringLiteral("MMStar"), Kit::told(state)}});
            kit.table(kModel + u'/' + id + QStringLiteral("/GPT4o_MINI_MMStar.tsv"), questions(replies));
        };
        run(kOld, oldTime, oldState, QStringLiteral("AAAAAA"));
        run(kNew, newTime, newState, QStringLiteral("ABCABC"));
        const auto reports = kit.importAll(kit.path({}));
        QCOMPARE(reports.size(), 1);
        QCOMPARE(kit.accuracy(kModel), chosen == kNew ? 100.0 : 100.0 / 3);
        QCOMPARE(reports.first().responses.added, 6);
        const QString other = chosen == kNew ? kOld : kNew;
        QVERIFY2(
            says(reports.first(), QStringLiteral("the newest is read, %1, and not %2").arg(chosen, other)),
            qPrintable(reports.first().messages.join(u'\n')));
        QCOMPARE(
            says(reports.first(), QStringLiteral("is not finished")), oldState == QLatin1String("pending"));
    }

    void verdictsOfEveryKind_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<Rows>("values");
        QTest::addColumn<double>("accuracy");
        QTest::addColumn<QString>("answer");
        const auto texts = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
        QTest::newRow("_results") << QStringLiteral("_results.xlsx")
                                  << texts("eval_gt eval_pred eval_match eval_score")
                                  << Rows{texts("A a x 1"), texts("B b x 0.3"), texts("C c x 0")} << 130.0 / 3
                                  << QStringLiteral("A");
        QTest::newRow("_detailed_results")
            << QStringLiteral("_detailed_results.tsv") << texts("verifier_score verifier_match")
            << Rows{texts("True 1.0"), texts("False 0.0"), texts("True 1.0")} << 200.0 / 3
            << QStringLiteral("B");
        QTest::newRow("_auxmatch") << QStringLiteral("_auxmatch.json") << texts("extracted score")
                                   << Rows{texts("A True"), texts("B False"), texts("C False")} << 100.0 / 3
                                   << QStringLiteral("A");
        QTest::newRow("judge's table")
            << QStringLiteral("_gpt-4o-mini.xlsx") << texts("log hit")
            << Rows{texts("x 0"), texts("x 0"), texts("x 1")} << 100.0 / 3 << QStringLiteral("B");
        QTest::newRow("no shares of right")
            << QStringLiteral("_gpt-4o_result.xlsx") << texts("log score")
            << Rows{texts("x 8"), texts("x 2"), texts("x 9")} << 0.0 << QStringLiteral("B");
    }
    void verdictsOfEveryKind()
    {
        QFETCH(QString, suffix);
        QFETCH(QStringList, columns);
        QFETCH(Rows, values);
        QFETCH(double, accuracy);
        QFETCH(QString, answer);
        for (const bool alone : {false, true}) {
            const Kit kit;
            const QString folder = kModel + u'/' + kNew + QStringLiteral("/GPT4o_MINI_MMStar");
            Rows rows = questions(QStringLiteral("BCA"));
            if (!alone) {
                kit.table(folder + QStringLiteral(".xlsx"), rows);
            }
            rows[0] += columns;
            for (qsizetype i = 0; i < values.size(); ++i) {
                rows[i + 1] += values.at(i);
            }
            kit.table(folder + suffix, rows);
            const bool read = !suffix.contains(QLatin1String("gpt-4o_"));
            if (alone && !read) {
                continue;
            }
            const auto reports = kit.importAll(kit.path({}));
            QCOMPARE(reports.size(), 1);
            QCOMPARE(reports.first().runs.size(), 1);
            QCOMPARE(kit.accuracy(kModel), accuracy);
            QCOMPARE(
                kit.bench.text(QStringLiteral("SELECT answer FROM responses ORDER BY sample_id LIMIT 1")),
                answer);
            QCOMPARE(says(reports.first(), QStringLiteral("Not read beside")), !read);
            // What is said of replies is nothing of the sample's.
            QCOMPARE(kit.bench.sample(QStringLiteral("MMStar/0")).extra.size(), 0);
        }
    }

    void rotationsOfACircularSet()
    {
        const Kit kit;
        const QString folder = kModel + u'/' + kNew + QStringLiteral("/GPT4o_MINI_MMBench_DEV_EN");
        Rows rows{QStringLiteral("index question A B answer prediction").split(u' ')};
        for (int i = 0; i < 2; ++i) {
            const QString asked = QStringLiteral("What is on picture %1?").arg(i);
            rows.append({QString::number(i), asked, QStringLiteral("dog"), QStringLiteral("cat"),
                QStringLiteral("A"), QStringLiteral("A")});
            rows.append({QString::number(1'000'000 + i), asked, QStringLiteral("cat"), QStringLiteral("dog"),
                QStringLiteral("B"), i == 0 ? QStringLiteral("B") : QStringLiteral("A")});
        }
        Rows result{rows.at(0) + QStringList{QStringLiteral("hit"), QStringLiteral("log")},
            rows.at(1) + QStringList{QStringLiteral("1"), QStringLiteral("x")},
            rows.at(3) + QStringList{QStringLiteral("0"), QStringLiteral("x")}};
        kit.table(folder + QStringLiteral(".xlsx"), rows);
        kit.table(folder + QStringLiteral("_openai_result.xlsx"), result);
        const auto reports = kit.importAll(kit.path({}));
        QCOMPARE(reports.size(), 1);
        QCOMPARE(reports.first().samples.added, 2);
        QCOMPARE(reports.first().rotations, 2);
        QCOMPARE(reports.first().responses.added, 4);
        QVERIFY(says(reports.first(), QStringLiteral("has one verdict for all rotations of a question")));
        // Three of four replies are right by themselves.
        QCOMPARE(kit.accuracy(kModel), 75.0);

        const Kit only;
        only.table(folder + QStringLiteral("_openai_result.xlsx"), result);
        const auto alone = only.importAll(only.path({}));
        QCOMPARE(alone.size(), 1);
        QCOMPARE(alone.first().responses.added, 2);
        QVERIFY(alone.first().runs.first().condition == Condition::Circular);
        QVERIFY(says(alone.first(), QStringLiteral("its reply that to the first")));
        QCOMPARE(only.accuracy(kModel), 50.0);
    }

    void whatHoldsNoSamplesIsSaid()
    {
        const Kit kit;
        const QString folder = kModel + u'/' + kNew + u'/';
        kit.status(folder.chopped(1), QStringLiteral("2024-09-18T10:20:00+00:00"),
            {{QStringLiteral("MMStar"), Kit::told(QStringLiteral("done"))},
                {QStringLiteral("POPE"), Kit::told(QStringLiteral("infer"))}});
        kit.table(folder + QStringLiteral("GPT4o_MINI_MMStar.json"), questions(QStringLiteral("ABCABC")));
        kit.bench.write(QStringLiteral("outputs/") + folder + QStringLiteral("GPT4o_MINI_MMStar_acc.csv"),
            "\"split\",\"Overall\"\n\"none\",\"1.0\"\n");
        kit.bench.write(
            QStringLiteral("outputs/") + folder + QStringLiteral("GPT4o_MINI_MMStar_checkpoint.pkl"),
            QByteArray("\x80\x04}\x94.", 5));
        const auto reports = kit.importAll(kit.path({}));
        QCOMPARE(reports.size(), 1);
        QCOMPARE(reports.first().responses.added, 6);
        QVERIFY(says(
            reports.first(), QStringLiteral("Passed over, as they hold no samples: GPT4o_MINI_MMStar_acc")));
        QVERIFY(says(reports.first(), QStringLiteral("never loaded: GPT4o_MINI_MMStar_checkpoint.pkl")));
        QVERIFY(says(reports.first(), QStringLiteral("PRED_FORMAT=tsv")));
        QVERIFY(says(reports.first(), QStringLiteral("GPT4o_MINI with POPE has left no table of replies")));
        // A pickle by itself is refused with its remedy.
        const auto pickle
            = kit.bench.import(kit.path(folder + QStringLiteral("GPT4o_MINI_MMStar_checkpoint.pkl")));
        QVERIFY(!pickle);
        QVERIFY2(pickle.error().text().contains(QLatin1String("pickle")), qPrintable(pickle.error().text()));
    }

    void severalDatasetsAreParts()
    {
        const Kit kit;
        const QString folder = kModel + u'/' + kNew + QStringLiteral("/GPT4o_MINI_");
        kit.table(folder + QStringLiteral("MMStar.tsv"), questions(QStringLiteral("ABCABC")));
        kit.table(folder + QStringLiteral("MME.tsv"),
            {QStringLiteral("index|question|answer|prediction").split(u'|'),
                QStringLiteral("0|Is there a dog?|Yes|Yes, there is.").split(u'|'),
                QStringLiteral("1|Is there a cat?|No|Yes").split(u'|')});
        const auto whole = kit.bench.import(kit.path({}));
        QVERIFY(!whole);
        QVERIFY(whole.error().code == ErrorCode::InvalidInput);
        QVERIFY2(whole.error().text().contains(kit.path(QStringLiteral("MMStar"))),
            qPrintable(whole.error().text()));
        const auto reports = kit.importAll(kit.path({}));
        QCOMPARE(reports.size(), 2);
        QCOMPARE(reports.at(0).dataset, QStringLiteral("MME"));
        QCOMPARE(reports.at(1).dataset, QStringLiteral("MMStar"));
        QCOMPARE(kit.bench.accuracy(kModel, QStringLiteral("s.question LIKE 'Is%'")), 50.0);
        QCOMPARE(kit.bench.accuracy(kModel, QStringLiteral("s.question LIKE 'What%'")), 100.0);
        QVERIFY(!kit.bench.import(kit.path(QStringLiteral("MMVet"))));
    }

    void repliesJoinTheDatasetThatIsThere()
    {
        const Kit kit;
        QByteArray dataset("index\timage\tquestion\tA\tB\tC\tanswer\n");
        for (int i = 0; i < 6; ++i) {
            dataset += QByteArray::number(i) + "\t\tWhat is on picture " + QByteArray::number(i) + "?\ta"
                + QByteArray::number(i) + "\tb" + QByteArray::number(i) + "\tc\t" + "ABC"[i % 3] + '\n';
        }
        REQUIRE_RESULT(kit.bench.importText(QStringLiteral("data/MMStar_local.tsv"), dataset));
        kit.table(kModel + u'/' + kNew + QStringLiteral("/GPT4o_MINI_MMStar.tsv"),
            questions(QStringLiteral("ABCAAA")));
        const auto reports = kit.importAll(kit.path({}));
        QCOMPARE(reports.size(), 1);
        QCOMPARE(reports.first().dataset, QStringLiteral("MMStar_local"));
        QCOMPARE(reports.first().samples.total(), 0);
        QCOMPARE(reports.first().responses.added, 6);
        QCOMPARE(kit.bench.count(QStringLiteral("SELECT count(*) FROM datasets")), 1);
    }

    void thinkingIsKeptWithTheReply()
    {
        const Kit kit;
        kit.table(kModel + u'/' + kNew + QStringLiteral("/GPT4o_MINI_MMStar.tsv"),
            questions(QStringLiteral("ABC"), QStringLiteral("thinking"),
                {QStringLiteral("It is C. No, A."), QString(), QString()}));
        QCOMPARE(kit.importAll(kit.path({})).size(), 1);
        QCOMPARE(kit.accuracy(kModel), 100.0);
        const QString said = QStringLiteral("SELECT text FROM response_details ORDER BY sample_id LIMIT 1");
        QVERIFY2(kit.bench.text(said).contains(QStringLiteral("It is C. No, A.")),
            qPrintable(kit.bench.text(said)));
        QVERIFY(kit.bench.sample(QStringLiteral("MMStar/0")).extra.isEmpty());
    }

    void likeNamesAloneAreNothing()
    {
        const Bench bench;
        bench.write(
            QStringLiteral("train/train_1.jsonl"), "{\"id\":1,\"question\":\"Who?\",\"answer\":\"x\"}\n");
        bench.write(
            QStringLiteral("train/train_2.jsonl"), "{\"id\":2,\"question\":\"How?\",\"answer\":\"y\"}\n");
        const auto report = bench.import(bench.folder.filePath(QStringLiteral("train")));
        REQUIRE_RESULT(report);
        QCOMPARE(report->format, QStringLiteral("jsonl"));
        QCOMPARE(report->samples.added, 2);
    }
};

QTEST_APPLESS_MAIN(TestImportVlmEvalKit)
#include "tst_import_vlmevalkit.moc"
