// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditdataloader.h"

#include "core/domain/response.h"
#include "core/store/datasetstore.h"
#include "core/store/judgementstore.h"
#include "core/text/normalise.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>
#include <map>

namespace winnow {

namespace {

/// Sample id -> position.
class Positions {
public:
    explicit Positions(const std::vector<qint64>& ids)
    {
        if (ids.empty()) {
            return;
        }
        const auto [low, high] = std::minmax_element(ids.begin(), ids.end());
        m_low = *low;
        m_high = *high;
        m_dense = m_high - m_low < qint64(ids.size()) * 4 + 1024;
        if (m_dense) {
            m_positions.assign(std::size_t(m_high - m_low + 1), -1);
        }
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (m_dense) {
                m_positions[std::size_t(ids[i] - m_low)] = qint32(i);
            } else {
                m_sparse.insert(ids[i], qint32(i));
            }
        }
    }

    qint32 operator[](qint64 id) const
    {
        if (id < m_low || id > m_high) {
            return -1;
        }
        return m_dense ? m_positions[std::size_t(id - m_low)] : m_sparse.value(id, -1);
    }
    qint64 low() const { return m_low; }
    qint64 high() const { return m_high; }

private:
    qint64 m_low = 0;
    qint64 m_high = -1;
    bool m_dense = true;
    std::vector<qint32> m_positions;
    QHash<qint64, qint32> m_sparse;
};

struct RunRow {
    RunId id;
    QString model;
    QString family;
    Condition condition;
    QString setting;
};

/// One run as a reader thread brings it in: open answers coded within the run.
struct RunColumns {
    RunRow run;
    std::vector<ResponseColumn> columns;
    std::vector<QString> answers;
    std::optional<Error> error;
};

qint32 internName(QHash<QString, qint32>& index, QStringList& names, const QString& name)
{
    const auto it = index.constFind(name);
    if (it != index.constEnd()) {
        return *it;
    }
    const qint32 code = qint32(names.size());
    names.append(name);
    index.insert(name, code);
    return code;
}

void readSamples(sqlite::Connection& connection, AuditData& data)
{
    QHash<QString, qint32> capabilities;
    QHash<QString, qint32> splits;
    QHash<QString, qint32> categories;
    auto& query = connection.cached(
        QStringLiteral("SELECT id, source_index, split, capability, category, option_count, gold FROM samples"
                       " WHERE dataset_id = ? ORDER BY position, id"));
    query.bind(1, data.datasetId.value);
    while (query.step()) {
        data.sampleIds.push_back(query.integer(0));
        data.sourceIndexes.push_back(query.text(1));
        data.split.push_back(internName(splits, data.splits, query.text(2)));
        data.capability.push_back(internName(capabilities, data.capabilities, query.text(3)));
        data.category.push_back(internName(categories, data.categories, query.text(4)));
        const int options = int(query.integer(5));
        data.optionCount.push_back(qint16(options));
        data.gold.push_back(query.text(6));
        data.goldIndex.push_back(qint16(optionPosition(data.gold.back(), options)));
        data.hasGold.push_back(!data.gold.back().isEmpty());
    }
    query.reset();
    data.goldCode.assign(data.size(), kNoAnswer);
    data.rotations.resize(data.size());
}

void readRotations(sqlite::Connection& connection, const Positions& positions, AuditData& data)
{
    auto& query = connection.cached(QStringLiteral("SELECT sample_id, shift, source_index, permutation, gold"
                                                   " FROM rotations WHERE sample_id BETWEEN ? AND ?"));
    query.bindAll(positions.low(), positions.high());
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at >= 0) {
            data.rotations[std::size_t(at)].push_back(
                {int(query.integer(1)), query.text(2), query.text(3), query.text(4)});
        }
    }
    query.reset();
}

void readVerified(sqlite::Connection& connection, const Positions& positions, AuditData& data)
{
    auto& query = connection.cached(QStringLiteral(
        "SELECT DISTINCT sample_id FROM effective_decisions WHERE sample_id BETWEEN ? AND ?"
        " AND (action = 'keep' OR (verdict = 'override' AND kind IN ('label_incorrect', 'label_ambiguous',"
        " 'image_insufficient', 'unanimous_failure', 'consensus_against_gold', 'label_conflict')))"));
    query.bindAll(positions.low(), positions.high());
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at >= 0) {
            data.verified.resize(data.size(), false);
            data.verified[std::size_t(at)] = true;
        }
    }
    query.reset();
}

