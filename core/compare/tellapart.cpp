// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/tellapart.h"

#include "core/base/remedy.h"
#include "core/compare/comparedrun.h"
#include "core/curate/modelranking.h"
#include "core/store/datasetstore.h"

#include <QSet>

#include <cmath>

namespace winnow {

namespace {

/// All models over the samples of the datasets, one after the other.
struct AllScores {
    QMap<QString, ModelScores> models;
    std::vector<qint64> samples;
    std::vector<quint32> clusters;

    void add(const ScoreMatrix& matrix)
    {
        const size_t offset = samples.size();
        QSet<QString> done;
        for (const RunScores& run : matrix.runs) {
            if (run.run.condition != Condition::Standard || done.contains(run.run.model)) {
                continue;
            }
            done.insert(run.run.model);
            ModelScores scores;
            scores.model = run.run.model;
            scores.family = run.run.family;
            scores.before = matrix.mergedScores(run.run.model, Condition::Standard);
            scores.after = scores.before;
            scores.unread.assign(scores.before.size(), 0);
            models[scores.model].append(scores, offset);
        }
        samples.insert(samples.end(), matrix.samples.begin(), matrix.samples.end());
        for (const quint32 cluster : matrix.cluster) {
            clusters.push_back(quint32(offset) + cluster);
        }
    }
};

/// The samples of the matrix that are asked for.
std::vector<size_t> chosen(
    const ScoreMatrix& matrix, const TellApartRequest& request, const QSet<SampleId>* only)
{
    std::vector<size_t> found;
    for (size_t i = 0; i < matrix.samples.size(); ++i) {
        if ((request.capability.isEmpty()
                || matrix.capabilities.at(matrix.capability[i]) == request.capability)
            && (!only || only->contains(SampleId{matrix.samples[i]}))) {
            found.push_back(i);
        }
    }
    return found;
}

Separability overRanking(const AllScores& all, const ModelRanking& ranking)
{
    QVector<ScoredModel> models;
    for (const QString& name : ranking.models) {
        const std::vector<float>& scores = all.models[name].before;
        models.append({name, {scores.begin(), scores.end()}});
    }
    return separabilityOf(models, all.clusters);
}

} // namespace

Result<QVector<Separability>> tellApart(
    const Project& project, const TellApartRequest& request, Progress& progress)
{
    auto datasets = project.read([](sqlite::Connection& c) { return DatasetStore(c).all(); });
    if (!datasets) {
        return tl::unexpected<Error>(datasets.error());
    }
    std::optional<QSet<SampleId>> only;
    if (request.only) {
        only.emplace(request.only->cbegin(), request.only->cend());
    }
    AllScores all;
    QStringList names, capabilities;
    for (const Dataset& dataset : *datasets) {
        names.append(dataset.name);
        if (!request.dataset.isEmpty() && dataset.name != request.dataset) {
            continue;
        }
        const auto matrix = ScoreMatrix::load(project, dataset.id, progress);
        if (!matrix) {
            return tl::unexpected<Error>(matrix.error());
        }
        capabilities += matrix->capabilities;
        all.add(matrix->restricted(chosen(*matrix, request, only ? &*only : nullptr)));
    }
    if (!request.dataset.isEmpty() && !names.contains(request.dataset)) {
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\"")).arg(request.dataset),
            names);
    }
    if (!request.capability.isEmpty() && !capabilities.contains(request.capability)) {
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no capability \"%1\"")).arg(request.capability),
            capabilities);
    }
    QVector<ModelScores> models;
    for (ModelScores& model : all.models) {
        model.padTo(all.samples.size());
        models.append(model);
    }
    QVector<Separability> sets;
    if (models.size() == 1) {
        ModelRanking alone;
        alone.models = {models.first().model};
        sets.append(overRanking(all, alone));
        return sets;
    }
    const ModelComparison comparison
        = compareModels(models, all.samples, std::vector<quint8>(all.samples.size(), 0));
    for (const ModelRanking& ranking : comparison.rankings) {
        sets.append(overRanking(all, ranking));
    }
    return sets;
}

} // namespace winnow
