// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importstage.h"

#include "core/base/clock.h"
#include "core/store/importstore.h"
#include "core/store/samplestore.h"
#include "core/store/unusedimages.h"

namespace winnow {

namespace {

/// Ids reserved at a time.
constexpr qint64 kTextsAtOnce = 1 << 16;
constexpr qint64 kPackedAtOnce = 1 << 11;
/// Rows removed in one batch.
constexpr int kSweptAtOnce = 1'000;
/// How long an import that is given up sweeps behind itself, and the next one before it begins; in
/// milliseconds.
constexpr qint64 kSweepAtOnce = 100;
constexpr qint64 kSweepFirst = 60'000;

QString kindOf(ImportStage::Rows rows)
{
    return rows == ImportStage::Rows::Packed ? QStringLiteral("packed") : QStringLiteral("text");
}

QString tableOf(ImportStage::Rows rows)
{
    return rows == ImportStage::Rows::Packed ? QStringLiteral("packed") : QStringLiteral("response_texts");
}

/// Removes up to some thousand rows of a staged import; false when none is left, or when it is no staged
/// import any more.
bool sweepSome(sqlite::Connection& c, ImportId import)
{
    auto& find = c.cached(QStringLiteral("SELECT dataset_id FROM staged_imports WHERE id = ?"));
    find.bind(1, import.value);
    const bool staged = find.step();
    const qint64 dataset = staged ? find.integer(0) : 0;
    find.reset();
    if (!staged) {
        return false;
    }
    QVector<SampleId> samples;
    auto& some = c.cached(QStringLiteral("SELECT id FROM samples WHERE dataset_id = ? LIMIT ?"));
    some.bindAll(dataset, kSweptAtOnce);
    while (some.step()) {
        samples.append(SampleId{some.integer(0)});
    }
    some.reset();
    SampleWriter writer(c);
    for (const SampleId sample : std::as_const(samples)) {
        writer.remove(sample);
    }
    qint64 removed = samples.size();
    for (const auto rows : {ImportStage::Rows::Packed, ImportStage::Rows::Text}) {
        c.cached(QStringLiteral("DELETE FROM %1 WHERE id IN (SELECT t.id FROM import_rows r JOIN %1 t"
                                " ON t.id BETWEEN r.first AND r.last WHERE r.import_id = ? AND r.kind = ?"
                                " LIMIT ?)")
                     .arg(tableOf(rows)))
            .bindAll(import.value, kindOf(rows), kSweptAtOnce)
            .run();
        removed += c.changes();
    }
    if (removed > 0) {
        return true;
    }
    c.cached(QStringLiteral("DELETE FROM import_rows WHERE import_id = ?")).bindAll(import.value).run();
    c.cached(QStringLiteral("DELETE FROM staged_imports WHERE id = ?")).bindAll(import.value).run();
    c.cached(QStringLiteral("DELETE FROM datasets WHERE id = ?")).bindAll(dataset).run();
    UnusedImages::mark(c);
    return false;
}

/// True when all of it is gone.
bool sweepOne(Project& project, ImportId import, const QDeadlineTimer& until)
{
    bool more = true;
    bool failed = false;
    while (more && !failed && !until.hasExpired()) {
        failed = !project.writeBatch([&](sqlite::Connection& c) -> Result<> {
            more = sweepSome(c, import);
            return {};
        });
    }
    return !more;
}

QVector<ImportId> stagedImports(const Project& project)
{
    const auto found = project.read([](sqlite::Connection& c) {
        QVector<ImportId> all;
        auto& query = c.cached(QStringLiteral("SELECT id FROM staged_imports"));
        while (query.step()) {
            all.append(ImportId{query.integer(0)});
        }
        query.reset();
        return all;
    });
    return found ? *found : QVector<ImportId>();
}

} // namespace

Result<std::unique_ptr<ImportStage>> ImportStage::begin(
    Project& project, const QString& file, Progress& progress)
{
    progress.report(0, 0, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Clearing what earlier imports left")));
    sweep(project, QDeadlineTimer(kSweepFirst));
    ImportId id;
    std::unique_ptr<ImportLock> lock;
    WINNOW_TRY(project.writeBatch([&](sqlite::Connection& c) -> Result<> {
        id = ImportStore(c).nextId();
        auto taken = ImportLock::take(project.path(), id.value);
        if (!taken) {
            return tl::unexpected<Error>(taken.error());
        }
        lock = std::move(*taken);
        c.cached(QStringLiteral(
                     "INSERT INTO staged_imports(id, file, started_at, dataset_id) VALUES(?, ?, ?, 0)"))
            .bindAll(id.value, file, nowUtc())
            .run();
        return {};
    }));
    return std::unique_ptr<ImportStage>(new ImportStage(project, id, std::move(lock)));
}

ImportStage::ImportStage(Project& project, ImportId id, std::unique_ptr<ImportLock> lock)
    : m_project(project)
    , m_id(id)
    , m_lock(std::move(lock))
{
}

ImportStage::~ImportStage()
{
    if (!m_published) {
        sweepOne(m_project, m_id, QDeadlineTimer(kSweepAtOnce));
        UnusedImages::remove(m_project);
    }
}

Result<DatasetId> ImportStage::dataset()
{
    if (!m_dataset) {
        WINNOW_TRY(write([&](sqlite::Connection& c) -> Result<> {
            // A control character, so that no dataset of a person is called like it.
            auto& insert = c.cached(
                QStringLiteral("INSERT INTO datasets(name, created_at) VALUES(?, ?) RETURNING id"));
            insert.bindAll(QStringLiteral("\x1fimport %1").arg(m_id.value), nowUtc());
            m_dataset = {insert.runForInteger()};
            c.cached(QStringLiteral("UPDATE staged_imports SET dataset_id = ? WHERE id = ?"))
                .bindAll(m_dataset.value, m_id.value)
                .run();
            return {};
        }));
    }
    return m_dataset;
}

qint64 ImportStage::firstFreeId(sqlite::Connection& c, Rows rows)
{
    const qint64 highest
        = c.integer(QStringLiteral("SELECT coalesce(max(id), 0) FROM %1").arg(tableOf(rows)));
    // A project that is being upgraded does not know imports on their way yet.
    const bool reserves
        = c.integer(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'import_rows'")) > 0;
    const qint64 reserved = !reserves
        ? 0
        : c.integer(QStringLiteral("SELECT coalesce(max(last), 0) FROM import_rows WHERE kind = '%1'")
                        .arg(kindOf(rows)));
    return std::max(highest, reserved) + 1;
}

qint64 ImportStage::nextId(Rows rows)
{
    const std::lock_guard lock(m_mutex);
    Range& range = m_ranges[rows];
    if (range.next > range.last) {
        const qint64 many = rows == Rows::Text ? kTextsAtOnce : kPackedAtOnce;
        const auto reserved = write([&](sqlite::Connection& c) -> Result<> {
            const qint64 first = firstFreeId(c, rows);
            c.cached(QStringLiteral("INSERT INTO import_rows(import_id, kind, first, last) VALUES(?,?,?,?)"))
                .bindAll(m_id.value, kindOf(rows), first, first + many - 1)
                .run();
            range = {first, first + many - 1};
            return {};
        });
        if (!reserved) {
            throw sqlite::Failure{reserved.error()};
        }
    }
    return range.next++;
}

void ImportStage::addSamples(sqlite::Connection& c, SampleId first, SampleId last)
{
    auto& extend = c.cached(QStringLiteral(
        "UPDATE import_rows SET last = ?3 WHERE import_id = ?1 AND kind = 'sample' AND last = ?2 - 1"));
    extend.bindAll(m_id.value, first.value, last.value).run();
    if (c.changes() == 0) {
        c.cached(QStringLiteral(
                     "INSERT INTO import_rows(import_id, kind, first, last) VALUES(?, 'sample', ?, ?)"))
            .bindAll(m_id.value, first.value, last.value)
            .run();
    }
}

void ImportStage::settle(sqlite::Connection& c)
{
    const std::lock_guard lock(m_mutex);
    for (const auto& [rows, range] : m_ranges) {
        c.cached(QStringLiteral(
                     "UPDATE import_rows SET last = ?3 WHERE import_id = ?1 AND kind = ?2 AND last = ?4"
                     " AND first <= ?3"))
            .bindAll(m_id.value, kindOf(rows), range.next - 1, range.last)
            .run();
    }
    c.cached(QStringLiteral("DELETE FROM staged_imports WHERE id = ?")).bindAll(m_id.value).run();
}

int ImportStage::sweep(Project& project, QDeadlineTimer until)
{
    int swept = 0;
    for (const ImportId import : stagedImports(project)) {
        // Who lives holds its lock.
        const auto lock = ImportLock::take(project.path(), import.value);
        if (!lock) {
            continue;
        }
        swept += sweepOne(project, import, until);
    }
    UnusedImages::remove(project);
    return swept;
}

} // namespace winnow
