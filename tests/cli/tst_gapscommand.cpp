// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/stats/random.h"
#include "tests/support/clirunner.h"
#include "tests/support/testproject.h"

#include <QJsonArray>

#include <cmath>

using namespace winnow;
using test::runCli;

namespace {

constexpr int kQuestions = 160;

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

/// `gaps`: from imported files to figures, strategies and what is missing.
class TestGapsCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_project;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// Questions, and three tries of two models: "small" is right at 60% of them and says so, "large" at 85%;
    /// with tokens, seconds and a judge's rating.
    void importRecorded()
    {
        QByteArray samples = "index,question,A,B,C,D,answer,capability\n";
        QByteArray responses
            = "index,model,attempt,response,latency,prompt_tokens,output_tokens,verifier,logprob\n";
        stats::Random random(4);
        for (int i = 0; i < kQuestions; ++i) {
            samples += QByteArray::number(i) + ",How many of " + QByteArray::number(i)
                + "?,one,two,three,four,A," + (i % 2 ? "chart" : "math") + "\n";
            const bool easy = random.chance(0.6);
            for (int attempt = 0; attempt < 3; ++attempt) {
                const bool small = random.chance(easy ? 0.95 : 0.15);
                const bool large = random.chance(0.85);
                const auto row = [&](const char* model, bool right, double seconds, double logprob) {
                    responses += QByteArray::number(i) + ',' + model + ',' + QByteArray::number(attempt) + ','
                        + (right ? "A" : QByteArray(1, char('B' + random.below(3)))) + ','
                        + QByteArray::number(seconds) + ",100,20," + (right ? "0.9" : "0.2") + ','
                        + QByteArray::number(logprob) + '\n';
                };
                row("small", small, 0.5 + random.uniform(), easy ? -0.05 : -1.2);
                row("large", large, 2 + random.uniform(), -0.1);
            }
        }
        QVERIFY(writeFile(path("samples.csv"), samples) && writeFile(path("responses.csv"), responses));
        QCOMPARE(runCli({QStringLiteral("import"), m_project, path("samples.csv"),
                            QStringLiteral("--dataset"), QStringLiteral("set")})
                     .code,
            0);
        const auto result = runCli({QStringLiteral("import"), m_project, path("responses.csv"),
            QStringLiteral("--dataset"), QStringLiteral("set")});
        QVERIFY2(result.code == 0, qPrintable(result.out + result.err));
    }

    QJsonObject gaps(const QStringList& more = {}) const
    {
        const auto result
            = runCli(QStringList{QStringLiteral("gaps"), m_project, QStringLiteral("--json")} + more);
        if (result.code != 0) {
            qWarning("%s", qPrintable(result.err));
        }
        return result.json();
    }

private slots:
    void initTestCase()
    {
        m_project = path("p.winnow");
        QCOMPARE(runCli({QStringLiteral("new"), m_project}).code, 0);
        importRecorded();
    }

    void figuresOfWhatWasImported()
    {
        const QJsonObject all = gaps();
        QCOMPARE(all.value(QStringLiteral("samples")).toInt(), kQuestions);
        const QJsonArray models = all.value(QStringLiteral("validation")).toArray();
        QCOMPARE(models.size(), qsizetype{2});
        for (const QJsonValue& model : models) {
            QCOMPARE(model[QStringLiteral("attempts")].toInt(), 3);
            QStringList verifiers;
            for (const QJsonValue& one : model[QStringLiteral("verifiers")].toArray()) {
                verifiers.append(one[QStringLiteral("verifier")][QStringLiteral("kind")].toString());
                if (verifiers.last() == u"rating") {
                    QCOMPARE(one[QStringLiteral("auc")].toDouble(), 1.0);
                    QCOMPARE(one[QStringLiteral("recovered")].toDouble(), 1.0);
                }
            }
            for (const char* kind : {"agreement", "rating", "log_probability", "form", "model"}) {
                QVERIFY2(verifiers.contains(QString::fromLatin1(kind)), kind);
            }
        }
        // Nothing costs anything yet.
        QVERIFY(all.value(QStringLiteral(
            "contextualization"))[QStringLiteral("oracle")][QStringLiteral("saving_at_equal_accuracy")]
                    .isNull());
        QCOMPARE(all.value(QStringLiteral("orchestration"))[QStringLiteral("cost")].toString(),
            QStringLiteral("calls"));
    }

