// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/gapsplit.h"
#include "ui/charts/numbertable.h"
#include "ui/widgets/basics.h"

namespace winnow {

/// Why one model has two numbers: the gap by cause, in points that add up, each of which opens its samples.
class CompareWhy : public Card {
    Q_OBJECT
public:
    explicit CompareWhy(QWidget* parent = nullptr);
    void show(const GapSplit& split);

private:
    Text* m_sentence;
    Text* m_unrecorded;
    NumberTableModel m_model;
};

} // namespace winnow
