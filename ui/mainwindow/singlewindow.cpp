// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/singlewindow.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace winnow {

namespace {

/// Of one message; a few thousand long file names.
constexpr qint64 kMostBytes = 1024 * 1024;
constexpr int kPause = 20;
/// A socket's path has 108 bytes: a slash and 24 digits follow.
constexpr qsizetype kLongestFolder = 80;
const QByteArray kTaken = "ok\n";
const QByteArray kRefused = "no\n";
const QString kLockSuffix = QStringLiteral(".lock");

enum class Lock { Taken, Held, Impossible };

/// The lock that makes a claim, unless another process holds it.
Lock takeLock(const QString& path, int& lock)
{
    const QByteArray name = QFile::encodeName(path);
    for (;;) {
        lock = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (lock < 0) {
            return Lock::Impossible;
        }
        struct stat held { };
        struct stat named { };
        if (::flock(lock, LOCK_EX | LOCK_NB) != 0 || ::fstat(lock, &held) != 0) {
            const bool busy = errno == EWOULDBLOCK;
            ::close(lock);
            return busy ? Lock::Held : Lock::Impossible;
        }
        if (::lstat(name.constData(), &named) == 0 && named.st_ino == held.st_ino
            && named.st_dev == held.st_dev) {
            return Lock::Taken;
        }
        // Whoever had it took the file away between our opening and our locking: a lock on it means nothing.
        ::close(lock);
    }
}

/// Only this user's processes are heard and answered.
bool isOurs(const QLocalSocket& socket)
{
    ucred peer{};
    socklen_t size = sizeof(peer);
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == ::geteuid();
}

enum class Answer { Taken, Refused, Nobody, Silent };

Answer tell(const QString& name, const QByteArray& message, const QDeadlineTimer& until)
{
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(int(until.remainingTime())) || !isOurs(socket)) {
        return Answer::Nobody;
    }
    socket.write(message);
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(int(until.remainingTime()))) {
            // It may have gone before it looked at the message, as a window does that is being closed.
            return socket.state() == QLocalSocket::ConnectedState ? Answer::Silent : Answer::Nobody;
        }
    }
    return socket.readLine() == kTaken ? Answer::Taken : Answer::Refused;
}

bool isPrivateFolder(const QString& folder)
{
    struct stat found { };
    return ::lstat(QFile::encodeName(folder).constData(), &found) == 0 && S_ISDIR(found.st_mode)
        && found.st_uid == ::geteuid() && (found.st_mode & 077) == 0;
}

} // namespace

QByteArray Handover::toJson() const
{
    return QJsonDocument(
        QJsonObject{{QStringLiteral("winnow"), 1},
            {QStringLiteral("files"), QJsonArray::fromStringList(files)}, {QStringLiteral("page"), page},
            {QStringLiteral("token"), QString::fromUtf8(activationToken)}})
        .toJson(QJsonDocument::Compact);
}

std::optional<Handover> Handover::fromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QStringLiteral("winnow")).toInt() != 1) {
        return std::nullopt;
    }
    Handover handover;
    const QJsonArray files = object.value(QStringLiteral("files")).toArray();
    for (const QJsonValue& file : files) {
        if (QDir::isAbsolutePath(file.toString())) {
            handover.files.append(file.toString());
        }
    }
    handover.page = object.value(QStringLiteral("page")).toString();
    handover.activationToken = object.value(QStringLiteral("token")).toString().toUtf8();
    return handover;
}

ProjectClaim::ProjectClaim(QString name, int lock)
    : m_name(std::move(name))
    , m_lock(lock)
{
}

ProjectClaim::~ProjectClaim()
{
    giveUp();
}

void ProjectClaim::giveUp()
{
    if (m_lock >= 0) {
        // While it is held: see takeLock().
        ::unlink(QFile::encodeName(m_name + kLockSuffix).constData());
        ::close(std::exchange(m_lock, -1));
    }
}

