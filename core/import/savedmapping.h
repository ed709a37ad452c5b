// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/importrequest.h"

namespace winnow {

/// What people say of files of one kind, saved under a name and shared as a file: which column is what, and
/// what is meant by the file's words for conditions and models.
struct SavedMapping {
    QString name;
    FieldMapping mapping;
    /// As ImportRequest has them.
    QVector<std::pair<QString, QString>> conditionMap;
    QVector<std::pair<QString, QString>> modelMap;
    QString setting;
};

/// What a request says, with the mapping that was planned for it where the request has none of its own.
SavedMapping savedMappingOf(const QString& name, const ImportRequest& request, const FieldMapping& planned);
/// Says all of it in a request; what the request says of words and the setting goes before it.
void applyMapping(const SavedMapping& saved, ImportRequest& request);

/// The columns that a mapping names and a file does not have: they are left out of it, and it is noted.
/// InvalidInput when the file has none of the columns.
Result<FieldMapping> fittedMapping(const FieldMapping& mapping, const SourceProfile& profile);

/// Where saved mappings are offered by name: the user's settings, for window and command line alike.
QString mappingFolder();
/// Names of those that are saved there, sorted.
QStringList savedMappingNames();
/// The file of a name in that folder; a path stays as it is.
QString mappingPath(const QString& nameOrPath);

/// Io, or InvalidInput for a file that is no saved mapping or from a newer version.
Result<SavedMapping> readMapping(const QString& nameOrPath);
/// Replaces what is there.
Result<> writeMapping(const QString& nameOrPath, const SavedMapping& saved);

} // namespace winnow
