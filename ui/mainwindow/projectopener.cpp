// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/projectopener.h"

#include "ui/mainwindow/demoproject.h"

#include <QFileInfo>

#include <utility>

namespace winnow {

namespace {

const QString kOpenSlot = QStringLiteral("open");

} // namespace

ProjectOpener::ProjectOpener(SingleWindow* single, JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_single(single)
    , m_tracker(jobs)
{
    connect(m_single, &SingleWindow::handedOver, this, &ProjectOpener::takeHandover);
}

ProjectOpener::~ProjectOpener()
{
    m_tracker.waitForAll();
    m_single->release(m_openingClaim);
    m_single->release(m_claim);
}

void ProjectOpener::open(const QString& path, const QString& page)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    claimAndOpen(absolute, {{}, page, {}}, [absolute] { return Project::open(absolute); });
}

void ProjectOpener::openClaimed(const QString& path, Claimed claim, const Handover& handover)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    openWith(absolute, std::move(claim), handover, [absolute] { return Project::open(absolute); });
}

void ProjectOpener::create(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_single->release(m_openingClaim);
    m_tracker.start(
        kOpenSlot, tr("Creating %1").arg(QFileInfo(path).fileName()),
        [absolute](Progress&) { return Project::create(absolute); },
        [this, absolute](const Result<std::shared_ptr<Project>>& created) {
            if (!created) {
                emit failed(created.error());
                return;
            }
            claimAndOpen(absolute, {{}, QStringLiteral("import"), {}}, [created] { return created; });
        });
}

void ProjectOpener::openDemo()
{
    m_single->release(m_openingClaim);
    m_tracker.start(
        kOpenSlot, tr("Making the demo"), [](Progress& progress) { return makeDemo(progress); },
        [this](const Result<QString>& path) {
            if (!path) {
                emit failed(path.error());
                return;
            }
            open(*path, QStringLiteral("overview"));
        });
}

void ProjectOpener::claimAndOpen(const QString& path, const Handover& handover, const Open& open)
{
    m_single->release(m_openingClaim);
    m_tracker.start(
        kOpenSlot, tr("Opening %1").arg(QFileInfo(path).fileName()),
        [path, handover, single = m_single, own = m_claim](Progress&) -> Result<Claimed> {
            const bool here = own && !own->name().isEmpty() && own->name() == single->nameOf(path);
            return here ? Result<Claimed>(own) : single->claim(path, handover);
        },
        [this, path, handover, open](const Result<Claimed>& claim) {
            if (!claim) {
                emit failed(claim.error());
            } else if (!*claim) {
                emit openElsewhere(path);
            } else if (*claim == m_claim) {
                takeHandover(m_claim->name(), handover);
            } else {
                openWith(path, *claim, handover, open);
            }
        });
}

void ProjectOpener::openWith(const QString& path, Claimed claim, const Handover& handover, const Open& open)
{
    m_single->release(m_openingClaim);
    m_openingClaim = std::move(claim);
    m_waiting.clear();
    // From here on another start finds this window; what it wants waits until the project is there.
    if (const Result<> listening = m_single->listen(*m_openingClaim); !listening) {
        emit failed(listening.error());
    }
    m_tracker.start(
        kOpenSlot, tr("Opening %1").arg(QFileInfo(path).fileName()), [open](Progress&) { return open(); },
        [this, path, handover](const Result<std::shared_ptr<Project>>& project) {
            const QVector<Handover> waiting = std::exchange(m_waiting, {});
            if (!project) {
                m_single->release(m_openingClaim);
                emit failed(project.error());
                return;
            }
            emit opened(*project, path, handover.page);
            if (!handover.files.isEmpty()) {
                emit handedOver({handover.files, {}, {}});
            }
            for (const Handover& other : waiting) {
                if (m_claim) {
                    takeHandover(m_claim->name(), other);
                }
            }
        });
}

void ProjectOpener::takeHandover(const QString& name, const Handover& handover)
{
    if (m_openingClaim && name == m_openingClaim->name()) {
        m_waiting.append(handover);
    } else if (m_claim && name == m_claim->name()) {
        emit handedOver(handover);
    }
    emit wanted(handover.activationToken);
}

void ProjectOpener::keepOpened()
{
    m_single->release(m_claim);
    m_claim = std::exchange(m_openingClaim, nullptr);
}

void ProjectOpener::dropOpened()
{
    m_single->release(m_openingClaim);
}

void ProjectOpener::releaseClaim()
{
    m_single->release(m_claim);
}

} // namespace winnow
