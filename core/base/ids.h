// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace winnow {

/// A row id that only compiles where that kind of row is meant. 0 is "none".
template <typename Tag> struct Id {
    qint64 value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using DatasetId = Id<struct DatasetTag>;
using SampleId = Id<struct SampleTag>;
using ImageId = Id<struct ImageTag>;
using ModelId = Id<struct ModelTag>;
using RunId = Id<struct RunTag>;
using DetectorRunId = Id<struct DetectorRunTag>;
using FlagId = Id<struct FlagTag>;
using DecisionId = Id<struct DecisionTag>;
using ImportId = Id<struct ImportTag>;
using SubsetId = Id<struct SubsetTag>;

} // namespace winnow
