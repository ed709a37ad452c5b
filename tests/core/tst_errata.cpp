// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/placedrecords.h"
#include "tests/core/erratahelp.h"
#include "tests/support/shareddata.h"

using namespace winnow;
using namespace winnow::test;
using Kind = ErrataOutcome::Kind;

/// Patches of benchmarks: what they change in a file and that they change nothing else.
class TestErrata : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    QString path(const QString& name) const { return m_dir.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }

private slots:
    void changesOnlyTheCell_data()
    {
        QTest::addColumn<QByteArray>("marked");
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<bool>("undone");
        const auto row = [](const char* name, const QByteArray& marked, const QStringList& changes,
                             bool undone = true) { QTest::newRow(name) << marked << changes << undone; };
        const QString gold = QStringLiteral("2 answer: B -> C");
        const QStringList one{gold};
        row("TSV, letters", table({"A", "{{B|C}}", "C", "D"}), one);
        row("TSV, letters in brackets", table({"(A)", "({{B|C}})", "(C)", "(D)"}), one);
        row("TSV, small letters", table({"a", "{{b|c}}", "c", "d"}), one);
        row("TSV, texts", table({"oak", "{{elm|ash}}", "ash", "fir"}), one);
        row("TSV, indexes from 0", table({"0", "{{1|2}}", "2", "0", "3"}), one);
        row("TSV, indexes from 1", table({"1", "{{2|3}}", "3", "4"}), one);
        row("TSV, indexes that were floats", table({"0.0", "{{1|2}}.0", "2.0", "0.0", "3.0"}), one);
        row("TSV, the floats' zero", table({"0.0", "1.0", "{{0|3}}.0", "2.0", "0.0", "3.0"}),
            {QStringLiteral("3 answer: A -> D")});
        row("TSV with a mark and CR LF", "\xef\xbb\xbf" + table({"A", "{{B|C}}", "C", "D"}, "\t", "\r\n"),
            one);
        row("TSV without an end", table({"A", "B", "C", "{{D|A}}"}).chopped(1),
            {QStringLiteral("4 answer: D -> A")});
        row("several samples and fields",
            "index\tquestion\thint\tA\tB\tanswer\n1\tWhy{{|, then}}?\t\tyes\tno\tA\n"
            "2\tWho?\t{{see left|see right}}\tyou\tme{{| both}}\t{{A|B}}\n3\tHow?\tx\tso\tnot\tB\n",
            {QStringLiteral("1 question: Why? -> Why, then?"), QStringLiteral("2 answer: A -> B"),
                QStringLiteral("2 hint: see left -> see right"),
                QStringLiteral("2 option B: me -> me both")});
        row("CSV, quoted with lines and quotes",
            "id,question,answer\n1,\"Say \"\"a\"\",\nthen b\",x\n2,\"Say \"\"b\"\",\nthen "
            "{{c|\"\"d\"\"}}\",y\n3, z ,w\n",
            {QStringLiteral("2 question: Say \"b\",\nthen c -> Say \"b\",\nthen \"d\"")});
        row("CSV, a cell that needs quotes",
            "id,question,answer\n1,{{one|\"one, two\"}},x\n2,\"q\" ,{{y|\"z\"\"\"}}\n3,r,w\n",
            {QStringLiteral("1 question: one -> one, two"), QStringLiteral("2 answer: y -> z\"")}, false);
        row("CSV with ;, mixed line ends", "id;question;answer\r\n1;a, b;x\n2;\"c;d\";{{y|z}}\r3;e;w\r\n",
            {QStringLiteral("2 answer: y -> z")});
        row("CSV, options and answers as Python lists",
            "id,question,choices,answer\n1,Which?,\"['oak', \"\"elm's\"\", 'ash']\",0\n"
            "2,Who?,\"['I', 'you', '{{we|they all}}']\",{{1|2}}\n3,How?,\"['a', 'b', 'c']\",0\n",
            {QStringLiteral("2 option C: we -> they all"), QStringLiteral("2 answer: B -> C")});
        row("CSV, accepted answers as a Python list",
            "id,question,answer\n1,Who?,\"['kim', 'Kim L.']\"\n2,Where?,\"['{{rome|oslo}}', 'Rome{{, "
            "Italy|}}']\"\n"
            "3,When?,\"['now', 'today']\"\n",
            {QStringLiteral("2 answer: rome -> oslo"),
                QStringLiteral("2 accepted_answers: rome / Rome, Italy -> oslo / Rome")});
        row("no key: rows by their place", "question,answer\nWhich?,oak\nWho?,{{I|we}}\nHow?,so\n",
            {QStringLiteral("1 answer: I -> we")});
        row("JSON Lines, letters", lines({"\"A\"", "\"{{B|C}}\"", "\"C\"", "\"D\""}), one);
        row("JSON Lines, bracketed", lines({"\"(A)\"", "\"({{B|C}})\"", "\"(C)\"", "\"(D)\""}), one);
        row("JSON Lines, indexes", lines({"0", "{{1|2}}", "2", "0", "3"}), one);
        row("JSON Lines, indexes as texts", lines({"\"0\"", "\"{{1|2}}\"", "\"2\"", "\"0\"", "\"3\""}), one);
        row("JSON Lines, texts", lines({"\"oak\"", "\"{{elm|ash}}\"", "\"ash\"", "\"fir\""}), one);
        row("JSON Lines, lists of one", lines({"[\"A\"]", "[ \"{{B|C}}\" ]", "[\"C\"]", "[\"D\"]"}), one);
        row("JSON Lines, several right", lines({"[\"A\"]", "[\"B\",\"{{C|D}}\"]", "[\"C\"]", "[\"D\"]"}),
            {QStringLiteral("2 answer: B, C -> B, D")});
        row("JSON Lines, labels",
            lines({"\"1\"", "\"{{2|3}}\"", "\"3\"", "\"4\""},
                R"({"text": ["oak", "elm", "ash", "fir"], "label": ["1", "2", "3", "4"]})"),
            one);
        row("JSON Lines, an option in objects",
            lines({"\"A\"", "\"B\""}, R"([{"label": "A", "text": "oak"}, {"label": "B", "text": "elm"}])")
                + R"({"id": 3, "question": "Q", "choices": [{"label": "A", "text": "{{ash|yew}}"}, {"label": "B", "text": "fir"}], "answer": "A"})",
            {QStringLiteral("3 option A: ash -> yew")});
        row("JSON Lines, options one more and one less",
            R"({"id": 1, "question": "Q", "choices": ["a", "b"{{|, "c"}}], "answer": "A"})"
            "\n"
            R"({"id": 2, "question": "R", "choices": ["a", "b"{{, "c"|}}], "answer": "B"})"
            "\n",
            {QStringLiteral("1 option C: - -> c"), QStringLiteral("2 option C: c -> -")});
        row("JSON array, an answer that goes with its option",
            lines({"\"oak\"", "\"elm\"", "\"ash\""}, R"(["oak", "elm", "ash"])", "[", ",", "{").chopped(1)
                + R"(,{"id": 4, "question": "Q", "choices": ["{{fir|pine}}", "yew", "box"], "answer": "{{fir|pine}}"}])",
            {QStringLiteral("4 option A: fir -> pine")});
        row("JSON array",
            lines({"\"A\"", "\"{{B|C}}\"", "\"C\"", "\"D\""}, "[\"oak\", \"elm\",\n \"ash\", \"fir\"]", "[\n",
                ",", "]"),
            one);
        row("JSON object by key", byKey({"\"oak\"", "\"{{elm|ash}}\"", "\"ash\"", "\"fir\""}), one);
        row("JSON object with a list",
            "{\"info\": {\"year\": 2024}, \"questions\": "
                + lines({"\"A\"", "\"{{B|C}}\"", "\"C\"", "\"D\""}, R"(["oak","elm","ash","fir"])", "[", ",",
                    "]}"),
            one);
        row("letters beyond ASCII, escaped",
            open({"\"caf\\u00e9\"", "\"{{th\\u00e9|\\u6c34 \\\"x\\\"}}\"", "\"eau\""}),
            {QString::fromUtf8("2 answer: th\u00e9 -> \u6c34 \"x\"")});
        row("letters beyond ASCII, as they are", open({"\"café\"", "\"{{thé|水}}\"", "\"eau\""}),
            {QString::fromUtf8("2 answer: thé -> 水")});
        row("numbers stay numbers", open({"3", "{{4|-0.5}}", "5"}), {QStringLiteral("2 answer: 4 -> -0.5")});
        row("a number becomes a text", open({"3", "{{4|\"four\"}}", "5"}),
            {QStringLiteral("2 answer: 4 -> four")}, false);
        row("accepted answers", open({"[\"a\", \"b\"]", "[\"c\"{{, \"d\"|}}]", "[\"e\", \"f\"]"}),
            {QStringLiteral("2 accepted_answers: c / d -> -")});
        row("lists that are one answer", open({"\"[1, 2]\"", "\"[3, {{4|5}}]\"", "\"[6, 7]\""}),
            {QStringLiteral("2 answer: [3, 4] -> [3, 5]")});
        row("lists of numbers", open({"[1, 2]", "[3,  {{4|-5.5}}]", "[6, 7]"}),
            {QStringLiteral("2 answer: [3, 4] -> [3, -5.5]")});
        row("lists of texts that are one answer",
            QByteArray("{'id': 1, 'question': 'Which two are trees?', 'answer': ['oak', '{{leek|elm}}']}\n"
                       "{'id': 2, 'question': 'Which two are birds?', 'answer': ['owl', 'jay']}\n")
                .replace('\'', '"'),
            {QStringLiteral("1 answer: oak, leek -> oak, elm")});
        row("an answer for one that has none", open({"\"a\"", "{{null|\"b\"}}", "\"c\""}),
            {QStringLiteral("2 answer: - -> b")}, false);
        row("options in the question",
            "{\"id\": 1, \"question\": \"Which?\\nA. oak\\nB. elm\", \"answer\": \"A\"}\n"
            "{\"id\": 2, \"question\": \"{{Who|Whom}}?\\nA. {{I|me}}\\nB. you\", \"answer\": \"{{A|B}}\"}\n"
            "{\"id\": 3, \"question\": \"How?\\nA. so\\nB. not\", \"answer\": \"B\"}\n",
            {QStringLiteral("2 question: Who? -> Whom?"), QStringLiteral("2 option A: I -> me"),
                QStringLiteral("2 answer: A -> B")});
        row("a conversation",
            QByteArray("{'id': '1', 'image': 'a.jpg', 'conversations': [{'from': 'human', 'value': "
                       "'<image>\\nWhat?'}, "
                       "{'from': 'gpt', 'value': 'A cat'}]}\n"
                       "{'id': '2', 'image': 'b.jpg', 'conversations': [{'from': 'human', 'value': "
                       "'<image>\\n{{Who|Whom}}?'}, "
                       "{'from': 'gpt', 'value': '{{A dog|A cow}}'}]}\n")
                .replace('\'', '"'),
            {QStringLiteral("2 question: <image>\nWho? -> <image>\nWhom?"),
                QStringLiteral("2 answer: A dog -> A cow")});
    }
    void changesOnlyTheCell()
    {
        QFETCH(QByteArray, marked);
        QFETCH(QStringList, changes);
        QFETCH(bool, undone);
        const Errata errata = errataOf(changes);
        const QString file = write(QStringLiteral("file"), side(marked, 0));
        const QString out = path(QStringLiteral("out"));
        const auto report = apply(file, errata, out);
        QVERIFY_RESULT(report);
        for (const ErrataOutcome& outcome : report->outcomes) {
            QVERIFY2(
                outcome.kind == Kind::Applied, qPrintable(outcome.field + u' ' + outcome.reason.english()));
        }
        QCOMPARE(contentOf(out), side(marked, 1));
        QCOMPARE(report->patched.sha256, sha256(side(marked, 1)));
        const QString again = path(QStringLiteral("again"));
        const auto twice = apply(out, errata, again);
        QVERIFY_RESULT(twice);
        QCOMPARE(twice->count(Kind::AlreadyDone), errata.changes.size());
        QCOMPARE(contentOf(again), side(marked, 1));
        if (undone) {
            QVERIFY_RESULT(apply(out, reversed(errata), again));
            QCOMPARE(contentOf(again), side(marked, 0));
        }
    }

    void placesEveryRecordThatAnImportReads_data()
    {
        QTest::addColumn<QByteArray>("letters");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("CSV") << QByteArray("ab\"\"\",,,\n\r; ") << QByteArray("q,answer,x\na,b,c\nd,e,f\n");
        QTest::newRow("TSV") << QByteArray("ab\"\"\t\t\n\r ,") << QByteArray("q\tanswer\na\tb\nc\td\n");
        QTest::newRow("JSON Lines") << QByteArray("{}\"\",:[]1a\\\n\n ")
                                    << QByteArray("{\"q\": \"a\", \"x\": 1}\n{\"q\": \"b\"}\n");
    }
    void placesEveryRecordThatAnImportReads()
    {
        QFETCH(QByteArray, letters);
        QFETCH(QByteArray, head);
        // Whatever is in a file, its cells are cut as the readers of imports cut them.
        constexpr int kFiles = 400;
        constexpr int kBytes = 120;
        quint32 state = 12345;
        qint64 compared = 0;
        for (int number = 0; number < kFiles; ++number) {
            QByteArray bytes = head;
            for (int i = 0; i < kBytes; ++i) {
                state = state * 1664525U + 1013904223U;
                bytes += letters.at(qsizetype((state >> 16) % quint32(letters.size())));
            }
            const QString file = write(QStringLiteral("random"), bytes);
            auto source = RecordSource::open(file);
            SampleFile look{file, {}, {}};
            if (!source) {
                continue;
            }
            look.profile.layout = (*source)->layout();
            look.profile.layoutName = (*source)->layoutName();
            if (look.profile.layout != u"csv" && look.profile.layout != u"jsonl") {
                continue;
            }
            auto placed = PlacedRecords::open(look, {});
            QVERIFY_RESULT(placed);
            RawRecord record;
            RecordProblem problem;
            const bool table = look.profile.layout == u"csv";
            // A line of JSON with several records has no place for each, and moves the rows behind it.
            const auto placeOf = [&](const RawRecord& at) { return table ? at.row : at.line; };
            const auto cells = [](const RawRecord& at) {
                QStringList texts = rowOf(at);
                texts.removeAll(QStringLiteral("-"));
                return texts;
            };
            QMultiMap<qint64, QStringList> imported;
            while (true) {
                const auto step = (*source)->next(record, problem);
                QVERIFY_RESULT(step);
                if (*step == RecordSource::Step::End) {
                    break;
                }
                if (*step == RecordSource::Step::Record) {
                    imported.insert(placeOf(record), cells(record));
                }
            }
            while (true) {
                const auto step = (*placed)->next();
                QVERIFY_RESULT(step);
                if (*step == PlacedRecords::Step::End) {
                    break;
                }
                const std::string_view there = (*placed)->bytes();
                QCOMPARE(there, std::string_view(bytes).substr(size_t((*placed)->offset()), there.size()));
                const QList<QStringList> same = imported.values(placeOf((*placed)->record()));
                if (*step == PlacedRecords::Step::Unreadable) {
                    QVERIFY2(same.isEmpty() || !table, bytes.constData());
                    continue;
                }
                if (same.size() == 1) {
                    QVERIFY2(cells((*placed)->record()) == same.first(), bytes.constData());
                    ++compared;
                }
                const RawRecord* const again = (*placed)->readAgain(std::string(there));
                QVERIFY2(again && rowOf(*again) == rowOf((*placed)->record()), bytes.constData());
            }
        }
        QVERIFY2(compared > kFiles, qPrintable(QString::number(compared)));
    }

    void cutsOutRows_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("removed");
        QTest::addColumn<QByteArray>("left");
        const QByteArray rows = "id,question,answer\r\n1,a,x\r\n2,\"b\nc\",y\n3,d,z\r\n4,e,w";
        const auto row = [](const char* name, const QByteArray& bytes, const QStringList& removed,
                             const QByteArray& left) { QTest::newRow(name) << bytes << removed << left; };
        const QStringList one{QStringLiteral("1")};
        const QStringList two{QStringLiteral("2")};
        const QStringList last{QStringLiteral("4")};
        const QStringList ends{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("4")};
        row("CSV, middle", rows, two, "id,question,answer\r\n1,a,x\r\n3,d,z\r\n4,e,w");
        row("CSV, last", rows, last, "id,question,answer\r\n1,a,x\r\n2,\"b\nc\",y\n3,d,z\r\n");
        row("CSV, several", rows, ends, "id,question,answer\r\n3,d,z\r\n");
        const auto element = [](const char* id) -> QByteArray {
            return QByteArray("{\"id\": ") + id + ", \"question\": \"q" + id + "\", \"answer\": \"x" + id
                + "\"}";
        };
        const QByteArray array = "[ " + element("1") + " ,\n" + element("2") + ",  " + element("3") + "\n, "
            + element("4") + "\n ]\n";
        row("array, first", array, one,
            "[ " + element("2") + ",  " + element("3") + "\n, " + element("4") + "\n ]\n");
        row("array, middle", array, two,
            "[ " + element("1") + ",  " + element("3") + "\n, " + element("4") + "\n ]\n");
        row("array, last", array, last,
            "[ " + element("1") + " ,\n" + element("2") + ",  " + element("3") + "\n ]\n");
        row("array, several", array, ends, "[ " + element("3") + "\n ]\n");
        row("lines", element("1") + "\r\n\n" + element("2") + "\n" + element("3") + "\n", two,
            element("1") + "\r\n\n" + element("3") + "\n");
        row("by key", R"({"1": {"question": "a", "answer": "b"}, "2": {"question": "c", "answer": "d"}})",
            two, R"({"1": {"question": "a", "answer": "b"}})");
    }
    void cutsOutRows()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, removed);
        QFETCH(QByteArray, left);
        Errata errata;
        for (const QString& index : removed) {
            errata.removals.append({index, -1, {}});
        }
        const QString file = write(QStringLiteral("file"), bytes);
        const QString out = path(QStringLiteral("out"));
        const auto untouched = apply(file, errata, out);
        QVERIFY_RESULT(untouched);
        QCOMPARE(untouched->count(Kind::NotRemoved), removed.size());
        QVERIFY(untouched->isComplete());
        QCOMPARE(contentOf(out), bytes);
        const auto report = apply(file, errata, out, true);
        QVERIFY_RESULT(report);
        QCOMPARE(report->count(Kind::Removed), removed.size());
        QCOMPARE(contentOf(out), left);
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<QString>("outcomes");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QByteArray>("after");
        const QByteArray letters = table({"A", "B", "C", "D"});
        const auto row = [](const char* name, const QByteArray& bytes, const QStringList& changes,
                             const char* outcomes, const char* said, const QByteArray& after) {
            QTest::newRow(name) << bytes << changes << QString::fromLatin1(outcomes)
                                << QString::fromUtf8(said) << after;
        };
        const QString good = QStringLiteral("1 answer: A -> B");
        const QByteArray done = table({"B", "B", "C", "D"});
        row("another old value", letters, {good, QStringLiteral("2 answer: A -> C")}, "applied refused",
            "line 3: the patch expects \"A\", the file has \"B\"", done);
        row("a row that is gone", letters, {good, QStringLiteral("9 answer: A -> C")}, "applied not_found",
            "the column \"index\" of the file has no such key", done);
        row("the same twice", letters, {good, QStringLiteral("1 answer: A -> C")}, "applied refused", "twice",
            done);
        row("no such option", letters, {good, QStringLiteral("2 option E: - -> yew")}, "applied refused",
            "\"yew\" cannot be written", done);
        row("no such column", letters, {good, QStringLiteral("2 hint: - -> F")}, "applied refused",
            "cannot be written", done);
        row("a key that comes again", letters + "2\tAnother?\toak\telm\tash\tfir\tB\t\n",
            {good, QStringLiteral("2 answer: B -> C")}, "applied applied", "",
            table({"B", "C", "C", "D"}) + "2\tAnother?\toak\telm\tash\tfir\tB\t\n");
        row("a column that comes twice",
            R"({"id": 1, "question": "a", "answer": "x"})"
            "\n"
            R"({"id": 2, "question": "b", "answer": "y", "answer": "y"})"
            "\n",
            {QStringLiteral("1 answer: x -> z"), QStringLiteral("2 answer: y -> z")}, "applied refused",
            "cannot be written", QByteArray());
        row("a row that is too short", letters + "5\tshort\n",
            {good, QStringLiteral("5 question: short -> long")}, "applied not_found", "no such key",
            done + "5\tshort\n");
    }
    void refusesWhatDoesNotFit()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, changes);
        QFETCH(QString, outcomes);
        QFETCH(QString, said);
        QFETCH(QByteArray, after);
        const QString out = path(QStringLiteral("out"));
        const auto report = apply(write(QStringLiteral("file"), bytes), errataOf(changes), out);
        QVERIFY_RESULT(report);
        QCOMPARE(outcomesOf(*report), outcomes);
        const ErrataOutcome& second = report->outcomes.at(1);
        const QString reason = second.line
            ? QStringLiteral("line %1: ").arg(second.line) + second.reason.english()
            : second.reason.english();
        QVERIFY2(reason.contains(said), qPrintable(reason));
        if (!after.isEmpty()) {
            QCOMPARE(contentOf(out), after);
        }
    }

    void anOtherOptionUnderTheLetterIsRefused()
    {
        Errata errata = errataOf({QStringLiteral("1 answer: A -> B"), QStringLiteral("2 answer: B -> C")});
        errata.changes[1].beforeOption = QStringLiteral("elm");
        errata.changes[1].afterOption = QStringLiteral("yew");
        const auto report = apply(
            write(QStringLiteral("file"), table({"A", "B", "C", "D"})), errata, path(QStringLiteral("out")));
        QVERIFY_RESULT(report);
        QCOMPARE(outcomesOf(*report), QStringLiteral("applied refused"));
        QCOMPARE(report->outcomes.at(1).reason.english(),
            QStringLiteral("option C is another: the patch expects \"yew\", the file has \"ash\""));
    }

    void nothingIsWrittenWhereNothingFits()
    {
        const QString file = write(QStringLiteral("file"), table({"A", "B", "C", "D"}));
        const QString out = path(QStringLiteral("out"));
        Errata errata = errataOf({QStringLiteral("77 answer: A -> B")});
        errata.source = {QStringLiteral("trees.tsv"), sha256("other")};
        const auto report = apply(file, errata, out);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::InvalidInput);
        QVERIFY(report.error().message.contains(QStringLiteral("sample 77")));
        QVERIFY(report.error().remedy.contains(QStringLiteral("trees.tsv")));
        QVERIFY(!QFile::exists(out));
        QVERIFY(QDir(m_dir.path()).entryList({QStringLiteral(".*")}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void anotherVersionIsOnlyToldOf()
    {
        const QByteArray bytes = table({"A", "B", "C", "D"});
        Errata errata = errataOf({QStringLiteral("1 answer: A -> B")});
        const QString file = write(QStringLiteral("file"), bytes);
        errata.source = {QStringLiteral("trees.tsv"), sha256("other")};
        const auto other = apply(file, errata, path(QStringLiteral("out")));
        QVERIFY_RESULT(other);
        QVERIFY(!other->sameVersion);
        QCOMPARE(other->notes.size(), 1);
        errata.source.sha256 = sha256(bytes);
        const auto same = apply(file, errata, path(QStringLiteral("out")));
        QVERIFY_RESULT(same);
        QVERIFY(same->sameVersion && same->notes.isEmpty());
    }

    void anotherReadingOfTheWholeIsToldOf()
    {
        // Without the number of options among them, indexes from 1 look like indexes from 0.
        const QString file = write(QStringLiteral("file"), table({"1", "2", "3", "4"}));
        const auto tipped
            = apply(file, errataOf({QStringLiteral("4 answer: D -> C")}), path(QStringLiteral("out")));
        QVERIFY_RESULT(tipped);
        QCOMPARE(contentOf(path(QStringLiteral("out"))), table({"1", "2", "3", "3"}));
        QCOMPARE(tipped->notes.size(), 1);
        const auto same
            = apply(file, errataOf({QStringLiteral("1 answer: A -> C")}), path(QStringLiteral("out")));
        QVERIFY_RESULT(same);
        QVERIFY(same->notes.isEmpty());
    }

    void neverReplacesAFile()
    {
        const QByteArray bytes = table({"A", "B", "C", "D"});
        const Errata errata = errataOf({QStringLiteral("1 answer: A -> B")});
        const QString file = write(QStringLiteral("file"), bytes);
        const QString there = write(QStringLiteral("there"), "mine");
        SilentProgress progress;
        for (const QString& out : {file, there, m_dir.path()}) {
            ApplyOptions options;
            options.out = out;
            const auto report = applyErrata(file, errata, options, progress);
            QVERIFY(!report);
            QCOMPARE(report.error().code, ErrorCode::AlreadyExists);
            QVERIFY(report.error().message.contains(out));
        }
        QCOMPARE(contentOf(file), bytes);
        QCOMPARE(contentOf(there), QByteArray("mine"));
    }

    void otherKindsOfFilesAreRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("Parquet") << QByteArray("PAR1") + QByteArray(64, '\0') + "PAR1";
        QTest::newRow("zip") << QByteArray("PK\x03\x04") + QByteArray(64, '\0');
        QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(64, '\0');
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("table by columns")
            << QByteArray(R"({"question": {"0": "a", "1": "b"}, "answer": {"0": "x", "1": "y"}})");
        QTest::newRow("several questions a record") << QByteArray(
            R"([{"image": "a.png", "questions": [{"question": "a", "answer": "b"}, {"question": "c", "answer": "d"}]}])");
    }
    void otherKindsOfFilesAreRefusedByName()
    {
        QFETCH(QByteArray, bytes);
        const QString file = write(QStringLiteral("file"), bytes);
        const auto report
            = apply(file, errataOf({QStringLiteral("0 answer: x -> z")}), path(QStringLiteral("out")));
        QVERIFY(!report);
        QVERIFY2(report.error().message.contains(file), qPrintable(report.error().message));
        QVERIFY(!report.error().remedy.isEmpty());
        QVERIFY(!QFile::exists(path(QStringLiteral("out"))));
    }

    void writesAndReadsItself()
    {
        Errata errata
            = errataOf({QStringLiteral("a/1 answer: B -> C"), QStringLiteral("2 question: x -> y \"z\"\n"),
                QStringLiteral("2 accepted_answers: u / v -> -"), QStringLiteral("3 option AB: - -> w")});
        errata.source = {QStringLiteral("trees.tsv"), sha256("trees")};
        errata.target = ErrataVersion{QStringLiteral("trees2.tsv"), sha256("trees2")};
        errata.changes[0].position = 7;
        errata.changes[0].beforeOption = QStringLiteral("elm");
        errata.changes[0].grounds = {{QStringLiteral("label_incorrect")}, {QStringLiteral("11 of 12 say C")},
            {{QStringLiteral("kim"), QStringLiteral("2026-01-02T03:04:05Z"),
                QStringLiteral("label_incorrect"), QStringLiteral("confirm"), QString(),
                QStringLiteral("a note")}}};
        errata.removals.append({QStringLiteral("9"), 3, errata.changes.at(0).grounds});
        errata.added = QStringList{QStringLiteral("10")};
        const QByteArray json = errata.toJson();
        QVERIFY(json.startsWith("{\n  \"kind\": \"errata\",\n  \"version\": 1,\n"));
        const auto read = Errata::fromJson(json, QStringLiteral("e.json"));
        QVERIFY_RESULT(read);
        QCOMPARE(read->toJson(), json);
        QCOMPARE(read->changes.at(0).grounds.agreed.at(0).annotator, QStringLiteral("kim"));
        QCOMPARE(read->changes.at(1).after, QStringList{QStringLiteral("y \"z\"\n")});
        QCOMPARE(read->changes.at(2).before, (QStringList{QStringLiteral("u"), QStringLiteral("v")}));
        QCOMPARE(read->source.sha256, errata.source.sha256);
    }

    void tellsWhatIsWrongWithAPatch_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& json, ErrorCode code, const char* said) {
            QTest::newRow(name) << json << code << QString::fromLatin1(said);
        };
        const auto with = [](const QByteArray& change) -> QByteArray {
            return "{\"kind\": \"errata\", \"version\": 1, \"changes\": [{\"sample\": 1, \"field\": "
                   "\"answer\", "
                   "\"old\": \"a\", \"new\": \"b\"}, "
                + change + "]}";
        };
        row("no JSON", "index\tquestion\n", ErrorCode::WrongKind, "line 1");
        row("cut off", "{\"kind\": \"errata\",\n \"version\": ", ErrorCode::WrongKind, "line 2");
        row("something else", "{\"kind\": \"strategy\"}", ErrorCode::WrongKind, "\"kind\": \"errata\"");
        row("a list", "[1]", ErrorCode::WrongKind, "\"kind\": \"errata\"");
        row("newer", "{\"kind\": \"errata\", \"version\": 2}", ErrorCode::NewerVersion, "version 2");
        row("without a version", "{\"kind\": \"errata\"}", ErrorCode::InvalidInput, "version");
        row("changes that are none", "{\"kind\": \"errata\", \"version\": 1, \"changes\": {}}",
            ErrorCode::InvalidInput, "changes: expected a list");
        row("a change that is none", with("3"), ErrorCode::InvalidInput, "changes[1]: expected an object");
        row("no sample", with(R"({"field": "answer", "old": "a", "new": "b"})"), ErrorCode::InvalidInput,
            "changes[1].sample");
        row("an unknown field", with(R"({"sample": "2", "field": "image", "old": "a", "new": "b"})"),
            ErrorCode::InvalidInput, "changes[1].field: expected question");
        row("nothing new", with(R"({"sample": "2", "field": "answer", "old": "a"})"), ErrorCode::InvalidInput,
            "changes[1].new");
        row("a list for a text", with(R"({"sample": "2", "field": "answer", "old": ["a"], "new": "b"})"),
            ErrorCode::InvalidInput, "changes[1].old: expected a text");
        row("a text for a list",
            with(R"({"sample": "2", "field": "accepted_answers", "old": "a", "new": []})"),
            ErrorCode::InvalidInput, "changes[1].old: expected a list of texts");
        row("voices that are none",
            with(R"({"sample": "2", "field": "answer", "old": "a", "new": "b", "agreed": ["kim"]})"),
            ErrorCode::InvalidInput, "changes[1].agreed[0]: expected an object");
    }
    void tellsWhatIsWrongWithAPatch()
    {
        QFETCH(QByteArray, json);
        QFETCH(ErrorCode, code);
        QFETCH(QString, said);
        const QString file = write(QStringLiteral("patch.json"), json);
        const auto read = Errata::read(file);
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QVERIFY2(read.error().message.contains(file) && read.error().message.contains(said),
            qPrintable(read.error().message));
        QVERIFY(!read.error().remedy.isEmpty());
    }

    void correctedKeysOfRealData_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("MATH-V") << QStringLiteral("mathv/samples.jsonl");
        QTest::newRow("MMMU-Pro") << QStringLiteral("mmmu/mmmu_pro_samples.jsonl");
        QTest::newRow("MMLU-Pro") << QStringLiteral("mmlu_pro/questions.jsonl");
        QTest::newRow("MMBench, circular") << QStringLiteral("mmbench_circular/samples_and_predictions.csv");
        QTest::newRow("MMLU-Redux, mark and CR LF")
            << QStringLiteral("mmlu_redux/raw_csv_examples/mmlu_anatomy.csv");
        QTest::newRow("MMLU-Redux, quotes in lists")
            << QStringLiteral("mmlu_redux/raw_csv_examples/mmlu_virology.csv");
        QTest::newRow("PuzzleVQA") << QStringLiteral("puzzlevqa/samples.jsonl");
    }
    void correctedKeysOfRealData()
    {
        QFETCH(QString, file);
        const QString original = winnow::test::sharedData(file);
        if (original.isEmpty()) {
            QSKIP("the real data is not beside the checkout");
        }
        // Every fifth choice gets its next option for an answer: a patch, from nothing but the samples.
        SilentProgress progress;
        const auto self = compareVersions(original, original, QStringLiteral("real"), {}, progress);
        QVERIFY_RESULT(self);
        QVERIFY2(self->errata.isEmpty() && self->errata.added.isEmpty(), "a file differs from itself");
        const auto look = SampleFile::look(original, {}, {});
        QVERIFY_RESULT(look);
        Errata errata;
        SampleReader reader(look->mapping);
        SampleDraft draft;
        std::vector<DraftIssue> issues;
        QSet<QString> seen;
        RecordLoop loop;
        loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
            if (reader.read(record, source.columns(), draft, issues) && record.row % 5 == 0) {
                const SampleText text = SampleText::of(draft);
                const QString index = QString::fromUtf8(draft.index.data(), qsizetype(draft.index.size()));
                const int gold = optionPosition(text.gold, text.options.size());
                const int next = (gold + 1) % int(std::max<qsizetype>(1, text.options.size()));
                if (gold >= 0 && !seen.contains(index) && text.options.count(text.options.at(gold)) == 1
                    && text.options.count(text.options.at(next)) == 1) {
                    errata.changes.append(change(index, kErrataAnswer, {text.gold}, {optionLetter(next)}));
                }
                seen.insert(index);
            }
            return true;
        };
        QVERIFY_RESULT(loop.run(original, {}));
        QVERIFY2(errata.changes.size() > 5, qPrintable(original));
        const QString out = path(QStringLiteral("real"));
        const auto report = apply(original, errata, out);
        QVERIFY_RESULT(report);
        QCOMPARE(report->count(Kind::Applied), errata.changes.size());
        QVERIFY(contentOf(out) != contentOf(original));
        const auto back = apply(out, reversed(errata), path(QStringLiteral("back")));
        QVERIFY_RESULT(back);
        QCOMPARE(back->count(Kind::Applied), errata.changes.size());
        QVERIFY2(contentOf(path(QStringLiteral("back"))) == contentOf(original), "not a byte differs");
        const auto compared = compareVersions(original, out, QStringLiteral("real"), {}, progress);
        QVERIFY_RESULT(compared);
        QCOMPARE(compared->errata.changes.size(), errata.changes.size());
    }
};

QTEST_GUILESS_MAIN(TestErrata)
#include "tst_errata.moc"
