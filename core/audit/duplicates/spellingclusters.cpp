// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/duplicates/spellingclusters.h"

#include "core/audit/duplicates/questionmatch.h"
#include "core/audit/duplicates/unionfind.h"
#include "core/stats/random.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace winnow {

namespace {

/// Shorter cores are told apart by single letters.
constexpr qsizetype kShortest = 40;
/// In smaller blocks all pairs are looked at.
constexpr std::size_t kFewCores = 32;

quint64 hashed(QStringView text)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const QChar c : text) {
        hash = (hash ^ c.unicode()) * 0x100000001b3ULL;
    }
    return stats::mix64(hash);
}

/// Calls function(word) for each part between blanks, empty ones too, as QString::split() has them.
template <typename Function> void forEachWord(QStringView text, Function&& function)
{
    qsizetype from = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at == text.size() || text[at] == u' ') {
            function(text.mid(from, at - from));
            from = at + 1;
        }
    }
}

/// Words by number, and which of them are, over any number of steps of one letter each, one family.
class WordFamilies {
public:
    quint32 number(QStringView word)
    {
        const auto known = m_numbers.constFind(word);
        if (known != m_numbers.constEnd()) {
            return *known;
        }
        m_numbers.insert(word, quint32(m_words.size()));
        m_words.push_back(word);
        return quint32(m_words.size() - 1);
    }
    QStringView word(quint32 number) const { return m_words[number]; }

    /// Two words that are one letter apart have a text in common among themselves and what is left of them
    /// without one letter: of two as long, what is left without the letter that differs; of others, the
    /// shorter. Words of equal hashes are looked at, so that a collision joins nothing.
    std::vector<quint32> families() const
    {
        std::vector<std::pair<quint64, quint32>> rests;
        QString rest;
        for (quint32 w = 0; w < m_words.size(); ++w) {
            rests.emplace_back(hashed(m_words[w]), w);
            for (qsizetype i = 0; i < m_words[w].size(); ++i) {
                rest.clear();
                rest.append(m_words[w].first(i)).append(m_words[w].sliced(i + 1));
                rests.emplace_back(hashed(rest), w);
            }
        }
        std::sort(rests.begin(), rests.end());
        UnionFind families(m_words.size());
        for (std::size_t from = 0, to = 0; from < rests.size(); from = to) {
            while (to < rests.size() && rests[to].first == rests[from].first) {
                ++to;
            }
            for (std::size_t i = from; i < to; ++i) {
                for (std::size_t j = i + 1; j < to; ++j) {
                    const quint32 a = rests[i].second;
                    const quint32 b = rests[j].second;
                    if (families.find(a) != families.find(b) && canBeMisspelt(m_words[a], m_words[b])) {
                        families.join(a, b);
                    }
                }
            }
        }
        std::vector<quint32> first(m_words.size());
        for (quint32 w = 0; w < m_words.size(); ++w) {
            first[w] = families.find(w);
        }
        return first;
    }

private:
    QHash<QStringView, quint32> m_numbers;
    std::vector<QStringView> m_words;
};

/// One core among others that may match it.
struct Core {
    quint32 position = 0;
    /// Its long words, in order.
    std::vector<quint32> words;
    /// Made when first needed.
    std::vector<quint64> grams;
};

class Clusters {
public:
    Clusters(const QVector<QString>& cores, double similarity, Progress& progress)
        : m_cores(cores)
        , m_similarity(similarity)
        , m_progress(progress)
        , m_clusters(std::size_t(cores.size()))
    {
    }

    std::vector<quint32> run()
    {
        std::vector<Core> likely = likelyCores();
        const std::vector<quint32> family = m_families.families();
        std::vector<std::pair<quint64, quint32>> keys;
        for (quint32 c = 0; c < likely.size(); ++c) {
            quint64 key = coreOutline(m_cores[likely[c].position]);
            for (const quint32 word : likely[c].words) {
                key = stats::mix64(key ^ family[word]);
            }
            keys.emplace_back(key, c);
        }
        forEachBlock(keys, [&](std::span<const std::pair<quint64, quint32>> block) {
            std::vector<Core*> members;
            for (const auto& [key, c] : block) {
                members.push_back(&likely[c]);
            }
            compareBlock(members);
            for (Core* member : members) {
                member->grams = {};
            }
        });
        std::vector<quint32> first(std::size_t(m_cores.size()));
        for (quint32 i = 0; i < first.size(); ++i) {
            first[i] = m_clusters.find(i);
        }
        return first;
    }

private:
    template <typename Function>
    void forEachBlock(std::vector<std::pair<quint64, quint32>>& keys, Function&& function)
    {
        std::sort(keys.begin(), keys.end());
        for (std::size_t from = 0, to = 0; from < keys.size() && !m_progress.isCancelled(); from = to) {
            while (to < keys.size() && keys[to].first == keys[from].first) {
                ++to;
            }
            if (to - from > 1) {
                function(std::span(keys).subspan(from, to - from));
            }
        }
    }

