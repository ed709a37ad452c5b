// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Replies whose model, or whose place for the reply, only the layout of the set tells.

#include "core/import/families.h"
#include "core/import/jsonrecords.h"
#include "core/import/utf8.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace winnow {

namespace {

/// The name of the folder so many levels up; empty where it says what it holds, and not whose it is.
QString folderOf(const QString& path, int levels)
{
    static const QStringList words{QStringLiteral("raw"), QStringLiteral("out"), QStringLiteral("output"),
        QStringLiteral("outputs"), QStringLiteral("saved_outputs"), QStringLiteral("example_outputs"),
        QStringLiteral("results"), QStringLiteral("replies"), QStringLiteral("predictions"),
        QStringLiteral("data")};
    QString folder = QFileInfo(path).absolutePath();
    for (int i = 1; i < levels; ++i) {
        folder = QFileInfo(folder).path();
    }
    const QString name = QFileInfo(folder).fileName();
    return words.contains(name.toLower()) ? QString() : name;
}

/// As names of tasks are compared: "Relative Depth_concat" is Relative_Depth.
QString taskWord(QString name)
{
    name.remove(QRegularExpression(QStringLiteral("[_ ]concat$")));
    return name.replace(u' ', u'_').toLower();
}

ReshapeRecord withModel(const QString& model)
{
    return [model = model.toStdString()](const RecordView& view, std::vector<std::string>& rows) {
        JsonRow row;
        if (!model.empty() && !view.cell("model").present()) {
            row.addText("model", model);
        }
        // As keys of a test split are kept back.
        if (view.text("answer") == "hidden") {
            view.copyTo(row, {"answer"});
        } else {
            view.copyTo(row);
        }
        rows.push_back(row.take());
    };
}

/// What stands in a prompt between "[Question]" and "[Choices]", where some have marks of their own.
std::string_view questionIn(std::string_view prompt)
{
    for (const std::string_view before : {"[Question]\n", "<QUESTION>\n"}) {
        const size_t at = prompt.find(before);
        prompt.remove_prefix(at == std::string_view::npos ? 0 : at + before.size());
    }
    for (const std::string_view behind : {"[Choices]", "<CHOICE>", "<CONTEXT>"}) {
        prompt = prompt.substr(0, prompt.find(behind));
    }
    return trimmed(prompt);
}

SentenceList namedBy(const QString& set, const QString& model)
{
    if (model.isEmpty()) {
        return {};
    }
    return {
        Sentence::of(QT_TRANSLATE_NOOP("Import", "Read as results of %1: the model is \"%2\" by its place"))
            .arg(QString(set).remove(QStringLiteral(" results")), model)};
}

} // namespace

/// MMMU-Benchmark/MMMU b119c94, eval/example_outputs/MODEL/SUBJECT/output.json.
Family mmmuReplies()
{
    Family family;
    family.layout = {QStringLiteral("mmmu_results"), QStringLiteral("MMMU results"),
        QStringLiteral(
            "MODEL/SUBJECT/output.json: id, question_type, answer, all_choices, index2ans, response")};
    family.role = FamilyRole::Replies;
    family.knows = [](const JsonHead& head) {
        return head.has({"id", "all_choices", "index2ans", "response"});
    };
    family.open = [layout = family.layout](const QString& path, const ReadLimits& limits) {
        // A folder for each subject tells that the one above is the model's.
        const bool placed = QFileInfo(path).fileName() == QLatin1String("output.json");
        const QString subject = folderOf(path, 1);
        static const QRegularExpression name(QStringLiteral("^[A-Z][a-z]+(?:_[A-Za-z]+)*$"));
        const QString model = placed && name.match(subject).hasMatch() ? folderOf(path, 2) : QString();
        return openReshaped(path, limits, layout, withModel(model), namedBy(layout.title, model));
    };
    return family;
}

/// zeyofu/BLINK_Benchmark 0cca9a3, eval/saved_outputs/MODEL/TASK.json.
Family blinkReplies()
{
    Family family;
    family.layout = {QStringLiteral("blink_results"), QStringLiteral("BLINK results"),
        QStringLiteral("MODEL/TASK.json: idx, answer, full_prediction, prediction")};
    family.role = FamilyRole::Replies;
    family.knows = [](const JsonHead& head) {
        return head.has({"idx", "answer", "full_prediction", "prediction"})
            && (head.has({"val_Counting_1"}) || head.has({"idx"}));
    };
    family.open = [layout = family.layout](const QString& path, const ReadLimits& limits) {
        static const QStringList tasks{QStringLiteral("art_style"), QStringLiteral("counting"),
            QStringLiteral("forensic_detection"), QStringLiteral("functional_correspondence"),
            QStringLiteral("iq_test"), QStringLiteral("jigsaw"), QStringLiteral("multi-view_reasoning"),
            QStringLiteral("object_localization"), QStringLiteral("relative_depth"),
            QStringLiteral("relative_reflectance"), QStringLiteral("semantic_correspondence"),
            QStringLiteral("spatial_relation"), QStringLiteral("visual_correspondence"),
            QStringLiteral("visual_similarity")};
        const bool placed = tasks.contains(taskWord(QFileInfo(path).completeBaseName()));
        const QString model = placed ? folderOf(path, 1) : QString();
        return openReshaped(path, limits, layout, withModel(model), namedBy(layout.title, model));
    };
    return family;
}

