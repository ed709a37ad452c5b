// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importreportview.h"

#include "ui/models/importcontroller.h"
#include "ui/models/tableroles.h"
#include "ui/models/terms.h"
#include "ui/util/clickthroughs.h"
#include "ui/util/dialogs.h"
#include "ui/util/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/style.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace winnow {

namespace {

QString severityTitle(ImportIssue::Severity severity)
{
    switch (severity) {
    case ImportIssue::Severity::Rejected:
        return ImportReportView::tr("rejected");
    case ImportIssue::Severity::Warning:
        return ImportReportView::tr("warning");
    case ImportIssue::Severity::Note:
        return ImportReportView::tr("note");
    }
    return {};
}

} // namespace

ImportReportView::ImportReportView(ImportController& import, QWidget* parent)
    : QWidget(parent)
    , m_import(import)
    , m_title(new Text({}, TextSize::Heading))
    , m_text(new Text({}))
    , m_save(new QPushButton(tr("Save the report…")))
    , m_issueTitle(new Text(tr("What was found"), TextSize::Heading))
    , m_table(new DataTable)
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table->setObjectName(QStringLiteral("issues"));
    m_table->setAccessibleName(tr("What was found"));
    m_table->setModel(&m_issues);
    m_issues.setHorizontalHeaderLabels(
        {tr("State"), tr("Line"), tr("Column"), tr("Found"), tr("Expected"), tr("Sample")});
    m_table->setStretchColumn(4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 3 * kUnit);
    column->setSpacing(kUnit);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(kUnit);
    column->addWidget(makeButtons());
    column->addSpacing(kUnit);
    column->addWidget(m_issueTitle);
    column->addWidget(m_table, 1);
    column->addStretch(0);
}

QWidget* ImportReportView::makeButtons()
{
    auto* open = new QPushButton(tr("Open the samples"));
    open->setObjectName(QStringLiteral("openImported"));
    setButtonTone(open, ButtonTone::Primary);
    m_save->setObjectName(QStringLiteral("saveReport"));
    auto* line = new QWidget;
    auto* buttons = new QHBoxLayout(line);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(open);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    connect(open, &QPushButton::clicked, this, &ImportReportView::openSamples);
    connect(m_save, &QPushButton::clicked, this, &ImportReportView::save);
    return line;
}

void ImportReportView::showReport()
{
    const ImportFile& file = *m_import.queue().file();
    m_title->setText(file.name() + QStringLiteral(" → ") + file.report->dataset);
    m_text->setText(summary(*file.report));
    showIssues(*file.report);
}

QString ImportReportView::summary(const ImportReport& report)
{
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
    return lines.join(u'\n');
}

void ImportReportView::showIssues(const ImportReport& report)
{
    m_issues.removeRows(0, m_issues.rowCount());
    for (const ImportIssue& issue : report.issues) {
        QStandardItem* state = tableItem(severityTitle(issue.severity));
        state->setData(issue.severity == ImportIssue::Severity::Rejected ? -1 : 0, ToneRole);
        m_issues.appendRow({state, tableItem(issue.line > 0 ? formatCount(issue.line) : QString(), true),
            tableItem(issue.column), tableItem(sentenceText(issue.found)),
            tableItem(sentenceText(issue.expected)), tableItem(issue.sampleKey)});
    }
    m_table->resizeColumnsToContents();
    const bool any = !report.issues.isEmpty();
    m_issueTitle->setVisible(any);
    m_table->setVisible(any);
    m_save->setEnabled(any);
}

void ImportReportView::openSamples()
{
    SampleFilter filter;
    filter.datasets = {m_import.queue().file()->report->dataset};
    openClickThrough(this, ClickThrough::toSamples(filter));
}

void ImportReportView::save()
{
    const QString path = dialogs::saveFile(this, tr("Save the report"),
        QFileInfo(m_import.queue().file()->path).completeBaseName() + QStringLiteral("-report.csv"),
        tr("Tables (*.csv)"));
    if (!path.isEmpty()) {
        m_import.saveReport(path);
    }
}

} // namespace winnow
