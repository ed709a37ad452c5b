// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recentdecisions.h"

#include "core/store/decisionstore.h"
#include "core/store/project.h"

namespace winnow {

namespace {

constexpr int kLength = 60;

} // namespace

RecentDecisions::RecentDecisions(QObject* parent)
    : QObject(parent)
    , m_jobs(nullptr)
{
}

void RecentDecisions::setProject(std::shared_ptr<Project> project)
{
    m_jobs.cancelAll();
    m_project = std::move(project);
    m_events.clear();
    emit changed();
}

void RecentDecisions::read()
{
    m_jobs.start(
        QStringLiteral("history"), {},
        [project = m_project](Progress&) {
            return project->read([](sqlite::Connection& c) { return DecisionStore(c).history({}, kLength); });
        },
        [this](const Result<QVector<Decision>>& events) {
            if (events) {
                m_events = *events;
                emit changed();
            }
        });
}

} // namespace winnow
