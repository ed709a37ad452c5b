// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QString>

namespace winnow {

/// The manifest with "sha256" in it: the hash of all the rest, as compact JSON with sorted keys.
QJsonObject sealedManifest(QJsonObject manifest);

/// The bytes of a manifest's file.
QByteArray manifestBytes(const QJsonObject& manifest);

/// Reads a manifest that Winnow wrote and nobody changed since; NotFound when the file is none, Damaged when
/// it was changed.
Result<QJsonObject> readManifest(const QString& path);

} // namespace winnow