/// A judge's word counts as long as no other judge and no person found anything wrong with the sample.
void readJudgements(sqlite::Connection& connection, const Positions& positions, AuditData& data)
{
    auto& query = connection.cached(QStringLiteral(
        "SELECT j.sample_id, j.judge FROM judgements j WHERE j.sample_id BETWEEN ?1 AND ?2 AND j.sound = 1"
        " AND NOT EXISTS(SELECT 1 FROM judgements o WHERE o.sample_id = j.sample_id AND o.sound = 0)"
        " AND NOT EXISTS(SELECT 1 FROM effective_decisions d WHERE d.sample_id = j.sample_id"
        " AND (d.action IN ('drop', 'fix') OR (d.verdict = 'confirm' AND d.kind IN ('label_incorrect',"
        " 'label_ambiguous', 'image_insufficient', 'unanimous_failure', 'consensus_against_gold', "
        "'label_conflict'))))"
        " ORDER BY j.sample_id, j.judge"));
    query.bindAll(positions.low(), positions.high());
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at >= 0) {
            data.judgedSound[std::size_t(at)].append(query.text(1));
        }
    }
    query.reset();
}

void readTexts(sqlite::Connection& connection, const Positions& positions, AuditData& data)
{
    data.texts.resize(data.size());
    auto& query = connection.cached(
        QStringLiteral("SELECT id, question, hint, accepted, extra FROM samples WHERE dataset_id = ?"));
    query.bind(1, data.datasetId.value);
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at < 0) {
            continue;
        }
        AuditText& text = data.texts[std::size_t(at)];
        text.question = query.text(1);
        text.hint = query.text(2);
        for (const QJsonValue& answer : QJsonDocument::fromJson(query.blob(3)).array()) {
            text.acceptedAnswers.append(answer.toString());
        }
        if (!query.utf8(4).empty()) {
            text.extra = QJsonDocument::fromJson(query.blob(4)).object();
        }
    }
    query.reset();
}

/// `optionTexts` takes the options of every sample.
void readOptions(sqlite::Connection& connection, const Positions& positions, AuditData& data, bool all,
    std::vector<QStringList>& optionTexts)
{
    auto& query = connection.cached(
        QStringLiteral("SELECT sample_id, text FROM options WHERE sample_id BETWEEN ? AND ?"
                       " ORDER BY sample_id, position"));
    query.bindAll(positions.low(), positions.high());
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at < 0) {
            continue;
        }
        optionTexts[std::size_t(at)].append(query.text(1));
    }
    query.reset();
    if (all) {
        for (std::size_t i = 0; i < data.size(); ++i) {
            data.texts[i].options = optionTexts[i];
        }
    }
}

/// The bytes of images as the project has them.
class ProjectImages final : public ImageSource {
public:
    explicit ProjectImages(const Project& project)
        : m_project(project)
    {
    }
    Result<QByteArray> bytes(const QByteArray& sha256, const QString& path) const override
    {
        return path.isEmpty() ? m_project.imageBytes(sha256) : readImageFile(path);
    }

private:
    const Project& m_project;
};

void readMeasures(sqlite::Connection& connection, AuditData& data)
{
    QHash<qint64, std::shared_ptr<const MeasuredImage>> known;
    auto& query = connection.cached(
        QStringLiteral("SELECT id, quality FROM images WHERE quality IS NOT NULL AND id IN (SELECT"
                       " si.image_id FROM sample_images si JOIN samples s ON s.id = si.sample_id"
                       " WHERE s.dataset_id = ?)"));
    query.bind(1, data.datasetId.value);
    while (query.step()) {
        if (auto measured = measuresFromJson(query.blob(1))) {
            known.insert(query.integer(0), std::make_shared<const MeasuredImage>(std::move(*measured)));
        }
    }
    query.reset();
    for (std::vector<AuditImage>& images : data.images) {
        for (AuditImage& image : images) {
            image.measured = known.value(image.id.value);
        }
    }
}

