// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the Import page shows: the files, a file's plan with its preview, its report, and what was imported.

#include "core/store/importstore.h"
#include "ui/models/tableroles.h"
#include "ui/models/terms.h"
#include "ui/pages/importpage.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/mappingform.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>

namespace winnow {

namespace {

const QString kPreviewSlot = QStringLiteral("preview");
const QString kHistorySlot = QStringLiteral("history");

QString severityTitle(ImportIssue::Severity severity)
{
    switch (severity) {
    case ImportIssue::Severity::Rejected:
        return ImportPage::tr("rejected");
    case ImportIssue::Severity::Warning:
        return ImportPage::tr("warning");
    case ImportIssue::Severity::Note:
        return ImportPage::tr("note");
    }
    return {};
}

QStandardItem* cell(const QString& text, bool number = false)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), Qt::TextAlignmentRole);
    if (!number && text.size() > 24) {
        setTip(item, text);
    }
    return item;
}

} // namespace

QString ImportPage::roleTitle(ImportRole role)
{
    switch (role) {
    case ImportRole::Samples:
        return tr("Samples");
    case ImportRole::Responses:
        return tr("Model responses");
    case ImportRole::Both:
        return tr("Samples with responses");
    }
    return {};
}

void ImportPage::showFiles()
{
    const int row = currentRow();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const File& file : std::as_const(m_files)) {
            QString state = tr("reading…");
            QString icon = QStringLiteral("file");
            if (file.importing) {
                state = tr("importing…");
            } else if (file.report) {
                const qint64 count = file.report->samples.total() + file.report->responses.total();
                state = file.report->rejected > 0
                    ? tr("%1 records, %2 rejected")
                          .arg(formatCount(count), formatCount(file.report->rejected))
                    : tr("%1 records").arg(formatCount(count));
                icon = file.report->rejected > 0 ? QStringLiteral("warning") : QStringLiteral("confirm");
            } else if (!file.error.isEmpty()) {
                state = tr("cannot be imported");
                icon = QStringLiteral("error");
            } else if (file.plan) {
                state = roleTitle(file.plan->mapping.role) + QStringLiteral(" → ") + file.plan->dataset;
            }
            auto* item = new QListWidgetItem(
                lineIcon(icon), QFileInfo(file.path).fileName() + u'\n' + state, m_list);
            setTip(item, file.path);
        }
        m_list->setCurrentRow(m_files.isEmpty() ? -1 : qBound<int>(0, row, int(m_files.size()) - 1));
    }
    bool ready = false;
    for (const File& file : std::as_const(m_files)) {
        ready |= file.plan && !file.report && !file.importing;
    }
    const bool writable = context().project() && !context().project()->isReadOnly();
    m_importAll->setVisible(m_files.size() > 1);
    m_importAll->setEnabled(ready && writable && !isImporting());
    m_stack->setCurrentIndex(m_files.isEmpty() ? 0 : 1);
    showFile();
}

void ImportPage::showFile()
{
    const File* file = current();
    if (!file) {
        return;
    }
    m_detail->setCurrentIndex(file->report ? 1 : 0);
    if (file->report) {
        showReport(*file);
    } else {
        showPlan(*file);
    }
}

void ImportPage::showPlan(const File& file)
{
    m_filling = true;
    m_planTitle->setText(QFileInfo(file.path).fileName());
    QStringList notes;
    if (!file.error.isEmpty()) {
        notes.append(file.error);
    }
    if (file.plan) {
        notes.append(tr("%1, %2 records looked at.")
                         .arg(file.plan->formatTitle, formatCount(file.plan->profile.rows)));
        if (file.plan->remembered) {
            notes.append(tr("The columns are mapped as the last time a file had them."));
        }
        notes += file.plan->mapping.notes;
        if (file.plan->mapping.role != ImportRole::Samples && !file.plan->newDataset) {
            notes.append(tr("%1 of the first keys are samples of the dataset %2.")
                             .arg(formatPercent(file.plan->matchingKeys, 0), file.plan->dataset));
        }
        if (!file.plan->mapping.responses.isEmpty()) {
            QStringList models;
            for (const ResponseColumns& columns : file.plan->mapping.responses) {
                models.append(columns.model.isEmpty() ? columns.response : columns.model);
            }
            notes.append(tr("Response columns: %1.").arg(models.mid(0, 12).join(QLatin1String(", "))));
        }
    }
    m_planNotes->setText(notes.join(u'\n'));
    m_planNotes->setTone(file.error.isEmpty() ? Text::Tone::Muted : Text::Tone::Negative);
    const bool usable = file.plan.has_value() && file.error.isEmpty();
    const bool writable = context().project() && !context().project()->isReadOnly();
    m_import->setEnabled(usable && writable && !file.importing && !isImporting());
    for (QWidget* field :
        std::initializer_list<QWidget*>{m_role, m_dataset, m_capability, m_images, m_mapping}) {
        field->setEnabled(usable);
    }
    if (file.plan) {
        const ImportRole role = file.plan->mapping.role;
        m_role->setCurrentIndex(m_role->findData(int(role)));
        m_responseFields->setVisible(role != ImportRole::Samples);
        m_dataset->setEditText(file.request.dataset.isEmpty() ? file.plan->dataset : file.request.dataset);
        m_capability->setText(file.request.capability);
        m_model->setText(file.request.model);
        m_images->setText(file.request.imagesDir);
        m_condition->setCurrentIndex(
            file.request.condition ? m_condition->findData(int(*file.request.condition)) : 0);
        QStringList columns;
        for (const ColumnProfile& profile : file.plan->profile.columns) {
            columns.append(profile.name);
        }
        m_mapping->show(file.request.mapping.value_or(file.plan->mapping), columns);
        loadPreview();
    }
    m_filling = false;
}

