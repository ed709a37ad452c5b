// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordformat.h"

namespace winnow {

/// WebDataset shards: a tar, not one of files with records, in which the members of one name up to its first
/// dot are one record (0001.jpg, 0001.json, 0001.cls). A .json gives its fields; 0001.answer.txt is the text
/// in the column "answer"; pictures are bytes in the column "image", or "left" for 0001.left.png.
class WebDatasetFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("webdataset"); }
    QString title() const override { return QStringLiteral("WebDataset"); }
    QStringList suffixes() const override { return {QStringLiteral("tar")}; }
    std::vector<RecordLayout> layouts() const override;
    double sniff(QByteArrayView head) const override;
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

} // namespace winnow
