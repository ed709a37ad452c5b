// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/pricestore.h"
#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

#include <QJsonArray>

using namespace winnow;
using test::runCli;

/// `prices`, and what `show` says of steps and ratings.
class TestPrices : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("p.winnow"));

    test::CliResult prices(const QStringList& options) const
    {
        return runCli(QStringList{QStringLiteral("prices"), m_path} + options);
    }
    static QStringList words(const char* options)
    {
        return QString::fromUtf8(options).split(u' ', Qt::SkipEmptyParts);
    }
    QString write(const QString& name, const QByteArray& rows) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(rows) == rows.size() ? file.fileName()
                                                                                  : QString();
    }
    /// The model's prices as JSON; empty when it has none.
    QJsonObject priceOf(const char* model) const
    {
        const auto listed
            = prices({QStringLiteral("--model"), QString::fromLatin1(model), QStringLiteral("--json")});
        return listed.json()[QStringLiteral("prices")][0].toObject();
    }

private slots:
    void initTestCase()
    {
        qputenv("WINNOW_FIXED_TIME", "2026-11-30T12:00:00.000Z");
        QVERIFY_RESULT(Project::create(m_path));
        QCOMPARE(
            runCli({QStringLiteral("import"), m_path,
                       write(QStringLiteral("set.csv"),
                           "index,question,answer,parent,step\nq1,How many?,3,,\na,Where?,left,q1,find it\n"
                           "b,Which?,red,q7,\n")})
                .code,
            0);
        QCOMPARE(runCli({QStringLiteral("import"), m_path,
                            write(QStringLiteral("replies.csv"),
                                "index,model,response,reward\nq1,m1,3,0.5\nq1,m2,4,\na,m1,left,\n"),
                            QStringLiteral("--as"), QStringLiteral("responses")})
                     .code,
            0);
    }

    void init()
    {
        auto project = Project::open(m_path);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT((*project)->write({}, [](sqlite::Connection& c) -> Result<> {
            for (const ModelPrice& price : PriceStore(c).all()) {
                WINNOW_TRY(PriceStore(c).remove(price.model));
            }
            return {};
        }));
    }

    void onlyWhatIsGivenChanges()
    {
        QVERIFY(prices({}).out.contains(QStringLiteral("No prices are set")));
        QCOMPARE(prices({QStringLiteral("--model"), QStringLiteral("m1"), QStringLiteral("--input"),
                            QStringLiteral("2.5"), QStringLiteral("--as-of"), QStringLiteral("2026-01-02"),
                            QStringLiteral("--note"), QStringLiteral("list price")})
                     .code,
            0);
        QJsonObject price = priceOf("m1");
        QCOMPARE(price[QStringLiteral("input")].toDouble(), 2.5);
        QVERIFY(price[QStringLiteral("output")].isNull() && price[QStringLiteral("gpu_hour")].isNull());
        QCOMPARE(price[QStringLiteral("as_of")].toString(), QStringLiteral("2026-01-02"));
        // What is set today holds from today on.
        QCOMPARE(prices(words("--model m1 --output 10 --image 0.001 --gpu-hour 0")).code, 0);
        price = priceOf("m1");
        QCOMPARE(price[QStringLiteral("input")].toDouble(), 2.5);
        QCOMPARE(price[QStringLiteral("output")].toDouble(), 10.0);
        QCOMPARE(price[QStringLiteral("image")].toDouble(), 0.001);
        QCOMPARE(price[QStringLiteral("gpu_hour")].toDouble(-1), 0.0);
        QCOMPARE(price[QStringLiteral("as_of")].toString(), QStringLiteral("2026-11-30"));
        QCOMPARE(price[QStringLiteral("note")].toString(), QStringLiteral("list price"));
        QCOMPARE(prices(words("--model m1 --gpu-hour none")).code, 0);
        QVERIFY(priceOf("m1")[QStringLiteral("gpu_hour")].isNull());

        QCOMPARE(prices(words("--model m2 --gpu-hour 1.25")).code, 0);
        const auto listed = prices({});
        QVERIFY2(
            listed.out.contains(QStringLiteral("list price")) && listed.out.contains(QStringLiteral("1.25")),
            qPrintable(listed.out));
        QCOMPARE(prices({QStringLiteral("--json")}).json()[QStringLiteral("prices")].toArray().size(), 2);
        QCOMPARE(prices(words("--model m1 --remove")).code, 0);
        QVERIFY(priceOf("m1").isEmpty());
        QCOMPARE(priceOf("m2")[QStringLiteral("gpu_hour")].toDouble(), 1.25);
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* options, int code, const char* said) {
            QTest::newRow(options) << QString::fromLatin1(options) << code << QString::fromLatin1(said);
        };
        row("--input 2", 2, "--model");
        row("--remove", 2, "--model");
        row("--model m1 --remove --input 2", 2, "--remove");
        row("--model m1 --input cheap", 2, "cheap");
        row("--model m1 --input=-2", 1, "-2");
        row("--model m1 --input inf", 1, "inf");
        row("--model m1 --input none", 1, "No price");
        row("--model m1 --input 2 --as-of today", 1, "today");
        row("--model m1 --note nothing", 1, "No price");
        row("--model m9 --input 2", 1, "m9");
        row("--model m9", 1, "m9");
        row("--model m1 --remove", 1, "m1");
    }
    void refusesWhatIsWrong()
    {
        QFETCH(QString, options);
        QFETCH(int, code);
        QFETCH(QString, said);
        const auto done = prices(options.split(u' '));
        QCOMPARE(done.code, code);
        QVERIFY2(done.err.contains(said), qPrintable(done.err));
        QVERIFY(prices({}).out.contains(QStringLiteral("No prices are set")));
    }

    void showTellsStepsAndRatings_data()
    {
        QTest::addColumn<QString>("index");
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<bool>("rated");
        QTest::newRow("a question with steps")
            << QStringLiteral("q1") << QStringList{QStringLiteral("Has the step a 'find it'")} << true;
        QTest::newRow("a step") << QStringLiteral("a")
                                << QStringList{QStringLiteral("Step 'find it' of q1\n")} << false;
        QTest::newRow("of no question here")
            << QStringLiteral("b") << QStringList{QStringLiteral("A step of q7, which is not in the project")}
            << false;
    }
    void showTellsStepsAndRatings()
    {
        QFETCH(QString, index);
        QFETCH(QStringList, said);
        QFETCH(bool, rated);
        const QStringList command{QStringLiteral("show"), m_path, QStringLiteral("set/") + index};
        const auto shown = runCli(command);
        QCOMPARE(shown.code, 0);
        for (const QString& each : said) {
            QVERIFY2(shown.out.contains(each), qPrintable(shown.out));
        }
        QCOMPARE(shown.out.contains(QStringLiteral("verifier")), rated);
        QVERIFY(!shown.out.contains(QStringLiteral("log p")));
        const QJsonObject json = runCli(command + QStringList{QStringLiteral("--json")}).json();
        QCOMPARE(json[QStringLiteral("parent")].toString().isEmpty(), index == u"q1");
        QCOMPARE(json[QStringLiteral("steps")].toArray().size(), index == u"q1" ? 1 : 0);
        if (rated) {
            QCOMPARE(json[QStringLiteral("responses")][0][QStringLiteral("verifier")].toDouble(), 0.5);
            QVERIFY(json[QStringLiteral("responses")][1][QStringLiteral("verifier")].isNull());
        }
    }
};

QTEST_GUILESS_MAIN(TestPrices)
#include "tst_prices.moc"
