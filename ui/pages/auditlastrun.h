// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/numbertable.h"
#include "ui/widgets/basics.h"

namespace winnow {

class AuditLines;
class DataTable;
struct AuditOverview;
struct DetectorRun;
struct DetectorState;

/// What the last runs of a detector changed, why they failed, and what they found of the datasets as a whole.
class AuditLastRun : public Card {
    Q_OBJECT
public:
    explicit AuditLastRun(QWidget* parent = nullptr);

    void showDetector(const DetectorState& state, const AuditOverview& overview);

private:
    static NumberTable changesOf(const DetectorState& state, const AuditOverview& overview);
    static QStringList failuresOf(const DetectorState& state, const AuditOverview& overview);
    void showFindings(const DetectorState& state, const AuditOverview& overview);

    Text* m_text;
    NumberTableModel m_runs;
    DataTable* m_table;
    AuditLines* m_findings;
};

} // namespace winnow
