// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/responseimport.h"

#include "core/import/importjob.h"
#include "core/import/importremedy.h"
#include "core/import/keycolumns.h"
#include "core/import/recordloop.h"
#include "core/import/runname.h"
#include "core/import/utf8.h"
#include "core/store/importstage.h"
#include "core/text/answerparser.h"
#include "core/text/normalise.h"
#include "core/text/pythonliteral.h"

#include <cmath>

namespace winnow {

namespace {

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
    , m_scorer(m_keys)
    , m_writer(stage ? std::make_unique<ResponseWriter>(snapshot, *stage) : nullptr)
{
}

void ResponseImport::scoreOpenBy(const QString& scorer)
{
    // "By kind" is said by a request.
    if (const auto rule = ScoringRule::forOpenQuestions(scorer); rule && !m_request.scorer) {
        m_scorer.setRule(*rule);
    }
}

Result<> ResponseImport::prepare()
{
    auto rule = ScoringRule::parse(m_request.scorer.value_or(QString()));
    if (!rule) {
        return tl::unexpected<Error>(rule.error());
    }
    if (!rule->isDefault()) {
        m_scorer.setRule(*std::move(rule));
    }
    for (const ResponseColumns& columns : m_mapping.responses) {
        Group group;
        group.columns = columns;
        m_groups.push_back(group);
        if (const ColumnProfile* score = m_profile.column(columns.score); score && score->largest > 1) {
            m_scorer.setScale(100);
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

    const bool modelNamed = m_mapping.has(Field::Model)
        || std::all_of(
            m_groups.begin(), m_groups.end(), [](const Group& g) { return !g.columns.model.isEmpty(); });
    m_scoresOnly = std::all_of(m_groups.begin(), m_groups.end(),
        [](const Group& g) { return g.columns.response.isEmpty() && g.columns.prediction.isEmpty(); });
    m_fallbackModel = m_request.model;
    if (m_fallbackModel.isEmpty() && !modelNamed && m_profile.layout == QLatin1String("datbench_judge")) {
        WINNOW_TRY(nameJudgedModel());
    }
    if (m_fallbackModel.isEmpty() && !modelNamed) {
        m_fallbackModel = modelNameFor(m_request.file, m_dataset.name);
        m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import", "No model is named: \"%1\" is used"))
                          .arg(m_fallbackModel));
    }
    readNameOfRun();
    const bool rotated = m_mapping.has(Field::Rotation) || m_mapping.has(Field::Base);
    m_circular = m_keys.hasRotations() && (rotated || anyRotatedKey());
    chooseJoin();
    return {};
}

void ResponseImport::readNameOfRun()
{
    const RunName name = readRunName(m_request.file);
    if (name.condition && !m_request.condition && !m_mapping.has(Field::Condition)) {
        m_fallbackCondition = name.condition;
        m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import", "The file's name says condition %1"))
                          .arg(conditionWord(*name.condition)));
    }
    if (!name.setting.isEmpty() && m_request.setting.isEmpty() && !m_mapping.has(Field::Setting)) {
        m_fallbackSetting = name.setting;
        m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import", "The file's name says setting \"%1\""))
                          .arg(name.setting));
    }
    if (m_mapping.has(Field::Attempt)) {
        return;
    }
    m_firstAttempt = m_request.attempt.value_or(name.attempt.value_or(1)) - 1;
    if (name.attempt && !m_request.attempt) {
        m_log.message(
            Sentence::of(QT_TRANSLATE_NOOP("Import", "The file's name says attempt %1")).arg(*name.attempt));
    }
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
    if (!m_mapping.has(Field::Index)) {
        return false;
    }
    SampleReader reader(m_mapping);
    SampleKeys keys(m_connection, m_dataset.id, m_stage ? m_stage->stagedDataset() : DatasetId());
    SampleDraft draft;
    bool rotated = false;
    RecordLoop loop;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        draft.clear();
        rotated = keys.find(reader.key(record, source.columns(), draft)).shift > 0;
        return !rotated;
    };
    // A file that cannot be read is told by those who have to read it.
    (void)loop.run(m_request.file, m_request.limits);
    return rotated;
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
        group.cells = {find(group.columns.response), find(group.columns.prediction),
            find(group.columns.score), at(Field::Verifier), at(Field::LogProbability), group.columns.response,
            group.columns.prediction};
    }
}

