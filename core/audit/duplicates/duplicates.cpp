// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/duplicates/duplicates.h"

#include "core/audit/detectors/detector.h"
#include "core/audit/duplicates/nearhashes.h"
#include "core/audit/duplicates/questionmatch.h"
#include "core/audit/duplicates/repeated.h"
#include "core/audit/duplicates/samplekey.h"
#include "core/audit/duplicates/spellingclusters.h"
#include "core/audit/duplicates/unionfind.h"
#include "core/text/normalise.h"

#include <QtConcurrent>

#include <algorithm>
#include <atomic>
#include <limits>
#include <tuple>

namespace winnow {

namespace {

/// A picture of the datasets, once for all the samples that show it.
struct Picture {
    const AuditImage* image = nullptr;
    const AuditData* data = nullptr;
    /// What is asked about it: positions in the list of questions, ascending.
    std::vector<quint32> questions;
};

struct Candidate {
    quint32 first;
    quint32 second;
    Turn turn;
    int distance;
    bool same = false;
};

/// Some minutes' work, and some 400 MB of sketches.
constexpr std::size_t kMostCropPairs = 2'000'000;
constexpr std::size_t kMostCropPictures = 10'000;

QByteArray identityOf(const AuditImage& image)
{
    return image.sha256.isEmpty() ? "src:" + image.source.toUtf8() : image.sha256;
}

class Finder {
public:
    Finder(const std::vector<const AuditData*>& datasets, const DuplicateOptions& options, Progress& progress)
        : m_datasets(datasets)
        , m_options(options)
        , m_progress(progress)
    {
    }

    Result<Duplicates> run()
    {
        readQuestions();
        readPictures();
        WINNOW_TRY(matchPictures());
        if (m_progress.isCancelled()) {
            return auditCancelled();
        }
        group();
        return std::move(m_found);
    }

private:
    template <typename Function> void forEachSample(Function&& function)
    {
        std::size_t at = 0;
        for (const AuditData* data : m_datasets) {
            for (std::size_t i = 0; i < data->size(); ++i) {
                function(*data, i, at++);
            }
        }
    }

    /// A number for what each sample asks; equal numbers ask the same.
    void readQuestions()
    {
        if (m_options.imagesOnly) {
            forEachSample([&](const AuditData&, std::size_t, std::size_t) {
                m_asked.push_back(false);
                m_question.push_back(0);
            });
            return;
        }
        // Most questions share nothing with any other, and no more than a number is kept of them.
        std::vector<quint64> outlines;
        forEachSample([&](const AuditData& data, std::size_t i, std::size_t) {
            const QString core = coreOf(data, i);
            m_asked.push_back(!core.isEmpty());
            outlines.push_back(coreOutline(core));
        });
        const std::vector<quint64> repeated = repeatedOf(outlines);
        QHash<QString, quint32> known;
        QVector<QString> cores;
        std::vector<std::pair<std::size_t, quint32>> shared;
        forEachSample([&](const AuditData& data, std::size_t i, std::size_t at) {
            if (!holds(repeated, outlines[at])) {
                return;
            }
            const QString core = coreOf(data, i);
            auto it = known.constFind(core);
            if (it == known.constEnd()) {
                it = known.insert(core, quint32(cores.size()));
                cores.append(core);
            }
            shared.emplace_back(at, *it);
        });
        const std::vector<quint32> cluster = clusterCores(cores, m_options.textSimilarity, m_progress);
        numberQuestions(shared, cluster);
    }

    static QString coreOf(const AuditData& data, std::size_t i)
    {
        const AuditText* text = data.hasTexts() ? &data.texts[i] : nullptr;
        return text ? questionCore(text->question + u'\n' + text->hint) : QString();
    }

