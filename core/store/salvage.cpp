// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/base/placefile.h"
#include "core/store/decisionstore.h"
#include "core/store/ledgerfile.h"
#include "core/store/ledgerjournal.h"
#include "core/store/migrations.h"
#include "core/store/responsecheck.h"
#include "core/store/rowfinder.h"
#include "core/store/samplestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QSet>
#include <QtEndian>
#include <QThread>
#include <QUuid>

#include <map>

namespace winnow {

using sqlite::RawRow;
using sqlite::RawValue;

namespace {

QString imagesPathOf(const QString& path)
{
    return path.endsWith(QStringLiteral(".winnow")) ? path + QStringLiteral("-images")
                                                    : path + QStringLiteral(".winnow-images");
}

void bindValue(sqlite::Statement& statement, int index, const RawValue& value)
{
    switch (value.type) {
    case RawValue::Type::Null:
        statement.bindNull(index);
        break;
    case RawValue::Type::Integer:
        statement.bind(index, value.integer);
        break;
    case RawValue::Type::Real:
        statement.bind(index, value.real);
        break;
    case RawValue::Type::Text:
        statement.bindUtf8(index, std::string_view(value.bytes.constData(), size_t(value.bytes.size())));
        break;
    case RawValue::Type::Blob:
        statement.bind(index, value.bytes);
        break;
    }
}

/// Blocks that a disk lost read as zeros; no text of ours holds any.
bool zeroed(const RawRow& row)
{
    return std::any_of(row.values.begin(), row.values.end(), [](const RawValue& value) {
        return value.type == RawValue::Type::Text && value.bytes.contains('\0');
    });
}

/// Writes what a RowFinder finds into the tables of a new project.
class Salvage {
public:
    Salvage(sqlite::Connection& connection, RowFinder& finder, Progress& progress)
        : m_connection(connection)
        , m_finder(finder)
        , m_progress(progress)
    {
    }

    /// Rows that are there already stay. False when cancelled.
    bool copyTables(RowFinder& from);
    /// The ledger's lines as they stand in the table, to be read and added; whose hash does not hold is
    /// counted.
    const QVector<LedgerEvent>& events() const { return m_events; }
    qint64 badLines() const { return m_badLines; }
    void rebuildFromIndexes();
    void giveParents();
    void removeOrphans();
    void mendBlocks();

    QVector<SalvagedTable> tables() const;
    /// Rows of data: what every new project has does not count.
    qint64 dataRows() const;

private:
    using Column = TreeShape::Column;
    bool isTable(size_t shape) const;
    size_t tableOf(const TreeShape& index) const;
    void insert(const TreeShape& shape, const RawRow& row);
    qint64 exec(const QString& sql);
    /// An older project has other tables.
    bool hasTable(const char* name);

    sqlite::Connection& m_connection;
    RowFinder& m_finder;
    Progress& m_progress;
    void keepLine(const TreeShape& shape, const RawRow& row);