Result<> ResponseImport::run(Progress& progress)
{
    WINNOW_TRY(prepare());
    RecordLoop loop;
    loop.take = [this](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        m_log.standIn(source.file());
        take(record, source.columns());
        return true;
    };
    // Of a file that gives samples too, what cannot be read was told by them.
    if (m_report.role != ImportRole::Both) {
        loop.bad = [this](const RecordProblem& problem) {
            m_log.add(problem);
            return true;
        };
        loop.lost = [this](const CellLoss& loss) { m_log.add(loss); };
    }
    loop.end = [this](const RecordSource& source) { m_log.messages(source.notes()); };
    loop.progress = &progress;
    loop.step = QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading responses"));
    WINNOW_TRY(loop.run(m_request.file, m_request.limits));
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
    if (m_replies.listed() > 0) {
        m_log.message(Sentence::of(
            QT_TRANSLATE_NOOP("Import", "Records that list several replies: %1; they are attempts 1, 2 …"))
                          .arg(m_replies.listed()));
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
        SampleKeys::Found found = key.empty() ? SampleKeys::Found() : m_keys.find(key, question);
        if (found.entry < 0 && !question.empty() && m_report.role == ImportRole::Responses) {
            // A harness numbers what the samples' own file gives other keys.
            found = {m_keys.findQuestion(question), 0};
            if (found.entry >= 0) {
                m_log.message(Sentence::of(QT_TRANSLATE_NOOP(
                    "Import", "Some keys are those of no sample: their replies are joined by the question")));
            }
        }
        if (found.entry < 0) {
            shownKey = toQString(key);
        }
        return found;
    }
    const std::string position = std::to_string(record.row);
    // Samples without a key of their own go by the number of their record, which stays when others are left
    // out. Keys that people gave are no numbers of records: "1" may be the first.
    const bool numbered = m_report.role == ImportRole::Both || m_keys.find("0").entry >= 0;
    SampleKeys::Found found = numbered ? m_keys.find(position) : SampleKeys::Found();
    if (!numbered && record.row < m_keys.count()) {
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
    attempt = m_firstAttempt;
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

std::optional<double> ResponseImport::readRating(const RawRecord& record, Field field, const Cell& cell)
{
    if (!cell.present()) {
        return std::nullopt;
    }
    // What rounding leaves above 0 is 0.
    constexpr double kRounded = 1e-6;
    const bool logarithm = field == Field::LogProbability;
    const auto number = cell.kind == CellKind::List ? std::nullopt : toNumber(cell.text);
    if (number && (!logarithm || *number <= kRounded)) {
        return logarithm ? std::min(*number, 0.0) : *number;
    }
    m_log.add(ImportIssue::Severity::Warning, record.line, m_mapping.column(field), cell.toString(),
        cell.kind == CellKind::List
            ? Sentence::of(QT_TRANSLATE_NOOP("Import", "a number for each reply; the reply comes without"))
            : logarithm ? Sentence::of(QT_TRANSLATE_NOOP(
                  "Import", "the natural logarithm of a probability, at most 0; the reply comes without"))
                        : Sentence::of(QT_TRANSLATE_NOOP("Import", "a number; the reply comes without")));
    return std::nullopt;
}

void ResponseImport::takeGroup(const RawRecord& record, Group& group, SampleKeys::Found sample)
{
    int attempt = 0;
    if (!readAttempt(record, attempt)) {
        return;
    }
    for (const Reply& saying : m_replies.read(record, group.cells)) {
        takeSaying(record, group, sample, attempt++, saying);
    }
}

void ResponseImport::takeSaying(
    const RawRecord& record, Group& group, SampleKeys::Found sample, int attempt, const Reply& saying)
{
    const std::string_view text = saying.text.empty() ? saying.prediction : saying.text;
    ReplyScorer::Verdict verdict;
    if (group.cells.score >= 0 && !m_scorer.readVerdict(saying.score, verdict)) {
        m_log.add(ImportIssue::Severity::Rejected, record.line, group.columns.score, saying.score.toString(),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "0, 1, true, false or a number between")));
        return;
    }
    ActiveRun& run = m_runs[size_t(runFor(record, group))];
    const auto [answer, score] = m_scorer.score(saying, sample, run.condition, verdict);

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
    Response response;
    response.runId = run.id;
    response.sampleId = {m_keys.entry(sample.entry).id};
    response.shift = sample.shift;
    response.attempt = attempt;
    response.score = score;
    response.verifier = readRating(record, Field::Verifier, saying.verifier);
    response.logProbability = readRating(record, Field::LogProbability, saying.logProbability);
    store(record, group, sample, repeated, response, text, answer);
}

void ResponseImport::store(const RawRecord& record, const Group& group, SampleKeys::Found sample,
    bool repeated, Response& response, std::string_view text, const std::string& answer)
{
    readDetails(record, response);
    if (m_runs[size_t(group.lastRun)].fresh && !repeated) {
        const bool hasDetails = response.promptTokens || response.outputTokens || response.latency
            || response.cost || response.verifier || response.logProbability
            || !response.optionProbabilities.isEmpty();
        m_writer->addRaw(response.runId, response.sampleId, response.shift, response.attempt,
            response.score.value_or(std::nan("")), answer, text, hasDetails ? &response : nullptr);
        ++m_report.responses.added;
        return;
    }
    response.text = toQString(text);
    response.answer = QString::fromStdString(answer);
    if (repeated) {
        m_repeats.push_back({group.lastRun, sample, record.line, response});
    } else {
        put(response);
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
    switch (m_writer->put(response, m_scoresOnly)) {
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
