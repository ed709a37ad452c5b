// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/basics.h"

namespace winnow {

class AuditController;
class AuditLines;
struct DetectorState;

/// What a detector looks for, where that comes from and what it needs of the datasets, and running it.
class AuditAbout : public QWidget {
    Q_OBJECT
public:
    explicit AuditAbout(AuditController& audit, QWidget* parent = nullptr);

    void showDetector();
    void showRunning();
    QPushButton* runThis() const { return m_run; }

private:
    void showNeeds(const DetectorState& state);
    void showWishes(const DetectorState& state);

    AuditController& m_audit;
    Text* m_title;
    QPushButton* m_run;
    Text* m_description;
    Text* m_source;
    AuditLines* m_needs;
};

} // namespace winnow