void readImages(sqlite::Connection& connection, const Positions& positions, AuditData& data)
{
    data.images.resize(data.size());
    auto& query = connection.cached(
        QStringLiteral("SELECT si.sample_id, i.id, si.source, i.path, i.sha256, si.state, i.width, i.height,"
                       " i.format FROM sample_images si LEFT JOIN images i ON i.id = si.image_id"
                       " WHERE si.sample_id BETWEEN ? AND ? ORDER BY si.sample_id, si.position"));
    query.bindAll(positions.low(), positions.high());
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at >= 0) {
            data.images[std::size_t(at)].push_back({ImageId{query.integer(1)}, query.text(2), query.text(3),
                query.blob(4), imageStateFromId(query.text(5)), int(query.integer(6)), int(query.integer(7)),
                query.text(8), nullptr});
        }
    }
    query.reset();
}

std::vector<RunRow> readRuns(sqlite::Connection& connection, const AuditData& data, const AuditParts& parts)
{
    std::vector<RunRow> runs;
    auto& query
        = connection.cached(QStringLiteral("SELECT r.id, m.name, m.family, r.condition, r.setting FROM runs r"
                                           " JOIN models m ON m.id = r.model_id WHERE r.dataset_id = ?"
                                           " ORDER BY m.name, r.condition, r.setting, r.id"));
    query.bind(1, data.datasetId.value);
    while (query.step()) {
        const auto condition = conditionFromId(query.text(3));
        if (condition && parts.conditions[std::size_t(*condition)]) {
            QString family = query.text(2);
            if (family.isEmpty()) {
                family = guessFamily(query.text(1));
            }
            runs.push_back({RunId{query.integer(0)}, query.text(1), family, *condition, query.text(4)});
        }
    }
    query.reset();
    return runs;
}

/// Reads a few hundred scores of each run of the other datasets, which come in order of the samples.
void readElsewhere(sqlite::Connection& connection, AuditData& data)
{
    auto& query = connection.cached(QStringLiteral(
        "SELECT m.name, (SELECT SUM(score) FROM (SELECT score FROM responses WHERE run_id = r.id AND score IS"
        " NOT NULL LIMIT 500)), (SELECT COUNT(*) FROM (SELECT 1 FROM responses WHERE run_id = r.id AND score"
        " IS NOT NULL LIMIT 500)) FROM runs r JOIN models m ON m.id = r.model_id"
        " WHERE r.dataset_id <> ? AND r.condition = 'standard'"));
    query.bind(1, data.datasetId.value);
    while (query.step()) {
        ScoreSum& score = data.elsewhere[query.text(0)];
        score.sum += query.real(1);
        score.count += query.real(2);
    }
    query.reset();
}

/// Columns of one run by (attempt, shift).
class RunReader {
public:
    RunReader(const AuditData& data, const Positions& positions, RunColumns& out)
        : m_data(data)
        , m_positions(positions)
        , m_out(out)
    {
    }

    void readResponses(sqlite::Connection& connection, const Progress& progress)
    {
        auto& query = connection.cached(QStringLiteral(
            "SELECT sample_id, shift, attempt, score, answer FROM responses WHERE run_id = ?"));
        query.bind(1, m_out.run.id.value);
        qint64 rows = 0;
        while (query.step()) {
            if ((++rows & 0x3fff) == 0 && progress.isCancelled()) {
                break;
            }
            const qint32 at = m_positions[query.integer(0)];
            if (at < 0) {
                continue;
            }
            ResponseColumn& target = column(int(query.integer(2)), int(query.integer(1)));
            if (!query.isNull(3)) {
                target.scores[std::size_t(at)] = float(query.real(3));
            }
            setAnswer(target, std::size_t(at), query.utf8(4));
        }
        query.reset();
    }

    void readProbabilities(sqlite::Connection& connection)
    {
        std::map<ResponseColumn*, std::map<std::size_t, QJsonArray>> found;
        auto& query = connection.cached(
            QStringLiteral("SELECT sample_id, shift, attempt, probabilities FROM response_details"
                           " WHERE run_id = ? AND probabilities IS NOT NULL"));
        query.bind(1, m_out.run.id.value);
        while (query.step()) {
            const qint32 at = m_positions[query.integer(0)];
            if (at >= 0) {
                ResponseColumn& target = column(int(query.integer(2)), int(query.integer(1)));
                found[&target][std::size_t(at)] = QJsonDocument::fromJson(query.blob(3)).array();
            }
        }
        query.reset();
        for (auto& [target, bySample] : found) {
            target->probabilityOffsets.assign(m_data.size() + 1, 0);
            for (std::size_t i = 0; i < m_data.size(); ++i) {
                const auto it = bySample.find(i);
                if (it != bySample.end()) {
                    addProbabilities(*target, i, it->second);
                }
                target->probabilityOffsets[i + 1] = quint32(target->probabilities.size());
            }
        }
    }

