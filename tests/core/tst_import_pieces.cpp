// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pieces that every import is made of, each by itself: record loop, key registry, rotations, image batch,
// the cells of replies and their scores.

#include "core/image/imagecodec.h"
#include "core/import/imagebatch.h"
#include "core/import/keyregistry.h"
#include "core/import/recordloop.h"
#include "core/import/replycells.h"
#include "core/import/replyscorer.h"
#include "core/import/rotationresolver.h"
#include "tests/core/imagefixtures.h"
#include "tests/core/importhelp.h"

#include <QTest>

using namespace winnow;
using namespace winnow::test;

namespace {

FieldMapping mappingOf(const QVector<std::pair<Field, QString>>& fields)
{
    FieldMapping mapping;
    for (const auto& [field, column] : fields) {
        mapping.choose(field, {column});
    }
    return mapping;
}

SampleDraft draftOf(
    std::string_view key, std::string_view question, std::string_view image = {}, qint64 line = 1)
{
    SampleDraft draft;
    draft.line = line;
    draft.index = key;
    draft.question = question;
    if (!image.empty()) {
        draft.images.push_back({image, DraftImage::Form::Name});
    }
    return draft;
}

Cell textCell(std::string_view text, CellKind kind = CellKind::Text)
{
    return {kind, text};
}

} // namespace

class TestImportPieces : public QObject {
    Q_OBJECT

private slots:
    void theLoopEndsWhereItIsTold_data()
    {
        QTest::addColumn<int>("enough");
        QTest::addColumn<int>("badEnough");
        QTest::addColumn<int>("taken");
        QTest::addColumn<int>("bad");
        QTest::addColumn<bool>("ended");
        QTest::newRow("all") << 100 << 100 << 3 << 2 << true;
        QTest::newRow("enough records") << 2 << 100 << 2 << 1 << true;
        QTest::newRow("enough bad ones") << 100 << 1 << 1 << 1 << true;
    }
    void theLoopEndsWhereItIsTold()
    {
        QFETCH(int, enough);
        QFETCH(int, badEnough);
        const Bench bench;
        const QString path
            = bench.write(QStringLiteral("a.jsonl"), "{\"a\":1}\n{\"a\":\n{\"a\":2}\n{\"a\"\n{\"a\":3}\n");
        int taken = 0;
        int bad = 0;
        bool ended = false;
        RecordLoop loop;
        loop.take = [&](const RawRecord&, const RecordSource&) -> Result<bool> { return ++taken < enough; };
        loop.bad = [&](const RecordProblem&) { return ++bad < badEnough; };
        loop.end = [&](const RecordSource& source) { ended = source.columns().count() == 1; };
        REQUIRE_RESULT(loop.run(path, {}));
        QTEST(taken, "taken");
        QTEST(bad, "bad");
        QTEST(ended, "ended");
    }

    void theLoopFailsAndIsCancelled()
    {
        const Bench bench;
        const QString path = bench.write(QStringLiteral("a.jsonl"), QByteArray("{\"a\":1}\n").repeated(50));
        RecordLoop loop;
        bool ended = false;
        loop.end = [&](const RecordSource&) { ended = true; };
        loop.take = [&](const RawRecord& record, const RecordSource&) -> Result<bool> {
            if (record.row == 3) {
                return fail(ErrorCode::InvalidInput, QStringLiteral("no"));
            }
            return true;
        };
        const auto failed = loop.run(path, {});
        QVERIFY(!failed && !ended);
        QCOMPARE(failed.error().message, QStringLiteral("no"));
        SilentProgress progress;
        qint64 last = 0;
        loop.progress = &progress;
        loop.take = [&](const RawRecord& record, const RecordSource&) -> Result<bool> {
            last = record.row;
            if (record.row == 5) {
                progress.cancel();
            }
            return true;
        };
        const auto cancelled = loop.run(path, {});
        QVERIFY(!cancelled && !ended);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        QCOMPARE(last, 5);
    }

