// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/writedemo.h"

#include "core/base/hash.h"
#include "core/image/imageheader.h"
#include "core/store/datasetstore.h"
#include "core/store/imagestore.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/samplestore.h"

#include <QHash>
#include <QtConcurrent>

namespace winnow {

namespace {

Error cancelled()
{
    return fail(
        ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Making the demo was cancelled")))
        .value();
}

/// Draws all pictures on all cores, a block at a time, and puts them into the image store.
Result<QVector<ImageRef>> drawPictures(Project& project, const DemoBenchmark& benchmark, Progress& progress)
{
    const int count = int(benchmark.samples().size());
    QVector<ImageRef> images(count);
    constexpr int kBlock = 64;
    for (int from = 0; from < count; from += kBlock) {
        if (progress.isCancelled()) {
            return tl::unexpected<Error>(cancelled());
        }
        progress.report(from, count, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Drawing pictures")));
        QVector<int> block;
        for (int i = from; i < std::min(count, from + kBlock); ++i) {
            block.append(i);
        }
        // Held by pointer: blockingMapped wants a default-constructible result.
        using Picture = std::shared_ptr<Result<QByteArray>>;
        const QVector<Picture> pictures = QtConcurrent::blockingMapped<QVector<Picture>>(
            block, [&](int i) { return std::make_shared<Result<QByteArray>>(benchmark.image(i)); });
        for (int i = 0; i < pictures.size(); ++i) {
            if (!*pictures[i]) {
                return tl::unexpected<Error>(pictures[i]->error());
            }
            const QByteArray& bytes = **pictures[i];
            auto hash = project.addImageBytes(bytes);
            if (!hash) {
                return tl::unexpected<Error>(hash.error());
            }
            const ImageHeader header = readImageHeader(bytes);
            ImageRef& image = images[from + i];
            image.sha256 = *hash;
            image.width = header.shownWidth();
            image.height = header.shownHeight();
            image.format = imageFormatId(header.format);
            image.byteSize = bytes.size();
        }
    }
    return images;
}

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

QHash<QString, DatasetId> addDatasets(DatasetStore& store, const DemoBenchmark& benchmark)
{
    QHash<QString, DatasetId> ids;
    const DemoOptions& options = benchmark.options();
    const QString recipe = QStringLiteral("Winnow demo generator, seed %1, %2 samples, %3 models")
                               .arg(options.seed)
                               .arg(options.samples)
                               .arg(options.models);
    for (const QString& name : benchmark.datasets()) {
        Dataset dataset;
        dataset.name = name;
        dataset.sourcePath = recipe;
        dataset.sourceHash = sha256((recipe + name).toUtf8());
        dataset.format = QStringLiteral("generated");
        dataset.generated = true;
        ids.insert(name, store.upsert(dataset));
    }
    store.setMeta(QStringLiteral("generated"),
        recipe
            + QStringLiteral(
                ". Pictures, questions, models and responses are made up; nothing was measured."));
    return ids;
}

} // namespace

Result<DemoSummary> writeDemo(Project& project, const DemoBenchmark& benchmark, Progress& progress)
{
    const auto clash = project.read([&](sqlite::Connection& connection) {
        DatasetStore store(connection);
        for (const QString& name : benchmark.datasets()) {
            if (store.byName(name)) {
                return name;
            }
        }
        return QString();
    });
    if (!clash) {
        return tl::unexpected<Error>(clash.error());
    }
    if (!clash->isEmpty()) {
        return fail(ErrorCode::AlreadyExists,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The project %1 already has a dataset %2"))
                .arg(project.path(), *clash),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Make the demo in a new project")));
    }
    ChangeSet changes;
    changes.parts = ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Imports;
    auto written = project.write(changes, [&](sqlite::Connection& connection) -> Result<DemoSummary> {
        QVector<ImageRef> images(benchmark.samples().size());
        if (benchmark.options().renderImages) {
            auto drawn = drawPictures(project, benchmark, progress);
            if (!drawn) {
                return tl::unexpected<Error>(drawn.error());
            }
            images = *std::move(drawn);
        }
        DemoSummary summary;
        DatasetStore datasets(connection);
        const QHash<QString, DatasetId> datasetIds = addDatasets(datasets, benchmark);
        ResponseStore responses(connection);
        QVector<RunId> runIds;
        QVector<ModelId> modelIds;
        for (const DemoModel& model : benchmark.models()) {
            modelIds.append(responses.upsertModel(model.name, model.family));
        }
        for (const DemoRun& run : benchmark.runs()) {
            runIds.append(responses.upsertRun(datasetIds[benchmark.datasets()[run.dataset]],
                modelIds[run.model], run.condition, QString(), QStringLiteral("generated"), {}));
        }
        ImageStore imageStore(connection);
        SampleWriter sampleWriter(connection);
        ResponseWriter responseWriter(connection);
        QSet<QByteArray> distinct;
        const int count = int(benchmark.samples().size());
        for (int i = 0; i < count; ++i) {
            if (progress.isCancelled()) {
                return tl::unexpected<Error>(cancelled());
            }
            if (i % 32 == 0) {
                progress.report(
                    i, count, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Storing samples and responses")));
            }
            Sample sample = benchmark.samples()[i];
            sample.datasetId = datasetIds[sample.dataset];
            if (benchmark.options().renderImages) {
                images[i].id = imageStore.put(images[i]);
                sample.images = {images[i]};
                distinct.insert(images[i].sha256);
            } else {
                sample.images.clear();
            }
            sampleWriter.put(sample);
            for (const Response& response : benchmark.responses(i)) {
                const QByteArray answer = response.answer.toUtf8();
                const QByteArray text = response.text.toUtf8();
                responseWriter.addRaw(runIds[int(response.runId.value) - 1], sample.id, response.shift,
                    response.attempt, response.score.value_or(qQNaN()), view(answer), view(text), &response);
                ++summary.responses;
            }
        }
        responseWriter.finish();
        summary.samples = count;
        summary.images = distinct.size();
        summary.models = modelIds.size();
        summary.runs = runIds.size();
        progress.report(
            count, count, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Storing samples and responses")));
        return summary;
    });
    if (written) {
        WINNOW_TRY(project.settleImages(progress));
    }
    return written;
}

} // namespace winnow
