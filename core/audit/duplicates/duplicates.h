// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"
#include "core/audit/data/auditmemo.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/base/sentence.h"

#include <vector>

namespace winnow {

struct DuplicateOptions {
    /// Largest Hamming distance of perceptual hashes; candidates are then compared picture by picture.
    int distance = 10;
    /// Also pictures that were mirrored or turned.
    bool turns = false;
    /// Also pictures whose margins were cut off (up to 40% of the area), at the same scale.
    bool crops = false;
    /// Whatever is asked about them.
    bool imagesOnly = false;
    /// Of questions that differ in spelling.
    double textSimilarity = 0.9;
};

/// One sample of one dataset.
struct DuplicateMember {
    const AuditData* data = nullptr;
    std::size_t sample = 0;
    /// Equal for members whose image bytes and text are the same.
    quint32 exact = 0;
};

/// How two members are alike.
struct Likeness {
    bool sameImage = true;
    bool sameText = true;
    /// Bits in which the perceptual hashes differ; -1 without images or when unknown.
    int distance = -1;
    /// Image and question as words: "Nearly the same picture and the same question".
    Sentence sentence;
};

struct Duplicates {
    /// Groups of at least two, members in the order of datasets and samples.
    std::vector<std::vector<DuplicateMember>> groups;
    qint64 images = 0;
    qint64 unmeasured = 0;
    /// Pairs of pictures with close hashes, and how many of them are one picture.
    qint64 candidates = 0;
    qint64 copies = 0;
    /// Pairs of which one was cut out of the other.
    qint64 crops = 0;
    SentenceList notes;
};

/// Samples with the key (picture, question, options), over one or several datasets. Pictures are one when
/// their bytes or pixels are equal, or when their hashes are close and a look at both confirms it: templates
/// give close hashes to different figures. Questions are one when they have the same core (see
/// questionCore()). Cancelable.
Result<Duplicates> findDuplicates(
    const std::vector<const AuditData*>& datasets, const DuplicateOptions& options, Progress& progress);
/// The same, with what the memo knows of the texts already.
Result<Duplicates> findDuplicates(const std::vector<const AuditData*>& datasets,
    const DuplicateOptions& options, const std::shared_ptr<AuditMemo>& memo, Progress& progress);
/// The same, once for all who share the memo.
std::shared_ptr<const Result<Duplicates>> sharedDuplicates(const std::vector<const AuditData*>& datasets,
    const DuplicateOptions& options, const std::shared_ptr<AuditMemo>& memo, Progress& progress);

Likeness likenessOf(const DuplicateMember& a, const DuplicateMember& b);

} // namespace winnow
