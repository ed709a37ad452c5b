// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/everyevaleverrun.h"

#include "core/base/hash.h"
#include "core/export/jsonobject.h"
#include "core/export/layoutreader.h"
#include "core/store/scoresets.h"
#include "core/text/goldreader.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

const QString kSchema = QStringLiteral("0.2.2");
const QString kResult = QStringLiteral("accuracy");

/// A UUID of version 4 that is the same for the same text.
QString uuidOf(const QString& text)
{
    QByteArray hex = sha256(text.toUtf8()).toHex().left(32);
    hex[12] = '4';
    hex[16] = "89ab"[uint(hex.at(17)) % 4];
    for (const int at : {20, 16, 12, 8}) {
        hex.insert(at, '-');
    }
    return QString::fromLatin1(hex);
}

/// A JSON string of ASCII only, as Python's json.dumps writes it: what the hash of a sample is taken over.
QByteArray asciiString(const QString& text)
{
    QByteArray json;
    appendJsonString(json, text);
    QByteArray ascii;
    for (const QChar unit : QString::fromUtf8(json)) {
        if (unit.unicode() < 0x80) {
            ascii += char(unit.unicode());
        } else {
            ascii += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        }
    }
    return ascii;
}

QByteArray sampleHash(const QString& raw, const QStringList& references)
{
    QByteArray text = "{\"raw\":" + asciiString(raw) + ",\"reference\":[";
    for (const QString& reference : references) {
        text += text.endsWith('[') ? "" : ",";
        text += asciiString(reference);
    }
    return sha256(text + "]}").toHex();
}

/// What a kept file name of the field allows in a part of a path.
QString pathPart(const QString& text)
{
    return safeFileName(text);
}

std::optional<double> numberAt(const std::vector<double>& column, std::size_t at)
{
    return at < column.size() && !std::isnan(column[at]) ? std::optional(column[at]) : std::nullopt;
}

std::optional<qint64> numberAt(const std::vector<qint64>& column, std::size_t at)
{
    return at < column.size() && column[at] >= 0 ? std::optional(column[at]) : std::nullopt;
}

/// The row of a sample that was shown, as it is in the source.
ExportRow shownRow(const Sample& sample, int shift)
{
    const QVector<ExportRow> rows = rowsOf(sample, {});
    const auto found
        = std::find_if(rows.begin(), rows.end(), [&](const ExportRow& row) { return row.shift == shift; });
    return found != rows.end() ? *found : rows.first();
}

QStringList referencesOf(const ExportRow& row)
{
    if (row.gold.isEmpty()) {
        return {};
    }
    QStringList letters;
    for (const int position : goldSet(row.gold, row.options.size())) {
        letters.append(optionLetter(position));
    }
    if (!letters.isEmpty()) {
        return letters;
    }
    return row.accepted.isEmpty() ? QStringList{row.gold} : row.accepted;
}

} // namespace

EveryEvalEverRun::EveryEvalEverRun(
    const ExportEnd& end, const ExportLayout& layout, const Run& run, const QSet<SampleId>& kept)
    : m_end(end)
    , m_layout(layout)
    , m_run(run)
    , m_kept(kept)
    , m_responses(end.connection)
{
    // Of two equal projects the ids differ, and times of imports do not.
    for (const ScoreSet& set : ScoreSets(end.connection).ofRun(run.id)) {
        if (set.current) {
            m_time
                = QString::number(QDateTime::fromString(set.createdAt, Qt::ISODateWithMs).toSecsSinceEpoch());
            m_scorer = set.scorer;
        }
    }
    const qsizetype slash = run.model.indexOf(u'/');
    m_developer = slash > 0 ? run.model.left(slash) : QStringLiteral("unknown");
    m_model = run.model.mid(slash > 0 ? slash + 1 : 0);
    m_uuid = uuidOf(QStringList{run.dataset, run.model, conditionId(run.condition), run.setting}.join(u'\n'));
}

QString EveryEvalEverRun::path(const QString& suffix) const
{
    return QStringList{QStringLiteral("data"), pathPart(m_run.dataset), pathPart(m_developer),
        pathPart(m_model), m_uuid + suffix}
        .join(u'/');
}

Result<QVector<StagedFile::Written>> EveryEvalEverRun::write()
{
    bool any = false;
    m_responses.forEachBlock(m_run.id, false, [&](const ResponseStore::Block& block) {
        for (const quint16 sample : block.scores.samples) {
            any = any || m_kept.contains(SampleId{block.firstSample + sample});
        }
        return !any;
    });
    if (!any) {
        return QVector<StagedFile::Written>{};
    }
    BlockFile file;
    WINNOW_TRY(file.open(m_end.files, path(QStringLiteral("_samples.jsonl"))));
    WINNOW_TRY(writeReplies(file));
    auto replies = file.close();
    if (!replies) {
        return tl::unexpected<Error>(replies.error());
    }
    auto head = m_end.files.add(path(QStringLiteral(".json")), summary(*replies));
    if (!head) {
        return tl::unexpected<Error>(head.error());
    }
    return QVector<StagedFile::Written>{*std::move(head), *std::move(replies)};
}

