// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demobenchmark.h"

#include "core/base/hash.h"
#include "core/demo/simulation.h"

#include <QMap>

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow {

using demo::Agent;
using demo::Item;
using demo::ItemSimulation;
using demo::Outcome;
using demo::Plant;

struct DemoBenchmark::Private {
    DemoOptions options;
    QStringList datasets;
    QVector<Item> items;
    QVector<Agent> agents;
    QVector<Sample> samples;
    QVector<DemoModel> models;
    QVector<DemoRun> runs;
    QVector<DemoTruth> truth;

    static constexpr int kConditionsUsed = 4;
    static constexpr std::array<Condition, kConditionsUsed> kUsed{
        Condition::Standard, Condition::Blind, Condition::Circular, Condition::OpenEnded};

    int runOf(int dataset, int model, int condition) const
    {
        return (dataset * int(agents.size()) + model) * kConditionsUsed + condition;
    }
    void finishSamples();
    void addOutcomes();
    Response responseOf(const Item& item, int agent, int run, int sample, Condition condition, int shift,
        int attempt, const Outcome& outcome, bool details) const;
};

namespace {

/// How the answer reads in the raw output.
QString wording(const Agent& agent, const Item& item, const Outcome& outcome, int shift, bool open)
{
    if (outcome.refused) {
        return QStringLiteral("I cannot see an image, so I am not able to answer this.");
    }
    if (outcome.answer.isEmpty()) {
        return QStringLiteral("It is hard to say which of these fits best.");
    }
    if (open) {
        return agent.style == 0 || agent.style == 2 ? outcome.answer
            : agent.style == 1
            ? QStringLiteral("The answer is %1.").arg(outcome.answer)
            : QStringLiteral("I look for what is asked and read it off.\nAnswer: %1").arg(outcome.answer);
    }
    const int count = int(item.sample.options.size());
    const int letter = optionPosition(outcome.answer);
    switch (agent.style) {
    case 1:
        return QStringLiteral("The answer is %1.").arg(outcome.answer);
    case 2:
        return QStringLiteral("(%1) %2").arg(outcome.answer, item.sample.options[(letter + shift) % count]);
    case 3:
        return QStringLiteral("I compare the options with what is shown.\nAnswer: %1").arg(outcome.answer);
    default:
        return outcome.answer;
    }
}

/// Point-biserial correlation that the true probabilities imply, over the agents' overall ability.
double impliedDiscrimination(const ItemSimulation& simulation, const QVector<Agent>& agents)
{
    const double n = double(agents.size());
    double meanP = 0;
    double meanA = 0;
    for (int a = 0; a < agents.size(); ++a) {
        meanP += simulation.chanceRight(a) / n;
        meanA += agents[a].model.ability / n;
    }
    double covariance = 0;
    double variance = 0;
    for (int a = 0; a < agents.size(); ++a) {
        const double d = agents[a].model.ability - meanA;
        covariance += d * (simulation.chanceRight(a) - meanP) / n;
        variance += d * d / n;
    }
    const double spread = std::sqrt(variance * meanP * (1 - meanP));
    return spread > 0 ? covariance / spread : 0;
}

} // namespace

void DemoBenchmark::Private::finishSamples()
{
    for (int i = 0; i < items.size(); ++i) {
        Item& item = items[i];
        Sample& sample = item.sample;
        sample.extra = QJsonObject{{QStringLiteral("generated"), true}};
        const ItemSimulation simulation(options, agents, item, i);
        const int count = simulation.shifts();
        for (int shift = 1; shift < count; ++shift) {
            Rotation rotation;
            rotation.shift = shift;
            rotation.sourceIndex = QString::number(sample.position + 1'000'000LL * shift);
            for (int letter = 0; letter < count; ++letter) {
                rotation.permutation += optionLetter((letter + shift) % count);
            }
            rotation.gold = optionLetter((sample.goldIndex() - shift + count) % count);
            sample.rotations.append(rotation);
        }
        ImageRef image;
        if (!options.renderImages) {
            const bool same = item.edit == demo::Edit::None && item.copyOf >= 0;
            image.sha256
                = sha256(QByteArrayLiteral("demo picture ") + QByteArray::number(same ? item.copyOf : i));
        }
        sample.images = {image};
        samples.append(sample);
    }
}

/// Kinds whose samples nobody can be expected to solve.
constexpr std::array kUnsound{"label_incorrect", "label_ambiguous", "image_insufficient", "mcq_malformed"};

/// Adds what follows from how the models answered: a sample that nobody gets right is a unanimous failure
/// whatever the reason.
void DemoBenchmark::Private::addOutcomes()
{
    for (int i = 0; i < items.size(); ++i) {
        Item& item = items[i];
        const ItemSimulation simulation(options, agents, item, i);
        int answered = 0;
        int right = 0;
        QMap<QString, int> votes;
        for (int a = 0; a < agents.size(); ++a) {
            const Outcome outcome = simulation.answer(a, Condition::Standard, 0, 0);
            if (!outcome.missing) {
                ++answered;
                right += outcome.score >= 0.5 ? 1 : 0;
                ++votes[outcome.answer];
            }
        }
        // Fewer models agree by chance.
        constexpr int kEnough = 5;
        const bool enough = answered >= kEnough;
        if (enough && right == 0) {
            item.truth.insert(QStringLiteral("unanimous_failure"));
            const bool sound = std::none_of(kUnsound.begin(), kUnsound.end(),
                [&](const char* kind) { return item.truth.contains(QString::fromLatin1(kind)); });
            if (sound) {
                item.truth.insert(QStringLiteral("frontier"));
            }
        }
        if (enough && right == answered) {
            item.truth.insert(QStringLiteral("saturated"));
        }
        const bool goldIsWrong = item.truth.contains(QStringLiteral("label_incorrect"))
            || (item.plant == Plant::Malformed && item.sample.goldIndex() < 0);
        const QString rightAnswer = item.sample.isMcq() ? optionLetter(item.right) : item.figure.gold;
        if (enough && goldIsWrong && 2 * votes.value(rightAnswer) >= answered && 5 * right <= answered) {
            item.truth.insert(QStringLiteral("consensus_against_gold"));
        }
        if (item.plant == Plant::Negative || (enough && impliedDiscrimination(simulation, agents) <= -0.38)) {
            item.truth.insert(QStringLiteral("negative_discrimination"));
        }
    }
    for (const Item& item : items) {
        QStringList kinds(item.truth.begin(), item.truth.end());
        kinds.sort();
        for (const QString& kind : kinds) {
            truth.append({item.sample.key(), kind});
        }
    }
}

Response DemoBenchmark::Private::responseOf(const Item& item, int agent, int run, int sample,
    Condition condition, int shift, int attempt, const Outcome& outcome, bool details) const
{
    Response response;
    response.runId = {run + 1};
    response.sampleId = {sample + 1};
    response.shift = shift;
    response.attempt = attempt;
    response.answer = outcome.answer;
    response.score = outcome.score;
    if (details) {
        const Agent& a = agents[agent];
        DemoRandom random(options.seed, 30, sample, agent, int(condition), shift, attempt);
        const bool open = !item.sample.isMcq() || condition == Condition::OpenEnded;
        response.text = wording(a, item, outcome, shift, open);
        const double stretch = std::exp(0.35 * random.normal());
        const qint64 picture = condition == Condition::Blind ? 0 : 640;
        response.promptTokens = picture + 20 + item.sample.question.size() / 4;
        response.outputTokens = std::max<qint64>(1, qint64(std::lround(a.tokens * stretch)));
        response.latency
            = std::round(1000 * a.latency * stretch * (condition == Condition::Blind ? 0.7 : 1)) / 1000;
        response.cost
            = std::round(1e8 * a.price * double(*response.promptTokens + 4 * *response.outputTokens) / 1000)
            / 1e8;
    }
    return response;
}

DemoBenchmark::DemoBenchmark()
    : d(std::make_unique<Private>())
{
}
DemoBenchmark::~DemoBenchmark() = default;
DemoBenchmark::DemoBenchmark(DemoBenchmark&& other) noexcept = default;
DemoBenchmark& DemoBenchmark::operator=(DemoBenchmark&& other) noexcept = default;

Result<DemoBenchmark> DemoBenchmark::generate(const DemoOptions& options)
{
    if (options.samples < 50 || options.samples > 20000) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The demo cannot have %1 samples")).arg(options.samples),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Give a number from 50 to 20000")));
    }
    if (options.models < 1 || options.models > 60) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The demo cannot have %1 models")).arg(options.models),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Give a number from 1 to 60")));
    }
    DemoBenchmark benchmark;
    Private& d = *benchmark.d;
    d.options = options;
    for (int c = 0; c < kDemoCapabilities; ++c) {
        d.datasets.append(QStringLiteral("demo-") + demoCapabilityId(DemoCapability(c)));
    }
    d.agents = demo::makeAgents(options);
    for (const Agent& agent : d.agents) {
        d.models.append(agent.model);
    }
    for (int dataset = 0; dataset < d.datasets.size(); ++dataset) {
        for (int model = 0; model < d.agents.size(); ++model) {
            for (const Condition condition : Private::kUsed) {
                d.runs.append({model, dataset, condition});
            }
        }
    }
    d.items = demo::planItems(options, d.datasets);
    d.finishSamples();
    d.addOutcomes();
    return benchmark;
}