/// LightChen233/M3CoT ee50d5a, experiment/zero-shot/MODEL/PROMPT.jsonl: "messages" is the prompt and the
/// reply.
Family m3CotReplies()
{
    Family family;
    family.layout = {QStringLiteral("m3cot_results"), QStringLiteral("M3CoT results"),
        QStringLiteral(
            "MODEL/PROMPT.jsonl: id, choices, answer, domain, topic, messages (prompts and replies)")};
    family.role = FamilyRole::Replies;
    family.knows = [](const JsonHead& head) {
        return head.has({"id", "choices", "answer", "domain", "topic", "messages"}) && !head.has({"role"})
            && !head.has({"from"});
    };
    family.open = [layout = family.layout](const QString& path, const ReadLimits& limits) {
        static const QStringList prompts{
            QStringLiteral("direct"), QStringLiteral("cot"), QStringLiteral("ccot"), QStringLiteral("dsp")};
        const QString stem = QFileInfo(path).completeBaseName();
        const bool placed = prompts.contains(stem);
        const QString model = placed ? folderOf(path, 1) : QString();
        const auto record
            = [model = model.toStdString(), setting = placed ? stem.toStdString() : std::string()](
                  const RecordView& view, std::vector<std::string>& rows) {
                  JsonRow row;
                  if (!model.empty()) {
                      row.addText("model", model);
                      row.addText("setting", setting);
                  }
                  view.copyTo(row, {"messages"});
                  const auto messages = view.items("messages");
                  if (messages.size() >= 2) {
                      row.add("response", messages.back());
                  }
                  if (!view.cell("question").present() && !messages.empty()) {
                      row.addText("question", questionIn(messages.front().text));
                  }
                  rows.push_back(row.take());
              };
        SentenceList notes = namedBy(layout.title, model);
        notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Import", "The last of \"messages\" is the reply, the first the prompt")));
        return openReshaped(path, limits, layout, record, notes);
    };
    return family;
}

/// lupantech/MathVista 53d5258, results/bard/output_bard.json.
Family mathVistaReplies()
{
    Family family;
    family.layout = {QStringLiteral("mathvista_results"), QStringLiteral("MathVista results"),
        QStringLiteral(
            "output_MODEL.json by pid: question, choices, answer, query, response, and extraction, "
            "true_false once judged")};
    family.role = FamilyRole::Replies;
    family.knows = [](const JsonHead& head) {
        return head.has({"pid", "question_type", "answer_type", "query", "response"});
    };
    family.open = [layout = family.layout](const QString& path, const ReadLimits& limits) {
        static const QRegularExpression named(QStringLiteral("^outputs?_(.+)$"));
        const QString model = named.match(QFileInfo(path).completeBaseName()).captured(1);
        return openReshaped(path, limits, layout, withModel(model), namedBy(layout.title, model));
    };
    return family;
}

/// GT-Vision-Lab/VQA a013f00, Results/OpenEnded_mscoco_train2014_fake_results.json: [{question_id, answer}].
Family vqaReplies()
{
    Family family;
    family.layout = {QStringLiteral("vqa_results"), QStringLiteral("VQA results"),
        QStringLiteral("TASK_mscoco_SPLIT_MODEL_results.json: a list of question_id and answer")};
    family.role = FamilyRole::Replies;
    family.knows = [](const JsonHead& head) {
        return head.has({"question_id", "answer"}) && head.holdsOnly({"question_id", "answer"});
    };
    family.open = [layout = family.layout](const QString& path, const ReadLimits& limits) {
        static const QRegularExpression named(
            QStringLiteral("^(?:v2_|vqa_)*(?:OpenEnded|MultipleChoice)_(?:mscoco|abstract_v\\d+)_"
                           "(?:train|val|test|test-dev)\\d{4}_(.+)_results$"));
        const QString stem = QFileInfo(path).completeBaseName();
        const QString model = named.match(stem).captured(1);
        // Keys may be written like that, too.
        if (!stem.contains(QLatin1String("result"), Qt::CaseInsensitive)) {
            return JsonFormat().open(path, limits);
        }
        const auto record
            = [model = model.toStdString()](const RecordView& view, std::vector<std::string>& rows) {
                  JsonRow row;
                  row.add("question_id", view.cell("question_id"));
                  if (!model.empty()) {
                      row.addText("model", model);
                  }
                  row.add("prediction", view.cell("answer"));
                  // Every question of the set is open: the word in the name tells nothing.
                  row.addText("condition", "standard");
                  rows.push_back(row.take());
              };
        SentenceList notes = namedBy(layout.title, model);
        notes.append(Sentence::of(QT_TRANSLATE_NOOP("Import",
            "A file of results that holds question_id and answer alone: \"answer\" is the model's")));
        return openReshaped(path, limits, layout, record, notes);
    };
    return family;
}

} // namespace winnow
