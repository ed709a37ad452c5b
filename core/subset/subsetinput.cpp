// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/subsetinput.h"

#include "core/base/remedy.h"
#include "core/domain/flagkind.h"
#include "core/store/flagstore.h"
#include "core/store/policystore.h"
#include "core/store/subsetstore.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <cmath>

namespace winnow {

namespace {

/// A model's scores over all samples in scope.
struct Speaker {
    QString family;
    std::vector<float> scores;
    std::vector<float> seconds;
    std::vector<float> dollars;
    size_t answered = 0;
};

QJsonArray idsOf(const QVector<SampleId>& samples)
{
    QJsonArray ids;
    for (const SampleId sample : samples) {
        ids.append(sample.value);
    }
    return ids;
}

quint16 placeOf(QStringList& names, const QString& name)
{
    const qsizetype found = names.indexOf(name);
    if (found >= 0) {
        return quint16(found);
    }
    names.append(name);
    return quint16(names.size() - 1);
}

/// Gathers candidates and what models did with them, dataset after dataset.
class Gatherer {
public:
    Gatherer(const SubsetMarks& marks, const SubsetScope& scope)
        : m_scope(scope)
        , m_marks(marks)
        , m_vetoes(scope.vetoes.begin(), scope.vetoes.end())
        , m_musts(scope.musts.begin(), scope.musts.end())
    {
        if (!scope.parent.isEmpty()) {
            const QVector<SampleId> within = marks.subsets.value(scope.parent);
            m_within = QSet<SampleId>(within.begin(), within.end());
        }
    }

    void add(const InsightsPart& part, const std::vector<SampleOutcome>& outcomes)
    {
        std::vector<size_t> kept;
        for (size_t i = 0; i < part.samples.size(); ++i) {
            if (isCandidate(part, i, outcomes[i])) {
                kept.push_back(i);
            }
        }
        const size_t before = m_input.samples.size();
        for (const size_t i : kept) {
            addItem(part, i);
        }
        for (const StandardScores& model : part.models) {
            addScores(part, model, outcomes, kept, before);
        }
        for (const StandardUsage& usage : part.usage) {
            addUsage(usage, kept, before);
        }
    }

    SubsetInput finish()
    {
        const size_t items = m_input.samples.size();
        QStringList names;
        for (auto it = m_speakers.begin(); it != m_speakers.end(); ++it) {
            it->scores.resize(items, std::nanf(""));
            if (it->answered * 2 >= items && it->answered > 0) {
                names.append(it.key());
            } else {
                m_input.leftOut.append(it.key());
            }
        }
        std::vector<size_t> asked = scoredItems(names);
        m_input.unscored = names.isEmpty() ? 0 : qint64(items - asked.size());
        if (m_input.unscored > 0) {
            keep(asked);
        }
        m_input.table = ScoreTable::empty(size_t(names.size()), m_input.samples.size());
        for (qsizetype m = 0; m < names.size(); ++m) {
            const Speaker& speaker = m_speakers[names.at(m)];
            m_input.models.append(names.at(m));
            m_input.families.append(speaker.family);
            const auto row = m_input.table.ofModel(size_t(m));
            for (size_t i = 0; i < asked.size(); ++i) {
                row[i] = speaker.scores[asked[i]];
            }
            addCost(m_input.seconds, speaker.seconds, asked);
            addCost(m_input.dollars, speaker.dollars, asked);
        }
        return std::move(m_input);
    }

private:
    bool isCandidate(const InsightsPart& part, size_t i, const SampleOutcome& outcome)
    {
        const SampleId sample{part.samples[i]};
        if ((!m_scope.capability.isEmpty() && part.capabilityOf(i) != m_scope.capability)
            || (m_within && !m_within->contains(sample))) {
            return false;
        }
        ++m_input.inScope;
        if (m_musts.contains(sample)) {
            return true;
        }
        qint64* reason = outcome.disposition == Disposition::Drop     ? &m_input.dropped
            : m_vetoes.contains(sample)                               ? &m_input.vetoed
            : m_scope.deduplicate && m_marks.repeats.contains(sample) ? &m_input.repeats
                                                                      : nullptr;
        if (reason) {
            ++*reason;
        }
        return !reason;
    }

