// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Published sets whose files mean something only when they are known: several files that are one dataset,
// keys of several columns, questions by number, results named by their place. Each fixture is made here with
// the keys of the repository, file and version that it names.

#include "core/import/recordfiles.h"
#include "tests/core/importhelp.h"
#include "tests/support/workbook.h"

using namespace winnow;
using namespace winnow::test;

namespace {

/// A PNG of one pixel.
const QByteArray kPixel = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

/// name -> bytes.
using Files = QVector<std::pair<QString, QByteArray>>;

Files files(std::initializer_list<std::pair<const char*, const char*>> list)
{
    Files all;
    for (const auto& [name, text] : list) {
        // Written with ' for ".
        all.append({QString::fromLatin1(name), QByteArray(text).replace('\'', '"')});
    }
    return all;
}

QVector<ImportReport> importAll(const Bench& bench, const QString& path)
{
    QVector<ImportReport> reports;
    const auto found = recordFiles(path);
    const QStringList parts = found ? found->parts : QStringList();
    for (const QString& part : parts.isEmpty() ? QStringList{path} : parts) {
        const auto report = bench.import(part);
        if (!report) {
            qWarning("%s", qPrintable(report.error().text()));
            return {};
        }
        reports.append(*report);
    }
    return reports;
}

// tianyi-lab/HallusionBench 744007c, HallusionBench.json
const char* const kHallusion
    = "[{'category':'VD','subcategory':'illusion','visual_input':'1','set_id':'0','figure_id':'0','sample_"
      "note':'c',"
      "'question_id':'0','question':'Is the left one larger?','gt_answer_details':'same','gt_answer':'0',"
      "'filename':'./VD/illusion/0_0.png'},"
      "{'category':'VD','subcategory':'illusion','visual_input':'2','set_id':'0','figure_id':'1','sample_"
      "note':'c',"
      "'question_id':'0','question':'Is the left one larger?','gt_answer_details':'left','gt_answer':'1',"
      "'filename':'./VD/illusion/0_1.png'},"
      "{'category':'VS','subcategory':'chart','visual_input':'0','set_id':'0','figure_id':'0','sample_note':'"
      "i',"
      "'question_id':'0','question':'Is it the "
      "largest?','gt_answer_details':'x','gt_answer':'1','filename':null}]";
// HallusionBench_result_sample.json there
const char* const kHallusionResult
    = "[{'category':'VD','subcategory':'illusion','visual_input':'2','set_id':'0','figure_id':'1','sample_"
      "note':'c',"
      "'question_id':'0','question':'Is the left one larger?','gt_answer_details':'left',"
      "'model_prediction':'Yes, it is.'},"
      "{'category':'VD','subcategory':'illusion','visual_input':'1','set_id':'0','figure_id':'0','sample_"
      "note':'c',"
      "'question_id':'0','question':'Is the left one larger?','gt_answer_details':'same',"
      "'model_prediction':'Yes.'}]";

} // namespace

