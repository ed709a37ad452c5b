// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the Import page shows: the files, a file's plan with its preview and its report.

#include "core/store/importstore.h"
#include "ui/models/tableroles.h"
#include "ui/models/terms.h"
#include "ui/pages/importpage.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cutofffields.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/mappingform.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextLayout>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

const QString kPreviewSlot = QStringLiteral("preview");

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

/// The height of a name and the line below it at a width, in whatever fonts their letters are found.
int rowHeight(const QFont& font, const QString& text, int width)
{
    QString lines = text;
    QTextLayout layout(lines.replace(u'\n', QChar::LineSeparator), font);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        height += line.height();
    }
    layout.endLayout();
    return int(std::ceil(height)) + 2 * kUnit;
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
    bool ready = false;
    bool known = false;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        const int room = qMax(20 * kUnit, m_list->viewport()->width() - 6 * kUnit);
        for (const File& file : std::as_const(m_files)) {
            ready |= file.isReady() && !file.importing;
            known |= file.plan || file.report;
            QString state = tr("reading…");
            QString icon = QStringLiteral("file");
            if (file.importing) {
                state = tr("importing…");
            } else if (file.report) {
                const qint64 count = file.report->samples.total() + file.report->responses.total();
                state = tr("%Ln records", nullptr, int(count));
                if (file.report->rejected > 0) {
                    state += QStringLiteral(", ") + tr("%Ln rejected", nullptr, int(file.report->rejected));
                }
                icon = file.report->rejected > 0 ? QStringLiteral("warning") : QStringLiteral("confirm");
            } else if (!file.error.isEmpty() || (file.plan && file.plan->problem)) {
                state = tr("cannot be imported like this");
                icon = QStringLiteral("error");
            } else if (file.plan) {
                state = roleTitle(file.plan->mapping.role) + QStringLiteral(" → ") + file.plan->dataset;
            }
            auto* item = new QListWidgetItem(
                lineIcon(icon), QFileInfo(file.path).fileName() + u'\n' + state, m_list);
            item->setSizeHint(QSize(0, rowHeight(m_list->font(), item->text(), room)));
            setTip(item, file.path);
        }
        m_list->setCurrentRow(m_files.isEmpty() ? -1 : qBound<int>(0, row, int(m_files.size()) - 1));
    }
    const bool writable = context().project() && !context().project()->isReadOnly();
    m_importAll->setVisible(m_files.size() > 1 && known);
    m_importAll->setEnabled(ready && writable && !isImporting());
    // What is only looked at yet may be refused: then the page stays as it was.
    m_filesKnown = known;
    m_before->setVisible(known && m_history.rowCount() > 0);
    m_stack->setCurrentIndex(known && !m_before->isChecked() ? 1 : 0);
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
    m_planParts->setVisible(file.plan.has_value());
    const bool writable = context().project() && !context().project()->isReadOnly();
    m_import->setEnabled(file.isReady() && writable && !file.importing && !isImporting());
    m_leaveOut->setEnabled(!file.importing);
    m_plan->setEnabled(!file.importing);
    if (file.plan) {
        const ImportPlan& plan = *file.plan;
        QStringList notes;
        if (!file.error.isEmpty()) {
            notes.append(file.error);
        } else if (plan.problem) {
            notes.append(errorText(*plan.problem));
        } else {
            notes = planNotes(plan);
        }
        const bool wrong = !file.error.isEmpty() || plan.problem;
        m_planNotes->setText(notes.join(u'\n'));
        m_planNotes->setTone(wrong ? Text::Tone::Negative : Text::Tone::Muted);
        const ImportRole role = file.request.mapping ? file.request.mapping->role : plan.mapping.role;
        m_role->setCurrentIndex(m_role->findData(int(role)));
        for (QWidget* field :
            std::initializer_list<QWidget*>{m_model, m_condition, m_modelLabel, m_conditionLabel}) {
            field->setVisible(role != ImportRole::Samples);
        }
        for (QWidget* field : std::initializer_list<QWidget*>{m_images, m_imagesLabel, m_browse}) {
            field->setVisible(role != ImportRole::Responses);
        }
        for (QWidget* field : std::initializer_list<QWidget*>{m_capability, m_capabilityLabel}) {
            field->setVisible(role != ImportRole::Responses || plan.proposal.known);
        }
        const auto fill = [](QLineEdit* edit, const QString& text) {
            if (edit->text().trimmed() != text) {
                edit->setText(text);
            }
        };
        const QString dataset = file.request.dataset.isEmpty() ? plan.dataset : file.request.dataset;
        if (m_dataset->currentText().trimmed() != dataset) {
            m_dataset->setEditText(dataset);
        }
        fill(m_capability, file.request.capability.value_or(plan.proposal.capability));
        showProposal(plan.proposal);
        fill(m_model, file.request.model);
        fill(m_images, file.request.imagesDir);
        m_condition->setCurrentIndex(
            file.request.condition ? m_condition->findData(int(*file.request.condition)) : 0);
        QStringList columns;
        for (const ColumnProfile& profile : plan.profile.columns) {
            columns.append(profile.name);
        }
        m_mapping->show(file.request.mapping.value_or(plan.mapping), columns);
        alignFields();
        loadPreview();
    }
    m_filling = false;
}

