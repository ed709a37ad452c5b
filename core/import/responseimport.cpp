// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/responseimport.h"

#include "core/import/drafttext.h"
#include "core/import/importjob.h"
#include "core/import/importremedy.h"
#include "core/import/keycolumns.h"
#include "core/import/nestedreply.h"
#include "core/store/importstage.h"
#include "core/text/answerparser.h"
#include "core/text/normalise.h"
#include "core/text/pythonliteral.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <charconv>
#include <cmath>

namespace winnow {

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') {
        text.remove_suffix(1);
    }
    return text;
}

std::optional<double> toNumber(std::string_view text)
{
    text = trimmed(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

bool isBlank(std::string_view text)
{
    if (text.size() > 64) {
        return false;
    }
    return isMissingResponse(toQString(text));
}

/// The end of a long text: there the answer should be.
QString shortened(std::string_view text)
{
    constexpr qsizetype kLongest = 80;
    const QString line = toQString(text).simplified();
    return line.size() <= kLongest ? line : QChar(0x2026) + line.right(kLongest);
}

} // namespace

ResponseImport::ResponseImport(sqlite::Connection& snapshot, ImportStage* stage, const ImportRequest& request,
    const SourceProfile& profile, const FieldMapping& mapping, const Dataset& dataset, ImportReport& report,
    IssueLog& log)
    : m_connection(snapshot)
    , m_request(request)
    , m_profile(profile)
    , m_mapping(mapping)
    , m_dataset(dataset)
    , m_stage(stage)
    , m_report(report)
    , m_log(log)
    , m_reader(mapping)
    , m_keys(snapshot, dataset.id, stage ? stage->stagedDataset() : DatasetId())
    , m_writer(stage ? std::make_unique<ResponseWriter>(snapshot, *stage) : nullptr)
{
}

void ResponseImport::scoreOpenBy(const QString& scorer)
{
    // "By kind" is said by a request.
    if (const auto rule = ScoringRule::forOpenQuestions(scorer); rule && !m_request.scorer) {
        m_rule = *rule;
    }
}

Result<> ResponseImport::prepare()
{
    auto rule = ScoringRule::parse(m_request.scorer.value_or(QString()));
    if (!rule) {
        return tl::unexpected<Error>(rule.error());
    }
    if (!rule->isDefault()) {
        m_rule = *std::move(rule);
    }
    for (const ResponseColumns& columns : m_mapping.responses) {
        Group group;
        group.columns = columns;
        m_groups.push_back(group);
        if (const ColumnProfile* score = m_profile.column(columns.score); score && score->largest > 1) {
            m_scoreScale = 100;
            m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import", "\"%1\" goes up to %2: read as percent"))
                              .arg(columns.score)
                              .arg(QString::number(score->largest)));
        }
    }
    if (const ColumnProfile* attempt = m_profile.column(m_mapping.column(Field::Attempt))) {
        m_zeroBasedAttempts = attempt->numbers > 0 && attempt->smallest == 0;
    }
    const QString latency = plainColumnName(m_mapping.column(Field::Latency));
    m_milliseconds = latency.endsWith(QLatin1String("_ms")) || latency.contains(QLatin1String("millisec"));

    const QString stem = QFileInfo(m_request.file).completeBaseName();
    const bool modelNamed = m_mapping.has(Field::Model)
        || std::all_of(
            m_groups.begin(), m_groups.end(), [](const Group& g) { return !g.columns.model.isEmpty(); });
    m_fallbackModel = m_request.model;
    if (m_fallbackModel.isEmpty() && !modelNamed) {
        m_fallbackModel = modelNameFor(m_request.file, m_dataset.name);
        m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import", "No model is named: \"%1\" is used"))
                          .arg(m_fallbackModel));
    }
    if (!m_request.condition && !m_mapping.has(Field::Condition)) {
        static const QRegularExpression word(
            QStringLiteral("(?:^|[^a-z])(blind|text[ _-]?only|no[ _-]?image|circular|open[ "
                           "_-]?ended|oe|choices[ _-]?only)(?:$|[^a-z])"),
            QRegularExpression::CaseInsensitiveOption);
        if (const auto match = word.match(stem); match.hasMatch()) {
            QString told = match.captured(1).toLower();
            told.replace(QRegularExpression(QStringLiteral("[ -]")), QStringLiteral("_"));
            if (const auto reading = readCondition(told); reading.known) {
                m_fallbackCondition = reading.condition;
                m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import", "The file's name says condition %1"))
                                  .arg(conditionWord(reading.condition)));
            }
        }
    }
    const bool rotated = m_mapping.has(Field::Rotation) || m_mapping.has(Field::Base);
    m_circular = m_keys.hasRotations() && (rotated || anyRotatedKey());
    chooseJoin();
    return {};
}

