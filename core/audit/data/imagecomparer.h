// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/image/crop.h"
#include "core/image/samepicture.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace winnow {

struct AuditImage;

/// Where the bytes of images are read. Thread-safe.
class ImageSource {
public:
    virtual ~ImageSource() = default;
    virtual Result<QByteArray> bytes(const QByteArray& sha256, const QString& path) const = 0;
};

/// Looks into two pictures whose hashes are close to say whether they are one. Remembers its verdicts and
/// the pictures seen last. Thread-safe.
class ImageComparer {
public:
    explicit ImageComparer(std::shared_ptr<const ImageSource> source);
    ~ImageComparer();

    /// Whether `second`, turned, is a copy of `first`; false when one of them cannot be read.
    bool areCopies(const AuditImage& first, const AuditImage& second, Turn turn, int distance) const;

    /// Nothing when it cannot be read.
    CropSketch sketch(const AuditImage& image) const;
    /// Whether `part` was cut out of `whole`, near one of the places.
    bool isCrop(const AuditImage& part, const AuditImage& whole, const QVector<QPoint>& places) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace winnow
