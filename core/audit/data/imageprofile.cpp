// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/imageprofile.h"

#include <algorithm>
#include <array>

namespace winnow {

namespace {

/// Of the paper's brightness: pencil on paper has more, a washed-out photo less.
constexpr double kInkContrast = 0.25;
/// Below this there is nothing to see detail in.
constexpr double kFaintContrast = 0.1;
constexpr double kBlur = 16;
constexpr double kEnlarged = 64;

template <typename List> bool containsAny(const QString& text, const List& words)
{
    return std::any_of(words.begin(), words.end(),
        [&](const char* word) { return text.contains(QLatin1String(word), Qt::CaseInsensitive); });
}

} // namespace

ImageProfile imageProfileOf(const QString& capability)
{
    static constexpr std::array pages{"chart", "document", "table", "math", "diagram", "ocr", "doc", "plot",
        "geometry", "screen", "puzzle", "logic", "figure", "music"};
    static constexpr std::array photos{
        "scene", "spatial", "grounding", "counting", "photo", "natural", "driving", "remote"};
    if (capability.isEmpty()) {
        return ImageProfile::Unknown;
    }
    if (containsAny(capability, photos)) {
        return ImageProfile::Photo;
    }
    return containsAny(capability, pages) ? ImageProfile::Page : ImageProfile::Unknown;
}

bool readsText(const QString& capability)
{
    static constexpr std::array without{"spatial", "grounding", "counting", "general", "math", "natural"};
    return !containsAny(capability, without);
}

bool hasInk(const ImageMeasures& measures)
{
    const double contrast = measures.dark - measures.darkest;
    return contrast >= kInkContrast * measures.dark && contrast >= kFaintContrast;
}

bool isSoft(const ImageMeasures& measures)
{
    return measures.detail > 0 && measures.detail <= kBlur
        && measures.dark - measures.darkest >= kFaintContrast;
}

bool isEnlarged(const ImageMeasures& measures)
{
    return measures.detail > kBlur && measures.detail <= kEnlarged
        && measures.dark - measures.darkest >= kFaintContrast;
}

} // namespace winnow
