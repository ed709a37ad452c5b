// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordset.h"

namespace winnow {

/// A JSON file at a place, with what its kind is told by.
struct JsonFile {
    /// Below the place's folder.
    QString name;
    QString path;
    /// The first 64 KB.
    QByteArray head;
};

/// The first 64 KB of a file; empty when it cannot be read.
QByteArray headOf(const QString& path);

/// The JSON files beside the place's file, or of its folder and three levels below it; at most 400 of them.
std::vector<JsonFile> jsonFilesIn(const SetPlace& place);

} // namespace winnow
