// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/optionfeatures.h"

#include "core/stats/random.h"
#include "core/text/normalise.h"

#include <QSet>

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

QSet<QString> wordSet(const QString& text)
{
    const QStringList words = modelWords(text);
    return QSet<QString>(words.begin(), words.end());
}

double jaccard(const QSet<QString>& a, const QSet<QString>& b)
{
    if (a.isEmpty() && b.isEmpty()) {
        return 1;
    }
    const double common = double(QSet<QString>(a).intersect(b).size());
    return common / (double(a.size() + b.size()) - common);
}

std::optional<double> numberIn(const QString& option)
{
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

/// Mean likeness of each option to the others.
std::vector<double> likeness(const QStringList& options)
{
    std::vector<QSet<QString>> words;
    for (const QString& option : options) {
        words.push_back(wordSet(option));
    }
    std::vector<double> means(words.size(), 0.0);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t j = 0; j < words.size(); ++j) {
            if (i != j) {
                means[i] += jaccard(words[i], words[j]) / double(words.size() - 1);
            }
        }
    }
    return means;
}

std::vector<double> overlaps(const AuditText& text)
{
    const QSet<QString> question = wordSet(text.question);
    std::vector<double> shares;
    for (const QString& option : text.options) {
        QSet<QString> words = wordSet(option);
        const double size = std::max<double>(1, double(words.size()));
        shares.push_back(double(words.intersect(question).size()) / size);
    }
    return shares;
}

} // namespace

QString heuristicId(Heuristic heuristic)
{
    switch (heuristic) {
    case Heuristic::Longest:
        return QStringLiteral("longest");
    case Heuristic::Shortest:
        return QStringLiteral("shortest");
    case Heuristic::MostOverlap:
        return QStringLiteral("most_overlap");
    case Heuristic::OddOneOut:
        return QStringLiteral("odd_one_out");
    case Heuristic::AllOrNone:
        return QStringLiteral("all_or_none");
    case Heuristic::Middle:
        return QStringLiteral("middle_number");
    }
    return {};
}

Sentence heuristicTitle(Heuristic heuristic)
{
    switch (heuristic) {
    case Heuristic::Longest:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "the longest option"));
    case Heuristic::Shortest:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "the shortest option"));
    case Heuristic::MostOverlap:
        return Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "the option that shares most words with the question"));
    case Heuristic::OddOneOut:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "the option least like the others"));
    case Heuristic::AllOrNone:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "\"all of the above\" or \"none of the above\""));
    case Heuristic::Middle:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "the middle number"));
    }
    return {};
}

int heuristicChoice(Heuristic heuristic, const AuditText& text)
{
    const QStringList& options = text.options;
    std::vector<double> values;
    switch (heuristic) {
    case Heuristic::Longest:
    case Heuristic::Shortest:
        for (const QString& option : options) {
            values.push_back(
                heuristic == Heuristic::Longest ? double(option.size()) : -double(option.size()));
        }
        return uniqueLargest(values);
    case Heuristic::MostOverlap:
        return uniqueLargest(overlaps(text));
    case Heuristic::OddOneOut:
        if (options.size() < 3) {
            return -1;
        }
        for (const double value : likeness(options)) {
            values.push_back(-value);
        }
        return uniqueLargest(values);
    case Heuristic::AllOrNone:
        for (qsizetype i = 0; i < options.size(); ++i) {
            const QString folded = foldText(options[i]);
            if (isAllOf(folded) || isNoneOf(folded)) {
                return int(i);
            }
        }
        return -1;
    case Heuristic::Middle:
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
    return -1;
}

std::vector<std::vector<Feature>> optionFeatures(const AuditText& text, bool withWords)
{
    const QStringList& options = text.options;
    const std::size_t count = std::size_t(options.size());
    std::vector<std::vector<Feature>> features(count);
    const std::vector<double> alike = likeness(options);
    const int longest = heuristicChoice(Heuristic::Longest, text);
    const int shortest = heuristicChoice(Heuristic::Shortest, text);
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
        const QString folded = foldText(option);
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
        QStringList words = withWords ? modelWords(option) : QStringList();
        words.removeDuplicates();
        for (qsizetype w = 0; w < words.size() && w < 20; ++w) {
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
