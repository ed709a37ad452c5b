// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/sentence.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace winnow {

/// A named selection of samples and how it was made.
struct Subset {
    SubsetId id;
    QString name;
    /// Id of the method that chose it.
    QString method;
    /// Samples that were asked for.
    qint64 budget = 0;
    qint64 seed = 0;
    /// Names of the subsets it was chosen within.
    QStringList parents;
    /// SHA-256 of what it was chosen from (scores, samples, constraints).
    QByteArray sourceHash;
    /// How it was asked for, enough to make it again.
    QJsonObject request;
    /// What was measured when it was made.
    QJsonObject report;
    QString createdAt;
    /// Samples it has now; filled in when read.
    qint64 size = 0;
};

/// One sample of a subset.
struct SubsetSample {
    SampleId sample;
    /// How much it counts in an accuracy over the subset.
    double weight = 1;
    /// Why it was chosen.
    Sentence why{};
};

} // namespace winnow