    /// Those with a question of their own come after the others: their options need not be looked at.
    void numberQuestions(
        const std::vector<std::pair<std::size_t, quint32>>& shared, const std::vector<quint32>& cluster)
    {
        std::vector<quint32> uses(cluster.size());
        for (const auto& [at, core] : shared) {
            ++uses[cluster[core]];
        }
        OptionNumbers optionNumber;
        QHash<QByteArray, quint32> questions;
        constexpr quint32 kAlone = std::numeric_limits<quint32>::max();
        m_question.assign(m_asked.size(), kAlone);
        auto next = shared.begin();
        forEachSample([&](const AuditData& data, std::size_t i, std::size_t at) {
            if (next == shared.end() || next->first != at) {
                return;
            }
            const quint32 number = cluster[(next++)->second];
            if (uses[number] < 2) {
                return;
            }
            std::vector<quint32> key;
            const QStringList options = data.hasTexts() ? data.texts[i].options : QStringList();
            for (const QString& option : options) {
                key.push_back(optionNumber(option));
            }
            std::sort(key.begin(), key.end());
            key.push_back(number);
            const QByteArray bytes(
                reinterpret_cast<const char*>(key.data()), qsizetype(key.size() * sizeof(quint32)));
            const auto fresh = quint32(questions.size());
            const auto it = questions.constFind(bytes);
            m_question[at] = it == questions.constEnd() ? *questions.insert(bytes, fresh) : *it;
        });
        auto alone = quint32(questions.size());
        for (quint32& question : m_question) {
            question = question == kAlone ? alone++ : question;
        }
    }

    /// Numbers of options, equal for those that say the same.
    class OptionNumbers {
    public:
        quint32 operator()(const QString& option)
        {
            const auto known = m_spellings.constFind(option);
            if (known != m_spellings.constEnd()) {
                return *known;
            }
            const QString normal = normaliseText(option);
            const auto fresh = quint32(m_normals.size());
            const auto same = m_normals.constFind(normal);
            const quint32 number = same == m_normals.constEnd() ? *m_normals.insert(normal, fresh) : *same;
            m_spellings.insert(option, number);
            return number;
        }

    private:
        QHash<QString, quint32> m_spellings;
        QHash<QString, quint32> m_normals;
    };

    void readPictures()
    {
        QHash<QByteArray, quint32> known;
        forEachSample([&](const AuditData& data, std::size_t i, std::size_t at) {
            m_shown.emplace_back();
            if (!data.hasImages()) {
                return;
            }
            for (const AuditImage& image : data.images[i]) {
                const QByteArray identity = identityOf(image);
                auto it = known.constFind(identity);
                if (it == known.constEnd()) {
                    it = known.insert(identity, quint32(m_pictures.size()));
                    m_pictures.push_back({&image, &data, {}});
                    m_found.unmeasured += !image.hasMeasures();
                }
                m_shown.back().push_back(*it);
                m_pictures[*it].questions.push_back(m_question[at]);
            }
        });
        for (Picture& picture : m_pictures) {
            std::sort(picture.questions.begin(), picture.questions.end());
            picture.questions.erase(
                std::unique(picture.questions.begin(), picture.questions.end()), picture.questions.end());
        }
        m_found.images = qint64(m_pictures.size());
    }

    /// Without a common question, whether two pictures are one matters to nobody.
    bool haveCommonQuestion(const Picture& a, const Picture& b) const
    {
        auto left = a.questions.begin();
        auto right = b.questions.begin();
        while (left != a.questions.end() && right != b.questions.end()) {
            if (*left == *right) {
                return true;
            }
            *left < *right ? ++left : ++right;
        }
        return false;
    }

