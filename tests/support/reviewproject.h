// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/decision.h"
#include "core/image/imagecodec.h"
#include "core/store/imagestore.h"
#include "tests/support/testproject.h"

#include <QJsonArray>

namespace winnow::test {

/// A picture that differs for every `number`, so that every sample has its own.
inline Bitmap picture(int width, int height, int number)
{
    Bitmap bitmap;
    bitmap.width = width;
    bitmap.height = height;
    bitmap.channels = 3;
    bitmap.pixels.resize(qsizetype(width) * height * 3);
    char* to = bitmap.pixels.data();
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            *to++ = char((x * 5 + number * 37) & 0xff);
            *to++ = char((y * 3 + ((x / 32 + y / 32) % 2) * 90) & 0xff);
            *to++ = char((x * y / 64 + number) & 0xff);
        }
    }
    return bitmap;
}

/// `count` samples as review meets them: an embedded picture each, four options (every fifth is open-ended),
/// six models sighted and blind, one or two flags. Flag scores fall with the index: queues begin at 0.
inline Result<QVector<SampleId>> addReviewSamples(
    Project& project, int count, int width = 160, int height = 120, bool jpeg = false)
{
    QVector<ImageRef> images;
    for (int i = 0; i < count; ++i) {
        const Bitmap bitmap = picture(width, height, i);
        auto bytes = jpeg ? encodeJpeg(bitmap) : encodePng(bitmap);
        if (!bytes) {
            return tl::unexpected<Error>(bytes.error());
        }
        auto hash = project.addImageBytes(*bytes);
        if (!hash) {
            return tl::unexpected<Error>(hash.error());
        }
        ImageRef image;
        image.sha256 = *hash;
        image.width = width;
        image.height = height;
        image.format = jpeg ? QStringLiteral("jpeg") : QStringLiteral("png");
        image.byteSize = bytes->size();
        images.append(image);
    }
    WINNOW_TRY(project.flushImages());
    return project.write({.parts = ChangeSet::Samples, .samples = {}},
        [&](sqlite::Connection& c) -> Result<QVector<SampleId>> {
            Dataset named;
            named.name = QStringLiteral("demo");
            const DatasetId dataset = DatasetStore(c).upsert(named);
            ResponseStore responses(c);
            QVector<RunId> runs;
            for (int model = 0; model < 6; ++model) {
                const ModelId id
                    = responses.upsertModel(QStringLiteral("model-%1").arg(model), QStringLiteral("f"));
                runs.append(responses.upsertRun(dataset, id, Condition::Standard, {}, {}, {}));
                runs.append(responses.upsertRun(dataset, id, Condition::Blind, {}, {}, {}));
            }
            SampleWriter writer(c);
            ResponseWriter answers(c);
            ImageStore imageStore(c);
            QVector<SampleId> ids;
            QVector<FlagDraft> blind;
            QVector<FlagDraft> label;
            for (int i = 0; i < count; ++i) {
                images[i].id = imageStore.put(images.at(i));
                Sample sample;
                sample.datasetId = dataset;
                sample.dataset = QStringLiteral("demo");
                sample.sourceIndex = QString::number(i);
                sample.position = i;
                sample.question = QStringLiteral("How many squares are in picture %1?").arg(i);
                sample.images = {images.at(i)};
                const bool open = i % 5 == 4;
                if (!open) {
                    sample.options = {QStringLiteral("12"), QStringLiteral("16"), QStringLiteral("20"),
                        QStringLiteral("24")};
                }
                sample.gold = open ? QStringLiteral("20") : QStringLiteral("C");
                writer.put(sample);
                ids.append(sample.id);
                for (int run = 0; run < runs.size(); ++run) {
                    Response response;
                    response.runId = runs.at(run);
                    response.sampleId = sample.id;
                    response.answer = open ? QStringLiteral("20") : optionLetter((run + i) % 3 == 0 ? 0 : 2);
                    response.text = QStringLiteral("The answer is %1.").arg(response.answer);
                    response.score = response.answer == sample.gold ? 1 : 0;
                    response.latency = 0.8;
                    answers.put(response);
                }
                const double score = 1 - double(i) / (count + 1);
                blind.append({sample.id, QStringLiteral("blind_solvable"), score, {},
                    {{QStringLiteral("summary"),
                         QStringLiteral("4 of 6 models answer C without the image; chance predicts 1.5.")},
                        {QStringLiteral("models"), 6}, {QStringLiteral("expected"), 1.5},
                        {QStringLiteral("p_value"), 0.02},
                        {QStringLiteral("votes"),
                            QJsonArray{QJsonObject{{QStringLiteral("answer"), QStringLiteral("C")},
                                           {QStringLiteral("count"), 4}, {QStringLiteral("gold"), true}},
                                QJsonObject{{QStringLiteral("answer"), QStringLiteral("A")},
                                    {QStringLiteral("count"), 2}, {QStringLiteral("gold"), false}}}}}});
                if (i % 2 == 0) {
                    label.append({sample.id, QStringLiteral("consensus_against_gold"), score / 2, {},
                        {{QStringLiteral("summary"), QStringLiteral("Two models agree on A.")}}});
                }
            }
            for (const auto& [detector, drafts] : {std::pair(QStringLiteral("blind_solvable"), blind),
                     std::pair(QStringLiteral("consensus_against_gold"), label)}) {
                DetectorRun run;
                run.detector = detector;
                run.datasetId = dataset;
                run.status = QStringLiteral("done");
                FlagStore(c).applyRun(run, drafts);
            }
            answers.finish();
            return ids;
        });
}

/// "index kind verdict action gold note" of each event, undos as "undo index".
inline QStringList eventLines(const QVector<Decision>& events)
{
    QStringList lines;
    for (const Decision& d : events) {
        const QString index = d.sampleKey.section(u'/', -1);
        QStringList parts{d.isUndo() ? QStringLiteral("undo %1").arg(index)
                : d.isRedo()         ? QStringLiteral("redo %1").arg(index)
                                     : index,
            d.kind, verdictId(d.verdict), actionId(d.action), d.newGold, d.note};
        parts.removeAll(QString());
        lines.append(parts.join(u' '));
    }
    return lines;
}

} // namespace winnow::test