Result<> EveryEvalEverRun::writeReplies(BlockFile& file)
{
    SampleScan samples(m_end.connection);
    Result<> done;
    m_responses.forEachBlock(m_run.id, true, [&](const ResponseStore::Block& block) {
        for (std::size_t i = 0; done && i < block.scores.size(); ++i) {
            const SampleId id{block.firstSample + block.scores.samples[i]};
            if (!m_kept.contains(id)) {
                continue;
            }
            const auto sample = samples.read(id);
            if (!sample) {
                done = sampleGone();
                break;
            }
            const auto& texts = block.details.texts;
            line(file.text(), *sample, {block, i}, i < texts.size() ? m_responses.text(texts[i]) : QString());
            done = file.flush();
            if (done && (m_rows & 0xff) == 0 && m_end.progress.isCancelled()) {
                done = fail(ErrorCode::Cancelled,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled; nothing was exported")));
            }
        }
        return done.has_value();
    });
    return done;
}

void EveryEvalEverRun::input(QByteArray& out, const Sample& sample, const ExportRow& row) const
{
    JsonObject object(out);
    object.add("raw", row.question);
    object.add("formatted", promptText(m_layout.prompt, sample.hint, row.question, row.options));
    object.add("reference", referencesOf(row));
    if (!row.options.isEmpty()) {
        object.add("choices", row.options);
    }
    object.end();
}

void EveryEvalEverRun::usage(JsonObject& object, const Reply& reply) const
{
    const DetailBlock& details = reply.block.details;
    const auto asked = numberAt(details.promptTokens, reply.at);
    const auto said = numberAt(details.outputTokens, reply.at);
    if (asked && said) {
        JsonObject tokens(object.key("token_usage"));
        tokens.add("input_tokens", *asked);
        tokens.add("output_tokens", *said);
        tokens.add("total_tokens", *asked + *said);
        tokens.end();
    }
    if (const auto seconds = numberAt(details.latency, reply.at)) {
        JsonObject performance(object.key("performance"));
        performance.add("latency_ms", *seconds * 1000);
        performance.end();
    }
}

/// Texts only, as the schema has it.
void EveryEvalEverRun::metadata(QByteArray& out, const Sample& sample, const Reply& reply) const
{
    JsonObject object(out);
    object.add("condition", conditionId(m_run.condition));
    object.add("attempt", QString::number(reply.block.attempt));
    object.add("rotation", QString::number(reply.block.shift));
    const std::pair<const char*, const QString&> texts[]{{"setting", m_run.setting}, {"split", sample.split},
        {"category", sample.category}, {"capability", sample.capability}};
    for (const auto& [name, text] : texts) {
        if (!text.isEmpty()) {
            object.add(name, text);
        }
    }
    if (const auto cost = numberAt(reply.block.details.cost, reply.at)) {
        object.add("cost_usd", QString::fromLatin1(shortestNumber(*cost)));
    }
    object.end();
}

void EveryEvalEverRun::line(QByteArray& out, const Sample& sample, const Reply& reply, const QString& text)
{
    const ExportRow row = shownRow(sample, reply.block.shift);
    const auto score = numberAt(reply.block.scores.scores, reply.at);
    JsonObject object(out);
    object.add("schema_version", kSchema);
    object.add("evaluation_id", m_run.dataset + u'/' + m_run.model + u'/' + m_time);
    object.add("model_id", m_developer + u'/' + m_model);
    object.add("evaluation_name", m_run.dataset);
    object.add("evaluation_result_id", kResult);
    object.add("sample_id", row.index);
    object.add("sample_hash", QString::fromLatin1(sampleHash(row.question, referencesOf(row))));
    object.add("interaction_type", QLatin1String("single_turn"));
    input(object.key("input"), sample, row);
    JsonObject output(object.key("output"));
    output.add("raw", QStringList{text});
    output.end();
    object.key("answer_attribution") += '[';
    const std::string_view answer = reply.block.scores.answer(reply.at);
    if (!answer.empty()) {
        JsonObject read(out);
        read.add("turn_idx", 0);
        read.add("source", QLatin1String("output.raw"));
        read.add("extracted_value", QString::fromUtf8(answer.data(), qsizetype(answer.size())));
        read.add("extraction_method", m_scorer.isEmpty() ? QStringLiteral("as imported") : m_scorer);
        read.add("is_terminal", true);
        read.end();
    }
    out += ']';
    JsonObject evaluation(object.key("evaluation"));
    evaluation.add("score", score.value_or(0));
    evaluation.add("is_correct", score.value_or(0) >= 0.5);
    evaluation.end();
    usage(object, reply);
    if (!score) {
        object.add("error", QLatin1String("no scored reply was recorded"));
    }
    metadata(object.key("metadata"), sample, reply);
    object.end();
    out += '\n';
    ++m_rows;
    if (score) {
        Mean& mean = m_scores[sample.id];
        mean.sum += *score;
        ++mean.count;
    } else {
        ++m_missing;
    }
}

/// One result, or none where nothing has a score.
QByteArray EveryEvalEverRun::results() const
{
    QByteArray out = "[";
    std::vector<double> means;
    for (const Mean& mean : m_scores) {
        means.push_back(mean.sum / mean.count);
    }
    // The order of a hash is no order: sums must be the same each time.
    std::sort(means.begin(), means.end());
    const auto n = double(means.size());
    double sum = 0;
    for (const double mean : means) {
        sum += mean;
    }
    double squares = 0;
    for (const double mean : means) {
        squares += (mean - sum / n) * (mean - sum / n);
    }
    if (!means.empty()) {
        JsonObject result(out);
        result.add("evaluation_result_id", kResult);
        result.add("evaluation_name", m_run.dataset);
        JsonObject source(result.key("source_data"));
        source.add("dataset_name", m_run.dataset);
        source.add("source_type", QLatin1String("other"));
        source.end();
        JsonObject metric(result.key("metric_config"));
        metric.add("metric_id", kResult);
        metric.add("metric_name", QLatin1String("Accuracy"));
        metric.add("metric_kind", kResult);
        metric.add("metric_unit", QLatin1String("proportion"));
        metric.add("lower_is_better", false);
        metric.add("score_type", QLatin1String("continuous"));
        metric.add("min_score", 0);
        metric.add("max_score", 1);
        metric.end();
        JsonObject details(result.key("score_details"));
        details.add("score", sum / n);
        if (means.size() > 1) {
            JsonObject uncertainty(details.key("uncertainty"));
            JsonObject error(uncertainty.key("standard_error"));
            error.add("value", std::sqrt(squares / (n - 1) / n));
            error.add("method", QLatin1String("analytic"));
            error.end();
            uncertainty.add("num_samples", qint64(means.size()));
            uncertainty.end();
        }
        JsonObject counts(details.key("details"));
        counts.add("replies", QString::number(m_rows));
        counts.add("missing", QString::number(m_missing));
        counts.add("condition", conditionId(m_run.condition));
        counts.add("setting", m_run.setting);
        counts.end();
        details.end();
        result.end();
    }
    return out + ']';
}

QByteArray EveryEvalEverRun::summary(const StagedFile::Written& replies) const
{
    QByteArray out;
    JsonObject object(out);
    object.add("schema_version", kSchema);
    object.add("evaluation_id", m_run.dataset + u'/' + m_run.model + u'/' + m_time);
    object.add("retrieved_timestamp", m_time);
    JsonObject source(object.key("source_metadata"));
    source.add("source_name", QFileInfo(m_run.sourcePath).fileName());
    source.add("source_type", QLatin1String("evaluation_run"));
    source.add("source_organization_name", QLatin1String("unknown"));
    source.add("evaluator_relationship", QLatin1String("other"));
    source.end();
    JsonObject library(object.key("eval_library"));
    library.add("name", QLatin1String("unknown"));
    library.add("version", QLatin1String("unknown"));
    JsonObject converter(library.key("additional_details"));
    converter.add("converted_by", QLatin1String("Winnow " WINNOW_VERSION));
    converter.end();
    library.end();
    JsonObject model(object.key("model_info"));
    model.add("name", m_run.model);
    model.add("id", m_developer + u'/' + m_model);
    model.add("developer", m_developer);
    JsonObject more(model.key("additional_details"));
    more.add("deployment_type", QLatin1String("unknown"));
    more.add("model_availability", QLatin1String("unknown"));
    more.add("family", m_run.family);
    more.end();
    model.end();
    object.key("evaluation_results") += results();
    JsonObject details(object.key("detailed_evaluation_results"));
    details.add("format", QLatin1String("jsonl"));
    details.add("file_path", replies.path);
    details.add("hash_algorithm", QLatin1String("sha256"));
    details.add("checksum", QString::fromLatin1(replies.sha256.toHex()));
    details.add("total_rows", m_rows);
    details.end();
    object.end();
    out += '\n';
    return out;
}

} // namespace winnow
