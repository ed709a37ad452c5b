// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/sqlite/connection.h"

#include <functional>
#include <string_view>

namespace winnow {

/// Numbers and short texts of a sample. The texts are UTF-8 and end with the visit.
struct SampleFacts {
    SampleId id;
    std::string_view sourceIndex;
    std::string_view split;
    std::string_view capability;
    std::string_view category;
    qint64 optionCount = 0;
    std::string_view gold;
};

/// The long texts of a sample. Accepted answers and extra columns are JSON as stored, empty without any.
struct SampleTexts {
    SampleId id;
    QString question;
    QString hint;
    QByteArray accepted;
    QByteArray extra;
};

/// The samples of a dataset and their parts, one table after the other, for whoever reads all of them: each
/// row goes to the visitor as it is stepped over, and nothing is kept. Ranges are of sample ids, both ends
/// included, and may hold samples of other datasets. Throws sqlite::Failure; use inside Project::read.
class SampleRows {
public:
    explicit SampleRows(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// In the order of the source.
    void forEachFacts(DatasetId dataset, const std::function<void(const SampleFacts&)>& visit);
    void forEachTexts(DatasetId dataset, const std::function<void(SampleTexts)>& visit);
    /// Options, images and rotations by sample; options and images in their order within it.
    void forEachOption(
        SampleId first, SampleId last, const std::function<void(SampleId, QString option)>& visit);
    void forEachImage(
        SampleId first, SampleId last, const std::function<void(SampleId, const ImageRef&)>& visit);
    void forEachRotation(SampleId first, SampleId last, const std::function<void(SampleId, Rotation)>& visit);
    /// Once for each image that a sample of the dataset has and that is there.
    void forEachUseOfImage(DatasetId dataset, const std::function<void(SampleId, ImageId)>& visit);
    /// Once for each rotation of a sample of the dataset that moves its options.
    void forEachShifted(DatasetId dataset, const std::function<void(SampleId)>& visit);

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
