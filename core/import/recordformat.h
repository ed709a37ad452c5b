// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"

#include <vector>

namespace winnow {

/// A way in which a format lays its records out, as `formats` lists it.
struct RecordLayout {
    /// Stable, for --format.
    QString id;
    QString title;
    /// What such a file holds, one sentence.
    QString description;
    /// How sure it is of a file in this layout, as an Importer is: 0.5 where the records may be anything.
    double confidence = 0.5;
};

/// A way in which records stand in a file: knows its files by their beginning, and opens them. Adding one is
/// a file pair and a line in recordformatregistry.cpp; file dialogs, `formats` and importers() take the rest
/// from here.
class RecordFormat {
public:
    virtual ~RecordFormat() = default;
    /// Stable.
    virtual QString id() const = 0;
    virtual QString title() const = 0;
    /// Usual endings of such files, without the dot. Only people go by them.
    virtual QStringList suffixes() const = 0;
    virtual std::vector<RecordLayout> layouts() const = 0;
    /// How sure it is of a file by its first (up to) 64 KB, 0..1; 0 = it is another's.
    virtual double sniff(QByteArrayView head) const = 0;
    virtual Result<std::unique_ptr<RecordSource>> open(
        const QString& path, const ReadLimits& limits) const = 0;
};

/// The format that is surest of a file that begins like this; nullptr when none reads it.
const RecordFormat* recordFormatOf(QByteArrayView head);
/// The endings of files that are taken for records in a folder, where nobody named them: a .txt may be
/// anything.
QStringList recordSuffixes();
/// Every format, in the order to show them.
const std::vector<std::unique_ptr<RecordFormat>>& recordFormats();
/// The endings of all of them and of archives, "*.csv *.tsv … *.zip", as file dialogs take them.
QString recordFilePatterns();

} // namespace winnow
