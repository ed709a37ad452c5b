// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/decision.h"

namespace winnow {

/// Who wrote an event and after which one. A seat is random and new for each opening that writes, so that
/// processes and copies of a project never share one; its events are chained by their hashes.
struct LedgerSeat {
    /// Uuid of the project that the event was written in.
    QString project;
    QString seat;
    /// 1 for the seat's first event.
    qint64 number = 0;
    /// Hash of the seat's previous event, hex; empty for the first.
    QByteArray previous;
};

/// An event as it stands in a journal, in the table `decisions`, and in what `ledger` writes and `merge`
/// reads: one line of JSON without the line end.
struct LedgerEvent {
    Decision decision;
    LedgerSeat seat;
    /// SHA-256 over the line up to its last member `hash`, hex.
    QByteArray hash;
    /// Byte for byte, with the fields that this version does not know.
    QByteArray line;
};

/// Writes the line and its hash. The decision must have uuid, order, at, dataset and sampleKey.
LedgerEvent makeLedgerEvent(const Decision& decision, const LedgerSeat& seat);

/// Reads a line (without line end). Damaged when it was cut off or changed: its hash does not hold.
/// NewerVersion when it is sound and of a version that we do not know; InvalidInput when it is sound and says
/// nonsense.
Result<LedgerEvent> readLedgerEvent(const QByteArray& line);

/// The longest line that is written or read, in bytes.
inline constexpr qsizetype kMaxLedgerLine = 4 << 20;

} // namespace winnow
