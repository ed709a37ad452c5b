// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/importstage.h"
#include "core/store/onebehind.h"
#include "core/store/samplestore.h"

#include <array>
#include <string>
#include <vector>

namespace winnow {

/// The same ones in the same order.
bool sameRotations(const QVector<Rotation>& a, const QVector<Rotation>& b);

/// The samples of one import on their way into a dataset: collected into batches that a second thread writes
/// into the stage while the next one is read. Used by one thread. Reading throws sqlite::Failure.
class StagedSamples {
public:
    /// `target` 0 = a dataset that does not exist yet.
    StagedSamples(ImportStage& stage, DatasetId target);
    StagedSamples(const StagedSamples&) = delete;
    StagedSamples& operator=(const StagedSamples&) = delete;

    /// A sample without images whose index is new, for a dataset that has no samples: all text UTF-8.
    struct Plain {
        std::string_view sourceIndex, split, capability, category, question, hint, gold, accepted, extra,
            parent, step;
        qint64 position = 0;
        QByteArray contentHash;
        const std::vector<std::string_view>* options = nullptr;
    };
    Result<> add(const Plain& sample);
    /// Any sample; `imageBytes` = those of its images that came as bytes, in their order (empty: a file).
    /// Says what it is to the target; what is unchanged there is not staged.
    Result<SampleWriter::Outcome> put(Sample sample, QVector<QByteArray> imageBytes = {});
    /// Replaces the rotations of a sample that latest() gave.
    Result<> setRotations(const Sample& base, const QVector<Rotation>& rotations);

    /// The target's sample of that index.
    std::optional<Sample> known(const QString& sourceIndex);
    /// The same, or what this import says of it as far as it is written: drain() first.
    std::optional<Sample> latest(const QString& sourceIndex);

    /// Writes what is held and waits until it is written.
    Result<> drain();
    /// Makes the staged samples part of `target` inside the publishing transaction. Samples that it had are
    /// kept as they were for ImportUndo.
    void publish(sqlite::Connection& connection, DatasetId target);

private:
    /// Texts of one plain sample, one after the other in the batch's buffer.
    struct PlainRow {
        size_t start = 0;
        std::array<quint32, 11> lengths{};
        qint64 position = 0;
        QByteArray contentHash;
        std::vector<quint32> options;
    };
    struct FullRow {
        Sample sample;
        QVector<QByteArray> imageBytes;
        /// The sample is there unchanged; its images may lie elsewhere now.
        bool imagesOnly = false;
    };
    struct Batch {
        std::string texts;
        std::vector<PlainRow> plain;
        std::vector<FullRow> full;
        std::vector<std::pair<SampleId, QVector<Rotation>>> rotations;
        qint64 bytes = 0;
        bool isEmpty() const { return plain.empty() && full.empty() && rotations.empty(); }
    };

    Result<> rotate(bool wait);
    Result<> write(Batch& batch);
    void writePlain(SampleWriter& writer, const Batch& batch, const PlainRow& row);
    Result<> writeFull(sqlite::Connection& connection, SampleWriter& writer, FullRow& row);

    ImportStage& m_stage;
    DatasetId m_target;
    Batch m_batch;
    /// Of the row that is being written.
    std::vector<std::string_view> m_options;
    /// Last: it ends before what it uses goes.
    OneBehind m_written;
};

} // namespace winnow
