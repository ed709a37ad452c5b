// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordfiles.h"
#include "core/import/recordformat.h"

#include <QVector>

namespace winnow {

/// Where the files of a set are looked for.
struct SetPlace {
    /// Absolute.
    QString folder;
    /// The file in it that was opened: only what stands beside it counts. Empty = the folder, with those in
    /// it.
    QString file;
};

/// Files that are one source together, or one file of a place that holds several sources.
struct RecordSet {
    /// Tells it from the others of its place: what stands behind the place's path to open it alone.
    QString name;
    /// Absolute.
    QStringList files;
    /// Empty: the file is read as files are.
    RecordFiles::Opener open;
};

/// A layout of several files that mean something only together: questions here and their answers there, a
/// folder for each model. Knows such places by the names and the beginnings of the files. Adding one is a
/// file pair and a line in recordsetregistry.cpp.
class RecordSetFormat {
public:
    virtual ~RecordSetFormat() = default;
    /// What its sources call their layout; none where they are files of known formats.
    virtual std::vector<RecordLayout> layouts() const { return {}; }
    /// Empty when the place is another's.
    virtual QVector<RecordSet> find(const SetPlace& place) const = 0;
};

/// Every one, in the order to ask them.
const std::vector<std::unique_ptr<RecordSetFormat>>& recordSetFormats();
/// What the first one finds that knows the place.
QVector<RecordSet> recordSetsIn(const SetPlace& place);

} // namespace winnow