    /// Columns in order, their addresses no longer of use.
    void finish()
    {
        for (auto& [key, column] : m_columns) {
            m_out.columns.push_back(std::move(column));
        }
    }

private:
    ResponseColumn& column(int attempt, int shift)
    {
        if (m_last != nullptr && m_last->attempt == attempt && m_last->shift == shift) {
            return *m_last;
        }
        auto [it, added] = m_columns.try_emplace({attempt, shift});
        if (added) {
            ResponseColumn& fresh = it->second;
            fresh.runId = m_out.run.id;
            fresh.model = m_out.run.model;
            fresh.family = m_out.run.family;
            fresh.condition = m_out.run.condition;
            fresh.setting = m_out.run.setting;
            fresh.attempt = attempt;
            fresh.shift = shift;
            fresh.scores.assign(m_data.size(), std::numeric_limits<float>::quiet_NaN());
            fresh.codes.assign(m_data.size(), kNoResponse);
            if (shift != 0) {
                fresh.shown.assign(m_data.size(), -1);
            }
        }
        m_last = &it->second;
        return *m_last;
    }

    /// Base position of the option shown at `letter`; -1 when the rotation is not known.
    int basePosition(std::size_t sample, int shift, int letter) const
    {
        for (const Rotation& rotation : m_data.rotations[sample]) {
            if (rotation.shift == shift) {
                return letter < rotation.permutation.size()
                    ? optionPosition(QStringView(rotation.permutation).mid(letter, 1))
                    : -1;
            }
        }
        return -1;
    }

    void setAnswer(ResponseColumn& target, std::size_t at, std::string_view answer)
    {
        if (answer.empty()) {
            target.codes[at] = kNoAnswer;
            return;
        }
        if (m_data.isChoice(target, at)) {
            const char c = answer.front();
            const int options = m_data.optionCount[at];
            const int single = answer.size() != 1 ? -1
                : c >= 'A' && c <= 'Z'            ? c - 'A'
                : c >= 'a' && c <= 'z'            ? c - 'a'
                                                  : -1;
            // Decoding is for the few samples that have more options than there are letters.
            const int letter = answer.size() > 1 && options > 26
                ? optionPosition(QString::fromUtf8(answer.data(), qsizetype(answer.size())), options)
                : single;
            if (letter < 0 || letter >= options) {
                target.codes[at] = kNoAnswer;
            } else if (target.shift == 0) {
                target.codes[at] = letter;
            } else {
                target.shown[at] = qint16(letter);
                const int base = basePosition(at, target.shift, letter);
                target.codes[at] = base >= 0 ? base : kNoAnswer;
            }
            return;
        }
        const QString raw = QString::fromUtf8(answer.data(), qsizetype(answer.size()));
        auto it = m_spellings.constFind(raw);
        if (it == m_spellings.constEnd()) {
            const QString text = normaliseText(raw);
            auto known = m_answers.constFind(text);
            if (known == m_answers.constEnd()) {
                known = m_answers.insert(text, qint32(m_out.answers.size()));
                m_out.answers.push_back(text);
            }
            it = m_spellings.insert(raw, *known);
        }
        target.codes[at] = *it;
    }

    void addProbabilities(ResponseColumn& target, std::size_t sample, const QJsonArray& values) const
    {
        const std::size_t start = target.probabilities.size();
        target.probabilities.resize(start + std::size_t(values.size()), 0.0f);
        for (qsizetype i = 0; i < values.size(); ++i) {
            const int base = target.shift == 0 ? int(i) : basePosition(sample, target.shift, int(i));
            if (base >= 0 && base < values.size()) {
                target.probabilities[start + std::size_t(base)]
                    = float(values[i].toDouble(std::numeric_limits<double>::quiet_NaN()));
            }
        }
    }