    /// The cores whose outline another one has too.
    std::vector<Core> likelyCores()
    {
        std::vector<std::pair<quint64, quint32>> outlines;
        for (qsizetype i = 0; i < m_cores.size(); ++i) {
            if ((i & 0xfff) == 0 && m_progress.isCancelled()) {
                return {};
            }
            if (m_cores[i].size() >= kShortest) {
                outlines.emplace_back(coreOutline(m_cores[i]), quint32(i));
            }
        }
        std::vector<Core> likely;
        forEachBlock(outlines, [&](std::span<const std::pair<quint64, quint32>> block) {
            for (const auto& [key, position] : block) {
                Core core{position, {}, {}};
                forEachWord(m_cores[position], [&](QStringView word) {
                    if (isSpellable(word)) {
                        core.words.push_back(m_families.number(word));
                    }
                });
                likely.push_back(std::move(core));
            }
        });
        return likely;
    }

    void compareBlock(const std::vector<Core*>& block)
    {
        if (block.size() <= kFewCores) {
            for (std::size_t i = 0; i < block.size(); ++i) {
                for (std::size_t j = i + 1; j < block.size(); ++j) {
                    compare(*block[i], *block[j]);
                }
            }
            return;
        }
        compareByPrefix(block);
    }

    /// Two sets of a and b pieces whose Jaccard similarity is s or more have at least s max(a, b) in common.
    /// So with the pieces of all sets in one order, one of the first a - s a + 1 of the one is among the
    /// first b - s b + 1 of the other: were there none, the one whose first pieces end earlier in that order
    /// would have only its others, fewer than s a, to share. Rare pieces come first, so that few share them.
    void compareByPrefix(const std::vector<Core*>& block)
    {
        QHash<quint64, quint32> uses;
        for (Core* core : block) {
            for (const quint64 gram : gramsOf(*core)) {
                ++uses[gram];
            }
        }
        QHash<quint64, std::vector<quint32>> holders;
        std::vector<quint64> rare;
        std::vector<quint32> last(block.size(), std::numeric_limits<quint32>::max());
        for (quint32 c = 0; c < block.size() && !m_progress.isCancelled(); ++c) {
            rare = block[c]->grams;
            std::sort(rare.begin(), rare.end(), [&](quint64 a, quint64 b) {
                return std::pair(uses.value(a), a) < std::pair(uses.value(b), b);
            });
            // The quotient is rounded when it is compared: what is just below counts too.
            const double least = m_similarity * double(rare.size()) * (1 - 1e-9);
            rare.resize(std::min(rare.size(), rare.size() - std::size_t(std::ceil(least)) + 1));
            for (const quint64 gram : rare) {
                std::vector<quint32>& others = holders[gram];
                for (const quint32 other : others) {
                    if (last[other] != c) {
                        last[other] = c;
                        compare(*block[other], *block[c]);
                    }
                }
                others.push_back(c);
            }
        }
    }

    const std::vector<quint64>& gramsOf(Core& core)
    {
        if (core.grams.empty()) {
            core.grams = textGrams(m_cores[core.position]);
        }
        return core.grams;
    }

    void compare(Core& a, Core& b)
    {
        // Equal keys may come from different outlines, however seldom, so that the whole rule is applied.
        if (m_clusters.find(a.position) == m_clusters.find(b.position) || a.words.size() != b.words.size()) {
            return;
        }
        for (std::size_t i = 0; i < a.words.size(); ++i) {
            if (a.words[i] != b.words[i]
                && !canBeMisspelt(m_families.word(a.words[i]), m_families.word(b.words[i]))) {
                return;
            }
        }
        if (sameButForSpelling(m_cores[a.position], m_cores[b.position])
            && gramSimilarity(gramsOf(a), gramsOf(b)) >= m_similarity) {
            m_clusters.join(a.position, b.position);
        }
    }

    const QVector<QString>& m_cores;
    double m_similarity;
    Progress& m_progress;
    UnionFind m_clusters;
    WordFamilies m_families;
};

} // namespace

/// Matching cores have as many words, every short word and every word with a digit as it is, and the first
/// letters of the long words, which alone may be misspelt.
quint64 coreOutline(QStringView core)
{
    quint64 key = 0;
    forEachWord(core, [&](QStringView word) {
        key = stats::mix64(key ^ (isSpellable(word) ? word.front().unicode() : hashed(word)));
    });
    return key;
}

std::vector<quint32> clusterCores(const QVector<QString>& cores, double similarity, Progress& progress)
{
    return Clusters(cores, similarity, progress).run();
}

} // namespace winnow