void ResponseImport::chooseJoin()
{
    const QString key = m_mapping.column(Field::Index);
    m_byPosition = key.isEmpty();
    const bool chosen = m_mapping.fields.value(Field::Index).confidence >= 1.0 && !m_request.mapping;
    if (m_report.role == ImportRole::Both || m_keys.hasRotations() || chosen) {
        return;
    }
    QVector<SampleKeys::Told> columns;
    for (const QString& column : columnsThatTell(m_profile, key)) {
        std::optional<Field> field;
        for (const Field each : {Field::Split, Field::Category, Field::Capability}) {
            if (m_mapping.column(each) == column) {
                field = each;
            }
        }
        columns.append({column, field});
    }
    const QStringList told = m_keys.told(columns);
    // What the samples' file told besides their key was no key there, and is none here.
    if (!key.isEmpty() && !told.contains(key)) {
        return;
    }
    for (const QStringList& together : keyCombinations(told)) {
        if (m_keys.indexBy(together)) {
            m_together = together;
            m_log.message(
                Sentence::of(QT_TRANSLATE_NOOP("Import", "Responses are joined to the samples by %1"))
                    .arg(together.join(QStringLiteral(" + "))));
            return;
        }
    }
    if (!key.isEmpty()) {
        m_byPosition = true;
        m_log.message(Sentence::of(
            QT_TRANSLATE_NOOP("Import", "\"%1\" is not the key of the samples, and repeats among them"))
                          .arg(key));
    }
}

bool ResponseImport::anyRotatedKey() const
{
    auto source = RecordSource::open(m_request.file, m_request.limits);
    if (!source || !m_mapping.has(Field::Index)) {
        return false;
    }
    SampleReader reader(m_mapping);
    SampleKeys keys(m_connection, m_dataset.id, m_stage ? m_stage->stagedDataset() : DatasetId());
    SampleDraft draft;
    RawRecord record;
    RecordProblem problem;
    while (true) {
        const auto step = (*source)->next(record, problem);
        if (!step || *step == RecordSource::Step::End) {
            return false;
        }
        draft.clear();
        if (*step == RecordSource::Step::Record
            && keys.find(reader.key(record, (*source)->columns(), draft)).shift > 0) {
            return true;
        }
    }
}

void ResponseImport::resolve(const ColumnNames& columns)
{
    if (m_columns.known == columns.count()) {
        return;
    }
    const auto find
        = [&](const QString& name) { return name.isEmpty() ? -1 : columns.find(name.toStdString()); };
    const auto at = [&](Field field) { return find(m_mapping.column(field)); };
    m_columns = {at(Field::Model), at(Field::Condition), at(Field::Setting), at(Field::Attempt),
        at(Field::Latency), at(Field::PromptTokens), at(Field::OutputTokens), at(Field::Cost),
        at(Field::Question), {}, columns.count()};
    for (const QString& name : m_mapping.columns(Field::Probabilities)) {
        m_columns.probabilities.push_back(find(name));
    }
    m_togetherColumns.clear();
    for (const QString& name : m_together) {
        m_togetherColumns.push_back(find(name));
    }
    for (Group& group : m_groups) {
        group.response = find(group.columns.response);
        group.prediction = find(group.columns.prediction);
        group.score = find(group.columns.score);
    }
}

