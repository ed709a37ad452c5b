// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace winnow::sqlite {

/// Which file it is, whatever it is named: device and inode.
struct FileIdentity {
    quint64 device = 0;
    quint64 inode = 0;

    auto operator<=>(const FileIdentity&) const = default;

    /// Of what `path` names now, links followed; nothing when it names nothing.
    static std::optional<FileIdentity> of(const QString& path);
    static std::optional<FileIdentity> of(int descriptor);
};

} // namespace winnow::sqlite
