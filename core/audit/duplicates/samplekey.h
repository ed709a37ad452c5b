// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"
#include "core/audit/data/auditmemo.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace winnow {

/// The images of a sample as one value: their content hashes, or the places they should be at when they are
/// not to be had. Empty for a sample without images.
QByteArray imageKey(const AuditData& data, std::size_t sample);
/// Question, hint and options (in any order) as one value, spelling and spacing evened out; nothing when the
/// sample has neither question nor options.
std::optional<QByteArray> textKey(const AuditData& data, std::size_t sample);
/// By sample, a number that is equal where textKey() is; seldom elsewhere too. Made at a fraction of the cost
/// of the keys, which then only those with a number in common need.
std::vector<quint64> textHashes(const AuditData& data);
/// The same, once for all who share the memo.
std::shared_ptr<const std::vector<quint64>> sharedTextHashes(
    const AuditData& data, const std::shared_ptr<AuditMemo>& memo);
/// The gold answer by content: the text of the gold option, or the answer itself, evened out.
QString goldContent(const AuditData& data, std::size_t sample);

/// Samples that had an image which was not imported, as far as the data shows it: no two of them are the same
/// for having the same words. Where a question names an image that is not there, these; where one sample in
/// twenty has no image and stands again, word for word, with another gold answer, all without an image. In a
/// text benchmark a few keys contradict each other, not one in twenty. By sample; empty when there are none.
/// Reads texts and images; takes what textHashes() gives.
std::vector<bool> lostImages(const AuditData& data, const std::vector<quint64>& textHashes);
/// The same, once for all who share the memo.
std::shared_ptr<const std::vector<bool>> sharedLostImages(
    const AuditData& data, const std::shared_ptr<AuditMemo>& memo);

} // namespace winnow
