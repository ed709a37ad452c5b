// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/judgementreader.h"

#include "core/domain/flagkind.h"
#include "core/import/importremedy.h"
#include "core/import/recordloop.h"
#include "core/import/utf8.h"

#include <QSet>

namespace winnow {

namespace {

constexpr double kDefaultScore = 0.9;

const QStringList kIndexNames{QStringLiteral("index"), QStringLiteral("sample_id"),
    QStringLiteral("question_id"), QStringLiteral("id"), QStringLiteral("key"), QStringLiteral("sample_key"),
    QStringLiteral("qid"), QStringLiteral("pid")};
const QStringList kVerdictNames{QStringLiteral("verdict"), QStringLiteral("error_type"),
    QStringLiteral("judgement"), QStringLiteral("judgment"), QStringLiteral("issue"),
    QStringLiteral("label")};
const QStringList kReasonNames{QStringLiteral("reason"), QStringLiteral("explanation"),
    QStringLiteral("rationale"), QStringLiteral("comment"), QStringLiteral("annotator_reason"),
    QStringLiteral("note")};
const QStringList kConfidenceNames{
    QStringLiteral("confidence"), QStringLiteral("score"), QStringLiteral("probability")};

/// Columns that say yes or no to one kind of flag.
const QMap<QString, QStringList>& kindColumns()
{
    static const QMap<QString, QStringList> names{
        {QStringLiteral("label_incorrect"),
            {QStringLiteral("ground_truth_wrong"), QStringLiteral("label_incorrect"),
                QStringLiteral("gold_wrong"), QStringLiteral("answer_wrong"), QStringLiteral("wrong_label"),
                QStringLiteral("incorrect")}},
        {QStringLiteral("label_ambiguous"),
            {QStringLiteral("question_is_ambiguous"), QStringLiteral("label_ambiguous"),
                QStringLiteral("ambiguous"), QStringLiteral("is_ambiguous")}},
        {QStringLiteral("image_insufficient"),
            {QStringLiteral("needs_high_resolution"), QStringLiteral("image_insufficient"),
                QStringLiteral("low_resolution"), QStringLiteral("unreadable_image")}},
    };
    return names;
}

bool saysYes(const QString& text)
{
    static const QSet<QString> yes{QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("yes"),
        QStringLiteral("y"), QStringLiteral("1.0")};
    return yes.contains(text.trimmed().toLower());
}

/// The flag kind that a verdict in words means; "" = sound, nullopt = not understood.
std::optional<QString> kindOfVerdict(const QString& text)
{
    const QString word = text.trimmed().toLower().replace(u' ', u'_').replace(u'-', u'_');
    static const QSet<QString> sound{QString(), QStringLiteral("ok"), QStringLiteral("valid"),
        QStringLiteral("correct"), QStringLiteral("none"), QStringLiteral("good"),
        QStringLiteral("not_error"), QStringLiteral("no_error"), QStringLiteral("false"),
        QStringLiteral("0")};
    if (sound.contains(word)) {
        return QString();
    }
    if (flagKindById(word)) {
        return word;
    }
    const auto has = [&](const char* part) { return word.contains(QLatin1String(part)); };
    if (has("ambig") || has("clarity") || has("multiple_correct") || has("unclear") || has("underspec")) {
        return QStringLiteral("label_ambiguous");
    }
    if (has("resolution") || has("image") || has("unreadable") || has("blurr")) {
        return QStringLiteral("image_insufficient");
    }
    if (has("wrong") || has("incorrect") || has("no_correct") || has("mislabel") || has("error")) {
        return QStringLiteral("label_incorrect");
    }
    return std::nullopt;
}

} // namespace

bool isJudgementField(QStringView name)
{
    return name == QLatin1String("verdict") || name == QLatin1String("reason")
        || name == QLatin1String("confidence") || kindColumns().contains(name.toString());
}

JudgementReader::JudgementReader(
    const ImportRequest& request, JudgementReport& report, const FieldMapping* mapping)
    : m_request(request)
    , m_report(report)
{
    if (mapping) {
        m_samples.emplace(*mapping);
    }
}

Result<> JudgementReader::read(SampleKeys& keys, Progress& progress)
{
    RecordLoop loop;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        m_file = source.file();
        if (!resolve(source.columns())) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no column for %2"))
                    .arg(m_request.file, m_missing),
                importRemedy(ImportRemedy::Columns).arg(source.columns().all().join(QStringLiteral(", "))));
        }
        take(record, source.columns(), keys);
        return true;
    };
    loop.bad = [&](const RecordProblem& problem) {
        m_file = problem.file;
        reject(problem.line, problem.column, problem.found, problem.expected);
        return true;
    };
    loop.lost = [&](const CellLoss& loss) {
        m_file = loss.place.file;
        tell(ImportIssue::Severity::Warning, loss.place);
    };
    loop.progress = &progress;
    loop.step = QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading judgements"));
    WINNOW_TRY(loop.run(m_request.file, m_request.limits));
    return {};
}

