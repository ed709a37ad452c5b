// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

#include <QJsonArray>

using namespace winnow;
using test::runCli;

/// `datasets`, and what `import` says of known ones.
class TestDatasets : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("p.winnow"));

    QString write(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        const QByteArray rows = "index,question,answer\n1,How many?,3\n2,How tall?,12\n";
        return file.open(QIODevice::WriteOnly) && file.write(rows) == rows.size() ? file.fileName()
                                                                                  : QString();
    }
    QJsonObject dataset(const char* name) const
    {
        const auto listed = runCli({QStringLiteral("datasets"), m_path, QStringLiteral("--json")});
        for (const QJsonValue& row : listed.json()[QStringLiteral("datasets")].toArray()) {
            if (row[QStringLiteral("dataset")] == QLatin1String(name)) {
                return row.toObject();
            }
        }
        return {};
    }
    test::CliResult set(const char* name, const QStringList& changes) const
    {
        QStringList words{
            QStringLiteral("datasets"), m_path, QStringLiteral("--dataset"), QString::fromLatin1(name)};
        for (const QString& change : changes) {
            words << QStringLiteral("--set") << change;
        }
        return runCli(words);
    }

private slots:
    void initTestCase()
    {
        QVERIFY_RESULT(Project::create(m_path));
        const auto known
            = runCli({QStringLiteral("import"), m_path, write(QStringLiteral("DocVQA_VAL.csv"))});
        QCOMPARE(known.code, 0);
        QVERIFY2(known.out.contains(QStringLiteral("known as DocVQA")), qPrintable(known.out));
        const auto told = runCli({QStringLiteral("import"), m_path, write(QStringLiteral("ChartQA.csv")),
            QStringLiteral("--capability"), QStringLiteral("graphs"), QStringLiteral("--scorer="),
            QStringLiteral("--tau"), QStringLiteral("2"), QStringLiteral("--dataset"),
            QStringLiteral("ChartQA"), QStringLiteral("--json")});
        QCOMPARE(told.code, 0);
        const QJsonObject said
            = told.json()[QStringLiteral("imports")][0][QStringLiteral("known")].toObject();
        QCOMPARE(said[QStringLiteral("dataset")], QStringLiteral("chartqa"));
        QCOMPARE(said[QStringLiteral("tau")], 2);
        QCOMPARE(said[QStringLiteral("tau_mcq")], 1);
        const auto wrong = runCli({QStringLiteral("import"), m_path, write(QStringLiteral("ChartQA.csv")),
            QStringLiteral("--tau"), QStringLiteral("few")});
        QCOMPARE(wrong.code, 2);
    }

    void listsWhatIsSet()
    {
        QCOMPARE(dataset("DocVQA_VAL")[QStringLiteral("known")], QStringLiteral("docvqa"));
        QCOMPARE(dataset("DocVQA_VAL")[QStringLiteral("scorer")], QStringLiteral("anls"));
        QCOMPARE(dataset("ChartQA")[QStringLiteral("scorer")], QString());
        QCOMPARE(dataset("ChartQA")[QStringLiteral("capabilities")].toArray(),
            QJsonArray{QStringLiteral("graphs")});
        const auto shown = runCli({QStringLiteral("datasets"), m_path});
        QVERIFY2(
            shown.out.contains(QStringLiteral("DatBench suite: 2 of 33 datasets")), qPrintable(shown.out));
        QVERIFY(shown.out.contains(QStringLiteral("InfoVQA")));
    }

    void setsAnew()
    {
        QCOMPARE(set("ChartQA",
                     {QStringLiteral("capability=chart"), QStringLiteral("scorer=relaxed"),
                         QStringLiteral("tau=0"), QStringLiteral("known_as=chartqapro")})
                     .code,
            0);
        const QJsonObject now = dataset("ChartQA");
        QCOMPARE(now[QStringLiteral("capabilities")].toArray(), QJsonArray{QStringLiteral("chart")});
        QCOMPARE(now[QStringLiteral("scorer")], QStringLiteral("relaxed"));
        QCOMPARE(now[QStringLiteral("tau")], 0);
        QCOMPARE(now[QStringLiteral("known")], QStringLiteral("chartqapro"));
    }

    void refusesWhatIsWrong()
    {
        // All or nothing.
        const auto half = set("ChartQA", {QStringLiteral("tau=9"), QStringLiteral("scorer=psychic")});
        QCOMPARE(half.code, 1);
        QVERIFY2(half.err.contains(QStringLiteral("relaxed")), qPrintable(half.err));
        QCOMPARE(dataset("ChartQA")[QStringLiteral("tau")], 0);
        QCOMPARE(set("ChartQA", {QStringLiteral("colour=green")}).code, 1);
        QCOMPARE(set("ChartQA", {QStringLiteral("tau=-1")}).code, 1);
        QCOMPARE(set("ChartQA", {QStringLiteral("known_as=imagenet")}).code, 1);
        QCOMPARE(set("nowhere", {QStringLiteral("tau=1")}).code, 1);
        QCOMPARE(set("ChartQA", {QStringLiteral("tau")}).code, 2);
        QCOMPARE(
            runCli({QStringLiteral("datasets"), m_path, QStringLiteral("--set"), QStringLiteral("tau=1")})
                .code,
            2);
    }

    void agreementVerdictsAndSets()
    {
        const auto file = [&](const char* name, const QByteArray& rows) {
            QFile written(m_folder.filePath(QLatin1String(name)));
            return written.open(QIODevice::WriteOnly) && written.write(rows) == rows.size()
                ? written.fileName()
                : QString();
        };
        const QString project = m_folder.filePath(QStringLiteral("v.winnow"));
        QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
        const QString samples
            = file("words.csv", "index,question,answer\n1,Which?,red\n2,Which?,blue\n3,Which?,sea\n");
        const QString replies
            = file("replies.csv", "index,model,response,correct\n1,m,red,1\n2,m,green,1\n3,m,the ocean,0\n");
        QCOMPARE(runCli({QStringLiteral("import"), project, samples, replies, QStringLiteral("--dataset"),
                            QStringLiteral("words")})
                     .code,
            0);
        const auto agreement = runCli(
            {QStringLiteral("answers"), project, QStringLiteral("--agreement"), QStringLiteral("--json")});
        QCOMPARE(agreement.code, 0);
        const QJsonArray sets = agreement.json()[QStringLiteral("agreement")].toArray();
        QCOMPARE(sets.size(), 1);
        QCOMPARE(sets[0][QStringLiteral("compared")].toInt(), 3);
        QCOMPARE(sets[0][QStringLiteral("agreed")].toInt(), 2);
        QCOMPARE(sets[0][QStringLiteral("theirs_only")].toInt(), 1);
        QVERIFY(qAbs(sets[0][QStringLiteral("kappa")].toDouble() - 0.4) < 1e-12); // (2/3 - 4/9) / (5/9)
        const auto shown = runCli({QStringLiteral("answers"), project, QStringLiteral("--agreement")});
        QVERIFY2(shown.out.contains(QStringLiteral("only theirs right")), qPrintable(shown.out));
        const auto every = runCli(
            {QStringLiteral("answers"), project, QStringLiteral("--replies"), QStringLiteral("--json")});
        QCOMPARE(every.json()[QStringLiteral("replies")].toArray().size(), 3);

        const QString verdicts = file("words_judge_gpt_m.tsv", "index\thit\tlog\n3\t1\tthe same\n");
        const auto judged = runCli(
            {QStringLiteral("rescore"), project, QStringLiteral("--dataset"), QStringLiteral("words"),
                QStringLiteral("--verdicts"), verdicts, QStringLiteral("--judge"), QStringLiteral("GPT")});
        QCOMPARE(judged.code, 0);
        QVERIFY2(judged.out.contains(QStringLiteral("Verdicts of GPT from the column hit")),
            qPrintable(judged.out));
        const auto list = runCli(
            {QStringLiteral("rescore"), project, QStringLiteral("--list"), QStringLiteral("--json")});
        const QJsonArray kept = list.json()[QStringLiteral("sets")].toArray();
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept[1][QStringLiteral("scorer")], QStringLiteral("judge GPT"));
        QVERIFY(kept[1][QStringLiteral("current")].toBool());
        QCOMPARE(kept[1][QStringLiteral("mean")].toDouble(), 1.0);
        // Another column, said by hand; and one that is not there.
        const QString other = file("other.csv", "number,mine\n3,0\n");
        const QStringList ask{QStringLiteral("rescore"), project, QStringLiteral("--dataset"),
            QStringLiteral("words"), QStringLiteral("--verdicts"), other};
        QCOMPARE(runCli(ask).code, 1);
        QCOMPARE(runCli(ask
                     + QStringList{QStringLiteral("--map"), QStringLiteral("index=number"),
                         QStringLiteral("--map"), QStringLiteral("verdict=mine")})
                     .code,
            0);
        QCOMPARE(runCli(ask + QStringList{QStringLiteral("--map"), QStringLiteral("index")}).code, 2);
        // The recorded verdicts are what is compared, whatever judges said since.
        const auto again = runCli(
            {QStringLiteral("answers"), project, QStringLiteral("--agreement"), QStringLiteral("--json")});
        QCOMPARE(again.json()[QStringLiteral("agreement")], QJsonValue(sets));
    }

    void whyAScorerWasChosenIsTold()
    {
        QFile file(m_folder.filePath(QStringLiteral("POPE.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("index,question,answer\n1,Is there a dog?,yes\n2,Is there a cat?,no\n");
        file.close();
        const auto imported = runCli({QStringLiteral("import"), m_path, file.fileName()});
        QCOMPARE(imported.code, 0);
        QVERIFY2(imported.out.contains(
                     QStringLiteral("are scored: yesno (as is usual for POPE (arXiv 2305.10355))")),
            qPrintable(imported.out));
        QCOMPARE(dataset("POPE")[QStringLiteral("scorer_reason")],
            QStringLiteral("as is usual for POPE (arXiv 2305.10355)"));
        QCOMPARE(set("POPE", {QStringLiteral("scorer=exact")}).code, 0);
        QCOMPARE(dataset("POPE")[QStringLiteral("scorer_reason")], QString());
    }
};

QTEST_GUILESS_MAIN(TestDatasets)
#include "tst_datasets.moc"
