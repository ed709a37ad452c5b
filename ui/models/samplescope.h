// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "core/store/project.h"

#include <QString>
#include <QVector>

#include <optional>

namespace winnow {

/// Which samples something is over: all of them, those that the policy keeps, or a subset.
struct SampleScope {
    enum class Kind { Whole, Kept, Subset };
    Kind kind = Kind::Whole;
    QString subset{};

    static SampleScope kept() { return {Kind::Kept}; }
    static SampleScope of(const QString& subset) { return {Kind::Subset, subset}; }

    /// The samples; not set = all. NotFound when the subset is gone. Not on the GUI thread.
    Result<std::optional<QVector<SampleId>>> samples(
        const Project& project, const Policy& policy, Progress& progress) const;

    friend bool operator==(const SampleScope&, const SampleScope&) = default;
};

/// "All samples", "Kept by the policy", "Subset core".
QString scopeTitle(const SampleScope& scope);

} // namespace winnow
