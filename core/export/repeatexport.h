// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// What makes an export again: the same bytes from the same sources and decisions, on any machine.
struct RepeatedExport {
    const Exporter* exporter = nullptr;
    ExportSelection selection;
    /// Without `out`.
    ExportOptions options;
};

/// Reads it from a manifest (readManifest) and holds sources, decisions and subset of the project against it.
/// InvalidInput names what is another: then other bytes would come. Not on the GUI thread.
Result<RepeatedExport> repeatExport(const Project& project, const QJsonObject& manifest);

/// Files that came out with other bytes than the manifest says, or did not come at all.
QStringList changedFiles(const QJsonObject& manifest, const QJsonObject& repeated);

} // namespace winnow