    Result<> matchPictures()
    {
        std::vector<quint64> hashes;
        QHash<quint64, std::vector<std::pair<quint32, Turn>>> byHash;
        m_clusters = std::make_unique<UnionFind>(m_pictures.size());
        QHash<QByteArray, quint32> byPixels;
        const int turns = m_options.turns ? kTurns : 1;
        for (quint32 p = 0; p < m_pictures.size(); ++p) {
            if (!m_pictures[p].image->hasMeasures()) {
                continue;
            }
            const ImageMeasures& m = m_pictures[p].image->measured->measures;
            if (!m.pixelHash.isEmpty()) {
                const auto twin = byPixels.constFind(m.pixelHash);
                if (twin != byPixels.constEnd()) {
                    // Pixel for pixel the same: the first of them stands for both.
                    m_clusters->join(*twin, p);
                    const std::vector<quint32>& more = m_pictures[p].questions;
                    std::vector<quint32>& all = m_pictures[*twin].questions;
                    all.insert(all.end(), more.begin(), more.end());
                    continue;
                }
                byPixels.insert(m.pixelHash, p);
            }
            for (int turn = 0; turn < turns; ++turn) {
                const quint64 hash = m.hashes[std::size_t(turn)];
                byHash[hash].emplace_back(p, Turn(turn));
                hashes.push_back(hash);
            }
        }
        for (Picture& picture : m_pictures) {
            std::sort(picture.questions.begin(), picture.questions.end());
        }
        auto near = findNearHashes(hashes, m_options.distance, m_progress);
        if (!near) {
            return tl::unexpected<Error>(near.error());
        }
        if (near->distance < m_options.distance) {
            m_found.notes.append(Sentence::of(
                QT_TRANSLATE_NOOP("Detector",
                    "Very many pictures look alike: hashes were compared up to a distance of %1."))
                                     .arg(near->distance));
        }
        std::vector<Candidate> candidates;
        const auto consider
            = [&](const std::pair<quint32, Turn>& a, const std::pair<quint32, Turn>& b, int distance) {
                  // Only the second is turned: turning both alike says nothing new.
                  if (a.first == b.first || (a.second != Turn::None && b.second != Turn::None)) {
                      return;
                  }
                  const Turn turn = a.second == Turn::None ? b.second : a.second;
                  const quint32 upright = a.second == Turn::None ? a.first : b.first;
                  const quint32 other = a.second == Turn::None ? b.first : a.first;
                  if (turn == Turn::None && upright > other) {
                      return;
                  }
                  if (haveCommonQuestion(m_pictures[upright], m_pictures[other])) {
                      candidates.push_back({upright, other, turn, distance});
                  }
              };
        for (const quint64 value : near->values) {
            const auto& same = byHash[value];
            for (const auto& a : same) {
                for (const auto& b : same) {
                    consider(a, b, 0);
                }
            }
        }
        for (const HashPair& pair : near->pairs) {
            for (const auto& a : byHash[near->values[pair.first]]) {
                for (const auto& b : byHash[near->values[pair.second]]) {
                    consider(a, b, pair.distance);
                    consider(b, a, pair.distance);
                }
            }
        }
        verify(candidates);
        if (m_options.crops) {
            matchCrops();
        }
        return {};
    }

    /// Pairs of which one can be the other with margins cut off, by size and question.
    std::vector<Candidate> cropCandidates()
    {
        std::vector<quint32> bySize;
        for (quint32 p = 0; p < m_pictures.size(); ++p) {
            if (m_pictures[p].image->hasMeasures() && m_clusters->find(p) == p) {
                bySize.push_back(p);
            }
        }
        const auto area = [&](quint32 p) {
            const ImageMeasures& m = m_pictures[p].image->measured->measures;
            return qint64(m.width) * m.height;
        };
        std::sort(bySize.begin(), bySize.end(),
            [&](quint32 a, quint32 b) { return area(a) != area(b) ? area(a) < area(b) : a < b; });
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < bySize.size() && !m_progress.isCancelled(); ++i) {
            const ImageMeasures& part = m_pictures[bySize[i]].image->measured->measures;
            for (std::size_t j = i + 1; j < bySize.size() && area(bySize[j]) < 2 * area(bySize[i]); ++j) {
                const ImageMeasures& whole = m_pictures[bySize[j]].image->measured->measures;
                if (isCropSize(part.width, part.height, whole.width, whole.height)
                    && haveCommonQuestion(m_pictures[bySize[i]], m_pictures[bySize[j]])) {
                    candidates.push_back({bySize[i], bySize[j], Turn::None, -1});
                }
            }
            if (candidates.size() > kMostCropPairs) {
                break;
            }
        }
        return candidates;
    }

