// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/auditfixture.h"

#include <QFile>

#include <cmath>

using namespace winnow;
using namespace winnow::test;

namespace {

Sample withOptions(int index, const QStringList& options, const QString& gold)
{
    Sample sample = mcq(index, 0, 0);
    sample.options = options;
    sample.gold = gold;
    return sample;
}

QStringList problems(const DetectorResult& result, const AuditData& data, std::size_t sample)
{
    const FlagDraft* flag = flagOf(result, data, sample);
    QStringList ids;
    if (flag != nullptr) {
        for (const QJsonValue& id : flag->evidence.value(QLatin1String("problems")).toArray()) {
            ids.append(id.toString());
        }
    }
    return ids;
}

} // namespace

class TestDetectorOptions : public QObject {
    Q_OBJECT
private slots:
    void malformed_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("gold");
        QTest::addColumn<QStringList>("expected");
        const QStringList good{QStringLiteral("red"), QStringLiteral("blue"), QStringLiteral("grey")};
        QTest::newRow("sound") << good << QStringLiteral("B") << QStringList();
        QTest::newRow("gold beyond the options")
            << good << QStringLiteral("E") << QStringList{QStringLiteral("gold_not_an_option")};
        QTest::newRow("gold is no letter")
            << good << QStringLiteral("green") << QStringList{QStringLiteral("gold_not_an_option")};
        QTest::newRow("no gold") << good << QString() << QStringList{QStringLiteral("gold_missing")};
        QTest::newRow("same twice") << QStringList{QStringLiteral("red"), QStringLiteral(" red "),
            QStringLiteral("blue")} << QStringLiteral("A")
                                    << QStringList{QStringLiteral("duplicate_options")};
        QTest::newRow("case can matter")
            << QStringList{QStringLiteral("aa"), QStringLiteral("Aa"), QStringLiteral("AA")}
            << QStringLiteral("A") << QStringList();
        QTest::newRow("signs matter")
            << QStringList{QStringLiteral("2"), QStringLiteral("-2"), QStringLiteral("+2")}
            << QStringLiteral("A") << QStringList();
        QTest::newRow("empty") << QStringList{QStringLiteral("red"), QString(), QStringLiteral("blue")}
                               << QStringLiteral("A") << QStringList{QStringLiteral("empty_option")};
        QTest::newRow("alone") << QStringList{QStringLiteral("red")} << QStringLiteral("A")
                               << QStringList{QStringLiteral("single_option")};
    }
    void malformed()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, gold);
        QFETCH(QStringList, expected);
        AuditDataBuilder builder;
        builder.addSample(withOptions(0, options, gold));
        for (int i = 1; i < 4; ++i) {
            builder.addSample(mcq(i, 4, 0));
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("mcq_malformed", *data);
        QCOMPARE(problems(result, *data, 0), expected);
        QCOMPARE(result.flags.size(), std::size_t(expected.isEmpty() ? 0 : 1));
    }

    void hiddenKeysAreNoDefect()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 5; ++i) {
            Sample sample = mcq(i, 4, 0);
            sample.gold.clear();
            builder.addSample(sample);
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("mcq_malformed", *data);
        QVERIFY(result.flags.empty());
        QVERIFY(
            result.notes.join(u' ').contains(QStringLiteral("No multiple-choice sample has a gold answer")));
    }

    void parserLoss_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("gold");
        QTest::addColumn<QString>("question");
        QTest::addColumn<int>("images");
        QTest::addColumn<QString>("expected");
        const QStringList none;
        const QString q = QStringLiteral("How many?");
        QTest::newRow("sound mcq") << QStringList{QStringLiteral("None"), QStringLiteral("one")}
                                   << QStringLiteral("A") << q << 1 << QString();
        QTest::newRow("lost option") << QStringList{QStringLiteral("nan"), QStringLiteral("one"),
            QStringLiteral("two")} << QStringLiteral("B")
                                     << q << 1 << QStringLiteral("option_lost");
        QTest::newRow("lost answer") << none << QStringLiteral("nan") << q << 1
                                     << QStringLiteral("answer_lost");
        QTest::newRow("None is an answer") << none << QStringLiteral("None") << q << 1 << QString();
        QTest::newRow("float key") << QStringList{QStringLiteral("one"), QStringLiteral("two")}
                                   << QStringLiteral("1.0") << q << 1 << QStringLiteral("float_answer");
        QTest::newRow("float among words") << none << QStringLiteral("2.0") << q << 1 << QString();
        QTest::newRow("cell limit") << none << QStringLiteral("x") << QString(32767, u'x') << 1
                                    << QStringLiteral("cell_limit");
        QTest::newRow("long text") << none << QStringLiteral("x") << QString(32768, u'x') << 1 << QString();
        QTest::newRow("wrong encoding") << none << QStringLiteral("cafe") << QString::fromUtf8("CafÃ© menu?")
                                        << 1 << QStringLiteral("characters_lost");
        QTest::newRow("accents are fine")
            << none << QStringLiteral("cafe") << QString::fromUtf8("Café à côté?") << 1 << QString();
        QTest::newRow("replacement character")
            << none << QStringLiteral("x") << QString::fromUtf8("Caf\xef\xbf\xbd?") << 1
            << QStringLiteral("characters_lost");
        QTest::newRow("placeholders match")
            << none << QStringLiteral("x") << QStringLiteral("See <image 1> and <image 2>?") << 2
            << QString();
        QTest::newRow("image missing")
            << none << QStringLiteral("x") << QStringLiteral("See <image1> and <image2>?") << 1
            << QStringLiteral("placeholder_mismatch");
        QTest::newRow("image in an option")
            << QStringList{QStringLiteral("<image 2>"), QStringLiteral("<image 3>")} << QStringLiteral("A")
            << QStringLiteral("Which follows <image 1>?") << 1 << QStringLiteral("placeholder_mismatch");
        QTest::newRow("unused image") << none << QStringLiteral("x") << QStringLiteral("See <image 1>?") << 3
                                      << QStringLiteral("placeholder_mismatch");
        QTest::newRow("no placeholder") << none << QStringLiteral("x") << q << 2 << QString();
        QTest::newRow("date made of a fraction")
            << QStringList{QStringLiteral("1/2"), QStringLiteral("2-Mar"), QStringLiteral("3/4"),
                   QStringLiteral("1/4")}
            << QStringLiteral("2/3") << q << 1 << QStringLiteral("date_made");
        QTest::newRow("dates are dates")
            << QStringList{QStringLiteral("1-Mar"), QStringLiteral("2-Mar"), QStringLiteral("3-Mar")}
            << QStringLiteral("A") << q << 1 << QString();
    }
    void parserLoss()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, gold);
        QFETCH(QString, question);
        QFETCH(int, images);
        QFETCH(QString, expected);
        AuditDataBuilder builder;
        Sample sample = withOptions(0, options, gold);
        sample.question = question;
        for (int i = 0; i < images; ++i) {
            sample.images.append(ImageRef());
        }
        builder.addSample(sample);
        const auto data = builder.finish();
        const DetectorResult result = evaluate("parser_loss", *data);
        QCOMPARE(problems(result, *data, 0), expected.isEmpty() ? QStringList() : QStringList{expected});
    }

    void imagesPutTogether()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 40; ++i) {
            Sample sample = open(i, QStringLiteral("x"));
            sample.question
                = i < 10 ? QStringLiteral("See <image1> and <image2>?") : QStringLiteral("See <image1>?");
            sample.images.append(ImageRef());
            builder.addSample(sample);
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("parser_loss", *data);
        QVERIFY(result.flags.empty());
        QVERIFY(result.notes.join(u' ').contains(QStringLiteral("put together")));
    }

    void floatColumn()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 6; ++i) {
            builder.addSample(open(i, i < 4 ? QStringLiteral("%1.0").arg(i) : QStringLiteral("3.5")));
        }
        const auto data = builder.finish();
        QCOMPARE(evaluate("parser_loss", *data).flags.size(), 4u);
    }

    void goldLetters()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 200; ++i) {
            builder.addSample(mcq(i, i % 2 ? 4 : 2, i % 10 < 7 ? 0 : 1));
        }
        const auto skewed = builder.finish();
        const DatasetFinding* finding = nullptr;
        const DetectorResult result = evaluate("mcq_position_bias", *skewed);
        finding = findingOf(result, "gold_letters");
        QVERIFY(finding != nullptr && finding->notable);
        // Expected A: 100 / 4 + 100 / 2.
        QCOMPARE(
            finding->details.value(QLatin1String("expected")).toObject().value(QLatin1String("A")).toDouble(),
            75.0);
        QVERIFY2(finding->summary.startsWith(QStringLiteral("A is the gold letter of 70%")),
            qPrintable(finding->summary));

        AuditDataBuilder even;
        for (int i = 0; i < 200; ++i) {
            even.addSample(mcq(i, 4, i % 4));
        }
        const auto balanced = even.finish();
        const DetectorResult fine = evaluate("mcq_position_bias", *balanced);
        QVERIFY(!findingOf(fine, "gold_letters")->notable);
        QVERIFY(fine.notes.join(u' ').contains(QStringLiteral("no circular responses")));
    }

    void answersThatFollowTheLetter()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 12; ++i) {
            Sample sample = mcq(i, 4, 0);
            for (int shift = 0; shift < 4; ++shift) {
                // Shown letter j is base letter (j + shift) mod 4.
                QString permutation;
                for (int j = 0; j < 4; ++j) {
                    permutation += optionLetter((j + shift) % 4);
                }
                sample.rotations.append({shift, QString(), permutation, optionLetter((4 - shift) % 4)});
            }
            builder.addSample(sample);
        }
        for (int m = 0; m < 3; ++m) {
            for (int shift = 0; shift < 4; ++shift) {
                ResponseColumn& column
                    = builder.addColumn(QStringLiteral("m%1").arg(m), Condition::Circular, 0, shift);
                column.shown.assign(12, -1);
                for (std::size_t i = 0; i < 12; ++i) {
                    // Sample 4: always the letter B. Sample 5: always the same content. Others: content, one
                    // slip.
                    const int base = i == 4 ? (1 + shift) % 4 : shift == int(i) % 4 ? 2 : 0;
                    answer(builder.data(), column, i, i == 5 ? 3 : base);
                    column.shown[i] = qint16((column.codes[i] - shift + 4) % 4);
                }
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("mcq_position_bias", *data);
        QCOMPARE(flaggedKeys(result, *data), QStringList{QStringLiteral("4")});
        QVERIFY2(
            summaryOf(result.flags.front()).contains(QStringLiteral("whatever stands there: 3 of 3 models")),
            qPrintable(summaryOf(result.flags.front())));
        QVERIFY(findingOf(result, "circular_letters") != nullptr);
    }

    void lettersOfBlink()
    {
        const QString folder = sharedData();
        QFile file(folder + QStringLiteral("/blink/responses_val.csv"));
        if (folder.isEmpty() || !file.open(QIODevice::ReadOnly)) {
            QSKIP("blink is not beside the checkout");
        }
        // Quoted fields hold line breaks; a small reader that keeps to the letters is enough here.
        const QByteArray bytes = file.readAll();
        QVector<QStringList> rows;
        QStringList row;
        QByteArray cell;
        bool quoted = false;
        for (const char c : bytes) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.append(QString::fromUtf8(cell).trimmed());
                cell.clear();
                if (c == '\n') {
                    rows.append(row);
                    row.clear();
                }
            } else {
                cell += c;
            }
        }
        const auto letter
            = [](const QString& text) { return optionPosition(QString(text).remove(u'(').remove(u')')); };
        AuditDataBuilder builder;
        QHash<QString, std::size_t> at;
        for (const QStringList& cells : rows) {
            if (cells.size() >= 9 && cells[0] != u"sample_id" && !at.contains(cells[0])) {
                Sample sample = mcq(int(at.size()), 4, letter(cells[5]));
                sample.sourceIndex = cells[0];
                at.insert(cells[0], builder.addSample(sample));
            }
        }
        QCOMPARE(at.size(), 1901);
        QStringList models;
        for (const QStringList& cells : rows) {
            if (cells.size() >= 9 && at.contains(cells[0]) && !models.contains(cells[2])) {
                models.append(cells[2]);
            }
        }
        for (const QString& model : models) {
            ResponseColumn& column = builder.addColumn(model, Condition::Standard);
            for (const QStringList& cells : rows) {
                if (cells.size() >= 9 && cells[2] == model) {
                    answer(builder.data(), column, at.value(cells[0]), letter(cells[7]));
                }
            }
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("mcq_position_bias", *data);
        const QJsonObject gold
            = findingOf(result, "gold_letters")->details.value(QLatin1String("observed")).toObject();
        QVERIFY(std::abs(gold.value(QLatin1String("A")).toDouble() / 1901 - .373) < .0006);
        QVERIFY(std::abs(gold.value(QLatin1String("B")).toDouble() / 1901 - .372) < .0006);
        QHash<QString, double> shareOfA;
        for (const QJsonValue& entry :
            findingOf(result, "model_letters")->details.value(QLatin1String("models")).toArray()) {
            const QString name = entry[QLatin1String("model")].toString();
            // The published share counts unreadable answers too.
            shareOfA.insert(name,
                entry[QLatin1String("letters")][QLatin1String("A")].toDouble()
                    * entry[QLatin1String("answers")].toDouble() / 1901);
        }
        QVERIFY(std::abs(shareOfA.value(QStringLiteral("instructblip_7b")) - .791) < .0006);
        QVERIFY(std::abs(shareOfA.value(QStringLiteral("llava-v1.5-13b-xtuner")) - .736) < .0006);
        QVERIFY(std::abs(shareOfA.value(QStringLiteral("GPT4o")) - .287) < .0006);
    }
};

QTEST_APPLESS_MAIN(TestDetectorOptions)
#include "tst_detector_options.moc"
