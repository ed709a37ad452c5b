// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/auditfixture.h"

using namespace winnow;
using namespace winnow::test;

namespace {

Sample pictured(
    int index, const QString& question, const QByteArray& hash, const QString& gold = QStringLiteral("x"))
{
    Sample sample = open(index, gold);
    sample.question = question;
    if (!hash.isEmpty()) {
        ImageRef image;
        image.sha256 = hash;
        sample.images.append(image);
    }
    return sample;
}

} // namespace

class TestDetectorDuplicates : public QObject {
    Q_OBJECT
private slots:
    void exact()
    {
        const QString q = QStringLiteral("What is shown?");
        AuditDataBuilder builder;
        builder.addSample(pictured(0, q, "one"));
        builder.addSample(pictured(1, q, "two"));
        builder.addSample(pictured(2, QStringLiteral("  what IS  shown?"), "one"));
        builder.addSample(pictured(3, QStringLiteral("What colour?"), "one"));
        builder.addSample(pictured(4, q, "one", QStringLiteral("y")));
        builder.addSample(pictured(5, q, QByteArray()));
        builder.addSample(pictured(6, q, QByteArray()));
        const auto data = builder.finish();
        const DetectorResult result = evaluate("duplicate_exact", *data);
        QCOMPARE(flaggedKeys(result, *data),
            (QStringList{QStringLiteral("0"), QStringLiteral("2"), QStringLiteral("4"), QStringLiteral("5"),
                QStringLiteral("6")}));
        const QString summary = summaryOf(*flagOf(result, *data, 2));
        QVERIFY2(summary.contains(QStringLiteral("Same image and question as set/0")), qPrintable(summary));
        QVERIFY(summary.contains(QStringLiteral("gold answers differ")));
        QVERIFY(flagOf(result, *data, 0)->score < flagOf(result, *data, 2)->score);
        QVERIFY(findingOf(result, "shared_images")
                    ->summary.startsWith(QStringLiteral("1 image is asked about in 4")));
        QCOMPARE(evaluate("duplicate_exact", *data, {{QStringLiteral("match"), QStringLiteral("image")}})
                     .flags.size(),
            4u);
    }

    void optionsMakeTheQuestion()
    {
        AuditDataBuilder builder;
        Sample first = mcq(0, 3, 0);
        first.question = QStringLiteral("Which is true?");
        Sample reordered = first;
        reordered.sourceIndex = QStringLiteral("1");
        std::swap(reordered.options[0], reordered.options[2]);
        reordered.gold = QStringLiteral("C");
        Sample other = mcq(2, 3, 0);
        other.question = first.question;
        builder.addSample(first);
        builder.addSample(reordered);
        builder.addSample(other);
        const auto data = builder.finish();
        const DetectorResult result = evaluate("duplicate_exact", *data);
        QCOMPARE(flaggedKeys(result, *data), (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
        // The same content is gold, only its letter moved.
        QVERIFY(!result.flags.front().evidence.value(QLatin1String("gold_differs")).toBool());
    }

    void nothingToCompare()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 3; ++i) {
            Sample sample = mcq(i, 0, 0);
            sample.question.clear();
            sample.options = {QStringLiteral("yes"), QStringLiteral("no")};
            sample.gold = QStringLiteral("A");
            builder.addSample(sample);
        }
        const auto data = builder.finish();
        const DetectorResult result = evaluate("duplicate_exact", *data);
        QVERIFY(result.flags.empty());
        QVERIFY(result.notes.join(u' ').contains(QStringLiteral("3 samples without a question")));
    }

    void conflictingGold()
    {
        const QString q = QStringLiteral("What is shown?");
        AuditDataBuilder builder;
        builder.addSample(pictured(0, q, "one", QStringLiteral("a dog")));
        builder.addSample(pictured(1, q, "one", QStringLiteral("a cat")));
        builder.addSample(pictured(2, q, "two", QStringLiteral("a cow")));
        builder.addSample(pictured(3, q, "two", QStringLiteral("A  cow.")));
        builder.addSample(pictured(4, q, "three", QString()));
        builder.addSample(pictured(5, q, "three", QStringLiteral("x")));
        Sample first = mcq(6, 3, 0);
        Sample moved = first;
        moved.sourceIndex = QStringLiteral("7");
        std::swap(moved.options[0], moved.options[2]);
        moved.gold = QStringLiteral("C");
        builder.addSample(first);
        builder.addSample(moved);
        const auto sound = builder.finish();
        const DetectorResult result = evaluate("label_conflict", *sound);
        QCOMPARE(flaggedKeys(result, *sound), (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
        const QString summary = summaryOf(*flagOf(result, *sound, 1));
        QVERIFY2(summary.contains(QStringLiteral("a cat")) && summary.contains(QStringLiteral("a dog")),
            qPrintable(summary));
        // The same letter at another place is another answer.
        AuditDataBuilder again;
        again.addSample(first);
        moved.gold = QStringLiteral("A");
        again.addSample(moved);
        const auto conflict = again.finish();
        QCOMPARE(evaluate("label_conflict", *conflict).flags.size(), 2u);
    }

    void imagesThatAreNotToBeHad()
    {
        AuditDataBuilder builder;
        for (int i = 0; i < 3; ++i) {
            Sample sample = pictured(i, QStringLiteral("What is shown?"), QByteArray());
            ImageRef image;
            image.state = ImageState::Missing;
            image.source = i < 2 ? QStringLiteral("a.jpg") : QStringLiteral("b.jpg");
            sample.images.append(image);
            builder.addSample(sample);
        }
        const auto data = builder.finish();
        QCOMPARE(flaggedKeys(evaluate("duplicate_exact", *data), *data),
            (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
    }
};

QTEST_APPLESS_MAIN(TestDetectorDuplicates)
#include "tst_detector_duplicates.moc"
