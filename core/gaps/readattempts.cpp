// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gaps/readattempts.h"

#include "core/base/parallel.h"
#include "core/base/remedy.h"
#include "core/gaps/questionfeatures.h"
#include "core/responses/samplepositions.h"
#include "core/store/datasetstore.h"
#include "core/store/pricestore.h"
#include "core/store/responsestore.h"
#include "core/store/samplerows.h"
#include "core/store/sharedsnapshot.h"
#include "core/store/stepstore.h"

#include <QMutex>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace winnow {

namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

/// The samples of one dataset that are read, and where they begin in the table.
struct ReadPart {
    Dataset dataset;
    std::size_t first = 0;
    SamplePositions positions{std::vector<qint64>()};
    std::vector<quint8> options;
};

/// A contender with its runs, each with the part that it is over, and what its model costs now.
struct PlannedContender {
    Contender contender;
    QVector<QPair<qsizetype, Run>> runs;
    std::optional<ModelPrice> price;
};

template <typename T>
void put(std::vector<T>& column, std::size_t samples, std::size_t at, T value, T nothing)
{
    if (column.empty()) {
        column.assign(samples, nothing);
    }
    column[at] = value;
}

/// A value of a block's column where something is known.
float known(const std::vector<double>& column, std::size_t row)
{
    return row < column.size() ? float(column[row]) : kUnknown;
}
float known(const std::vector<qint64>& column, std::size_t row)
{
    return row < column.size() && column[row] >= 0 ? float(column[row]) : kUnknown;
}

/// Reads the runs of one contender, try after try.
class ContenderReader {
public:
    ContenderReader(const AttemptTable& table, const QVector<ReadPart>& parts, PlannedContender& planned)
        : m_table(table)
        , m_parts(parts)
        , m_contender(planned.contender)
        , m_runs(planned.runs)
        , m_price(planned.price)
        , m_made(table.size(), 0)
    {
    }

    void read(sqlite::Connection& connection, const Progress& progress)
    {
        for (const auto& [part, run] : m_runs) {
            const ReadPart& in = m_parts.at(part);
            ResponseStore(connection).forEachBlock(run.id, true, [&](const ResponseStore::Block& block) {
                if (block.shift == 0) {
                    take(in, block);
                }
                return !progress.isCancelled();
            });
        }
    }

private:
    void take(const ReadPart& part, const ResponseStore::Block& block)
    {
        const std::vector<std::uint32_t> marks = marksOf(block.scores);
        for (std::size_t row = 0; row < block.scores.size(); ++row) {
            const qint32 found = part.positions[block.firstSample + block.scores.samples[row]];
            const double score = block.scores.scores[row];
            if (found < 0 || std::isnan(score)) {
                continue;
            }
            const std::size_t at = part.first + std::size_t(found);
            const std::size_t attempt = m_made[at]++;
            if (attempt == m_contender.tries.size()) {
                m_contender.tries.emplace_back(m_table.size());
            }
            TryColumn& column = m_contender.tries[attempt];
            // A score is stored as it was written: .9899999 is not .99, but float noise is not a verdict.
            column.outcome[at] = score >= m_table.rightFrom - 1e-9 ? Try::Right : Try::Wrong;
            const quint16 code = block.scores.codes[row];
            const std::uint32_t mark = code == kBlankCode ? (block.hasReplies ? NoAnswer : UnknownAnswer)
                : code == kUnreadCode                     ? NoAnswer
                                                          : marks[code - 2U];
            if (mark != UnknownAnswer) {
                put<std::uint32_t>(column.answer, m_table.size(), at, mark, UnknownAnswer);
            }
            addDetails(column, block, row, at, code, int(part.options[std::size_t(found)]));
        }
    }

    /// By position in the block's answers: a hash of the words, whatever their case and spaces.
    std::vector<std::uint32_t> marksOf(const ScoreBlock& block)
    {
        std::vector<std::uint32_t> marks;
        for (const std::string& answer : block.answers) {
            const auto [it, isNew] = m_marks.try_emplace(answer, 0U);
            if (isNew) {
                const auto hash
                    = std::uint32_t(qHash(QString::fromStdString(answer).simplified().toCaseFolded(), 0));
                it->second = std::max<std::uint32_t>(FirstAnswerMark, hash);
            }
            marks.push_back(it->second);
        }
        return marks;
    }