    void pricesMakeCosts()
    {
        for (const auto& [model, input] : {std::pair("small", "0.1"), std::pair("large", "2")}) {
            const auto result = runCli(
                {QStringLiteral("prices"), m_project, QStringLiteral("--model"), QString::fromLatin1(model),
                    QStringLiteral("--input"), QString::fromLatin1(input), QStringLiteral("--output"),
                    QString::fromLatin1(input), QStringLiteral("--as-of"), QStringLiteral("2026-11-30")});
            QVERIFY2(result.code == 0, qPrintable(result.err));
        }
        const QJsonObject context = gaps().value(QStringLiteral("contextualization")).toObject();
        for (const QJsonValue& model : context.value(QStringLiteral("models")).toArray()) {
            const double perToken = model[QStringLiteral("model")].toString() == u"small" ? 0.1e-6 : 2e-6;
            QVERIFY(std::abs(model[QStringLiteral("dollars")].toDouble() - 120 * perToken) < 1e-10);
        }
        QVERIFY(context.value(QStringLiteral("oracle"))[QStringLiteral("saving_at_equal_accuracy")].toDouble()
            > 0.5);
        const auto printed = runCli({QStringLiteral("gaps"), m_project});
        QCOMPARE(printed.code, 0);
        QVERIFY(printed.out.contains(QStringLiteral("% of the cost of large alone"))
            || printed.out.contains(QStringLiteral(" of the cost of large alone")));
        for (const char* part : {"Validation:", "Contextualization:", "Latency:", "Decomposition:",
                 "Orchestration:", "No sample is a step of another"}) {
            QVERIFY2(printed.out.contains(QString::fromLatin1(part)), part);
        }
        const auto one
            = runCli({QStringLiteral("gaps"), m_project, QStringLiteral("--gap"), QStringLiteral("latency")});
        QVERIFY(
            one.out.contains(QStringLiteral("Latency:")) && !one.out.contains(QStringLiteral("Validation:")));
    }

    void aStrategyIsWrittenAndReadBack()
    {
        const QString file = path("strategy.json");
        const QJsonObject first = gaps({QStringLiteral("--write-strategy"), file});
        const QJsonObject found = first.value(QStringLiteral("orchestration")).toObject();
        const qsizetype at = found.value(QStringLiteral("cheapest_as_good")).toInt();
        QVERIFY(at >= 0);
        const QJsonArray given
            = gaps({QStringLiteral("--strategy"), file}).value(QStringLiteral("given_strategies")).toArray();
        QCOMPARE(given.size(), qsizetype{1});
        QCOMPARE(given.at(0)[QStringLiteral("figures")],
            found.value(QStringLiteral("frontier"))[at][QStringLiteral("figures")]);
        QVERIFY(given.at(0)[QStringLiteral("cost_share")][QStringLiteral("ratio")].toDouble() < 1);
        QVERIFY(runCli({QStringLiteral("gaps"), m_project, QStringLiteral("--strategy"), file,
                           QStringLiteral("--gap"), QStringLiteral("orchestration")})
                    .out.contains(given.at(0)[QStringLiteral("does")].toString()));
    }

    void patienceCounts()
    {
        // Nobody waits that short for the large one.
        const QJsonObject impatient = gaps({QStringLiteral("--patience"), QStringLiteral("1.9")})
                                          .value(QStringLiteral("latency"))
                                          .toObject();
        int seen = 0;
        for (const QJsonValue& model : impatient.value(QStringLiteral("models")).toArray()) {
            seen += model[QStringLiteral("model")].toString() == u"large" ? 1 : 0;
            if (model[QStringLiteral("model")].toString() == u"large") {
                QCOMPARE(model[QStringLiteral("ways")][0][QStringLiteral("figures")]
                              [QStringLiteral("right_in_time")][QStringLiteral("mean")]
                                  .toDouble(),
                    0.0);
            }
        }
        QCOMPARE(seen, 1);
    }

    void onlyWhatIsChosen()
    {
        const QJsonObject one = gaps({QStringLiteral("--model"), QStringLiteral("small"),
            QStringLiteral("--capability"), QStringLiteral("chart")});
        QCOMPARE(one.value(QStringLiteral("samples")).toInt(), kQuestions / 2);
        QCOMPARE(one.value(QStringLiteral("validation")).toArray().size(), qsizetype{1});
        QVERIFY(one.value(QStringLiteral("contextualization")).toObject().isEmpty());
        bool said = false;
        for (const QJsonValue& need : one.value(QStringLiteral("needs")).toArray()) {
            said = said || need[QStringLiteral("missing")].toString().contains(QStringLiteral("one model"));
        }
        QVERIFY(said);
    }