    void matchCrops()
    {
        std::vector<Candidate> candidates = cropCandidates();
        std::vector<quint32> used;
        for (const Candidate& candidate : candidates) {
            used.push_back(candidate.first);
            used.push_back(candidate.second);
        }
        std::sort(used.begin(), used.end());
        used.erase(std::unique(used.begin(), used.end()), used.end());
        if (candidates.size() > kMostCropPairs || used.size() > kMostCropPictures) {
            m_found.notes.append(Sentence::of(QT_TRANSLATE_NOOP("Detector",
                "Too many pairs of pictures have fitting sizes: pictures whose margins were cut off were not "
                "looked for.")));
            return;
        }
        std::vector<std::pair<quint32, CropSketch>> sketches;
        for (const quint32 p : used) {
            sketches.emplace_back(p, CropSketch());
        }
        std::atomic<qint64> done{0};
        const qint64 steps = qint64(sketches.size() + candidates.size());
        const auto step = [&] {
            if ((++done & 0x3f) == 0) {
                m_progress.report(done, steps,
                    QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Looking for pictures that were cut")));
            }
            return !m_progress.isCancelled();
        };
        QtConcurrent::blockingMap(sketches, [&](std::pair<quint32, CropSketch>& sketch) {
            const Picture& picture = m_pictures[sketch.first];
            if (step() && picture.data->comparer) {
                sketch.second = picture.data->comparer->sketch(*picture.image);
            }
        });
        const auto sketchOf = [&](quint32 p) -> const CropSketch& {
            return std::lower_bound(sketches.begin(), sketches.end(), p, [](const auto& sketch, quint32 id) {
                return sketch.first < id;
            })->second;
        };
        QtConcurrent::blockingMap(candidates, [&](Candidate& candidate) {
            if (!step()) {
                return;
            }
            const QVector<QPoint> places = cropPlaces(sketchOf(candidate.first), sketchOf(candidate.second));
            const Picture& part = m_pictures[candidate.first];
            const Picture& whole = m_pictures[candidate.second];
            candidate.same = !places.isEmpty()
                && (part.data->comparer ? part : whole)
                       .data->comparer->isCrop(*part.image, *whole.image, places);
        });
        for (const Candidate& candidate : candidates) {
            if (candidate.same) {
                ++m_found.crops;
                m_clusters->join(candidate.first, candidate.second);
            }
        }
    }

    void verify(std::vector<Candidate>& candidates)
    {
        std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
            return std::tie(a.first, a.second, a.turn) < std::tie(b.first, b.second, b.turn);
        });
        candidates.erase(std::unique(candidates.begin(), candidates.end(),
                             [](const Candidate& a, const Candidate& b) {
                                 return std::tie(a.first, a.second, a.turn)
                                     == std::tie(b.first, b.second, b.turn);
                             }),
            candidates.end());
        std::atomic<qint64> done{0};
        QtConcurrent::blockingMap(candidates, [&](Candidate& candidate) {
            if (m_progress.isCancelled()) {
                return;
            }
            const Picture& first = m_pictures[candidate.first];
            const Picture& second = m_pictures[candidate.second];
            const auto& comparer = first.data->comparer ? first.data->comparer : second.data->comparer;
            candidate.same = comparer
                && comparer->areCopies(*first.image, *second.image, candidate.turn, candidate.distance);
            if ((++done & 0x3f) == 0) {
                m_progress.report(done, qint64(candidates.size()),
                    QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Comparing pictures that look alike")));
            }
        });
        m_found.candidates = qint64(candidates.size());
        for (const Candidate& candidate : candidates) {
            if (candidate.same) {
                ++m_found.copies;
                m_clusters->join(candidate.first, candidate.second);
            }
        }
    }

    void group()
    {
        std::vector<quint32> uses;
        for (const quint32 question : m_question) {
            uses.resize(std::max<std::size_t>(uses.size(), question + 1));
            ++uses[question];
        }
        QHash<QByteArray, std::size_t> groupOf;
        std::vector<std::vector<DuplicateMember>> groups;
        forEachSample([&](const AuditData& data, std::size_t i, std::size_t at) {
            const std::vector<quint32>& shown = m_shown[at];
            if (uses[m_question[at]] < 2 || (m_options.imagesOnly ? shown.empty() : !m_asked[at])) {
                return;
            }
            QByteArray key = QByteArray::number(m_question[at]);
            for (const quint32 picture : shown) {
                key += ' ' + QByteArray::number(m_clusters->find(picture));
            }
            const auto it = groupOf.constFind(key);
            std::size_t number = groups.size();
            if (it == groupOf.constEnd()) {
                groupOf.insert(key, number);
                groups.emplace_back();
            } else {
                number = *it;
            }
            groups[number].push_back({&data, i, 0});
        });
        QHash<QByteArray, quint32> exact;
        for (std::vector<DuplicateMember>& members : groups) {
            if (members.size() < 2) {
                continue;
            }
            for (DuplicateMember& member : members) {
                const AuditData& data = *member.data;
                const QByteArray bytes = imageKey(data, member.sample) + '\x1d'
                    + (m_options.imagesOnly || !data.hasTexts()
                            ? QByteArray()
                            : textKey(data, member.sample).value_or(QByteArray()));
                const auto next = quint32(exact.size());
                const auto known = exact.constFind(bytes);
                member.exact = known == exact.constEnd() ? *exact.insert(bytes, next) : *known;
            }
            m_found.groups.push_back(std::move(members));
        }
    }

