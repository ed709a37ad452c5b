// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/accountedfolder.h"
#include "core/export/stagingfolder.h"

#include <optional>

namespace winnow {

/// Puts the staged folder in the place of `target` in one step, at any kill the one or the other: as a new
/// folder, or in exchange for what is there when `before` knows all of it. Synced to disk. Returns sentences
/// about what is worth a word although it is done.
Result<SentenceList> publishFolder(
    StagingFolder& staging, const QString& target, const std::optional<AccountedFolder>& before);

/// Puts the staged file `name` in the place of `target` in one step, after its manifest, which is staged
/// under `name` + ".manifest.json". An error leaves both as they were.
Result<SentenceList> publishFile(StagingFolder& staging, const QString& name, const QString& target);

} // namespace winnow