    void addItem(const InsightsPart& part, size_t i)
    {
        const SampleId sample{part.samples[i]};
        m_input.samples.push_back(sample.value);
        m_input.dataset.push_back(placeOf(m_input.datasets, part.dataset));
        m_input.capability.push_back(placeOf(m_input.capabilities, part.capabilityOf(i)));
        const QPair<quint16, quint16> stratum{m_input.dataset.back(), m_input.capability.back()};
        const qsizetype known = m_input.strata.indexOf(stratum);
        m_input.stratum.push_back(quint16(known >= 0 ? known : m_input.strata.size()));
        if (known < 0) {
            m_input.strata.append(stratum);
        }
        m_input.frontier.push_back(m_marks.frontier.contains(sample) ? 1 : 0);
        m_input.must.push_back(m_musts.contains(sample) ? 1 : 0);
    }

    void addScores(const InsightsPart& part, const StandardScores& model,
        const std::vector<SampleOutcome>& outcomes, const std::vector<size_t>& kept, size_t before)
    {
        if (model.before.empty() || m_scope.withoutFamilies.contains(model.family)) {
            return;
        }
        Speaker& speaker = m_speakers[model.model];
        speaker.family = model.family;
        speaker.scores.resize(before, std::nanf(""));
        for (const size_t i : kept) {
            speaker.scores.push_back(model.after(i, outcomes[i], part.optionCount[i]));
            speaker.answered += std::isnan(speaker.scores.back()) ? 0 : 1;
        }
    }

    void addUsage(const StandardUsage& usage, const std::vector<size_t>& kept, size_t before)
    {
        const auto found = m_speakers.find(usage.model);
        if (found == m_speakers.end()) {
            return;
        }
        const auto append = [&](std::vector<float>& to, const std::vector<float>& from) {
            to.resize(before, std::nanf(""));
            for (const size_t i : kept) {
                to.push_back(from.empty() ? std::nanf("") : from[i]);
            }
        };
        append(found->seconds, usage.usage.seconds);
        append(found->dollars, usage.usage.cost);
    }

    std::vector<size_t> scoredItems(const QStringList& names)
    {
        std::vector<size_t> scored;
        for (size_t i = 0; i < m_input.samples.size(); ++i) {
            const bool any = names.isEmpty() || m_input.must[i]
                || std::any_of(names.begin(), names.end(),
                    [&](const QString& name) { return !std::isnan(m_speakers[name].scores[i]); });
            if (any) {
                scored.push_back(i);
            }
        }
        return scored;
    }

    void keep(const std::vector<size_t>& places)
    {
        const auto thin = [&](auto& column) {
            for (size_t i = 0; i < places.size(); ++i) {
                column[i] = column[places[i]];
            }
            column.resize(places.size());
        };
        thin(m_input.samples);
        thin(m_input.dataset);
        thin(m_input.capability);
        thin(m_input.stratum);
        thin(m_input.frontier);
        thin(m_input.must);
    }

    static void addCost(
        std::vector<double>& sums, const std::vector<float>& column, const std::vector<size_t>& places)
    {
        sums.resize(places.size(), std::nan(""));
        for (size_t i = 0; i < places.size(); ++i) {
            const float value = places[i] < column.size() ? column[places[i]] : std::nanf("");
            if (!std::isnan(value)) {
                sums[i] = std::isnan(sums[i]) ? double(value) : sums[i] + double(value);
            }
        }
    }

