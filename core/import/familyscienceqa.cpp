// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ScienceQA: lupantech/ScienceQA 2cbf831, data/scienceqa/problems.json, pid_splits.json beside it, images at
// SPLIT/ID/image.png; results as results/gpt3/final_test_QCM-ALE_2_seed_3.json.

#include "core/base/regularfile.h"
#include "core/import/bytestream.h"
#include "core/import/families.h"
#include "core/import/jsonparser.h"
#include "core/import/jsonrecords.h"
#include "core/import/jsontable.h"
#include "core/import/utf8.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unordered_map>

namespace winnow {

namespace {

/// The lists of pid_splits.json that name an id.
using Splits = std::unordered_map<std::string, std::vector<std::string>>;

Splits splitsBeside(const QString& path)
{
    constexpr qint64 kLargest = 64 << 20;
    Splits splits;
    QFile file;
    if (!openRegularFile(file, QFileInfo(path).path() + QStringLiteral("/pid_splits.json"))
        || file.size() > kLargest) {
        return splits;
    }
    const QJsonObject lists = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = lists.begin(); it != lists.end(); ++it) {
        for (const QJsonValue& id : it.value().toArray()) {
            splits[id.toVariant().toString().toStdString()].push_back(it.key().toStdString());
        }
    }
    return splits;
}

void writeProblem(const RecordView& view, const Splits& splits, std::vector<std::string>& rows)
{
    const std::string id(trimmed(view.text(kKeyColumn)));
    std::string split(view.text("split"));
    std::string lists;
    if (const auto named = splits.find(id); named != splits.end()) {
        for (const std::string& list : named->second) {
            lists.append(lists.empty() ? "" : ", ").append(list);
            // "minitest" is a part of "test".
            split = split.empty() && !list.starts_with("mini") ? list : split;
        }
    }
    JsonRow row;
    row.addText("index", id);
    row.addText("dataset", "ScienceQA");
    view.copyTo(row, {kKeyColumn, "image", "split"});
    if (!split.empty()) {
        row.addText("split", split);
    }
    if (!lists.empty()) {
        row.addText("lists", lists);
    }
    if (const std::string_view image = view.text("image"); !image.empty()) {
        row.addText("image",
            split.empty() ? id + '/' + std::string(image) : split + '/' + id + '/' + std::string(image));
    }
    rows.push_back(row.take());
}

/// The results of a run: an answer's index and the model's text by id, and what it was run with. The document
/// is held, as its two tables stand one after the other.
class ScienceQaReplies : public RecordSource {
public:
    explicit ScienceQaReplies(const ReadLimits& limits)
        : m_limits(limits)
        , m_parser(limits)
    {
    }

    Result<> open(const QString& path)
    {
        QFile file;
        WINNOW_TRY(openRegularFile(file, path));
        if (file.size() > m_limits.maxRecordBytes) {
            return fail(ErrorCode::LimitExceeded,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is larger than %2 bytes"))
                    .arg(path)
                    .arg(m_limits.maxRecordBytes),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Save it as CSV, TSV or JSONL and import that")));
        }
        m_document = file.readAll().toStdString();
        for (const JsonMember& member : jsonMembers(m_document)) {
            if (member.name == "\"outputs\"") {
                m_outputs = jsonMembers(member.value);
            } else if (member.name == "\"results\"") {
                for (const JsonMember& result : jsonMembers(member.value)) {
                    m_results.emplace(result.name, result.value);
                }
            } else if (member.name == "\"args\"") {
                readArguments(member.value);
            }
        }
        if (m_outputs.empty()) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds no list \"%2\""))
                    .arg(path, QStringLiteral("outputs")));
        }
        return {};
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        record.cells.clear();
        record.items.clear();
        if (m_at == m_outputs.size()) {
            return Step::End;
        }
        const JsonMember& output = m_outputs[m_at];
        JsonRow row;
        row.addJson("index", output.name);
        row.addJson("response", output.value);
        if (const auto result = m_results.find(output.name); result != m_results.end()) {
            const auto position = toNumber(result->second);
            if (position && *position >= 0 && *position < 26) {
                row.addText("prediction", std::string(1, char('A' + int(*position))));
            }
        }
        if (!m_model.empty()) {
            row.addText("model", m_model);
        }
        if (!m_setting.empty()) {
            row.addText("setting", m_setting);
        }
        m_row = row.take();
        record.row = qint64(m_at++);
        const auto place = size_t(output.name.data() - m_document.data());
        m_line += std::count(
            m_document.begin() + std::ptrdiff_t(m_counted), m_document.begin() + std::ptrdiff_t(place), '\n');
        m_counted = place;
        record.line = problem.line = m_line;
        const size_t size = m_row.size();
        m_row.append(ByteStream::kPadding, ' ');
        return m_parser.parse({m_row.data(), size}, m_columns, record, problem) ? Step::Record : Step::Bad;
    }
    const ColumnNames& columns() const override { return m_columns; }
    qint64 bytesRead() const override { return qint64(m_counted); }
    qint64 bytesTotal() const override { return qint64(m_document.size()); }
    QString layout() const override { return QStringLiteral("scienceqa_results"); }
    QString layoutName() const override { return QStringLiteral("ScienceQA results"); }
    SentenceList notes() const override
    {
        return {Sentence::of(QT_TRANSLATE_NOOP("Import",
            "Read as results of ScienceQA: \"outputs\" is what the model said, \"results\" the index of the "
            "option it was taken for, a random one where none was found"))};
    }

