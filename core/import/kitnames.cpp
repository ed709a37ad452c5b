// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/kitnames.h"

#include <QRegularExpression>

#include <algorithm>

namespace winnow {

namespace {

/// Models that judge, as their names stand in file names.
const QString kJudge = QStringLiteral("openai|exact_matching|(?:chatgpt|gpt-?[345]|o[134]-|qwen|deepseek|"
                                      "llama|claude|gemini|glm|internlm|kimi|doubao)"
                                      "[A-Za-z0-9.\\-]*");
/// What a step of an evaluation calls what it writes.
const QString kStep = QStringLiteral("detailed_results|detailed_metrics|detailed|details?|results?|vanilla|"
                                     "circ0|all|auxmatch|scores?|acc|fine|"
                                     "metrics?|PREV|checkpoint|structs|extract(?:ed)?(?:_answer)?|judge(?:_["
                                     "A-Za-z0-9.\\-]+)*|final_rating|rating|"
                                     "tmp|response|processed|config|meta|rubric|per_row");

int rankOf(const QString& suffix)
{
    static const struct {
        const char* word;
        int rank;
    } kRanks[] = {{"detailed_results", 2}, {"results", 3}, {"result", 1}, {"auxmatch", 4}, {"score", 6}};
    for (const auto& [word, rank] : kRanks) {
        if (suffix == QLatin1String(word) || suffix.endsWith(QLatin1Char('_') + QLatin1String(word))) {
            return rank;
        }
    }
    return 5;
}

/// Tables that hold no row for each sample, whatever their columns are.
bool isFigures(const QString& suffix, const QString& ending)
{
    static const QRegularExpression sums(
        QStringLiteral("(?:^|_)(?:acc|fine|metrics?|rating|config|meta|vanilla_.*|tmp|PREV|checkpoint)$"));
    return ending == QLatin1String("csv") || sums.match(suffix).hasMatch()
        || suffix.contains(QLatin1String("vanilla"));
}

KitFileName derived(const QString& dataset, const QString& suffix, const QString& ending)
{
    static const QRegularExpression judge(QStringLiteral("^(%1)(?:_|$)").arg(kJudge));
    KitFileName name;
    name.dataset = dataset;
    name.rank = rankOf(suffix);
    name.kind = isFigures(suffix, ending) ? KitFileName::Kind::Figures : KitFileName::Kind::Verdicts;
    const auto match = judge.match(suffix);
    name.judge = match.hasMatch() ? match.captured(1) : QString();
    if (!match.hasMatch() && rankOf(suffix) == 1 && suffix.size() > 7) {
        name.judge = suffix.chopped(int(sizeof("_result")) - 1);
    }
    return name;
}

/// Names of the toolkit's datasets as they stand at the end of files that were moved out of their folders.
const QStringList& usualDatasets()
{
    static const QStringList names{QStringLiteral("MMStar"), QStringLiteral("MMBench"),
        QStringLiteral("MMBench_DEV_EN"), QStringLiteral("MMBench_DEV_EN_V11"),
        QStringLiteral("MMBench_DEV_CN"), QStringLiteral("MMBench_DEV_CN_V11"),
        QStringLiteral("MMBench_TEST_EN"), QStringLiteral("MMBench_TEST_EN_V11"),
        QStringLiteral("MMBench_V11"), QStringLiteral("MMMU_DEV_VAL"), QStringLiteral("MMMU_TEST"),
        QStringLiteral("MMMU_Pro_10c"), QStringLiteral("MMMU_Pro_V"), QStringLiteral("MathVista_MINI"),
        QStringLiteral("MathVision"), QStringLiteral("MathVision_MINI"), QStringLiteral("MathVerse_MINI"),
        QStringLiteral("MMVet"), QStringLiteral("MME"), QStringLiteral("MME-RealWorld"),
        QStringLiteral("POPE"), QStringLiteral("HallusionBench"), QStringLiteral("AI2D_TEST"),
        QStringLiteral("AI2D_TEST_NO_MASK"), QStringLiteral("ScienceQA_VAL"),
        QStringLiteral("ScienceQA_TEST"), QStringLiteral("ChartQA_TEST"), QStringLiteral("DocVQA_VAL"),
        QStringLiteral("DocVQA_TEST"), QStringLiteral("InfoVQA_VAL"), QStringLiteral("InfoVQA_TEST"),
        QStringLiteral("TextVQA_VAL"), QStringLiteral("OCRBench"), QStringLiteral("OCRVQA_TEST"),
        QStringLiteral("SEEDBench_IMG"), QStringLiteral("SEEDBench2"), QStringLiteral("SEEDBench2_Plus"),
        QStringLiteral("RealWorldQA"), QStringLiteral("BLINK"), QStringLiteral("BLINK_circular"),
        QStringLiteral("MMVP"), QStringLiteral("CCBench"), QStringLiteral("MMT-Bench_VAL"),
        QStringLiteral("CharXiv_descriptive_val"), QStringLiteral("CharXiv_reasoning_val"),
        QStringLiteral("COCO_VAL"), QStringLiteral("LLaVABench"), QStringLiteral("CountBenchQA"),
        QStringLiteral("VStarBench"), QStringLiteral("A-OKVQA"), QStringLiteral("R-Bench-Dis"),
        QStringLiteral("TaskMeAnything_v1_imageqa_random")};
    return names;
}

} // namespace

KitFileName readKitFileName(const QString& rest, const QString& ending, const QStringList& datasets)
{
    static const QRegularExpression steps(
        QStringLiteral("^(?<dataset>.+?)_(?<suffix>(?:%1)(?:_(?:%2))*|(?:%2)(?:_(?:%2))*)$")
            .arg(kJudge, kStep),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ends(
        QStringLiteral("(?:^|_)(?:%1)$").arg(kStep), QRegularExpression::CaseInsensitiveOption);
    KitFileName name;
    QString known;
    for (const QString& dataset : datasets) {
        if ((rest == dataset || rest.startsWith(dataset + u'_')) && dataset.size() > known.size()) {
            known = dataset;
        }
    }
    const QString behind = rest.mid(known.size() + 1);
    const auto match = steps.match(rest);
    name.dataset = rest;
    if (!known.isEmpty() && (behind.isEmpty() || ends.match(behind).hasMatch())) {
        name = behind.isEmpty() ? KitFileName{KitFileName::Kind::Replies, known, {}, 0}
                                : derived(known, behind, ending);
    } else if (match.hasMatch()) {
        name = derived(
            match.captured(QStringLiteral("dataset")), match.captured(QStringLiteral("suffix")), ending);
    }
    if (ending == QLatin1String("pkl")) {
        name.kind = KitFileName::Kind::Pickle;
    }
    return name;
}

bool isKitEvalId(const QString& name)
{
    static const QRegularExpression id(QStringLiteral("^T\\d{8}(?:-\\d{6}|_G[0-9a-fA-F]+)$"));
    return id.match(name).hasMatch();
}

bool isKitCircular(const QString& dataset)
{
    static constexpr const char* kWords[] = {"mmbench", "ccbench", "circular", "mmcr"};
    const QString lower = dataset.toLower();
    return std::any_of(std::begin(kWords), std::end(kWords),
        [&](const char* word) { return lower.contains(QLatin1String(word)); });
}

QString kitModelOf(const QString& stem)
{
    const QString rest = readKitFileName(stem, {}, {}).dataset;
    qsizetype longest = 0;
    for (const QString& dataset : usualDatasets()) {
        if (rest.endsWith(u'_' + dataset) && dataset.size() > longest && rest.size() > dataset.size() + 1) {
            longest = dataset.size();
        }
    }
    return longest == 0 ? QString() : rest.chopped(longest + 1);
}

} // namespace winnow