Result<> ResponseImport::run(Progress& progress)
{
    WINNOW_TRY(prepare());
    auto source = RecordSource::open(m_request.file, m_request.limits);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    RawRecord record;
    RecordProblem problem;
    qint64 count = 0;
    qint64 reported = 0;
    while (true) {
        problem = {};
        const auto step = (*source)->next(record, problem);
        if (!step) {
            return tl::unexpected<Error>(step.error());
        }
        if (*step == RecordSource::Step::End) {
            for (const Sentence& note : (*source)->notes()) {
                m_log.message(note);
            }
            break;
        }
        if (*step == RecordSource::Step::Record) {
            take(record, (*source)->columns());
        } else if (m_report.role != ImportRole::Both) {
            m_log.add(problem);
        }
        if (progress.isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        constexpr qint64 kReportBytes = 8 << 20;
        if ((++count & 1023) == 0 || (*source)->bytesRead() - reported > kReportBytes) {
            reported = (*source)->bytesRead();
            progress.report(reported, (*source)->bytesTotal(),
                QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading responses")));
        }
    }
    storeRepeats();
    m_writer->finish();
    WINNOW_TRY(refuseTheKey());
    if (m_unread > 0) {
        m_log.message(
            Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 of %2 replies hold no answer that can be read"))
                .arg(m_unread)
                .arg(m_report.responses.total()));
    }
    if (m_readAnew > 0) {
        m_log.message(
            Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 of %2 replies are read or scored differently now"))
                .arg(m_readAnew)
                .arg(m_report.responses.total()));
    }
    if (m_otherQuestions > 0) {
        m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import",
                                       "Responses that ask what another sample than that of their key asks: "
                                       "%1; they are not joined"))
                          .arg(m_otherQuestions));
    }
    if (m_listed > 0) {
        m_log.message(Sentence::of(
            QT_TRANSLATE_NOOP("Import", "Records that list several replies: %1; they are attempts 1, 2 …"))
                          .arg(m_listed));
    }
    for (const ActiveRun& run : m_runs) {
        m_report.runs.append(run.summary);
        m_report.missingResponses += run.summary.missing;
    }
    return {};
}

SampleKeys::Found ResponseImport::join(const RawRecord& record, const ColumnNames& columns, QString& shownKey)
{
    m_draft.clear();
    const std::string_view question
        = m_columns.question >= 0 ? m_reader.question(record, columns, m_draft) : std::string_view();
    if (!m_together.isEmpty()) {
        QStringList values;
        for (const int column : m_togetherColumns) {
            values.append(keyValue(record.cell(column).toString()));
        }
        shownKey = values.join(QStringLiteral(", "));
        return {m_keys.findBy(values), 0};
    }
    if (!m_byPosition) {
        const std::string_view key = m_reader.key(record, columns, m_draft);
        const SampleKeys::Found found = key.empty() ? SampleKeys::Found() : m_keys.find(key, question);
        if (found.entry < 0) {
            shownKey = toQString(key);
        }
        return found;
    }
    const std::string position = std::to_string(record.row);
    SampleKeys::Found found = m_keys.find(position);
    if (found.entry < 0 && record.row < m_keys.count()) {
        found = {int(record.row), 0};
    }
    if (question.empty()) {
        m_log.message(Sentence::of(QT_TRANSLATE_NOOP(
            "Import", "There is no key: responses are joined to the samples by their order")));
        shownKey = QString::fromStdString(position);
        return found;
    }
    m_log.message(Sentence::of(QT_TRANSLATE_NOOP(
        "Import", "There is no key: responses are joined to the samples by order and question")));
    if (found.entry >= 0 && m_keys.asks(found.entry, question)) {
        return found;
    }
    shownKey = toQString(question.substr(0, 200));
    return {m_keys.findQuestion(question), 0};
}

void ResponseImport::take(const RawRecord& record, const ColumnNames& columns)
{
    resolve(columns);
    QString shownKey;
    const SampleKeys::Found sample = join(record, columns, shownKey);
    if (sample.entry < 0) {
        m_log.add(ImportIssue::Severity::Rejected, record.line, m_mapping.column(Field::Index), shownKey,
            Sentence::of(QT_TRANSLATE_NOOP("Import", "the key of a sample of %1")).arg(m_dataset.name),
            QString(m_dataset.name + u'/' + shownKey));
        return;
    }
    if (m_columns.question >= 0 && m_report.role != ImportRole::Both) {
        m_draft.clear();
        const std::string_view question = m_reader.question(record, columns, m_draft);
        if (!question.empty() && !m_keys.asks(sample.entry, question) && m_keys.anyAsks(question)) {
            ++m_otherQuestions;
            m_log.add(ImportIssue::Severity::Rejected, record.line, m_mapping.column(Field::Question),
                toQString(question.substr(0, 200)),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Import", "the question of the sample that the key names; another sample asks this")));
            return;
        }
    }
    for (Group& group : m_groups) {
        takeGroup(record, group, sample);
    }
}

bool ResponseImport::readAttempt(const RawRecord& record, int& attempt)
{
    attempt = 0;
    const Cell& cell = record.cell(m_columns.attempt);
    if (!cell.present()) {
        return true;
    }
    const auto number = toNumber(cell.text);
    const double first = m_zeroBasedAttempts ? 0 : 1;
    constexpr double kMost = 60'000;
    if (!number || *number < first || *number > kMost || *number != std::floor(*number)) {
        m_log.add(ImportIssue::Severity::Rejected, record.line, m_mapping.column(Field::Attempt),
            cell.toString(),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "a whole number from %1")).arg(int(first)));
        return false;
    }
    attempt = int(*number - first);
    return true;
}

