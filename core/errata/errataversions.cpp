// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/errataversions.h"

#include "core/base/hash.h"
#include "core/domain/sample.h"
#include "core/import/importjob.h"
#include "core/import/keyregistry.h"
#include "core/import/recordloop.h"
#include "core/import/utf8.h"

#include <QFileInfo>

#include <algorithm>
#include <functional>

namespace winnow {

namespace {

using Samples = QVector<VersionSample>;

Result<Samples> readVersion(
    const QString& path, const QVector<std::pair<QString, QString>>& map, Progress& progress)
{
    ReadLimits limits;
    limits.progress = &progress;
    const auto file = SampleFile::look(path, map, limits);
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    Samples samples;
    SampleReader reader(file->mapping);
    SampleDraft draft;
    std::vector<DraftIssue> issues;
    ImportReport report;
    IssueLog log(path, report);
    KeyRegistry keys({}, file->mapping, false, log);
    RecordLoop loop;
    loop.progress = &progress;
    loop.step = QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading samples"));
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        issues.clear();
        if (!reader.read(record, source.columns(), draft, issues) || !keys.take(draft)) {
            return true;
        }
        VersionSample sample{toQString(draft.index), samples.size(), SampleText::of(draft), 0};
        for (const DraftImage& image : draft.images) {
            constexpr quint64 kMix = 0x9e3779b97f4a7c15ULL;
            sample.images = (sample.images + std::hash<std::string_view>{}(image.text)) * kMix + 1;
        }
        samples.append(std::move(sample));
        return true;
    };
    WINNOW_TRY(loop.run(path, limits));
    return samples;
}

/// Finds which sample of the new version is which of the old one; -1 = none.
class Matching {
public:
    Matching(const Samples& older, const Samples& newer)
        : m_older(older)
        , m_newer(newer)
        , m_matches(older.size(), -1)
        , m_taken(newer.size(), false)
    {
        for (qsizetype i = 0; i < newer.size(); ++i) {
            m_byIndex.insert(newer.at(i).index, i);
        }
    }

    QVector<qsizetype> run()
    {
        byIndex([](const VersionSample& a, const VersionSample& b) {
            return saySame(a.text.question, b.text.question) && a.images == b.images;
        });
        const auto options
            = [](const VersionSample& sample) { return sample.text.options.join(QChar(0x1f)).simplified(); };
        byContent([&](const VersionSample& sample) {
            return QString(sample.text.question.simplified() + QChar(0x1e) + options(sample) + QChar(0x1e)
                + QString::number(sample.images));
        });
        byIndex([&](const VersionSample& a, const VersionSample& b) {
            const bool images = a.images != 0 && a.images == b.images;
            const bool same = !a.text.options.isEmpty() && options(a) == options(b);
            const bool gold
                = a.text.options.isEmpty() && !a.text.gold.isEmpty() && a.text.gold == b.text.gold;
            return images || same || gold || saySame(a.text.question, b.text.question);
        });
        byContent([&](const VersionSample& sample) {
            return sample.text.question.isEmpty()
                ? QString()
                : QString(sample.text.question.simplified() + QChar(0x1e) + options(sample));
        });
        return m_matches;
    }
    const QVector<bool>& taken() const { return m_taken; }

private:
    void match(qsizetype older, qsizetype newer)
    {
        m_matches[older] = newer;
        m_taken[newer] = true;
    }
    void byIndex(const std::function<bool(const VersionSample&, const VersionSample&)>& agree)
    {
        for (qsizetype i = 0; i < m_older.size(); ++i) {
            const qsizetype other = m_byIndex.value(m_older.at(i).index, -1);
            if (m_matches.at(i) < 0 && other >= 0 && !m_taken.at(other)
                && agree(m_older.at(i), m_newer.at(other))) {
                match(i, other);
            }
        }
    }
    /// Those that are alone in saying something among the unmatched of their version.
    void byContent(const std::function<QString(const VersionSample&)>& content)
    {
        constexpr qsizetype kSeveral = -2;
        const auto unmatched = [&](const Samples& samples, const auto& isMatched) {
            QHash<QString, qsizetype> places;
            for (qsizetype i = 0; i < samples.size(); ++i) {
                const QString said = isMatched(i) ? QString() : content(samples.at(i));
                if (!said.isEmpty()) {
                    places.insert(said, places.contains(said) ? kSeveral : i);
                }
            }
            return places;
        };
        const auto newer = unmatched(m_newer, [&](qsizetype i) { return m_taken.at(i); });
        const auto older = unmatched(m_older, [&](qsizetype i) { return m_matches.at(i) >= 0; });
        for (auto it = older.constBegin(); it != older.constEnd(); ++it) {
            if (const qsizetype other = newer.value(it.key(), -1); other >= 0 && it.value() >= 0) {
                match(it.value(), other);
            }
        }
    }

