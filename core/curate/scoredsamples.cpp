// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/scoredsamples.h"

#include <QMap>

#include <cmath>

namespace winnow {

ModelScores modelScores(
    const InsightsPart& part, const StandardScores& model, const std::vector<SampleOutcome>& outcomes)
{
    ModelScores entry;
    entry.model = model.model;
    entry.family = model.family;
    entry.before = model.before;
    entry.unread = model.unread;
    entry.after.reserve(part.samples.size());
    for (size_t i = 0; i < part.samples.size(); ++i) {
        const bool kept = outcomes[i].disposition != Disposition::Drop;
        const float after = kept ? model.after(i, outcomes[i], part.optionCount[i]) : std::nanf("");
        entry.after.push_back(after);
        entry.missingBefore += std::isnan(entry.before[i]);
        entry.missingAfter += kept && std::isnan(after);
    }
    return entry;
}

ScoredSamples ScoredSamples::of(const InsightsData& data, const AppliedPolicy& applied)
{
    ScoredSamples all;
    QMap<QString, ModelScores> models;
    for (qsizetype p = 0; p < data.parts.size(); ++p) {
        const InsightsPart& part = *data.parts.at(p);
        const size_t offset = all.samples.size();
        for (const StandardScores& model : part.models) {
            models[model.model].append(modelScores(part, model, applied.outcomes.at(p)), offset);
        }
        QVector<quint16> places;
        for (const QString& name : part.capabilities) {
            if (!all.capabilities.contains(name)) {
                all.capabilities.append(name);
            }
            places.append(quint16(all.capabilities.indexOf(name)));
        }
        for (size_t i = 0; i < part.samples.size(); ++i) {
            all.changed.push_back(applied.outcomes.at(p)[i].disposition != Disposition::Keep);
            all.cluster.push_back(quint32(offset) + part.cluster[i]);
            all.capability.push_back(places.at(part.capability[i]));
        }
        all.samples.insert(all.samples.end(), part.samples.begin(), part.samples.end());
    }
    for (ModelScores& scores : models) {
        scores.padTo(all.samples.size());
        all.models.append(std::move(scores));
    }
    return all;
}

ScoredSamples ScoredSamples::ofCapability(quint16 index) const
{
    ScoredSamples part;
    part.capabilities = capabilities;
    std::vector<size_t> chosen;
    for (size_t i = 0; i < samples.size(); ++i) {
        if (capability[i] == index) {
            chosen.push_back(i);
            part.samples.push_back(samples[i]);
            part.changed.push_back(changed[i]);
            part.cluster.push_back(cluster[i]);
            part.capability.push_back(index);
        }
    }
    for (const ModelScores& all : models) {
        ModelScores scores;
        scores.model = all.model;
        scores.family = all.family;
        for (const size_t i : chosen) {
            scores.before.push_back(all.before[i]);
            scores.after.push_back(all.after[i]);
            scores.unread.push_back(all.unread[i]);
        }
        part.models.append(std::move(scores));
    }
    return part;
}

const ModelScores* ScoredSamples::model(const QString& name) const
{
    const auto found = std::find_if(
        models.cbegin(), models.cend(), [&](const ModelScores& scores) { return scores.model == name; });
    return found == models.cend() ? nullptr : &*found;
}

} // namespace winnow