    void keysStandForOneSample()
    {
        ImportReport report;
        IssueLog log(QStringLiteral("f.csv"), report);
        KeyRegistry keys(
            QStringLiteral("set"), mappingOf({{Field::Index, QStringLiteral("id")}}), false, log);
        auto first = draftOf("1", "a?", {}, 2);
        QVERIFY(keys.take(first));
        QVERIFY(keys.contains("1") && !keys.contains("2"));
        auto same = draftOf("1", "a?", {}, 3);
        QVERIFY(!keys.take(same));
        QCOMPARE(report.notes, 1);
        auto other = draftOf("1", "b?", {}, 4);
        QVERIFY(!keys.take(other));
        QCOMPARE(report.rejected, 1);
        QCOMPARE(report.issues.last().sampleKey, QStringLiteral("set/1"));
        QCOMPARE(report.issues.last().expected.english(),
            QStringLiteral("a key of its own; another record in line 2 has it"));
        log.standIn(QStringLiteral("g.csv"));
        auto elsewhere = draftOf("1", "c?", {}, 1);
        QVERIFY(!keys.take(elsewhere));
        QVERIFY(report.issues.last().expected.english().contains(QStringLiteral("line 2 of f.csv")));
    }

    void questionsThatShareAnImageGetKeysOfTheirOwn()
    {
        ImportReport report;
        IssueLog log(QStringLiteral("f.csv"), report);
        KeyRegistry keys(QStringLiteral("set"),
            mappingOf({{Field::Index, QStringLiteral("image")}, {Field::Image, QStringLiteral("image")}}),
            false, log);
        auto first = draftOf("cat.png", "a?", "cat.png");
        auto second = draftOf("cat.png", "b?", "cat.png");
        auto third = draftOf("cat.png", "c?", "cat.png");
        QVERIFY(keys.take(first) && keys.take(second) && keys.take(third));
        QCOMPARE(first.index, std::string_view("cat.png"));
        QCOMPARE(second.index, std::string_view("cat.png#2"));
        QCOMPARE(third.index, std::string_view("cat.png#3"));
        QVERIFY(keys.hasImagesOf(third, "cat.png"));
        QVERIFY(!keys.hasImagesOf(draftOf("x", "a?", "dog.png"), "cat.png"));
    }

    void responsesTellTheirSampleOften()
    {
        ImportReport report;
        IssueLog log(QStringLiteral("f.csv"), report);
        KeyRegistry keys(QStringLiteral("set"), mappingOf({{Field::Index, QStringLiteral("id")}}), true, log);
        auto first = draftOf("1", "a?");
        QVERIFY(!keys.isKnown(first) && keys.take(first));
        auto again = draftOf("1", "a?");
        auto silent = draftOf("1", {});
        QVERIFY(keys.isKnown(again) && keys.isKnown(silent));
        auto phrased = draftOf("1", "b?");
        QVERIFY(!keys.isKnown(phrased));
        QCOMPARE(phrased.index, std::string_view("1#2"));
        QVERIFY(keys.take(phrased));
        // A prompt that differs with every model asks nothing new.
        for (const char* question : {"c?", "d?"}) {
            auto draft = draftOf("1", question);
            QVERIFY(!keys.isKnown(draft) && keys.take(draft));
        }
        auto fifth = draftOf("1", "e?");
        QVERIFY(keys.isKnown(fifth));
        QCOMPARE(report.rejected + report.notes, 0);
    }