bool ResponseImport::readScore(const Cell& cell, std::optional<double>& score) const
{
    score.reset();
    const std::string_view text = trimmed(cell.text);
    if (cell.kind <= CellKind::Null || text.empty()) {
        return true;
    }
    if (auto number = toNumber(text)) {
        *number /= m_scoreScale;
        if (*number < 0 || *number > 1) {
            return false;
        }
        score = number;
        return true;
    }
    if (cell.kind == CellKind::Object || cell.kind == CellKind::List) {
        return readScore({CellKind::Text, {}}, score);
    }
    const QString word = toQString(text).toLower();
    static const QStringList right{QStringLiteral("true"), QStringLiteral("correct"), QStringLiteral("right"),
        QStringLiteral("c"), QStringLiteral("yes"), QStringLiteral("t"), QStringLiteral("pass")};
    static const QStringList wrong{QStringLiteral("false"), QStringLiteral("incorrect"),
        QStringLiteral("wrong"), QStringLiteral("i"), QStringLiteral("no"), QStringLiteral("f"),
        QStringLiteral("fail")};
    if (right.contains(word)) {
        score = 1;
    } else if (wrong.contains(word)) {
        score = 0;
    } else if (word == QLatin1String("p")) {
        score = 0.5;
    } else {
        return word == QLatin1String("nan") || word.endsWith(QLatin1String("infinity"))
            || word == QLatin1String("inf") || word == QLatin1String("-inf") || word == QLatin1String("n")
            || word == QLatin1String("none");
    }
    return true;
}

std::vector<std::string_view> ResponseImport::repliesIn(
    const RawRecord& record, const Cell& cell, const QString& column, bool parsed)
{
    if (!cell.present()) {
        return {};
    }
    const auto keep
        = [&](const QString& text) -> std::string_view { return m_texts.emplace_back(text.toStdString()); };
    const auto items = cell.kind == CellKind::List ? record.itemsOf(cell) : std::span<const Cell>();
    const bool plain = !items.empty() && items.front().kind < CellKind::List;
    if (cell.kind == CellKind::Object || (!items.empty() && !plain)) {
        std::vector<std::string_view> texts;
        for (const QString& text : nestedReplies(cell.text).texts) {
            texts.push_back(keep(text));
        }
        if (texts.empty() && cell.kind == CellKind::List) {
            texts.push_back(keep(textOfNested(cell.text)));
        }
        return texts;
    }
    if (cell.kind != CellKind::List) {
        return {cell.text};
    }
    std::vector<std::string_view> texts;
    for (const Cell& item : items) {
        texts.push_back(item.text);
    }
    // "predictions": […] are attempts, "prediction": ["A", "C"] is one answer of several parts.
    const QString name = plainColumnName(column);
    const bool many = name.endsWith(u's') || name == QLatin1String("(value)");
    const bool numbers = plain && items.front().kind == CellKind::Number;
    if (texts.size() > 1 && !many && (parsed || numbers)) {
        QStringList parts;
        for (const std::string_view text : texts) {
            parts.append(toQString(text));
        }
        const QString whole = parts.join(QStringLiteral(", "));
        return {keep(numbers ? QString(u'[' + whole + u']') : whole)};
    }
    return texts;
}

std::vector<ResponseImport::Saying> ResponseImport::sayingsOf(const RawRecord& record, const Group& group)
{
    m_texts.clear();
    const Cell& score = record.cell(group.score);
    const auto texts = repliesIn(record, record.cell(group.response), group.columns.response, false);
    const auto predictions = repliesIn(record, record.cell(group.prediction), group.columns.prediction, true);
    const size_t count = std::max(texts.size(), predictions.size());
    const auto scores = score.kind == CellKind::List ? record.itemsOf(score) : std::span<const Cell>();
    // One score or one parsed answer for all of them belongs to none of them.
    const bool together = (texts.size() > 1 && predictions.size() == 1)
        || (predictions.size() > 1 && texts.size() == 1) || (score.present() && scores.size() != count);
    if (count <= 1 || together) {
        return {{texts.empty() ? std::string_view() : texts.front(),
            predictions.empty() ? std::string_view() : trimmed(predictions.front()),
            scores.size() == 1 ? scores.front() : score}};
    }
    std::vector<Saying> sayings;
    for (size_t i = 0; i < count; ++i) {
        sayings.push_back({i < texts.size() ? texts[i] : std::string_view(),
            i < predictions.size() ? trimmed(predictions[i]) : std::string_view(),
            scores.empty() ? Cell() : scores[i]});
    }
    ++m_listed;
    return sayings;
}

