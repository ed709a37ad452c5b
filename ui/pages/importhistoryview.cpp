// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importhistoryview.h"

#include "ui/models/importcontroller.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace winnow {

namespace {

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
                ImportHistoryView::tr("%Ln samples that it brought go, with their flags and responses.",
                    nullptr, int(part.added)));
            add(part.changed,
                ImportHistoryView::tr(
                    "%Ln samples become what they were before.", nullptr, int(part.changed)));
        } else if (part.role == u"responses") {
            add(part.added,
                ImportHistoryView::tr("%Ln responses that it brought go, and the runs that have no others.",
                    nullptr, int(part.added)));
            add(part.changed,
                ImportHistoryView::tr(
                    "%Ln responses become what they were before.", nullptr, int(part.changed)));
        } else {
            add(part.added,
                ImportHistoryView::tr("%Ln judgements that it brought go.", nullptr, int(part.added)));
        }
    }
    lines.append(ImportHistoryView::tr(
        "Decisions stay: those on samples that go count again when an import brings the samples back."));
    return lines.join(u'\n');
}

} // namespace

ImportHistoryView::ImportHistoryView(ImportController& import, QWidget* parent)
    : QWidget(parent)
    , m_import(import)
    , m_table(new DataTable)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kUnit);
    column->addWidget(new Text(tr("Imported before"), TextSize::Heading));
    m_table->setObjectName(QStringLiteral("importHistory"));
    m_table->setAccessibleName(tr("Imported before"));
    m_table->setModel(&m_model);
    m_table->setStretchColumn(ImportHistoryModel::FileColumn);
    m_table->setFitsRows(8);
    column->addWidget(m_table);
    connect(
        m_table, &DataTable::linkActivated, this, [this](const QModelIndex& index) { askUndo(index.row()); });
    hide();
}

void ImportHistoryView::showHistory()
{
    m_model.set(m_import.records().history());
    m_table->resizeColumnsToContents();
    setVisible(m_model.rowCount() > 0);
}

void ImportHistoryView::askUndo(int row)
{
    const ImportHistory::Line line = m_model.history().lines.at(row);
    if (!line.canUndo) {
        return;
    }
    emit asking();
    const QString goes = whatGoes(m_model.history().partsOf(line.record.id));
    if (ask(this, tr("Undo an import"),
            tr("Undo the import of %1?").arg(QFileInfo(line.record.file).fileName()), goes,
            {tr("Undo the import")})
        == 0) {
        m_import.undo(line.record.id);
    }
}

QString ImportHistoryView::whatWent(const UndoneImport& done)
{
    QStringList parts;
    if (done.removed > 0) {
        parts.append(tr("%Ln samples went.", nullptr, int(done.removed)));
    }
    if (done.restored > 0) {
        parts.append(tr("%Ln samples are as before.", nullptr, int(done.restored)));
    }
    if (done.runs > 0) {
        parts.append(tr("The responses of %Ln runs are as before the import.", nullptr, int(done.runs)));
    }
    if (done.datasetRemoved) {
        parts.append(tr("The dataset %1 is gone with it.").arg(done.dataset));
    }
    return parts.join(u' ');
}

} // namespace winnow
