// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace winnow {

/// How many of the models that answered a sample are right.
enum class RightShare : std::uint8_t { None, Quarter, Half, ThreeQuarters, Most, All, Unanswered };
inline constexpr std::array kRightShares{RightShare::None, RightShare::Quarter, RightShare::Half,
    RightShare::ThreeQuarters, RightShare::Most, RightShare::All, RightShare::Unanswered};
/// "none", "quarter" (above none, at most a quarter), …; stable.
QString rightShareId(RightShare share);
std::optional<RightShare> rightShareFromId(const QString& id);
RightShare rightShareOf(int right, int answered);

/// How long the responses to a sample took in the mean, in seconds: at least the first, below the second.
enum class TimeTaken : std::uint8_t {
    To1,
    From1To3,
    From3To10,
    From10To30,
    From30To100,
    From100,
    Unrecorded
};
inline constexpr std::array kTimesTaken{TimeTaken::To1, TimeTaken::From1To3, TimeTaken::From3To10,
    TimeTaken::From10To30, TimeTaken::From30To100, TimeTaken::From100, TimeTaken::Unrecorded};
/// "0-1", "1-3", …; stable.
QString timeTakenId(TimeTaken time);
std::optional<TimeTaken> timeTakenFromId(const QString& id);
/// NaN = not recorded.
TimeTaken timeTakenOf(float seconds);

/// A set of samples, a bit each.
class SampleBits {
public:
    explicit SampleBits(std::size_t samples = 0)
        : m_words((samples + 63) / 64, 0)
    {
    }
    /// Those that are not 0.
    explicit SampleBits(const std::vector<std::uint8_t>& kept);

    void insert(std::size_t sample) { m_words[sample / 64] |= std::uint64_t(1) << sample % 64; }
    bool contains(std::size_t sample) const { return (m_words[sample / 64] >> sample % 64) & 1; }
    /// Leaves those that the other has too; both of equally many samples.
    void intersect(const SampleBits& other);
    /// Adds those of the other; both of equally many samples.
    void unite(const SampleBits& other);
    std::int64_t sizeOfIntersection(const SampleBits& other) const;

private:
    std::vector<std::uint64_t> m_words;
};

/// What the models did with each sample under the standard condition, in order of SampleIndex::ids(). An
/// immutable value of two bits a model and sample, and ten bytes a sample. A model is right where the mean of
/// its scores over attempts, then over settings, is at least one half, wrong where it is less, neither where
/// it has no score.
struct SampleResults {
    /// With a run under the standard condition; ascending.
    QStringList models;
    /// By model.
    std::vector<SampleBits> right;
    std::vector<SampleBits> wrong;
    std::vector<RightShare> share;
    /// Mean of all scores; NaN = none.
    std::vector<float> accuracy;
    /// Mean over all responses of which the seconds are known; NaN = of none. Empty, as `time`, where nothing
    /// is recorded in the whole project.
    std::vector<float> seconds;
    std::vector<TimeTaken> time;
};

} // namespace winnow
