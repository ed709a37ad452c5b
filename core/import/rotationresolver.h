// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/imagebatch.h"
#include "core/import/keyregistry.h"

#include <QMap>

#include <functional>
#include <optional>

namespace winnow {

/// Whose rotation a record is, and by how many places; 0 where the file does not say.
struct RotationKey {
    QString base;
    int shift = 0;
};

/// Whether a record shows another one with its options in another order: by columns that say so, or by
/// VLMEvalKit's keys, where the rotations of item n are n + 1,000,000, n + 2,000,000 …
std::optional<RotationKey> rotationOf(const SampleDraft& draft, const KeyRegistry& keys);

/// How the options of a rotated row stand to those of the base ("BCDA": shown as A is the base's B); empty
/// when the two do not hold the same texts.
QString rotationPermutation(const QStringList& base, const QStringList& shown);

/// Rows of one file that are rotations of its items (circular evaluation), until the items are all known.
class RotationResolver {
public:
    /// `sharesImages` = its images are those of the base.
    void add(RotationKey key, WaitingSample waiting, bool sharesImages);
    bool isEmpty() const { return m_pending.isEmpty(); }

    /// What is known of the samples.
    struct Samples {
        std::function<std::optional<Sample>(const QString& sourceIndex)> find;
        std::function<Result<>(const Sample& base, const QVector<Rotation>& rotations)> setRotations;
    };
    struct Outcome {
        qint64 rotations = 0;
        qint64 items = 0;
        /// Rows whose options are not those of the item that they name: samples of their own. Logged.
        std::vector<WaitingSample> alone;
    };
    /// Gives the items their rotations, beside those they have. `dataset` is for what is said.
    Result<Outcome> resolve(
        const Samples& samples, const QString& dataset, IssueLog& log, const Progress* progress);

private:
    struct Pending {
        RotationKey key;
        WaitingSample waiting;
        bool sharesImages = false;
    };
    /// The base's rotations with those of `rows`; what is none of its own is moved to `alone`.
    static QVector<Rotation> merged(
        const std::optional<Sample>& base, const QVector<Pending*>& rows, QVector<Pending*>& alone);

    QVector<Pending> m_pending;
};

} // namespace winnow