class TestImportFamilySets : public QObject {
    Q_OBJECT

private slots:
    void readsSamples_data()
    {
        QTest::addColumn<Files>("made");
        QTest::addColumn<QStringList>("open");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("sample");
        const auto row = [](const char* name, const Files& made, const char* open, const char* format,
                             const char* keys, const char* key, const QStringList& sample) {
            QTest::newRow(name) << made << QString::fromLatin1(open).split(u' ')
                                << QString::fromLatin1(format) << QString::fromLatin1(keys).split(u' ')
                                << QString::fromLatin1(key) << sample;
        };
        // Question, options, gold, category, split, image.
        row("HallusionBench", files({{"HallusionBench.json", kHallusion}}), "HallusionBench.json",
            "hallusionbench", "VD_illusion_0_0_0 VD_illusion_0_1_0 VS_chart_0_0_0", "VD_illusion_0_1_0",
            {QStringLiteral("Is the left one larger?"), {}, QStringLiteral("Yes"), QStringLiteral("VD"), {},
                QStringLiteral("VD/illusion/0_1.png")});
        // AoiDragon/POPE 08d957b, output/coco/coco_pope_*.json
        row("POPE, three files",
            files({{"coco_pope_random.json",
                       "{'question_id': 1, 'image': 'COCO_val2014_000000000009.jpg', 'text': 'Is there a "
                       "dog?', "
                       "'label': 'yes'}\n"
                       "{'question_id': 2, 'image': 'COCO_val2014_000000000009.jpg', 'text': 'Is there a "
                       "cat?', "
                       "'label': 'no'}\n"},
                {"coco_pope_popular.json",
                    "{'question_id': 1, 'image': 'COCO_val2014_000000000009.jpg', 'text': 'Is there a dog?', "
                    "'label': 'yes'}\n"},
                {"coco_pope_adversarial.json",
                    "{'question_id': 1, 'image': 'COCO_val2014_000000000009.jpg', 'text': 'Is there a fox?', "
                    "'label': 'no'}\n{'question_id': 2, 'image': 'COCO_val2014_000000000009.jpg', "
                    "'text': 'Is there a yes?', 'label': 'yes'}\n"}}),
            ".", "pope", "adversarial_1 adversarial_2 popular_1 random_1 random_2", "random_2",
            {QStringLiteral("Is there a cat?"), {}, QStringLiteral("no"), QStringLiteral("random"), {},
                QStringLiteral("COCO_val2014_000000000009.jpg")});
        // lupantech/ScienceQA 2cbf831, data/scienceqa/problems.json and pid_splits.json; tools/download.sh
        const Files science
            = files({{"problems.json",
                         "{'1': {'question': 'Which is north?', 'choices': ['Ohio', 'Iowa', 'Utah'], "
                         "'answer': 2, 'hint': 'Look.', 'image': 'image.png', 'task': 'closed choice',"
                         " 'grade': 'grade2', 'subject': 'social science', 'topic': 'geography', "
                         "'category': 'Geography', 'skill': 'maps', 'lecture': 'l', 'solution': 's', "
                         "'split': 'train'}, '7': {'question': 'What?', 'choices': ['x', 'y'], "
                         "'answer': 0, 'hint': '', 'image': null, 'task': 'closed choice', 'grade': "
                         "'grade2', 'subject': 's', 'topic': 't', 'category': 'c', 'skill': 'k', "
                         "'lecture': '', 'solution': '', 'split': 'test'}}"},
                {"pid_splits.json", "{'train': ['1'], 'val': [], 'test': ['7'], 'minitest': ['7']}"}});
        row("ScienceQA", science, ". problems.json pid_splits.json", "scienceqa", "1 7", "1",
            {QStringLiteral("Which is north?"), QStringLiteral("Ohio|Iowa|Utah"), QStringLiteral("C"),
                QStringLiteral("Geography"), QStringLiteral("train"), QStringLiteral("train/1/image.png")});
        // GT-Vision-Lab/VQA a013f00, README.md and PythonHelperTools/vqaTools/vqa.py; v2 files of
        // visualqa.org
        const Files vqa = files({{"v2_OpenEnded_mscoco_val2014_questions.json",
                                     "{'info': {'year': 2017}, 'task_type': 'Open-Ended', 'data_type': "
                                     "'mscoco', "
                                     "'license': {'url': 'u'}, 'data_subtype': 'val2014', 'questions': "
                                     "[{'image_id': "
                                     "262148, 'question': 'Where?', 'question_id': 262148000}, {'image_id': "
                                     "9, "
                                     "'question': 'Who?', 'question_id': 9000}]}"},
            {"v2_OpenEnded_mscoco_train2014_questions.json",
                "{'data_subtype': 'train2014', 'questions': [{'image_id': 5, 'question': 'Why?', "
                "'question_id': 5000}]}"},
            {"v2_mscoco_val2014_annotations.json",
                "{'info': {'year': 2017}, 'license': {'url': 'u'}, 'data_subtype': 'val2014', 'annotations': "
                "[{'question_type': 'who', 'multiple_choice_answer': 'a man', 'answers': [{'answer': 'boy', "
                "'answer_confidence': 'yes', 'answer_id': 1}, {'answer': 'a man', 'answer_confidence': 'no', "
                "'answer_id': 2}, {'answer': 'a man', 'answer_confidence': 'maybe', 'answer_id': 3}], "
                "'image_id': 9, "
                "'answer_type': 'other', 'question_id': 9000}, {'question_type': 'where', "
                "'multiple_choice_answer': 'down', 'answers': [{'answer': 'down', 'answer_confidence': "
                "'yes', "
                "'answer_id': 1}], 'image_id': 262148, 'answer_type': 'other', 'question_id': 262148000}], "
                "'data_type': 'mscoco'}"}});
        row("VQA pair", vqa,
            ". v2_OpenEnded_mscoco_val2014_questions.json v2_mscoco_val2014_annotations.json", "vqa",
            "262148000 9000", "9000",
            {QStringLiteral("Who?"), {}, QStringLiteral("a man"), {}, QStringLiteral("val2014"),
                QStringLiteral("COCO_val2014_000000000009.jpg")});
        // princeton-nlp/CharXiv 7ebe88f, data/descriptive_val.json, reasoning_val.json,
        // image_metadata_val.json
        const Files charts
            = files({{"descriptive_val.json",
                         "{'0': {'figure_id': 0, 'num_subplots': 2, 'subplot_loc': [1, 2], 'qids': [7, "
                         "13], 'answers': ['60', 'A, B']}, '2': {'figure_id': 2, 'num_subplots': 1, "
                         "'subplot_loc': [0, 0], 'qids': [18, 1], 'answers': ['1 by 1', 'T']}}"},
                {"image_metadata_val.json",
                    "{'0': {'category': 'cs', 'year': '20', 'figure_path': 'p', 'caption': 'c', 'paper_id': "
                    "'i', 'title': "
                    "'T'}}"}});
        row("CharXiv, descriptive", charts, "descriptive_val.json .", "charxiv_descriptive",
            "0_0 0_1 2_0 2_1", "0_0",
            {QStringLiteral(
                 "For the subplot at row 1 and column 2: name the highest labelled tick of the y-axis."),
                {}, QStringLiteral("60"), QStringLiteral("cs"), QStringLiteral("val"),
                QStringLiteral("0.jpg")});
        row("CharXiv, test without keys",
            files({{"descriptive_test.json",
                "{'1': {'figure_id': 1, 'num_subplots': 1, 'subplot_loc': [0, 0], 'qids': [13], 'answers': "
                "null}}"}}),
            "descriptive_test.json", "charxiv_descriptive", "1_0", "1_0",
            {QStringLiteral("Name the labels in the legend."), {}, {}, {}, QStringLiteral("test"),
                QStringLiteral("1.jpg")});
        row("CharXiv, reasoning",
            files({{"reasoning_val.json",
                "{'5': {'figure_id': 5, 'query': 'Which is larger?', 'answer': 'x', 'inst_category': 1, "
                "'qa_source': 2}}"}}),
            "reasoning_val.json", "charxiv_reasoning", "5", "5",
            {QStringLiteral("Which is larger?"), {}, QStringLiteral("x"), {}, QStringLiteral("val"),
                QStringLiteral("5.jpg")});
        // cocodataset.org, "Data format": captions_val2014.json, instances_val2017.json
        row("COCO captions",
            files({{"captions_val2014.json",
                "{'info': {}, 'images': [{'license': 1, 'file_name': 'a.jpg', 'height': 3, 'width': 3, 'id': "
                "9}, "
                "{'license': 1, 'file_name': 'b.jpg', 'height': 3, 'width': 3, 'id': 12}], 'annotations': "
                "[{'image_id': 12, 'id': 4, 'caption': 'A cat.'}, {'image_id': 9, 'id': 5, 'caption': 'A "
                "dog.'}]}"}}),
            "captions_val2014.json", "coco", "4 5", "4",
            {{}, {}, QStringLiteral("A cat."), {}, {}, QStringLiteral("b.jpg")});
        row("COCO instances",
            files({{"instances_val2017.json",
                "{'info': {}, 'annotations': [{'segmentation': [[1, 2, 3, 4]], 'area': 12, 'iscrowd': 0, "
                "'image_id': "
                "9, 'bbox': [1.5, 2, 3, 4], 'category_id': 18, 'id': 1768}], 'images': [{'file_name': "
                "'a.jpg', "
                "'height': 3, 'width': 3, 'id': 9}], 'categories': [{'supercategory': 'animal', 'id': 18, "
                "'name': "
                "'dog'}]}"}}),
            "instances_val2017.json", "coco", "1768", "1768",
            {{}, {}, QStringLiteral("[1.5, 2, 3, 4]"), QStringLiteral("dog"), {}, QStringLiteral("a.jpg")});
    }
    void readsSamples()
    {
        QFETCH(Files, made);
        QFETCH(QStringList, open);
        QFETCH(QString, format);
        QFETCH(QStringList, keys);
        QFETCH(QString, key);
        QFETCH(QStringList, sample);
        for (const QString& name : open) {
            const Bench bench;
            for (const auto& [file, bytes] : made) {
                bench.write(QStringLiteral("set/") + file, bytes);
            }
            if (!sample.at(5).isEmpty()) {
                bench.write(QStringLiteral("set/images/") + sample.at(5), kPixel);
            }
            const auto reports = importAll(bench, bench.folder.filePath(QStringLiteral("set/") + name));
            QCOMPARE(reports.size(), 1);
            QCOMPARE(reports.first().format, format);
            QCOMPARE(reports.first().rejected, 0);
            QVERIFY2(!reports.first().messages.isEmpty(), "what it was taken for is said");
            QCOMPARE(
                bench.text(QStringLiteral("SELECT group_concat(source_index, ' ') FROM (SELECT source_index "
                                          "FROM samples ORDER BY source_index)")),
                keys.join(u' '));
            const Sample found = bench.sample(QString(reports.first().dataset + u'/' + key));
            QVERIFY2(found.id, "no sample of that index");
            QCOMPARE((QStringList{
                         found.question, found.options.join(u'|'), found.gold, found.category, found.split}),
                sample.mid(0, 5));
            QVERIFY2(
                found.images.value(0).path.endsWith(sample.at(5)), qPrintable(found.images.value(0).path));
        }
    }

