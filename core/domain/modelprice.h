// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace winnow {

/// What a model costs. US dollars; nothing = not set, which is not 0.
struct ModelPrice {
    QString model;
    /// A million prompt tokens.
    std::optional<double> input;
    /// A million output tokens.
    std::optional<double> output;
    /// An image.
    std::optional<double> image;
    /// An hour of the machine that it runs on.
    std::optional<double> gpuHour;
    /// ISO date.
    QString asOf;
    /// Where it is from.
    QString note;

    bool isEmpty() const { return !input && !output && !image && !gpuHour; }
    /// Of one response; `seconds` of the machine. Nothing where no price is set, or where the amount of
    /// something that has a price was not recorded.
    std::optional<double> costOf(std::optional<double> promptTokens, std::optional<double> outputTokens,
        int images, std::optional<double> seconds) const;

    friend bool operator==(const ModelPrice&, const ModelPrice&) = default;
};

} // namespace winnow
