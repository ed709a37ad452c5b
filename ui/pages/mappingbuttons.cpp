// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mappingbuttons.h"

#include "ui/models/importcontroller.h"
#include "ui/util/dialogs.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace winnow {

namespace {

/// As if nothing had been said of the file's columns and words.
void forgetMapping(ImportRequest& request)
{
    request.mapping.reset();
    request.role.reset();
    request.conditionMap.clear();
    request.modelMap.clear();
}

} // namespace

MappingButtons::MappingButtons(ImportController& import, QWidget* parent)
    : QWidget(parent)
    , m_import(import)
    , m_menu(new QMenu(this))
{
    auto* use = new QPushButton(tr("Saved mappings"));
    use->setObjectName(QStringLiteral("savedMappings"));
    use->setMenu(m_menu);
    setTip(use, tr("Which column is what, and the words for conditions and models, as saved before"));
    auto* save = new QPushButton(tr("Save mapping…"));
    save->setObjectName(QStringLiteral("saveMapping"));
    setTip(save, tr("Keeps it under a name for other files and other people"));
    connect(save, &QPushButton::clicked, this, &MappingButtons::save);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kUnit);
    row->addWidget(use);
    row->addWidget(save);
}

void MappingButtons::refresh()
{
    m_menu->clear();
    for (const QString& name : m_import.mappings().names()) {
        connect(
            m_menu->addAction(plainCaption(name)), &QAction::triggered, this, [this, name] { use(name); });
    }
    if (!m_menu->isEmpty()) {
        m_menu->addSeparator();
    }
    connect(m_menu->addAction(tr("From a file…")), &QAction::triggered, this, [this] {
        const QString path = dialogs::openFile(this, tr("Open a mapping"), tr("Mappings (*.json)"));
        if (!path.isEmpty()) {
            use(path);
        }
    });
    connect(m_menu->addAction(tr("Guess anew")), &QAction::triggered, this, &MappingButtons::guessAnew);
}

void MappingButtons::use(const QString& nameOrPath)
{
    const ImportFile* file = m_import.queue().file();
    if (!file) {
        return;
    }
    m_import.mappings().open(nameOrPath, [this, id = file->id](const SavedMapping& saved) {
        // Another file may be looked at by now.
        const ImportFile* now = m_import.queue().file();
        if (now && now->id == id) {
            take(saved);
        }
    });
}

void MappingButtons::take(const SavedMapping& saved)
{
    m_import.say(
        [&](ImportRequest& request) {
            forgetMapping(request);
            applyMapping(saved, request);
        },
        true);
}

void MappingButtons::guessAnew()
{
    m_import.say(forgetMapping, true);
}

void MappingButtons::save()
{
    const ImportFile* file = m_import.queue().file();
    if (!file || !file->plan) {
        return;
    }
    QDir().mkpath(mappingFolder());
    const QString path = dialogs::saveFile(
        this, tr("Save the mapping"), mappingPath(file->form().dataset), tr("Mappings (*.json)"));
    if (!path.isEmpty()) {
        m_import.mappings().save(
            path, savedMappingOf(QFileInfo(path).completeBaseName(), file->request, file->plan->mapping));
    }
}

} // namespace winnow
