// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was imported before, on the Import page, and taking the latest import of a dataset back.

#include "core/store/importundo.h"
#include "ui/pages/importpage.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"

#include <QComboBox>
#include <QFileInfo>
#include <QVBoxLayout>

namespace winnow {

namespace {

const QString kHistorySlot = QStringLiteral("history");
const QString kUndoSlot = QStringLiteral("undo");

/// What goes with an import, in sentences.
QString whatGoes(const QVector<ImportRecord>& parts)
{
    QStringList lines;
    const auto add = [&](qint64 count, const QString& sentence) {
        if (count > 0) {
            lines.append(sentence);
        }
    };
    for (const ImportRecord& part : parts) {
        if (part.role == u"samples") {
            add(part.added,
                ImportPage::tr("%Ln samples that it brought go, with their flags and responses.", nullptr,
                    int(part.added)));
            add(part.changed,
                ImportPage::tr("%Ln samples become what they were before.", nullptr, int(part.changed)));
        } else if (part.role == u"responses") {
            add(part.added,
                ImportPage::tr("%Ln responses that it brought go, and the runs that have no others.", nullptr,
                    int(part.added)));
            add(part.changed,
                ImportPage::tr("%Ln responses become what they were before.", nullptr, int(part.changed)));
        } else {
            add(part.added, ImportPage::tr("%Ln judgements that it brought go.", nullptr, int(part.added)));
        }
    }
    lines.append(ImportPage::tr(
        "Decisions stay: those on samples that go count again when an import brings the samples back."));
    return lines.join(u'\n');
}

/// What went, in sentences.
QString whatWent(const UndoneImport& done)
{
    QStringList parts;
    if (done.removed > 0) {
        parts.append(ImportPage::tr("%Ln samples went.", nullptr, int(done.removed)));
    }
    if (done.restored > 0) {
        parts.append(ImportPage::tr("%Ln samples are as before.", nullptr, int(done.restored)));
    }
    if (done.runs > 0) {
        parts.append(
            ImportPage::tr("The responses of %Ln runs are as before the import.", nullptr, int(done.runs)));
    }
    if (done.datasetRemoved) {
        parts.append(ImportPage::tr("The dataset %1 is gone with it.").arg(done.dataset));
    }
    return parts.join(u' ');
}

} // namespace

void ImportPage::buildHistory(QVBoxLayout* column)
{
    m_historyTitle = new Text(tr("Imported before"), TextSize::Heading);
    column->addWidget(m_historyTitle);
    m_historyTable = new DataTable;
    m_historyTable->setObjectName(QStringLiteral("importHistory"));
    m_historyTable->setAccessibleName(m_historyTitle->text());
    m_historyTable->setModel(&m_history);
    m_historyTable->setStretchColumn(ImportHistoryModel::FileColumn);
    m_historyTable->setFitsRows(8);
    column->addWidget(m_historyTable);
    connect(m_historyTable, &DataTable::linkActivated, this,
        [this](const QModelIndex& index) { undoImportOf(index.row()); });
    m_historyTitle->hide();
    m_historyTable->hide();
}

void ImportPage::loadHistory()
{
    if (!context().project()) {
        showHistory({});
        return;
    }
    m_tracker.start(
        kHistorySlot, {}, [project = context().project()](Progress&) { return loadImportHistory(*project); },
        [this](const Result<ImportHistory>& history) {
            if (history) {
                showHistory(*history);
            } else {
                notify(history.error());
            }
        });
}

void ImportPage::showHistory(const ImportHistory& history)
{
    const QString typed = m_dataset->currentText();
    {
        const QSignalBlocker quiet(m_dataset);
        m_dataset->clear();
        m_dataset->addItems(history.datasets);
        m_dataset->setEditText(typed);
    }
    m_history.set(history);
    m_historyTable->resizeColumnsToContents();
    const bool any = !history.lines.isEmpty();
    m_historyTitle->setVisible(any);
    m_historyTable->setVisible(any);
    m_before->setVisible(any && m_filesKnown);
}

void ImportPage::undoImportOf(int row)
{
    const ImportHistory::Line line = m_history.history().lines.at(row);
    if (!line.canUndo || m_tracker.isRunning(kUndoSlot)) {
        return;
    }
    const QString name = QFileInfo(line.record.file).fileName();
    takeBackMessage();
    const QString goes = whatGoes(m_history.history().partsOf(line.record.id));
    if (ask(this, tr("Undo an import"), tr("Undo the import of %1?").arg(name), goes, {tr("Undo the import")})
        != 0) {
        return;
    }
    m_tracker.start(
        kUndoSlot, tr("Undoing the import of %1").arg(name),
        [project = context().project(), id = line.record.id](Progress&) { return undoImport(*project, id); },
        [this, name, id = line.record.id](const Result<UndoneImport>& done) {
            if (done) {
                forgetReport(id);
                notify({Message::Kind::Success, tr("The import of %1 is undone").arg(name), whatWent(*done),
                    {}, {}});
            } else {
                notify(done.error());
            }
            loadHistory();
        });
}

void ImportPage::forgetReport(ImportId import)
{
    for (File& file : m_files) {
        for (const ImportRecord& part : m_history.history().partsOf(import)) {
            if (file.report && file.report->id == part.id) {
                file.report.reset();
            }
        }
        // Its dataset may be gone, and with it what a plan goes by.
        if (!file.report && !file.importing) {
            file.plan.reset();
        }
    }
    showFiles();
    planNext();
}

} // namespace winnow
