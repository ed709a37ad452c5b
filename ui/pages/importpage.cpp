// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importpage.h"

#include "ui/models/terms.h"
#include "ui/pages/importfields.h"
#include "ui/pages/importfilelist.h"
#include "ui/pages/importheader.h"
#include "ui/pages/importhistoryview.h"
#include "ui/pages/importplanview.h"
#include "ui/pages/importreportview.h"
#include "ui/pages/importstart.h"
#include "ui/widgets/basics.h"

#include <QFileInfo>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace winnow {

ImportPage::ImportPage(AppContext& app)
    : Page(app)
    , m_import(std::make_unique<ImportController>(app.jobs()))
    , m_header(new ImportHeader(*m_import))
    , m_stack(new QStackedWidget)
    , m_start(new ImportStart(*m_import))
    , m_list(new ImportFileList)
    , m_detail(new QStackedWidget)
    , m_plan(new ImportPlanView(*m_import))
    , m_report(new ImportReportView(*m_import))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(new Rule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_start);
    m_stack->addWidget(makeFiles());
    connectViews();
    connectImport();
    showFiles();
}

QWidget* ImportPage::makeFiles()
{
    m_detail->addWidget(m_plan);
    m_detail->addWidget(m_report);
    auto* splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({32 * kUnit, 100 * kUnit});
    return splitter;
}

void ImportPage::connectViews()
{
    connect(m_start, &ImportStart::filesWanted, m_header, &ImportHeader::chooseFiles);
    connect(m_start->history(), &ImportHistoryView::asking, this, [this] { takeBackMessage(); });
    connect(m_header, &ImportHeader::beforeChosen, this, &ImportPage::showFiles);
    connect(m_list, &ImportFileList::currentRowChanged, m_import.get(), &ImportController::choose);
}

void ImportPage::connectImport()
{
    ImportController* import = m_import.get();
    connect(import, &ImportController::changed, this, &ImportPage::show);
    connect(import, &ImportController::movedOn, this, [this] { takeBackMessage(); });
    connect(import, &ImportController::refused, this, &ImportPage::tellRefused);
    connect(import, &ImportController::failed, this, [this](const Error& error) { notify(error); });
    connect(import, &ImportController::stopped, this, [this] {
        notify({Message::Kind::Info, tr("The import was stopped; the project is as before"), {}, {}, {}});
    });
    connect(import, &ImportController::saved, this, [this](const QString& path) {
        notify({Message::Kind::Success, tr("Saved %1").arg(path), {}, {}, {}});
    });
    connect(import, &ImportController::undone, this, &ImportPage::tellUndone);
}

void ImportPage::projectChanged()
{
    m_header->leaveBefore();
    m_import->setProject(context().project());
}

void ImportPage::activated()
{
    m_import->readRecords();
}

bool ImportPage::filesDropped(const QStringList& files)
{
    m_import->add(filesToImport(files));
    return true;
}

QVariant ImportPage::carried() const
{
    const QVector<ImportRequest> waiting = m_import->queue().waiting();
    return waiting.isEmpty() ? QVariant()
                             : QVariant::fromValue(std::make_shared<QVector<ImportRequest>>(waiting));
}

void ImportPage::takeCarried(const QVariant& carried)
{
    if (const auto waiting = carried.value<std::shared_ptr<QVector<ImportRequest>>>()) {
        m_import->add(*waiting);
    }
}

void ImportPage::show(ImportParts parts)
{
    if (parts & ImportPart::Records) {
        m_start->history()->showHistory();
        m_plan->fields()->setDatasets(m_import->records().history().datasets);
    }
    if (parts & (ImportPart::Records | ImportPart::Files)) {
        showFiles();
    }
    if (parts & ImportPart::File) {
        showFile();
    }
    if (parts & ImportPart::Preview) {
        m_plan->showPreview();
    }
}

void ImportPage::showFiles()
{
    m_header->showFiles();
    m_list->showFiles(m_import->queue());
    // What is only looked at yet may be refused: then the page stays as it was.
    m_stack->setCurrentIndex(m_import->queue().isKnown() && !m_header->showsBefore() ? 1 : 0);
}

void ImportPage::showFile()
{
    const ImportFile* file = m_import->queue().file();
    if (!file) {
        return;
    }
    if (file->report) {
        m_report->showReport();
        m_detail->setCurrentWidget(m_report);
    } else {
        m_plan->showFile();
        m_detail->setCurrentWidget(m_plan);
    }
}

void ImportPage::tellRefused(const QVector<Error>& reasons)
{
    if (reasons.size() == 1) {
        notify(reasons.first());
        return;
    }
    QStringList texts;
    for (const Error& each : reasons) {
        texts.append(errorText(each));
    }
    notify({Message::Kind::Error, tr("%Ln files cannot be imported", nullptr, int(reasons.size())),
        texts.join(u'\n'), {}, {}});
}

void ImportPage::tellUndone(const UndoneImport& done)
{
    notify({Message::Kind::Success, tr("The import of %1 is undone").arg(QFileInfo(done.file).fileName()),
        ImportHistoryView::whatWent(done), {}, {}});
}

} // namespace winnow
