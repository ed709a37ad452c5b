// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/knowndatasets.h"
#include "core/domain/sample.h"
#include "core/sqlite/connection.h"
#include "core/transform/prompt.h"

#include <QStringList>
#include <QVector>

namespace winnow {

/// What is set for a dataset and can be set anew.
struct DatasetSettings {
    DatasetId id;
    QString dataset;
    qint64 samples = 0;
    /// As it is stored: empty = by its name, "none", or a key.
    QString knownAs;
    /// Which of the suite that makes it; null = none.
    const KnownDataset* known = nullptr;
    /// Of its samples, sorted.
    QStringList capabilities;
    QString scorer;
    /// Why, where an import chose it; empty when a person did.
    Sentence scorerReason;
    int blindHits = 0;
    int blindHitsOfChoices = 0;
    PromptTemplate prompt;
    /// Its first sample, for showing the prompt; no dataset when it has none.
    Sample example;

    /// The one that all its samples have; empty where they differ.
    QString capability() const { return capabilities.size() == 1 ? capabilities.front() : QString(); }
};

/// What stands around the questions of a dataset. Throws sqlite::Failure.
PromptTemplate readPrompt(sqlite::Connection& connection, DatasetId dataset);

/// Of all datasets, by name. Throws sqlite::Failure.
QVector<DatasetSettings> readDatasetSettings(sqlite::Connection& connection);
/// The names that changeDatasetSetting() takes: "capability" and the settings of a dataset.
QStringList datasetFields();
/// Sets one field; a capability is given to every sample. InvalidInput says what the field takes. Throws
/// sqlite::Failure.
Result<> changeDatasetSetting(
    sqlite::Connection& connection, DatasetId dataset, const QString& field, const QString& value);

/// Which datasets of the suite a project has, by capability.
struct SuiteCoverage {
    struct Entry {
        const KnownDataset* known = nullptr;
        /// The project's datasets that are it.
        QStringList datasets;
    };
    struct Part {
        const KnownCapability* capability = nullptr;
        QVector<Entry> entries;
        int here = 0;
    };
    QVector<Part> parts;
    int here = 0;
    int of = 0;
};
SuiteCoverage suiteCoverage(const QVector<DatasetSettings>& datasets);

} // namespace winnow
