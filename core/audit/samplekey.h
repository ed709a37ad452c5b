// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditdata.h"

#include <QByteArray>

#include <optional>

namespace winnow {

/// The images of a sample as one value: their content hashes, or the places they should be at when they are
/// not to be had. Empty for a sample without images.
QByteArray imageKey(const AuditData& data, std::size_t sample);
/// Question, hint and options (in any order) as one value, spelling and spacing evened out; nothing when the
/// sample has neither question nor options.
std::optional<QByteArray> textKey(const AuditData& data, std::size_t sample);
/// The gold answer by content: the text of the gold option, or the answer itself, evened out.
QString goldContent(const AuditData& data, std::size_t sample);

} // namespace winnow
