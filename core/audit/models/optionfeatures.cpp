// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/optionfeatures.h"

#include "core/stats/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace winnow {

namespace {

// The first places of the table are kept for the named features.
enum Named : std::uint32_t {
    LengthRatio,
    UniqueLongest,
    UniqueShortest,
    MuchLonger,
    Likeness,
    Digits,
    AllOfAbove,
    NoneOfAbove,
    LargestNumber,
    SmallestNumber,
    MiddleNumber,
    FirstPlace,
};
constexpr std::uint32_t kReserved = 64;

bool isAllOf(const QString& folded)
{
    return folded.startsWith(QLatin1String("all of the")) || folded.startsWith(QLatin1String("all the above"))
        || folded.startsWith(QLatin1String("both of"));
}

bool isNoneOf(const QString& folded)
{
    return folded.startsWith(QLatin1String("none of")) || folded == u"none"
        || folded.startsWith(QLatin1String("no correct"));
}

/// Words that two ascending lists have in common.
double commonWords(const std::vector<QStringView>& a, const std::vector<QStringView>& b)
{
    std::size_t common = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const int order = a[i].compare(b[j]);
        common += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return double(common);
}

double jaccard(const std::vector<QStringView>& a, const std::vector<QStringView>& b)
{
    if (a.empty() && b.empty()) {
        return 1;
    }
    const double common = commonWords(a, b);
    return common / (double(a.size() + b.size()) - common);
}

std::optional<double> numberIn(const QString& option)
{
    if (std::none_of(option.begin(), option.end(), [](QChar c) { return c.isDigit(); })) {
        return std::nullopt;
    }
    QString digits;
    for (const QChar c : option) {
        if (c.isDigit() || c == u'.' || (c == u'-' && digits.isEmpty())) {
            digits += c;
        } else if (c != u',' && !digits.isEmpty()) {
            break;
        }
    }
    bool ok = false;
    const double value = digits.toDouble(&ok);
    return ok ? std::optional<double>(value) : std::nullopt;
}

/// Position of the one largest value, or -1 on a tie.
template <typename T> int uniqueLargest(const std::vector<T>& values)
{
    if (values.size() < 2) {
        return -1;
    }
    const auto top = std::max_element(values.begin(), values.end());
    return std::count(values.begin(), values.end(), *top) == 1 ? int(top - values.begin()) : -1;
}

int longestOption(const QStringList& options, double sign)
{
    std::vector<double> sizes;
    for (const QString& option : options) {
        sizes.push_back(sign * double(option.size()));
    }
    return uniqueLargest(sizes);
}

int mostOverlapping(const ReadOptions& read)
{
    const ModelWords words(read.text().question);
    const std::vector<QStringView> question = words.distinct();
    std::vector<double> shares;
    for (std::size_t o = 0; o < std::size_t(read.text().options.size()); ++o) {
        const std::vector<QStringView>& own = read.distinct(o);
        shares.push_back(commonWords(own, question) / std::max<double>(1, double(own.size())));
    }
    return uniqueLargest(shares);
}

int oddOneOut(const ReadOptions& read)
{
    if (read.likeness().size() < 3) {
        return -1;
    }
    std::vector<double> values;
    for (const double value : read.likeness()) {
        values.push_back(-value);
    }
    return uniqueLargest(values);
}

int allOrNone(const ReadOptions& read)
{
    for (std::size_t o = 0; o < read.likeness().size(); ++o) {
        if (isAllOf(read.folded(o)) || isNoneOf(read.folded(o))) {
            return int(o);
        }
    }
    return -1;
}

int middleNumber(const QStringList& options)
{
    std::vector<double> values;
    for (const QString& option : options) {
        const auto number = numberIn(option);
        if (!number) {
            return -1;
        }
        values.push_back(*number);
    }
    if (values.size() < 3 || values.size() % 2 == 0) {
        return -1;
    }
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    return int(std::find(values.begin(), values.end(), sorted[sorted.size() / 2]) - values.begin());
}

int choiceOf(Heuristic heuristic, const ReadOptions& read)
{
    switch (heuristic) {
    case Heuristic::Longest:
        return longestOption(read.text().options, 1);
    case Heuristic::Shortest:
        return longestOption(read.text().options, -1);
    case Heuristic::MostOverlap:
        return mostOverlapping(read);
    case Heuristic::OddOneOut:
        return oddOneOut(read);
    case Heuristic::AllOrNone:
        return allOrNone(read);
    case Heuristic::Middle:
        return middleNumber(read.text().options);
    }
    return -1;
}

} // namespace

QString heuristicId(Heuristic heuristic)
{
    // In the order of the rules.
    static constexpr std::array<const char*, kHeuristics.size()> kIds{
        "longest", "shortest", "most_overlap", "odd_one_out", "all_or_none", "middle_number"};
    return QString::fromLatin1(kIds[std::size_t(heuristic)]);
}