void ResponseImport::readDetails(const RawRecord& record, Response& details) const
{
    const auto number = [&](int column) {
        const Cell& cell = record.cell(column);
        return cell.present() ? toNumber(cell.text) : std::nullopt;
    };
    const auto whole = [&](int column) -> std::optional<qint64> {
        const auto value = number(column);
        return value && *value >= 0 && *value < 1e15 ? std::optional(qint64(*value)) : std::nullopt;
    };
    details.promptTokens = whole(m_columns.promptTokens);
    details.outputTokens = whole(m_columns.outputTokens);
    details.latency = number(m_columns.latency);
    if (details.latency && m_milliseconds) {
        *details.latency /= 1000;
    }
    details.cost = number(m_columns.cost);
    if (m_columns.probabilities.size() == 1) {
        const Cell& cell = record.cell(m_columns.probabilities.front());
        if (cell.kind == CellKind::List) {
            for (const Cell& item : record.itemsOf(cell)) {
                details.optionProbabilities.append(toNumber(item.text).value_or(std::nan("")));
            }
        } else if (cell.present()) {
            if (const auto list = parsePythonStringList(cell.toString())) {
                for (const QString& text : *list) {
                    details.optionProbabilities.append(toNumber(text.toStdString()).value_or(std::nan("")));
                }
            }
        }
    } else {
        for (const int column : m_columns.probabilities) {
            details.optionProbabilities.append(number(column).value_or(std::nan("")));
        }
    }
}

void ResponseImport::takeGroup(const RawRecord& record, Group& group, SampleKeys::Found sample)
{
    int attempt = 0;
    if (!readAttempt(record, attempt)) {
        return;
    }
    for (const Saying& saying : sayingsOf(record, group)) {
        takeSaying(record, group, sample, attempt++, saying);
    }
}