    void addDetails(TryColumn& column, const ResponseStore::Block& block, std::size_t row, std::size_t at,
        quint16 code, int options)
    {
        const DetailBlock& details = block.details;
        const auto add = [&](std::vector<float>& to, float value) {
            if (!std::isnan(value)) {
                put(to, m_table.size(), at, value, kUnknown);
            }
        };
        // Below 0 stands for not known in some files.
        const auto amount = [](float value) { return value >= 0 ? value : kUnknown; };
        const float seconds = amount(known(details.latency, row));
        const float prompt = known(details.promptTokens, row);
        const float output = known(details.outputTokens, row);
        add(column.seconds, seconds);
        add(column.promptTokens, prompt);
        add(column.outputTokens, output);
        add(column.rating, known(details.verifier, row));
        const auto optional = [](float value) {
            return std::isnan(value) ? std::nullopt : std::optional<double>(double(value));
        };
        const std::optional<double> priced = m_price
            ? m_price->costOf(optional(prompt), optional(output), m_table.images[at], optional(seconds))
            : std::nullopt;
        add(column.dollars, priced ? float(*priced) : amount(known(details.cost, row)));
        add(column.logProbability, logProbabilityOf(block, row, code, options));
    }

    /// Of the reply, else of the option that was chosen.
    static float logProbabilityOf(
        const ResponseStore::Block& block, std::size_t row, quint16 code, int options)
    {
        const DetailBlock& details = block.details;
        const float recorded = known(details.logProbability, row);
        if (!std::isnan(recorded) || code < 2 || options == 0 || details.probabilities.empty()) {
            return recorded;
        }
        const quint32 from = details.probabilityOffsets[row];
        const quint32 count = details.probabilityOffsets[row + 1] - from;
        const int chosen = optionPosition(
            QString::fromStdString(block.scores.answers[code - 2U]), std::min(options, int(count)));
        return chosen < 0 ? kUnknown
                          : float(std::log(std::max(1e-12, details.probabilities[from + quint32(chosen)])));
    }

    const AttemptTable& m_table;
    const QVector<ReadPart>& m_parts;
    Contender& m_contender;
    const QVector<QPair<qsizetype, Run>>& m_runs;
    const std::optional<ModelPrice>& m_price;
    std::vector<quint16> m_made;
    std::unordered_map<std::string, std::uint32_t> m_marks;
};

quint16 codeOf(QHash<QByteArray, quint16>& codes, QStringList& names, std::string_view name)
{
    const QByteArray key(name.data(), qsizetype(name.size()));
    const auto known = codes.constFind(key);
    if (known != codes.cend()) {
        return *known;
    }
    const auto code = quint16(names.size());
    codes.insert(key, code);
    names.append(QString::fromUtf8(key));
    return code;
}

/// Plans and reads a table.
class TableReader {
public:
    TableReader(const AttemptScope& scope)
        : m_scope(scope)
    {
        m_table->rightFrom = scope.rightFrom;
        if (scope.only) {
            m_only = QSet<SampleId>(scope.only->begin(), scope.only->end());
        }
    }

