// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <QVector>

#include <utility>

namespace winnow {

/// Random numbers that are the same on every machine: SplitMix64 (Steele et al. 2014). A stream is named by
/// the numbers it was derived from, so that drawing more in one place changes nothing elsewhere.
class DemoRandom {
public:
    explicit DemoRandom(quint64 seed)
        : m_state(mix(seed + 0x9e3779b97f4a7c15ULL))
    {
    }
    template <typename... More>
    DemoRandom(quint64 seed, quint64 stream, More... more)
        : DemoRandom(mix(seed) ^ (stream * 0xd1342543de82ef95ULL + 1), quint64(more)...)
    {
    }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        return mix(m_state);
    }
    /// 0 <= x < 1.
    double uniform() { return double(next() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// 0 … n - 1; n > 0.
    int below(int n) { return int((quint64(quint32(next() >> 32)) * quint64(n)) >> 32); }
    /// low … high, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(double probability) { return uniform() < probability; }
    /// Standard normal (the sum of twelve uniforms: no library function that could differ).
    double normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i) {
            sum += uniform();
        }
        return sum;
    }
    template <typename List> auto pick(const List& list) { return list[below(int(list.size()))]; }
    template <typename List> void shuffle(List& list)
    {
        for (int i = int(list.size()) - 1; i > 0; --i) {
            std::swap(list[i], list[below(i + 1)]);
        }
    }
    /// An index drawn in proportion to the weights.
    int weighted(const QVector<double>& weights)
    {
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        double at = uniform() * total;
        for (int i = 0; i < weights.size(); ++i) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return int(weights.size()) - 1;
    }

private:
    static quint64 mix(quint64 z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    quint64 m_state;
};

} // namespace winnow