void ResponseImport::takeSaying(
    const RawRecord& record, Group& group, SampleKeys::Found sample, int attempt, const Saying& saying)
{
    const std::string_view prediction = saying.prediction;
    const std::string_view text = saying.text.empty() ? prediction : saying.text;
    std::optional<double> score;
    if (group.score >= 0 && !readScore(saying.score, score)) {
        m_log.add(ImportIssue::Severity::Rejected, record.line, group.columns.score, saying.score.toString(),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "0, 1, true, false or a number between")));
        return;
    }
    ActiveRun& run = m_runs[size_t(runFor(record, group))];
    const SampleKeys::Entry& entry = m_keys.entry(sample.entry);
    const bool choice = entry.optionCount > 0 && run.condition != Condition::OpenEnded;

    // The bare letter of a choice needs no parsing, and it is what most tables hold.
    std::string answer;
    const char first = prediction.size() == 1 ? char(prediction.front() & ~0x20) : '\0';
    bool plain = choice && first >= 'A' && first - 'A' < entry.optionCount;
    if (plain) {
        answer.assign(1, first);
        if (group.score < 0) {
            const int gold = m_keys.gold(sample.entry, sample.shift);
            if (gold >= 0) {
                score = first - 'A' == gold ? 1.0 : 0.0;
            } else {
                plain = false;
            }
        }
    }
    if (!plain) {
        ReplyToScore reply = m_keys.replyTo(sample, run.condition);
        reply.text = text;
        reply.prediction = prediction;
        if (group.score < 0) {
            ScoredReply scored = m_rule.apply(reply);
            answer = scored.answer.toStdString();
            score = scored.score;
        } else {
            answer = m_rule.scorerFor(reply).read(reply).toStdString();
        }
    }
    if (score && text.find("Failed to obtain answer") != std::string_view::npos) {
        score.reset();
        answer.clear();
    }

    size_t said = std::hash<std::string_view>{}(text)*31 + std::hash<std::string_view>{}(answer);
    said = said * 31 + (score ? std::hash<double>{}(*score) : 0x5bd1e995u);
    const SaidBefore::Key key{sample.entry, sample.shift, attempt};
    const SaidBefore::Outcome before = run.said.add(key, said);
    if (before == SaidBefore::Outcome::Same) {
        m_log.add(ImportIssue::Severity::Note, record.line, QString(), run.summary.model,
            Sentence::of(QT_TRANSLATE_NOOP(
                "Import", "one response for each model, sample and attempt; the same one again is dropped")));
        return;
    }
    const bool repeated = before == SaidBefore::Outcome::Other;
    ++run.summary.responses;
    run.summary.missing += !score.has_value();
    m_wrong += !score || *score < 1;
    if (score && answer.empty() && !isBlank(text)) {
        constexpr qint64 kShown = 20;
        if (++m_unread <= kShown) {
            m_log.add(ImportIssue::Severity::Note, record.line, QString(), shortened(text),
                Sentence::of(QT_TRANSLATE_NOOP("Import",
                    "a reply in which an answer can be read; without one it scores 0 and is no vote")));
        }
    }

    if (m_preview) {
        PreviewedResponse response = m_previewed;
        response.model = run.summary.model;
        response.condition = run.condition;
        response.setting = run.summary.setting;
        response.attempt = attempt;
        response.reply = toQString(text);
        response.answer = QString::fromStdString(answer);
        response.score = score;
        m_preview->append(response);
        return;
    }
    Response details;
    readDetails(record, details);
    if (run.fresh && !repeated) {
        const bool hasDetails = details.promptTokens || details.outputTokens || details.latency
            || details.cost || !details.optionProbabilities.isEmpty();
        m_writer->addRaw(run.id, {entry.id}, sample.shift, attempt, score.value_or(std::nan("")), answer,
            text, hasDetails ? &details : nullptr);
        ++m_report.responses.added;
        return;
    }
    details.runId = run.id;
    details.sampleId = {entry.id};
    details.shift = sample.shift;
    details.attempt = attempt;
    details.text = toQString(text);
    details.answer = QString::fromStdString(answer);
    details.score = score;
    if (repeated) {
        m_repeats.push_back({group.lastRun, sample, record.line, details});
    } else {
        put(details);
    }
}

Result<> ResponseImport::refuseTheKey() const
{
    // A column called "answer" that says the gold of every sample is the key once more, whatever the file is
    // taken for; a model that is always right is named by its file, or by a person who maps the column.
    constexpr qint64 kEnough = 5;
    const FieldSource source = m_mapping.fields.value(Field::Prediction);
    const bool guessed = !m_request.mapping && source.confidence < 1.0 && !m_mapping.has(Field::Model);
    if (!guessed || m_wrong > 0 || m_runs.size() != 1 || m_runs.front().summary.responses < kEnough
        || !plainColumnName(source.columns.value(0)).startsWith(QLatin1String("answer"))) {
        return {};
    }
    return fail(ErrorCode::InvalidInput,
        Sentence::of(QT_TRANSLATE_NOOP("Error",
                         "\"%1\" in %2 says the gold answer of every sample: it is the key, not a model"))
            .arg(source.columns.first(), m_request.file),
        importRemedy(ImportRemedy::ReplyNotKey).arg(source.columns.first()));
}

void ResponseImport::put(const Response& response)
{
    switch (m_writer->put(response)) {
    case ResponseWriter::Outcome::Added:
        ++m_report.responses.added;
        break;
    case ResponseWriter::Outcome::ReadAnew:
        ++m_readAnew;
        ++m_report.responses.changed;
        break;
    case ResponseWriter::Outcome::Changed:
        ++m_report.responses.changed;
        break;
    case ResponseWriter::Outcome::Unchanged:
        ++m_report.responses.unchanged;
        break;
    }
}

void ResponseImport::storeRepeats()
{
    for (Repeat& repeat : m_repeats) {
        ActiveRun& run = m_runs[size_t(repeat.run)];
        int attempt = repeat.response.attempt;
        while (run.said.contains({repeat.sample.entry, repeat.sample.shift, attempt})) {
            ++attempt;
        }
        run.said.add({repeat.sample.entry, repeat.sample.shift, attempt}, 0);
        m_log.add(ImportIssue::Severity::Warning, repeat.line, QString(), run.summary.model,
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                             "one response for each model, sample and attempt; this one differs and is kept "
                             "as attempt %1"))
                .arg(attempt + 1));
        repeat.response.attempt = attempt;
        put(repeat.response);
    }
}

} // namespace winnow
