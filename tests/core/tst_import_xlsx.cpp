// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Workbooks as tables: their values as typed, what they lost, and what is refused of them.

#include "core/import/linter.h"
#include "core/import/recordloop.h"
#include "tests/core/importhelp.h"
#include "tests/support/workbook.h"

#include <QTest>

#include <algorithm>

using namespace winnow;
using namespace winnow::test;

namespace {

struct Contents {
    QStringList columns;
    QVector<QStringList> rows;
    QVector<qint64> lines;
    QVector<RecordProblem> problems;
    std::vector<CellLoss> losses;
    QStringList notes;
    QString layout;
    /// Of the last cell of the last row.
    CellKind kind = CellKind::Absent;
};

Result<Contents> readAll(const QString& path, const ReadLimits& limits = {})
{
    Contents contents;
    RecordLoop loop;
    loop.bad = [&](const RecordProblem& problem) {
        contents.problems.append(problem);
        return true;
    };
    loop.lost = [&](const CellLoss& loss) { contents.losses.push_back(loss); };
    loop.take = [&](const RawRecord& record, const RecordSource&) -> Result<bool> {
        contents.rows.append(rowOf(record));
        contents.lines.append(record.line);
        contents.kind = record.cells.empty() ? contents.kind : record.cells.back().kind;
        return true;
    };
    loop.end = [&](const RecordSource& source) {
        contents.columns = source.columns().all();
        contents.notes = source.notes().english();
        contents.layout = source.layoutName();
    };
    WINNOW_TRY(loop.run(path, limits));
    return contents;
}

QByteArray headed(const QByteArray& rows)
{
    return "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>value</t></is></c></row>" + rows;
}

QByteArray styles()
{
    return "<numFmts count=\"4\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd;@\"/>"
           "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/>"
           "<numFmt numFmtId=\"166\" formatCode=\"0.0 &quot;days&quot;\"/>"
           "<numFmt numFmtId=\"167\" formatCode=\"[Red]#,##0.00\"/></numFmts>"
           "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs>"
           "<cellXfs count=\"8\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
           "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"22\"/>"
           "<xf numFmtId=\"20\"/></cellXfs>";
}

} // namespace