private:
    void readArguments(std::string_view json)
    {
        const QJsonObject told
            = QJsonDocument::fromJson(QByteArray(json.data(), qsizetype(json.size()))).object();
        m_model = told.value(QLatin1String("model")).toString().toStdString();
        m_setting = told.value(QLatin1String("prompt_format")).toString().toStdString();
        if (const QJsonValue shots = told.value(QLatin1String("shot_number")); shots.isDouble()) {
            m_setting += " shots=" + std::to_string(shots.toInt());
        }
    }

    ReadLimits m_limits;
    JsonRecordParser m_parser;
    ColumnNames m_columns;
    std::string m_document;
    std::vector<JsonMember> m_outputs;
    std::unordered_map<std::string_view, std::string_view> m_results;
    std::string m_model;
    std::string m_setting;
    std::string m_row;
    size_t m_at = 0;
    size_t m_counted = 0;
    qint64 m_line = 1;
};

} // namespace

Family scienceQaProblems()
{
    Family family;
    family.layout = {QStringLiteral("scienceqa"), QStringLiteral("ScienceQA"),
        QStringLiteral("problems.json with pid_splits.json beside it; images at SPLIT/ID/image.png")};
    family.knows = [](const JsonHead& head) {
        return head.has({"question", "choices", "lecture", "solution", "skill", "grade"});
    };
    family.open = [layout = family.layout](const QString& path,
                      const ReadLimits& limits) -> Result<std::unique_ptr<RecordSource>> {
        const auto splits = std::make_shared<const Splits>(splitsBeside(path));
        SentenceList notes{Sentence::of(QT_TRANSLATE_NOOP(
            "Import", "Read as ScienceQA: the image of a question is that of its split and id"))};
        if (!splits->empty()) {
            notes.append(Sentence::of(QT_TRANSLATE_NOOP(
                "Import", "pid_splits.json beside it says in which lists a question stands")));
        }
        return openReshaped(
            path, limits, layout,
            [splits](const RecordView& view, std::vector<std::string>& rows) {
                writeProblem(view, *splits, rows);
            },
            notes);
    };
    return family;
}

Family scienceQaReplies()
{
    Family family;
    family.layout = {QStringLiteral("scienceqa_results"), QStringLiteral("ScienceQA results"),
        QStringLiteral("results (index of an option) and outputs (text) by id, and args of the run")};
    family.role = FamilyRole::Replies;
    family.knows = [](const JsonHead& head) {
        return head.has({"acc", "correct", "count", "args"}) && head.has({"results"});
    };
    family.open = [](const QString& path, const ReadLimits& limits) -> Result<std::unique_ptr<RecordSource>> {
        auto source = std::make_unique<ScienceQaReplies>(limits);
        WINNOW_TRY(source->open(path));
        return source;
    };
    return family;
}

} // namespace winnow