    void openedByAnyFileItIsTheSameDataset()
    {
        const Bench bench;
        bench.write(QStringLiteral("q/OpenEnded_mscoco_val2014_questions.json"),
            "{\"data_subtype\": \"val2014\", \"questions\": [{\"image_id\": 9, \"question\": \"Who?\", "
            "\"question_id\": 9000}]}");
        bench.write(QStringLiteral("q/mscoco_val2014_annotations.json"),
            "{\"data_subtype\": \"val2014\", \"annotations\": [{\"question_type\": \"who\", \"answers\": "
            "[{\"answer\": "
            "\"boy\", \"answer_id\": 1}, {\"answer\": \"man\", \"answer_id\": 2}], \"image_id\": 9, "
            "\"answer_type\": "
            "\"other\", \"question_id\": 9000}]}");
        const auto first
            = bench.import(bench.folder.filePath(QStringLiteral("q/mscoco_val2014_annotations.json")));
        REQUIRE_RESULT(first);
        QCOMPARE(first->dataset, QStringLiteral("VQA_val2014"));
        QVERIFY2(first->messages.join(u' ').contains(
                     QStringLiteral("OpenEnded_mscoco_val2014_questions.json are joined to the answers in "
                                    "mscoco_val2014_annotations.json")),
            qPrintable(first->messages.join(u'\n')));
        QCOMPARE(bench.sample(QStringLiteral("VQA_val2014/9000")).acceptedAnswers,
            QStringList({QStringLiteral("boy"), QStringLiteral("man")}));
        const auto again = bench.import(
            bench.folder.filePath(QStringLiteral("q/OpenEnded_mscoco_val2014_questions.json")));
        REQUIRE_RESULT(again);
        QCOMPARE(again->samples.unchanged, 1);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM datasets")), 1);
    }

