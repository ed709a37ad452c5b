// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sampleindex.h"

#include "core/domain/reviewed.h"
#include "core/store/datasetstore.h"
#include "core/store/subsetstore.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace winnow {

namespace {

/// How an action stands: adjudicated, or wanted by one and not by another.
constexpr uint8_t kActionBits = 0x0f;
constexpr uint8_t kActionDisputed = 0x40;
constexpr uint8_t kSettled = 0x80;

constexpr int kMaxCodes = 65535;

/// Interns texts as codes in order of first sight.
class Interner {
public:
    uint16_t code(std::string_view text)
    {
        if (text == m_last && m_any) {
            return m_lastCode;
        }
        auto [it, added]
            = m_codes.try_emplace(std::string(text), uint16_t(std::min<size_t>(m_codes.size(), kMaxCodes)));
        if (added && m_values.size() < kMaxCodes) {
            m_values.append(QString::fromUtf8(text.data(), qsizetype(text.size())));
        }
        m_last = it->first;
        m_lastCode = it->second;
        m_any = true;
        return m_lastCode;
    }
    QStringList values() const { return m_values; }

private:
    std::unordered_map<std::string, uint16_t> m_codes;
    QStringList m_values;
    std::string_view m_last;
    uint16_t m_lastCode = 0;
    bool m_any = false;
};

/// Bits of the kinds named; 0 = none named.
uint32_t kindBits(const QStringList& kinds)
{
    uint32_t bits = 0;
    for (const QString& id : kinds) {
        if (const FlagKind* kind = flagKindById(id)) {
            bits |= 1u << kind->index;
        }
    }
    return bits;
}

enum Field {
    Datasets = 1,
    Splits,
    Capabilities,
    Categories,
    Kinds,
    States,
    Actions,
    Images,
    Flagged,
    Reviewed,
    ModelsRight,
    Time,
    Subsets
};

} // namespace

