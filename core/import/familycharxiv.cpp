// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CharXiv: princeton-nlp/CharXiv 7ebe88f, data/descriptive_val.json, reasoning_val.json,
// image_metadata_val.json, src/generate.py (gen-MODEL-descriptive_val.json) and src/descriptive_utils.py
// (scores-…).

#include "core/base/regularfile.h"
#include "core/import/families.h"
#include "core/import/jsonrecords.h"
#include "core/import/utf8.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cctype>
#include <unordered_map>

namespace winnow {

namespace {

/// What the descriptive questions ask, by their number from 1. Said in short: the prompts of the set add how
/// to answer.
constexpr const char* kAsked[]
    = {"name the title", "name the label of the x-axis", "name the label of the y-axis",
        "name the leftmost labelled tick of the x-axis", "name the rightmost labelled tick of the x-axis",
        "name the lowest labelled tick of the y-axis", "name the highest labelled tick of the y-axis",
        "give the difference between neighbouring tick values of the x-axis",
        "give the difference between neighbouring tick values of the y-axis", "count the lines",
        "say whether any lines intersect", "count the discrete labels in the legend",
        "name the labels in the legend",
        "give the difference between the largest and smallest tick of the colorbar",
        "give the largest tick of the colorbar", "describe the trend from left to right",
        "count the labelled ticks on all axes", "describe the layout of the subplots", "count the subplots"};

/// "val" of descriptive_val.json; empty when the name does not tell.
QString splitOf(const QString& path)
{
    static const QRegularExpression split(QStringLiteral("_(val|test)$"));
    return split.match(QFileInfo(path).completeBaseName()).captured(1);
}

struct Figure {
    std::string field;
    std::string title;
};
using Figures = std::unordered_map<std::string, Figure>;

/// What image_metadata_SPLIT.json beside the file says of the figures.
Figures figuresBeside(const QString& path)
{
    constexpr qint64 kLargest = 64 << 20;
    Figures figures;
    QFile file;
    const QFileInfo info(path);
    if (!openRegularFile(file, info.path() + QStringLiteral("/image_metadata_%1.json").arg(splitOf(path)))
        || file.size() > kLargest) {
        return figures;
    }
    const QJsonObject told = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = told.begin(); it != told.end(); ++it) {
        const QJsonObject figure = it.value().toObject();
        figures[it.key().toStdString()] = {figure.value(QLatin1String("category")).toString().toStdString(),
            figure.value(QLatin1String("title")).toString().toStdString()};
    }
    return figures;
}

/// What both kinds of questions have.
struct Charts {
    QString kind;
    QString split;
    Figures figures;

    Charts(const QString& path, const char* questions)
        : kind(QString::fromLatin1(questions))
        , split(splitOf(path))
        , figures(figuresBeside(path))
    {
    }

    void addTo(JsonRow& row, const std::string& figure) const
    {
        row.addText("image", figure + ".jpg");
        const QString set = QStringLiteral("CharXiv_") + kind + (split.isEmpty() ? QString() : u'_' + split);
        row.addText("dataset", set.toStdString());
        if (!split.isEmpty()) {
            row.addText("split", split.toStdString());
        }
        if (const auto told = figures.find(figure); told != figures.end()) {
            row.addText("category", told->second.field);
            row.addText("title", told->second.title);
        }
    }
    SentenceList notes(const Sentence& first) const
    {
        SentenceList notes{first};
        if (!figures.empty()) {
            notes.append(Sentence::of(QT_TRANSLATE_NOOP("Import",
                "The field and the title of each figure's paper are those of image_metadata beside the "
                "file")));
        }
        return notes;
    }
};

/// "…" asked of a subplot: [row, column], [0, 0] where there is only one, or a text.
std::string descriptiveQuestion(const RecordView& view, int number)
{
    constexpr int kOfAll = 18;
    const auto place = view.items("subplot_loc");
    std::string question;
    if (number < kOfAll && place.size() == 2 && place[0].text != "0") {
        question = "For the subplot at row " + std::string(place[0].text) + " and column "
            + std::string(place[1].text) + ": ";
    } else if (number < kOfAll && view.cell("subplot_loc").kind == CellKind::Text) {
        question = "For " + std::string(view.text("subplot_loc")) + ": ";
    }
    const bool known = number >= 1 && number <= int(std::size(kAsked));
    question += known ? kAsked[number - 1] : ("answer question " + std::to_string(number)).c_str();
    question.front() = char(std::toupper(static_cast<unsigned char>(question.front())));
    return question + '.';
}

void writeDescriptive(const RecordView& view, const Charts& charts, std::vector<std::string>& rows)
{
    const auto numbers = view.items("qids");
    const auto answers = view.items("answers");
    const std::string figure(trimmed(view.text("figure_id")));
    for (size_t i = 0; i < numbers.size(); ++i) {
        JsonRow row;
        row.addText("index", figure + '_' + std::to_string(i));
        row.addText("figure_id", figure);
        row.addText("qid", numbers[i].text);
        row.addText("question", descriptiveQuestion(view, int(toNumber(numbers[i].text).value_or(0))));
        if (i < answers.size()) {
            row.add("answer", answers[i]);
        }
        charts.addTo(row, figure);
        rows.push_back(row.take());
    }
}

void writeReasoning(const RecordView& view, const Charts& charts, std::vector<std::string>& rows)
{
    const std::string figure(trimmed(view.text("figure_id")));
    JsonRow row;
    row.addText("index", figure);
    row.add("question", view.cell("query"));
    view.copyTo(row, {kKeyColumn, "query"});
    charts.addTo(row, figure);
    rows.push_back(row.take());
}

/// One of the two kinds of questions, as a set of its own.
Family charXivQuestions(const RecordLayout& layout, const char* kind,
    std::function<bool(const JsonHead&)> knows,
    void (*write)(const RecordView&, const Charts&, std::vector<std::string>&), const Sentence& note)
{
    Family family;
    family.layout = layout;
    family.knows = std::move(knows);
    family.open = [layout, kind, write, note](const QString& path, const ReadLimits& limits) {
        const auto charts = std::make_shared<const Charts>(path, kind);
        const auto record = [charts, write](const RecordView& view, std::vector<std::string>& rows) {
            write(view, *charts, rows);
        };
        return openReshaped(path, limits, layout, record, charts->notes(note));
    };
    return family;
}

} // namespace