    const AuditData& m_data;
    const Positions& m_positions;
    RunColumns& m_out;
    std::map<std::pair<int, int>, ResponseColumn> m_columns;
    ResponseColumn* m_last = nullptr;
    QHash<QString, qint32> m_spellings;
    QHash<QString, qint32> m_answers;
};

} // namespace

void AuditParts::add(Need need)
{
    const auto condition = [&](Condition which) { conditions[std::size_t(which)] = true; };
    switch (need) {
    case Need::StandardResponses:
        return condition(Condition::Standard);
    case Need::BlindResponses:
        return condition(Condition::Blind);
    case Need::CircularResponses:
        return condition(Condition::Circular);
    case Need::OpenEndedResponses:
        return condition(Condition::OpenEnded);
    case Need::ChoicesOnlyResponses:
        return condition(Condition::ChoicesOnly);
    case Need::OptionProbabilities:
        probabilities = true;
        return;
    case Need::Texts:
        texts = true;
        return;
    case Need::Images:
        images = true;
        return;
    case Need::ImageMeasures:
        images = true;
        measures = true;
        return;
    default:
        return;
    }
}

void AuditParts::add(const AuditParts& other)
{
    texts = texts || other.texts;
    images = images || other.images;
    measures = measures || other.measures;
    probabilities = probabilities || other.probabilities;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        conditions[i] = conditions[i] || other.conditions[i];
    }
}

AuditParts partsOf(const DetectorInfo& info)
{
    AuditParts parts;
    for (const Requirement& requirement : info.requirements) {
        parts.add(requirement.need);
    }
    for (const Need need : info.uses) {
        parts.add(need);
    }
    return parts;
}

Result<std::shared_ptr<const AuditData>> loadAuditData(
    const Project& project, DatasetId dataset, const AuditParts& parts, Progress& progress)
{
    auto data = std::make_shared<AuditData>();
    data->datasetId = dataset;
    std::vector<RunColumns> runs;
    std::vector<QStringList> optionTexts;
    std::unique_ptr<Positions> positions;
    const Result<bool> read = project.read([&](sqlite::Connection& connection) {
        const auto found = DatasetStore(connection).byId(dataset);
        if (!found) {
            return false;
        }
        data->dataset = found->name;
        readSamples(connection, *data);
        positions = std::make_unique<Positions>(data->sampleIds);
        readRotations(connection, *positions, *data);
        readVerified(connection, *positions, *data);
        readJudgements(connection, *positions, *data);
        if (parts.texts) {
            readTexts(connection, *positions, *data);
        }
        optionTexts.resize(data->size());
        if (parts.texts || parts.conditions[std::size_t(Condition::OpenEnded)]) {
            readOptions(connection, *positions, *data, parts.texts, optionTexts);
        }
        if (parts.images) {
            readImages(connection, *positions, *data);
        }
        if (parts.measures) {
            readMeasures(connection, *data);
            data->comparer = std::make_shared<const ImageComparer>(std::make_shared<ProjectImages>(project));
        }
        if (parts.conditions[std::size_t(Condition::Standard)]) {
            readElsewhere(connection, *data);
        }
        for (RunRow& row : readRuns(connection, *data, parts)) {
            runs.push_back({std::move(row), {}, {}, std::nullopt});
        }
        return true;
    });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    if (!*read) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset with number %1"))
                .arg(dataset.value));
    }

    std::atomic<qint64> done{0};
    QtConcurrent::blockingMap(runs, [&](RunColumns& run) {
        if (progress.isCancelled()) {
            return;
        }
        const Result<> outcome = project.read([&](sqlite::Connection& connection) {
            RunReader reader(*data, *positions, run);
            reader.readResponses(connection, progress);
            if (parts.probabilities) {
                reader.readProbabilities(connection);
            }
            reader.finish();
        });
        if (!outcome) {
            run.error = outcome.error();
        }
        progress.report(++done, qint64(runs.size()),
            data->dataset + QStringLiteral(": ")
                + QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading responses")));
    });
    if (progress.isCancelled()) {
        return auditCancelled();
    }

    QHash<QString, qint32> answers;
    const auto intern = [&](const QString& text) { return internName(answers, data->answers, text); };
    for (std::size_t i = 0; i < data->size(); ++i) {
        const QString& text = data->isMcq(i) ? optionTexts[i].value(data->goldIndex[i]) : data->gold[i];
        if (!text.isEmpty()) {
            data->goldCode[i] = intern(normaliseText(text));
        }
    }
    if (parts.conditions[std::size_t(Condition::OpenEnded)]) {
        data->optionOffsets.push_back(0);
        for (const QStringList& options : optionTexts) {
            for (const QString& option : options) {
                data->optionCodes.push_back(intern(normaliseText(option)));
            }
            data->optionOffsets.push_back(quint32(data->optionCodes.size()));
        }
    }
    // In the order of the runs, so that codes do not depend on which thread was first.
    for (RunColumns& run : runs) {
        if (run.error) {
            return tl::unexpected<Error>(*run.error);
        }
        std::vector<qint32> global;
        for (const QString& answer : run.answers) {
            global.push_back(intern(answer));
        }
        for (ResponseColumn& column : run.columns) {
            if (!global.empty()) {
                for (std::size_t i = 0; i < data->size(); ++i) {
                    if (column.codes[i] >= 0 && !data->isChoice(column, i)) {
                        column.codes[i] = global[std::size_t(column.codes[i])];
                    }
                }
            }
            data->columns.push_back(std::move(column));
        }
    }
    return std::shared_ptr<const AuditData>(std::move(data));
}