void ImportPage::showProposal(const DatasetProposal& proposal)
{
    for (QWidget* field :
        std::initializer_list<QWidget*>{m_scorer, m_scorerLabel, m_cutOffs, m_cutOffsLabel}) {
        field->setVisible(proposal.known != nullptr);
    }
    if (proposal.known) {
        m_scorer->setCurrentIndex(qMax(0, m_scorer->findData(proposal.scorer)));
        m_cutOffs->set(proposal.blindHits, proposal.blindHitsOfChoices);
    }
}

QStringList ImportPage::planNotes(const ImportPlan& plan)
{
    QStringList notes;
    notes.append(
        tr("%1, %Ln records looked at.", nullptr, int(plan.profile.rows)).arg(coreText(plan.formatTitle)));
    if (const KnownDataset* known = plan.proposal.known) {
        notes.append(tr("Known by name: %1 of the DatBench suite (%2). What is usual for it stands below.")
                         .arg(QString::fromUtf8(known->name), QString::fromUtf8(known->source)));
    }
    if (plan.remembered) {
        notes.append(tr("The columns are mapped as the last time a file had them."));
    }
    for (const Sentence& note : plan.mapping.notes) {
        notes.append(sentenceText(note));
    }
    if (plan.mapping.role != ImportRole::Samples && !plan.newDataset) {
        notes.append(tr("%1 of the first keys are samples of the dataset %2.")
                         .arg(formatPercent(plan.matchingKeys, 0), plan.dataset));
    }
    if (!plan.mapping.responses.isEmpty()) {
        QStringList models;
        for (const ResponseColumns& columns : plan.mapping.responses) {
            const QString said = columns.response.isEmpty() ? columns.prediction : columns.response;
            models.append(!columns.model.isEmpty() ? columns.model : said.isEmpty() ? columns.score : said);
        }
        notes.append(tr("Response columns: %1.").arg(models.mid(0, 12).join(QLatin1String(", "))));
    }
    return notes;
}

void ImportPage::alignFields()
{
    int widest = m_mapping->labelWidth();
    for (int row = 0; row < m_fields->rowCount(); ++row) {
        if (const QLayoutItem* item = m_fields->itemAtPosition(row, 0)) {
            widest = qMax(widest, item->widget()->sizeHint().width());
        }
    }
    m_fields->setColumnMinimumWidth(0, widest);
    m_mapping->setLabelWidth(widest);
}

void ImportPage::loadPreview()
{
    const File* file = current();
    if (!file || !file->plan || !context().project()) {
        return;
    }
    m_tracker.start(
        kPreviewSlot, {},
        [project = context().project(), request = file->request, plan = *file->plan](
            Progress&) { return previewImport(*project, request, plan, 20); },
        [this](const Result<ImportPreview>& preview) {
            if (preview) {
                showPreview(*preview);
            } else {
                m_preview.clear();
                notify(preview.error());
            }
        });
}

