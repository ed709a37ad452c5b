// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/export/exporter.h"
#include "core/store/imagestore.h"
#include "tests/support/testproject.h"
#include "tests/support/tracedrun.h"

#include <QDirIterator>
#include <QMap>
#include <QProcess>
#include <QThread>

namespace winnow::test {

/// An export that is killed: before it, a folder or file holds nothing or an earlier
/// export; after it, all of the old or all of the new must be there, and the next export finds nothing in its
/// way and leaves nothing beside it.
class ExportKill {
public:
    enum class Place { NewFolder, EarlierExport, File };

    /// Who exports: the program itself, or, sooner, a copy of this process.
    enum class By { Program, Copy };

    /// Writes the project below `folder`.
    ExportKill(const QString& folder, Place place, By by)
        : m_folder(folder)
        , m_place(place)
        , m_by(by)
    {
        qputenv("WINNOW_FIXED_TIME", "2026-01-01T00:00:00.000Z");
        QDir().mkpath(m_folder);
    }

    /// Exports old and new once in peace. Returns what went wrong, or nothing.
    QString prepare()
    {
        if (QString wrong = makeProject(); !wrong.isEmpty()) {
            return wrong;
        }
        if (m_place != Place::NewFolder) {
            if (execute(false) != 0) {
                return QStringLiteral("the first export failed");
            }
        }
        m_old = content();
        const TracedRun run = trace(0);
        if (!run.traced) {
            return QStringLiteral("a process may not be traced here");
        }
        m_calls = run.calls;
        m_new = content();
        if (run.exitCode != 0 || m_new.isEmpty() || m_new == m_old) {
            return QStringLiteral("the second export failed");
        }
        return {};
    }

    /// How many calls of the second export change files.
    int calls() const { return m_calls; }

    /// Kills the second export at that call; then looks, exports again and looks. Returns what is wrong.
    QString killAt(int call)
    {
        if (QString wrong = restore(); !wrong.isEmpty()) {
            return wrong;
        }
        const TracedRun run = trace(call);
        m_kills += run.killed ? 1 : 0;
        // What the project's own files need differs a little from run to run: the last calls may not come.
        return run.killed || run.exitCode == 0 ? look(QStringLiteral("call %1").arg(call))
                                               : QStringLiteral("call %1: the export failed").arg(call);
    }

    /// The same after some microseconds of the program.
    QString killAfter(int microseconds)
    {
        if (QString wrong = restore(); !wrong.isEmpty()) {
            return wrong;
        }
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(arguments(true).first(), arguments(true).mid(1));
        process.waitForStarted();
        QThread::usleep(uint(microseconds));
        process.kill();
        process.waitForFinished();
        ++m_kills;
        return look(QStringLiteral("%1 us").arg(microseconds));
    }

    int kills() const { return m_kills; }
    int oldLeft() const { return m_oldLeft; }
    int newLeft() const { return m_newLeft; }
    /// Only of a file: the old data under the manifest of the new.
    int betweenLeft() const { return m_betweenLeft; }

private:
    using Content = QMap<QString, QByteArray>;

    QString project() const { return m_folder + QStringLiteral("/p.winnow"); }
    QString parent() const { return m_folder + QStringLiteral("/out"); }
    QString target() const
    {
        return parent() + (m_place == Place::File ? QStringLiteral("/set.jsonl") : QStringLiteral("/clean"));
    }
    static QString policy(bool second)
    {
        return second ? QStringLiteral("strict") : QStringLiteral("reviewed");
    }
    QStringList arguments(bool second) const
    {
        return {QStringLiteral(WINNOW_BIN_DIR "/winnow-cli"), QStringLiteral("export"), project(),
            QStringLiteral("--format"), QStringLiteral("jsonl"), QStringLiteral("--policy"),
            second ? QStringLiteral("strict") : QStringLiteral("reviewed"), QStringLiteral("--out"),
            target()};
    }
    int exportHere(bool second) const
    {
        const auto opened = Project::open(project());
        SilentProgress progress;
        return opened
                && exporterById(u"jsonl")->run(**opened, {.policy = policy(second)}, {target()}, progress)
            ? 0
            : 1;
    }
    TracedRun trace(int killAt) const
    {
        return m_by == By::Program ? TracedRun::of(arguments(true), killAt)
                                   : TracedRun::of([this] { return exportHere(true); }, killAt);
    }
    int execute(bool second) const
    {
        if (m_by == By::Copy) {
            return exportHere(second);
        }
        QProcess process;
        process.start(arguments(second).first(), arguments(second).mid(1));
        process.waitForFinished(60000);
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    QString makeProject()
    {
        auto made = Project::create(project());
        if (!made) {
            return made.error().text();
        }
        const auto ids = addSamples(**made, QStringLiteral("changes"), 8, 4);
        if (!ids) {
            return ids.error().text();
        }
        auto images = (*made)->write({}, [&](sqlite::Connection& c) -> Result<int> {
            SampleWriter writer(c);
            for (int i = 0; i < ids->size(); ++i) {
                Sample sample = *SampleStore(c).byId(ids->at(i));
                ImageRef image;
                image.sha256 = *(*made)->addImageBytes(QByteArray(2000, char('a' + i)));
                image.format = QStringLiteral("png");
                image.source = QStringLiteral("picture.png");
                image.id = ImageStore(c).put(image);
                sample.images = {image};
                writer.put(sample);
            }
            return 0;
        });
        auto flushed = (*made)->flushImages();
        return images && flushed ? QString() : QStringLiteral("the images were not written");
    }

    /// Everything in the parent folder.
    Content content() const
    {
        Content files;
        QDirIterator it(parent(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
            QDirIterator::Subdirectories);
        while (it.hasNext()) {
            it.next();
            files.insert(it.filePath().mid(parent().size() + 1),
                it.fileInfo().isDir() ? QByteArray() : sha256OfFile(it.filePath()).value_or("unreadable"));
        }
        return files;
    }
    static Content visible(const Content& all)
    {
        Content files;
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (!it.key().startsWith(u'.')) {
                files.insert(it.key(), it.value());
            }
        }
        return files;
    }

    QString restore()
    {
        QDir(parent()).removeRecursively();
        return m_place == Place::NewFolder || execute(false) == 0 ? QString()
                                                                  : QStringLiteral("the first export failed");
    }

    QString look(const QString& when)
    {
        Content left = visible(content());
        if (left == m_old) {
            ++m_oldLeft;
        } else if (left == m_new) {
            ++m_newLeft;
        } else if (m_place == Place::File && isBetween(left)) {
            ++m_betweenLeft;
        } else {
            return when + QStringLiteral(": neither old nor new: ") + QStringList(left.keys()).join(u' ');
        }
        if (execute(true) != 0) {
            return when + QStringLiteral(": the next export failed");
        }
        // Hidden files included.
        const Content after = content();
        return after == m_new
            ? QString()
            : when + QStringLiteral(": after the next export ") + QStringList(after.keys()).join(u' ');
    }
    bool isBetween(const Content& left) const
    {
        const QString data = QStringLiteral("set.jsonl");
        const QString manifest = data + QStringLiteral(".manifest.json");
        return left.size() == 2 && left.value(data) == m_old.value(data)
            && left.value(manifest) == m_new.value(manifest);
    }

    QString m_folder;
    Place m_place;
    By m_by;
    Content m_old;
    Content m_new;
    int m_calls = 0;
    int m_kills = 0;
    int m_oldLeft = 0;
    int m_newLeft = 0;
    int m_betweenLeft = 0;
};

} // namespace winnow::test