    void rotationsAreTold_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("turn");
        QTest::addColumn<QString>("of");
        QTest::addColumn<int>("shift");
        QTest::newRow("an item") << QByteArray("7") << QByteArray() << QByteArray() << QString() << 0;
        QTest::newRow("by its key") << QByteArray("2000007") << QByteArray() << QByteArray()
                                    << QStringLiteral("7") << 2;
        QTest::newRow("of nothing known")
            << QByteArray("2000008") << QByteArray() << QByteArray() << QString() << 0;
        QTest::newRow("beyond the letters")
            << QByteArray("26000007") << QByteArray() << QByteArray() << QString() << 0;
        QTest::newRow("by a column of turns")
            << QByteArray("1000007") << QByteArray() << QByteArray("1") << QStringLiteral("7") << 1;
        QTest::newRow("turned by nothing")
            << QByteArray("7") << QByteArray() << QByteArray("0") << QString() << 0;
        QTest::newRow("by its base") << QByteArray("x") << QByteArray("seven") << QByteArray()
                                     << QStringLiteral("seven") << 0;
        QTest::newRow("its own base") << QByteArray("x") << QByteArray("x") << QByteArray() << QString() << 0;
        QTest::newRow("base and turn")
            << QByteArray("x") << QByteArray("seven") << QByteArray("3") << QStringLiteral("seven") << 3;
        QTest::newRow("a turn without a base")
            << QByteArray("x") << QByteArray() << QByteArray("3") << QString() << 0;
    }
    void rotationsAreTold()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, turn);
        QFETCH(QString, of);
        ImportReport report;
        IssueLog log(QStringLiteral("f.csv"), report);
        KeyRegistry keys(QStringLiteral("set"), {}, false, log);
        auto item = draftOf("7", "a?");
        QVERIFY(keys.take(item));
        SampleDraft draft = draftOf(key.toStdString(), "a?");
        draft.index = draft.keep(QString::fromUtf8(key));
        draft.base = draft.keep(QString::fromUtf8(base));
        draft.rotation = draft.keep(QString::fromUtf8(turn));
        draft.options = {"a", "b"};
        const auto rotation = rotationOf(draft, keys);
        QCOMPARE(rotation.has_value(), !of.isEmpty());
        if (rotation) {
            QCOMPARE(rotation->base, of);
            QTEST(rotation->shift, "shift");
        }
    }

    void permutationsAreReadFromTexts()
    {
        const QStringList base{QStringLiteral("red"), QStringLiteral("Blue"), QStringLiteral("red")};
        QCOMPARE(
            rotationPermutation(base, {QStringLiteral("blue"), QStringLiteral("red"), QStringLiteral("Red")}),
            QStringLiteral("BAC"));
        QCOMPARE(rotationPermutation(
                     base, {QStringLiteral("blue"), QStringLiteral("red"), QStringLiteral("green")}),
            QString());
        QCOMPARE(rotationPermutation(base, {QStringLiteral("red")}), QString());
    }

    void rotationsJoinTheirItem()
    {
        Sample item;
        item.sourceIndex = QStringLiteral("7");
        item.options = {QStringLiteral("a"), QStringLiteral("b")};
        item.rotations = {{1, QStringLiteral("old"), QStringLiteral("BA"), QStringLiteral("A")}};
        const auto waiting = [](const QString& key, const QStringList& options) {
            WaitingSample row;
            row.sample.sourceIndex = key;
            row.sample.options = options;
            row.sample.gold = QStringLiteral("B");
            return row;
        };
        RotationResolver resolver;
        QVERIFY(resolver.isEmpty());
        resolver.add({QStringLiteral("7"), 1},
            waiting(QStringLiteral("1000007"), {QStringLiteral("b"), QStringLiteral("a")}), true);
        resolver.add({QStringLiteral("7"), 2},
            waiting(QStringLiteral("2000007"), {QStringLiteral("x"), QStringLiteral("y")}), false);
        resolver.add({QStringLiteral("8"), 1},
            waiting(QStringLiteral("1000008"), {QStringLiteral("x"), QStringLiteral("y")}), false);
        ImportReport report;
        IssueLog log(QStringLiteral("f.csv"), report);
        QVector<Rotation> set;
        const auto outcome
            = resolver.resolve({[&](const QString& key) {
                                    return key == QLatin1String("7") ? std::optional(item) : std::nullopt;
                                },
                                   [&](const Sample&, const QVector<Rotation>& rotations) -> Result<> {
                                       set = rotations;
                                       return {};
                                   }},
                QStringLiteral("set"), log, nullptr);
        REQUIRE_RESULT(outcome);
        QCOMPARE(outcome->items, 2);
        QCOMPARE(outcome->rotations, 1);
        QCOMPARE(set.size(), 1);
        QCOMPARE(set.first().sourceIndex, QStringLiteral("1000007"));
        QCOMPARE(set.first().permutation, QStringLiteral("BA"));
        QCOMPARE(outcome->alone.size(), size_t(2));
        QCOMPARE(report.warnings, 2);
        QVERIFY(resolver.isEmpty());
    }

    void aBatchOfImagesKeepsItsOrder()
    {
        const Bench bench;
        const QByteArray picture = *encodePng(Canvas(24, 16, {10, 90, 40}).bitmap());
        bench.write(QStringLiteral("one.png"), picture);
        const auto files = recordFiles(bench.write(QStringLiteral("a.jsonl"), "{\"a\":1}\n"));
        REQUIRE_RESULT(files);
        ImportReport report;
        IssueLog log(QStringLiteral("f.csv"), report);
        ImageBatch batch(imageFolders(*files, {}, QStringLiteral("set")), QStringLiteral("set"),
            QStringLiteral("picture"), log, nullptr);
        for (int i = 0; i < 300; ++i) {
            WaitingSample row;
            row.sample.sourceIndex = QString::number(i);
            row.imageTexts = {i % 3 == 0 ? QByteArray("one.png") : i % 3 == 1 ? picture : picture.toBase64()};
            row.imageForms = {DraftImage::Form(i % 3 == 0 ? 0 : i % 3 == 1 ? 2 : 1)};
            QCOMPARE(batch.isFull(), i >= 256);
            batch.add(row);
        }
        WaitingSample missing;
        missing.sample.sourceIndex = QStringLiteral("300");
        missing.imageTexts = {"none.png"};
        missing.imageForms = {DraftImage::Form::Name};
        batch.add(missing);
        int at = 0;
        REQUIRE_RESULT(batch.flush([&](WaitingSample& row) -> Result<> {
            if (row.sample.sourceIndex != QString::number(at)) {
                return fail(ErrorCode::Internal, row.sample.sourceIndex);
            }
            const ImageRef& image = row.sample.images.first();
            const bool named = at % 3 == 0;
            if (at < 300
                && (image.state != ImageState::Ok || image.path.isEmpty() == named
                    || row.imageBytes.first() != (named ? QByteArray() : picture))) {
                return fail(ErrorCode::Internal, QStringLiteral("image %1").arg(at));
            }
            ++at;
            return {};
        }));
        QCOMPARE(at, 301);
        QCOMPARE(report.warnings, 1);
        QCOMPARE(report.issues.first().column, QStringLiteral("picture"));
        QCOMPARE(report.issues.first().sampleKey, QStringLiteral("set/300"));
        QVERIFY(batch.waiting().empty());
    }

    void cellsHoldOneReplyOrSeveral_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<bool>("parsed");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("replies");
        const int text = int(CellKind::Text);
        const int number = int(CellKind::Number);
        QTest::newRow("attempts") << QStringLiteral("responses") << false << text
                                  << QStringList{QStringLiteral("A"), QStringLiteral("B")};
        QTest::newRow("attempts, parsed") << QStringLiteral("predictions") << true << text
                                          << QStringList{QStringLiteral("A"), QStringLiteral("B")};
        QTest::newRow("one of two parts")
            << QStringLiteral("prediction") << true << text << QStringList{QStringLiteral("A, B")};
        QTest::newRow("a box") << QStringLiteral("response") << false << number
                               << QStringList{QStringLiteral("[A, B]")};
    }
    void cellsHoldOneReplyOrSeveral()
    {
        QFETCH(QString, column);
        QFETCH(bool, parsed);
        QFETCH(int, kind);
        QFETCH(QStringList, replies);
        RawRecord record;
        record.items = {textCell("A", CellKind(kind)), textCell("B", CellKind(kind))};
        Cell list = textCell("[]", CellKind::List);
        list.itemCount = 2;
        record.cells = {list};
        ReplyCells cells;
        ReplyCells::Columns columns;
        (parsed ? columns.prediction : columns.response) = 0;
        (parsed ? columns.predictionName : columns.responseName) = column;
        QStringList got;
        for (const Reply& reply : cells.read(record, columns)) {
            const std::string_view said = parsed ? reply.prediction : reply.text;
            got.append(QString::fromUtf8(said.data(), qsizetype(said.size())));
        }
        QCOMPARE(got, replies);
        QCOMPARE(cells.listed(), replies.size() > 1 ? 1 : 0);
    }

    void verdictsAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<double>("score");
        const double none = -1;
        QTest::newRow("1") << QByteArray("1") << 1.0 << true << 1.0;
        QTest::newRow("a share") << QByteArray(" .25 ") << 1.0 << true << 0.25;
        QTest::newRow("percent") << QByteArray("25") << 100.0 << true << 0.25;
        QTest::newRow("too much") << QByteArray("25") << 1.0 << false << none;
        QTest::newRow("below") << QByteArray("-1") << 1.0 << false << none;
        QTest::newRow("true") << QByteArray("True") << 1.0 << true << 1.0;
        QTest::newRow("inspect's I") << QByteArray("I") << 1.0 << true << 0.0;
        QTest::newRow("inspect's P") << QByteArray("P") << 1.0 << true << 0.5;
        QTest::newRow("missing") << QByteArray("NaN") << 1.0 << true << none;
        QTest::newRow("nothing") << QByteArray() << 1.0 << true << none;
        QTest::newRow("a word") << QByteArray("perhaps") << 1.0 << false << none;
    }
    void verdictsAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, scale);
        QFETCH(double, score);
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"), "index,question,A,B,answer\n1,q,x,y,A\n"));
        const auto done = bench.project->read([&](sqlite::Connection& c) {
            SampleKeys keys(c, DatasetStore(c).all().first().id);
            ReplyScorer scorer(keys);
            scorer.setScale(scale);
            ReplyScorer::Verdict verdict;
            const bool readable = scorer.readVerdict(textCell(text.toStdString()), verdict);
            [&] { QTEST(readable, "readable"); }();
            if (readable) {
                // What the file says goes before what would be scored.
                const auto scored
                    = scorer.score({"B", "B", {}}, keys.find("1"), Condition::Standard, verdict);
                [&] {
                    QCOMPARE(scored.score.value_or(-1), score);
                    QCOMPARE(scored.answer, std::string("B"));
                }();
            }
            return true;
        });
        REQUIRE_RESULT(done);
    }

    void repliesAreScoredBySample()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("s.csv"),
            "index,question,A,B,answer\n1,Which?,red,blue,B\n2,How many?,,,12\n", QStringLiteral("s")));
        const auto done = bench.project->read([&](sqlite::Connection& c) {
            SampleKeys keys(c, DatasetStore(c).all().first().id);
            const ReplyScorer scorer(keys);
            const auto score = [&](const char* key, const Reply& reply) {
                const auto scored = scorer.score(reply, keys.find(key), Condition::Standard, {});
                return std::pair(scored.answer, scored.score.value_or(-1));
            };
            [&] {
                QCOMPARE(score("1", {"", "b", {}}), std::pair(std::string("B"), 1.0));
                QCOMPARE(score("1", {"It is the red one", "", {}}), std::pair(std::string("A"), 0.0));
                QCOMPARE(score("2", {"There are 12.", "", {}}).second, 1.0);
                QCOMPARE(score("2", {"There are 13.", "", {}}).second, 0.0);
                QCOMPARE(
                    score("1", {"Failed to obtain answer via API.", "", {}}), std::pair(std::string(), -1.0));
            }();
            return true;
        });
        REQUIRE_RESULT(done);
    }
};

QTEST_GUILESS_MAIN(TestImportPieces)
#include "tst_import_pieces.moc"
