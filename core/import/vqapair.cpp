// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/vqapair.h"

#include "core/import/drafttext.h"
#include "core/import/families.h"
#include "core/import/jsonpick.h"
#include "core/import/jsonplace.h"
#include "core/import/jsonrecords.h"
#include "core/import/sampledraft.h"
#include "core/import/utf8.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <unordered_map>

namespace winnow {

namespace {

// Keys as GT-Vision-Lab/VQA a013f00 describes them (README.md, PythonHelperTools/vqaTools/vqa.py).

RecordLayout vqaLayout()
{
    return {QStringLiteral("vqa"), QStringLiteral("VQA questions and annotations"),
        QStringLiteral("…_questions.json and …_annotations.json of a split, joined by question_id; images "
                       "COCO_SPLIT_ID.jpg")};
}

/// "val2014", as the file says or its name.
QString splitOf(const JsonFile& file)
{
    static const QRegularExpression told(QStringLiteral("\"data_subtype\"\\s*:\\s*\"([^\"]+)\""));
    static const QRegularExpression named(QStringLiteral("(?:train|val|test-dev|test)\\d{4}"));
    const QString inside = told.match(QString::fromUtf8(file.head)).captured(1);
    return inside.isEmpty() ? named.match(QFileInfo(file.path).fileName()).captured() : inside;
}

/// Told by the questions, so that it is the same whichever file is opened: VQAv2_val2014.
QString datasetOf(const QString& questions, const QString& split)
{
    const QString name = QFileInfo(questions).fileName();
    QString dataset
        = name.startsWith(QLatin1String("v2_")) ? QStringLiteral("VQAv2_") : QStringLiteral("VQA_");
    dataset += name.contains(QLatin1String("abstract")) ? QStringLiteral("abstract_") : QString();
    dataset += name.contains(QLatin1String("MultipleChoice")) ? QStringLiteral("choice_") : QString();
    return dataset + split;
}

/// What annotations say of a question: rows of JSON by question_id.
using Annotations = std::unordered_map<std::string, std::string>;

/// What a person answered; blanks are an answer too.
std::string answerIn(const Cell& said)
{
    if (said.kind != CellKind::Object) {
        return std::string(said.text);
    }
    const JsonFields fields(said.text);
    return isJsonText(fields["answer"]) ? jsonText(fields["answer"]) : textOfObject(said.text).toStdString();
}

Result<Annotations> readAnnotations(const QString& path, const ReadLimits& limits)
{
    Annotations all;
    auto source = openJsonList(path, "annotations", limits);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    RawRecord record;
    for (;;) {
        RecordProblem problem;
        const auto step = (*source)->next(record, problem);
        if (!step) {
            return tl::unexpected<Error>(step.error());
        }
        if (*step == RecordSource::Step::End) {
            return all;
        }
        const RecordView view{record, (*source)->columns()};
        if (*step == RecordSource::Step::Record && view.cell("question_id").present()) {
            JsonRow row;
            view.copyTo(row, {kMemberColumn, "question_id", "image_id", "answers"});
            // Of ten answers with how sure each person was, the words are kept.
            std::string answers = "[";
            for (const Cell& item : view.items("answers")) {
                answers += answers.size() > 1 ? "," : "";
                appendJsonString(answers, answerIn(item));
            }
            row.addJson("answers", answers + ']');
            all.emplace(std::string(view.text("question_id")), row.take());
        }
    }
}

Result<std::unique_ptr<RecordSource>> openPair(const QString& questions, const QString& annotations,
    const QString& split, const RecordFiles& files, const ReadLimits& limits)
{
    auto read = readAnnotations(annotations, limits);
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    auto source = openJsonList(questions, "questions", limits);
    if (!source) {
        return source;
    }
    const auto told = std::make_shared<const Annotations>(std::move(*read));
    const auto record = [told, split = split.toStdString(), name = datasetOf(questions, split).toStdString()](
                            const RecordView& view, std::vector<std::string>& rows) {
        JsonRow row;
        view.copyTo(row, {kMemberColumn});
        // What the questions say themselves goes first.
        if (view.cell("split").kind == CellKind::Absent) {
            row.addText("split", split);
        }
        if (view.cell("dataset").kind == CellKind::Absent) {
            row.addText("dataset", name);
        }
        if (const auto image = toNumber(view.text("image_id")); image && !view.cell("image").present()) {
            const std::string digits = std::to_string(qint64(*image));
            row.addText("image",
                "COCO_" + split + '_' + std::string(12 - std::min<size_t>(12, digits.size()), '0') + digits
                    + ".jpg");
        }
        std::string json = row.take();
        if (const auto found = told->find(std::string(view.text("question_id"))); found != told->end()) {
            json.back() = ',';
            json += found->second.substr(1);
        }
        rows.push_back(std::move(json));
    };
    const auto nameOf = [&](const QString& path) { return QFileInfo(files.shownAs(path)).fileName(); };
    return reshapedAs(std::move(*source), limits, vqaLayout(), record,
        {Sentence::of(
            QT_TRANSLATE_NOOP("Import", "The questions of %1 are joined to the answers in %2 by question_id"))
                .arg(nameOf(questions), nameOf(annotations))});
}

} // namespace

std::vector<RecordLayout> VqaPairFormat::layouts() const
{
    return {vqaLayout()};
}

QVector<RecordSet> VqaPairFormat::find(const SetPlace& place) const
{
    const auto asks = [](const JsonHead& head) {
        return head.has({"questions", "question_id", "image_id", "question"}) && !head.has({"annotations"});
    };
    const auto answers = [](const JsonHead& head) {
        return head.has({"annotations", "question_id", "image_id", "answers", "answer_type"});
    };
    if (!place.file.isEmpty()) {
        const QByteArray bytes = headOf(place.file);
        const JsonHead head(bytes);
        if (!asks(head) && !answers(head)) {
            return {};
        }
    }
    QVector<RecordSet> sets;
    QVector<RecordSet> results;
    const std::vector<JsonFile> files = jsonFilesIn(place);
    for (const JsonFile& questions : files) {
        if (const Family* family = familyOf(questions.head);
            family && place.file.isEmpty() && family->layout.id == QLatin1String("vqa_results")) {
            results.append({questions.name, {questions.path}, {}});
        }
        if (!asks(JsonHead(questions.head))) {
            continue;
        }
        const QString split = splitOf(questions);
        const auto annotations = std::find_if(files.begin(), files.end(),
            [&](const JsonFile& file) { return answers(JsonHead(file.head)) && splitOf(file) == split; });
        if (annotations == files.end()
            || (!place.file.isEmpty() && place.file != questions.path && place.file != annotations->path)) {
            continue;
        }
        RecordSet set;
        set.name = QFileInfo(questions.path).completeBaseName();
        set.files = {questions.path, annotations->path};
        set.open = [from = questions.path, with = annotations->path, split](const RecordFiles& opened,
                       const ReadLimits& limits) { return openPair(from, with, split, opened, limits); };
        sets.append(set);
    }
    return sets.isEmpty() ? sets : sets + results;
}

} // namespace winnow
