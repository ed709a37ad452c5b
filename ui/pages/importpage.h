// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/importcontroller.h"
#include "ui/pages/page.h"

class QStackedWidget;

namespace winnow {

class ImportFileList;
class ImportHeader;
class ImportPlanView;
class ImportReportView;
class ImportStart;

/// Brings files in: connects an ImportController with its views.
class ImportPage : public Page {
    Q_OBJECT
public:
    explicit ImportPage(AppContext& context);

    void projectChanged() override;
    void activated() override;
    bool filesDropped(const QStringList& files) override;
    QVariant carried() const override;
    void takeCarried(const QVariant& carried) override;

    bool isBusy() const { return m_import->isBusy(); }

private:
    QWidget* makeFiles();
    void connectViews();
    void connectImport();
    void show(ImportParts parts);
    void showFiles();
    void showFile();
    void tellRefused(const QVector<Error>& reasons);
    void tellUndone(const UndoneImport& done);

    std::unique_ptr<ImportController> m_import;
    ImportHeader* m_header;
    QStackedWidget* m_stack;
    ImportStart* m_start;
    ImportFileList* m_list;
    QStackedWidget* m_detail;
    ImportPlanView* m_plan;
    ImportReportView* m_report;
};

} // namespace winnow
