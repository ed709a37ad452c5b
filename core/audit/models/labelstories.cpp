// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/labelstories.h"

#include "core/audit/models/labelabilities.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow {

namespace {

constexpr std::size_t kSteps = StoryEvidence::kDifficulties;
constexpr std::size_t kPullCount = StoryEvidence::kPulls;
constexpr std::array<double, kSteps> kDifficulties{-2.6, -1.6, -0.7, 0.2, 1.1, 2.0, 3.0, 4.2};
/// Share of those who do not know that so many distractors draw, and how usual that is.
struct Temptation {
    std::size_t distractors;
    double pull;
    double weight;
};
constexpr std::array<Temptation, kPullCount> kTemptations{Temptation{0, 0, 0.55}, Temptation{1, 0.3, 0.3},
    Temptation{1, 0.6, 0.08}, Temptation{1, 0.9, 0.02}, Temptation{2, 0.5, 0.05}, Temptation{2, 0.9, 0.01},
    Temptation{3, 0.9, 0.005}};
/// The one that draws the most to one distractor.
constexpr std::size_t kStrongest = 3;
/// What a family knows beyond its models' ability is normal with this spread, in logits; summed over by
/// Gauss-Hermite quadrature.
constexpr double kFamilySpread = 1;
struct Node {
    double value;
    double weight;
};
constexpr std::array kNodes{Node{-1.7320508, 1.0 / 6}, Node{0, 2.0 / 3}, Node{1.7320508, 1.0 / 6}};
constexpr std::size_t kNodeCount = kNodes.size();
/// How often somebody gives another answer than the one they believe, when asked once and when asked again.
constexpr double kSlipOnce = 0.03;
constexpr double kSlipAgain = 0.05;
/// How those who know split between two right answers.
constexpr std::array kSplits{0.3, 0.5, 0.7};
/// The same for three: one gets the first number, the others share the rest.
constexpr std::array kThreeWaySplits{0.34, 0.5};
constexpr double kThreeWay = 0.3;
/// Share of those who see several right answers and sway between them.
constexpr double kSwaying = 0.2;
/// Chance that a guess without options names none of them.
constexpr double kNamesNone = 0.6;
/// An answer that draws a smaller share of the models is no rival of the gold one.
constexpr double kRivalShare = 0.12;
constexpr std::size_t kRivals = 2;
/// A model outdone by this is beyond what any story explains.
constexpr double kLeastLikelihood = 1e-9;
/// Likelihoods of so many families fit into one double.
constexpr std::size_t kChunk = 4;
/// The same for ratios of models, each at most this.
constexpr std::size_t kGlanceChunk = 24;
constexpr double kLargestRatio = 1e9;
/// Keeps the logarithm of what no story explains finite.
constexpr double kLeastProduct = 1e-60;

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

/// Whether an open question asks for one of two words.
bool isYesOrNo(const AuditData& data, std::size_t sample)
{
    static const QStringList words{
        QStringLiteral("yes"), QStringLiteral("no"), QStringLiteral("true"), QStringLiteral("false")};
    return data.goldCode[sample] >= 0 && words.contains(data.answers.value(data.goldCode[sample]));
}

/// Powers of one number by small exponents.
class Powers {
public:
    explicit Powers(double base)
        : m_base(base)
    {
        double value = 1;
        for (double& power : m_powers) {
            power = value;
            value *= base;
        }
    }
    double operator()(int exponent) const
    {
        return std::size_t(exponent) < m_powers.size() ? m_powers[std::size_t(exponent)]
                                                       : std::pow(m_base, exponent);
    }

private:
    double m_base;
    std::array<double, 8> m_powers;
};

} // namespace

StoryEvidence::Cells LabelStories::usualCells()
{
    StoryEvidence::Cells cells;
    double total = 0;
    for (std::size_t p = 0; p < kPullCount; ++p) {
        for (std::size_t d = 0; d < kSteps; ++d) {
            const double z = kDifficulties[d] / kDifficultySpread;
            total += cells[p][d] = kTemptations[p].weight * std::exp(-0.5 * z * z);
        }
    }
    for (auto& row : cells) {
        for (double& cell : row) {
            cell /= total;
        }
    }
    return cells;
}

