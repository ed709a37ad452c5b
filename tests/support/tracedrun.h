// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QStringList>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <set>
#include <vector>

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace winnow::test {

/// A program run under our eyes, and killed with SIGKILL as it is about to make a certain call that changes
/// files: write, sync, create, rename, link, truncate, unlink, mkdir, rmdir, chmod, chown.
struct TracedRun {
    /// False where processes may not be traced.
    bool traced = false;
    bool killed = false;
    int exitCode = -1;
    /// How many such calls it made, or had made when it was killed.
    int calls = 0;

    /// `killAt` counts from 1; 0 lets it run. Its output is dropped.
    static TracedRun of(const QStringList& command, int killAt = 0);
    /// The same with a copy of this process that does `work`: no time goes into starting a program. Nothing
    /// that it uses may be open or locked here.
    static TracedRun of(const std::function<int()>& work, int killAt = 0);

private:
    static bool changesFiles(const __ptrace_syscall_info& call);
};

inline bool TracedRun::changesFiles(const __ptrace_syscall_info& call)
{
    static const std::set<quint64> changing{SYS_write, SYS_pwrite64, SYS_writev, SYS_pwritev, SYS_renameat,
        SYS_renameat2, SYS_linkat, SYS_symlinkat, SYS_unlinkat, SYS_mkdirat, SYS_ftruncate, SYS_truncate,
        SYS_fallocate, SYS_fsync, SYS_fdatasync, SYS_syncfs, SYS_fchmod, SYS_fchmodat, SYS_fchown,
        SYS_fchownat, SYS_copy_file_range, SYS_sendfile,
#ifdef SYS_rename // only the older machines have these
        SYS_rename, SYS_link, SYS_symlink, SYS_unlink, SYS_mkdir, SYS_rmdir, SYS_creat, SYS_chmod, SYS_chown
#endif
    };
    constexpr quint64 kCreates = O_CREAT | O_TRUNC;
#ifdef SYS_open
    if (call.entry.nr == SYS_open) {
        return (call.entry.args[1] & kCreates) != 0;
    }
#endif
    return call.entry.nr == SYS_openat ? (call.entry.args[2] & kCreates) != 0
                                       : changing.count(call.entry.nr) > 0;
}

inline TracedRun TracedRun::of(const QStringList& command, int killAt)
{
    QByteArrayList texts;
    std::vector<char*> argv;
    for (const QString& word : command) {
        texts.append(word.toLocal8Bit());
    }
    for (QByteArray& text : texts) {
        argv.push_back(text.data());
    }
    argv.push_back(nullptr);
    // Leaks are looked for by tracing, and one process has one tracer.
    qputenv("ASAN_OPTIONS", "detect_leaks=0");
    return of(
        [&argv] {
            const int null = ::open("/dev/null", O_WRONLY);
            ::dup2(null, STDOUT_FILENO);
            ::dup2(null, STDERR_FILENO);
            ::execv(argv.front(), argv.data());
            return 127;
        },
        killAt);
}

inline TracedRun TracedRun::of(const std::function<int()>& work, int killAt)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) {
            ::_exit(126);
        }
        ::raise(SIGSTOP);
        ::_exit(work());
    }
    TracedRun run;
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) {
        return run;
    }
    run.traced = true;
    ::ptrace(PTRACE_SETOPTIONS, child, nullptr,
        PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC);
    ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    while (true) {
        const pid_t stopped = ::waitpid(-1, &status, __WALL);
        if (stopped < 0) {
            return run;
        }
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            if (stopped == child) {
                run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
                return run;
            }
            continue; // a thread
        }
        int deliver = 0;
        if (WSTOPSIG(status) == (SIGTRAP | 0x80)) {
            __ptrace_syscall_info call{};
            ::ptrace(PTRACE_GET_SYSCALL_INFO, stopped, sizeof call, &call);
            if (!run.killed && call.op == PTRACE_SYSCALL_INFO_ENTRY && changesFiles(call)
                && ++run.calls == killAt) {
                --run.calls;
                run.killed = true;
                ::kill(child, SIGKILL);
            }
        } else if (WSTOPSIG(status) != SIGTRAP && WSTOPSIG(status) != SIGSTOP) {
            deliver = WSTOPSIG(status);
        }
        ::ptrace(PTRACE_SYSCALL, stopped, nullptr, deliver);
    }
}

} // namespace winnow::test