    const SubsetScope& m_scope;
    const SubsetMarks& m_marks;
    QSet<SampleId> m_vetoes;
    QSet<SampleId> m_musts;
    std::optional<QSet<SampleId>> m_within;
    QMap<QString, Speaker> m_speakers;
    SubsetInput m_input;
};

} // namespace

QJsonObject SubsetScope::toJson() const
{
    return {{QStringLiteral("dataset"), dataset}, {QStringLiteral("capability"), capability},
        {QStringLiteral("parent"), parent}, {QStringLiteral("deduplicate"), deduplicate},
        {QStringLiteral("musts"), idsOf(musts)}, {QStringLiteral("vetoes"), idsOf(vetoes)},
        {QStringLiteral("without_families"), QJsonArray::fromStringList(withoutFamilies)}};
}

SubsetMarks SubsetMarks::read(sqlite::Connection& c)
{
    SubsetMarks marks;
    FlagStore flags(c);
    for (const FlagKind& kind : flagKinds()) {
        const bool repeats = kind.has(FlagKind::FirstStays);
        if (!repeats && kind.id != u"frontier") {
            continue;
        }
        FlagFilter filter;
        filter.kind = kind.id;
        for (const Flag& flag : flags.list(filter)) {
            if (flag.state != FlagState::Overridden && (!repeats || flag.score > 0.5)) {
                (repeats ? marks.repeats : marks.frontier).insert(flag.sampleId);
            }
        }
    }
    for (const DetectorRun& run : flags.latestRuns()) {
        marks.lookedForRepeats = marks.lookedForRepeats
            || (run.status == u"done" && run.detector.startsWith(QLatin1String("duplicate")));
    }
    SubsetStore subsets(c);
    for (const Subset& subset : subsets.all()) {
        marks.subsets.insert(subset.name, subsets.sampleIds(subset.id));
    }
    return marks;
}

Result<SubsetInput> SubsetInput::of(const InsightsData& data, const AppliedPolicy& applied,
    const SubsetMarks& marks, const SubsetScope& scope)
{
    if (!scope.dataset.isEmpty() && !data.datasets().contains(scope.dataset)) {
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\"")).arg(scope.dataset),
            data.datasets());
    }
    if (!scope.capability.isEmpty() && !data.capabilities().contains(scope.capability)) {
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no capability \"%1\"")).arg(scope.capability),
            data.capabilities());
    }
    if (!scope.parent.isEmpty() && !marks.subsets.contains(scope.parent)) {
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no subset \"%1\"")).arg(scope.parent),
            marks.subsets.keys());
    }
    const QStringList families = data.families();
    for (const QString& family : scope.withoutFamilies) {
        if (!families.contains(family)) {
            return nothingCalled(
                Sentence::of(QT_TRANSLATE_NOOP("Error", "No model is of the family \"%1\"")).arg(family),
                families);
        }
    }
    Gatherer gatherer(marks, scope);
    for (qsizetype p = 0; p < data.parts.size(); ++p) {
        if (scope.dataset.isEmpty() || data.parts.at(p)->dataset == scope.dataset) {
            gatherer.add(*data.parts.at(p), applied.outcomes.at(p));
        }
    }
    SubsetInput input = gatherer.finish();
    const auto in = qsizetype(std::count(input.must.begin(), input.must.end(), quint8(1)));
    if (in < QSet<SampleId>(scope.musts.begin(), scope.musts.end()).size()) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP(
                             "Error", "Of the %1 samples that must be in, %2 are among those to choose from"))
                .arg(scope.musts.size(), in),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Take the others off the list, or widen the scope")));
    }
    input.policy = applied.policy.name;
    input.scope = scope;
    input.lookedForRepeats = marks.lookedForRepeats;
    return input;
}

Result<SubsetInput> SubsetInput::load(
    const Project& project, const QString& policy, const SubsetScope& scope, Progress& progress)
{
    const auto data = InsightsData::read(project, progress, InsightsData::Usage::Read);
    if (!data) {
        return tl::unexpected<Error>(data.error());
    }
    const auto marks = project.read([](sqlite::Connection& c) { return SubsetMarks::read(c); });
    if (!marks) {
        return tl::unexpected<Error>(marks.error());
    }
    const auto named = project.read([&](sqlite::Connection& c) {
        PolicyStore policies(c);
        return policy.isEmpty() ? std::optional(policies.chosen()) : policies.byName(policy);
    });
    if (!named) {
        return tl::unexpected<Error>(named.error());
    }
    if (!*named) {
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no policy \"%1\"")).arg(policy), {});
    }
    return of(*data, apply(*data, **named), *marks, scope);
}

QByteArray SubsetInput::hash() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const auto& column) {
        hash.addData(QByteArrayView(
            reinterpret_cast<const char*>(column.data()), qsizetype(column.size() * sizeof(column[0]))));
    };
    hash.addData(QByteArrayLiteral("winnow subset input 1\n"));
    hash.addData(models.join(u'\n').toUtf8());
    add(samples);
    add(table.scores);
    add(stratum);
    add(frontier);
    add(must);
    return hash.result();
}

} // namespace winnow
