// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace winnow {

/// Decodes base64 with or without a "data:…;base64," prefix, line breaks and padding. Anything else is an
/// error that says at which character what was found; more than `maxBytes` decoded is LimitExceeded.
Result<QByteArray> decodeBase64(QByteArrayView text, qint64 maxBytes);

/// True for a long text of base64 characters only (judged on its beginning); cheap.
bool looksLikeBase64(QByteArrayView text);

} // namespace winnow
