// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/basics.h"

class QComboBox;

namespace winnow {

class AuditController;

/// The line above the detectors: the preset of all settings, and running everything.
class AuditsHeader : public PageHeader {
    Q_OBJECT
public:
    explicit AuditsHeader(AuditController& audit, QWidget* parent = nullptr);

    void showPreset();
    void showRunning();
    QPushButton* runAll() const { return m_runAll; }

private:
    void fillPresets();

    AuditController& m_audit;
    QComboBox* m_preset;
    QPushButton* m_runAll;
};

/// Why nothing can be run in a project that is open for reading only; empty where that is not so.
QString readOnlyTip(const AuditController& audit);

} // namespace winnow
