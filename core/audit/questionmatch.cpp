// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/questionmatch.h"

#include "core/stats/random.h"
#include "core/text/normalise.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace winnow {

namespace {

constexpr int kHashes = 64;
constexpr int kBands = 16;
constexpr int kRows = kHashes / kBands;
constexpr qsizetype kGram = 4;
/// Shorter cores are told apart by single letters.
constexpr qsizetype kShortest = 40;
/// Of one bucket, each is compared with so many that follow.
constexpr std::size_t kCompared = 40;
constexpr qsizetype kLongWord = 6;

const QSet<QString>& fillers()
{
    static const QSet<QString> words = [] {
        QSet<QString> set;
        for (const char* word : {"a", "an", "the", "is", "are", "was", "were", "be", "do", "does", "did",
                 "what", "which", "s", "tell", "me", "us", "please", "give", "name", "identify", "of", "this",
                 "that", "these", "those", "there", "here", "it", "its", "image", "picture", "photo",
                 "figure", "shown", "show", "shows", "can", "could", "you", "would", "re", "whats"}) {
            set.insert(QString::fromLatin1(word));
        }
        return set;
    }();
    return words;
}

QString stem(const QString& word)
{
    if (word.size() > 4 && word.endsWith(u's') && !word.endsWith(QLatin1String("ss"))) {
        return word.chopped(1);
    }
    return word;
}

QSet<quint64> gramsOf(const QString& text)
{
    QSet<quint64> grams;
    for (qsizetype i = 0; i + kGram <= text.size(); ++i) {
        quint64 gram = 0;
        for (qsizetype k = 0; k < kGram; ++k) {
            gram = gram << 16 | text[i + k].unicode();
        }
        grams.insert(stats::mix64(gram));
    }
    return grams;
}

bool hasDigit(const QString& word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

/// One letter replaced, added or left out.
bool oneLetterApart(const QString& a, const QString& b)
{
    if (std::abs(a.size() - b.size()) > 1) {
        return false;
    }
    qsizetype start = 0;
    while (start < a.size() && start < b.size() && a[start] == b[start]) {
        ++start;
    }
    qsizetype tail = 0;
    while (tail < a.size() - start && tail < b.size() - start
        && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
        ++tail;
    }
    return a.size() - start - tail <= 1 && b.size() - start - tail <= 1;
}

bool sameButForSpelling(const QString& first, const QString& second)
{
    const QStringList a = first.split(u' ');
    const QStringList b = second.split(u' ');
    if (a.size() != b.size()) {
        return false;
    }
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i] == b[i]) {
            continue;
        }
        // A misspelt word keeps its first letter; "weight" is no misspelt "height".
        if (hasDigit(a[i]) || hasDigit(b[i]) || std::min(a[i].size(), b[i].size()) < kLongWord
            || a[i].front() != b[i].front() || !oneLetterApart(a[i], b[i])) {
            return false;
        }
    }
    return true;
}

std::array<quint64, kHashes> minHashes(const QString& text)
{
    std::array<quint64, kHashes> smallest;
    smallest.fill(std::numeric_limits<quint64>::max());
    const QSet<quint64> grams = gramsOf(text);
    for (const quint64 gram : grams) {
        std::uint64_t state = gram;
        for (quint64& least : smallest) {
            least = std::min<quint64>(least, stats::splitMix64(state));
        }
    }
    return smallest;
}

} // namespace

QString questionCore(const QString& question)
{
    const QString folded = foldText(question);
    QStringList words;
    QStringList all;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty()) {
            all.append(word);
            if (!fillers().contains(word)) {
                words.append(stem(word));
            }
        }
        word.clear();
    };
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const QChar c = folded[i];
        const bool inNumber = (c == u'.' || c == u',') && i > 0 && folded[i - 1].isDigit()
            && i + 1 < folded.size() && folded[i + 1].isDigit();
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || inNumber) {
            word += c;
        } else {
            finish();
            // Signs carry meaning in formulas; punctuation of sentences does not.
            if (c.isSymbol() || c == u'-' || c == u'*' || c == u'/' || c == u'%') {
                words.append(QString(c));
            }
        }
    }
    finish();
    // "What is this?" is all dress, and still a question.
    return (words.isEmpty() ? all : words).join(u' ');
}

double textSimilarity(const QString& first, const QString& second)
{
    const QSet<quint64> a = gramsOf(first);
    const QSet<quint64> b = gramsOf(second);
    if (a.isEmpty() || b.isEmpty()) {
        return first == second ? 1 : 0;
    }
    qsizetype common = 0;
    for (const quint64 gram : a) {
        common += b.contains(gram);
    }
    return double(common) / double(a.size() + b.size() - common);
}

std::vector<quint32> clusterCores(const QVector<QString>& cores, double similarity, Progress& progress)
{
    std::vector<quint32> parent(std::size_t(cores.size()));
    std::iota(parent.begin(), parent.end(), 0u);
    const auto find = [&](quint32 x) {
        while (parent[x] != x) {
            parent[x] = parent[parent[x]];
            x = parent[x];
        }
        return x;
    };
    std::vector<quint32> candidates;
    for (qsizetype i = 0; i < cores.size(); ++i) {
        if (cores[i].size() >= kShortest) {
            candidates.push_back(quint32(i));
        }
    }
    std::vector<std::array<quint64, kHashes>> signatures;
    signatures.reserve(candidates.size());
    for (const quint32 i : candidates) {
        if ((i & 0xff) == 0 && progress.isCancelled()) {
            return parent;
        }
        signatures.push_back(minHashes(cores[i]));
    }
    for (int band = 0; band < kBands && !progress.isCancelled(); ++band) {
        std::vector<std::pair<quint64, quint32>> buckets;
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            quint64 key = quint64(band);
            for (int row = 0; row < kRows; ++row) {
                key = stats::mix64(key ^ signatures[c][std::size_t(band * kRows + row)]);
            }
            buckets.emplace_back(key, candidates[c]);
        }
        std::sort(buckets.begin(), buckets.end());
        for (std::size_t i = 0; i < buckets.size(); ++i) {
            for (std::size_t j = i + 1;
                 j < buckets.size() && j <= i + kCompared && buckets[j].first == buckets[i].first; ++j) {
                const quint32 a = find(buckets[i].second);
                const quint32 b = find(buckets[j].second);
                const QString& left = cores[buckets[i].second];
                const QString& right = cores[buckets[j].second];
                if (a != b && sameButForSpelling(left, right) && textSimilarity(left, right) >= similarity) {
                    parent[std::max(a, b)] = std::min(a, b);
                }
            }
        }
    }
    for (quint32 i = 0; i < parent.size(); ++i) {
        parent[i] = find(i);
    }
    return parent;
}

} // namespace winnow
