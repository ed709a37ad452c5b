// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/usualscorers.h"

#include "core/domain/knowndatasets.h"

#include <QHash>

namespace winnow {

const QVector<UsualScorer>& usualScorers()
{
    // clang-format off
    static const QVector<UsualScorer> all{
        {"POPE", "yesno", "arXiv 2305.10355", "pope pope_adversarial pope_popular pope_random"},
        {"MME", "yesno", "arXiv 2306.13394", "mme mme_benchmark"},
        {"HallusionBench", "yesno", "arXiv 2310.14566",
            "hallusionbench hallusion_bench hallusion_bench_image"},
        {"AMBER", "yesno", "arXiv 2311.07397", "amber"},
        {"VSR", "yesno", "arXiv 2205.00363", "vsr vsr_zeroshot visual_spatial_reasoning"},
        {"NLVR2", "yesno", "arXiv 1811.00491", "nlvr2"},
        {"FigureQA", "yesno", "arXiv 1710.07300", "figureqa"},
        {"BLINK", "mcq", "arXiv 2404.12390", "blink"},
        {"M3CoT", "mcq", "arXiv 2405.16473", "m3cot"},
        {"ScienceQA", "mcq", "arXiv 2209.09513", "scienceqa scienceqa_img sqa scienceqa_full"},
        {"MMMU", "mcq", "arXiv 2311.16502", "mmmu mmmu_dev_val"},
        {"MMStar", "mcq", "arXiv 2403.20330", "mmstar"},
        {"SEED-Bench", "mcq", "arXiv 2307.16125",
            "seedbench seedbench_img seed_bench seedbench2 seedbench2_plus"},
        {"MMVet", "", "arXiv 2308.02490", "mmvet mm-vet mmvet_v2"},
        {"LLaVA-Bench", "", "arXiv 2304.08485",
            "llavabench llava_bench llava_in_the_wild llava_bench_in_the_wild llava_bench_coco"},
        {"MIA-Bench", "", "arXiv 2407.01509", "mia-bench"},
        {"OlympiadBench", "", "arXiv 2402.14008", "olympiadbench"},
        {"SimpleVQA", "", "arXiv 2502.13059", "simplevqa"},
        {"OCRBench", "contains", "arXiv 2305.07895", "ocrbench"},
        {"OK-VQA", "vqa", "arXiv 1906.00067", "okvqa ok-vqa"},
        {"A-OKVQA", "vqa", "arXiv 2206.01718", "aokvqa a-okvqa"},
        {"VizWiz", "vqa", "arXiv 1802.08218", "vizwiz vizwiz_vqa"},
        {"GQA", "normalised", "arXiv 1902.09506", "gqa gqa_testdev_balanced gqa_testdev"},
        {"ST-VQA", "anls", "arXiv 1905.13648", "stvqa st-vqa"},
        {"DUDE", "anls", "arXiv 2305.08455", "dude"},
        {"SlideVQA", "f1", "arXiv 2301.04883", "slidevqa"},
        {"PlotQA", "relaxed", "arXiv 1909.00997", "plotqa"},
        {"TabMWP", "numeric", "arXiv 2209.14610", "tabmwp"},
        {"DynaMath", "numeric", "arXiv 2411.00836", "dynamath"},
        {"GSM8K", "numeric", "arXiv 2110.14168", "gsm8k mgsm"},
        {"ScreenSpot", "points", "arXiv 2401.10935",
            "screenspot screenspot_v2 screenspot_pro screenspot_mobile screenspot_desktop screenspot_web"},
        {"Flickr30k Entities", "iou", "arXiv 1505.04870", "flickr30k_entities flickr30kentities"},
        {"Visual Genome regions", "iou", "arXiv 1602.07332", "visual_genome_grounding"},
        {"OmniDocBench", "edit", "arXiv 2412.07626", "omnidocbench"},
    };
    // clang-format on
    return all;
}

const UsualScorer* usualScorer(const QString& name)
{
    static const QHash<QString, const UsualScorer*> byName = [] {
        QHash<QString, const UsualScorer*> names;
        for (const UsualScorer& usual : usualScorers()) {
            for (const QString& each : QString::fromLatin1(usual.names).split(u' ')) {
                names.insert(datasetNameKey(each), &usual);
            }
        }
        return names;
    }();
    return byName.value(datasetNameKey(name), nullptr);
}

} // namespace winnow