    const Samples& m_older;
    const Samples& m_newer;
    QVector<qsizetype> m_matches;
    QVector<bool> m_taken;
    QHash<QString, qsizetype> m_byIndex;
};

void addDifferences(const VersionSample& older, const SampleText& newer, QVector<ErrataChange>& changes)
{
    const auto add = [&](const QString& field, const QStringList& before, const QStringList& after) {
        if (before != after) {
            changes.append({older.index, older.position, field, before, after, {}, {}, {}});
        }
    };
    const SampleText& text = older.text;
    add(kErrataQuestion, {text.question}, {newer.question});
    add(kErrataHint, {text.hint}, {newer.hint});
    for (qsizetype i = 0; i < std::max(text.options.size(), newer.options.size()); ++i) {
        add(errataOptionField(int(i)), {text.options.value(i)}, {newer.options.value(i)});
    }
    if (text.gold != newer.gold) {
        add(kErrataAnswer, {text.gold}, {newer.gold});
        const auto optionOf = [](const SampleText& said) {
            return said.options.value(optionPosition(said.gold, said.options.size()));
        };
        changes.last().beforeOption = optionOf(text);
        changes.last().afterOption = optionOf(newer);
    }
    add(kErrataAccepted, text.accepted, newer.accepted);
}

} // namespace

Result<VersionErrata> compareVersions(const QString& older, const QString& newer, const QString& dataset,
    const QVector<std::pair<QString, QString>>& map, Progress& progress)
{
    VersionErrata made;
    const auto version = [&](const QString& path) -> Result<ErrataVersion> {
        return sha256OfFile(path, &progress).map([&](const QByteArray& hash) {
            return ErrataVersion{QFileInfo(path).fileName(), hash};
        });
    };
    const auto before = readVersion(older, map, progress);
    const auto after = before ? readVersion(newer, map, progress) : before;
    const auto source = after ? version(older) : tl::unexpected<Error>(after.error());
    const auto target = source ? version(newer) : source;
    if (!target) {
        return tl::unexpected<Error>(target.error());
    }
    Errata& errata = made.errata;
    errata.dataset = dataset.isEmpty() ? datasetNameFor(older) : dataset;
    errata.source = *source;
    errata.target = *target;
    Matching matching(*before, *after);
    const QVector<qsizetype> matches = matching.run();
    for (qsizetype i = 0; i < before->size(); ++i) {
        const VersionSample& sample = before->at(i);
        const qsizetype known = errata.changes.size() + errata.removals.size();
        if (matches.at(i) < 0) {
            errata.removals.append({sample.index, sample.position, {}});
        } else {
            ++made.matched;
            made.renumbered += after->at(matches.at(i)).index != sample.index;
            addDifferences(sample, after->at(matches.at(i)).text, errata.changes);
        }
        if (errata.changes.size() + errata.removals.size() > known) {
            made.samples.append(sample);
        }
    }
    for (qsizetype i = 0; i < after->size(); ++i) {
        if (!matching.taken().at(i)) {
            errata.added.append(after->at(i).index);
        }
    }
    if (made.matched == 0) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 and %2 have no sample in common")).arg(older, newer),
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                "Check that both are versions of one benchmark, and which columns hold key and question")));
    }
    return made;
}

} // namespace winnow
