// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/knowndatasets.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QtGlobal>

#include <algorithm>

namespace winnow {

namespace {

/// Ends of names that tell a split, a language or a way to ask, not another dataset.
const QSet<QString>& splitWords()
{
    static const QSet<QString> words{QStringLiteral("train"), QStringLiteral("val"),
        QStringLiteral("validation"), QStringLiteral("dev"), QStringLiteral("test"), QStringLiteral("testa"),
        QStringLiteral("testb"), QStringLiteral("mini"), QStringLiteral("testmini"),
        QStringLiteral("testcore"), QStringLiteral("en"), QStringLiteral("cn"), QStringLiteral("zh"),
        QStringLiteral("v11"), QStringLiteral("cot"), QStringLiteral("circular"), QStringLiteral("local")};
    return words;
}

QString squeezed(const QStringList& words)
{
    return words.join(QString());
}

/// The words of the last part of a path or hub name, without the ending of a file.
QStringList wordsOf(const QString& name)
{
    static const QRegularExpression place(QStringLiteral("^.*(/|--|__)"));
    static const QRegularExpression ending(QStringLiteral("\\.(tsv|csv|jsonl?|ndjson|parquet|xlsx|txt)$"));
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString text = name.trimmed().toLower();
    text.remove(ending);
    text.remove(place);
    text.replace(u'+', QStringLiteral("plus"));
    return text.split(between, Qt::SkipEmptyParts);
}

QStringList namesOf(const KnownDataset& known)
{
    return QString::fromLatin1(known.names).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

QString datasetNameKey(const QString& name)
{
    QStringList words = wordsOf(name);
    while (words.size() > 1 && splitWords().contains(words.back())) {
        words.removeLast();
    }
    return squeezed(words);
}

const QVector<KnownCapability>& knownCapabilities()
{
    static const QVector<KnownCapability> all{
        {"chart", QT_TRANSLATE_NOOP("KnownDataset", "Charts")},
        {"document", QT_TRANSLATE_NOOP("KnownDataset", "Documents")},
        {"scene", QT_TRANSLATE_NOOP("KnownDataset", "Text in scenes")},
        {"math", QT_TRANSLATE_NOOP("KnownDataset", "Maths and logic")},
        {"spatial", QT_TRANSLATE_NOOP("KnownDataset", "Spatial")},
        {"grounding", QT_TRANSLATE_NOOP("KnownDataset", "Grounding")},
        {"counting", QT_TRANSLATE_NOOP("KnownDataset", "Counting")},
        {"table", QT_TRANSLATE_NOOP("KnownDataset", "Diagrams and tables")},
        {"general", QT_TRANSLATE_NOOP("KnownDataset", "General")},
    };
    return all;
}

const QVector<KnownDataset>& knownDatasets()
{
    using Kind = AnswerKind;
    // clang-format off
    static const QVector<KnownDataset> all{
        {"chartqa", "ChartQA", "chart", Kind::Open, "relaxed", 1, 1, "arXiv 2203.10244",
            "chartqa", ""},
        {"chartqapro", "ChartQA Pro", "chart", Kind::ChoiceOrOpen, "relaxed", 1, 1, "arXiv 2504.05506",
            "chartqapro", ""},
        {"charxiv_descriptive", "CharXiv-Descriptive", "chart", Kind::Open, "", 1, 1, "arXiv 2406.18521",
            "charxiv-descriptive charxiv_val_descriptive charxiv_dq charxiv_desc", "charxiv"},
        {"charxiv_reasoning", "CharXiv-Reasoning", "chart", Kind::Open, "", 1, 1, "arXiv 2406.18521",
            "charxiv-reasoning charxiv_val_reasoning charxiv_rq charxiv_reas", ""},
        {"infovqa", "InfoVQA", "chart", Kind::Open, "anls", 1, 1, "arXiv 2104.12756",
            "infovqa infographicvqa infographic_vqa infographics_vqa infographicsvqa info_vqa", ""},
        {"ccocr_document", "CC-OCR Document Parsing", "document", Kind::Text, "edit", 1, 1, "arXiv 2412.02210",
            "ccocr_docparsing cc-ocr_doc_parsing cc-ocr_document_parsing cc_ocr_doc", "ccocr"},
        {"ccocr_kie", "CC-OCR KIE", "document", Kind::Text, "f1", 1, 1, "arXiv 2412.02210",
            "ccocr_kie cc_ocr_key_information_extraction", ""},
        {"ocrvqa", "OCR-VQA", "document", Kind::Open, "anls(threshold=0)", 1, 1, "ICDAR 2019, ocr-vqa.github.io",
            "ocrvqa", ""},
        {"ocrbench_v2", "OCRBench-V2", "document", Kind::Open, "contains", 1, 1, "arXiv 2501.00321",
            "ocrbench_v2 ocrbenchv2", "ocrbench"},
        {"docvqa", "DocVQA", "document", Kind::Open, "anls", 1, 1, "arXiv 2007.00398",
            "docvqa doc_vqa spdocvqa", ""},
        {"textvqa", "TextVQA", "scene", Kind::Open, "vqa", 5, 5, "arXiv 1904.08920",
            "textvqa text_vqa", ""},
        {"mmerw_ocr", "MME-RealWorld OCR-in-the-wild", "scene", Kind::Choice, "mcq", 1, 1,
            "arXiv 2408.13257",
            "mme-realworld_ocr mme_rw_ocr mme-realworld_ocr_in_the_wild mme_rw_ocr_in_the_wild "
            "mmerealworld_ocr_wild",
            "mmerealworld mmerw"},
        {"ccocr_scene", "CC-OCR Multi-Scene OCR", "scene", Kind::Text, "f1(letters=1)", 5, 5, "arXiv 2412.02210",
            "ccocr_multisceneocr cc-ocr_multi_scene_ocr cc_ocr_multi_scene cc-ocr_scene",
            "ccocrmultiscene multisceneocr"},
        {"mathvista", "MathVista", "math", Kind::ChoiceOrOpen, "numeric", 1, 6, "arXiv 2310.02255",
            "mathvista math_vista", ""},
        {"mathverse", "MathVerse with reasoning", "math", Kind::ChoiceOrOpen, "", 6, 6, "arXiv 2403.14624",
            "mathverse math_verse mathverse_with_reasoning mathverse_reasoning mathverse_cot "
            "mathverse_mini_vision_only mathverse_testmini_vision_only mathverse_mini_vision_dominant "
            "mathverse_mini_vision_intensive mathverse_mini_text_lite mathverse_mini_text_dominant",
            "mathverse"},
        {"mathverse_direct", "MathVerse without reasoning", "math", Kind::ChoiceOrOpen, "", 6, 6,
            "arXiv 2403.14624",
            "mathverse_without_reasoning mathverse_no_reasoning mathverse_wo_reasoning mathverse_direct", ""},
        {"mathvision", "MathVision", "math", Kind::ChoiceOrOpen, "exact", 1, 6, "arXiv 2402.14804",
            "mathvision math_vision mathv math-v", "mathv"},
        {"logicvista", "LogicVista", "math", Kind::Choice, "mcq", 6, 6, "arXiv 2407.04973",
            "logicvista logic_vista", ""},
        {"realworldqa", "RealWorldQA", "spatial", Kind::ChoiceOrOpen, "mcq", 8, 8,
            "xAI 2024, huggingface.co/datasets/xai-org/RealworldQA",
            "realworldqa real_world_qa", ""},
        {"mmerw_monitoring", "MME-RealWorld Video Monitoring", "spatial", Kind::Choice, "mcq", 1, 1,
            "arXiv 2408.13257",
            "mme-realworld_monitoring mme_rw_monitoring mme-realworld_video_monitoring "
            "mme_rw_video_monitoring",
            ""},
        {"mmerw_driving", "MME-RealWorld Autonomous Driving", "spatial", Kind::Choice, "mcq", 1, 1,
            "arXiv 2408.13257",
            "mme-realworld_autonomous_driving mme_rw_autonomous_driving mme_rw_driving mme-realworld_driving",
            ""},
        {"refcoco", "RefCOCO", "grounding", Kind::Box, "iou", 1, 1, "arXiv 1608.00272",
            "refcoco ref-coco refcoco_bbox_rec refcoco_seg", "refcoco"},
        {"refcoco_plus", "RefCOCO+", "grounding", Kind::Box, "iou", 1, 1, "arXiv 1608.00272",
            "refcoco+ ref-coco+ refcocoplus refcoco_plus refcoco+_bbox_rec refcocoplus_bbox_rec", ""},
        {"refcoco_g", "RefCOCO-g", "grounding", Kind::Box, "iou", 1, 1, "arXiv 1511.02283",
            "refcocog ref-coco-g refcoco_g refcocog_bbox_rec refcocog_umd", ""},
        {"refcoco_m", "RefCOCO-M", "grounding", Kind::Box, "iou", 1, 1,
            "huggingface.co/datasets/moondream/refcoco-m",
            "refcocom ref-coco-m refcoco_m", ""},
        {"pixmo_point", "Pixmo-Point", "grounding", Kind::Point, "points", 1, 1, "arXiv 2409.17146",
            "pixmopoint pixmopoints pixmo_points_eval pixmo-pointing", "pixmo"},
        {"countbench", "CountBench", "counting", Kind::Open, "exact", 4, 4, "arXiv 2302.12066",
            "countbench countbenchqa count_bench", ""},
        {"tallyqa", "TallyQA", "counting", Kind::Open, "exact", 6, 6, "arXiv 1810.12440",
            "tallyqa tally_qa tallyqa_simple tallyqa_complex", ""},
        {"ai2d", "AI2D", "table", Kind::Choice, "mcq", 5, 5, "arXiv 1603.07396",
            "ai2d ai2d_test_no_mask ai2d_no_mask ai2d_lite", ""},
        {"mmerw_table", "MME-RealWorld Diagram/Table", "table", Kind::Choice, "mcq", 1, 1,
            "arXiv 2408.13257",
            "mme-realworld_diagram_table mme_rw_diagram_table mme_rw_diagram mme-realworld_diagram "
            "mme-realworld_diagram_and_table mme_rw_diagram_and_table",
            ""},
        {"mmmu_pro", "MMMU-Pro", "general", Kind::Choice, "mcq", 6, 6, "arXiv 2409.02813",
            "mmmupro mmmu_pro mmmu_pro_10c mmmu_pro_4c mmmu_pro_v mmmu_pro_standard mmmu_pro_vision "
            "mmmu_pro_original mmmu_pro_standard_10_options mmmu_pro_standard_4_options",
            "mmmu"},
        {"mmbench", "MMBench", "general", Kind::Choice, "mcq", 6, 6, "arXiv 2307.06281",
            "mmbench mmbench_en_dev mmbench_cn_dev mmbench_en_test mmbench_cn_test mmbench_en mmbench_cn", ""},
        {"vqav2", "VQA-v2", "general", Kind::Open, "vqa", 1, 1, "arXiv 1612.00837",
            "vqav2 vqa_v2 vqa_v2.0", ""},
    };
    // clang-format on
    return all;
}

const KnownDataset* knownDataset(const QString& name)
{
    static const QHash<QString, const KnownDataset*> byName = [] {
        QHash<QString, const KnownDataset*> names;
        for (const KnownDataset& known : knownDatasets()) {
            names.insert(datasetNameKey(QString::fromLatin1(known.name)), &known);
            names.insert(datasetNameKey(QString::fromLatin1(known.key)), &known);
            for (const QString& each : namesOf(known)) {
                names.insert(datasetNameKey(each), &known);
            }
        }
        return names;
    }();
    return byName.value(datasetNameKey(name), nullptr);
}

const KnownDataset* knownDatasetByKey(QStringView key)
{
    const QVector<KnownDataset>& all = knownDatasets();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const KnownDataset& known) { return key == QLatin1String(known.key); });
    return found == all.end() ? nullptr : &*found;
}

const KnownDataset* relatedDataset(const QString& name)
{
    const QString text = squeezed(wordsOf(name));
    const KnownDataset* best = nullptr;
    qsizetype longest = 0;
    for (const KnownDataset& known : knownDatasets()) {
        QStringList parts = QString::fromLatin1(known.family).split(u' ', Qt::SkipEmptyParts);
        for (const QString& each : namesOf(known)) {
            parts.append(squeezed(wordsOf(each)));
        }
        for (const QString& part : std::as_const(parts)) {
            if (part.size() > longest && text.contains(part)) {
                longest = part.size();
                best = &known;
            }
        }
    }
    return best;
}

} // namespace winnow