void LabelStories::misleadSome(StoryEvidence::Cells& cells)
{
    // Of the questions of MMLU-Redux whose strongest distractor draws nearly all who do not know, and whose
    // key its experts confirm, about so many mislead all 14 models.
    constexpr double kMisled = 0.3;
    constexpr std::array<double, kSteps> kHard{0, 0, 0, 0, 0, 0.3, 0.35, 0.35};
    constexpr std::size_t kNobodyKnows = 6;
    auto& strongest = cells[kStrongest];
    const double all = std::accumulate(strongest.begin(), strongest.end(), 0.0);
    const double learnt = std::accumulate(strongest.begin(), strongest.begin() + kNobodyKnows, 0.0);
    for (std::size_t d = 0; d < kSteps; ++d) {
        strongest[d]
            = (d < kNobodyKnows ? (1 - kMisled) * all / learnt * strongest[d] : 0) + kMisled * all * kHard[d];
    }
}

LabelStories::LabelStories(const AuditData& data, const LabelBallots& ballots,
    const std::vector<double>& ability, std::vector<std::size_t> family, double following, double firmness,
    double openAnswers)
    : m_data(data)
    , m_ballots(ballots)
    , m_family(std::move(family))
    , m_following(following)
    , m_firmness(firmness)
    , m_openAnswers(openAnswers)
{
    const std::size_t models = ballots.models().size();
    const std::size_t groups = models > 0 ? ability.size() / models : 0;
    m_knowing.reserve(ability.size() * kNodeCount * kSteps);
    for (std::size_t g = 0; g < groups; ++g) {
        for (std::size_t m = 0; m < models; ++m) {
            for (const Node& node : kNodes) {
                for (const double difficulty : kDifficulties) {
                    m_knowing.push_back(float(logistic(kAbilitySlope * (ability[m * groups + g] - difficulty)
                        + kFamilySpread * node.value)));
                }
            }
            const float* row = &m_knowing[m_knowing.size() - kNodeCount * kSteps];
            for (std::size_t d = 0; d < kSteps; ++d) {
                double mean = 0;
                for (std::size_t n = 0; n < kNodeCount; ++n) {
                    mean += kNodes[n].weight * double(row[n * kSteps + d]);
                }
                m_meanKnowing.push_back(float(mean));
            }
        }
    }
}

std::vector<std::size_t> LabelStories::rivals() const
{
    std::vector<std::size_t> rivals;
    const double least = kRivalShare * double(m_ballots.voters().size());
    for (std::size_t answer = 0; answer < m_ballots.answers(); ++answer) {
        if (answer != m_ballots.gold() && m_ballots.share(answer) > 0) {
            rivals.push_back(answer);
        }
    }
    std::stable_sort(rivals.begin(), rivals.end(),
        [&](std::size_t a, std::size_t b) { return m_ballots.share(a) > m_ballots.share(b); });
    std::size_t count = 0;
    while (
        count < std::min(rivals.size(), kRivals) && (count == 0 || m_ballots.share(rivals[count]) >= least)) {
        ++count;
    }
    rivals.resize(count);
    return rivals;
}

double LabelStories::possibleAnswers(std::size_t sample) const
{
    const double answers = double(m_ballots.answers());
    if (m_data.isMcq(sample)) {
        return answers;
    }
    return std::max(answers, isYesOrNo(m_data, sample) ? 2.0 : m_openAnswers);
}

void LabelStories::prepare(std::size_t sample)
{
    const std::size_t voters = m_ballots.voters().size();
    const std::size_t answers = m_ballots.answers();
    const bool mcq = m_data.isMcq(sample);
    m_possible = possibleAnswers(sample);
    m_logChoices = std::log(mcq ? std::max(1.0, m_possible - 1) : std::clamp(m_possible - 1, 1.0, 3.0));
    m_rivals = rivals();
    m_firstModel = std::size_t(m_data.capability[sample]) * m_ballots.models().size();

    m_believes.assign(answers, Likelihoods(voters));
    m_firm.assign(voters, 0.0);
    const double others = std::max(1.0, m_possible - 1);
    const std::array sticks{Powers(1 - kSlipOnce), Powers(1 - kSlipAgain)};
    const std::array slips{Powers(kSlipOnce / others), Powers(kSlipAgain / others)};
    for (std::size_t v = 0; v < voters; ++v) {
        const int total = m_ballots.total(v);
        for (std::size_t answer = 0; answer < answers; ++answer) {
            const int count = m_ballots.count(v, answer);
            m_believes[answer][v] = sticks[total > 1](count) * slips[total > 1](total - count);
            m_firm[v] += m_believes[answer][v] / m_possible;
        }
    }

    const auto familyOf = [&](std::size_t voter) { return m_family[m_ballots.voters()[voter]]; };
    m_order.resize(voters);
    std::iota(m_order.begin(), m_order.end(), std::size_t(0));
    std::stable_sort(m_order.begin(), m_order.end(),
        [&](std::size_t a, std::size_t b) { return familyOf(a) < familyOf(b); });
    m_families.clear();
    m_inclined.clear();
    m_unknowing.assign(voters, 0.0);
    m_likeliest.assign(voters, 0.0);
    const double luck = mcq || m_possible <= 1 / kLuckyOpenAnswer ? 1 / m_possible : kLuckyOpenAnswer;
    for (std::size_t begin = 0; begin < voters;) {
        std::size_t end = begin + 1;
        while (end < voters && familyOf(m_order[end]) == familyOf(m_order[begin])) {
            ++end;
        }
        m_families.push_back({begin, end, {}});
        incline(m_families.back(), luck);
        begin = end;
    }
}