    std::map<QString, SalvagedTable> m_tables;
    QVector<LedgerEvent> m_events;
    qint64 m_badLines = 0;
};

bool Salvage::isTable(size_t shape) const
{
    // The search index is made anew, and its shadow tables are only known so that nothing is taken for them.
    // What is derived from the ledger is derived again.
    static const QSet<QString> derived{QStringLiteral("standing"), QStringLiteral("waiting_decisions"),
        QStringLiteral("incomplete_batches"), QStringLiteral("verdicts"), QStringLiteral("sample_actions")};
    const TreeShape& one = m_finder.shapes()[shape];
    return !one.isIndex && !one.name.startsWith(u"samples_fts") && !derived.contains(one.name);
}

// The line is the event; the other columns are read from it again.
void Salvage::keepLine(const TreeShape& shape, const RawRow& row)
{
    for (size_t i = 0; i < row.values.size(); ++i) {
        if (shape.columns[i].name == u"line") {
            auto event = readLedgerEvent(row.values[i].bytes);
            if (event) {
                m_events.append(*std::move(event));
            } else {
                ++m_badLines;
            }
        }
    }
}

size_t Salvage::tableOf(const TreeShape& index) const
{
    const auto& shapes = m_finder.shapes();
    return size_t(std::find_if(shapes.begin(), shapes.end(), [&](const TreeShape& one) {
        return !one.isIndex && one.name == index.table;
    }) - shapes.begin());
}

qint64 Salvage::exec(const QString& sql)
{
    m_connection.execute(sql);
    return m_connection.changes();
}

bool Salvage::hasTable(const char* name)
{
    return m_connection.integer(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = '%1'")
                                    .arg(QLatin1String(name)))
        > 0;
}

void Salvage::insert(const TreeShape& shape, const RawRow& row)
{
    QStringList names;
    for (size_t i = 0; i < row.values.size(); ++i) {
        names.append(u'"' + shape.columns[i].name + u'"');
    }
    // Where table and journal agreed says nothing of the new file.
    if (shape.name == u"meta" && row.values[0].bytes.startsWith("ledger/")) {
        return;
    }
    // The project's own identity replaces the one that the new file was given.
    const QString verb
        = shape.name == u"meta" && row.sound ? QStringLiteral("REPLACE") : QStringLiteral("IGNORE");
    auto& statement = m_connection.cached(QStringLiteral("INSERT OR %1 INTO \"%2\"(%3) VALUES(%4)")
                                              .arg(verb, shape.name, names.join(u','),
                                                  QStringList(names.size(), QStringLiteral("?")).join(u',')));
    for (size_t i = 0; i < row.values.size(); ++i) {
        if (shape.columns[i].isRowid) {
            statement.bind(int(i) + 1, row.rowid);
        } else {
            bindValue(statement, int(i) + 1, row.values[i]);
        }
    }
    // A row that breaks a CHECK is not a row of this table.
    const auto done = sqlite::guarded([&] { statement.run(); });
    if (!done) {
        statement.reset();
        return;
    }
    if (m_connection.changes() > 0) {
        SalvagedTable& table = m_tables[shape.name];
        ++table.rows;
        table.unverified += row.sound ? 0 : 1;
    }
}

bool Salvage::copyTables(RowFinder& from)
{
    const auto& shapes = from.shapes();
    for (size_t i = 0; i < shapes.size(); ++i) {
        if (!isTable(i)) {
            continue;
        }
        qint64 read = 0;
        const bool isLedger = shapes[i].name == u"decisions"
            && std::any_of(shapes[i].columns.begin(), shapes[i].columns.end(),
                [](const Column& column) { return column.name == u"line"; });
        from.rows(i, [&](const RawRow& row) {
            if (++read % 4096 == 0) {
                m_progress.report(read, 0, QStringLiteral("Reading ") + shapes[i].name);
            }
            if (m_progress.isCancelled() || (!row.sound && zeroed(row))) {
                return;
            }
            if (isLedger) {
                keepLine(shapes[i], row);
            } else {
                insert(shapes[i], row);
            }
        });
        if (m_progress.isCancelled()) {
            return false;
        }
    }
    return true;
}

// An index keeps its columns and the row's id: enough to know which samples, models or flags there were, and
// for what belongs to them to stay. Decisions are events; half of one is none.
void Salvage::rebuildFromIndexes()
{
    const auto& shapes = m_finder.shapes();
    std::map<size_t, std::map<qint64, QHash<QString, RawValue>>> lost;
    for (size_t i = 0; i < shapes.size(); ++i) {
        const size_t table = shapes[i].isIndex ? tableOf(shapes[i]) : shapes.size();
        if (table == shapes.size() || !isTable(table) || shapes[table].kind != sqlite::TreeKind::Table
            || shapes[table].name == u"decisions") {
            continue;
        }
        qint64 entries = 0;
        auto& known = m_connection.cached(
            QStringLiteral("SELECT 1 FROM \"%1\" WHERE rowid = ?").arg(shapes[table].name));
        m_finder.rows(i, [&](const RawRow& row) {
            ++entries;
            if (!row.sound || row.values.back().type != RawValue::Type::Integer) {
                return;
            }
            const qint64 rowid = row.values.back().integer;
            known.bind(1, rowid);
            const bool present = known.step();
            known.reset();
            for (size_t column = 0; !present && column + 1 < row.values.size(); ++column) {
                lost[table][rowid].insert(shapes[i].columns[column].name, row.values[column]);
            }
        });
        if (m_finder.complete(i) && entries > 0) {
            auto& expected = m_tables[shapes[table].name].expected;
            expected = std::max(expected.value_or(0), entries);
        }
    }
    for (const auto& [table, rows] : lost) {
        for (const auto& [rowid, values] : rows) {
            TreeShape part = shapes[table];
            part.columns.clear();
            RawRow row;
            row.rowid = rowid;
            row.sound = true;
            for (const Column& column : shapes[table].columns) {
                RawValue value = values.value(column.name);
                const bool has = values.contains(column.name);
                if (!has && !column.isRowid && (column.hasDefault || !column.notNull)) {
                    continue;
                }
                if (!has && !column.isRowid) {
                    value.type = column.type == u"TEXT" ? RawValue::Type::Text
                        : column.type == u"BLOB"        ? RawValue::Type::Blob
                                                        : RawValue::Type::Integer;
                }
                part.columns.push_back(column);
                row.values.push_back(value);
            }
            SalvagedTable& counts = m_tables[part.name];
            const qint64 before = counts.rows;
            insert(part, row);
            counts.rebuilt += counts.rows - before;
        }
    }
    exec(QStringLiteral("UPDATE samples SET position = coalesce((SELECT max(p.position) FROM samples p WHERE"
                        " p.dataset_id = samples.dataset_id AND p.id < samples.id), 0)"
                        " WHERE content_hash = x''"));
}

// What others belong to and no page or index names any more gets a name of our own, so that they stay.
void Salvage::giveParents()
{
    const qint64 datasets = exec(QStringLiteral(
        "INSERT OR IGNORE INTO datasets(id, name, created_at) SELECT id, 'recovered-' || id, '%1' FROM"
        " (SELECT dataset_id AS id FROM samples UNION SELECT dataset_id FROM runs)"
        " WHERE id NOT IN (SELECT id FROM datasets)")
                                     .arg(nowUtc()));
    const qint64 models = exec(QStringLiteral(
        "INSERT OR IGNORE INTO models(id, name) SELECT DISTINCT model_id, 'recovered-' || model_id FROM runs"
        " WHERE model_id NOT IN (SELECT id FROM models)"));
    // A reply whose score is lost is a missing one.
    const qint64 responses = hasTable("response_details")
        ? exec(QStringLiteral("INSERT OR IGNORE INTO responses(run_id, sample_id, shift, attempt)"
                              " SELECT run_id, sample_id, shift, attempt FROM response_details"))
        : 0;
    const qint64 sets = hasTable("score_sets")
        ? exec(QStringLiteral(
            "INSERT OR IGNORE INTO score_sets(id, run_id, created_at, current) SELECT score_set, run_id, "
            "'%1',"
            " score_set = max(score_set) OVER (PARTITION BY run_id) AND NOT EXISTS(SELECT 1 FROM score_sets c"
            " WHERE c.run_id = b.run_id AND c.current = 1) FROM (SELECT DISTINCT run_id, score_set FROM"
            " response_blocks) b WHERE score_set NOT IN (SELECT id FROM score_sets)")
                   .arg(nowUtc()))
        : 0;
    const qint64 subsets = exec(QStringLiteral(
        "INSERT OR IGNORE INTO subsets(id, name, method, budget, seed, created_at) SELECT subset_id,"
        " 'recovered-' || subset_id, '', count(*), 0, '%1' FROM subset_samples"
        " WHERE subset_id NOT IN (SELECT id FROM subsets) GROUP BY subset_id")
                                    .arg(nowUtc()));
    for (const auto& [name, made] : {std::pair("datasets", datasets), {"models", models},
             {"responses", responses}, {"score_sets", sets}, {"subsets", subsets}}) {
        if (made > 0) {
            m_tables[QString::fromLatin1(name)].rows += made;
            m_tables[QString::fromLatin1(name)].rebuilt += made;
        }
    }
    if (hasTable("packed")) {
        exec(QStringLiteral("UPDATE response_blocks SET details = NULL WHERE details NOT IN"
                            " (SELECT id FROM packed)"));
    }
    exec(QStringLiteral("UPDATE sample_images SET image_id = NULL, state = 'missing'"
                        " WHERE image_id NOT IN (SELECT id FROM images)"));
}

// What cannot be unpacked is lost, and what is said of samples and texts that are.
void Salvage::mendBlocks()
{
    if (!hasTable("packed")) {
        return;
    }
    const auto blocks
        = [&] { return m_connection.integer(QStringLiteral("SELECT count(*) FROM response_blocks")); };
    const qint64 before = blocks();
    mendResponses(m_connection);
    SalvagedTable& table = m_tables[QStringLiteral("response_blocks")];
    table.orphaned += before - blocks();
    table.rows -= before - blocks();
}

void Salvage::removeOrphans()
{
    // The ledger's guards are of this new file only, and come back below.
    QStringList guards;
    {
        sqlite::Statement triggers(
            m_connection, QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"));
        QStringList names;
        while (triggers.step()) {
            names.append(triggers.text(0));
            guards.append(triggers.text(1));
        }
        triggers.reset();
        for (const QString& name : names) {
            m_connection.execute(QStringLiteral("DROP TRIGGER \"%1\"").arg(name));
        }
    }
    bool again = true;
    while (again) {
        again = false;
        for (size_t i = 0; i < m_finder.shapes().size(); ++i) {
            if (!isTable(i)) {
                continue;
            }
            const QString table = m_finder.shapes()[i].name;
            QHash<qint64, QStringList> matches;
            QHash<qint64, QString> parents;
            QHash<qint64, QStringList> present;
            {
                sqlite::Statement keys(m_connection,
                    QStringLiteral("SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?)"));
                keys.bind(1, table);
                while (keys.step()) {
                    matches[keys.integer(0)].append(
                        QStringLiteral("p.\"%1\" = \"%2\".\"%3\"").arg(keys.text(3), table, keys.text(2)));
                    present[keys.integer(0)].append(QStringLiteral("\"%1\" IS NOT NULL").arg(keys.text(2)));
                    parents.insert(keys.integer(0), keys.text(1));
                }
            }
            for (auto it = parents.cbegin(); it != parents.cend(); ++it) {
                const QString and_ = QStringLiteral(" AND ");
                const qint64 gone = exec(QStringLiteral(
                    "DELETE FROM \"%1\" WHERE %2 AND NOT EXISTS (SELECT 1 FROM \"%3\" p WHERE %4)")
                                             .arg(table, present.value(it.key()).join(and_), it.value(),
                                                 matches.value(it.key()).join(and_)));
                if (gone > 0) {
                    again = true;
                    m_tables[table].orphaned += gone;
                    m_tables[table].rows -= gone;
                }
            }
        }
    }
    for (const QString& guard : guards) {
        m_connection.execute(guard);
    }
}

QVector<SalvagedTable> Salvage::tables() const
{
    QVector<SalvagedTable> list;
    for (const auto& [name, table] : m_tables) {
        list.append(table);
        list.last().name = name;
    }
    return list;
}

qint64 Salvage::dataRows() const
{
    qint64 rows = 0;
    for (const auto& [name, table] : m_tables) {
        rows += name == u"meta" ? 0 : table.rows;
    }
    return rows;
}

/// Bytes of embedded images that are what their hash says, from the damaged store into the new one. What is
/// not there becomes a state of its samples.
Result<> salvageImages(const QString& damaged, Project& project, SalvageReport& report, Progress& progress)
{
    QSet<QByteArray> wanted;
    WINNOW_TRY(project.read([&](sqlite::Connection& c) {
        sqlite::Statement query(c, QStringLiteral("SELECT sha256 FROM images WHERE path = ''"));
        while (query.step()) {
            wanted.insert(query.blob(0));
        }
    }));
    if (wanted.isEmpty()) {
        return {};
    }
    auto pages = sqlite::PageFile::open(imagesPathOf(damaged));
    if (pages) {
        TreeShape blobs;
        blobs.name = blobs.table = QStringLiteral("blobs");
        blobs.columns = {{QStringLiteral("sha256"), QStringLiteral("BLOB"), false, false, false},
            {QStringLiteral("bytes"), QStringLiteral("BLOB"), true, false, false}};
        blobs.least = 2;
        RowFinder finder(**pages, {blobs});
        Result<> stored;
        finder.rows(0, [&](const RawRow& row) {
            const QByteArray& hash = row.values[0].bytes;
            if (!stored || progress.isCancelled() || !wanted.contains(hash)
                || sha256(row.values[1].bytes) != hash) {
                return;
            }
            progress.report(report.images, report.images + wanted.size(),
                QStringLiteral(QT_TRANSLATE_NOOP("Step", "Copying images")));
            auto added = project.addImageBytes(row.values[1].bytes);
            if (!added) {
                stored = tl::unexpected<Error>(added.error());
                return;
            }
            wanted.remove(hash);
            ++report.images;
        });
        WINNOW_TRY(stored);
        WINNOW_TRY(project.flushImages());
    }
    report.lostImages = wanted.size();
    return project.write({}, [&](sqlite::Connection& c) -> Result<> {
        for (const QByteArray& hash : wanted) {
            c.cached(
                 QStringLiteral("UPDATE sample_images SET state = 'missing' WHERE state = 'ok' AND image_id ="
                                " (SELECT id FROM images WHERE sha256 = ?)"))
                .bindAll(hash)
                .run();
        }
        return {};
    });
}

/// Samples that are not what was imported have no content hash from now on: the next import puts them right.
qint64 forgetWrongHashes(sqlite::Connection& connection)
{
    SampleStore store(connection);
    QVector<SampleId> changed;
    sqlite::Statement ids(connection, QStringLiteral("SELECT id FROM samples"));
    while (ids.step()) {
        const auto sample = store.byId({ids.integer(0)});
        if (sample && sample->contentHash != computeContentHash(*sample)) {
            changed.append(sample->id);
        }
    }
    ids.reset();
    for (const SampleId id : changed) {
        connection.cached(QStringLiteral("UPDATE samples SET content_hash = x'' WHERE id = ?"))
            .bindAll(id.value)
            .run();
    }
    return changed.size();
}

/// The version of a damaged project's schema, as far as its first page can be trusted; else ours.
int versionOf(sqlite::PageFile& pages)
{
    const sqlite::Page first = pages.page(1);
    const int version = first.bytes.isEmpty() ? 0 : qFromBigEndian<qint32>(first.bytes.constData() + 60);
    return version >= 1 && version <= Project::schemaVersion() ? version : Project::schemaVersion();
}

/// Whose journal it is; empty when its first line does not tell.
QString projectOfJournal(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray line = file.readLine(4096).trimmed();
    return LedgerJournal::isHeader(line)
        ? QJsonDocument::fromJson(line).object().value(QLatin1String("project")).toString()
        : QString();
}

/// Gives the new project the identity of the damaged one, and returns its journal's events unless the journal
/// is another project's.
QVector<LedgerEvent> identify(sqlite::Connection& c, const QString& damaged)
{
    const QString journal = LedgerJournal::pathFor(damaged);
    const QString journalOf = projectOfJournal(journal);
    const QString known = c.text(QStringLiteral("SELECT value FROM meta WHERE key = 'uuid'"));
    const QString uuid = !known.isEmpty() ? known
        : !journalOf.isEmpty()            ? journalOf
                                          : QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto& put = c.cached(QStringLiteral("INSERT OR IGNORE INTO meta(key, value) VALUES(?, ?)"));
    put.bindAll(QStringLiteral("uuid"), uuid).run();
    put.bindAll(QStringLiteral("created_at"), nowUtc()).run();
    put.bindAll(QStringLiteral("created_by"), QStringLiteral("Winnow " WINNOW_VERSION)).run();
    if (!journalOf.isEmpty() && journalOf != uuid) {
        return {};
    }
    auto file = QFileInfo::exists(journal) ? readLedgerFile(journal) : Result<LedgerFile>();
    return file ? file->events : QVector<LedgerEvent>();
}

/// Writes a whole, closed project file at `path` without its images.
Result<> salvageTables(const QString& damaged, const QString& path, SalvageReport& report, Progress& progress)
{
    const Error cancelled
        = fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled"))).value();
    auto pages = sqlite::PageFile::open(damaged);
    if (!pages) {
        return tl::unexpected<Error>(pages.error());
    }
    report.logDamaged = (*pages)->log().damaged();
    auto connection = sqlite::Connection::open(path, sqlite::OpenMode::Create);
    if (!connection) {
        return tl::unexpected<Error>(connection.error());
    }
    sqlite::Connection& c = **connection;
    // An older project is read as it is, and upgraded then.
    WINNOW_TRY(migrate(c, projectMigrations().mid(0, versionOf(**pages))));
    QVector<LedgerEvent> events;
    QVector<LedgerEvent> journal;
    WINNOW_TRY(sqlite::guarded([&]() -> Result<> {
        sqlite::Transaction transaction(c, sqlite::Transaction::Kind::Write);
        c.execute(QStringLiteral("PRAGMA defer_foreign_keys=ON"));
        RowFinder finder(**pages, shapesOf(c));
        if (finder.isOther() && !(*pages)->checksummed()) {
            return fail(ErrorCode::NotAProject,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is an SQLite database, but not a Winnow project"))
                    .arg(damaged),
                Sentence::of(
                    QT_TRANSLATE_NOOP("Error", "Choose a .winnow file, or import this file into a project")));
        }
        Salvage salvage(c, finder, progress);
        if (!salvage.copyTables(finder)) {
            return tl::unexpected<Error>(cancelled);
        }
        if (report.logDamaged) {
            // Rows that later commits moved to a page which is lost stand where they were before.
            auto before = sqlite::PageFile::open(damaged, sqlite::PageFile::Log::Recovered);
            if (!before) {
                return tl::unexpected<Error>(before.error());
            }
            RowFinder earlier(**before, shapesOf(c));
            if (!salvage.copyTables(earlier)) {
                return tl::unexpected<Error>(cancelled);
            }
        }
        salvage.rebuildFromIndexes();
        events = salvage.events();
        report.lostDecisions = salvage.badLines();
        journal = identify(c, damaged);
        if (salvage.dataRows() == 0 && events.isEmpty() && journal.isEmpty()) {
            return fail(ErrorCode::Damaged,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Nothing could be read of %1")).arg(damaged),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Keep the file, and go back to a backup")));
        }
        salvage.giveParents();
        salvage.removeOrphans();
        salvage.mendBlocks();
        report.tables = salvage.tables();
        transaction.commit();
        return {};
    }));
    WINNOW_TRY(migrate(c, projectMigrations()));
    return sqlite::guarded([&] {
        sqlite::Transaction transaction(c, sqlite::Transaction::Kind::Write);
        (void)DecisionStore(c).add(events);
        report.fromJournal = DecisionStore(c).add(journal).added;
        report.decisions = DecisionStore(c).count();
        report.changedSamples = forgetWrongHashes(c);
        c.execute(QStringLiteral("INSERT INTO samples_fts(samples_fts) VALUES('rebuild')"));
        (void)DecisionStore(c).rebuildDerived();
        transaction.commit();
        c.execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    });
}

QString counted(qint64 count, const char* one, const char* many)
{
    return QString::number(count) + u' ' + QLatin1String(count == 1 ? one : many);
}

void describeLog(const QString& database, QStringList& problems)
{
    constexpr int kLooks = 3;
    sqlite::LogFile log = sqlite::LogFile::read(database);
    // A process that is writing it now leaves half a commit for a moment; damage stays as it is.
    for (int look = 1; look < kLooks && log.damaged(); ++look) {
        QThread::msleep(50);
        sqlite::LogFile later = sqlite::LogFile::read(database);
        if (later.recovered != log.recovered || later.frames.size() != log.frames.size()) {
            look = 0;
        }
        log = std::move(later);
    }
    if (!log.headerSound) {
        problems.append(
            QStringLiteral("The log %1 is damaged at its beginning, so that none of it would be read")
                .arg(log.path));
    } else if (log.missingFrames > 0) {
        problems.append(QStringLiteral("The log %1 is damaged or was cut off: %2 would not be read")
                            .arg(log.path, counted(log.missingFrames, "committed page", "committed pages")));
    } else if (log.damaged()) {
        problems.append(QStringLiteral("The log %1 is damaged: %2 of its %3 would be read, and %4 forgotten")
                            .arg(log.path, QString::number(log.recovered),
                                counted(qint64(log.frames.size()), "page", "pages"),
                                counted(log.lostCommits, "commit", "commits")));
    }
}

} // namespace

