// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sets of yes/no questions about objects: HallusionBench, POPE.

#include "core/import/families.h"
#include "core/import/utf8.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace winnow {

/// tianyi-lab/HallusionBench 744007c, HallusionBench.json and HallusionBench_result_sample.json.
Family hallusionBench()
{
    Family family;
    family.layout = {QStringLiteral("hallusionbench"), QStringLiteral("HallusionBench"),
        QStringLiteral(
            "A list of category, subcategory, set_id, figure_id, question_id, question, gt_answer, "
            "filename; results add model_prediction")};
    family.knows = [](const JsonHead& head) {
        return head.has({"category", "subcategory", "set_id", "figure_id", "question_id", "visual_input"});
    };
    family.open = [layout = family.layout](const QString& path, const ReadLimits& limits) {
        const auto record = [](const RecordView& view, std::vector<std::string>& rows) {
            std::string key;
            for (const char* part : {"category", "subcategory", "set_id", "figure_id", "question_id"}) {
                key.append(key.empty() ? "" : "_").append(trimmed(view.text(part)));
            }
            JsonRow row;
            row.addText("index", key);
            view.copyTo(row, {"gt_answer", "filename", "model_prediction"});
            row.add("image", view.cell("filename"));
            row.add("response", view.cell("model_prediction"));
            const std::string_view gold = trimmed(view.text("gt_answer"));
            if (gold == "0" || gold == "1") {
                row.addText("answer", gold == "1" ? "Yes" : "No");
            } else {
                row.add("answer", view.cell("gt_answer"));
            }
            rows.push_back(row.take());
        };
        return openReshaped(path, limits, layout, record,
            {Sentence::of(QT_TRANSLATE_NOOP("Import",
                "Read as HallusionBench: the key is category, subcategory, set, figure and question "
                "(VD_illusion_0_0_1), and the answers 0 and 1 are No and Yes"))});
    };
    return family;
}

/// AoiDragon/POPE 08d957b, output/coco/coco_pope_random.json: question_id counts from 1 in each of three
/// files.
Family popeQuestions()
{
    Family family;
    family.layout = {QStringLiteral("pope"), QStringLiteral("POPE"),
        QStringLiteral("Lines of question_id, image, text, label in a file each for random, popular and "
                       "adversarial objects")};
    family.knows = [](const JsonHead& head) {
        return head.has({"question_id", "image", "text", "label"}) && head.has({"yes"})
            && !head.has({"answer_id"}) && !head.has({"category"});
    };
    family.open = [layout = family.layout](const QString& path, const ReadLimits& limits) {
        static const QRegularExpression word(QStringLiteral("random|popular|adversarial"));
        const std::string kind = word.match(QFileInfo(path).fileName().toLower()).captured().toStdString();
        const auto record = [kind](const RecordView& view, std::vector<std::string>& rows) {
            JsonRow row;
            if (!kind.empty() && !view.text("question_id").empty()) {
                row.addText("index", kind + '_' + std::string(view.text("question_id")));
                row.addText("category", kind);
            }
            view.copyTo(row);
            rows.push_back(row.take());
        };
        return openReshaped(path, limits, layout, record,
            {Sentence::of(QT_TRANSLATE_NOOP("Import",
                "Read as POPE: the name of the file says how the objects were chosen, and the key is that "
                "with "
                "question_id (random_1)"))});
    };
    return family;
}

} // namespace winnow