/// `luck`: chance that a guess hits the gold answer.
void LabelStories::incline(Family& family, double luck)
{
    const std::size_t answers = m_ballots.answers();
    const std::size_t gold = m_ballots.gold();
    const Powers follows(m_following + (1 - m_following) / m_possible);
    const Powers strays((1 - m_following) / m_possible);
    const Powers followsGold(m_following + (1 - m_following) * luck);
    const Powers straysGold((1 - m_following) * luck);
    const Powers names(1 - kNamesNone);
    const Powers namesNone(kNamesNone);
    // `towards` may be an answer that nobody of the family gave: they are all alike.
    const auto add = [&](double share, std::size_t towards) {
        family.inclinations.push_back({share, m_inclined.size()});
        for (std::size_t at = family.begin; at < family.end; ++at) {
            const std::size_t v = m_order[at];
            double guess = names(m_ballots.named(v)) * namesNone(m_ballots.elsewhere(v));
            for (std::size_t answer = 0; answer < answers; ++answer) {
                if (const int count = m_ballots.count(v, answer); count > 0) {
                    guess *= answer == gold ? (answer == towards ? followsGold(count) : straysGold(count))
                        : answer == towards ? follows(count)
                                            : strays(count);
                }
            }
            const double belief = (towards < answers ? m_following * m_believes[towards][v] : 0)
                + (1 - m_following) * m_firm[v];
            m_inclined.push_back(m_firmness * belief + (1 - m_firmness) * guess + kLeastLikelihood);
            m_unknowing[v] += share * m_inclined.back();
            m_likeliest[v] = std::max(m_likeliest[v], m_inclined.back());
        }
    };
    double rest = m_possible;
    for (std::size_t answer = 0; answer < answers; ++answer) {
        const bool given = std::any_of(m_order.begin() + std::ptrdiff_t(family.begin),
            m_order.begin() + std::ptrdiff_t(family.end),
            [&](std::size_t v) { return m_ballots.count(v, answer) > 0; });
        if (given) {
            add(1 / m_possible, answer);
            rest -= 1;
        }
    }
    if (rest > 0.5) {
        add(rest / m_possible, answers);
    }
}

/// Likelihoods by difficulty when `known` is how those who know answer and `tempted` how a share `pull`
/// of the others does.
LabelStories::Line LabelStories::line(const Likelihoods& known, double pull, const Likelihoods& tempted)
{
    constexpr std::size_t kCells = kSteps * kNodeCount;
    const std::vector<std::size_t>& voters = m_ballots.voters();
    const auto unknown
        = [&](double inclined, std::size_t v) { return pull * tempted[v] + (1 - pull) * inclined; };
    Line result;
    ByDifficulty& product = result.likelihoods;
    product.fill(1);
    // What all cells have in common is taken out, so that single precision does for the rest.
    double common = 1;
    const auto takeOut = [&] {
        const double most = *std::max_element(product.begin(), product.end());
        result.logScale += std::log(common) + std::log(most);
        for (double& value : product) {
            value = std::max(value / most, kLeastProduct);
        }
        common = 1;
    };
    std::size_t pending = 0;
    for (const Family& family : m_families) {
        if (family.end - family.begin == 1) {
            const std::size_t v = m_order[family.begin];
            const float* knowing = &m_meanKnowing[(m_firstModel + voters[v]) * kSteps];
            const double other = unknown(m_unknowing[v], v);
            const double gain = known[v] - other;
            for (std::size_t d = 0; d < kSteps; ++d) {
                product[d] *= other + double(knowing[d]) * gain;
            }
        } else {
            m_scales.clear();
            for (std::size_t at = family.begin; at < family.end; ++at) {
                const std::size_t v = m_order[at];
                const double most = std::max(known[v], unknown(m_likeliest[v], v));
                m_scales.push_back(1 / most);
                common *= most;
                if (common < kLeastProduct) {
                    result.logScale += std::log(common);
                    common = 1;
                }
            }
            std::array<float, kCells> sum{};
            for (const Inclination& inclination : family.inclinations) {
                const double* inclined = &m_inclined[inclination.begin];
                std::array<float, kCells> together;
                together.fill(float(inclination.share));
                for (std::size_t at = family.begin; at < family.end; ++at) {
                    const std::size_t v = m_order[at];
                    const float* knowing = &m_knowing[(m_firstModel + voters[v]) * kCells];
                    const double scale = m_scales[at - family.begin];
                    const double unscaled = unknown(*inclined++, v);
                    const float other = float(unscaled * scale);
                    const float gain = float((known[v] - unscaled) * scale);
                    for (std::size_t c = 0; c < kCells; ++c) {
                        together[c] *= other + knowing[c] * gain;
                    }
                }
                for (std::size_t c = 0; c < kCells; ++c) {
                    sum[c] += together[c];
                }
            }
            for (std::size_t d = 0; d < kSteps; ++d) {
                double mean = 0;
                for (std::size_t n = 0; n < kNodeCount; ++n) {
                    mean += kNodes[n].weight * double(sum[n * kSteps + d]);
                }
                product[d] *= std::max(mean, kLeastProduct);
            }
        }
        if (++pending == kChunk) {
            takeOut();
            pending = 0;
        }
    }
    takeOut();
    return result;
}

