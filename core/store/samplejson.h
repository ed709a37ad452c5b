// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"

#include <optional>

namespace winnow {

/// A sample with all its parts as JSON, for what must come back exactly; images by their ids and what stands
/// in their place. Ids and dataset are left out.
QByteArray sampleToJson(const Sample& sample);
/// Nothing where it is none.
std::optional<Sample> sampleFromJson(const QByteArray& json);

} // namespace winnow
