// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/corpora.h"

#include "core/domain/decision.h"
#include "core/domain/ledgerevent.h"
#include "core/image/bitmap.h"
#include "core/image/imagecodec.h"
#include "core/store/project.h"
#include "core/store/responseblock.h"
#include "tests/fuzz/fuzztargets.h"
#include "tests/support/workbook.h"

#include <QDir>
#include <QHash>
#include <QTemporaryDir>

namespace winnow::fuzz {

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray packed(const QString& name, const test::Members& members)
{
    const QTemporaryDir folder;
    return contents(test::packArchive(folder.filePath(name), members));
}

QByteArray responseBlock()
{
    ScoreBlock block;
    block.samples = {3, 7, 9};
    block.scores = {0, 1, 0.5};
    block.codes = {2, 3, 2};
    block.answers = {"A", "B"};
    return packScores(block);
}

/// Its tables in pages, closed so that no log stands beside it.
QByteArray projectFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.winnow"));
    if (!Project::create(path)) {
        return {};
    }
    constexpr qsizetype kPages = 16 * 4096;
    return contents(path).left(kPages);
}

QByteArray ledgerLine()
{
    Decision decision;
    decision.uuid = QStringLiteral("5b1f2f0e-0000-4000-8000-000000000001");
    decision.order = 1;
    decision.at = QStringLiteral("2026-01-02T03:04:05.006Z");
    decision.dataset = QStringLiteral("d");
    decision.sampleKey = QStringLiteral("1");
    decision.annotator = QStringLiteral("a");
    const QByteArray line = makeLedgerEvent(decision, {}).line;
    return line.left(line.lastIndexOf(",\"hash\":"));
}

/// Pictures of one form, made by ourselves.
QVector<QByteArray> pictures()
{
    Bitmap bitmap;
    bitmap.width = 8;
    bitmap.height = 6;
    bitmap.pixels = QByteArray(8 * 6 * 3, '\x40');
    QVector<QByteArray> all{"P6 2 2 255 aaaabbbbcccc", "GIF89a"};
    if (const auto png = encodePng(bitmap)) {
        all.append(*png);
    }
    if (const auto jpeg = encodeJpeg(bitmap)) {
        all.append(*jpeg);
    }
    return all;
}