QStringList damageBeforeOpening(const QString& path)
{
    QStringList problems;
    auto pages = sqlite::PageFile::open(path);
    if (!pages) {
        return problems; // Project::open says why
    }
    describeLog(path, problems);
    describeLog(imagesPathOf(path), problems);
    if ((*pages)->checksummed() && !(*pages)->page(1).sound) {
        problems.append(QStringLiteral("The first page of %1 is damaged").arg(path));
    }
    return problems;
}

Result<SalvageReport> salvageProject(const QString& damaged, const QString& target, Progress& progress)
{
    const QStringList logs{QString(), QStringLiteral("-wal"), QStringLiteral("-shm")};
    if (QFileInfo::exists(target)) {
        return fail(ErrorCode::AlreadyExists,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 exists already")).arg(target),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another name")));
    }
    SalvageReport report;
    report.target = QFileInfo(target).absoluteFilePath();
    const QString temporary = QFileInfo(target).dir().filePath(
        QStringLiteral(".winnow-salvage-%1").arg(QUuid::createUuid().toString(QUuid::Id128).left(12)));
    const auto cleanUp = qScopeGuard([&] {
        for (const QString& log : logs) {
            QFile::remove(temporary + log);
        }
    });
    WINNOW_TRY(salvageTables(damaged, temporary, report, progress));
    WINNOW_TRY(placeNewFile(temporary, report.target));
    for (const SalvagedTable& table : std::as_const(report.tables)) {
        report.rows += table.rows;
    }
    auto whole = [&]() -> Result<> {
        auto project = Project::open(report.target);
        if (!project) {
            return tl::unexpected<Error>(project.error());
        }
        WINNOW_TRY(salvageImages(damaged, **project, report, progress));
        return progress.isCancelled()
            ? Result<>(fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled"))))
            : Result<>();
    }();
    if (!whole) {
        QFile::remove(LedgerJournal::pathFor(report.target));
        for (const QString& log : logs) {
            QFile::remove(report.target + log);
            QFile::remove(imagesPathOf(report.target) + log);
        }
        return tl::unexpected<Error>(whole.error());
    }
    return report;
}

} // namespace winnow
