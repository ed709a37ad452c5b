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
};

QTEST_GUILESS_MAIN(TestDatasets)
#include "tst_datasets.moc"
