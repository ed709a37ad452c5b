// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/domain/decision.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace winnow {

/// What a detector says of a sample, before it is stored.
struct FlagDraft {
    SampleId sampleId;
    /// A FlagKind id.
    QString kind;
    /// Confidence that the flag is right, 0..1, higher first in queues.
    double score = 0;
    /// Tells apart several flags of one kind on one sample; usually empty. Part of the fingerprint.
    QString discriminator;
    /// For people: {"summary": one sentence, …numbers the card shows}. Keys are documented by the detector.
    QJsonObject evidence;
};

/// A stored flag with its state after the decisions on it.
struct Flag {
    FlagId id;
    SampleId sampleId;
    QString sampleKey;
    QString kind;
    QString detector;
    double score = 0;
    /// SHA-256 of (detector, kind, dataset, source index, discriminator): stable across runs.
    QByteArray fingerprint;
    QJsonObject evidence;
    FlagState state = FlagState::Open;
    /// False once a later run of the detector no longer raises it.
    bool active = true;
};

} // namespace winnow
