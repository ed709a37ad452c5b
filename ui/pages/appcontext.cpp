// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appcontext.h"

namespace winnow {

AppContext::AppContext(QObject* parent)
    : QObject(parent)
{
    qRegisterMetaType<ChangeSet>();
}

void AppContext::setProject(std::shared_ptr<Project> project)
{
    disconnect(m_notifier);
    m_project = std::move(project);
    if (m_project) {
        m_notifier = connect(&m_project->notifier(), &StoreNotifier::changed, this, &AppContext::storeChanged,
            Qt::QueuedConnection);
    }
    emit projectChanged();
}

void AppContext::notify(const Error& error)
{
    if (error.code != ErrorCode::Cancelled) {
        emit messagePosted(Message::of(error));
    }
}

void AppContext::beginSaving()
{
    if (m_saving++ == 0) {
        emit savingChanged(true);
    }
}

void AppContext::endSaving()
{
    if (--m_saving == 0) {
        emit savingChanged(false);
    }
}

} // namespace winnow
