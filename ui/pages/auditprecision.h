// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/numbertable.h"
#include "ui/widgets/basics.h"

namespace winnow {

struct DetectorState;

/// How often people confirmed a detector's flags, and the random reviews that make it known.
class AuditPrecision : public Card {
    Q_OBJECT
public:
    explicit AuditPrecision(QWidget* parent = nullptr);

    void showDetector(const DetectorState& state);

private:
    static QStringList sentences(const DetectorState& state);
    static QString howChosen(const DetectorState& state);
    static NumberTable verdicts(const DetectorState& state);

    Text* m_text;
    NumberTableModel m_verdicts;
    QPushButton* m_review;
    ClickThrough m_queue;
};

} // namespace winnow
