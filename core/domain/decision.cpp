// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/decision.h"

#include <array>

namespace winnow {

namespace {

template <typename Enum, size_t N>
std::optional<Enum> find(const std::array<const char*, N>& names, QStringView id)
{
    for (size_t i = 0; i < N; ++i) {
        if (id == QLatin1String(names[i])) {
            return Enum(i);
        }
    }
    return std::nullopt;
}

constexpr std::array kVerdicts{"", "confirm", "override", "unsure"};
constexpr std::array kActions{"", "keep", "drop", "fix", "convert", "circular"};
constexpr std::array kDispositions{"keep", "drop", "fix", "convert", "circular"};
constexpr std::array kFlagStates{"open", "confirmed", "overridden", "unsure", "disputed"};

} // namespace

QString verdictId(Verdict verdict)
{
    return QString::fromLatin1(kVerdicts.at(size_t(verdict)));
}

std::optional<Verdict> verdictFromId(QStringView id)
{
    return find<Verdict>(kVerdicts, id);
}

QString actionId(Action action)
{
    return QString::fromLatin1(kActions.at(size_t(action)));
}

std::optional<Action> actionFromId(QStringView id)
{
    return find<Action>(kActions, id);
}

QString dispositionId(Disposition disposition)
{
    return QString::fromLatin1(kDispositions.at(size_t(disposition)));
}

QString flagStateId(FlagState state)
{
    return QString::fromLatin1(kFlagStates.at(size_t(state)));
}

std::optional<FlagState> flagStateFromId(QStringView id)
{
    return find<FlagState>(kFlagStates, id);
}

} // namespace winnow
