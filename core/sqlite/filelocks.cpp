// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/filelocks.h"

#include <QFile>

#include <sqlite3.h>

#include <unistd.h>

#include <algorithm>
#include <cstdarg>
#include <vector>

#include <cerrno>
#include <fcntl.h>

namespace winnow::sqlite {

namespace {

/// Where SQLite locks a database file: the pending, the reserved and the shared bytes.
constexpr off_t kFirstLockByte = 0x40000000;
constexpr off_t kLockBytes = 512;

thread_local OpenedFiles* t_opened = nullptr;

struct Range {
    off_t begin = 0;
    off_t end = 0; // 0: to the end of the file, wherever that is
    short type = F_UNLCK;
};

struct flock lockRequest(short type, off_t start, off_t length)
{
    struct flock lock { };
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = start;
    lock.l_len = length;
    return lock;
}

struct flock lockRequest(const Range& range)
{
    return lockRequest(range.type, range.begin, range.end == 0 ? 0 : range.end - range.begin);
}

bool isRefusal(int error)
{
    return error == EINVAL || error == ENOSYS || error == ENOTSUP || error == EOPNOTSUPP;
}

/// A descriptor for a question, closed at the end. Not for a file with process locks: closing drops them.
struct Probe {
    explicit Probe(const QString& path)
        : descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    {
    }
    ~Probe()
    {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
    Probe(const Probe&) = delete;
    Probe& operator=(const Probe&) = delete;

    int descriptor;
};

} // namespace

struct FileLocks::Inode {
    Inode(FileIdentity file, Fcntl call)
        : identity(file)
        , systemFcntl(call)
    {
    }
    ~Inode() { closeOwn(); }
    Inode(const Inode&) = delete;
    Inode& operator=(const Inode&) = delete;

    bool canWrite(int other) const { return (systemFcntl(other, F_GETFL, 0) & O_ACCMODE) != O_RDONLY; }

    /// The locks live on the open file description that `other` has; a duplicate keeps it, so that SQLite may
    /// close its own.
    bool adopt(int other)
    {
        const int mine = systemFcntl(other, F_DUPFD_CLOEXEC, 3);
        if (mine < 0) {
            return false;
        }
        for (const Range& range : held) {
            struct flock again = lockRequest(range);
            if (systemFcntl(mine, F_OFD_SETLK, &again) != 0) {
                // Another process may not hold a lock that excludes what we hold: the file system failed.
                const int error = errno;
                struct flock none = lockRequest(F_UNLCK, 0, 0);
                (void)systemFcntl(mine, F_OFD_SETLK, &none);
                ::close(mine);
                errno = error;
                return false;
            }
        }
        closeOwn();
        descriptor = mine;
        writable = canWrite(other);
        return true;
    }

    void closeOwn()
    {
        if (descriptor >= 0) {
            // SQLite's descriptor, or a child that has not yet replaced itself, may share the description.
            struct flock none = lockRequest(F_UNLCK, 0, 0);
            (void)systemFcntl(descriptor, F_OFD_SETLK, &none);
            ::close(descriptor);
            descriptor = -1;
        }
    }

    void note(const struct flock& lock)
    {
        const Range changed{lock.l_start, lock.l_len == 0 ? 0 : lock.l_start + lock.l_len, lock.l_type};
        std::vector<Range> now;
        for (const Range& range : held) {
            if (range.begin < changed.begin) {
                now.push_back({range.begin,
                    range.end == 0 ? changed.begin : std::min(range.end, changed.begin), range.type});
            }
            if (changed.end != 0 && (range.end == 0 || range.end > changed.end)) {
                now.push_back({std::max(range.begin, changed.end), range.end, range.type});
            }
        }
        if (changed.type != F_UNLCK) {
            now.push_back(changed);
        }
        held = std::move(now);
    }

