// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/simulation.h"

#include <cmath>

namespace winnow::demo {

namespace {

constexpr int kFamilies = 10;
constexpr std::array<const char*, kFamilies> kFamilyNames{
    "Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Iota", "Kappa"};

struct Member {
    int family;
    int size;
    const char* variant;
};
/// The first of every family comes first, so that few models are still several families.
constexpr Member kMembers[] = {{0, 8, ""}, {1, 4, ""}, {2, 2, ""}, {3, 7, ""}, {4, 3, ""}, {5, 9, ""},
    {6, 4, ""}, {7, 2, ""}, {8, 5, ""}, {9, 8, ""}, {0, 4, ""}, {1, 8, ""}, {2, 7, ""}, {3, 3, ""},
    {4, 9, ""}, {5, 4, ""}, {6, 7, ""}, {7, 6, ""}, {0, 2, ""}, {1, 2, ""}, {3, 2, ""}, {0, 8, "-Think"},
    {0, 4, "-Think"}, {0, 2, "-Think"}, {5, 2, ""}, {9, 4, ""}, {9, 2, ""}};

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

enum Stream : quint64 { kAgents = 20, kItem, kFamilyItem, kAnswer, kFamilyGuess, kDetails };

} // namespace

QVector<Agent> makeAgents(const DemoOptions& options)
{
    QVector<Agent> agents;
    std::array<std::array<double, kDemoCapabilities + 2>, kFamilies> family{};
    for (int f = 0; f < kFamilies; ++f) {
        DemoRandom random(options.seed, kAgents, 1000 + f);
        for (double& value : family[size_t(f)]) {
            value = random.normal();
        }
    }
    for (int i = 0; i < options.models; ++i) {
        const int members = int(std::size(kMembers));
        const Member member = kMembers[i % members];
        const int round = i / members;
        DemoRandom random(options.seed, kAgents, i);
        Agent agent;
        agent.familyIndex = member.family;
        const QString name = QString::fromLatin1(kFamilyNames[size_t(member.family)]);
        agent.model.family = QStringLiteral("demo-") + name.toLower();
        agent.model.size = member.size;
        agent.model.name = QStringLiteral("Demo-%1-%2B").arg(name).arg(member.size)
            + QLatin1String(member.variant) + (round > 0 ? QStringLiteral("-v%1").arg(round + 1) : QString());
        const bool thinks = *member.variant != '\0';
        const auto& shared = family[size_t(member.family)];
        agent.model.ability = -0.75 + 0.55 * std::log2(member.size) + 0.3 * shared[0] + 0.12 * random.normal()
            + (thinks ? 0.25 : 0);
        for (int c = 0; c < kDemoCapabilities; ++c) {
            agent.ability[size_t(c)]
                = agent.model.ability + 0.35 * shared[size_t(c + 1)] + 0.15 * random.normal();
        }
        agent.textAbility = 0.5 * agent.model.ability + 0.3 * random.normal();
        const int favourite = random.below(4);
        for (size_t l = 0; l < agent.letters.size(); ++l) {
            agent.letters[l] = random.uniform(0.6, 1.2) + (int(l) == favourite ? 1.6 : 0);
        }
        agent.refusal = random.uniform(0.02, 0.25);
        agent.style = random.below(4);
        agent.tokens = thinks  ? random.uniform(300, 900)
            : agent.style == 3 ? random.uniform(40, 120)
                               : random.uniform(3, 14);
        agent.latency = 0.15 + 0.06 * member.size + agent.tokens * 0.004 * std::sqrt(double(member.size));
        agent.price = 0.00004 * member.size;
        agent.repeats = i % 3 == 0;
        agents.append(agent);
    }
    return agents;
}

ItemSimulation::ItemSimulation(
    const DemoOptions& options, const QVector<Agent>& agents, const Item& item, int index)
    : m_options(options)
    , m_agents(agents)
    , m_item(item)
    , m_index(index)
{
    DemoRandom random(options.seed, kItem, index);
    const int choices = item.sample.isMcq() ? int(item.sample.options.size()) : int(item.figure.wrong.size());
    for (int i = 0; i < choices; ++i) {
        // Uneven, but no option draws most guesses by itself.
        m_appeal.append(0.35 + random.uniform() + (random.chance(0.2) ? 0.5 : 0));
        m_blindAppeal.append(0.6 + 0.8 * random.uniform());
    }
    for (int f = 0; f < kFamilies; ++f) {
        m_familyNoise.append(0.7 * DemoRandom(options.seed, kFamilyItem, index, f).normal());
    }
    m_blindEase = 2.0 + 0.4 * random.normal();
}

bool ItemSimulation::has(Condition condition) const
{
    switch (condition) {
    case Condition::Standard:
    case Condition::Blind:
        return true;
    case Condition::Circular:
        return m_item.sample.isMcq() && m_item.sample.options.size() <= 5 && m_item.sample.goldIndex() >= 0
            && m_item.plant != Plant::Malformed;
    case Condition::OpenEnded:
        return m_item.sample.isMcq() && m_item.sample.goldIndex() >= 0;
    case Condition::ChoicesOnly:
    case Condition::NoQuestion:
    case Condition::NoInfo:
        break;
    }
    return false;
}

int ItemSimulation::shifts() const
{
    return has(Condition::Circular) ? int(m_item.sample.options.size()) : 1;
}

double ItemSimulation::knowing(int agent, Condition condition) const
{
    const Agent& a = m_agents[agent];
    const double noise = m_familyNoise[a.familyIndex];
    if (condition == Condition::Blind) {
        if (m_item.plant == Plant::BlindSolvable) {
            return logistic(1.2 * a.textAbility + m_blindEase + 0.4 * noise);
        }
        return m_item.blindFamily == a.familyIndex ? 0.75 : 0.0;
    }
    const double ability = a.ability[size_t(m_item.capability)];
    const double usual = logistic(1.7 * m_item.discrimination * (ability + noise - m_item.difficulty));
    switch (m_item.plant) {
    case Plant::BlindSolvable:
        return std::max(usual, logistic(1.2 * a.textAbility + m_blindEase + 0.4 * noise));
    case Plant::Saturated:
        return 0.9996;
    case Plant::Frontier:
    case Plant::PositionBias:
        return 0;
    case Plant::Negative:
        return logistic(-6.5 * (a.model.ability - 0.3) + 0.3 * noise);
    case Plant::ImageInsufficient:
    case Plant::LowInformation:
        return 0.02;
    case Plant::Inflated:
        return condition == Condition::OpenEnded ? 0.05 : 0.93;
    default:
        break;
    }
    return condition == Condition::OpenEnded ? 0.93 * usual : usual;
}

double ItemSimulation::chanceRight(int agent) const
{
    const double know = knowing(agent, Condition::Standard);
    const int gold = m_item.sample.goldIndex();
    if (m_item.plant == Plant::PositionBias) {
        return 0.85;
    }
    if (m_item.plant == Plant::LabelAmbiguous) {
        const double valid
            = m_item.sample.isMcq() ? double(m_item.valid.size()) : double(m_item.validTexts.size());
        return know / valid;
    }
    if (!m_item.sample.isMcq()) {
        return m_item.truth.contains(QStringLiteral("label_incorrect")) ? (1 - know) * 0.1 : know;
    }
    double total = 0;
    for (double appeal : m_appeal) {
        total += appeal;
    }
    const double lucky = gold >= 0 ? m_appeal[gold] / total : 0;
    return (gold == m_item.right ? know : 0) + (1 - know) * lucky;
}

int ItemSimulation::guess(int agent, Condition condition, int shift, DemoRandom& random) const
{
    const Agent& a = m_agents[agent];
    const int count = int(m_item.sample.options.size());
    if (m_item.plant == Plant::PositionBias && condition != Condition::Blind && random.chance(0.85)) {
        // The letter of the gold in the first rotation, whatever stands there now.
        return (m_item.right + shift) % count;
    }
    const QVector<double>& appeal = condition == Condition::Blind ? m_blindAppeal : m_appeal;
    QVector<double> weights;
    double letterSum = 0;
    for (int letter = 0; letter < count; ++letter) {
        letterSum += a.letters[size_t(letter)];
    }
    for (int option = 0; option < count; ++option) {
        const int letter = (option - shift + count) % count;
        const double preference = a.letters[size_t(letter)] * count / letterSum;
        weights.append(
            appeal[option] * (1 - m_options.letterPreference + m_options.letterPreference * preference));
    }
    if (random.chance(m_options.sharedGuesses)) {
        // What the family as a whole inclines to, by content.
        DemoRandom shared(
            m_options.seed, kFamilyGuess, m_index, a.familyIndex, int(condition == Condition::Blind));
        return shared.weighted(appeal);
    }
    return random.weighted(weights);
}

QString ItemSimulation::wrongText(int agent, DemoRandom& random) const
{
    const int gold = m_item.sample.isMcq() ? m_item.sample.goldIndex() : -1;
    const QString goldText = gold >= 0 ? m_item.sample.options[gold] : m_item.sample.gold;
    for (int tries = 0; tries < 6; ++tries) {
        int at = 0;
        if (tries == 0 && random.chance(m_options.sharedGuesses * 0.6)) {
            DemoRandom shared(m_options.seed, kFamilyGuess, m_index, m_agents[agent].familyIndex, 2);
            at = shared.below(int(m_item.figure.wrong.size()));
        } else {
            at = random.below(int(m_item.figure.wrong.size()));
        }
        if (m_item.figure.wrong[at] != goldText) {
            return m_item.figure.wrong[at];
        }
    }
    return QStringLiteral("unclear");
}

Outcome ItemSimulation::chosen(int option, int shift) const
{
    const int count = int(m_item.sample.options.size());
    Outcome outcome;
    outcome.answer = optionLetter((option - shift + count) % count);
    outcome.score = option == m_item.sample.goldIndex() ? 1 : 0;
    return outcome;
}

Outcome ItemSimulation::answer(int agent, Condition condition, int shift, int attempt) const
{
    const Agent& a = m_agents[agent];
    DemoRandom random(m_options.seed, kAnswer, m_index, agent, int(condition), shift, attempt);
    Outcome outcome;
    // A run that was broken off: one model never got to the end of one dataset.
    const bool brokenOff = agent % 9 == 4 && int(m_item.capability) == agent % kDemoCapabilities
        && m_item.sample.position % 5 == 4 && condition == Condition::Standard;
    if (brokenOff || random.chance(0.012)) {
        outcome.missing = true;
        return outcome;
    }
    // What is known is mostly the same from one attempt, rotation or format to the next.
    DemoRandom memory(m_options.seed, kAnswer, m_index, agent, 99);
    DemoRandom reading(m_options.seed, kAnswer, m_index, agent, 98);
    // How it reads an ambiguous question; it does not always read it the same way.
    const bool waver = m_item.validTexts.size() > 1 && random.chance(0.3);
    const bool blind = condition == Condition::Blind;
    const double draw = !blind && random.chance(0.8) ? memory.uniform() : random.uniform();
    const bool knows = draw < knowing(agent, condition);
    const bool open = !m_item.sample.isMcq() || condition == Condition::OpenEnded;
    if (blind && !knows && random.chance(a.refusal)) {
        outcome.refused = true;
        return outcome;
    }
    if (!open) {
        if (random.chance(0.006)) {
            return outcome;
        }
        int option = m_item.right;
        if (!knows) {
            option = guess(agent, condition, shift, random);
        } else if (m_item.valid.size() > 1) {
            option = m_item.valid[(waver ? random : reading).below(int(m_item.valid.size()))];
        }
        return chosen(option, shift);
    }
    const int gold = m_item.sample.isMcq() ? m_item.sample.goldIndex() : -1;
    const QString goldText = gold >= 0 ? m_item.sample.options[gold] : m_item.sample.gold;
    const QString rightText = m_item.right >= 0 && m_item.sample.isMcq() ? m_item.sample.options[m_item.right]
                                                                         : m_item.figure.gold;
    const bool goldIsRight = m_item.sample.isMcq()
        ? gold == m_item.right
        : !m_item.truth.contains(QStringLiteral("label_incorrect"));
    if (knows) {
        outcome.answer
            = m_item.validTexts.size() > 1 ? (waver ? random : reading).pick(m_item.validTexts) : rightText;
        outcome.score = m_item.validTexts.size() > 1 ? (outcome.answer == m_item.figure.gold ? 1 : 0)
            : goldIsRight                            ? 1
                                                     : 0;
        if (goldIsRight && m_item.validTexts.size() <= 1) {
            outcome.answer = goldText;
        }
    } else if (m_item.plant != Plant::Frontier && random.chance(m_item.figure.lucky)) {
        outcome.answer = goldText;
        outcome.score = 1;
    } else {
        outcome.answer = wrongText(agent, random);
        outcome.score = 0;
    }
    const bool scoredWrong
        = m_item.plant != Plant::Frontier && m_item.plant != Plant::Saturated && random.chance(0.01);
    if (scoredWrong) {
        outcome.score = 1 - outcome.score;
    }
    return outcome;
}

} // namespace winnow::demo
