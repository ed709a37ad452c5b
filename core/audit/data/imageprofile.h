// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/quality.h"

#include <QString>

namespace winnow {

/// What the pictures of a capability usually are.
enum class ImageProfile { Photo, Page, Unknown };

/// By the capability's name: DatBench's nine, and names that contain a telling word ("ocr", "table").
ImageProfile imageProfileOf(const QString& capability);

/// Whether reading text in the picture is what the capability is about; true where it is not known.
bool readsText(const QString& capability);

/// Whether something dark is drawn on something brighter, however little of it; the page itself may be dark.
bool hasInk(const ImageMeasures& measures);

/// Whether the image was enlarged from a tiny one: it shows no more than some 24 to 64 px a side. Less is
/// blur, and what has hardly any contrast is faint.
bool isEnlarged(const ImageMeasures& measures);

/// Whether the image shows no more than some 16 px a side would, although there is something to see.
bool isSoft(const ImageMeasures& measures);

} // namespace winnow
