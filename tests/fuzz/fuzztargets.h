// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <span>
#include <string_view>

namespace winnow::fuzz {

/// One parser, fed with any bytes. It must come back, without a fault, whatever they are.
struct Target {
    std::string_view name;
    void (*run)(QByteArrayView bytes);
};

/// Every parser of ours that reads what others wrote.
std::span<const Target> targets();
/// Null when there is none of that name.
const Target* targetByName(std::string_view name);

} // namespace winnow::fuzz