    void readsReplies_data()
    {
        QTest::addColumn<Files>("samples");
        QTest::addColumn<Files>("replies");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QStringList>("runs");
        QTest::addColumn<double>("accuracy");
        const auto row = [](const char* name, const Files& samples, const Files& replies, const char* format,
                             const char* runs, double accuracy) {
            QTest::newRow(name) << samples << replies << QString::fromLatin1(format)
                                << QString::fromLatin1(runs).split(u'|') << accuracy;
        };
        row("HallusionBench", files({{"HallusionBench.json", kHallusion}}),
            files({{"results/gpt4v_out.json", kHallusionResult}}), "hallusionbench", "gpt4v_out standard ",
            50);
        // MMMU-Benchmark/MMMU b119c94, eval/example_outputs/qwen_vl/Literature/output.json
        const Files mmmu = files({{"samples.json",
            "[{'id': 'validation_Art_1', 'question': '<image 1> Who?', 'options': '[\\u0027Ann\\u0027, "
            "\\u0027Bob\\u0027]', 'answer': 'B', 'question_type': 'multiple-choice', 'subfield': 'a'},"
            "{'id': 'validation_Music_2', 'question': '<image 1> How?', 'options': '[\\u0027Ann\\u0027, "
            "\\u0027Bob\\u0027]', 'answer': 'A', 'question_type': 'multiple-choice', 'subfield': 'm'}]"}});
        row("MMMU, a folder for each model and subject", mmmu,
            files({{"out/qwen_vl/Art/output.json",
                       "[{'id': 'validation_Art_1', 'question_type': 'multiple-choice', 'answer': 'B', "
                       "'all_choices': "
                       "['A', 'B'], 'index2ans': {'A': 'Ann', 'B': 'Bob'}, 'response': 'B'}]"},
                {"out/qwen_vl/Music/output.json",
                    "[{'id': 'validation_Music_2', 'question_type': 'multiple-choice', 'answer': 'A', "
                    "'all_choices': "
                    "['A', 'B'], 'index2ans': {'A': 'Ann', 'B': 'Bob'}, 'response': 'Bob'}]"},
                {"out/blip2/Art/output.json",
                    "[{'id': 'validation_Art_1', 'question_type': 'multiple-choice', 'answer': 'B', "
                    "'all_choices': "
                    "['A', 'B'], 'index2ans': {'A': 'Ann', 'B': 'Bob'}, 'response': 'A'}]"}}),
            "mmmu_results", "blip2 standard |qwen_vl standard ", 100.0 / 3);
        row("letters by id", mmmu,
            files({{"gpt4v.json", "{'validation_Art_1': 'B', 'validation_Music_2': 'A'}"}}), "responses_long",
            "gpt4v standard ", 100);
        row("attempts by id", mmmu,
            files({{"gpt4v.json", "{'validation_Art_1': ['B', 'A'], 'validation_Music_2': ['A', 'B']}"}}),
            "responses_long", "gpt4v standard ", 50);
        // MMMU-Benchmark/MMMU b119c94, mmmu-pro/output/gpt-4o_standard_cot.jsonl
        row("MMMU-Pro", mmmu,
            files({{"gpt-4o_vision_direct.jsonl",
                "{'id': 'validation_Art_1', 'options': '[\\u0027Ann\\u0027, \\u0027Bob\\u0027]', 'answer': "
                "'B', "
                "'response': 'Answer: B', 'pred_indexs': ['B'], 'if_right': true}\n"
                "{'id': 'validation_Music_2', 'options': '[\\u0027Ann\\u0027, \\u0027Bob\\u0027]', 'answer': "
                "'A', "
                "'response': 'Answer: B', 'pred_indexs': ['B'], 'if_right': false}\n"}}),
            "responses_long", "gpt-4o_vision_direct standard ", 50);
        // zeyofu/BLINK_Benchmark 0cca9a3, eval/saved_outputs/GPT4V/Relative Depth.json
        row("BLINK",
            files({{"blink.json",
                "[{'idx': 'val_Relative_Depth_1', 'question': 'Which is nearer?', 'choices': ['a', 'b'], "
                "'answer': "
                "'(A)', 'prompt': 'x', 'sub_task': 'Relative_Depth'}, {'idx': 'val_Relative_Depth_2', "
                "'question': "
                "'Which is nearer now?', 'choices': ['a', 'b'], 'answer': '(B)', 'prompt': 'x', 'sub_task': "
                "'Relative_Depth'}]"}}),
            files({{"saved/GPT4V/Relative Depth.json",
                       "[{'idx': 'val_Relative_Depth_1', 'answer': '(A)', 'full_prediction': 'It is (A).', "
                       "'prediction': '(A)'}]"},
                {"saved/OPUS/Relative Depth_concat.json",
                    "[{'idx': 'val_Relative_Depth_2', 'answer': '(B)', 'full_prediction': 'It is (A).', "
                    "'prediction': '(A)'}]"}}),
            "blink_results", "GPT4V standard |OPUS standard ", 50);
        // LightChen233/M3CoT ee50d5a, experiment/zero-shot/gpt4v/direct.jsonl and gemini/cot.jsonl
        row("M3CoT",
            files({{"test.jsonl",
                "{'id': 'p-1', 'category': 'c', 'image_id': '1', 'question': 'What for?', 'choices': ['x', "
                "'y'], "
                "'context': '', 'answer': 'B', 'rationale': 'r', 'split': 'test', 'domain': 'commonsense', "
                "'topic': "
                "'physical'}\n"}}),
            files({{"zero-shot/gpt4v/direct.jsonl",
                       "{'id': 'p-1', 'category': 'c', 'context': '', 'question': 'What for?', 'choices': "
                       "['x', 'y'], "
                       "'image_id': '1', 'answer': 'B', 'domain': 'commonsense', 'topic': 'physical', "
                       "'messages': "
                       "['[Question]\\nWhat for?\\n[Choices]\\n(A) x\\n(B) y', 'It is:\\n(A) x']}\n"},
                {"zero-shot/gemini/cot.jsonl",
                    "{'id': 'p-1', 'domain': 'commonsense', 'topic': 'physical', 'choices': ['x', 'y'], "
                    "'answer': "
                    "'B', 'messages': ['[Question]\\n<QUESTION>\\nWhat for?\\n\\n<CHOICE>\\n(A) "
                    "x\\n[Choices]\\n(A) "
                    "x\\n(B) y', 'So (B) y']}\n"}}),
            "m3cot_results", "gemini standard cot|gpt4v standard direct", 50);
        // lupantech/MathVista 53d5258, data/testmini.json and results/bard/output_bard.json
        row("MathVista",
            files({{"testmini.json",
                "{'1': {'question': 'How big?', 'image': 'images/1.jpg', 'choices': ['3', '5'], 'unit': "
                "null, "
                "'precision': null, 'answer': '5', 'question_type': 'multi_choice', 'answer_type': 'text', "
                "'pid': "
                "'1', 'metadata': {'split': 'testmini', 'category': 'c'}}}"}}),
            files({{"results/output_bard.json",
                "{'1': {'question': 'How big?', 'image': 'images/1.jpg', 'choices': ['3', '5'], 'unit': "
                "null, "
                "'precision': null, 'answer': '5', 'question_type': 'multi_choice', 'answer_type': 'text', "
                "'pid': "
                "'1', 'metadata': {'split': 'testmini', 'category': 'c'}, 'query': 'Hint: x. How big?', "
                "'response': "
                "'The answer is (B)', 'extraction': '5', 'prediction': '5', 'true_false': true}}"}}),
            "mathvista_results", "bard standard ", 100);
        // lupantech/ScienceQA 2cbf831, results/gpt3/final_test_QCM-ALE_2_seed_3.json
        row("ScienceQA",
            files({{"problems.json",
                "{'4': {'question': 'Which?', 'choices': ['x', 'y'], 'answer': 1, 'hint': '', 'image': null, "
                "'task': "
                "'t', 'grade': 'g', 'subject': 's', 'topic': 't', 'category': 'c', 'skill': 'k', 'lecture': "
                "'l', "
                "'solution': 's', 'split': 'test'}, '5': {'question': 'What?', 'choices': ['x', 'y'], "
                "'answer': 0, "
                "'hint': '', 'image': null, 'task': 't', 'grade': 'g', 'subject': 's', 'topic': 't', "
                "'category': "
                "'c', 'skill': 'k', 'lecture': 'l', 'solution': 's', 'split': 'test'}}"}}),
            files({{"results/final.json",
                "{'acc': 50.0, 'correct': 1, 'count': 2, 'shot_qids': ['6'], 'args': {'model': 'gpt3', "
                "'prompt_format': 'QCM-ALE', 'shot_number': 2}, 'results': {'4': 1, '5': 1}, 'outputs': "
                "{'4': 'The "
                "answer is B.', '5': 'Nobody knows.'}}"}}),
            "scienceqa_results", "gpt3 standard QCM-ALE shots=2", 50);
        // GT-Vision-Lab/VQA a013f00, Results/OpenEnded_mscoco_train2014_fake_results.json
        row("VQA results that are mostly wrong",
            files({{"v2_OpenEnded_mscoco_val2014_questions.json",
                       "{'data_subtype': 'val2014', 'questions': [{'image_id': 9, 'question': 'Who?', "
                       "'question_id': "
                       "9000}, {'image_id': 9, 'question': 'Where?', 'question_id': 9001}, {'image_id': 9, "
                       "'question': 'Why?', 'question_id': 9002}, {'image_id': 9, 'question': 'When?', "
                       "'question_id': 9003}]}"},
                {"v2_mscoco_val2014_annotations.json",
                    "{'data_subtype': 'val2014', 'annotations': [{'answers': [{'answer': 'boy', 'answer_id': "
                    "1}], "
                    "'image_id': 9, 'answer_type': 'other', 'question_id': 9000}, {'answers': [{'answer': "
                    "'here', "
                    "'answer_id': 1}], 'image_id': 9, 'answer_type': 'other', 'question_id': 9001}, "
                    "{'answers': "
                    "[{'answer': 'so', 'answer_id': 1}], 'image_id': 9, 'answer_type': 'other', "
                    "'question_id': 9002}, "
                    "{'answers': [{'answer': 'now', 'answer_id': 1}], 'image_id': 9, 'answer_type': 'other', "
                    "'question_id': 9003}]}"}}),
            files({{"results/OpenEnded_mscoco_val2014_mine_results.json",
                "[{'question_id': 9000, 'answer': 'boy'}, {'question_id': 9001, 'answer': 'no'}, "
                "{'question_id': "
                "9002, 'answer': 'no'}, {'question_id': 9003, 'answer': 'yes'}]"}}),
            "vqa_results", "mine standard ", 25);
        // princeton-nlp/CharXiv 7ebe88f, src/generate.py, src/descriptive_utils.py
        const Files charts = files({{"descriptive_val.json",
            "{'0': {'figure_id': 0, 'num_subplots': 1, 'subplot_loc': [0, 0], 'qids': [1, 2], 'answers': "
            "['T', "
            "'x']}}"}});
        row("CharXiv, replies", charts,
            files({{"results/gen-gpt-4o-descriptive_val.json",
                "{'0_0': {'figure_id': 0, 'subq_idx': 0, 'qid': 1, 'response': 'T'}, '0_1': {'figure_id': 0, "
                "'subq_idx': 1, 'qid': 2, 'response': 'z'}}"}}),
            "charxiv_results", "gpt-4o standard ", 50);
        row("CharXiv, graded", charts,
            files({{"results/scores-gpt-4o-descriptive_val.json",
                "{'0_0': {'resp_id': '0_0', 'extracted_answer': 'the T', 'score': 1}, '0_1': {'resp_id': "
                "'0_1', "
                "'extracted_answer': 'z', 'score': 1}}"}}),
            "charxiv_results", "gpt-4o standard ", 100);
        // haotian-liu/LLaVA c121f04, playground/data/eval/mm-vet and answers/llava-v1.5-13b.jsonl
        row("LLaVA",
            files({{"questions.jsonl",
                "{'question_id': 'v1_0', 'image': 'v1_0.png', 'text': 'Is it red?', 'answer': 'yes'}\n"
                "{'question_id': 'v1_1', 'image': 'v1_1.png', 'text': 'Is it blue?', 'answer': 'no'}\n"}}),
            files({{"answers/llava-v1.5-13b.jsonl",
                "{'question_id': 'v1_0', 'prompt': 'Is it red?', 'text': 'yes', 'answer_id': 'a', "
                "'model_id': "
                "'llava-v1.5-13b', 'metadata': {}}\n{'question_id': 'v1_1', 'prompt': 'Is it blue?', 'text': "
                "'yes', "
                "'answer_id': 'b', 'model_id': 'llava-v1.5-13b', 'metadata': {}}\n"}}),
            "responses_long", "llava-v1.5-13b standard ", 50);
        row("results by column", mmmu,
            files({{"columns.json",
                "{'id': {'0': 'validation_Art_1', '1': 'validation_Music_2'}, 'model': {'0': 'm', '1': 'm'}, "
                "'response': {'0': 'B', '1': 'B'}}"}}),
            "responses_long", "m standard ", 50);
    }
    void readsReplies()
    {
        QFETCH(Files, samples);
        QFETCH(Files, replies);
        QFETCH(QString, format);
        QFETCH(QStringList, runs);
        QFETCH(double, accuracy);
        const Bench bench;
        for (const auto& [file, bytes] : samples) {
            bench.write(QStringLiteral("set/") + file, bytes);
        }
        for (const auto& [file, bytes] : replies) {
            bench.write(QStringLiteral("replies/") + file, bytes);
        }
        const auto dataset
            = importAll(bench, bench.folder.filePath(QStringLiteral("set/") + samples.first().first));
        QCOMPARE(dataset.size(), 1);
        const qint64 before = bench.count(QStringLiteral("SELECT count(*) FROM samples"));
        const QString opened
            = replies.size() == 1 ? replies.first().first : replies.first().first.section(u'/', 0, 0);
        const auto report = bench.import(bench.folder.filePath(QStringLiteral("replies/") + opened));
        REQUIRE_RESULT(report);
        QCOMPARE(report->format, format);
        QCOMPARE(report->dataset, dataset.first().dataset);
        QCOMPARE(report->rejected, 0);
        QCOMPARE(bench.count(QStringLiteral("SELECT count(*) FROM samples")), before);
        QStringList found;
        for (const ImportedRun& run : report->runs) {
            found.append(run.model + u' ' + conditionId(run.condition) + u' ' + run.setting);
        }
        found.sort();
        QCOMPARE(found, runs);
        QCOMPARE(bench.count(QStringLiteral("SELECT round(1000 * avg(score)) FROM responses")),
            qRound64(accuracy * 10));
    }

