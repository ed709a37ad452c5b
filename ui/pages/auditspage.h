// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/auditcontroller.h"
#include "ui/pages/page.h"

class QSplitter;
class QStackedWidget;

namespace winnow {

class AuditDetail;
class AuditsFooter;
class AuditsHeader;
class AuditsList;
class EmptyState;

/// The detectors: connects an AuditController with the views of their list, of one of them and of the runs.
class AuditsPage : public Page {
    Q_OBJECT
public:
    explicit AuditsPage(AppContext& context);
    ~AuditsPage() override;

    void projectChanged() override;
    void activated() override;
    void deactivated() override;
    void goBackTo(const PagePlace& place) override;
    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

    /// Shows a detector; false when there is none of that id.
    bool selectDetector(const QString& id) { return m_audit->select(id); }
    QString selectedDetector() const { return m_audit->selected(); }
    DetectorListModel* detectors() { return m_audit->detectors(); }

protected:
    QVariant ownPlace() const override { return m_audit->selected(); }
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeLeft();
    void connectViews();
    void connectAudit();
    void show(AuditChanges changes);
    void showStage();
    void takeFocus();
    void tellFinished(const AuditReport& report);

    std::unique_ptr<AuditController> m_audit;
    AuditsHeader* m_header;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    AuditsList* m_list;
    AuditsFooter* m_footer;
    AuditDetail* m_detail;
    bool m_active = false;
    /// The list takes the focus once it is there.
    bool m_wantsFocus = false;
};

} // namespace winnow