const QHash<QByteArray, QVector<QByteArray>>& all()
{
    static const QHash<QByteArray, QVector<QByteArray>> seeds{
        {"csv",
            {"index\tquestion\tA\tB\tanswer\n1\t\"red\nor \"\"blue\"\"?\"\tred\tblue\tA\n",
                "a;b\r\n1;2,5\r\n", "\xef\xbb\xbfid,image\n7,\"['a.png', 'b.png']\"\n"}},
        {"json",
            {"{\"id\": 1, \"question\": \"Who?\", \"options\": [\"a\", \"b\"], \"n\": {\"x\": [1, {\"y\": "
             "null}]}}\n",
                "{\"data\": [{\"id\": \"\\u00e9\", \"answer\": -1.5e3}], \"version\": 2}",
                "{\"7\": \"A\", \"8\": [\"B\", \"C\"]}",
                "{\"id\": {\"0\": 1, \"1\": 2}, \"q\": {\"0\": \"a\", \"1\": \"b\"}}",
                "[{\"id\": 1, \"score\": NaN}, {\"id\": 12345678901234567890, \"score\": -Infinity}]"}},
        {"xlsx",
            {packed(QStringLiteral("w.xlsx"),
                test::Workbook::of(test::textRow({QStringLiteral("index"), QStringLiteral("prediction")})
                    + test::textRow({QStringLiteral("1"), QStringLiteral("A")}))
                    .members())}},
        {"workbook_parts",
            {"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" "
             "t=\"inlineStr\"><is><t>b_x000D_</t></is></c></row><row><c "
             "t=\"b\"><v>1</v></c><c><f>A1</f></c><c t=\"e\"><v>#N/A</v></c><c "
             "s=\"1\"><v>45000.5</v></c></row>"
                + QByteArray(1, '\0') + "<si><t>index</t></si><si><r><t>a</t></r><r><t>b</t></r></si>"}},
        {"inspect",
            {R"({"version": 2, "status": "success", "eval": {"task": "zoo", "model": "m", "dataset": {"name": "zoo"}},
                "samples": [{"id": 1, "epoch": 1, "input": "Who?", "choices": ["a", "b"], "target": "A",
                "output": {"completion": "A", "usage": {"input_tokens": 3, "output_tokens": 1}},
                "scores": {"choice": {"value": "C", "answer": "A"}, "x": {"value": NaN}}, "total_time": 1.5}]})",
                packed(QStringLiteral("l.zip"),
                    {{QStringLiteral("header.json"),
                         R"({"version": 2, "status": "success", "eval": {"task": "zoo", "model": "m"}})"},
                        {QStringLiteral("samples/1_epoch_1.json"),
                            R"({"id": 1, "epoch": 1, "input": [{"role": "user", "content": "attachment://0"}],
                                "target": ["x"], "attachments": {"0": "Who?"}, "scores": {"m": {"value": 0.5}}})"}})}},
        {"lmms_eval",
            {R"({"doc_id": 0, "input": "Who?", "target": "B", "filtered_resps": ["B"], "doc_hash": "aa", "acc": 1.0})"
             "\n"}},
        {"lm_eval",
            {R"({"doc_id": 0, "doc": {"question": "Who?", "choices": ["a", "b"], "answer": 1}, "target": "1", "arguments": {"gen_args_0": {"arg_0": "Who?"}}, "resps": [[["-1.5", "True"]], [["-0.5", "False"]]], "filtered_resps": [["-1.5", "True"], ["-0.5", "False"]], "filter": "none", "metrics": ["acc"], "doc_hash": "a", "prompt_hash": "b", "target_hash": "c", "acc": 1.0})"
             "\n"}},
        {"evalscope",
            {R"({"index": 1, "target": "A", "messages": [{"role": "user", "content": "Who?"}], "sample_score": {"score": {"value": {"acc": 1.0}, "extracted_prediction": "A", "prediction": "It is A", "main_score_name": "acc", "status": "success"}, "sample_id": 1, "group_id": 1}})"
             "\n"}},
        {"datbench",
            {R"({"summary": {"overall_accuracy": 0.5}, "results": [{"id": "db_math_1", "score": 1.0, "vlm_output": "4", "ground_truth": "4", "is_correct": true, "metadata": {"capability": "math", "eval_mode": "direct", "dataset": "x"}}]})"}},
        {"sample_matrix",
            {"model" + QByteArray(",q1,<no_image>q2,q3").repeated(12) + "\nm,1,0,"
                + QByteArray("1,0,").repeated(16) + "1\n"}},
        {"families",
            {"\x03"
             R"([{"category": "VD", "subcategory": "figure", "visual_input": "1", "set_id": "0", "figure_id": "1", "sample_note": "x", "question_id": "0", "question": "Is it?", "gt_answer": "1", "filename": "./a.png"}])",
                "\x04"
                R"({"question_id": 1, "image": "a.jpg", "text": "Is there a cat?", "label": "yes"})",
                "\x05"
                R"({"1": {"question": "Who?", "choices": ["a", "b"], "answer": 0, "image": null, "split": "test"}})"}},
        {"saved_mapping",
            {R"({"winnow_mapping": 1, "name": "n", "role": "responses", "fields": {"index": ["id"]}, "responses": [{"response": "r"}], "conditions": [["a", "blind"]], "models": [["x", "y"]]})"}},
        {"webdataset",
            {packed(QStringLiteral("w.tar"),
                {{QStringLiteral("a/1.json"), "{\"question\": \"Who?\"}"}, {QStringLiteral("a/1.cls"), "2"},
                    {QStringLiteral("a/1.jpg"), "\xff\xd8\xff"}, {QStringLiteral("a/2.answer.txt"), "B"}})}},
        {"python_literal",
            {"['a', \"b\\n\", u'\\u00e9', (1, -2.5e3, None), {'k': True}, r'x']", "['it''s']", "[[[]]]"}},
        {"base64", {"iVBORw0KGgo=", "data:image/png;base64,iVBOR w0KGgo", "_-8"}},
        {"choice",
            {"The answer is (B), not A.\nred\nblue\ngreen", "\\boxed{\\text{C}}\na\nb\nc",
                "정답은 B입니다\n하나\n둘", "A, B and D\n1\n2\n3\n4"}},
        {"open_answer",
            {"So the answer is: **1,234.5 kg**.", "{\"answer\": \"x\"}", "```\n42\n```",
                "x = 3\\frac{1}{2}"}},
        {"gold", {"B. blue\nred\nblue", "['A', 'C']\nx\ny\nz", "2\na\nb"}},
        {"numbers", {"-1.234,56", "3/4", "1e-7 %", "twelve", "$1,234.50"}},
        {"yes_no", {"No, it isn't.", "はい", "yes and no"}},
        {"scoring",
            {"12.5 kg\nabout 12,500 g", "['a', 'b']\nb and a", "[10, 20, 30, 40]\n(12,21,31,39)",
                "Yes\nNo."}},
        {"image_header", pictures()},
        {"ledger_event", {ledgerLine()}},
        {"strategy",
            {"{\"winnow_strategy\": 1, \"name\": \"n\", \"stages\": [{\"model\": \"m\", \"tries\": 2, "
             "\"until\": \"agreement\"}]}"}},
        {"response_block", {responseBlock()}},
        {"project_pages", {projectFile()}},
    };
    return seeds;
}

} // namespace

QVector<QByteArray> seedsOf(std::string_view target)
{
    return all().value(QByteArray(target.data(), qsizetype(target.size())));
}

bool writeSeeds(const QString& folder)
{
    for (const Target& target : targets()) {
        const QString place
            = folder + u'/' + QString::fromLatin1(target.name.data(), qsizetype(target.name.size()));
        if (!QDir().mkpath(place)) {
            return false;
        }
        int number = 0;
        for (const QByteArray& seed : seedsOf(target.name)) {
            QFile file(QStringLiteral("%1/seed%2").arg(place).arg(++number));
            if (!file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size()) {
                return false;
            }
        }
    }
    return true;
}

} // namespace winnow::fuzz