Family charXivDescriptive()
{
    return charXivQuestions(
        {QStringLiteral("charxiv_descriptive"), QStringLiteral("CharXiv, descriptive"),
            QStringLiteral("descriptive_SPLIT.json: qids and answers by figure; images FIGURE.jpg")},
        "descriptive",
        [](const JsonHead& head) {
            return head.has({"figure_id", "subplot_loc", "qids"});
        },
        writeDescriptive,
        Sentence::of(QT_TRANSLATE_NOOP("Import",
            "Read as CharXiv: each figure has four descriptive questions, keyed FIGURE_0 to FIGURE_3; the "
            "file "
            "names them by number, and their words are Winnow's")));
}

Family charXivReasoning()
{
    return charXivQuestions(
        {QStringLiteral("charxiv_reasoning"), QStringLiteral("CharXiv, reasoning"),
            QStringLiteral("reasoning_SPLIT.json: query and answer by figure; images FIGURE.jpg")},
        "reasoning",
        [](const JsonHead& head) {
            return head.has({"figure_id", "query", "inst_category", "qa_source"});
        },
        writeReasoning,
        Sentence::of(QT_TRANSLATE_NOOP(
            "Import", "Read as CharXiv: each figure has one question, keyed by the figure")));
}

Family charXivReplies()
{
    Family family;
    family.layout = {QStringLiteral("charxiv_results"), QStringLiteral("CharXiv results"),
        QStringLiteral(
            "gen-MODEL-descriptive_SPLIT.json (reasoning), or scores-… with extracted_answer and score")};
    family.role = FamilyRole::Replies;
    family.knows = [](const JsonHead& head) {
        return (head.has({"figure_id", "response"}) && (head.has({"subq_idx"}) || head.has({"raw_question"})))
            || head.has({"resp_id", "extracted_answer", "score"});
    };
    family.open = [layout = family.layout](const QString& path, const ReadLimits& limits) {
        static const QRegularExpression named(
            QStringLiteral("^(?:gen|scores)-(.+)-(?:descriptive|reasoning)_(?:val|test)$"));
        const QString model = named.match(QFileInfo(path).completeBaseName()).captured(1);
        const auto record
            = [model = model.toStdString()](const RecordView& view, std::vector<std::string>& rows) {
                  JsonRow row;
                  row.add("index", view.cell(kKeyColumn));
                  if (!model.empty()) {
                      row.addText("model", model);
                  }
                  row.add("response", view.cell("response"));
                  row.add("prediction", view.cell("extracted_answer"));
                  // -1 stands for a judgement that could not be read.
                  if (view.text("score") != "-1") {
                      row.add("score", view.cell("score"));
                  }
                  rows.push_back(row.take());
              };
        return openReshaped(path, limits, layout, record,
            {Sentence::of(
                QT_TRANSLATE_NOOP("Import", "Read as results of CharXiv: the model is named by the file"))});
    };
    return family;
}

} // namespace winnow
