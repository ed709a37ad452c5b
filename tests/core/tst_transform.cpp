// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportrows.h"
#include "core/store/samplescan.h"
#include "core/transform/prompt.h"
#include "core/transform/rotations.h"
#include "core/transform/transformation.h"
#include "tests/core/importhelp.h"

#include <QTest>

using namespace winnow;

namespace {

Sample mcq(const QString& question, const QStringList& options, const QString& gold = QStringLiteral("A"))
{
    Sample sample;
    sample.dataset = QStringLiteral("set");
    sample.sourceIndex = QStringLiteral("7");
    sample.question = question;
    sample.options = options;
    sample.gold = gold;
    return sample;
}

QStringList split(const char* options)
{
    return QString::fromUtf8(options).split(QStringLiteral(" | "));
}

} // namespace

/// What multiple-choice questions become: which can do without their options, what they are then, in which
/// orders the others are asked.
class TestTransform : public QObject {
    Q_OBJECT

private slots:
    void decides_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* question, const char* options, const char* reason) {
            QTest::newRow(qPrintable(
                QStringLiteral("%1: %2").arg(QLatin1String(reason), QString::fromUtf8(question).left(50))))
                << QString::fromUtf8(question) << split(options) << QString::fromLatin1(reason);
        };
        row("How many birds are on the wire?", "3 | 4 | 5 | 6", "number");
        row("What is the area of the triangle?",
            "$6 \\mathrm{~cm}^{2}$ | $8 \\mathrm{~cm}^{2}$ | $9 \\mathrm{~cm}^{2}$", "number");
        row("Find the length of the side.", "$2\\sqrt{5}$ | $\\frac{3}{4}$ | $\\pi$", "number");
        row("What time does the clock show?", "7:20 | 8:15 | 10:30", "number");
        row("What does the ticket cost?", "$5,000 | $4,500 | 0", "number");
        row("Is the door open?", "no | yes | cannot tell | maybe", "yes_no");
        row("Is the door open?", "no | yes, half of it | yes, all of it", "yes_no");
        row("What color is the boat?", "red | dark blue | grey", "colour");
        row("Who painted this picture?", "Ada Lovelace | Grace Hopper | Mary Shelley", "short_answer");
        row("What is on the table?", "bread | lamp | radio", "short_answer");
        row("Which of the following is a mammal?", "cat | crow | carp", "among_these");
        row("Which statement about the graph is correct?", "It rises | It falls", "among_these");
        row("Select the matching picture title.", "Harbour | Forest", "among_these");
        row("In the map, all of these are rivers EXCEPT what?", "Rhine | Alps", "among_these");
        row("Approximately how many people live there?", "500 | 5,000 | 50,000", "closest");
        row("What is the man holding?", "a cup | a plate | none of the above", "refers_to_others");
        row("Where is the bond?", "<image 2> | <image 3>", "image_options");
        row("How long does the trip take?", "30 minutes | 2 hours | 1 day", "unit_in_options");
        row("How long is the bridge in the picture?", "20 | 40 | 80", "unit_in_options");
        row("How long is the shortest path if each square has side 1?", "2 | 4 | 8", "number");
        row("What size is the missing circle?", "small | medium | large", "scale_in_options");
        row("What is on the plate?", "fish | fried fish | rice", "options_overlap");
        row("How many days are left?", "at least 5 | at least 9 | exactly 3", "options_overlap");
        row("What happens to the ball?",
            "It falls because nothing holds it up any more | It stays where it was for a very long time",
            "long_options");
        row("The valley was formed by", "ice | wind | rain", "sentence_to_complete");
        row("The capital is ____ and lies on a river.", "north | south", "sentence_to_complete");
        row("What emotion does the face show?", "joy | anger | fear", "unclear");
        row("What is wrong with the chair?", "a leg | the back | both A and B", "letters_referred_to");
        row("What is wrong with the chair?", "a leg | all of the above | the back", "letters_referred_to");
        row("Which figure comes next?", "A | B | C", "labels_in_image");
        row("What is on the plate?", "fish | fish | rice", "options_malformed");
        row("What is on the plate?", "fish", "options_malformed");
    }
    void decides()
    {
        QFETCH(QString, question);
        QFETCH(QStringList, options);
        QFETCH(QString, reason);
        const Transformation made = transformationOf(mcq(question, options));
        QCOMPARE(transformReasonId(made.reason), reason);
        QCOMPARE(made.transform, transformFor(made.reason));
        QCOMPARE(made.open.accepted.isEmpty(), made.transform != Transform::OpenEnded);
    }

    void leavesWhatHasNoSingleKey()
    {
        const QStringList options = split("cat | dog | cow");
        QCOMPARE(transformationOf(QStringLiteral("Who is it?"), options, {}).reason, TransformReason::NoGold);
        QCOMPARE(transformationOf(QStringLiteral("Who is it?"), options, QStringLiteral("A, C")).reason,
            TransformReason::SeveralRight);
        QCOMPARE(transformationOf(QStringLiteral("Who is it?"), {}, QStringLiteral("cat")).reason,
            TransformReason::NotMultipleChoice);
    }

    void acceptedAnswers_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("accepted");
        QTest::addColumn<QString>("scorer");
        QTest::newRow("a small number") << "How many?" << split("3 | 4") << split("3 | three") << "numeric";
        QTest::newRow("a large one") << "How many?" << split("12,500 | 400") << split("12,500 | 12500")
                                     << "numeric";
        QTest::newRow("with a unit") << "How heavy is the 2 m rod?" << split("5kg | 7kg")
                                     << split("5kg | 5 kg | 5") << "numeric";
        QTest::newRow("a magnitude is no unit")
            << "What did it cost?" << split("$7 million | $9 million") << split("$7 million") << "numeric";
        QTest::newRow("a formula") << "What part is grey?" << split("$\\frac{3}{4}$ | $\\frac{1}{2}$")
                                   << split("$\\frac{3}{4}$ | 3/4") << "normalised";
        QTest::newRow("a root has no decimal form")
            << "How long is it, if a is 1?" << split("$2\\sqrt{5}$ | $3$")
            << split("$2\\sqrt{5}$ | 2\\sqrt{5}") << "normalised";
        QTest::newRow("a float that is whole")
            << "What is the sum of 1 and 2?" << split("3.0 | 4.0") << split("3.0 | 3 | three") << "numeric";
        QTest::newRow("a synonym in parentheses")
            << "What is it?" << split("ethos (character) | logos (reason)")
            << split("ethos (character) | ethos | character") << "normalised";
        QTest::newRow("grey") << "What color is it?" << split("gray | red") << split("gray | grey")
                              << "normalised";
        QTest::newRow("yes") << "Is it on?" << split("yes | no") << split("yes") << "yesno";
    }
    void acceptedAnswers()
    {
        QFETCH(QString, question);
        QFETCH(QStringList, options);
        QFETCH(QStringList, accepted);
        QFETCH(QString, scorer);
        const Transformation made = transformationOf(mcq(question, options));
        QCOMPARE(made.transform, Transform::OpenEnded);
        QCOMPARE(made.open.accepted, accepted);
        QCOMPARE(made.open.reference, accepted.first());
        QCOMPARE(made.open.scorer, scorer);
    }

    void stripsOptionsFromTheText_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("stripped");
        QTest::newRow("nothing to strip") << "How many?"
                                          << "How many?";
        QTest::newRow("lines") << "How many?\nA. 3\nB. 4\nC. 5"
                               << "How many?";
        QTest::newRow("a heading") << "How many?\nOptions:\n(A) 3\n(B) 4\n(C) 5"
                                   << "How many?";
        QTest::newRow("in line") << "How many? Choices: (A) 3 (B) 4 (C) 5"
                                 << "How many?";
        QTest::newRow("how to choose") << "How many? Please select the correct answer from the options above."
                                       << "How many?";
        QTest::newRow("how to say it")
            << "How many?\nAnswer with the option's letter from the given choices directly."
            << "How many?";
        QTest::newRow("a text that only quotes one") << "A. 3 birds sat there. How many?"
                                                     << "A. 3 birds sat there. How many?";
    }
    void stripsOptionsFromTheText()
    {
        QFETCH(QString, question);
        QFETCH(QString, stripped);
        QCOMPARE(openFormOf(question, split("3 | 4 | 5"), 1, TransformReason::Number).question, stripped);
    }

    void rotates()
    {
        const auto permutations = [](const char* options) {
            QStringList all;
            for (const Rotation& rotation : cyclicRotations(mcq({}, split(options)))) {
                all.append(rotation.permutation);
            }
            return all;
        };
        QCOMPARE(permutations("a cat | a dog | a cow"),
            QStringList({QStringLiteral("BCA"), QStringLiteral("CAB")}));
        // What speaks of the others stays last.
        QCOMPARE(permutations("a cat | a dog | all of the above"), QStringList({QStringLiteral("BAC")}));
        QCOMPARE(permutations("a cat | a dog | both A and B"), QStringList());
        QCOMPARE(permutations("A | B | C"), QStringList());
        const QVector<Rotation> rotations = cyclicRotations(mcq({}, split("a cat | a dog | a cow")));
        QCOMPARE(rotations.at(0).sourceIndex, QStringLiteral("1000007"));
        QCOMPARE(rotations.at(1).sourceIndex, QStringLiteral("2000007"));
    }

    void prompts()
    {
        const PromptTemplate prompt{
            QStringLiteral("Look.\n"), QStringLiteral("\nLetter:"), QStringLiteral("\nWord:")};
        QCOMPARE(promptText(prompt, {}, QStringLiteral("Which?"), split("cat | dog")),
            QStringLiteral("Look.\nWhich?\nA. cat\nB. dog\nLetter:"));
        QCOMPARE(promptText(prompt, QStringLiteral("It barks."), QStringLiteral("Who?"), {}),
            QStringLiteral("Look.\nHint: It barks.\nWho?\nWord:"));
    }

    void exportedRows()
    {
        const Sample sample
            = mcq(QStringLiteral("How many?\nA. 3\nB. 4"), split("3 | 4"), QStringLiteral("B"));
        SampleOutcome outcome;
        outcome.disposition = Disposition::Convert;
        const ExportRow open = rowsOf(sample, outcome).first();
        QCOMPARE(open.question, QStringLiteral("How many?"));
        QCOMPARE(open.gold, QStringLiteral("4"));
        QCOMPARE(open.accepted, split("4 | four"));
        QCOMPARE(open.scorer, QStringLiteral("numeric"));
        QVERIFY(open.options.isEmpty() && open.converted && open.changed);

        // As a person wrote it: another option is right, or other words.
        outcome.newGold = QStringLiteral("A");
        QCOMPARE(rowsOf(sample, outcome).first().gold, QStringLiteral("3"));
        outcome.newGold = QStringLiteral("a few\nsome");
        outcome.newQuestion = QStringLiteral("How many are there?");
        const ExportRow written = rowsOf(sample, outcome).first();
        QCOMPARE(written.question, QStringLiteral("How many are there?"));
        QCOMPARE(written.accepted, split("a few | some"));
        QCOMPARE(written.gold, QStringLiteral("a few"));
    }

    /// What people judged of 198 proposals on real questions, drawn by seed: they are still made, and are
    /// right by reason.
    void judgedOnRealQuestions()
    {
        const QString folder = test::sharedData();
        if (folder.isEmpty()) {
            QSKIP("The real data is not beside this checkout");
        }
        const QDir data(folder);
        const test::Bench bench;
        for (const char* file : {"mathv/samples.jsonl", "mmbench_circular", "autoconverter_oe_mc/items.csv",
                 "mmmu/mmmu_pro_samples.jsonl", "mmlu_redux/items.jsonl", "mmlu_pro/questions.jsonl",
                 "puzzlevqa/samples.jsonl", "blink/responses_val.csv"}) {
            REQUIRE_RESULT(bench.import(data.filePath(QLatin1String(file))));
        }
        const auto all = bench.project->read([](sqlite::Connection& c) {
            QHash<QString, Sample> read;
            SampleScan scan(c);
            for (const Dataset& dataset : DatasetStore(c).all()) {
                for (const SampleId id : SampleStore(c).idsOf(dataset.id)) {
                    if (const auto sample = scan.read(id)) {
                        read.insert(sample->key(), *sample);
                    }
                }
            }
            return read;
        });
        REQUIRE_RESULT(all);
        const QHash<QString, Sample>& samples = *all;
        QFile list(QFINDTESTDATA("transformjudgements.tsv"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        QMap<QString, QPair<int, int>> byReason;
        int judged = 0;
        while (!list.atEnd()) {
            const QStringList cells = QString::fromUtf8(list.readLine()).trimmed().split(u'\t');
            if (cells.size() != 4 || cells.first() == u"dataset") {
                continue;
            }
            const QString key = cells.at(0) + u'/' + cells.at(1);
            QVERIFY2(samples.contains(key), qPrintable(key));
            QCOMPARE(key + u' ' + transformReasonId(transformationOf(samples.value(key)).reason),
                key + u' ' + cells.at(2));
            byReason[cells.at(2)].first += cells.at(3).toInt();
            ++byReason[cells.at(2)].second;
            ++judged;
        }
        QCOMPARE(judged, 198);
        int right = 0;
        for (auto it = byReason.constBegin(); it != byReason.constEnd(); ++it) {
            right += it->first;
            qInfo("%s: %d of %d", qPrintable(it.key()), it->first, it->second);
            // Where options go, a mistake changes what is asked.
            if (transformFor(reasonOf(it.key())) == Transform::OpenEnded) {
                QVERIFY2(it->first >= 0.95 * it->second, qPrintable(it.key()));
            }
        }
        QVERIFY(right >= 0.95 * judged);
    }

private:
    static TransformReason reasonOf(const QString& id)
    {
        for (const TransformReason reason : transformReasons()) {
            if (transformReasonId(reason) == id) {
                return reason;
            }
        }
        return TransformReason::NotMultipleChoice;
    }
};

QTEST_GUILESS_MAIN(TestTransform)
#include "tst_transform.moc"