    void whatIsNotThereIsNamed_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const QStringList& options, int code, const char* told) {
            QTest::newRow(name) << options << code << QString::fromLatin1(told);
        };
        row("model", {QStringLiteral("--model"), QStringLiteral("huge")}, 1, "large");
        row("dataset", {QStringLiteral("--dataset"), QStringLiteral("sets")}, 1, "set");
        row("capability", {QStringLiteral("--capability"), QStringLiteral("art")}, 1, "chart");
        row("subset", {QStringLiteral("--subset"), QStringLiteral("small")}, 1, "small");
        row("strategy file", {QStringLiteral("--strategy"), QStringLiteral("/no/such.json")}, 1,
            "/no/such.json");
        row("gap", {QStringLiteral("--gap"), QStringLiteral("thinking")}, 2, "validation");
        row("patience", {QStringLiteral("--patience"), QStringLiteral("soon")}, 2, "seconds");
        row("no patience", {QStringLiteral("--patience"), QStringLiteral("0")}, 2, "seconds");
        row("right from", {QStringLiteral("--right-from"), QStringLiteral("99")}, 2, "score");
    }
    void whatIsNotThereIsNamed()
    {
        QFETCH(QStringList, options);
        QFETCH(int, code);
        QFETCH(QString, told);
        const auto result = runCli(QStringList{QStringLiteral("gaps"), m_project} + options);
        QCOMPARE(result.code, code);
        QVERIFY2(result.err.contains(told), qPrintable(result.err));
    }

    void aStrategyOfOthersIsRefused()
    {
        const QString file = path("other.json");
        QVERIFY(
            writeFile(file, "{\"winnow_strategy\": 1, \"name\": \"n\", \"stages\": [{\"ask\": \"huge\"}]}"));
        const auto result = runCli({QStringLiteral("gaps"), m_project, QStringLiteral("--strategy"), file});
        QCOMPARE(result.code, 1);
        QVERIFY(result.err.contains(QStringLiteral("huge")) && result.err.contains(QStringLiteral("large")));
    }

    void stepsComeFromTheFile()
    {
        const QString project = path("steps.winnow");
        QCOMPARE(runCli({QStringLiteral("new"), project}).code, 0);
        QByteArray samples = "index,question,answer,parent,step\n";
        QByteArray responses = "index,model,response,setting,prompt_tokens\n";
        for (int q = 0; q < 30; ++q) {
            const QByteArray key = "q" + QByteArray::number(q);
            samples += key + ",What is the sum in " + key + "?,12,,\n" + key + "a,Which two numbers are in "
                + key + "?,7 and 5," + key + ",read\n" + key + "b,What is 7 plus 5 in " + key + "?,12," + key
                + ",add\n";
            for (const char* setting : {"history", "step"}) {
                const bool whole = qstrcmp(setting, "history") == 0;
                const QByteArray rest = QByteArray(",") + setting + (whole ? ",900\n" : ",90\n");
                responses += key + ",m," + (q % 3 ? "12" : "11") + rest;
                responses += key + "a,m," + (q % 5 ? "7 and 5" : "7 and 6") + rest;
                responses += key + "b,m," + (q % 2 && whole ? "13" : "12") + rest;
            }
        }
        QVERIFY(writeFile(path("s.csv"), samples) && writeFile(path("r.csv"), responses));
        for (const char* file : {"s.csv", "r.csv"}) {
            const auto result = runCli({QStringLiteral("import"), project, path(file),
                QStringLiteral("--dataset"), QStringLiteral("steps")});
            QVERIFY2(result.code == 0, qPrintable(result.out + result.err));
        }
        const QJsonObject of = runCli({QStringLiteral("gaps"), project, QStringLiteral("--json")})
                                   .json()
                                   .value(QStringLiteral("decomposition"))
                                   .toObject();
        QCOMPARE(of.value(QStringLiteral("chains")).toArray().size(), qsizetype{2});
        for (const QJsonValue& chain : of.value(QStringLiteral("chains")).toArray()) {
            const bool whole = chain[QStringLiteral("model")].toString() == u"m (history)";
            QCOMPARE(chain[QStringLiteral("chains")].toInt(), 30);
            // 10 of 30 wrong at once; 6 break at "read"; with the history 15 of the rest do not add up.
            QVERIFY(
                std::abs(chain[QStringLiteral("asked_at_once")][QStringLiteral("mean")].toDouble() - 2.0 / 3)
                < 1e-9);
            QCOMPARE(chain[QStringLiteral("breaks_at")][QStringLiteral("read")].toInt(), 6);
            QCOMPARE(chain[QStringLiteral("breaks_at")][QStringLiteral("add")].toInt(), whole ? 12 : 0);
            QCOMPARE(chain[QStringLiteral("one_path")][QStringLiteral("mean")].toDouble(), whole ? 0.4 : 0.8);
        }
        const QJsonArray contexts = of.value(QStringLiteral("contexts")).toArray();
        QCOMPARE(contexts.size(), qsizetype{1});
        QCOMPARE(contexts.at(0)[QStringLiteral("whole")].toString(), QStringLiteral("m (history)"));
        QCOMPARE(contexts.at(0)[QStringLiteral("accuracy")][QStringLiteral("difference")].toDouble(), -0.25);
        QVERIFY(runCli({QStringLiteral("gaps"), project})
                    .out.contains(QStringLiteral("with 900 prompt tokens, 90.00% with 90")));
    }
};

QTEST_GUILESS_MAIN(TestGapsCommand)
#include "tst_gapscommand.moc"