Result<std::shared_ptr<const SampleIndex>> SampleIndex::load(const Project& project, Progress& progress)
{
    return project.read([&](sqlite::Connection& c) -> Result<std::shared_ptr<const SampleIndex>> {
        auto index = std::make_shared<SampleIndex>();
        const size_t expected = size_t(c.integer(QStringLiteral("SELECT coalesce(max(id), 0) FROM samples")));

        QHash<qint64, QString> names;
        sqlite::Statement datasets(c, QStringLiteral("SELECT id, name FROM datasets"));
        while (datasets.step()) {
            names.insert(datasets.integer(0), datasets.text(1));
        }

        const QSet<qint64> staged = DatasetStore(c).staged();
        struct Raw {
            qint64 id;
            uint16_t dataset, split, capability, category;
            uint8_t options;
        };
        std::vector<Raw> rows;
        rows.reserve(expected);
        Interner splits, capabilities, categories;
        QHash<qint64, uint16_t> datasetCodes;
        qint64 lastDataset = -1;
        uint16_t lastCode = 0;
        // The covering index alone: the wide sample rows are not touched.
        sqlite::Statement query(c,
            QStringLiteral("SELECT id, dataset_id, split, capability, category, option_count FROM samples"
                           " INDEXED BY samples_facets"));
        while (query.step()) {
            const qint64 dataset = query.integer(1);
            if (staged.contains(dataset)) {
                continue;
            }
            if (dataset != lastDataset) {
                auto it = datasetCodes.find(dataset);
                if (it == datasetCodes.end()) {
                    it = datasetCodes.insert(dataset, uint16_t(index->m_datasets.values.size()));
                    index->m_datasets.values.append(names.value(dataset));
                }
                lastDataset = dataset;
                lastCode = it.value();
            }
            rows.push_back(
                {query.integer(0), lastCode, splits.code(query.utf8(2)), capabilities.code(query.utf8(3)),
                    categories.code(query.utf8(4)), uint8_t(std::min<qint64>(255, query.integer(5)))});
            if ((rows.size() & 0x3fff) == 0) {
                if (progress.isCancelled()) {
                    return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
                }
                progress.report(qint64(rows.size()), qint64(expected),
                    QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading samples")));
            }
        }
        std::sort(rows.begin(), rows.end(), [](const Raw& a, const Raw& b) { return a.id < b.id; });
        index->m_splits.values = splits.values();
        index->m_capabilities.values = capabilities.values();
        index->m_categories.values = categories.values();
        const size_t n = rows.size();
        index->m_ids.resize(n);
        for (Column* column :
            {&index->m_datasets, &index->m_splits, &index->m_capabilities, &index->m_categories}) {
            column->codes.resize(n);
        }
        index->m_options.resize(n);
        for (size_t i = 0; i < n; ++i) {
            index->m_ids[i] = rows[i].id;
            index->m_datasets.codes[i] = rows[i].dataset;
            index->m_splits.codes[i] = rows[i].split;
            index->m_capabilities.codes[i] = rows[i].capability;
            index->m_categories.codes[i] = rows[i].category;
            index->m_options[i] = rows[i].options;
        }

        // Counting sort by dataset name keeps ids ascending within a dataset.
        std::vector<uint16_t> byName(size_t(index->m_datasets.values.size()));
        std::iota(byName.begin(), byName.end(), uint16_t(0));
        std::sort(byName.begin(), byName.end(), [&](uint16_t a, uint16_t b) {
            return index->m_datasets.values.at(a) < index->m_datasets.values.at(b);
        });
        std::vector<uint32_t> starts(byName.size(), 0);
        std::vector<uint32_t> counts(byName.size(), 0);
        for (size_t i = 0; i < n; ++i) {
            ++counts[index->m_datasets.codes[i]];
        }
        uint32_t at = 0;
        for (uint16_t code : byName) {
            starts[code] = at;
            at += counts[code];
        }
        index->m_order.resize(n);
        for (size_t i = 0; i < n; ++i) {
            index->m_order[i] = starts[index->m_datasets.codes[i]]++;
        }

        index->m_kinds.assign(n, 0);
        for (auto& state : index->m_states) {
            state.assign(n, 0);
        }
        index->m_flagScore.assign(n, 0);
        index->m_actions.assign(n, 0);
        index->m_imageStates.assign(n, 0);
        readFlags(*index, c, nullptr);

        sqlite::Statement images(
            c, QStringLiteral("SELECT sample_id, state FROM sample_images WHERE state <> 'ok'"));
        while (images.step()) {
            const qint64 row = index->position({images.integer(0)});
            if (row >= 0) {
                index->m_imageStates[size_t(row)] |= uint8_t(1 << int(imageStateFromId(images.text(1))));
            }
        }
        readSubsets(*index, c);
        return std::shared_ptr<const SampleIndex>(index);
    });
}

void SampleIndex::readSubsets(SampleIndex& index, sqlite::Connection& c)
{
    index.m_subsets.clear();
    SubsetStore store(c);
    for (const Subset& subset : store.all()) {
        SampleBits samples(index.m_ids.size());
        for (const SampleId id : store.sampleIds(subset.id)) {
            if (const qint64 at = index.position(id); at >= 0) {
                samples.insert(size_t(at));
            }
        }
        index.m_subsets.append({subset.name, samples});
    }
}

Action SampleIndex::actionOf(size_t i) const
{
    return Action(m_actions[i] & kActionBits);
}

float SampleIndex::accuracyOf(size_t i) const
{
    return m_results ? m_results->accuracy[i] : std::nanf("");
}

float SampleIndex::secondsOf(size_t i) const
{
    return m_results && !m_results->seconds.empty() ? m_results->seconds[i] : std::nanf("");
}

bool SampleIndex::isFlagged(size_t i) const
{
    static const uint32_t proposals = flagKindMask(FlagKind::Proposal);
    return (m_kinds[i] & ~proposals) != 0;
}

bool SampleIndex::isReviewed(size_t i) const
{
    static const uint32_t proposals = flagKindMask(FlagKind::Proposal);
    const uint32_t counted = isFlagged(i) ? ~proposals : proposals;
    return winnow::isReviewed({.flagged = m_kinds[i] != 0,
        .open = (m_states[size_t(FlagState::Open)][i] & counted) != 0,
        .disputed = m_states[size_t(FlagState::Disputed)][i] != 0 || (m_actions[i] & kActionDisputed) != 0,
        .acted = actionOf(i) != Action::None,
        .settled = (m_actions[i] & kSettled) != 0});
}

void SampleIndex::readFlags(SampleIndex& index, sqlite::Connection& c, const QVector<SampleId>* only)
{
    const auto addFlag = [&](const sqlite::Statement& row) {
        const qint64 at = index.position({row.integer(0)});
        const FlagKind* kind = flagKindById(row.text(1));
        if (at < 0 || !kind) {
            return;
        }
        const size_t i = size_t(at);
        const auto state = flagStateFromId(row.text(2)).value_or(FlagState::Open);
        index.m_kinds[i] |= 1u << kind->index;
        index.m_states[size_t(state)][i] |= 1u << kind->index;
        if (state != FlagState::Overridden) {
            // Flags add up as if each were right by its own chance: two are more than either.
            const float chance = float(std::clamp(row.real(3), 0.0, 1.0) * kind->worth);
            index.m_flagScore[i] = 1 - (1 - index.m_flagScore[i]) * (1 - chance);
        }
    };
    const auto setAction = [&](const sqlite::Statement& row) {
        const qint64 at = index.position({row.integer(0)});
        if (at >= 0) {
            const auto action = actionFromId(row.text(1));
            index.m_actions[size_t(at)]
                = action ? uint8_t(uint8_t(*action) | (row.integer(2) ? kSettled : 0)) : kActionDisputed;
        }
    };
    if (!only) {
        sqlite::Statement flags(
            c, QStringLiteral("SELECT sample_id, kind, state, score FROM flags WHERE active = 1"));
        while (flags.step()) {
            addFlag(flags);
        }
        sqlite::Statement actions(c,
            QStringLiteral("SELECT a.sample_id, a.action, d.adjudicates FROM sample_actions a"
                           " JOIN decisions d ON d.id = a.decision_id"));
        while (actions.step()) {
            setAction(actions);
        }
        return;
    }
    for (SampleId id : *only) {
        const qint64 at = index.position(id);
        if (at < 0) {
            continue;
        }
        index.m_kinds[size_t(at)] = 0;
        for (auto& state : index.m_states) {
            state[size_t(at)] = 0;
        }
        index.m_flagScore[size_t(at)] = 0;
        index.m_actions[size_t(at)] = 0;
        auto& flags = c.cached(QStringLiteral(
            "SELECT sample_id, kind, state, score FROM flags WHERE sample_id = ? AND active = 1"));
        flags.bind(1, id.value);
        while (flags.step()) {
            addFlag(flags);
        }
        flags.reset();
        auto& action
            = c.cached(QStringLiteral("SELECT a.sample_id, a.action, d.adjudicates FROM sample_actions a"
                                      " JOIN decisions d ON d.id = a.decision_id WHERE a.sample_id = ?"));
        action.bind(1, id.value);
        while (action.step()) {
            setAction(action);
        }
        action.reset();
    }
}

Result<std::shared_ptr<const SampleIndex>> SampleIndex::refreshed(
    const Project& project, const QVector<SampleId>& samples) const
{
    return project.read([&](sqlite::Connection& c) -> std::shared_ptr<const SampleIndex> {
        auto copy = std::make_shared<SampleIndex>(*this);
        readFlags(*copy, c, &samples);
        return copy;
    });
}

Result<std::shared_ptr<const SampleIndex>> SampleIndex::withSubsets(const Project& project) const
{
    return project.read([&](sqlite::Connection& c) -> std::shared_ptr<const SampleIndex> {
        auto copy = std::make_shared<SampleIndex>(*this);
        readSubsets(*copy, c);
        return copy;
    });
}

std::shared_ptr<const SampleIndex> SampleIndex::withResults(
    std::shared_ptr<const SampleResults> results) const
{
    Q_ASSERT(!results || results->share.size() == m_ids.size());
    auto copy = std::make_shared<SampleIndex>(*this);
    copy->m_results = std::move(results);
    return copy;
}

std::vector<quint32> SampleIndex::rowsOf(const QString& dataset) const
{
    std::vector<quint32> rows;
    const qsizetype code = m_datasets.values.indexOf(dataset);
    for (size_t i = 0; i < m_ids.size(); ++i) {
        if (m_datasets.codes[i] == code) {
            rows.push_back(quint32(i));
        }
    }
    return rows;
}

qint64 SampleIndex::position(SampleId id) const
{
    // Ids are usually 1..n without holes.
    const qint64 guess = id.value - 1;
    if (guess >= 0 && guess < size() && m_ids[size_t(guess)] == id.value) {
        return guess;
    }
    const auto it = std::lower_bound(m_ids.begin(), m_ids.end(), id.value);
    return it != m_ids.end() && *it == id.value ? it - m_ids.begin() : -1;
}

std::vector<uint8_t> SampleIndex::mask(
    const SampleFilter& filter, const QVector<SampleId>* textMatches, int without) const
{
    const size_t n = m_ids.size();
    std::vector<uint8_t> keep(n, 1);
    const auto restrictTo = [&](const QVector<SampleId>& ids) {
        std::vector<uint8_t> only(n, 0);
        for (SampleId id : ids) {
            const qint64 at = position(id);
            if (at >= 0) {
                only[size_t(at)] = 1;
            }
        }
        for (size_t i = 0; i < n; ++i) {
            keep[i] &= only[i];
        }
    };
    const auto byColumn = [&](const Column& column, const QStringList& wanted, int field) {
        if (wanted.isEmpty() || without == field) {
            return;
        }
        std::vector<uint8_t> allowed(size_t(kMaxCodes) + 1, 0);
        for (qsizetype code = 0; code < column.values.size(); ++code) {
            allowed[size_t(code)] = wanted.contains(column.values.at(code));
        }
        for (size_t i = 0; i < n; ++i) {
            keep[i] &= allowed[column.codes[i]];
        }
    };
    byColumn(m_datasets, filter.datasets, Datasets);
    byColumn(m_splits, filter.splits, Splits);
    byColumn(m_capabilities, filter.capabilities, Capabilities);
    byColumn(m_categories, filter.categories, Categories);

    const uint32_t kinds = without == Kinds ? 0 : kindBits(filter.kinds);
    const bool byState = !filter.flagStates.isEmpty() && without != States;
    if (kinds || byState) {
        const uint32_t wanted = kinds ? kinds : ~0u;
        for (size_t i = 0; i < n; ++i) {
            uint32_t bits = m_kinds[i];
            if (byState) {
                bits = 0;
                for (FlagState state : filter.flagStates) {
                    bits |= m_states[size_t(state)][i];
                }
            }
            keep[i] &= uint8_t((bits & wanted) != 0);
        }
    }
    if (!filter.kinds.isEmpty() && without != Kinds && kinds == 0) {
        std::fill(keep.begin(), keep.end(), uint8_t(0));
    }
    if (filter.flagged && without != Flagged) {
        for (size_t i = 0; i < n; ++i) {
            keep[i] &= uint8_t(isFlagged(i) == *filter.flagged);
        }
    }
    if (filter.reviewed && without != Reviewed) {
        for (size_t i = 0; i < n; ++i) {
            keep[i] &= uint8_t(isReviewed(i) == *filter.reviewed);
        }
    }
    if (!filter.actions.isEmpty() && without != Actions) {
        for (size_t i = 0; i < n; ++i) {
            keep[i] &= uint8_t(filter.actions.contains(actionOf(i)));
        }
    }
    if (filter.multipleChoice) {
        for (size_t i = 0; i < n; ++i) {
            keep[i] &= uint8_t((m_options[i] > 0) == *filter.multipleChoice);
        }
    }
    if (!filter.imageStates.isEmpty() && without != Images) {
        uint8_t wanted = 0;
        for (ImageState state : filter.imageStates) {
            wanted |= uint8_t(1 << int(state));
        }
        for (size_t i = 0; i < n; ++i) {
            // An untouched row has no bad image: that is "ok".
            const uint8_t states = m_imageStates[i] ? m_imageStates[i] : uint8_t(1);
            keep[i] &= uint8_t((states & wanted) != 0);
        }
    }
    keepByResults(keep, filter, without);
    if (!filter.subsets.isEmpty() && without != Subsets) {
        SampleBits any(n);
        for (const auto& [name, samples] : m_subsets) {
            if (filter.subsets.contains(name)) {
                any.unite(samples);
            }
        }
        for (size_t i = 0; i < n; ++i) {
            keep[i] &= uint8_t(any.contains(i));
        }
    }
    if (filter.only) {
        restrictTo(*filter.only);
    }
    if (!filter.text.isEmpty() && textMatches) {
        restrictTo(*textMatches);
    }
    return keep;
}

void SampleIndex::keepByResults(std::vector<uint8_t>& keep, const SampleFilter& filter, int without) const
{
    if (!filter.needsResults()) {
        return;
    }
    if (!m_results) {
        std::fill(keep.begin(), keep.end(), uint8_t(0));
        return;
    }
    const auto byModels = [&](const std::vector<SampleBits>& found, const QStringList& models) {
        if (models.isEmpty()) {
            return;
        }
        std::optional<SampleBits> all;
        for (const QString& model : models) {
            const qsizetype at = m_results->models.indexOf(model);
            const SampleBits bits = at < 0 ? SampleBits(keep.size()) : found[size_t(at)];
            all ? all->intersect(bits) : void(all = bits);
        }
        for (size_t i = 0; i < keep.size(); ++i) {
            keep[i] &= uint8_t(all->contains(i));
        }
    };
    byModels(m_results->right, filter.rightBy);
    byModels(m_results->wrong, filter.wrongBy);
    if (!filter.modelsRight.isEmpty() && without != ModelsRight) {
        for (size_t i = 0; i < keep.size(); ++i) {
            keep[i] &= uint8_t(filter.modelsRight.contains(m_results->share[i]));
        }
    }
    if (!filter.time.isEmpty() && without != Time) {
        for (size_t i = 0; i < keep.size(); ++i) {
            keep[i] &= uint8_t(
                filter.time.contains(m_results->time.empty() ? TimeTaken::Unrecorded : m_results->time[i]));
        }
    }
}

QVector<SampleId> SampleIndex::select(
    const SampleFilter& filter, SampleSort sort, bool descending, const QVector<SampleId>* textMatches) const
{
    const std::vector<uint8_t> keep = mask(filter, textMatches, 0);
    // One sortable integer a row: the sort value above, the source order below, so that ties keep the source
    // order.
    std::vector<uint64_t> keys;
    keys.reserve(m_ids.size());
    std::vector<uint32_t> rowOfOrder;
    rowOfOrder.resize(m_ids.size());
    const auto ordered = [](float value) {
        // Maps a float to an integer with the same order; NaN sorts last whichever way.
        const auto bits = std::bit_cast<uint32_t>(value);
        return bits & 0x80000000u ? ~bits : bits | 0x80000000u;
    };
    for (size_t i = 0; i < m_ids.size(); ++i) {
        rowOfOrder[m_order[i]] = uint32_t(i);
        if (!keep[i]) {
            continue;
        }
        uint32_t value = 0;
        bool last = false;
        switch (sort) {
        case SampleSort::Source:
            break;
        case SampleSort::FlagScore:
            value = ordered(m_flagScore[i]);
            break;
        case SampleSort::FlagCount:
            value = uint32_t(std::popcount(m_kinds[i]));
            break;
        case SampleSort::Accuracy:
        case SampleSort::Time: {
            const float measured = sort == SampleSort::Time ? secondsOf(i) : accuracyOf(i);
            last = std::isnan(measured);
            value = last ? 0 : ordered(measured);
            break;
        }
        }
        if (descending) {
            value = ~value;
        }
        if (last) {
            value = ~0u;
        }
        keys.push_back(uint64_t(value) << 32 | m_order[i]);
    }
    QVector<SampleId> ids;
    ids.resize(qsizetype(keys.size()));
    const bool bySource = sort == SampleSort::Source;
    if (bySource && keys.size() * 4 > m_ids.size()) {
        // Most rows pass: walking the order beats sorting.
        qsizetype at = 0;
        for (uint32_t row : rowOfOrder) {
            if (keep[row]) {
                ids[at++] = SampleId{m_ids[row]};
            }
        }
        if (descending) {
            std::reverse(ids.begin(), ids.end());
        }
        return ids;
    }
    std::sort(keys.begin(), keys.end());
    for (size_t i = 0; i < keys.size(); ++i) {
        ids[qsizetype(i)] = SampleId{m_ids[rowOfOrder[uint32_t(keys[i])]]};
    }
    if (bySource && descending) {
        std::reverse(ids.begin(), ids.end());
    }
    return ids;
}

FacetCounts SampleIndex::facets(const SampleFilter& filter, const QVector<SampleId>* textMatches) const
{
    FacetCounts counts;
    const size_t n = m_ids.size();
    const std::vector<uint8_t> all = mask(filter, textMatches, 0);
    for (size_t i = 0; i < n; ++i) {
        if (!all[i]) {
            continue;
        }
        ++counts.total;
        isFlagged(i) ? ++counts.flagged : ++counts.unflagged;
    }
    // A field that does not restrict has the same rows with and without it: no second mask.
    const auto rowsWithout
        = [&](bool restricts, int field) { return restricts ? mask(filter, textMatches, field) : all; };
    {
        const std::vector<uint8_t> keep = rowsWithout(filter.reviewed.has_value(), Reviewed);
        for (size_t i = 0; i < n; ++i) {
            if (keep[i]) {
                isReviewed(i) ? ++counts.reviewed : ++counts.notReviewed;
            }
        }
    }
    const auto column = [&](const Column& c, bool restricts, int field) {
        const std::vector<uint8_t> keep = rowsWithout(restricts, field);
        std::vector<qint64> sums(size_t(kMaxCodes) + 1, 0);
        for (size_t i = 0; i < n; ++i) {
            sums[c.codes[i]] += keep[i];
        }
        QVector<Facet> facets;
        for (qsizetype code = 0; code < c.values.size(); ++code) {
            facets.append({c.values.at(code), sums[size_t(code)]});
        }
        std::sort(
            facets.begin(), facets.end(), [](const Facet& a, const Facet& b) { return a.value < b.value; });
        return facets;
    };
    counts.datasets = column(m_datasets, !filter.datasets.isEmpty(), Datasets);
    counts.splits = column(m_splits, !filter.splits.isEmpty(), Splits);
    counts.capabilities = column(m_capabilities, !filter.capabilities.isEmpty(), Capabilities);
    counts.categories = column(m_categories, !filter.categories.isEmpty(), Categories);

    {
        const std::vector<uint8_t> keep = rowsWithout(!filter.kinds.isEmpty(), Kinds);
        std::array<qint64, 32> sums{};
        for (size_t i = 0; i < n; ++i) {
            for (uint32_t bits = keep[i] ? m_kinds[i] : 0; bits; bits &= bits - 1) {
                ++sums[size_t(std::countr_zero(bits))];
            }
        }
        for (const FlagKind& kind : flagKinds()) {
            counts.kinds.append({kind.id, sums[size_t(kind.index)]});
        }
    }
    {
        const std::vector<uint8_t> keep = rowsWithout(!filter.flagStates.isEmpty(), States);
        const uint32_t wanted = filter.kinds.isEmpty() ? ~0u : kindBits(filter.kinds);
        for (FlagState state : {FlagState::Open, FlagState::Confirmed, FlagState::Overridden,
                 FlagState::Unsure, FlagState::Disputed}) {
            qint64 sum = 0;
            for (size_t i = 0; i < n; ++i) {
                sum += keep[i] && (m_states[size_t(state)][i] & wanted);
            }
            counts.flagStates.append({flagStateId(state), sum});
        }
    }
    {
        const std::vector<uint8_t> keep = rowsWithout(!filter.actions.isEmpty(), Actions);
        std::array<qint64, 8> sums{};
        for (size_t i = 0; i < n; ++i) {
            sums[m_actions[i] & kActionBits] += keep[i];
        }
        for (int a = 0; a <= int(Action::Circular); ++a) {
            counts.actions.append({actionId(Action(a)), sums[size_t(a)]});
        }
    }
    {
        const std::vector<uint8_t> keep = rowsWithout(!filter.imageStates.isEmpty(), Images);
        std::array<qint64, 4> sums{};
        for (size_t i = 0; i < n; ++i) {
            if (keep[i]) {
                const uint8_t states = m_imageStates[i] ? m_imageStates[i] : uint8_t(1);
                for (unsigned s = 0; s < 4; ++s) {
                    sums[s] += (states >> s) & 1;
                }
            }
        }
        for (unsigned s = 0; s < 4; ++s) {
            counts.imageStates.append({imageStateId(ImageState(int(s))), sums[s]});
        }
    }
    countSubsets(counts, filter, all, textMatches);
    countResults(counts, filter, all, textMatches);
    return counts;
}

void SampleIndex::countSubsets(FacetCounts& counts, const SampleFilter& filter,
    const std::vector<uint8_t>& all, const QVector<SampleId>* textMatches) const
{
    if (m_subsets.isEmpty()) {
        return;
    }
    const SampleBits passing(filter.subsets.isEmpty() ? all : mask(filter, textMatches, Subsets));
    for (const auto& [name, samples] : m_subsets) {
        counts.subsets.append({name, passing.sizeOfIntersection(samples)});
    }
}

void SampleIndex::countResults(FacetCounts& counts, const SampleFilter& filter,
    const std::vector<uint8_t>& all, const QVector<SampleId>* textMatches) const
{
    if (!m_results || m_results->models.isEmpty()) {
        return;
    }
    const SampleBits passing(all);
    for (qsizetype m = 0; m < m_results->models.size(); ++m) {
        const QString& model = m_results->models.at(m);
        counts.rightBy.append({model, passing.sizeOfIntersection(m_results->right[size_t(m)])});
        counts.wrongBy.append({model, passing.sizeOfIntersection(m_results->wrong[size_t(m)])});
    }
    const auto byBucket = [&](const auto& column, const auto& buckets, auto idOf, bool restricts, int field) {
        const std::vector<uint8_t> keep = restricts ? mask(filter, textMatches, field) : all;
        std::array<qint64, 8> sums{};
        for (size_t i = 0; i < column.size(); ++i) {
            sums[size_t(column[i])] += keep[i];
        }
        QVector<Facet> facets;
        for (const auto bucket : buckets) {
            facets.append({idOf(bucket), sums[size_t(bucket)]});
        }
        return facets;
    };
    counts.modelsRight
        = byBucket(m_results->share, kRightShares, rightShareId, !filter.modelsRight.isEmpty(), ModelsRight);
    if (!m_results->time.empty()) {
        counts.time = byBucket(m_results->time, kTimesTaken, timeTakenId, !filter.time.isEmpty(), Time);
    }
}

std::optional<SampleIndex::Row> SampleIndex::row(SampleId id) const
{
    const qint64 at = position(id);
    if (at < 0) {
        return std::nullopt;
    }
    const size_t i = size_t(at);
    const auto value = [&](const Column& column) { return column.values.value(column.codes[i], QString()); };
    return Row{.id = id,
        .dataset = value(m_datasets),
        .split = value(m_splits),
        .capability = value(m_capabilities),
        .category = value(m_categories),
        .kindMask = m_kinds[i],
        .openMask = m_states[size_t(FlagState::Open)][i],
        .flagScore = m_flagScore[i],
        .accuracy = accuracyOf(i),
        .seconds = secondsOf(i),
        .action = actionOf(i),
        .reviewed = isReviewed(i)};
}

} // namespace winnow
