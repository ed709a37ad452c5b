// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/samplescope.h"

#include "core/curate/dispositions.h"
#include "core/store/subsetstore.h"

#include <QCoreApplication>

namespace winnow {

Result<std::optional<QVector<SampleId>>> SampleScope::samples(
    const Project& project, const Policy& policy, Progress& progress) const
{
    if (kind == Kind::Whole) {
        return std::optional<QVector<SampleId>>();
    }
    const auto found
        = kind == Kind::Kept ? keptSamples(project, policy, progress) : samplesOfSubset(project, subset);
    return found.map([](const QVector<SampleId>& samples) { return std::optional(samples); });
}

QString scopeTitle(const SampleScope& scope)
{
    switch (scope.kind) {
    case SampleScope::Kind::Whole:
        return QCoreApplication::translate("winnow", "All samples");
    case SampleScope::Kind::Kept:
        return QCoreApplication::translate("winnow", "Kept by the policy");
    case SampleScope::Kind::Subset:
        return QCoreApplication::translate("winnow", "Subset %1").arg(scope.subset);
    }
    return {};
}

} // namespace winnow
