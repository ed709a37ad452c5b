// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/datbenchrow.h"

#include "core/export/hubtable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

namespace winnow {

namespace {

// Columns of DatBench, which stay in `extra` when its rows are imported.
const QString kPrompt = QStringLiteral("prompt_format");
const QString kMode = QStringLiteral("eval_mode");
const QString kJudge = QStringLiteral("judge_prompt");
const QString kCircular = QStringLiteral("is_circular");
const QString kMetadata = QStringLiteral("metadata");
const QString kSource = QStringLiteral("source_info");
const QString kMetrics = QStringLiteral("eval_metrics");
const QStringList kOptionKeys{
    QStringLiteral("options"), QStringLiteral("all_choices"), QStringLiteral("index2ans")};

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The scorers of DatBench that need nothing but question, options and answers.
QString scorerName(const QString& dataset)
{
    static constexpr std::array kNames{"ai2d", "chartqa", "countbench", "docvqa", "infovqa", "logicvista",
        "mathvision", "mathvista", "mmbench", "mmmu", "mmmupro", "ocr-vqa", "realworldqa", "text-vqa"};
    const auto plain = [](const QString& name) {
        QString letters;
        for (const QChar c : name.toLower()) {
            letters += c.isLetterOrNumber() ? QString(c) : QString();
        }
        return letters;
    };
    for (const char* name : kNames) {
        if (plain(QLatin1String(name)) == plain(dataset)) {
            return QLatin1String(name);
        }
    }
    return dataset;
}

/// Answers that are compared letter by letter, as numbers or as places need no judge.
bool needsJudge(const ExportRow& row, const ExportLayout& layout)
{
    static const QSet<QString> wordy{QStringLiteral("text"), QStringLiteral("normalised"),
        QStringLiteral("contains"), QStringLiteral("f1")};
    return wordy.contains(rowScorer(row, layout));
}

QString rubric(const ExportRow& row)
{
    QString text = QStringLiteral("You check an answer to a question about a picture that you do not see.\n\n"
                                  "Question: %1\nReference answer: %2\n")
                       .arg(row.question, row.gold);
    QStringList others = row.accepted;
    others.removeAll(row.gold);
    if (!others.isEmpty()) {
        text += QStringLiteral("Accepted as well: %1\n").arg(others.join(QStringLiteral(" | ")));
    }
    return text
        + QStringLiteral(
            "\nThe answer counts as right when it says the same as the reference or as something that is "
            "accepted as well, in whatever words. It is wrong when a number, a name, a colour, a place or a "
            "yes or no differs, when it gives several different answers, or when it gives none.\n\n"
            "Reply with one word: true or false.");
}

QJsonObject metadataOf(const ExportRecord& record)
{
    const auto& [sample, row, images, extra, weight, since] = record;
    QJsonObject json;
    for (auto it = extra.constBegin(); it != extra.constEnd(); ++it) {
        if (it.key() != kMetadata && it.key() != kPrompt && it.key() != kMode && it.key() != kJudge
            && it.key() != kCircular && it.key() != kSource && it.key() != kMetrics) {
            json.insert(it.key(), it.value());
        }
    }
    const QJsonObject own = QJsonDocument::fromJson(extra.value(kMetadata).toString().toUtf8()).object();
    for (auto it = own.constBegin(); it != own.constEnd(); ++it) {
        json.insert(it.key(), it.value());
    }
    for (const QString& key : kOptionKeys) {
        json.remove(key);
    }
    if (!row.options.isEmpty()) {
        QJsonArray letters;
        QJsonObject byLetter;
        for (int i = 0; i < int(row.options.size()); ++i) {
            letters.append(optionLetter(i));
            byLetter.insert(optionLetter(i), row.options.at(i));
        }
        json.insert(kOptionKeys[0], QJsonArray::fromStringList(row.options));
        json.insert(kOptionKeys[1], letters);
        json.insert(kOptionKeys[2], byLetter);
    }
    const auto add = [&](const char* key, const QString& value) {
        if (!value.isEmpty()) {
            json.insert(QLatin1String(key), value);
        }
    };
    add("category", sample.category);
    add("split", sample.split);
    add("parent", sample.parent);
    add("step", sample.step);
    add("changed_since", since);
    if (weight != 1) {
        json.insert(QLatin1String("weight"), weight);
    }
    if (row.shift > 0) {
        json.insert(QLatin1String("rotation"), row.shift);
    }
    return json;
}

/// What the row said when it was imported.
void keepSaid(DatBenchRow& made, const ExportRecord& record)
{
    const QJsonObject& extra = record.extra;
    const QJsonObject prompt = extra.value(kPrompt).toObject();
    const QJsonObject source = extra.value(kSource).toObject();
    made.dataset = source.value(QLatin1String("dataset")).toString(made.dataset);
    made.originalIndex = source.value(QLatin1String("original_idx")).toString(made.originalIndex);
    if (record.row.changed || record.row.shift > 0) {
        return;
    }
    if (extra.contains(kPrompt)) {
        made.prefix = prompt.value(QLatin1String("prefix")).toString();
        made.suffix = prompt.value(QLatin1String("suffix")).toString();
    }
    made.judged = extra.value(kMode).toString() == u"judge";
    made.judgePrompt = extra.value(kJudge).toString();
    made.isCircular = extra.value(kCircular).toBool();
    if (extra.value(kMetadata).isString() && record.since.isEmpty() && record.weight == 1) {
        made.metadata = extra.value(kMetadata).toString();
    }
}

} // namespace

DatBenchRow DatBenchRow::of(const ExportRecord& record, const ExportLayout& layout)
{
    const ExportRow& row = record.row;
    DatBenchRow made;
    const QString hint = record.sample.hint;
    // The prompt is put together as prefix, question and suffix.
    made.question = row.question;
    made.prefix
        = layout.prompt.prefix + (hint.isEmpty() ? QString() : QStringLiteral("Hint: ") + hint + u'\n');
    made.suffix = questionWithOptions({}, row.options) + layout.prompt.suffix(!row.options.isEmpty());
    made.allAnswers = row.accepted.isEmpty() ? QStringList{row.gold} : row.accepted;
    made.judged = needsJudge(row, layout);
    made.judgePrompt = made.judged ? rubric(row) : QString();
    made.isCircular = !row.group.isEmpty();
    made.metadata = compact(metadataOf(record));
    made.dataset = scorerName(record.sample.dataset);
    made.originalIndex = row.group.isEmpty() ? row.index : row.group;
    if (record.extra.contains(kMode) && record.extra.contains(kSource)) {
        keepSaid(made, record);
    }
    return made;
}

} // namespace winnow
