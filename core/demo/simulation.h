// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to core/demo.

#include "core/demo/demoplan.h"

namespace winnow::demo {

/// A simulated model: what is public of it, and how it behaves.
struct Agent {
    DemoModel model;
    int familyIndex = 0;
    std::array<double, kDemoCapabilities> ability{};
    /// Ability to answer from the text alone.
    double textAbility = 0;
    /// Preference for letters A, B, … when guessing.
    std::array<double, 12> letters{};
    double refusal = 0.1;
    /// How its answers read: 0 "B", 1 "The answer is B.", 2 "(B) text", 3 a sentence of reasoning first.
    int style = 0;
    /// Seconds and tokens of a typical answer; US dollars a thousand tokens.
    double latency = 1;
    double tokens = 10;
    double price = 0.0001;
    /// Ran every standard question three times.
    bool repeats = false;
};

QVector<Agent> makeAgents(const DemoOptions& options);

/// What one agent answered to one item under one condition.
struct Outcome {
    bool missing = false;
    /// Letter shown in that rotation, or text; empty = nothing could be parsed.
    QString answer;
    double score = 0;
    bool refused = false;
};

/// Answers of one item by all agents; everything is drawn from (seed, item, agent), so that any item can be
/// asked for at any time.
class ItemSimulation {
public:
    ItemSimulation(const DemoOptions& options, const QVector<Agent>& agents, const Item& item, int index);

    /// Probability that the agent is right under the standard condition, before missing and scoring noise.
    double chanceRight(int agent) const;
    Outcome answer(int agent, Condition condition, int shift, int attempt) const;
    /// Whether the item takes part in the condition.
    bool has(Condition condition) const;
    /// Number of rotations asked, 1 without.
    int shifts() const;

private:
    double knowing(int agent, Condition condition) const;
    int guess(int agent, Condition condition, int shift, DemoRandom& random) const;
    QString wrongText(int agent, DemoRandom& random) const;
    Outcome chosen(int option, int shift) const;

    const DemoOptions& m_options;
    const QVector<Agent>& m_agents;
    const Item& m_item;
    int m_index;
    QVector<double> m_appeal;
    QVector<double> m_blindAppeal;
    QVector<double> m_familyNoise;
    double m_blindEase = 0;
};

} // namespace winnow::demo