    Result<> plan(sqlite::Connection& c)
    {
        const QVector<Dataset> all = DatasetStore(c).all();
        QStringList names;
        for (const Dataset& dataset : all) {
            names.append(dataset.name);
        }
        for (const QString& wanted : m_scope.datasets) {
            if (!names.contains(wanted)) {
                return nothingCalled(
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\"")).arg(wanted),
                    names);
            }
        }
        for (const Dataset& dataset : all) {
            if (m_scope.datasets.isEmpty() || m_scope.datasets.contains(dataset.name)) {
                addPart(c, dataset);
            }
        }
        if (!m_scope.capability.isEmpty() && m_table->samples.empty()
            && !m_table->capabilities.contains(m_scope.capability)) {
            return nothingCalled(Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no capability \"%1\""))
                                     .arg(m_scope.capability),
                m_table->capabilities);
        }
        for (std::uint32_t at = 0; at < std::uint32_t(m_table->size()); ++at) {
            m_table->cluster[at] = clusterOf(at);
        }
        m_table->features = m_features.finish();
        if (!m_steps.isEmpty()) {
            m_table->step.assign(m_table->size(), 0);
            for (const auto& [place, step] : m_steps) {
                m_table->step[place] = step;
            }
        }
        return planContenders(c);
    }

    Result<std::shared_ptr<const AttemptTable>> read(SharedSnapshot& snapshot, Progress& progress)
    {
        std::vector<std::size_t> free(snapshot.size());
        for (std::size_t i = 0; i < free.size(); ++i) {
            free[i] = i;
        }
        QMutex mutex;
        std::optional<Error> failed;
        qint64 done = 0;
        onAllCores(std::size_t(m_contenders.size()), [&](std::size_t i) {
            std::size_t reader = 0;
            {
                const QMutexLocker lock(&mutex);
                if (free.empty() || failed || progress.isCancelled()) {
                    return m_late.push_back(i);
                }
                reader = free.back();
                free.pop_back();
            }
            readOne(snapshot.reader(reader), i, progress, mutex, failed);
            const QMutexLocker lock(&mutex);
            free.push_back(reader);
            progress.report(
                ++done, m_contenders.size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading responses")));
        });
        // There were fewer readers than threads.
        for (const std::size_t i : m_late) {
            readOne(snapshot.reader(0), i, progress, mutex, failed);
        }
        if (progress.isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        if (failed) {
            return tl::unexpected<Error>(*failed);
        }
        for (PlannedContender& planned : m_contenders) {
            if (!planned.contender.tries.empty()) {
                m_table->contenders.append(std::move(planned.contender));
            }
        }
        return std::shared_ptr<const AttemptTable>(m_table);
    }

private:
    void readOne(sqlite::Connection& connection, std::size_t index, const Progress& progress, QMutex& mutex,
        std::optional<Error>& failed)
    {
        PlannedContender& planned = m_contenders[qsizetype(index)];
        const auto outcome = sqlite::guarded(
            [&] { ContenderReader(*m_table, m_parts, planned).read(connection, progress); });
        if (!outcome) {
            const QMutexLocker lock(&mutex);
            failed = outcome.error();
        }
    }

    void addPart(sqlite::Connection& c, const Dataset& dataset)
    {
        ReadPart part;
        part.dataset = dataset;
        part.first = m_table->size();
        std::vector<qint64> ids;
        const auto code = quint16(m_table->datasets.size());
        m_table->datasets.append(dataset.name);
        SampleRows(c).forEachFacts(dataset.id, [&](const SampleFacts& sample) {
            const quint16 capability = codeOf(m_capabilities, m_table->capabilities, sample.capability);
            const bool in
                = (m_scope.capability.isEmpty() || m_table->capabilities.at(capability) == m_scope.capability)
                && (!m_only || m_only->contains(sample.id));
            if (in) {
                ids.push_back(sample.id.value);
                part.options.push_back(quint8(std::min<qint64>(sample.optionCount, 255)));
                m_table->dataset.push_back(code);
                m_table->capability.push_back(capability);
            }
        });
        part.positions = SamplePositions(ids);
        m_table->samples.insert(m_table->samples.end(), ids.begin(), ids.end());
        for (std::size_t i = part.first; i < m_table->size(); ++i) {
            m_table->cluster.push_back(std::uint32_t(i));
        }
        m_table->images.resize(m_table->size(), 0);
        SampleRows(c).forEachUseOfImage(dataset.id, [&](SampleId sample, ImageId image) {
            const qint32 found = part.positions[sample.value];
            if (found < 0) {
                return;
            }
            const std::size_t at = part.first + std::size_t(found);
            m_table->images[at] = quint8(std::min(m_table->images[at] + 1, 255));
            const auto [it, isNew] = m_firstWith.try_emplace(image.value, std::uint32_t(at));
            if (!isNew) {
                tie(it->second, std::uint32_t(at));
            }
        });
        // In the order of the source, as the facts came.
        SampleRows(c).forEachTexts(dataset.id, [&](const SampleTexts& texts) {
            if (const qint32 at = part.positions[texts.id.value]; at >= 0) {
                m_features.add(texts.question, part.options[std::size_t(at)],
                    m_table->images[part.first + std::size_t(at)]);
            }
        });
        addSteps(c, part);
        m_parts.append(std::move(part));
    }

    /// The first sample of a cluster stands for it.
    std::uint32_t clusterOf(std::uint32_t at)
    {
        std::vector<std::uint32_t>& cluster = m_table->cluster;
        while (cluster[at] != at) {
            at = cluster[at] = cluster[cluster[at]];
        }
        return at;
    }
    void tie(std::uint32_t a, std::uint32_t b)
    {
        a = clusterOf(a);
        b = clusterOf(b);
        m_table->cluster[std::max(a, b)] = std::min(a, b);
    }

    /// Chains of the part, in the order of the source.
    void addSteps(sqlite::Connection& c, const ReadPart& part)
    {
        QHash<QString, qsizetype> chains;
        QHash<QString, int> numbers;
        for (const SampleStep& step : StepStore(c).ofDataset(part.dataset.id)) {
            const int number = ++numbers[step.parent];
            auto found = chains.constFind(step.parent);
            if (found == chains.cend()) {
                const qint32 question = part.positions[step.parentSample.value];
                found = chains.insert(step.parent, m_table->chains.size());
                Chain chain;
                chain.question = question < 0 ? -1 : qint32(part.first) + question;
                m_table->chains.append(chain);
            }
            Chain& chain = m_table->chains[*found];
            const qint32 at = part.positions[step.sample.value];
            if (at < 0) {
                chain.complete = false;
                continue;
            }
            const std::size_t place = part.first + std::size_t(at);
            chain.steps.push_back(std::uint32_t(place));
            tie(std::uint32_t(place),
                chain.question >= 0 ? std::uint32_t(chain.question) : chain.steps.front());
            // What has no name is called by its number.
            const QString name = step.step.isEmpty() ? QString::number(number) : step.step;
            qsizetype code = m_table->stepNames.indexOf(name);
            if (code < 0) {
                code = m_table->stepNames.size();
                m_table->stepNames.append(name);
            }
            m_steps.append({place, quint16(code + 1)});
        }
    }

    Result<> planContenders(sqlite::Connection& c)
    {
        QHash<QString, QSet<QString>> settings;
        QVector<QPair<qsizetype, Run>> runs;
        for (qsizetype part = 0; part < m_parts.size(); ++part) {
            for (const Run& run : ResponseStore(c).runsOf(m_parts.at(part).dataset.id)) {
                if (run.condition == Condition::Standard) {
                    runs.append({part, run});
                    settings[run.model].insert(run.setting);
                }
            }
        }
        QMap<QPair<QString, QString>, PlannedContender> planned;
        QStringList models, names;
        for (const auto& [part, run] : runs) {
            if (!models.contains(run.model)) {
                models.append(run.model);
            }
            const QString setting = settings.value(run.model).size() > 1 ? run.setting : QString();
            const QString name
                = setting.isEmpty() ? run.model : QStringLiteral("%1 (%2)").arg(run.model, setting);
            names.append(name);
            if (!m_scope.models.isEmpty() && !m_scope.models.contains(name)
                && !m_scope.models.contains(run.model)) {
                continue;
            }
            PlannedContender& contender = planned[{run.model, setting}];
            contender.contender.name = name;
            contender.contender.model = run.model;
            contender.contender.setting = run.setting;
            contender.contender.family = run.family;
            contender.runs.append({part, run});
        }
        for (const QString& wanted : m_scope.models) {
            if (!names.contains(wanted) && !models.contains(wanted)) {
                return nothingCalled(
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no model \"%1\"")).arg(wanted), models);
            }
        }
        PriceStore prices(c);
        QSet<QString> shown;
        for (PlannedContender& contender : planned) {
            // A model may be called as another with its setting is.
            while (shown.contains(contender.contender.name)) {
                contender.contender.name += QStringLiteral(" *");
            }
            shown.insert(contender.contender.name);
            contender.price = prices.of(contender.contender.model);
            m_contenders.append(std::move(contender));
        }
        return {};
    }

    const AttemptScope& m_scope;
    std::optional<QSet<SampleId>> m_only;
    std::shared_ptr<AttemptTable> m_table = std::make_shared<AttemptTable>();
    QHash<QByteArray, quint16> m_capabilities;
    QuestionFeatureReader m_features;
    QVector<ReadPart> m_parts;
    /// The first sample with an image, in whatever dataset.
    std::unordered_map<qint64, std::uint32_t> m_firstWith;
    QVector<QPair<std::size_t, quint16>> m_steps;
    QVector<PlannedContender> m_contenders;
    std::vector<std::size_t> m_late;
};

} // namespace

Result<std::shared_ptr<const AttemptTable>> readAttempts(
    const Project& project, const AttemptScope& scope, Progress& progress)
{
    auto snapshot = SharedSnapshot::open(project);
    if (!snapshot) {
        return tl::unexpected<Error>(snapshot.error());
    }
    TableReader reader(scope);
    auto planned = sqlite::guarded([&] { return reader.plan(snapshot->reader(0)); });
    if (!planned) {
        return tl::unexpected<Error>(planned.error());
    }
    return reader.read(*snapshot, progress);
}

} // namespace winnow