void ImportPage::loadPreview()
{
    const File* file = current();
    if (!file || !file->plan) {
        return;
    }
    m_tracker.start(
        kPreviewSlot, {},
        [path = file->path, mapping = file->request.mapping.value_or(file->plan->mapping)](
            Progress&) { return previewMapping(path, mapping, 20); },
        [this](const Result<MappedPreview>& preview) {
            m_preview.clear();
            if (!preview) {
                context().notify(preview.error());
                return;
            }
            QStringList titles;
            for (const QString& id : preview->fields) {
                const ImportField* field = importFieldById(id);
                titles.append(field ? importFieldTitle(*field) : id);
            }
            m_preview.setHorizontalHeaderLabels(titles);
            for (const QStringList& texts : preview->rows) {
                QList<QStandardItem*> row;
                for (const QString& text : texts) {
                    row.append(cell(text.simplified().left(300)));
                }
                m_preview.appendRow(row);
            }
        });
}

void ImportPage::showReport(const File& file)
{
    const ImportReport& report = *file.report;
    m_reportTitle->setText(QFileInfo(file.path).fileName() + QStringLiteral(" → ") + report.dataset);
    QStringList lines;
    const auto counts = [&](const QString& what, const ImportCounts& number) {
        if (number.total() > 0) {
            lines.append(tr("%1: %2 new, %3 changed, %4 unchanged")
                             .arg(what, formatCount(number.added), formatCount(number.changed),
                                 formatCount(number.unchanged)));
        }
    };
    counts(tr("Samples"), report.samples);
    counts(tr("Responses"), report.responses);
    if (report.rotations > 0) {
        lines.append(tr("%1 rotated rows").arg(formatCount(report.rotations)));
    }
    if (report.images > 0 || report.imagesMissing > 0) {
        lines.append(tr("Images: %1, missing %2, unreadable %3, refused %4")
                         .arg(formatCount(report.images), formatCount(report.imagesMissing),
                             formatCount(report.imagesUnreadable), formatCount(report.imagesRefused)));
    }
    if (report.missingResponses > 0) {
        lines.append(tr("%1 responses are missing; they do not count as wrong")
                         .arg(formatCount(report.missingResponses)));
    }
    lines.append(
        tr("%1 rejected, %2 warnings").arg(formatCount(report.rejected), formatCount(report.warnings)));
    lines += report.messages;
    m_reportText->setText(lines.join(u'\n'));
    m_issues.removeRows(0, m_issues.rowCount());
    for (const ImportIssue& issue : report.issues) {
        QStandardItem* state = cell(severityTitle(issue.severity));
        state->setData(issue.severity == ImportIssue::Severity::Rejected ? -1 : 0, ToneRole);
        m_issues.appendRow({state, cell(issue.line > 0 ? formatCount(issue.line) : QString(), true),
            cell(issue.column), cell(issue.found), cell(issue.expected), cell(issue.sampleKey)});
    }
    m_issueTable->resizeColumnsToContents();
    const bool any = !report.issues.isEmpty();
    m_issueTitle->setVisible(any);
    m_issueTable->setVisible(any);
    m_saveReport->setEnabled(any);
}

void ImportPage::loadHistory()
{
    if (!context().project()) {
        m_history.removeRows(0, m_history.rowCount());
        return;
    }
    m_tracker.start(
        kHistorySlot, {},
        [project = context().project()](
            Progress&) { return project->read([](sqlite::Connection& c) { return ImportStore(c).all(); }); },
        [this](const Result<QVector<ImportRecord>>& records) {
            m_history.removeRows(0, m_history.rowCount());
            for (const ImportRecord& record : records.value_or(QVector<ImportRecord>{})) {
                QStandardItem* name = cell(QFileInfo(record.file).fileName());
                setTip(name, record.file);
                m_history.appendRow({name,
                    cell(record.role == QLatin1String("samples")        ? tr("Samples")
                            : record.role == QLatin1String("responses") ? tr("Model responses")
                                                                        : tr("Judgements")),
                    cell(formatCount(record.added), true), cell(formatCount(record.changed), true),
                    cell(formatCount(record.unchanged), true), cell(formatCount(record.rejected), true),
                    cell(formatCount(record.warnings), true),
                    cell(record.finishedAt.left(16).replace(u'T', u' '))});
            }
            m_historyTitle->setVisible(m_history.rowCount() > 0);
            m_historyTable->setVisible(m_history.rowCount() > 0);
        });
}

} // namespace winnow
