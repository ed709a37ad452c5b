// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QGridLayout;

namespace winnow {

class AuditAbout;
class AuditController;
class AuditLastRun;
class AuditParameters;
class AuditPrecision;
class AuditPreviewCard;
class JobModel;

/// One detector: what it is about, a preview, how precise it is, its parameters and its last run.
class AuditDetail : public QScrollArea {
    Q_OBJECT
public:
    AuditDetail(AuditController& audit, JobModel* jobs, QWidget* parent = nullptr);

    /// Two columns where there is room, else one under the other.
    void arrange(bool wide);
    /// The detector that is looked at, or nothing.
    void showDetector();
    void showSettings();
    void toTop();
    /// Draws again in the colours of the theme.
    void restyle();
    AuditAbout* about() const { return m_about; }
    AuditPreviewCard* preview() const { return m_preview; }

private:
    void connectParts();

    AuditController& m_audit;
    AuditAbout* m_about;
    AuditPreviewCard* m_preview;
    AuditPrecision* m_precision;
    AuditParameters* m_parameters;
    AuditLastRun* m_lastRun;
    /// Precision and parameters.
    QWidget* m_side;
    QGridLayout* m_grid;
};

} // namespace winnow
