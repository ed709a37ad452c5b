// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/sqlite/connection.h"

#include <QHash>

#include <functional>
#include <optional>
#include <string_view>

namespace winnow {

/// Reads samples. Throws sqlite::Failure; use inside Project::read / write.
class SampleStore {
public:
    explicit SampleStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// The whole sample with options, images and rotations.
    std::optional<Sample> byId(SampleId id);
    /// By "DATASET/INDEX" (the dataset's name may itself hold slashes) or by dataset and index.
    std::optional<Sample> byKey(const QString& key);
    std::optional<Sample> byIndex(DatasetId dataset, const QString& sourceIndex);
    QVector<Sample> byIds(const QVector<SampleId>& ids);
    /// All ids of a dataset in source order.
    QVector<SampleId> idsOf(DatasetId dataset);
    /// The first in the order of the source.
    std::optional<Sample> firstOf(DatasetId dataset);
    /// Source index -> id, for joining responses. Rotated rows' indexes are not in it.
    QHash<QString, SampleId> indexToId(DatasetId dataset);
    /// The golds of the dataset's samples without options.
    void forEachOpenGold(DatasetId dataset, const std::function<void(std::string_view)>& each);
    /// Whether the dataset of `sample` has one with its index, and then whether it says the same.
    enum class Held { No, Same, Other };
    Held holds(const Sample& sample);
    /// Ids matching a full-text query written by a person: words are prefixes, "quotes" are phrases. Empty
    /// query = none.
    QVector<SampleId> search(const QString& text);

private:
    void loadParts(Sample& sample);
    sqlite::Connection& m_connection;
};

/// Adds and updates samples inside one write transaction. Prepared once; about as fast as bare statements.
class SampleWriter {
public:
    enum class Outcome { Added, Changed, Unchanged };

    explicit SampleWriter(sqlite::Connection& connection);

    /// Adds `sample` or updates the one with its (dataset, source index); fills in `sample.id` and
    /// `contentHash`. Images need id or state set (see ImageStore).
    Outcome put(Sample& sample);
    /// The hot path for a new dataset: all text UTF-8, `options` joined by the caller for the search index.
    /// The caller promises that (dataset, source index) is new; a clash throws InvalidInput.
    SampleId addRaw(DatasetId dataset, std::string_view sourceIndex, qint64 position, std::string_view split,
        std::string_view capability, std::string_view category, std::string_view question,
        std::string_view hint, std::string_view gold, std::string_view accepted, std::string_view extra,
        const QByteArray& contentHash, const std::vector<std::string_view>& options);
    /// Removes the sample with its options, places of images and rotations, and from the search index.
    void remove(SampleId sample);
    /// Replaces the rotations of a sample.
    void setRotations(SampleId sample, const QVector<Rotation>& rotations);
    /// Makes a sample that is none a step; UTF-8, `parent` not empty.
    void addStep(SampleId sample, std::string_view parent, std::string_view step);

private:
    void addSearch(const Sample& sample);
    /// An external-content index must be given the old text to forget it.
    void forgetSearch(SampleId sample);
    void writeParts(const Sample& sample);
    sqlite::Connection& m_connection;
    sqlite::Statement m_find;
    sqlite::Statement m_insert;
    sqlite::Statement m_update;
    sqlite::Statement m_option;
    sqlite::Statement m_image;
    sqlite::Statement m_step;
    sqlite::Statement m_search;
    std::string m_joined;
};

} // namespace winnow
