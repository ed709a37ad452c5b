// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/blindthresholds.h"

namespace winnow {

namespace {

struct Row {
    const char* name;
    int open;
    int mcq;
};

// Longer names first where one contains another.
constexpr Row kDatasets[] = {
    {"chartqapro", 1, 1},
    {"chartqa", 1, 1},
    {"charxiv", 1, 1},
    {"infovqa", 1, 1},
    {"infographicvqa", 1, 1},
    {"countbench", 4, 4},
    {"tallyqa", 6, 6},
    {"mmerealworld", 1, 1},
    {"mmerw", 1, 1},
    {"ai2d", 5, 5},
    {"multisceneocr", 5, 5},
    {"ccocrmultiscene", 5, 5},
    {"ccocr", 1, 1},
    {"ocrvqa", 1, 1},
    {"ocrbench", 1, 1},
    {"docvqa", 1, 1},
    {"textvqa", 5, 5},
    {"realworldqa", 8, 8},
    {"logicvista", 6, 6},
    {"mathverse", 6, 6},
    {"mathvision", 1, 6},
    {"mathv", 1, 6},
    {"refcoco", 1, 1},
    {"pixmo", 1, 1},
    {"vqav2", 1, 1},
    {"mmbench", 6, 6},
    {"mmmu", 6, 6},
};

// For a set the paper does not have: the value of the capability's sets of that form.
constexpr Row kCapabilities[] = {
    {"chart", 1, 1},
    {"counting", 6, 6},
    {"diagram", 1, 5},
    {"table", 1, 5},
    {"document", 1, 1},
    {"scene", 5, 5},
    {"spatial", 1, 8},
    {"math", 1, 6},
    {"grounding", 1, 1},
    {"general", 1, 6},
};

QString squeezed(const QString& name)
{
    QString text;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber()) {
            text += c;
        }
    }
    return text;
}

template <std::size_t N> std::optional<int> lookUp(const Row (&rows)[N], const QString& name, bool mcq)
{
    const QString text = squeezed(name);
    for (const Row& row : rows) {
        if (text.contains(QLatin1String(row.name))) {
            return mcq ? row.mcq : row.open;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<int> datBenchThreshold(const QString& dataset, const QString& capability, bool mcq)
{
    if (const auto found = lookUp(kDatasets, dataset, mcq)) {
        return found;
    }
    return lookUp(kCapabilities, capability, mcq);
}

} // namespace winnow