    const FileIdentity identity;
    const Fcntl systemFcntl;
    std::mutex mutex;
    int descriptor = -1;
    bool writable = false;
    Kind kind = Kind::OpenFile;
    int users = 0;
    std::vector<Range> held;
};

FileLocks& FileLocks::instance()
{
    // Never destroyed: connections of static lifetime close after it would have been.
    static FileLocks* const locks = new FileLocks;
    return *locks;
}

FileLocks::FileLocks()
{
    sqlite3_initialize();
    sqlite3_vfs* vfs = sqlite3_vfs_find("unix");
    m_open = reinterpret_cast<Open>(vfs->xGetSystemCall(vfs, "open"));
    m_close = reinterpret_cast<Close>(vfs->xGetSystemCall(vfs, "close"));
    m_fcntl = reinterpret_cast<Fcntl>(vfs->xGetSystemCall(vfs, "fcntl"));
    vfs->xSetSystemCall(vfs, "open", reinterpret_cast<sqlite3_syscall_ptr>(&openCall));
    vfs->xSetSystemCall(vfs, "close", reinterpret_cast<sqlite3_syscall_ptr>(&closeCall));
    vfs->xSetSystemCall(vfs, "fcntl", reinterpret_cast<sqlite3_syscall_ptr>(&fcntlCall));
}

int FileLocks::openCall(const char* path, int flags, int mode)
{
    const int descriptor = instance().m_open(path, flags, mode);
    if (descriptor >= 0 && t_opened) {
        if (const auto identity = FileIdentity::of(descriptor)) {
            t_opened->m_files[QByteArray(path)] = *identity;
        }
    }
    return descriptor;
}

int FileLocks::closeCall(int descriptor)
{
    instance().release(descriptor);
    return instance().m_close(descriptor);
}

int FileLocks::fcntlCall(int descriptor, int command, ...)
{
    std::va_list arguments;
    va_start(arguments, command);
    void* argument = va_arg(arguments, void*);
    va_end(arguments);
    if (command == F_SETLK || command == F_SETLKW || command == F_GETLK) {
        return instance().lock(descriptor, command, static_cast<struct flock*>(argument));
    }
    return instance().m_fcntl(descriptor, command, argument);
}

int FileLocks::ownCommand(int command) const
{
    return command == F_GETLK ? F_OFD_GETLK : command == F_SETLK ? F_OFD_SETLK : F_OFD_SETLKW;
}

std::shared_ptr<FileLocks::Inode> FileLocks::inodeOf(int descriptor)
{
    const std::scoped_lock guard(m_mutex);
    const auto known = m_descriptors.find(descriptor);
    if (known != m_descriptors.end()) {
        return known->second;
    }
    const auto identity = FileIdentity::of(descriptor);
    if (!identity) {
        return nullptr;
    }
    std::shared_ptr<Inode>& inode = m_inodes[*identity];
    if (!inode) {
        inode = std::make_shared<Inode>(*identity, m_fcntl);
        if (!inode->adopt(descriptor)) {
            const int error = errno;
            m_inodes.erase(*identity);
            errno = error;
            return nullptr;
        }
    }
    ++inode->users;
    m_descriptors.emplace(descriptor, inode);
    return inode;
}

int FileLocks::lock(int descriptor, int command, struct flock* request)
{
    const std::shared_ptr<Inode> inode = inodeOf(descriptor);
    if (!inode) {
        return -1;
    }
    std::unique_lock guard(inode->mutex);
    const auto processLock = [&] {
        const int result = m_fcntl(descriptor, command, request);
        if (result == 0 && command != F_GETLK) {
            inode->note(*request);
        }
        return result;
    };
    if (inode->kind == Kind::Process) {
        return processLock();
    }
    // A description that only reads cannot hold a write lock.
    if (command != F_GETLK && request->l_type == F_WRLCK && !inode->writable && inode->canWrite(descriptor)
        && !inode->adopt(descriptor)) {
        return -1;
    }
    struct flock own = *request;
    own.l_pid = 0; // the system refuses anything else
    const int mine = inode->descriptor;
    if (command == F_SETLKW) {
        guard.unlock(); // whoever holds what we wait for may be a thread of ours
    }
    const int result = m_fcntl(mine, ownCommand(command), &own);
    if (command == F_SETLKW) {
        const int error = errno;
        guard.lock();
        errno = error;
    }
    if (result != 0 && isRefusal(errno) && inode->held.empty()) {
        // Nothing is held yet, so closing ours loses nothing.
        inode->closeOwn();
        inode->kind = Kind::Process;
        return processLock();
    }
    if (result == 0 && command == F_GETLK) {
        *request = own;
    } else if (result == 0) {
        inode->note(*request);
    }
    return result;
}

void FileLocks::release(int descriptor)
{
    const std::scoped_lock guard(m_mutex);
    const auto known = m_descriptors.find(descriptor);
    if (known == m_descriptors.end()) {
        return;
    }
    const std::shared_ptr<Inode> inode = known->second;
    m_descriptors.erase(known);
    const std::scoped_lock mine(inode->mutex);
    if (--inode->users == 0) {
        // SQLite closes no descriptor of a database file while it holds locks there, and of the shared memory
        // it has only one: all that is left is meant to go with it.
        inode->closeOwn();
        inode->held.clear();
        m_inodes.erase(inode->identity);
    }
}

std::shared_ptr<FileLocks::Inode> FileLocks::inodeAt(const QString& path) const
{
    const auto identity = FileIdentity::of(path);
    if (!identity) {
        return nullptr;
    }
    const std::scoped_lock guard(m_mutex);
    const auto found = m_inodes.find(*identity);
    return found == m_inodes.end() ? nullptr : found->second;
}

FileLocks::Kind FileLocks::kind(const QString& path) const
{
    const std::shared_ptr<Inode> inode = inodeAt(path);
    if (!inode) {
        return Kind::OpenFile;
    }
    const std::scoped_lock guard(inode->mutex);
    return inode->kind;
}

FileLocks::State FileLocks::state(const QString& path) const
{
    const std::shared_ptr<Inode> inode = inodeAt(path);
    if (!inode) {
        return State::None;
    }
    const std::scoped_lock guard(inode->mutex);
    if (inode->held.empty()) {
        return State::None;
    }
    if (inode->kind == Kind::Process) {
        return State::Held; // a process cannot ask for its own
    }
    if (FileIdentity::of(inode->descriptor) != inode->identity) {
        return State::Lost;
    }
    const Probe probe(path);
    if (FileIdentity::of(probe.descriptor) != inode->identity) {
        return State::None; // another file took the name just now
    }
    for (const Range& range : inode->held) {
        struct flock question = lockRequest(range);
        question.l_type = F_WRLCK;
        if (m_fcntl(probe.descriptor, F_OFD_GETLK, &question) != 0 || question.l_type == F_UNLCK) {
            return State::Lost;
        }
    }
    return State::Held;
}

FileLocks::User FileLocks::user(const QString& path) const
{
    if (inodeAt(path)) {
        return User::ThisProcess;
    }
    const Probe probe(path);
    for (const int command : {F_OFD_GETLK, F_GETLK}) {
        struct flock question = lockRequest(F_WRLCK, kFirstLockByte, kLockBytes);
        if (m_fcntl(probe.descriptor, command, &question) == 0) {
            return question.l_type == F_UNLCK ? User::Nobody : User::AnotherProcess;
        }
    }
    return User::Nobody;
}

OpenedFiles::OpenedFiles()
    : m_outer(t_opened)
{
    t_opened = this;
}

OpenedFiles::~OpenedFiles()
{
    t_opened = m_outer;
}

std::optional<FileIdentity> OpenedFiles::find(const QByteArray& path) const
{
    const auto found = m_files.find(path);
    return found == m_files.end() ? std::nullopt : std::optional(found->second);
}

} // namespace winnow::sqlite
