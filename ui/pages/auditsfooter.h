// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/util/plainwidgets.h"

#include <QStackedWidget>

namespace winnow {

class AuditController;
class Text;
class WorkProgress;

/// Below the detectors: how many can run and what their last runs changed, or how far a run is.
class AuditsFooter : public QStackedWidget {
    Q_OBJECT
public:
    explicit AuditsFooter(AuditController& audit, QWidget* parent = nullptr);

    void showSummary();
    void showRunning();

private:
    void openRuns(const QString& change);
    Markup summary() const;

    AuditController& m_audit;
    Text* m_summary;
    WorkProgress* m_progress;
};

} // namespace winnow