class TestImportXlsx : public QObject {
    Q_OBJECT

private slots:
    void valuesComeAsTyped_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("number");
        const auto text = [](const char* name, const QByteArray& cell, const char* value) {
            QTest::newRow(name) << cell << QString::fromUtf8(value) << false;
        };
        const auto number = [](const char* name, const QByteArray& cell, const char* value) {
            QTest::newRow(name) << cell << QString::fromUtf8(value) << true;
        };
        text("shared", "<c r=\"A2\" t=\"s\"><v>0</v></c>", "1.10");
        text("shared runs, no pronunciation", "<c r=\"A2\" t=\"s\"><v>1</v></c>", "bold and plain");
        text("shared, escaped", "<c r=\"A2\" t=\"s\"><v>2</v></c>", "a\r\nb");
        text("shared, nearly escaped", "<c r=\"A2\" t=\"s\"><v>3</v></c>", "_x000D_ _x00_ _xZZZZ_ _");
        text("shared, a pair", "<c r=\"A2\" t=\"s\"><v>4</v></c>", "\xf0\x9f\x98\x80\xef\xbf\xbd");
        text("shared, entities", "<c r=\"A2\" t=\"s\"><v>5</v></c>", "a < b & c\n d");
        text("zeros typed as text", "<c r=\"A2\" t=\"inlineStr\"><is><t>007</t></is></c>", "007");
        text("inline runs",
            "<c r=\"A2\" t=\"inlineStr\"><is><r><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r>"
            "<rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></is></c>",
            "a b");
        text("truth typed as text", "<c r=\"A2\" t=\"inlineStr\"><is><t>true</t></is></c>", "true");
        text("truth", "<c r=\"A2\" t=\"b\"><v>1</v></c>", "TRUE");
        text("untruth", "<c r=\"A2\" t=\"b\"><v>0</v></c>", "FALSE");
        text("computed text", "<c r=\"A2\" t=\"str\"><f>A1&amp;1</f><v>x_x000D_</v></c>", "x\r");
        number("computed number", "<c r=\"A2\"><f>1+1</f><v>2</v></c>", "2");
        number("whole", "<c r=\"A2\"><v>3</v></c>", "3");
        number("whole with a point", "<c r=\"A2\" t=\"n\"><v>3.0</v></c>", "3");
        number("index of a rotation", "<c r=\"A2\"><v>1000001</v></c>", "1000001");
        number("a round one", "<c r=\"A2\"><v>1E+6</v></c>", "1000000");
        number("seventeen digits", "<c r=\"A2\"><v>1.1000000000000001</v></c>", "1.1");
        number("a third", "<c r=\"A2\"><v>0.33333333333333331</v></c>", "0.3333333333333333");
        number("negative", "<c r=\"A2\"><v>-12.5</v></c>", "-12.5");
        number("large", "<c r=\"A2\"><v>1.5E+300</v></c>", "1.5e+300");
        number("days in a text", "<c r=\"A2\" s=\"4\"><v>45356</v></c>", "45356");
        number("red", "<c r=\"A2\" s=\"5\"><v>45356</v></c>", "45356");
        number("no date in that year", "<c r=\"A2\" s=\"1\"><v>2958466</v></c>", "2958466");
        number("negative day", "<c r=\"A2\" s=\"1\"><v>-1</v></c>", "-1");
        number("a style that is not there", "<c r=\"A2\" s=\"99\"><v>45356</v></c>", "45356");
        text("date", "<c r=\"A2\" s=\"1\"><v>45356</v></c>", "2024-03-05");
        text("date by its own format", "<c r=\"A2\" s=\"2\"><v>45356</v></c>", "2024-03-05");
        text("date and time", "<c r=\"A2\" s=\"6\"><v>45356.57291666666</v></c>", "2024-03-05T13:45:00");
        text("milliseconds", "<c r=\"A2\" s=\"6\"><v>45356.000001157405</v></c>", "2024-03-05T00:00:00.100");
        text("time", "<c r=\"A2\" s=\"7\"><v>0.5</v></c>", "12:00:00");
        text("hours of days", "<c r=\"A2\" s=\"3\"><v>1.5</v></c>", "36:00:00");
        text("first day", "<c r=\"A2\" s=\"1\"><v>1</v></c>", "1900-01-01");
        text("last before the fault", "<c r=\"A2\" s=\"1\"><v>59</v></c>", "1900-02-28");
        text("the day that never was", "<c r=\"A2\" s=\"1\"><v>60</v></c>", "1900-02-29");
        text("first after it", "<c r=\"A2\" s=\"1\"><v>61</v></c>", "1900-03-01");
        text("date as such", "<c r=\"A2\" t=\"d\"><v>2024-03-05</v></c>", "2024-03-05");
        text("prefixed names", "<x:c xmlns:x=\"u\" r=\"A2\" t=\"str\"><x:v>y</x:v></x:c>", "y");
    }
    void valuesComeAsTyped()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QString, value);
        QFETCH(bool, number);
        const QTemporaryDir folder;
        Workbook book = Workbook::of(headed("<row r=\"2\">" + cell + "</row>"),
            "<si><t>1.10</t></si>"
            "<si><r><t>bold</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> and plain</t></r>"
            "<rPh sb=\"0\" eb=\"4\"><t>boldo</t></rPh></si>"
            "<si><t>a_x000D_\nb</t></si><si><t>_x005F_x000D_ _x00_ _xZZZZ_ _</t></si>"
            "<si><t>_xD83D__xDE00__xD83D_</t></si><si><t>a &lt; b &amp; c&#10; d</t></si>");
        book.styles = styles();
        const auto contents = readAll(book.write(folder.filePath(QStringLiteral("any.xlsx"))));
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->columns, QStringList{QStringLiteral("value")});
        QCOMPARE(contents->rows, QVector<QStringList>{{value}});
        QCOMPARE(contents->kind, number ? CellKind::Number : CellKind::Text);
        QVERIFY(contents->losses.empty());
        QVERIFY(contents->problems.isEmpty());
    }

    void daysFrom1904_data()
    {
        QTest::addColumn<QByteArray>("serial");
        QTest::addColumn<QString>("date");
        QTest::newRow("first") << QByteArray("0") << QStringLiteral("1904-01-01");
        QTest::newRow("no fault") << QByteArray("60") << QStringLiteral("1904-03-01");
        QTest::newRow("later") << QByteArray("43894") << QStringLiteral("2024-03-05");
    }
    void daysFrom1904()
    {
        QFETCH(QByteArray, serial);
        QFETCH(QString, date);
        const QTemporaryDir folder;
        Workbook book
            = Workbook::of(headed("<row r=\"2\"><c r=\"A2\" s=\"1\"><v>" + serial + "</v></c></row>"));
        book.styles = styles();
        book.properties = "date1904=\"1\"";
        const auto contents = readAll(book.write(folder.filePath(QStringLiteral("old.xlsx"))));
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->rows, QVector<QStringList>{{date}});
    }

    void rowsAndColumns_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<QVector<QStringList>>("read");
        QTest::addColumn<QVector<qint64>>("lines");
        using Rows = QVector<QStringList>;
        using Lines = QVector<qint64>;
        const auto names = [](const char* text) { return QString::fromUtf8(text).split(u'|'); };
        const auto cell = [](const char* reference, const char* text) -> QByteArray {
            return QByteArray("<c r=\"") + reference + "\" t=\"str\"><v>" + text + "</v></c>";
        };
        const QByteArray head = textRow(names("a|b|c"));
        QTest::newRow("without references") << QByteArray(head + textRow(names("1|2|3"))) << names("a|b|c")
                                            << Rows{names("1|2|3")} << Lines{2};
        QTest::newRow("gaps") << QByteArray(
            head + "<row r=\"7\">" + cell("A7", "1") + cell("C7", "3") + "</row>")
                              << names("a|b|c") << Rows{names("1|-|3")} << Lines{7};
        QTest::newRow("a row that ends early")
            << QByteArray(head + "<row r=\"2\">" + cell("A2", "1") + "</row>") << names("a|b|c")
            << Rows{names("1|-|-")} << Lines{2};
        QTest::newRow("a row without a number")
            << QByteArray(head + "<row r=\"9223372036854775807\">" + cell("A", "1") + "</row><row r=\"-4\">"
                   + cell("A-4", "2") + "</row>")
            << names("a|b|c") << Rows{names("1|-|-"), names("2|-|-")} << Lines{2, 3};
        QTest::newRow("empty rows") << QByteArray(head
            + "<row r=\"2\"/><row r=\"3\"><c r=\"A3\" s=\"1\"/></row>"
              "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t></t></is></c></row>"
            + "<row r=\"9\">" + cell("B9", "x") + "</row>")
                                    << names("a|b|c") << Rows{names("-|x|-")} << Lines{9};
        QTest::newRow("repeated and blank names")
            << QByteArray(textRow(names("a| a ||a")) + textRow(names("1|2|3|4")))
            << names("a|a (2)|a (3)|column 3") << Rows{names("1|2|4|3")} << Lines{2};
        QTest::newRow("empty columns behind") << QByteArray(textRow(names("a|b||")) + textRow(names("1|2||")))
                                              << names("a|b") << Rows{names("1|2")} << Lines{2};
        QTest::newRow("a table that begins further in") << QByteArray("<row r=\"3\">" + cell("C3", "a")
            + cell("D3", "b") + "</row><row r=\"4\">" + cell("C4", "1") + cell("D4", "2") + "</row>")
                                                        << names("a|b") << Rows{names("1|2")} << Lines{4};
        QTest::newRow("a value beside the table")
            << QByteArray(head + "<row r=\"2\">" + cell("A2", "1") + cell("AB2", "note") + "</row>")
            << names("a|b|c|column 28") << Rows{names("1|-|-|note")} << Lines{2};
        QTest::newRow("a header without rows") << head << names("a|b|c") << Rows{} << Lines{};
    }
    void rowsAndColumns()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QStringList, columns);
        QFETCH(QVector<QStringList>, read);
        QFETCH(QVector<qint64>, lines);
        const QTemporaryDir folder;
        const auto contents = readAll(Workbook::of(rows).write(folder.filePath(QStringLiteral("t.xlsx"))));
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->columns, columns);
        QCOMPARE(contents->rows, read);
        QCOMPARE(contents->lines, lines);
    }

    void lostValuesAreTold_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("calculation");
        QTest::addColumn<QString>("found");
        const QByteArray asks("fullCalcOnLoad=\"1\"");
        QTest::newRow("error") << QByteArray("<c r=\"B2\" t=\"e\"><v>#N/A</v></c>") << QByteArray()
                               << QStringLiteral("Sheet1!B2: the error #N/A");
        QTest::newRow("computed error") << QByteArray("<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
                                        << QByteArray() << QStringLiteral("Sheet1!B2: the error #DIV/0!");
        QTest::newRow("no value") << QByteArray("<c r=\"B2\"><f>A2+1</f></c>") << QByteArray()
                                  << QStringLiteral("Sheet1!B2: a formula that was never computed, =A2+1");
        QTest::newRow("empty value") << QByteArray("<c r=\"B2\"><f>A2+1</f><v></v></c>") << asks
                                     << QStringLiteral("Sheet1!B2: a formula that was never computed, =A2+1");
        // A reply that begins with = as XlsxWriter writes it.
        QTest::newRow("0 for all") << QByteArray("<c r=\"B2\"><f> 5, so B</f><v>0</v></c>") << asks
                                   << QStringLiteral(
                                          "Sheet1!B2: a formula that was never computed, = 5, so B");
        QTest::newRow("0 is the value")
            << QByteArray("<c r=\"B2\"><f>A2-1</f><v>0</v></c>") << QByteArray() << QString();
        QTest::newRow("value of a writer that asks")
            << QByteArray("<c r=\"B2\"><f>A2-1</f><v>4</v></c>") << asks << QString();
        QTest::newRow("empty text") << QByteArray("<c r=\"B2\" t=\"str\"><f>\"\"</f><v></v></c>")
                                    << QByteArray() << QString();
    }
    void lostValuesAreTold()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, calculation);
        QFETCH(QString, found);
        const QTemporaryDir folder;
        Workbook book = Workbook::of(textRow({QStringLiteral("index"), QStringLiteral("prediction")})
            + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>" + cell + "</row>");
        book.calculation = calculation;
        const auto contents = readAll(book.write(folder.filePath(QStringLiteral("t.xlsx"))));
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->rows.size(), 1);
        QCOMPARE(int(contents->losses.size()), found.isEmpty() ? 0 : 1);
        if (!found.isEmpty()) {
            const CellLoss& loss = contents->losses.front();
            QVERIFY(!loss.cut);
            QCOMPARE(loss.place.found.english(), found);
            QCOMPARE(loss.place.column, QStringLiteral("prediction"));
            QCOMPARE(loss.place.line, 2);
            QCOMPARE(contents->rows.first().value(1), QStringLiteral("-"));
        }
    }

    void cutTextsAreTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("cut");
        const QString smile = QString::fromUtf8("\xf0\x9f\x98\x80");
        QTest::newRow("shorter") << QString(32766, u'x') << false;
        QTest::newRow("full") << QString(32767, u'x') << true;
        QTest::newRow("full of Korean") << QString(32767, QChar(0xac00)) << true;
        QTest::newRow("full by units") << QString(QString(32765, u'x') + smile) << true;
        QTest::newRow("full by characters") << QString(QString(32766, u'x') + smile) << true;
        QTest::newRow("longer") << QString(32769, u'x') << false;
    }
    void cutTextsAreTold()
    {
        QFETCH(QString, text);
        QFETCH(bool, cut);
        const QTemporaryDir folder;
        const auto contents
            = readAll(Workbook::of(textRow({QStringLiteral("index"), QStringLiteral("prediction")})
                + textRow({QStringLiteral("1"), text}))
                          .write(folder.filePath(QStringLiteral("t.xlsx"))));
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->rows.size(), 1);
        QCOMPARE(contents->rows.first().last(), text);
        QCOMPARE(int(contents->losses.size()), cut ? 1 : 0);
        QVERIFY(!cut
            || (contents->losses.front().cut
                && contents->losses.front().place.found.contains(QStringLiteral("Sheet1!B2"))));
    }

    void theFirstVisibleTableIsRead()
    {
        const QTemporaryDir folder;
        const QByteArray table = textRow({QStringLiteral("a")}) + textRow({QStringLiteral("1")});
        Workbook book;
        book.sheets
            = {{QStringLiteral("Secret"), table, "hidden"}, {QStringLiteral("Empty"), "<row r=\"1\"/>", {}},
                {QStringLiteral("Data"), textRow({QStringLiteral("b")}) + textRow({QStringLiteral("2")}), {}},
                {QStringLiteral("More"), table, {}}};
        const auto contents = readAll(book.write(folder.filePath(QStringLiteral("t.xlsx"))));
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->columns, QStringList{QStringLiteral("b")});
        QCOMPARE(contents->rows, QVector<QStringList>{{QStringLiteral("2")}});
        QVERIFY(contents->layout.contains(QStringLiteral("Data")));
        QCOMPARE(contents->notes.size(), 1);
        QVERIFY2(contents->notes.first().endsWith(QStringLiteral("Secret, Empty, More")),
            qPrintable(contents->notes.first()));
    }

    void partsStandInAnyOrder()
    {
        const QTemporaryDir folder;
        QByteArray rows = textRow({QStringLiteral("index"), QStringLiteral("question")});
        for (int i = 0; i < 20'000; ++i) {
            rows += textRow({QString::number(i), QString::number(i * 7919LL % 100'003)});
        }
        Members members = Workbook::of(rows).members();
        std::reverse(members.begin(), members.end());
        std::stable_sort(members.begin(), members.end(),
            [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
        QCOMPARE(members.first().first, QStringLiteral("xl/worksheets/sheet1.xml"));
        const QString path = packArchive(folder.filePath(QStringLiteral("t.xlsx")), members);
        QVERIFY(QFileInfo(path).size() > 65536);
        const auto contents = readAll(path);
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->rows.size(), 20'000);
    }

    void whatIsNoTableIsRefused_data()
    {
        QTest::addColumn<Members>("members");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const Members& members, ErrorCode code, const char* told) {
            QTest::newRow(name) << members << code << QString::fromUtf8(told);
        };
        const auto with = [](Members members, const char* part, const QByteArray& xml) {
            for (auto& [name, bytes] : members) {
                if (name == QLatin1String(part)) {
                    bytes = xml;
                }
            }
            return members;
        };
        const auto without = [](Members members, const char* part) {
            members.removeIf([&](const auto& each) { return each.first == QLatin1String(part); });
            return members;
        };
        const Members plain = Workbook::of(
            textRow({QStringLiteral("a")}) + "<row><c t=\"s\"><v>0</v></c></row>", "<si><t>x</t></si>")
                                  .members();
        const char* const sheet = "xl/worksheets/sheet1.xml";
        row("no sheet with anything", Workbook::of("<row r=\"1\"/>").members(), ErrorCode::WrongKind,
            "no visible sheet");
        row("no workbook", without(plain, "xl/workbook.xml"), ErrorCode::Damaged,
            "xl/workbook.xml is missing");
        row("no sheet", without(plain, sheet), ErrorCode::Damaged, "sheet1.xml is missing");
        row("no texts", without(plain, "xl/sharedStrings.xml"), ErrorCode::Damaged,
            "sharedStrings.xml is missing");
        row("no XML", with(plain, sheet, "<worksheet><sheetData><row>"), ErrorCode::Damaged,
            "sheet1.xml cannot be read: no XML from line 1 on");
        row("texts that end early", with(plain, "xl/sharedStrings.xml", "<sst></si>"), ErrorCode::Damaged,
            "sharedStrings.xml cannot be read");
        row("entities without end",
            with(plain, sheet,
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                "\"&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>"),
            ErrorCode::Damaged, "document type");
        row("entity from elsewhere",
            with(plain, sheet,
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet>&a;</worksheet>"),
            ErrorCode::Damaged, "document type");
        row("nested without end", with(plain, sheet, QByteArray("<a>").repeated(100'000)), ErrorCode::Damaged,
            "elements one in the other");
        row("a tag without end", with(plain, sheet, "<worksheet a=\"" + QByteArray(8 << 20, 'x') + "\"/>"),
            ErrorCode::Damaged, "a tag of more than");
        row("xlsb",
            {{QStringLiteral("[Content_Types].xml"), "<Types/>"}, {QStringLiteral("xl/workbook.bin"), "x"}},
            ErrorCode::WrongKind, "xlsb");
        row("ods",
            {{QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.spreadsheet"},
                {QStringLiteral("content.xml"), "<x/>"}},
            ErrorCode::WrongKind, "ods");
        row("docx",
            {{QStringLiteral("[Content_Types].xml"), "<Types/>"},
                {QStringLiteral("word/document.xml"), "<x/>"}},
            ErrorCode::WrongKind, "without sheets");
    }
    void whatIsNoTableIsRefused()
    {
        QFETCH(Members, members);
        QFETCH(ErrorCode, code);
        QFETCH(QString, told);
        const QTemporaryDir folder;
        const QString path = packArchive(folder.filePath(QStringLiteral("any.xlsx")), members);
        const auto contents = readAll(path);
        QVERIFY(!contents);
        QVERIFY2(contents.error().message.contains(told), qPrintable(contents.error().message));
        QVERIFY2(contents.error().message.contains(path), qPrintable(contents.error().message));
        QCOMPARE(contents.error().code, code);
        QVERIFY(!contents.error().remedy.isEmpty());
    }

    void cutOffAndChangedFilesAreDamaged()
    {
        const Bench bench;
        QByteArray rows = textRow({QStringLiteral("index"), QStringLiteral("question")});
        for (int i = 0; i < 3000; ++i) {
            rows += textRow({QString::number(i), QString::number(i * 7919 % 1013)});
        }
        QFile whole(Workbook::of(rows).write(bench.folder.filePath(QStringLiteral("whole.xlsx"))));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        const auto cut = readAll(bench.write(QStringLiteral("cut.xlsx"), bytes.left(bytes.size() / 2)));
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, ErrorCode::Damaged);
        QByteArray changed = bytes;
        for (qsizetype at = bytes.size() / 3; at < bytes.size() / 3 + 40; ++at) {
            changed[at] = char(~changed[at]);
        }
        const auto bad = readAll(bench.write(QStringLiteral("changed.xlsx"), changed));
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, ErrorCode::Damaged);
        QVERIFY2(bad.error().remedy.contains(QStringLiteral("spreadsheet")), qPrintable(bad.error().text()));
    }

    void limitsAreKept()
    {
        const QTemporaryDir folder;
        const QString text(3 << 20, u'x');
        const QString path = Workbook::of(textRow({QStringLiteral("a"), QStringLiteral("b")})
                + textRow({QStringLiteral("1"), QStringLiteral("x")}) + textRow({QStringLiteral("2"), text})
                + "<row r=\"4\"><c r=\"ZZZ4\"><v>1</v></c></row><row r=\"5\"><c r=\"A5\" "
                  "t=\"s\"><v>1</v></c></row>"
                  "<row r=\"6\"><c r=\"A6\" t=\"s\"><v>0</v></c><c r=\"B6\" t=\"s\"><v>0</v></c></row>"
                + "<row r=\"7\"><c r=\"A7\"><v>7</v></c></row>",
            "<si><t>" + QByteArray(600 << 10, 'y') + "</t></si>")
                                 .write(folder.filePath(QStringLiteral("t.xlsx")));
        ReadLimits limits;
        limits.maxRecordBytes = 1 << 20;
        const auto contents = readAll(path, limits);
        REQUIRE_RESULT(contents);
        QCOMPARE(contents->lines, (QVector<qint64>{2, 7}));
        QStringList told;
        for (const RecordProblem& problem : contents->problems) {
            told.append(QStringLiteral("%1 %2").arg(problem.line).arg(problem.found.english()));
        }
        QCOMPARE(told,
            (QStringList{QStringLiteral("3 a row of more than 1048576 bytes"),
                QStringLiteral("4 more than 4096 cells"),
                QStringLiteral("5 a text that the workbook does not hold (Sheet1!A5)"),
                QStringLiteral("6 a row of more than 1048576 bytes")}));
        limits.maxSharedBytes = 500 << 10;
        const auto texts = readAll(path, limits);
        QVERIFY(!texts);
        QCOMPARE(texts.error().code, ErrorCode::LimitExceeded);
        limits = {};
        limits.maxInflatedBytes = 2 << 20;
        const auto inflated = readAll(path, limits);
        QVERIFY(!inflated);
        QCOMPARE(inflated.error().code, ErrorCode::LimitExceeded);
        QVERIFY2(inflated.error().message.contains(QStringLiteral("sheet1.xml")),
            qPrintable(inflated.error().message));
    }

    void predictionsComeAsTheirTsvDoes()
    {
        const QStringList columns = QStringLiteral("index question A B C D answer prediction").split(u' ');
        QByteArray tsv = columns.join(u'\t').toUtf8() + '\n';
        QByteArray rows = textRow(columns);
        for (int i = 1; i <= 40; ++i) {
            const QStringList row{QString::number(i),
                QStringLiteral("How many dots are on picture %1?").arg(i), QStringLiteral("%1 dots").arg(i),
                QStringLiteral("1.%10").arg(i), QStringLiteral("none"), QStringLiteral("all"),
                QStringLiteral("ABCD").mid(i % 4, 1),
                QStringLiteral("It is\n(%1).").arg(QStringLiteral("ABCD").mid(i * i % 4, 1))};
            tsv += '"' + row.join(QStringLiteral("\"\t\"")).toUtf8() + "\"\n";
            rows += "<row><c><v>" + row.first().toUtf8() + "</v></c>" + textRow(row.mid(1)).mid(5);
        }
        const Bench first;
        REQUIRE_RESULT(first.importText(QStringLiteral("llava_v1.5_7b_DotBench.tsv"), tsv));
        const Bench second;
        const auto report = second.import(
            Workbook::of(rows).write(second.folder.filePath(QStringLiteral("llava_v1.5_7b_DotBench.xlsx"))));
        REQUIRE_RESULT(report);
        QCOMPARE(report->rejected, 0);
        QCOMPARE(report->warnings, 0);
        const auto both = [&](const char* sql) {
            const QString one = first.text(QString::fromLatin1(sql));
            QVERIFY2(!one.isEmpty(), sql);
            QCOMPARE(second.text(QString::fromLatin1(sql)), one);
        };
        both("SELECT group_concat(name) FROM datasets");
        both("SELECT group_concat(name) FROM models");
        both("SELECT group_concat(source_index || question || gold, '|') FROM samples");
        both("SELECT group_concat(format || role) FROM imports");
        both("SELECT group_concat(sample_id || ' ' || score) FROM responses");
    }

    void lossesAreIssuesOfTheImport()
    {
        const Bench bench;
        const QStringList names = QStringLiteral("index question answer prediction").split(u' ');
        Workbook book = Workbook::of(textRow(names)
            + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>"
              "<c r=\"B2\" t=\"str\"><v>What is 2 + 3?</v></c><c r=\"C2\"><v>5</v></c>"
              "<c r=\"D2\"><f>5</f><v>0</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\" t=\"str\"><v>And 1 + 1?</v></c>"
              "<c r=\"C3\"><v>2</v></c><c r=\"D3\" t=\"str\"><v>2</v></c></row>");
        book.calculation = "fullCalcOnLoad=\"1\"";
        const QString path = book.write(bench.folder.filePath(QStringLiteral("m_Sums.xlsx")));
        const auto report = bench.import(path);
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.added, 2);
        QCOMPARE(report->warnings, 1);
        QCOMPARE(report->issues.size(), 1);
        QCOMPARE(report->issues.first().line, 2);
        QCOMPARE(report->issues.first().column, QStringLiteral("prediction"));
        QCOMPARE(report->issues.first().severity, ImportIssue::Severity::Warning);
        ImportRequest request;
        request.file = path;
        SilentProgress progress;
        const auto lint = lintFile(request, progress);
        REQUIRE_RESULT(lint);
        QCOMPARE(lint->counts.value(QStringLiteral("lost_cell")), 1);
    }

    void foldersAndZipsOfWorkbooks()
    {
        const Bench bench;
        const auto part = [&](const QString& name, int from) {
            QByteArray rows = textRow(QStringLiteral("id question answer").split(u' '));
            for (int i = from; i < from + 3; ++i) {
                rows += textRow({QString::number(i), QStringLiteral("What is on %1?").arg(i),
                    QStringLiteral("a%1").arg(i)});
            }
            return Workbook::of(rows).write(name);
        };
        QVERIFY(QDir(bench.folder.path()).mkpath(QStringLiteral("set")));
        Members packed;
        for (int i = 0; i < 2; ++i) {
            const QString name = QStringLiteral("part-%1.xlsx").arg(i);
            QFile file(part(bench.folder.filePath(QStringLiteral("set/") + name), 3 * i));
            QVERIFY(file.open(QIODevice::ReadOnly));
            packed.append({name, file.readAll()});
        }
        packed.prepend({QStringLiteral("xl/read me.txt"), "no part of a workbook"});
        // What Excel leaves beside an open workbook.
        bench.write(QStringLiteral("set/~$part-0.xlsx"), "owner");
        const auto folder = readAll(bench.folder.filePath(QStringLiteral("set")));
        REQUIRE_RESULT(folder);
        QCOMPARE(folder->rows.size(), 6);
        const auto zip = readAll(packArchive(bench.folder.filePath(QStringLiteral("set.zip")), packed));
        REQUIRE_RESULT(zip);
        QCOMPARE(zip->rows, folder->rows);
    }
};

QTEST_GUILESS_MAIN(TestImportXlsx)
#include "tst_import_xlsx.moc"
