// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledgerfile.h"

#include "core/store/decisionstore.h"
#include "core/store/ledger.h"
#include "core/store/project.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace winnow {

namespace {

constexpr int kProblemsShown = 20;
const QByteArray kProjectMagic = QByteArrayLiteral("SQLite format 3");

Result<LedgerFile> readLines(const QString& path)
{
    if (!QFileInfo(path).isFile()) {
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not a file")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Choose a project, a journal, or what \"winnow-cli ledger\" wrote")));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2")).arg(path, file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check that you may read it")));
    }
    LedgerFile result;
    for (qint64 number = 1; !file.atEnd(); ++number) {
        QByteArray line = file.readLine(kMaxLedgerLine + 2);
        const bool whole = line.endsWith('\n');
        while (line.endsWith('\n') || line.endsWith('\r')) {
            line.chop(1);
        }
        if (line.isEmpty() || (number == 1 && LedgerJournal::isHeader(line))) {
            continue;
        }
        auto event = readLedgerEvent(line);
        if (event) {
            result.events.append(*std::move(event));
            continue;
        }
        ++result.rejected;
        if (result.problems.size() < kProblemsShown) {
            result.problems.append(
                QStringLiteral("%1, line %2: %3").arg(path).arg(number).arg(event.error().text()));
        }
        while (!whole && !file.atEnd() && !line.endsWith('\n')) {
            line = file.readLine(kMaxLedgerLine); // the rest of a line that no event fills
        }
    }
    if (result.events.isEmpty() && result.rejected > 0) {
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 holds no ledger events"))
                .arg(result.problems.first()),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Choose a project, a journal, or what \"winnow-cli ledger\" wrote")));
    }
    return result;
}

Result<LedgerFile> readProject(const QString& path)
{
    auto project = Project::open(path, Project::Mode::ReadOnly);
    if (!project) {
        return tl::unexpected<Error>(project.error());
    }
    LedgerFile result;
    auto read = (*project)->read([&](sqlite::Connection& c) {
        DecisionStore(c).forEachLine([&](const QString& uuid, const QByteArray& line) {
            auto event = readLedgerEvent(line);
            if (event) {
                result.events.append(*std::move(event));
            } else {
                ++result.rejected;
                if (result.problems.size() < kProblemsShown) {
                    result.problems.append(
                        QStringLiteral("%1, event %2: %3").arg(path, uuid, event.error().text()));
                }
            }
            return true;
        });
        return 0;
    });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    // Events that its owner's program has not brought into the project yet.
    const QString journal = LedgerJournal::pathFor(path);
    if (QFileInfo::exists(journal)) {
        auto more = readLines(journal);
        if (more) {
            result.events += more->events;
        }
    }
    return result;
}

} // namespace

Result<LedgerFile> readLedgerFile(const QString& path)
{
    if (!QFileInfo::exists(path)) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 does not exist")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the name")));
    }
    QFile file(path);
    const bool project = QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)
        && file.read(kProjectMagic.size()) == kProjectMagic;
    file.close();
    return project ? readProject(path) : readLines(path);
}

Result<qint64> writeLedgerFile(Project& project, const QString& path)
{
    WINNOW_TRY(project.ledger().sync());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2"))
                .arg(path, file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another folder")));
    }
    qint64 written = 0;
    auto read = project.read([&](sqlite::Connection& c) {
        DecisionStore(c).forEachLine([&](const QString&, const QByteArray& line) {
            ++written;
            return file.write(line + '\n') == line.size() + 1;
        });
        return 0;
    });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    if (!file.commit()) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2"))
                .arg(path, file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another folder, or free some space")));
    }
    return written;
}

} // namespace winnow