/// One right answer; nobody, or any other answer, tempts. By pull.
std::vector<std::pair<std::size_t, LabelStories::Line>> LabelStories::tempted(std::size_t right)
{
    std::vector<std::size_t> tempting;
    for (const std::size_t rival : m_rivals) {
        if (rival != right) {
            tempting.push_back(rival);
        }
    }
    if (right != m_ballots.gold()) {
        const auto place = std::find_if(tempting.begin(), tempting.end(),
            [&](std::size_t a) { return m_ballots.share(a) < m_ballots.share(m_ballots.gold()); });
        tempting.insert(place, m_ballots.gold());
    }
    std::vector<std::pair<std::size_t, Line>> lines;
    const double others = std::exp(m_logChoices);
    Likelihoods tempted(m_unknowing.size());
    for (std::size_t p = 0; p < kPullCount; ++p) {
        const Temptation& temptation = kTemptations[p];
        if (tempting.size() < temptation.distractors || temptation.pull <= 0) {
            if (p == 0) {
                lines.emplace_back(p, line(m_believes[right], 0, tempted));
            } else {
                lines.emplace_back(p, lines.front().second);
            }
            continue;
        }
        if (temptation.distractors == 1) {
            for (const std::size_t answer : tempting) {
                lines.emplace_back(p, line(m_believes[right], temptation.pull, m_believes[answer]));
                lines.back().second.logScale -= m_logChoices;
            }
            continue;
        }
        double sets = 1;
        for (std::size_t k = 0; k < temptation.distractors; ++k) {
            sets *= std::max(1.0, others - double(k)) / double(k + 1);
        }
        // The commonest of them only: others explain less.
        std::fill(tempted.begin(), tempted.end(), 0.0);
        for (std::size_t k = 0; k < temptation.distractors; ++k) {
            for (std::size_t v = 0; v < tempted.size(); ++v) {
                tempted[v] += m_believes[tempting[k]][v] / double(temptation.distractors);
            }
        }
        lines.emplace_back(p, line(m_believes[right], temptation.pull, tempted));
        lines.back().second.logScale -= std::log(std::max(1.0, sets));
    }
    return lines;
}

/// Several right answers.
LabelStories::Line LabelStories::several(
    const std::vector<std::size_t>& right, const std::vector<double>& shares)
{
    Likelihoods known(m_unknowing.size());
    const Powers amongRight(0.98 / double(right.size()));
    const Powers amongOthers(0.02 / std::max(1.0, m_possible - double(right.size())));
    for (std::size_t v = 0; v < known.size(); ++v) {
        double constant = 0;
        int among = 0;
        for (std::size_t at = 0; at < right.size(); ++at) {
            constant += shares[at] * m_believes[right[at]][v];
            among += m_ballots.count(v, right[at]);
        }
        const double sways = amongRight(among) * amongOthers(m_ballots.total(v) - among);
        known[v] = (1 - kSwaying) * constant + kSwaying * sways;
    }
    return line(known, 0, known);
}

