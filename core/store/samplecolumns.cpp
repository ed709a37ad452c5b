// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/samplecolumns.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow {

const char* const kSampleColumns
    = "s.id, s.dataset_id, s.source_index, s.position, s.split, s.capability, s.category, s.question, s.hint,"
      " s.gold, s.accepted, s.extra, s.content_hash";
const char* const kSampleImageColumns
    = "si.image_id, si.source, si.state, i.sha256, i.path, i.width, i.height, i.format, i.byte_size";
const char* const kRotationColumns = "shift, source_index, permutation, gold";

Sample sampleOfRow(const sqlite::Statement& row, int first)
{
    Sample sample;
    sample.id = {row.integer(first)};
    sample.datasetId = {row.integer(first + 1)};
    sample.sourceIndex = row.text(first + 2);
    sample.position = row.integer(first + 3);
    sample.split = row.text(first + 4);
    sample.capability = row.text(first + 5);
    sample.category = row.text(first + 6);
    sample.question = row.text(first + 7);
    sample.hint = row.text(first + 8);
    sample.gold = row.text(first + 9);
    if (const QByteArray accepted = row.blob(first + 10); !accepted.isEmpty()) {
        const QJsonArray answers = QJsonDocument::fromJson(accepted).array();
        for (const QJsonValue& answer : answers) {
            sample.acceptedAnswers.append(answer.toString());
        }
    }
    if (const QByteArray extra = row.blob(first + 11); !extra.isEmpty()) {
        sample.extra = QJsonDocument::fromJson(extra).object();
    }
    sample.contentHash = row.blob(first + 12);
    return sample;
}

ImageRef imageOfRow(const sqlite::Statement& row, int first)
{
    return {.id = {row.integer(first)},
        .source = row.text(first + 1),
        .path = row.text(first + 4),
        .sha256 = row.blob(first + 3),
        .state = imageStateFromId(row.text(first + 2)),
        .width = int(row.integer(first + 5)),
        .height = int(row.integer(first + 6)),
        .format = row.text(first + 7),
        .byteSize = row.integer(first + 8)};
}

Rotation rotationOfRow(const sqlite::Statement& row, int first)
{
    return {int(row.integer(first)), row.text(first + 1), row.text(first + 2), row.text(first + 3)};
}

} // namespace winnow