void JudgementReader::store(
    sqlite::Connection& connection, ImportId import, DatasetId dataset, const QString& startedAt)
{
    DetectorRun run;
    run.detector = judgeDetector(m_report.judge);
    run.datasetId = dataset;
    run.startedAt = startedAt;
    run.status = QStringLiteral("done");
    JudgementStore judgements(connection);
    judgements.keep(import, m_report.judge, dataset);
    FlagStore(connection).applyRun(run, m_flags);
    judgements.replace(m_report.judge, dataset, m_judgements);
    m_report.added = run.added;
    m_report.kept = run.kept;
    m_report.resolved = run.resolved;
}

int JudgementReader::find(const ColumnNames& columns, const char* field, const QStringList& names) const
{
    for (const auto& [mapped, column] : m_request.map) {
        if (mapped == QLatin1String(field)) {
            return columns.find(column.toStdString());
        }
    }
    for (const QString& name : names) {
        const int at = columns.find(name.toStdString());
        if (at >= 0) {
            return at;
        }
    }
    return -1;
}

bool JudgementReader::resolve(const ColumnNames& columns)
{
    if (columns.count() == m_known) {
        return true;
    }
    m_known = columns.count();
    m_index = m_samples ? -1 : find(columns, "index", kIndexNames);
    m_reason = find(columns, "reason", kReasonNames);
    m_confidence = find(columns, "confidence", kConfidenceNames);
    m_kinds.clear();
    for (auto it = kindColumns().constBegin(); it != kindColumns().constEnd(); ++it) {
        const int at = find(columns, it.key().toLatin1().constData(), it.value());
        if (at >= 0) {
            m_kinds.append({it.key(), at});
        }
    }
    m_verdict = m_kinds.isEmpty() ? find(columns, "verdict", kVerdictNames) : -1;
    const bool keyed = m_samples || m_index >= 0;
    m_missing = !keyed ? Sentence::of(QT_TRANSLATE_NOOP("Import", "the sample's key (index)"))
                       : Sentence::of(QT_TRANSLATE_NOOP("Import",
                           "what was judged (verdict, or one of ground_truth_wrong, "
                           "question_is_ambiguous, needs_high_resolution)"));
    return keyed && (m_verdict >= 0 || !m_kinds.isEmpty());
}

void JudgementReader::reject(
    qint64 line, const QString& column, const Sentence& found, const Sentence& expected)
{
    ++m_report.rejected;
    tell(ImportIssue::Severity::Rejected, {{}, line, column, found, expected});
}

void JudgementReader::tell(ImportIssue::Severity severity, const RecordProblem& problem)
{
    constexpr qsizetype kKept = 10000;
    if (m_report.issues.size() < kKept) {
        m_report.issues.append({severity, m_file.isEmpty() ? m_request.file : m_file, problem.line,
            problem.column, problem.found, problem.expected, {}});
    }
}

SampleKeys::Found JudgementReader::sampleOf(
    const RawRecord& record, const ColumnNames& columns, SampleKeys& keys)
{
    m_draft.clear();
    if (!m_samples) {
        m_draft.index = record.cell(m_index).text;
        return keys.find(m_draft.index);
    }
    m_draft.index = m_samples->key(record, columns, m_draft);
    if (m_draft.index.empty()) {
        m_draft.index = m_draft.owned.emplace_back(std::to_string(record.row));
    }
    return keys.find(m_draft.index, m_samples->question(record, columns, m_draft));
}

void JudgementReader::take(const RawRecord& record, const ColumnNames& columns, SampleKeys& keys)
{
    const auto found = sampleOf(record, columns, keys);
    if (found.entry < 0) {
        reject(record.line, QStringLiteral("index"), toQString(m_draft.index),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "the key of a sample of %1")).arg(m_report.dataset));
        return;
    }
    QStringList kinds;
    for (const auto& [kind, column] : m_kinds) {
        if (saysYes(record.cell(column).toString())) {
            kinds.append(kind);
        }
    }
    if (m_verdict >= 0) {
        const QString text = record.cell(m_verdict).toString();
        const auto kind = kindOfVerdict(text);
        if (!kind) {
            reject(record.line, QStringLiteral("verdict"), text,
                Sentence::of(QT_TRANSLATE_NOOP("Import",
                    "ok, or a word for a wrong label, an ambiguous question or an insufficient image")));
            return;
        }
        if (!kind->isEmpty()) {
            kinds.append(*kind);
        }
    }
    ++m_report.judgements;
    m_report.sound += kinds.isEmpty();
    bool number = false;
    const double confidence = record.cell(m_confidence).toString().toDouble(&number);
    const double score = number && confidence >= 0 && confidence <= 1 ? confidence : kDefaultScore;
    const QString reason = record.cell(m_reason).toString().trimmed();
    m_judgements.append({{keys.entry(found.entry).id}, m_report.judge, kinds.isEmpty(), reason});
    for (const QString& kind : kinds) {
        ++m_report.flags[kind];
        QJsonObject evidence{{QStringLiteral("summary"),
                                 reason.isEmpty() ? QStringLiteral("%1 judged it so").arg(m_report.judge)
                                                  : QStringLiteral("%1: %2").arg(m_report.judge, reason)},
            {QStringLiteral("judge"), m_report.judge}};
        if (number) {
            evidence.insert(QStringLiteral("confidence"), score);
        }
        m_flags.append({{keys.entry(found.entry).id}, kind, score, {}, evidence});
    }
}

} // namespace winnow