StoryEvidence LabelStories::evidence(std::size_t sample)
{
    prepare(sample);
    const std::size_t gold = m_ballots.gold();
    const auto sound = tempted(gold);
    std::vector<std::pair<std::size_t, Line>> wrong;
    std::vector<std::pair<double, Line>> both;
    for (const std::size_t right : m_rivals) {
        const auto lines = tempted(right);
        wrong.insert(wrong.end(), lines.begin(), lines.end());
        for (const double split : kSplits) {
            both.emplace_back((1 - kThreeWay) / kSplits.size(), several({gold, right}, {split, 1 - split}));
        }
    }
    for (std::size_t a = 0; a < m_rivals.size(); ++a) {
        for (std::size_t b = a + 1; b < m_rivals.size(); ++b) {
            for (const double first : kThreeWaySplits) {
                const double rest = (1 - first) / 2;
                both.emplace_back(kThreeWay / kThreeWaySplits.size(),
                    several({gold, m_rivals[a], m_rivals[b]}, {first, rest, rest}));
            }
        }
    }
    StoryEvidence result;
    result.logScale = -std::numeric_limits<double>::infinity();
    const auto widen = [&](const auto& lines) {
        for (const auto& [kind, line] : lines) {
            result.logScale = std::max(result.logScale, line.logScale);
        }
    };
    widen(sound);
    widen(wrong);
    widen(both);
    const auto add = [&](ByDifficulty& sums, const Line& line, double weight) {
        weight *= std::exp(line.logScale - result.logScale);
        for (std::size_t d = 0; d < kSteps; ++d) {
            sums[d] += weight * line.likelihoods[d];
        }
    };
    const double choices = std::exp(-m_logChoices);
    for (const auto& [pull, line] : sound) {
        add(result.sound[pull], line, 1);
    }
    for (const auto& [pull, line] : wrong) {
        add(result.wrongGold[pull], line, choices);
    }
    for (const auto& [weight, line] : both) {
        add(result.ambiguous, line, choices * weight);
    }
    return result;
}

StoryEvidence LabelStories::glance(std::size_t sample)
{
    const std::vector<std::size_t>& voters = m_ballots.voters();
    const double possible = possibleAnswers(sample);
    const double others = std::max(1.0, possible - 1);
    const std::array sticks{Powers(1 - kSlipOnce), Powers(1 - kSlipAgain)};
    const std::array slips{Powers(kSlipOnce / others), Powers(kSlipAgain / others)};
    const Powers guesses(1 / possible);
    const std::size_t gold = m_ballots.gold();
    const std::vector<std::size_t> rivals = this->rivals();
    const std::size_t rival = rivals.empty() ? gold : rivals.front();
    const std::size_t third = rivals.size() > 1 ? rivals[1] : rival;
    const float* row
        = &m_meanKnowing[std::size_t(m_data.capability[sample]) * m_ballots.models().size() * kSteps];
    // Ratios to guessing, so that products stay in range; by story.
    std::array<ByDifficulty, 4> product;
    for (ByDifficulty& story : product) {
        story.fill(1);
    }
    for (std::size_t v = 0; v < voters.size(); ++v) {
        const int total = m_ballots.total(v);
        const auto believes = [&](std::size_t answer) {
            const int count = m_ballots.count(v, answer);
            return sticks[total > 1](count) * slips[total > 1](total - count);
        };
        const double unknown = 1 / (guesses(total) + kLeastLikelihood);
        const auto gain
            = [&](std::size_t answer) { return std::min(believes(answer) * unknown, kLargestRatio) - 1; };
        const double forGold = gain(gold);
        const double forRival = gain(rival);
        const double forBoth = 0.5 * (forGold + forRival);
        const double forThree = (forGold + forRival + gain(third)) / 3;
        const float* knowing = row + voters[v] * kSteps;
        for (std::size_t d = 0; d < kSteps; ++d) {
            const double knows = double(knowing[d]);
            product[0][d] *= 1 + knows * forGold;
            product[1][d] *= 1 + knows * forRival;
            product[2][d] *= 1 + knows * forBoth;
            product[3][d] *= 1 + knows * forThree;
        }
        if ((v + 1) % kGlanceChunk == 0) {
            double most = 0;
            for (const ByDifficulty& story : product) {
                most = std::max(most, *std::max_element(story.begin(), story.end()));
            }
            for (ByDifficulty& story : product) {
                for (double& value : story) {
                    value /= most;
                }
            }
        }
    }
    StoryEvidence result;
    result.sound[0] = product[0];
    if (!rivals.empty()) {
        result.wrongGold[0] = product[1];
        for (std::size_t d = 0; d < kSteps; ++d) {
            result.ambiguous[d] = product[2][d] + product[3][d];
        }
    }
    return result;
}

} // namespace winnow