    void questionsAndRepliesOfAFolder()
    {
        const Bench bench;
        const auto write = [&](const char* name, const char* text) {
            bench.write(QString::fromLatin1(name), QByteArray(text).replace('\'', '"'));
        };
        write("set/v2_OpenEnded_mscoco_val2014_questions.json",
            "{'data_subtype': 'val2014', 'questions': [{'image_id': 9, 'question': 'Who?', 'question_id': "
            "9000}]}");
        write("set/v2_mscoco_val2014_annotations.json",
            "{'data_subtype': 'val2014', 'annotations': [{'answers': [{'answer': 'boy', 'answer_id': 1}], "
            "'image_id': "
            "9, 'answer_type': 'other', 'question_id': 9000}]}");
        write(
            "set/v2_OpenEnded_mscoco_val2014_mine_results.json", "[{'question_id': 9000, 'answer': 'man'}]");
        const auto reports = importAll(bench, bench.folder.filePath(QStringLiteral("set")));
        QCOMPARE(reports.size(), 2);
        QCOMPARE(reports.at(0).samples.added, 1);
        QCOMPARE(reports.at(1).responses.added, 1);
        QCOMPARE(reports.at(1).dataset, QStringLiteral("VQAv2_val2014"));

        write("pope/llava_pope_test.jsonl",
            "{'question_id': 0, 'image': 'a.jpg', 'text': 'Is there a dog?', 'category': 'random'}\n");
        write("pope/answers/x.jsonl",
            "{'question_id': 0, 'prompt': 'Is there a dog?', 'text': 'Yes', 'answer_id': 'a', 'model_id': "
            "'x', "
            "'metadata': {}}\n");
        write("pope/answers/y.jsonl",
            "{'question_id': 0, 'prompt': 'Is there a dog?', 'text': 'No', 'answer_id': 'b', 'model_id': "
            "'y', "
            "'metadata': {}}\n");
        const auto pope = importAll(bench, bench.folder.filePath(QStringLiteral("pope")));
        QCOMPARE(pope.size(), 2);
        QCOMPARE(pope.at(1).runs.size(), 2);
        QCOMPARE(pope.at(1).dataset, pope.at(0).dataset);
    }
};

QTEST_APPLESS_MAIN(TestImportFamilySets)
#include "tst_import_familysets.moc"