SingleWindow::SingleWindow(QString folder, QByteArray session, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_session(std::move(session))
{
}

SingleWindow::~SingleWindow() = default;

QString SingleWindow::runtimeFolder()
{
    const QString platform = QGuiApplication::platformName();
    if (platform.startsWith(u"offscreen") || platform.startsWith(u"minimal")) {
        return {};
    }
    const QString base = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString folder = base + QStringLiteral("/winnow");
    if (base.isEmpty() || !isPrivateFolder(base) || QFile::encodeName(folder).size() > kLongestFolder) {
        return {};
    }
    ::mkdir(QFile::encodeName(folder).constData(), 0700);
    return isPrivateFolder(folder) ? folder : QString();
}

QByteArray SingleWindow::desktopSession()
{
    // A window on another screen of the same user would come to the front where nobody looks.
    const QByteArray wayland = qgetenv("WAYLAND_DISPLAY");
    return wayland.isEmpty() ? qgetenv("DISPLAY") : wayland;
}

QString SingleWindow::nameOf(const QString& project) const
{
    struct stat file { };
    if (m_folder.isEmpty() || ::stat(QFile::encodeName(project).constData(), &file) != 0) {
        return {};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QByteArray identity = QByteArray::number(quint64(file.st_dev)) + ':'
        + QByteArray::number(quint64(file.st_ino)) + ':' + m_session;
    hash.addData(identity);
    return m_folder + u'/' + QString::fromLatin1(hash.result().toHex().left(24));
}

Result<Claimed> SingleWindow::claim(const QString& project, const Handover& handover) const
{
    const QString name = nameOf(project);
    if (name.isEmpty()) {
        return Claimed(new ProjectClaim({}, -1));
    }
    const QByteArray message = handover.toJson() + '\n';
    if (message.size() > kMostBytes) {
        return fail(ErrorCode::LimitExceeded,
            tr("%n files are too many at once", nullptr, int(handover.files.size())),
            tr("Name fewer files."));
    }
    const QDeadlineTimer until(m_patience);
    for (;;) {
        int lock = -1;
        switch (takeLock(name + kLockSuffix, lock)) {
        case Lock::Taken:
            return Claimed(new ProjectClaim(name, lock));
        case Lock::Impossible:
            // Such as a full disk: better a second window than none.
            return Claimed(new ProjectClaim({}, -1));
        case Lock::Held:
            break;
        }
        const Answer answer = tell(name, message, until);
        if (answer == Answer::Taken) {
            return Claimed();
        }
        // Nobody listens where a window has just begun, or is just going: it is one or the other soon.
        if (answer != Answer::Nobody || until.hasExpired()) {
            return fail(ErrorCode::Locked,
                tr("The window that has %1 open does not answer").arg(QFileInfo(project).fileName()),
                tr("Close that window, then open the project again."));
        }
        QThread::msleep(kPause);
    }
}

Result<> SingleWindow::listen(const ProjectClaim& claim)
{
    if (claim.name().isEmpty() || m_servers.contains(claim.name())) {
        return {};
    }
    auto* server = new QLocalServer(this);
    server->setSocketOptions(QLocalServer::UserAccessOption);
    // Left by a process that was killed: the claim says that it is dead.
    QLocalServer::removeServer(claim.name());
    if (!server->listen(claim.name())) {
        const QString why = server->errorString();
        delete server;
        return fail(ErrorCode::Io, tr("Other starts cannot reach this window: %1").arg(why),
            tr("It works all the same; open the project only once."));
    }
    m_servers.insert(claim.name(), server);
    connect(server, &QLocalServer::newConnection, this, [this, server, name = claim.name()] {
        while (QLocalSocket* peer = server->nextPendingConnection()) {
            serve(name, peer);
        }
    });
    return {};
}

void SingleWindow::serve(const QString& name, QLocalSocket* peer)
{
    connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
    if (!isOurs(*peer)) {
        peer->abort();
        return;
    }
    peer->setReadBufferSize(kMostBytes + 1);
    QTimer::singleShot(m_patience, peer, &QLocalSocket::abort);
    const auto read = [this, name, peer] {
        if (!peer->canReadLine()) {
            if (peer->bytesAvailable() > kMostBytes) {
                peer->abort();
            }
            return;
        }
        const auto handover = Handover::fromJson(peer->readLine());
        peer->write(handover ? kTaken : kRefused);
        peer->disconnectFromServer();
        if (handover) {
            emit handedOver(name, *handover);
        }
    };
    connect(peer, &QLocalSocket::readyRead, this, read);
    read();
}

void SingleWindow::release(Claimed& claim)
{
    if (claim) {
        if (QLocalServer* server = m_servers.take(claim->name())) {
            server->close();
            // It may be serving the peer through which this was asked.
            server->deleteLater();
        }
        claim->giveUp();
        claim.reset();
    }
}

} // namespace winnow