Sentence heuristicTitle(Heuristic heuristic)
{
    // In the order of the rules.
    static constexpr std::array<const char*, kHeuristics.size()> kTitles{
        QT_TRANSLATE_NOOP("Detector", "the longest option"),
        QT_TRANSLATE_NOOP("Detector", "the shortest option"),
        QT_TRANSLATE_NOOP("Detector", "the option that shares most words with the question"),
        QT_TRANSLATE_NOOP("Detector", "the option least like the others"),
        QT_TRANSLATE_NOOP("Detector", "\"all of the above\" or \"none of the above\""),
        QT_TRANSLATE_NOOP("Detector", "the middle number")};
    return Sentence::of(kTitles[std::size_t(heuristic)]);
}

ReadOptions::ReadOptions(const AuditText& text)
    : m_text(text)
{
    m_words.reserve(std::size_t(text.options.size()));
    for (const QString& option : text.options) {
        m_words.emplace_back(option);
        m_distinct.push_back(m_words.back().distinct());
    }
    const std::size_t count = m_words.size();
    std::vector<double> pairs(count * count, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            pairs[i * count + j] = jaccard(m_distinct[i], m_distinct[j]);
            pairs[j * count + i] = pairs[i * count + j];
        }
    }
    m_likeness.assign(count, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            if (i != j) {
                m_likeness[i] += pairs[i * count + j] / double(count - 1);
            }
        }
    }
}

HeuristicChoices heuristicChoices(const ReadOptions& options)
{
    HeuristicChoices choices;
    for (std::size_t h = 0; h < kHeuristics.size(); ++h) {
        choices[h] = qint16(choiceOf(kHeuristics[h], options));
    }
    return choices;
}

std::vector<std::vector<Feature>> optionFeatures(const ReadOptions& read, bool withWords)
{
    const QStringList& options = read.text().options;
    const std::size_t count = std::size_t(options.size());
    std::vector<std::vector<Feature>> features(count);
    const std::vector<double>& alike = read.likeness();
    const int longest = longestOption(options, 1);
    const int shortest = longestOption(options, -1);
    double total = 0;
    std::vector<std::optional<double>> numbers;
    bool allNumbers = count >= 3;
    for (const QString& option : options) {
        total += double(option.size()) + 1;
        numbers.push_back(numberIn(option));
        allNumbers = allNumbers && numbers.back().has_value();
    }
    const double meanAlike = count > 0 ? std::accumulate(alike.begin(), alike.end(), 0.0) / double(count) : 0;
    for (std::size_t o = 0; o < count; ++o) {
        std::vector<Feature>& own = features[o];
        const QString& option = options[qsizetype(o)];
        const QString& folded = read.folded(o);
        const auto add = [&own](std::uint32_t index, double value) {
            if (value != 0) {
                own.push_back({index, float(value)});
            }
        };
        const double size = double(option.size()) + 1;
        const double others = (total - size) / std::max<double>(1, double(count) - 1);
        const double ratio = std::log(size / std::max(1.0, others));
        add(LengthRatio, std::clamp(ratio, -2.0, 2.0));
        add(UniqueLongest, int(o) == longest ? 0.5 : 0);
        add(UniqueShortest, int(o) == shortest ? 0.5 : 0);
        add(MuchLonger, int(o) == longest && ratio > 0.7 ? 1 : 0);
        add(Likeness, alike[o] - meanAlike);
        add(Digits, numbers[o] ? 0.5 : 0);
        add(AllOfAbove, isAllOf(folded) ? 1 : 0);
        add(NoneOfAbove, isNoneOf(folded) ? 1 : 0);
        if (allNumbers) {
            const auto smaller = std::count_if(
                numbers.begin(), numbers.end(), [&](const auto& number) { return *number < *numbers[o]; });
            add(SmallestNumber, smaller == 0 ? 0.5 : 0);
            add(LargestNumber, std::size_t(smaller) == count - 1 ? 0.5 : 0);
            add(MiddleNumber, smaller > 0 && std::size_t(smaller) < count - 1 ? 0.5 : 0);
        }
        add(std::uint32_t(FirstPlace + std::min<std::size_t>(o, 30)), 0.3);
        if (!withWords) {
            continue;
        }
        std::vector<QStringView> words;
        for (const QStringView word : read.words(o)) {
            if (std::find(words.begin(), words.end(), word) == words.end()) {
                words.push_back(word);
            }
        }
        for (std::size_t w = 0; w < words.size() && w < 20; ++w) {
            std::uint64_t hash = 0xcbf29ce484222325ULL;
            for (const QChar c : words[w]) {
                hash = (hash ^ c.unicode()) * 0x100000001b3ULL;
            }
            add(kReserved + std::uint32_t(stats::mix64(hash) % (kOptionTable - kReserved)),
                0.5 / std::sqrt(double(words.size())));
        }
    }
    return features;
}

} // namespace winnow
