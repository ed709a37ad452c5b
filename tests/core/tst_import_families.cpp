// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stepstore.h"
#include "tests/core/importhelp.h"

#include <QJsonArray>

using namespace winnow;
using winnow::test::Bench;

namespace {

QStringList list(const char* text)
{
    return text[0] == '\0' ? QStringList() : QString::fromUtf8(text).split(u'|');
}

/// A PNG of one pixel.
const QByteArray kPixel = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

} // namespace

/// Files shaped like the published sets, with the column names that those use.
class TestImportFamilies : public QObject {
    Q_OBJECT

private slots:
    void readsSamples_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("index");
        QTest::addColumn<QString>("question");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("gold");
        QTest::addColumn<QString>("category");
        const auto row = [](const char* name, const QByteArray& bytes, const char* index,
                             const char* question, const char* options, const char* gold,
                             const char* category = "") {
            QTest::newRow(name) << bytes << QString::fromUtf8(index) << QString::fromUtf8(question)
                                << list(options) << QString::fromUtf8(gold) << QString::fromUtf8(category);
        };
        row("MMMU, options as a literal",
            "[{\"id\":\"validation_Art_1\",\"question\":\"<image 1> Who?\",\"options\":\"['Ann', "
            "\\\"Bob's\\\"]\",\"explanation\":\"\",\"image_1\":null,\"img_type\":\"['Portraits']\","
            "\"answer\":\"B\",\"question_type\":\"multiple-choice\",\"subfield\":\"Art\"},\n"
            "{\"id\":\"validation_Art_2\",\"question\":\"How "
            "many?\",\"options\":\"[]\",\"answer\":\"24\",\"question_type\":\"short-answer\",\"subfield\":"
            "\"Art\"}]",
            "validation_Art_1", "<image 1> Who?", "Ann|Bob's", "B", "Art");
        row("MMMU, open question",
            "[{\"id\":\"validation_Art_1\",\"question\":\"Who?\",\"options\":\"['Ann', "
            "'Bob']\",\"answer\":\"B\",\"subfield\":\"Art\"},\n"
            "{\"id\":\"validation_Art_2\",\"question\":\"How many?\",\"options\":\"[]\",\"answer\":\"['24', "
            "'twenty-four']\",\"subfield\":\"Art\"}]",
            "validation_Art_2", "How many?", "", "24", "Art");
        row("MathVista by key, answer is the text",
            "{\"1\":{\"question\":\"How "
            "big?\",\"image\":\"images/"
            "1.jpg\",\"choices\":[\"3\",\"5\"],\"unit\":null,\"precision\":null,\"answer\":\"5\",\"question_"
            "type\":\"multi_choice\",\"answer_type\":\"text\",\"pid\":\"1\",\"metadata\":{\"split\":"
            "\"testmini\",\"category\":\"math-targeted-vqa\",\"skills\":[\"a\"]},\"query\":\"Hint: .. How "
            "big?\"},\n"
            "\"2\":{\"question\":\"Sum?\",\"image\":\"images/"
            "2.jpg\",\"choices\":null,\"answer\":\"1.2\",\"question_type\":\"free_form\",\"pid\":\"2\","
            "\"metadata\":{\"split\":\"testmini\",\"category\":\"general-vqa\"},\"query\":\"x\"}}",
            "1", "How big?", "3|5", "B", "math-targeted-vqa");
        row("ScienceQA by key, answer is an index",
            "{\"1\":{\"question\":\"Which?\",\"choices\":[\"x\",\"y\",\"z\"],\"answer\":2,\"hint\":\"Look.\","
            "\"image\":\"image.png\",\"task\":\"closed choice\",\"grade\":\"grade2\",\"subject\":\"natural "
            "science\",\"topic\":\"biology\",\"split\":\"train\"},\n"
            "\"3\":{\"question\":\"What?\",\"choices\":[\"x\",\"y\"],\"answer\":0,\"hint\":\"\",\"image\":"
            "null,\"subject\":\"natural science\",\"split\":\"test\"}}",
            "1", "Which?", "x|y|z", "C", "natural science");
        row("AI2D, index as text",
            "{\"question\":\"a?\",\"options\":[\"2\",\"3\",\"4\",\"5\"],\"answer\":\"2\",\"image\":\"0.png\"}"
            "\n"
            "{\"question\":\"b?\",\"options\":[\"w\",\"x\",\"y\",\"z\"],\"answer\":\"0\",\"image\":\"1."
            "png\"}",
            "0", "a?", "2|3|4|5", "C");
        row("LLaVA conversations",
            "[{\"id\":\"7\",\"image\":\"a.jpg\",\"conversations\":[{\"from\":\"human\",\"value\":\"<image>"
            "\\nWhat?\"},{\"from\":\"gpt\",\"value\":\"A dog.\"}]},\n"
            "{\"id\":\"8\",\"conversations\":[{\"from\":\"human\",\"value\":\"Hi\"},{\"from\":\"gpt\","
            "\"value\":\"Hello\"}]}]",
            "7", "<image>\nWhat?", "", "A dog.");
        row("ShareGPT messages",
            "{\"id\":\"7\",\"messages\":[{\"role\":\"system\",\"content\":\"Be "
            "kind.\"},{\"role\":\"user\",\"content\":[{\"type\":\"image\"},{\"type\":\"text\",\"text\":"
            "\"What?\"}]},{\"role\":\"assistant\",\"content\":\"A dog.\"}]}",
            "7", "What?", "", "A dog.");
        row("DocVQA answers",
            "{\"questionId\":\"49\",\"question\":\"Date?\",\"image\":\"d.png\",\"docId\":1,\"answers\":[\"1/"
            "8/93\",\"1/8/93.\",\"8 Jan\"],\"data_split\":\"val\"}",
            "49", "Date?", "", "1/8/93");
        row("VQA with ten answers",
            "{\"questions\":[{\"question_id\":5,\"image_id\":9,\"question\":\"Red?\",\"answers\":[{"
            "\"answer\":\"no\",\"answer_id\":1},{\"answer\":\"yes\",\"answer_id\":2},{\"answer\":\"yes\","
            "\"answer_id\":3}]}]}",
            "5", "Red?", "", "yes");
        row("ChartQA",
            "[{\"imgname\":\"c.png\",\"query\":\"Max?\",\"label\":\"14\"},{\"imgname\":\"d.png\",\"query\":"
            "\"Min?\",\"label\":\"2\"}]",
            "c.png", "Max?", "", "14");
        row("imagefolder", "{\"file_name\":\"0001.png\",\"text\":\"What?\",\"label\":\"cat\"}", "0001.png",
            "What?", "", "cat");
        row("choices with labels",
            "{\"id\":\"q\",\"question\":\"Why?\",\"choices\":{\"text\":[\"one\",\"two\"],\"label\":[\"A\","
            "\"B\"]},\"answerKey\":\"B\"}",
            "q", "Why?", "one|two", "B");
        row("options as objects",
            "{\"id\":\"q\",\"question\":\"Why?\",\"options\":[{\"label\":\"A\",\"text\":\"one\"},{\"label\":"
            "\"B\",\"text\":\"two\"}],\"answer\":\"A\"}",
            "q", "Why?", "one|two", "A");
        row("caption is the answer", "{\"id\":\"c\",\"image\":\"a.png\",\"caption\":\"A dog.\"}", "c", "", "",
            "A dog.");
        row("options by number",
            "{\"id\":\"q\",\"question\":\"Why?\",\"options\":\"{'0': 'x', '1': 'y'}\",\"answer\":\"y\"}", "q",
            "Why?", "x|y", "B");
        row("options of ARC by number",
            "{\"id\":\"q\",\"question\":{\"stem\":\"Why?\",\"choices\":[{\"text\":\"x\",\"label\":\"1\"},{"
            "\"text\":\"y\",\"label\":\"2\"}]},\"answerKey\":\"2\"}",
            "q", "Why?", "x|y", "B");
        row("labels beside texts",
            "{\"id\":\"q\",\"question\":\"Why?\",\"choices\":{\"text\":[\"x\",\"y\"],\"label\":[\"1\",\"2\"]}"
            ",\"answerKey\":\"1\"}",
            "q", "Why?", "x|y", "A");
        row("options in one line of the question",
            "{\"id\":\"q\",\"question\":\"Why?\\nOptions: A: It is, so., B: It is not., C: "
            "Both\",\"answer\":\"B\"}",
            "q", "Why?", "It is, so.|It is not.|Both", "B");
        row("choices under a heading",
            "{\"id\":\"q\",\"question\":\"Why?\\nChoices:\\nA:30\\nB:35\",\"answer\":\"A\"}", "q", "Why?",
            "30|35", "A");
        row("options as a dictionary",
            "{\"id\":\"q\",\"question\":\"Why?\",\"options\":{\"A\":\"one\",\"B\":\"two\",\"C\":\"three\"},"
            "\"answer\":\"C\"}",
            "q", "Why?", "one|two|three", "C");
        row(
            "index that counts from one",
            [] {
                QByteArray lines;
                for (int i = 0; i < 30; ++i) {
                    lines += "{\"id\":" + QByteArray::number(i)
                        + ",\"question\":\"q\",\"choices\":[\"w\",\"x\",\"y\"],\"label\":"
                        + QByteArray::number(1 + i % 3) + "}\n";
                }
                return lines;
            }(),
            "2", "q", "w|x|y", "C");
        row("numbered option columns",
            "qid,prompt,option1,option2,option3,correct_option,topic\n4,Why?,a,b,c,option2,law\n", "4",
            "Why?", "a|b|c", "option2", "law");
        row("lettered option columns", "uid;query;option_a;option_b;ground_truth\n4;Why?;a;b;(B)\n", "4",
            "Why?", "a|b", "B");
        row("zero-based option columns and index",
            "idx,question,choice_0,choice_1,choice_2,answer_idx\n4,Why?,a,b,c,0\n5,Why?,a,b,c,2\n", "5",
            "Why?", "a|b|c", "C");
        row("letters in the text of one cell",
            "id,question,options,answer\n4,Why?,\"A. red\nB. green\nC. blue\",C\n", "4", "Why?",
            "red|green|blue", "C");
        row("letters in one line", "id,question,choices,gt\n4,Why?,(A) red (B) green,B\n", "4", "Why?",
            "red|green", "B");
        row("options in the question",
            "id,question,answer\n4,\"Why?\nA. red\nB. green\nAnswer:\",B\n5,\"How?\nA. x\nB. y\nC. "
            "z\nAnswer:\",A\n",
            "4", "Why?", "red|green", "B");
        row("numpy print", "id,question,options,answer\n4,Why?,\"['red' 'green']\",B\n", "4", "Why?",
            "red|green", "B");
        row("keys through a float column", "id,question,answer\n4.0,Why?,x\n", "4", "Why?", "", "x");
        row("inspect dataset",
            "{\"input\":\"Why?\",\"choices\":[\"x\",\"y\"],\"target\":\"B\",\"id\":\"s1\"}", "s1", "Why?",
            "x|y", "B");
        row("gold beyond the options is kept", "id,question,A,B,answer\n4,Why?,x,y,E\n", "4", "Why?", "x|y",
            "E");
        row("unicode and tabs",
            "index\tquestion\tA\tB\tanswer\n1\t\"\xec\x99\x9c?\tso\"\t\xea\xb0\x80\t\xeb\x82\x98\tA\n", "1",
            "\xec\x99\x9c?\tso", "\xea\xb0\x80|\xeb\x82\x98", "A");
    }
    void readsSamples()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, index);
        QFETCH(QString, question);
        QFETCH(QStringList, options);
        QFETCH(QString, gold);
        QFETCH(QString, category);
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("file"), bytes, QStringLiteral("set"));
        REQUIRE_RESULT(report);
        QCOMPARE(report->rejected, 0);
        QCOMPARE(report->responses.total(), 0);
        const Sample sample = bench.sample(QStringLiteral("set/") + index);
        QVERIFY2(sample.id, "no sample of that index");
        QCOMPARE(sample.question, question);
        QCOMPARE(sample.options, options);
        QCOMPARE(sample.gold, gold);
        QCOMPARE(sample.category, category);
    }

    void readsResponses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<double>("score");
        const auto row = [](const char* name, const QByteArray& bytes, const char* model, const char* answer,
                             double score) {
            QTest::newRow(name) << bytes << QString::fromUtf8(model) << QString::fromUtf8(answer) << score;
        };
        row("letter", "sample_id,model,prediction\ns1,m,B\n", "m", "B", 1);
        row("lower case in brackets", "id,model_name,pred\ns1,m,(b)\n", "m", "B", 1);
        row("text of an option", "id,model,response\ns1,m,green\n", "m", "B", 1);
        row("long text", "id,model,output\ns1,m,\"I compare.\nThe answer is C.\"\n", "m", "C", 0);
        row("score of the source wins", "id,model,response,correct\ns1,m,who knows,True\n", "m", "", 1);
        row("percent", "id,model,response,score\ns1,m,B,40\ns2,m,x,100\n", "m", "B", 0.4);
        row("words for verdicts", "id,model,response,correctness\ns1,m,B,incorrect\n", "m", "B", 0);
        row("one object a key", "{\"s1\":\"B\",\"s2\":\"4\"}", "file", "B", 1);
        row("LLaVA answers",
            "{\"question_id\":\"s1\",\"prompt\":\"Why?\",\"text\":\"B\",\"answer_id\":\"x\",\"model_id\":"
            "\"llava\",\"metadata\":{}}",
            "llava", "B", 1);
        row("lmms-eval samples",
            "{\"doc_id\":\"s1\",\"input\":\"Why?\",\"target\":\"B\",\"filtered_resps\":[\"B\"],\"doc_hash\":"
            "\"abc\",\"exact_match\":1.0}",
            "file", "B", 1);
        row("lm-eval nested responses",
            "{\"doc_id\":\"s1\",\"doc\":{\"q\":\"Why?\"},\"target\":\"B\",\"resps\":[[\"C\"]],\"filtered_"
            "resps\":[\"C\"],\"acc\":0.0}",
            "file", "C", 0);
        row("DatBench report",
            "{\"summary\":{\"overall_accuracy\":1},\"results\":[{\"id\":\"s1\",\"score\":1.0,\"vlm_output\":"
            "\"B\",\"ground_truth\":\"B\",\"is_correct\":true,\"metadata\":{\"dataset\":\"d\"}}]}",
            "file", "B", 1);
        row("MMMU-Pro output",
            "{\"id\":\"s1\",\"response\":\"Answer: "
            "B\",\"pred_indexs\":\"B\",\"if_right\":true,\"answer\":\"B\"}",
            "file", "B", 1);
        row("wide", "sample_id,gpt-4o,llava-7b\ns1,B,A\ns2,4,5\n", "gpt-4o", "B", 1);
        row("wide verdicts", "sample_id,gpt-4o,llava-7b\ns1,0,1\ns2,1,1\n", "gpt-4o", "", 0);
        row("pairs of columns", "id,gpt_prediction,gpt_correct,yi_prediction,yi_correct\ns1,B,1,A,0\n", "gpt",
            "B", 1);
        row("answer beside the key", "question_id,answer,gt\ns1,B,B\ns2,4,4\n", "file", "B", 1);
        row("echoed prompt", "id,model,response\ns1,m,\"USER: Why?\nA. red\nB. green\nASSISTANT: B\"\n", "m",
            "B", 1);
    }
    void readsResponses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, model);
        QFETCH(QString, answer);
        QFETCH(double, score);
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("samples.jsonl"),
            "{\"id\":\"s1\",\"question\":\"Why?\",\"options\":[\"red\",\"green\",\"blue\"],\"answer\":\"B\"}"
            "\n"
            "{\"id\":\"s2\",\"question\":\"Many?\",\"options\":[],\"answer\":\"4\"}",
            QStringLiteral("set")));
        const auto report = bench.importText(QStringLiteral("file"), bytes);
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("set"));
        QCOMPARE(report->samples.total(), 0);
        QCOMPARE(report->rejected, 0);
        const QString where
            = QStringLiteral(
                " FROM responses p JOIN samples s ON s.id = p.sample_id JOIN runs r ON r.id = p.run_id"
                " JOIN models m ON m.id = r.model_id WHERE s.source_index = 's1' AND m.name = '%1'")
                  .arg(model == QLatin1String("file") ? QStringLiteral("%1").arg(report->runs.front().model)
                                                      : model);
        QCOMPARE(bench.count(QString(QStringLiteral("SELECT count(*)") + where)), 1);
        QCOMPARE(bench.text(QString(QStringLiteral("SELECT p.answer") + where)), answer);
        QCOMPARE(bench.text(QString(QStringLiteral("SELECT p.score") + where)).toDouble(), score);
    }

    void missingIsNeverWrong()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("a.csv"),
            "id,question,A,B,answer\n1,q,x,y,A\n2,q,x,y,A\n3,q,x,y,A\n4,q,x,y,A\n", QStringLiteral("set")));
        const auto report = bench.importText(QStringLiteral("r.csv"),
            "id,model,prediction\n1,m,\n2,m,nan\n3,m,Failed to obtain answer via API.\n4,m,no idea\n");
        REQUIRE_RESULT(report);
        QCOMPARE(report->missingResponses, 3);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM responses WHERE score IS NULL")), 3);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM responses WHERE score = 0")), 1);
    }

    void conditionsAndSettings_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("setting");
        const auto row = [](const char* told, const char* condition, const char* setting) {
            QTest::newRow(told) << QString::fromLatin1(told) << QString::fromLatin1(condition)
                                << QString::fromLatin1(setting);
        };
        row("with_image", "standard", "");
        row("with_image_cot", "standard", "cot");
        row("blind_text_only_cot", "blind", "cot");
        row("text-only", "blind", "");
        row("no_image", "blind", "");
        row("no_question", "no_question", "");
        row("without_question_cot", "no_question", "cot");
        row("no-info", "no_info", "");
        row("standard_10options_cot", "standard", "10options_cot");
        row("standard_10options_direct", "standard", "10options_direct");
        row("vision_only_cot", "standard", "vision_only_cot");
        row("text_plus_image_caption_cot", "standard", "text_plus_image_caption_cot");
        row("baseline_no_model", "blind", "");
        row("oe", "open_ended", "");
        row("open_ended", "open_ended", "");
        row("circular", "circular", "");
        row("choices_only", "choices_only", "");
        row("something else", "standard", "something else");
    }
    void conditionsAndSettings()
    {
        QFETCH(QString, told);
        QFETCH(QString, condition);
        QFETCH(QString, setting);
        const ConditionReading reading = readCondition(told);
        QCOMPARE(conditionId(reading.condition), condition);
        QCOMPARE(reading.setting, setting);
    }

    void vlmEvalKitTsv()
    {
        const Bench bench;
        const QByteArray image = kPixel.toBase64();
        const auto report = bench.importText(QStringLiteral("Set.tsv"),
            "index\tquestion\thint\tA\tB\tC\tanswer\tcategory\tl2-category\tsplit\timage\n"
            "1\tone?\t\tx\ty\tz\tA\tcat\tL2\tdev\t"
                + image
                + "\n"
                  "2\ttwo?\tlook\tx\ty\t\tB\tcat\tL2\tdev\t1\n"
                  "3\tthree?\t\tx\ty\tz\tC\tcat\tL2\tdev\t\"['"
                + image + "', '" + image
                + "']\"\n"
                  "1000001\tone?\t\ty\tz\tx\tC\tcat\tL2\tdev\t1\n");
        REQUIRE_RESULT(report);
        QCOMPARE(report->format, QStringLiteral("vlmevalkit_tsv"));
        QCOMPARE(report->dataset, QStringLiteral("Set"));
        QCOMPARE(report->samples.added, 3);
        QCOMPARE(report->rotations, 1);
        const Sample one = bench.sample(QStringLiteral("Set/1"));
        QCOMPARE(one.capability, QStringLiteral("L2"));
        QCOMPARE(one.images.size(), 1);
        QCOMPARE(one.images.front().state, ImageState::Ok);
        QCOMPARE(one.images.front().format, QStringLiteral("png"));
        QVERIFY(one.images.front().path.isEmpty());
        QCOMPARE(bench.project->imageBytes(one.images.front().sha256).value_or(QByteArray()), kPixel);
        QCOMPARE(one.rotations.size(), 1);
        QCOMPARE(one.rotations.front().shift, 1);
        QCOMPARE(one.rotations.front().permutation, QStringLiteral("BCA"));
        const Sample two = bench.sample(QStringLiteral("Set/2"));
        QCOMPARE(two.hint, QStringLiteral("look"));
        QCOMPARE(two.options.size(), 2);
        QCOMPARE(two.images.size(), 1);
        QCOMPARE(two.images.front().sha256, one.images.front().sha256);
        QCOMPARE(bench.sample(QStringLiteral("Set/3")).images.size(), 2);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM images")), 1);

        const auto again = bench.import(report->file);
        REQUIRE_RESULT(again);
        QCOMPARE(again->samples.unchanged, 3);
        QCOMPARE(again->samples.changed, 0);
    }

    void embeddedImagesAsStructs()
    {
        const Bench bench;
        const auto report = bench.importText(QStringLiteral("hf.json"),
            "[{\"id\":1,\"question\":\"q\",\"answer\":\"a\",\"image\":{\"bytes\":\"" + kPixel.toBase64()
                + "\",\"path\":\"x.png\"}}]",
            QStringLiteral("set"));
        REQUIRE_RESULT(report);
        QCOMPARE(bench.sample(QStringLiteral("set/1")).images.value(0).state, ImageState::Ok);
        const auto list = bench.importText(QStringLiteral("list.jsonl"),
            "{\"id\":1,\"question\":\"q\",\"images\":[\"data:image/png;base64," + kPixel.toBase64()
                + "\",\"no.png\"]}\n",
            QStringLiteral("two"));
        REQUIRE_RESULT(list);
        const Sample sample = bench.sample(QStringLiteral("two/1"));
        QCOMPARE(sample.images.size(), 2);
        QCOMPARE(sample.images.at(0).state, ImageState::Ok);
        QCOMPARE(sample.images.at(1).state, ImageState::Missing);
    }

    void findsImages_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("named");
        QTest::newRow("beside") << QStringLiteral("a.png") << QStringLiteral("a.png");
        QTest::newRow("in images") << QStringLiteral("images/a.png") << QStringLiteral("a.png");
        QTest::newRow("with the folder") << QStringLiteral("images/a.png") << QStringLiteral("images/a.png");
        QTest::newRow("in images of the set")
            << QStringLiteral("images/set/a.png") << QStringLiteral("a.png");
        QTest::newRow("recompressed") << QStringLiteral("images/a.jpeg") << QStringLiteral("a.png");
        QTest::newRow("ScienceQA") << QStringLiteral("images/train/7/image.png")
                                   << QStringLiteral("image.png");
        QTest::newRow("backslashes") << QStringLiteral("images/a.png") << QStringLiteral("images\\\\a.png");
    }
    void findsImages()
    {
        QFETCH(QString, file);
        QFETCH(QString, named);
        const Bench bench;
        bench.write(file, kPixel);
        const auto report = bench.importText(QStringLiteral("data.jsonl"),
            QStringLiteral("{\"id\":7,\"question\":\"q\",\"image\":\"%1\",\"split\":\"train\"}")
                .arg(named)
                .toUtf8(),
            QStringLiteral("set"));
        REQUIRE_RESULT(report);
        const Sample sample = bench.sample(QStringLiteral("set/7"));
        QCOMPARE(sample.images.value(0).state, ImageState::Ok);
        QCOMPARE(sample.images.value(0).path, bench.folder.filePath(file));
        QCOMPARE(sample.images.value(0).width, 1);
    }

    void answersCompleteKnownSamples()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("questions.json"),
            "{\"info\":{},\"questions\":[{\"image_id\":9,\"question\":\"Red?\",\"question_id\":5},"
            "{\"image_id\":9,\"question\":\"Many?\",\"question_id\":6}]}",
            QStringLiteral("vqa")));
        QCOMPARE(bench.sample(QStringLiteral("vqa/5")).gold, QString());
        const auto report = bench.importText(QStringLiteral("annotations.json"),
            "{\"annotations\":[{\"question_id\":5,\"image_id\":9,\"multiple_choice_answer\":\"yes\","
            "\"answers\":["
            "{\"answer\":\"yes\"},{\"answer\":\"no\"},{\"answer\":\"yes\"}]},"
            "{\"question_id\":6,\"image_id\":9,\"multiple_choice_answer\":\"3\",\"answers\":[{\"answer\":"
            "\"3\"}]}]}");
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("vqa"));
        QCOMPARE(report->samples.changed, 2);
        const Sample sample = bench.sample(QStringLiteral("vqa/5"));
        QCOMPARE(sample.question, QStringLiteral("Red?"));
        QCOMPARE(sample.gold, QStringLiteral("yes"));
        QCOMPARE(sample.acceptedAnswers.size(), 3);

        // The results of a model have the same two columns that an answer key could have.
        const auto results = bench.importText(QStringLiteral("blip2.json"),
            "[{\"question_id\":5,\"answer\":\"yes\"},{\"question_id\":6,\"answer\":\"There are 3.\"}]");
        REQUIRE_RESULT(results);
        QCOMPARE(results->responses.added, 2);
        QCOMPARE(results->samples.total(), 0);
        QCOMPARE(bench.accuracy(QStringLiteral("blip2")), 100.0);
    }

    void keysOfOptionsCompleteKnownSamples()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(
            QStringLiteral("q.csv"), "id,question,A,B\nx1,why,red,green\n", QStringLiteral("set")));
        const auto report = bench.importText(QStringLiteral("key.csv"), "id,ground_truth\nx1,green\n");
        REQUIRE_RESULT(report);
        QCOMPARE(report->samples.changed, 1);
        const Sample sample = bench.sample(QStringLiteral("set/x1"));
        QCOMPARE(sample.gold, QStringLiteral("B"));
        QCOMPARE(sample.options.size(), 2);
        QCOMPARE(sample.question, QStringLiteral("why"));
    }

    void otherSamplesUnderTheSameKeysAreNotOverwritten()
    {
        const Bench bench;
        const auto numbered = [](const char* word) {
            QByteArray lines;
            for (int i = 0; i < 12; ++i) {
                lines += QByteArray("{\"question\":\"") + word + QByteArray::number(i) + "?\",\"answer\":\""
                    + word + "\"}\n";
            }
            return lines;
        };
        REQUIRE_RESULT(bench.importText(QStringLiteral("chart/test.jsonl"), numbered("test")));
        const auto second = bench.importText(QStringLiteral("chart/val.jsonl"), numbered("val"));
        REQUIRE_RESULT(second);
        QCOMPARE(second->samples.added, 12);
        QCOMPARE(second->dataset, QStringLiteral("chart_val"));
        QCOMPARE(bench.sample(QStringLiteral("chart/3")).question, QStringLiteral("test3?"));
        const auto again = bench.import(second->file);
        REQUIRE_RESULT(again);
        QCOMPARE(again->dataset, QStringLiteral("chart_val"));
        QCOMPARE(again->samples.unchanged, 12);
        const auto named
            = bench.importText(QStringLiteral("other.jsonl"), numbered("other"), QStringLiteral("chart"));
        QVERIFY(!named);
        QCOMPARE(named.error().code, ErrorCode::AlreadyExists);
    }

    void vlmEvalKitPredictions()
    {
        const Bench bench;
        const QByteArray rows = "1\tone?\tx\ty\tA\tdev\n2\ttwo?\tx\ty\tB\tdev\n";
        REQUIRE_RESULT(bench.importText(QStringLiteral("MMBench_DEV_EN.tsv"),
            QByteArray("index\tquestion\tA\tB\tanswer\tsplit\n" + rows)));
        const auto report = bench.importText(QStringLiteral("LLaVA-7B_MMBench_DEV_EN_openai_result.tsv"),
            "index\tquestion\tA\tB\tanswer\tprediction\thit\tlog\n1\tone?\tx\ty\tA\tA\t1\tok\n2\ttwo?"
            "\tx\ty\tB\tx\t0\tok\n");
        REQUIRE_RESULT(report);
        QCOMPARE(report->dataset, QStringLiteral("MMBench_DEV_EN"));
        QCOMPARE(report->samples.total(), 0);
        QCOMPARE(report->responses.added, 2);
        QCOMPARE(bench.accuracy(QStringLiteral("LLaVA-7B")), 50.0);
    }

    void cocoNumbersFindTheirImages()
    {
        const Bench bench;
        bench.write(QStringLiteral("val2014/COCO_val2014_000000000009.jpg"), kPixel);
        ImportRequest request;
        request.file = bench.write(
            QStringLiteral("q.json"), "[{\"question_id\":5,\"image_id\":9,\"question\":\"Red?\"}]");
        request.dataset = QStringLiteral("vqa");
        request.imagesDir = bench.folder.filePath(QStringLiteral("val2014"));
        request.map = {{QStringLiteral("image"), QStringLiteral("image_id")}};
        const auto report = bench.import(request);
        REQUIRE_RESULT(report);
        QCOMPARE(report->imagesMissing, 0);
        QCOMPARE(bench.sample(QStringLiteral("vqa/5")).images.value(0).state, ImageState::Ok);
    }

    void namesModelsSensibly_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::newRow("VLMEvalKit") << QStringLiteral("/x/GPT4o_MMStar.tsv") << QStringLiteral("GPT4o");
        QTest::newRow("lmms-eval") << QStringLiteral("/x/llava__7b/20250101_120000_samples_MMStar.jsonl")
                                   << QStringLiteral("llava__7b");
        QTest::newRow("own name") << QStringLiteral("/x/qwen-vl.jsonl") << QStringLiteral("qwen-vl");
        QTest::newRow("folder") << QStringLiteral("/x/qwen-vl/output.json") << QStringLiteral("qwen-vl");
    }
    void namesModelsSensibly()
    {
        QFETCH(QString, file);
        QFETCH(QString, name);
        QCOMPARE(modelNameFor(file, QStringLiteral("MMStar")), name);
    }

    void readsSteps_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        // index < parent: step
        QTest::addColumn<QString>("steps");
        // line: what was found
        QTest::addColumn<QString>("issues");
        QTest::addColumn<int>("lost");
        const auto row = [](const char* name, const QByteArray& bytes, const char* steps,
                             const char* issues = "", int lost = 0) {
            QTest::newRow(name) << bytes << QString::fromUtf8(steps) << QString::fromUtf8(issues) << lost;
        };
        row("a question and its steps",
            "id,question,answer,parent_id,step\nq1,How many?,4,,\na,Where?,left,q1,find "
            "it\nb,Which?,red,q1,read it\n",
            "a<q1:find it b<q1:read it");
        row("before the question, nested",
            "id,question,answer,question_parent,step_name\nc,Why?,x,b,say why\nb,Which?,red,q1,read "
            "it\nq1,How "
            "many?,4,,\n",
            "c<b:say why b<q1:read it");
        row("numbers that went through a float column",
            "index,question,answer,parent,subtask\n7,How many?,4,,\n8,Where?,left,7.0,find it\n",
            "8<7:find it");
        row("a name is not needed", "id,question,answer,parent\nq1,How many?,4,\na,Where?,left,q1\n",
            "a<q1:");
        row("a question that is not there",
            "id,question,answer,parent,step\na,Where?,left,q1,find\nb,Which?,red,q1,read\n",
            "a<q1:find b<q1:read", "", 2);
        row("without a question", "id,question,answer,parent,step\nq1,How?,4,,whole\na,Where?,left,q1,find\n",
            "a<q1:find", "2: whole");
        row("of itself", "id,question,answer,parent,step\nq1,How?,4,q1,whole\na,Where?,left,q1,find\n",
            "a<q1:find", "2: q1");
        row("round in circles",
            "id,question,answer,parent,step\nq1,How?,4,b,whole\na,Where?,left,q1,find\nb,Which?,red,a,"
            "read\nc,Why?,x,b,say\n",
            "c<b:say", "2: q1, b, a, q1 3: a, q1, b, a 4: b, a, q1, b");
        // Without keys there is nothing that a step could name; other files have columns of such names, too.
        row("no keys", "question,answer,parent,step\nHow?,4,,1\nWhere?,left,0,2\n", "");
        row("steps of something else", "id,question,answer,step\nq1,How?,4,100\nq2,Where?,left,200\n", "");
    }
    void readsSteps()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, lost);
        const Bench bench;
        ImportRequest request;
        request.file = bench.write(QStringLiteral("s.csv"), bytes);
        request.role = ImportRole::Samples;
        const auto report = bench.import(request);
        REQUIRE_RESULT(report);
        QCOMPARE(report->rejected, 0);
        QCOMPARE(report->samples.added, bytes.count('\n') - 1);
        const auto steps = bench.project->read(
            [&](sqlite::Connection& c) { return StepStore(c).ofDataset(DatasetStore(c).all().first().id); });
        REQUIRE_RESULT(steps);
        QStringList told;
        int missing = 0;
        for (const SampleStep& step : *steps) {
            told.append(step.sourceIndex + u'<' + step.parent + u':' + step.step);
            missing += !step.parentSample;
            QCOMPARE(bench.sample(QString(u's' + (u'/' + step.sourceIndex))).parent, step.parent);
        }
        QTEST(told.join(u' '), "steps");
        QCOMPARE(missing, lost);
        QStringList issues;
        for (const ImportIssue& issue : report->issues) {
            QVERIFY(issue.severity == ImportIssue::Severity::Warning
                && issue.file.endsWith(QStringLiteral("s.csv")));
            QVERIFY(issue.expected.contains(QStringLiteral("without its step")));
            issues.append(QStringLiteral("%1: %2").arg(issue.line).arg(issue.found));
        }
        QTEST(issues.join(u' '), "issues");
        const QString messages = report->messages.join(u' ');
        QCOMPARE(messages.contains(QStringLiteral("does not have: %1").arg(lost)), lost > 0);
    }

    // Another file of the same dataset adds to its steps and changes them; what it does not tell stays.
    void stepsOfKnownSamples_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("counts");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<int>("warnings");
        const auto row = [](const char* name, const QByteArray& bytes, const char* counts, const char* steps,
                             int warnings = 0) {
            QTest::newRow(name) << bytes << QString::fromLatin1(counts) << QString::fromLatin1(steps)
                                << warnings;
        };
        const char* const before = "a<q1:find b<a:read";
        row("the same", "id,question,answer,parent,step\na,Where?,left,q1,find\nb,Which?,red,a,read\n",
            "0 0 2", before);
        row("the whole file without steps", "id,question,answer\nq1,How?,4\na,Where?,left\nb,Which?,red\n",
            "0 0 3", before);
        row("of another question", "id,question,answer,parent,step\nb,Which?,red,q1,read\n", "0 1 0",
            "a<q1:find b<q1:read");
        row("called otherwise", "id,question,answer,parent,step\nb,Which?,red,a,read it\n", "0 1 0",
            "a<q1:find b<a:read it");
        row("the name alone stays", "id,question,parent\nb,Which?,a\n", "0 0 1", before);
        row("none any more", "id,question,answer,parent,step\nb,Which?,red,,\na,Where?,left,q1,find\n",
            "0 1 1", "a<q1:find");
        row("further ones", "id,question,answer,parent,step\nc,Why?,x,b,say\n", "1 0 0",
            "a<q1:find b<a:read c<b:say");
        row("round in circles with those that are there",
            "id,question,answer,parent,step\nq1,How?,4,b,whole\n", "0 0 1", before, 1);
        row("turned about",
            "id,question,answer,parent,step\nq1,How?,4,b,whole\na,Where?,left,,\nb,Which?,red,a,read\n",
            "0 2 1", "q1<b:whole b<a:read");
    }
    void stepsOfKnownSamples()
    {
        QFETCH(QByteArray, bytes);
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("set.csv"),
            "id,question,answer,parent,step\nq1,How?,4,,\na,Where?,left,q1,find\nb,Which?,red,a,read\n",
            QStringLiteral("set")));
        ImportRequest request;
        request.file = bench.write(QStringLiteral("again.csv"), bytes);
        request.dataset = QStringLiteral("set");
        request.role = ImportRole::Samples;
        const auto report = bench.import(request);
        REQUIRE_RESULT(report);
        QTEST(QStringLiteral("%1 %2 %3")
                  .arg(report->samples.added)
                  .arg(report->samples.changed)
                  .arg(report->samples.unchanged),
            "counts");
        QTEST(int(report->warnings), "warnings");
        const QString steps = bench.text(
            QStringLiteral("SELECT group_concat(told, ' ') FROM (SELECT s.source_index || '<' || t.parent || "
                           "':' || t.step AS told"
                           " FROM sample_steps t JOIN samples s ON s.id = t.sample_id ORDER BY s.id)"));
        QTEST(steps, "steps");
    }

    void unmappedColumnsAreKept()
    {
        const Bench bench;
        REQUIRE_RESULT(bench.importText(QStringLiteral("a.jsonl"),
            "{\"id\":\"1\",\"question\":\"q\",\"answer\":\"a\",\"grade\":7,\"tags\":[\"x\",\"y\"],\"m\":{"
            "\"k\":1.50},\"note\":\"say \\\"so\\\"\\n\"}",
            QStringLiteral("set")));
        const QJsonObject extra = bench.sample(QStringLiteral("set/1")).extra;
        QCOMPARE(extra.value(QLatin1String("grade")).toInt(), 7);
        QCOMPARE(extra.value(QLatin1String("tags")).toArray().size(), 2);
        QCOMPARE(extra.value(QLatin1String("m")).toObject().value(QLatin1String("k")).toDouble(), 1.5);
        QCOMPARE(extra.value(QLatin1String("note")).toString(), QStringLiteral("say \"so\"\n"));
        QVERIFY(!extra.contains(QLatin1String("question")));
    }

    void namesDatasetsSensibly_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::newRow("generic") << QStringLiteral("/x/mathv/samples.jsonl") << QStringLiteral("mathv");
        QTest::newRow("two words") << QStringLiteral("/x/mmb/samples_and_predictions.csv")
                                   << QStringLiteral("mmb");
        QTest::newRow("telling") << QStringLiteral("/x/data/MMBench_DEV_EN.tsv")
                                 << QStringLiteral("MMBench_DEV_EN");
        QTest::newRow("suffix") << QStringLiteral("/x/y/mmmu_pro_samples.jsonl")
                                << QStringLiteral("mmmu_pro");
        QTest::newRow("hash") << QStringLiteral("/x/checkup/prompts_087189c.csv")
                              << QStringLiteral("checkup");
        QTest::newRow("split") << QStringLiteral("/x/chart/test.json") << QStringLiteral("chart");
        QTest::newRow("split folder")
            << QStringLiteral("/x/chart/test/metadata.jsonl") << QStringLiteral("chart");
    }
    void namesDatasetsSensibly()
    {
        QFETCH(QString, file);
        QFETCH(QString, name);
        QCOMPARE(datasetNameFor(file), name);
    }
};

QTEST_APPLESS_MAIN(TestImportFamilies)
#include "tst_import_families.moc"