const DemoOptions& DemoBenchmark::options() const
{
    return d->options;
}

const QStringList& DemoBenchmark::datasets() const
{
    return d->datasets;
}

const QVector<Sample>& DemoBenchmark::samples() const
{
    return d->samples;
}

const QVector<DemoModel>& DemoBenchmark::models() const
{
    return d->models;
}

const QVector<DemoRun>& DemoBenchmark::runs() const
{
    return d->runs;
}

QVector<Response> DemoBenchmark::responses(int sample, bool details) const
{
    const Item& item = d->items[sample];
    const ItemSimulation simulation(d->options, d->agents, item, sample);
    const int dataset = int(item.capability);
    QVector<Response> all;
    for (int agent = 0; agent < d->agents.size(); ++agent) {
        for (int c = 0; c < Private::kConditionsUsed; ++c) {
            const Condition condition = Private::kUsed[size_t(c)];
            if (!simulation.has(condition)) {
                continue;
            }
            const int shifts = condition == Condition::Circular ? simulation.shifts() : 1;
            const int attempts = condition == Condition::Standard && d->agents[agent].repeats ? 3 : 1;
            for (int shift = 0; shift < shifts; ++shift) {
                for (int attempt = 0; attempt < attempts; ++attempt) {
                    const Outcome outcome = simulation.answer(agent, condition, shift, attempt);
                    if (!outcome.missing) {
                        all.append(d->responseOf(item, agent, d->runOf(dataset, agent, c), sample, condition,
                            shift, attempt, outcome, details));
                    }
                }
            }
        }
    }
    return all;
}

Result<QByteArray> DemoBenchmark::image(int sample) const
{
    return demo::renderItem(d->items[sample], d->options.seed);
}

const QVector<DemoTruth>& DemoBenchmark::truth() const
{
    return d->truth;
}

QByteArray DemoBenchmark::truthCsv() const
{
    QByteArray csv("sample_key,kind\n");
    for (const DemoTruth& row : d->truth) {
        csv += row.sampleKey.toUtf8() + ',' + row.kind.toUtf8() + '\n';
    }
    return csv;
}

} // namespace winnow
