// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/integrity.h"

#include "core/store/decisionstore.h"
#include "core/store/migrations.h"

#include <QFileInfo>
#include <QSet>

namespace winnow {

namespace {

const QStringList kTriggers{QStringLiteral("decisions_no_update"), QStringLiteral("decisions_no_delete")};

void checkPages(sqlite::Connection& c, IntegrityReport& report)
{
    sqlite::Statement pages(c, QStringLiteral("PRAGMA integrity_check(20)"));
    while (pages.step()) {
        if (pages.text(0) != u"ok") {
            report.problems.append(QStringLiteral("Damaged pages: ") + pages.text(0));
        }
    }
    sqlite::Statement keys(c, QStringLiteral("PRAGMA foreign_key_check"));
    qint64 dangling = 0;
    while (keys.step()) {
        ++dangling;
    }
    if (dangling) {
        report.problems.append(QStringLiteral("%1 rows refer to rows that are gone").arg(dangling));
    }
}

void checkTriggers(sqlite::Connection& c, bool repair, IntegrityReport& report)
{
    for (const QString& trigger : kTriggers) {
        sqlite::Statement query(
            c, QStringLiteral("SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = ?"));
        query.bind(1, trigger);
        if (query.step()) {
            continue;
        }
        report.problems.append(QStringLiteral("The ledger's guard %1 was removed").arg(trigger));
        if (repair) {
            const bool update = trigger.endsWith(u"update");
            c.execute(QStringLiteral("CREATE TRIGGER %1 BEFORE %2 ON decisions BEGIN SELECT raise(ABORT,"
                                     " 'the ledger is append-only: decisions are never %3'); END")
                          .arg(trigger, update ? QStringLiteral("UPDATE") : QStringLiteral("DELETE"),
                              update ? QStringLiteral("changed") : QStringLiteral("deleted")));
            report.repaired.append(QStringLiteral("Put back the guard %1").arg(trigger));
        }
    }
}

void checkSearch(sqlite::Connection& c, bool repair, IntegrityReport& report)
{
    const auto sound = sqlite::guarded([&] {
        c.execute(QStringLiteral("INSERT INTO samples_fts(samples_fts, rank) VALUES('integrity-check', 1)"));
    });
    if (sound) {
        return;
    }
    report.problems.append(QStringLiteral("The search index does not match the samples"));
    if (repair) {
        c.execute(QStringLiteral("INSERT INTO samples_fts(samples_fts) VALUES('rebuild')"));
        report.repaired.append(QStringLiteral("Rebuilt the search index"));
    }
}

void checkDerived(sqlite::Connection& c, bool repair, IntegrityReport& report)
{
    c.execute(QStringLiteral("SAVEPOINT derived"));
    const qint64 differing = DecisionStore(c).rebuildDerived();
    if (differing) {
        report.problems.append(
            QStringLiteral("%1 flag states or actions differ from what the ledger says").arg(differing));
    }
    if (differing && repair) {
        report.repaired.append(QStringLiteral("Derived flag states and actions from the ledger again"));
    } else {
        c.execute(QStringLiteral("ROLLBACK TO derived"));
    }
    c.execute(QStringLiteral("RELEASE derived"));
}

} // namespace

Result<IntegrityReport> checkProject(Project& project, bool repair, Progress& progress)
{
    IntegrityReport report;
    progress.report(0, 3, QStringLiteral("Checking pages"));
    if (project.isReadOnly()) {
        auto pages = project.read([&](sqlite::Connection& c) { checkPages(c, report); });
        if (!pages) {
            return tl::unexpected<Error>(pages.error());
        }
        return report;
    }
    auto pages = project.read([&](sqlite::Connection& c) { checkPages(c, report); });
    if (!pages && pages.error().code == ErrorCode::Damaged) {
        report.problems.append(pages.error().message);
        report.damagedPages = true;
    } else if (!pages) {
        return tl::unexpected<Error>(pages.error());
    }
    if (report.damagedPages) {
        return report; // nothing more can be trusted, and nothing must be written
    }
    progress.report(1, 3, QStringLiteral("Checking the search index and the ledger"));
    auto rest = project.write({.parts = ChangeSet::Flags | ChangeSet::Decisions, .samples = {}},
        [&](sqlite::Connection& c) -> Result<bool> {
            checkTriggers(c, repair, report);
            checkSearch(c, repair, report);
            checkDerived(c, repair, report);
            return true;
        });
    if (!rest) {
        return tl::unexpected<Error>(rest.error());
    }
    progress.report(2, 3, QStringLiteral("Checking images"));
    QSet<QByteArray> embedded;
    auto images = project.read([&](sqlite::Connection& c) {
        sqlite::Statement query(c, QStringLiteral("SELECT sha256, path FROM images"));
        while (query.step()) {
            if (query.text(1).isEmpty()) {
                embedded.insert(query.blob(0));
            } else if (!QFileInfo::exists(query.text(1))) {
                ++report.missingImageFiles;
            }
        }
    });
    if (!images) {
        return tl::unexpected<Error>(images.error());
    }
    auto blobs = project.imageHashes();
    if (!blobs) {
        report.problems.append(blobs.error().text());
        return report;
    }
    QVector<QByteArray> orphans;
    for (const QByteArray& hash : *blobs) {
        if (!embedded.remove(hash)) {
            orphans.append(hash);
        }
    }
    report.orphanedImageBlobs = orphans.size();
    if (!embedded.isEmpty()) {
        report.problems.append(QStringLiteral("%1 embedded images are not in %2")
                                   .arg(embedded.size())
                                   .arg(project.imagesPath()));
    }
    if (repair && !orphans.isEmpty()) {
        WINNOW_TRY(project.removeImageBytes(orphans));
        report.repaired.append(
            QStringLiteral("Forgot %1 image blobs that no sample uses").arg(orphans.size()));
    }
    progress.report(3, 3, QStringLiteral("Checked"));
    return report;
}

Result<qint64> salvageProject(const QString& damaged, const QString& target)
{
    auto project = Project::create(target);
    if (!project) {
        return tl::unexpected<Error>(project.error());
    }
    auto source = sqlite::Connection::open(damaged, sqlite::OpenMode::ReadOnly);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    const QStringList tables = {QStringLiteral("meta"), QStringLiteral("datasets"), QStringLiteral("samples"),
        QStringLiteral("options"), QStringLiteral("rotations"), QStringLiteral("images"),
        QStringLiteral("sample_images"), QStringLiteral("models"), QStringLiteral("runs"),
        QStringLiteral("responses"), QStringLiteral("response_details"), QStringLiteral("detector_runs"),
        QStringLiteral("flags"), QStringLiteral("decisions"), QStringLiteral("sample_actions"),
        QStringLiteral("policies"), QStringLiteral("subsets"), QStringLiteral("subset_samples"),
        QStringLiteral("exports"), QStringLiteral("imports"), QStringLiteral("import_issues"),
        QStringLiteral("field_mappings"), QStringLiteral("judgements")};
    return (*project)->write({}, [&](sqlite::Connection& c) -> Result<qint64> {
        qint64 saved = 0;
        c.execute(QStringLiteral("PRAGMA defer_foreign_keys=ON"));
        for (const QString& table : tables) {
            // A damaged page ends one table's copy, not the salvage.
            (void)sqlite::guarded([&] {
                const qint64 columns
                    = c.integer(QStringLiteral("SELECT count(*) FROM pragma_table_info('%1')").arg(table));
                QStringList marks(columns, QStringLiteral("?"));
                sqlite::Statement insert(
                    c, QStringLiteral("INSERT OR IGNORE INTO %1 VALUES(%2)").arg(table, marks.join(u',')));
                sqlite::Statement rows(**source, QStringLiteral("SELECT * FROM %1").arg(table));
                while (rows.step()) {
                    for (int i = 0; i < int(columns); ++i) {
                        insert.bindColumn(i + 1, rows, i);
                    }
                    insert.run();
                    ++saved;
                }
            });
        }
        for (const char* orphaned :
            {"options", "rotations", "sample_images", "responses", "flags", "judgements"}) {
            c.execute(QStringLiteral("DELETE FROM %1 WHERE sample_id NOT IN (SELECT id FROM samples)")
                          .arg(QLatin1String(orphaned)));
        }
        c.execute(QStringLiteral("INSERT INTO samples_fts(samples_fts) VALUES('rebuild')"));
        return saved;
    });
}

} // namespace winnow
