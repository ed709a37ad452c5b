// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace winnow::cli {

/// `decide P --sample KEY …`: appends a decision to the ledger.
class DecideCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `undo P --annotator NAME`: appends the inverse of the annotator's last decision; `redo` brings it again.
class UndoCommand : public Command {
public:
    enum class Direction { Undo, Redo };
    explicit UndoCommand(Direction direction)
        : m_direction(direction)
    {
    }
    Description description() const override;
    int run(Context& context) const override;

private:
    Direction m_direction;
};

/// `merge P OTHER...`: brings in the decisions of others.
class MergeCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

/// `ledger P --out FILE.jsonl`: writes all events.
class LedgerCommand : public Command {
public:
    Description description() const override;
    int run(Context& context) const override;
};

} // namespace winnow::cli
