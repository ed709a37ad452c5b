// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importheader.h"

#include "core/import/recordformat.h"
#include "ui/models/importcontroller.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

namespace winnow {

ImportHeader::ImportHeader(ImportController& import, QWidget* parent)
    : PageHeader(tr("Import"), parent)
    , m_import(import)
    , m_before(new QPushButton(tr("Imported before"), this))
    , m_all(new QPushButton(tr("Import all"), this))
{
    auto* files = new QPushButton(lineIcon(QStringLiteral("file")), tr("Choose files…"), this);
    files->setObjectName(QStringLiteral("chooseFiles"));
    auto* folder = new QPushButton(lineIcon(QStringLiteral("folder")), tr("Choose a folder…"), this);
    folder->setObjectName(QStringLiteral("chooseFolder"));
    m_all->setObjectName(QStringLiteral("importAll"));
    setButtonTone(m_all, ButtonTone::Primary);
    m_before->setObjectName(QStringLiteral("importedBefore"));
    m_before->setCheckable(true);
    m_before->hide();
    for (QPushButton* button : {m_before, files, folder, m_all}) {
        addControl(button);
    }
    connect(files, &QPushButton::clicked, this, &ImportHeader::chooseFiles);
    connect(folder, &QPushButton::clicked, this, &ImportHeader::chooseFolder);
    connect(m_all, &QPushButton::clicked, &m_import, &ImportController::importAll);
    connect(m_before, &QPushButton::toggled, this, &ImportHeader::beforeChosen);
}

void ImportHeader::showFiles()
{
    const ImportQueue& queue = m_import.queue();
    m_all->setVisible(queue.files().size() > 1 && queue.isKnown());
    m_all->setEnabled(m_import.runner().canImportAny());
    m_before->setVisible(queue.isKnown() && !m_import.records().history().lines.isEmpty());
}

void ImportHeader::chooseFiles()
{
    m_import.add(filesToImport(dialogs::openFiles(this, tr("Import files"),
        tr("Benchmarks and responses (%1)").arg(recordFilePatterns()) + QStringLiteral(";;")
            + tr("All files (*)"))));
}

void ImportHeader::chooseFolder()
{
    if (const QString folder = dialogs::chooseFolder(this, tr("Import a folder"), {}); !folder.isEmpty()) {
        m_import.add(filesToImport({folder}));
    }
}

} // namespace winnow