Result<QVector<std::pair<DatasetId, Coverage>>> loadCoverage(const Project& project)
{
    return project.read([](sqlite::Connection& connection) {
        QVector<std::pair<DatasetId, Coverage>> all;
        const QVector<Dataset> datasets = DatasetStore(connection).all();
        for (const Dataset& dataset : datasets) {
            Coverage coverage;
            coverage.dataset = dataset.name;
            coverage.datasets = int(datasets.size());
            auto& counts = connection.cached(
                QStringLiteral("SELECT count(*), count(nullif(option_count, 0)), count(nullif(gold, '')),"
                               " count(nullif(question, '')), count(DISTINCT split) FROM samples"
                               " WHERE dataset_id = ?"));
            counts.bind(1, dataset.id.value);
            if (counts.step()) {
                coverage.samples = counts.integer(0);
                coverage.mcq = counts.integer(1);
                coverage.withGold = counts.integer(2);
                coverage.withQuestion = counts.integer(3);
                coverage.splits = int(counts.integer(4));
            }
            counts.reset();
            auto& images = connection.cached(
                QStringLiteral("SELECT count(*) FROM sample_images si JOIN samples s ON s.id = si.sample_id"
                               " WHERE s.dataset_id = ?"));
            images.bind(1, dataset.id.value);
            coverage.images = images.step() ? images.integer(0) : 0;
            images.reset();
            auto& runs = connection.cached(QStringLiteral(
                "SELECT condition, count(DISTINCT model_id) FROM runs r WHERE dataset_id = ?"
                " AND EXISTS(SELECT 1 FROM responses p WHERE p.run_id = r.id) GROUP BY condition"));
            runs.bind(1, dataset.id.value);
            while (runs.step()) {
                if (const auto condition = conditionFromId(runs.text(0))) {
                    coverage.models[std::size_t(*condition)] = int(runs.integer(1));
                }
            }
            runs.reset();
            // A run that has probabilities has them from the start; scanning all details would take minutes.
            auto& probable = connection.cached(QStringLiteral(
                "SELECT count(DISTINCT model_id) FROM runs r WHERE dataset_id = ? AND EXISTS(SELECT 1 FROM"
                " (SELECT probabilities FROM response_details d WHERE d.run_id = r.id LIMIT 500)"
                " WHERE probabilities IS NOT NULL)"));
            probable.bind(1, dataset.id.value);
            coverage.modelsWithProbabilities = probable.step() ? int(probable.integer(0)) : 0;
            probable.reset();
            coverage.verdicts = JudgementStore(connection).count(dataset.id);
            auto& decided = connection.cached(
                QStringLiteral("SELECT count(DISTINCT d.sample_id) FROM effective_decisions d"
                               " JOIN samples s ON s.id = d.sample_id WHERE s.dataset_id = ?"));
            decided.bind(1, dataset.id.value);
            coverage.verdicts += decided.step() ? decided.integer(0) : 0;
            decided.reset();
            all.append({dataset.id, coverage});
        }
        return all;
    });
}

} // namespace winnow