void ImportPage::showPreview(const ImportPreview& preview)
{
    const auto brief = [](const QString& text) { return cell(text.simplified().left(300)); };
    m_preview.clear();
    QStringList titles;
    for (const Field field : preview.fields) {
        titles.append(importFieldTitle(importField(field)));
    }
    for (const QStringList& texts : preview.rows) {
        QList<QStandardItem*> row;
        for (const QString& text : texts) {
            row.append(brief(text));
        }
        m_preview.appendRow(row);
    }
    const auto any = [&](const auto& has) {
        return std::any_of(preview.responses.cbegin(), preview.responses.cend(), has);
    };
    const bool asks = any([](const PreviewedResponse& r) { return !r.question.isEmpty(); });
    const bool set = any([](const PreviewedResponse& r) { return !r.setting.isEmpty(); });
    if (!preview.responses.isEmpty()) {
        titles = {tr("Sample")};
        if (asks) {
            titles += {tr("Question"), tr("Gold answer")};
        }
        titles += {tr("Model"), tr("Condition")};
        if (set) {
            titles += tr("Setting of the run");
        }
        titles += {tr("Attempt"), tr("Reply"), tr("Read as"), tr("Score")};
    }
    for (const PreviewedResponse& response : preview.responses) {
        const bool stored = response.rejected.isEmpty();
        QList<QStandardItem*> row{brief(response.sample)};
        if (asks) {
            row += {brief(response.question), brief(response.gold)};
        }
        row += {brief(response.model), cell(stored ? conditionTitle(response.condition) : QString())};
        if (set) {
            row += brief(response.setting);
        }
        QStandardItem* read = stored
            ? cell(response.answer.isEmpty() ? tr("no answer") : response.answer.simplified().left(300))
            : brief(sentenceText(response.rejected));
        read->setData(stored ? 0 : -1, ToneRole);
        row += {cell(stored ? formatCount(response.attempt + 1) : QString(), true), brief(response.reply),
            read, cell(response.score ? QLocale().toString(*response.score, 'g', 3) : QString(), true)};
        m_preview.appendRow(row);
    }
    m_preview.setHorizontalHeaderLabels(titles);
    m_previewTable->resizeColumnsToContents();
    const File* file = current();
    m_mapping->showConditions(
        preview.conditions, file ? file->request.conditionMap : MappingForm::ConditionMap());
    alignFields();
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
        lines.append(tr("%Ln rotated rows", nullptr, int(report.rotations)));
    }
    if (report.images > 0 || report.imagesMissing > 0) {
        lines.append(tr("Images: %1, missing %2, unreadable %3, refused %4")
                         .arg(formatCount(report.images), formatCount(report.imagesMissing),
                             formatCount(report.imagesUnreadable), formatCount(report.imagesRefused)));
    }
    if (report.missingResponses > 0) {
        lines.append(tr(
            "%Ln responses are missing; they do not count as wrong", nullptr, int(report.missingResponses)));
    }
    lines.append(tr("%Ln rejected", nullptr, int(report.rejected)) + QStringLiteral(", ")
        + tr("%Ln warnings", nullptr, int(report.warnings)));
    for (const Sentence& message : report.messages) {
        lines.append(sentenceText(message));
    }
    m_reportText->setText(lines.join(u'\n'));
    m_issues.removeRows(0, m_issues.rowCount());
    for (const ImportIssue& issue : report.issues) {
        QStandardItem* state = cell(severityTitle(issue.severity));
        state->setData(issue.severity == ImportIssue::Severity::Rejected ? -1 : 0, ToneRole);
        m_issues.appendRow(
            {state, cell(issue.line > 0 ? formatCount(issue.line) : QString(), true), cell(issue.column),
                cell(sentenceText(issue.found)), cell(sentenceText(issue.expected)), cell(issue.sampleKey)});
    }
    m_issueTable->resizeColumnsToContents();
    const bool any = !report.issues.isEmpty();
    m_issueTitle->setVisible(any);
    m_issueTable->setVisible(any);
    m_saveReport->setEnabled(any);
}

} // namespace winnow