    const std::vector<const AuditData*>& m_datasets;
    const DuplicateOptions& m_options;
    Progress& m_progress;
    Duplicates m_found;
    // One a sample, over all datasets.
    std::vector<quint32> m_question;
    std::vector<bool> m_asked;
    std::vector<std::vector<quint32>> m_shown;
    std::vector<Picture> m_pictures;
    std::unique_ptr<UnionFind> m_clusters;
};

} // namespace

Result<Duplicates> findDuplicates(
    const std::vector<const AuditData*>& datasets, const DuplicateOptions& options, Progress& progress)
{
    return findDuplicates(datasets, options, nullptr, progress);
}

Result<Duplicates> findDuplicates(const std::vector<const AuditData*>& datasets,
    const DuplicateOptions& options, const std::shared_ptr<AuditMemo>& memo, Progress& progress)
{
    Result<Duplicates> found = Finder(datasets, options, progress).run();
    if (!found || options.imagesOnly) {
        return found;
    }
    // Without their images, samples with the same words are not known to be the same.
    QHash<const AuditData*, std::shared_ptr<const std::vector<bool>>> lost;
    for (const AuditData* data : datasets) {
        lost.insert(data, sharedLostImages(*data, memo));
    }
    for (std::vector<DuplicateMember>& group : found->groups) {
        std::erase_if(group, [&](const DuplicateMember& member) {
            const std::vector<bool>& gone = **lost.constFind(member.data);
            return !gone.empty() && gone[member.sample];
        });
    }
    std::erase_if(found->groups, [](const auto& group) { return group.size() < 2; });
    return found;
}

std::shared_ptr<const Result<Duplicates>> sharedDuplicates(const std::vector<const AuditData*>& datasets,
    const DuplicateOptions& options, const std::shared_ptr<AuditMemo>& memo, Progress& progress)
{
    QString key = QStringLiteral("duplicates %1 %2 %3 %4 %5")
                      .arg(options.distance)
                      .arg(int(options.turns))
                      .arg(int(options.crops))
                      .arg(int(options.imagesOnly))
                      .arg(options.textSimilarity, 0, 'g', 17);
    for (const AuditData* data : datasets) {
        key += u' ' + QString::number(quintptr(data));
    }
    return memoised<Result<Duplicates>>(
        memo, key, [&] { return new Result<Duplicates>(findDuplicates(datasets, options, memo, progress)); });
}

Likeness likenessOf(const DuplicateMember& a, const DuplicateMember& b)
{
    Likeness likeness;
    likeness.sameImage = imageKey(*a.data, a.sample) == imageKey(*b.data, b.sample);
    likeness.sameText = !a.data->hasTexts() || !b.data->hasTexts()
        || textKey(*a.data, a.sample) == textKey(*b.data, b.sample);
    const bool pictured = !imageKey(*a.data, a.sample).isEmpty();
    if (pictured) {
        const AuditImage& left = a.data->images[a.sample].front();
        const AuditImage& right = b.data->images[b.sample].front();
        if (left.hasMeasures() && right.hasMeasures()) {
            likeness.distance = kTurns * 64;
            for (const quint64 hash : right.measured->measures.hashes) {
                likeness.distance
                    = std::min(likeness.distance, hammingDistance(left.measured->measures.hashes[0], hash));
            }
        }
    }
    const bool sameText = likeness.sameText;
    if (!pictured) {
        likeness.sentence = sameText
            ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same question"))
            : Sentence::of(QT_TRANSLATE_NOOP("Detector", "Nearly the same question"));
    } else if (likeness.sameImage) {
        likeness.sentence = sameText
            ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same image and same question"))
            : Sentence::of(QT_TRANSLATE_NOOP("Detector", "Same image and nearly the same question"));
    } else {
        likeness.sentence = sameText
            ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "Copy of the same picture and same question"))
            : Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "Copy of the same picture and nearly the same question"));
    }
    return likeness;
}

} // namespace winnow
