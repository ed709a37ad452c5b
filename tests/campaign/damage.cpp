// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Damaged copies of a project: bit flips, cut ends, zeroed blocks and swapped pages, in the project, its
// images and its log. Of each: no command crashes; `check` reports the damage, or nothing that anyone can
// read differs; and `check --repair` gives back every row that can still be read, after which a second check
// finds nothing. usage: damage [COPIES] [SEED]     (45 copies without arguments: the short round of the test
// suite)

#include "core/stats/random.h"
#include "tests/support/clirunner.h"
#include "tests/support/demoproject.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QMap>
#include <QSet>

#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

using namespace winnow;
using test::CliResult;

namespace {

using Rows = QMap<QString, QSet<QByteArray>>; // by table

[[noreturn]] void give(const char* what, const QString& why)
{
    std::fprintf(stderr, "damage: %s: %s\n", what, qPrintable(why));
    std::exit(2);
}

template <typename T> T need(Result<T> result, const char* what)
{
    if (!result) {
        give(what, result.error().text());
    }
    return *std::move(result);
}

// ---- what is in a project
// -------------------------------------------------------------------------------------

struct Table {
    QString name;
    QStringList keys;
    QString columns;
    /// With those that are not compared.
    QString every;
};

/// Every table with what tells its rows apart. Some columns are not compared: repairs mark in them what is
/// lost.
QVector<Table> tablesOf(sqlite::Connection& c)
{
    QVector<Table> tables;
    sqlite::Statement query(c,
        QStringLiteral("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                       " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"));
    // Derived from the ledger, with row numbers that need not stay.
    static const QSet<QString> derived{QStringLiteral("standing"), QStringLiteral("waiting_decisions")};
    static const QSet<QString> marks{QStringLiteral("samples.content_hash"),
        QStringLiteral("sample_images.state"), QStringLiteral("sample_images.image_id"),
        QStringLiteral("decisions.id"), QStringLiteral("sample_actions.decision_id"),
        QStringLiteral("response_blocks.entries"), QStringLiteral("response_blocks.missing"),
        QStringLiteral("response_blocks.replies"), QStringLiteral("response_blocks.probable"),
        QStringLiteral("response_blocks.details")};
    while (query.step()) {
        Table table{query.text(0), {}, {}, {}};
        if (derived.contains(table.name)) {
            continue;
        }
        QStringList columns;
        QStringList every;
        sqlite::Statement info(
            c, QStringLiteral("SELECT name, pk FROM pragma_table_info(?) ORDER BY pk, cid"));
        info.bind(1, table.name);
        while (info.step()) {
            if (info.integer(1) > 0 && query.integer(1)) {
                table.keys.append(info.text(0));
            }
            const QString column = table.name + u'.' + info.text(0);
            every.append(u'"' + info.text(0) + u'"');
            if (!marks.contains(column)) {
                columns.append(every.last());
            }
        }
        if (table.keys.isEmpty()) {
            table.keys.append(QStringLiteral("rowid"));
        }
        table.columns = columns.join(u',');
        table.every = every.join(u',');
        tables.append(table);
    }
    return tables;
}

QByteArray rowOf(const sqlite::Statement& row, int from, int count)
{
    QByteArray bytes;
    for (int i = from; i < from + count; ++i) {
        bytes += row.isNull(i) ? QByteArray("NULL") : row.blob(i).toHex();
        bytes += '|';
    }
    return bytes;
}

/// How far journal and table agree, in `meta`: it changes with every opening.
bool isMark(const QByteArray& row)
{
    static const QByteArray mark = QByteArray("|").append(QByteArray("ledger/").toHex());
    return row.contains(mark);
}

/// Every row of every table, and every embedded image. Empty where it does not open.
Rows contentOf(const QString& path)
{
    Rows rows;
    (void)sqlite::guarded([&] {
        auto connection = sqlite::Connection::open(path, sqlite::OpenMode::ReadWrite);
        if (!connection) {
            return;
        }
        for (const Table& table : tablesOf(**connection)) {
            sqlite::Statement all(
                **connection, QStringLiteral("SELECT %1 FROM \"%2\"").arg(table.columns, table.name));
            const int columns = int(table.columns.count(u',')) + 1;
            while (all.step()) {
                const QByteArray row = rowOf(all, 0, columns);
                if (!isMark(row)) {
                    rows[table.name].insert(row);
                }
            }
        }
    });
    (void)sqlite::guarded([&] {
        auto images = sqlite::Connection::open(path + QStringLiteral("-images"), sqlite::OpenMode::ReadWrite);
        if (!images) {
            return;
        }
        sqlite::Statement blobs(**images, QStringLiteral("SELECT sha256, bytes FROM blobs"));
        while (blobs.step()) {
            rows[QStringLiteral("(images)")].insert(blobs.blob(0).toHex()
                + QCryptographicHash::hash(blobs.blob(1), QCryptographicHash::Sha256).toHex());
        }
    });
    return rows;
}

/// The rows of `original` that SQLite itself still reads, one at a time by key, so that damage to one does
/// not hide the others.
Rows readableByKey(const QString& path, const QString& original)
{
    Rows readable;
    (void)sqlite::guarded([&] {
        auto sound = sqlite::Connection::open(original, sqlite::OpenMode::ReadOnly);
        auto damaged = sqlite::Connection::open(path, sqlite::OpenMode::ReadOnly);
        if (!sound || !damaged) {
            return;
        }
        for (const Table& table : tablesOf(**sound)) {
            (void)sqlite::guarded([&] {
                const int columns = int(table.columns.count(u',')) + 1;
                const int every = int(table.every.count(u',')) + 1;
                const int whole = columns + int(table.keys.size());
                sqlite::Statement keys(**sound,
                    QStringLiteral("SELECT %1, %2, %3 FROM \"%4\"")
                        .arg(table.columns, table.keys.join(u','), table.every, table.name));
                sqlite::Statement row(**damaged,
                    QStringLiteral("SELECT %1 FROM \"%2\" WHERE %3 = ?")
                        .arg(table.every, table.name, table.keys.join(QStringLiteral(" = ? AND "))));
                while (keys.step()) {
                    (void)sqlite::guarded([&] {
                        row.reset();
                        for (int i = 0; i < table.keys.size(); ++i) {
                            row.bindColumn(i + 1, keys, columns + i);
                        }
                        const QByteArray as = rowOf(keys, 0, columns);
                        if (row.step() && !isMark(as) && rowOf(row, 0, every) == rowOf(keys, whole, every)) {
                            readable[table.name].insert(as);
                        }
                    });
                }
            });
        }
    });
    return readable;
}

/// What a column of a table refers to: positions in the rows of both.
struct Reference {
    QString table;
    int column;
    QString parent;
    int parentColumn;
};

QVector<Reference> referencesOf(const QString& path)
{
    QVector<Reference> references;
    (void)sqlite::guarded([&] {
        auto connection = sqlite::Connection::open(path, sqlite::OpenMode::ReadOnly);
        if (!connection) {
            return;
        }
        QHash<QString, QStringList> columns;
        const QVector<Table> tables = tablesOf(**connection);
        for (const Table& table : tables) {
            columns.insert(table.name, QString(table.columns).remove(u'"').split(u','));
        }
        for (const Table& table : tables) {
            sqlite::Statement keys(**connection,
                QStringLiteral("SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?)"));
            keys.bind(1, table.name);
            while (keys.step()) {
                const int column = int(columns.value(table.name).indexOf(keys.text(0)));
                const int parentColumn = int(columns.value(keys.text(1)).indexOf(keys.text(2)));
                if (column >= 0 && parentColumn >= 0) {
                    references.append({table.name, column, keys.text(1), parentColumn});
                }
            }
        }
    });
    return references;
}

/// Rows that belong to one which did not come back cannot stay; if that one was readable, it counts itself.
void withoutOrphans(
    const QString& table, const QVector<Reference>& references, const Rows& back, QSet<QByteArray>& rows)
{
    for (const Reference& reference : references) {
        if (reference.table != table || rows.isEmpty()) {
            continue;
        }
        QSet<QByteArray> parents;
        for (const QByteArray& row : back.value(reference.parent)) {
            parents.insert(row.split('|').value(reference.parentColumn));
        }
        rows.removeIf([&](const QByteArray& row) {
            const QByteArray parent = row.split('|').value(reference.column);
            return !parent.isEmpty() && !parents.contains(parent);
        });
    }
}

/// A block of responses whose scores are lost says nothing any more.
void withoutEmptyBlocks(Rows& readable)
{
    constexpr int kScores = 5; // run, score set, attempt, shift, block, scores, id
    QSet<QByteArray> packed;
    for (const QByteArray& row : std::as_const(readable[QStringLiteral("packed")])) {
        packed.insert(row.split('|').value(2)); // size, bytes, id
    }
    readable[QStringLiteral("response_blocks")].removeIf(
        [&](const QByteArray& row) { return !packed.contains(row.split('|').value(kScores)); });
}

/// The lines of a journal as they stand in the table's first column.
QSet<QByteArray> linesOf(const QByteArray& journal)
{
    QSet<QByteArray> lines;
    for (const QByteArray& line : journal.split('\n')) {
        lines.insert(line.toHex());
    }
    return lines;
}

qint64 count(const Rows& rows)
{
    qint64 sum = 0;
    for (const auto& table : rows) {
        sum += table.size();
    }
    return sum;
}

QString difference(const Rows& before, const Rows& now)
{
    QStringList lines;
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        const QSet<QByteArray> gone = QSet<QByteArray>(*it).subtract(now.value(it.key()));
        const QSet<QByteArray> come
            = now.value(it.key()).isEmpty() ? QSet<QByteArray>() : now.value(it.key()) - *it;
        if (!gone.isEmpty() || !come.isEmpty()) {
            lines.append(QStringLiteral("%1: %2 rows gone, %3 others")
                             .arg(it.key())
                             .arg(gone.size())
                             .arg(come.size()));
        }
        for (const QByteArray& row : gone + come) {
            lines.append(QString::fromLatin1(row.left(200)));
        }
    }
    return lines.mid(0, 12).join(u'\n');
}

// ---- children, so that a crash is seen and does not end the campaign
// ---------------------------------------------

struct ChildResult {
    bool crashed = false;
    CliResult cli;
};

/// One command line in a child process.
ChildResult inChild(const QStringList& arguments)
{
    int fds[2];
    if (::pipe(fds) != 0) {
        give("pipe", QString::fromLocal8Bit(std::strerror(errno)));
    }
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(fds[0]);
        ::alarm(120); // a hang is a crash
        const CliResult result = test::runCli(arguments);
        const QByteArray text = result.out.toUtf8() + '\0' + result.err.toUtf8();
        for (qsizetype at = 0; at < text.size();) {
            const ssize_t written = ::write(fds[1], text.constData() + at, size_t(text.size() - at));
            if (written <= 0) {
                break;
            }
            at += written;
        }
        ::_exit(result.code);
    }
    ::close(fds[1]);
    QByteArray text;
    char buffer[65536];
    for (ssize_t got = 0; (got = ::read(fds[0], buffer, sizeof buffer)) > 0;) {
        text.append(buffer, got);
    }
    ::close(fds[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    const qsizetype end = text.indexOf('\0');
    return {!WIFEXITED(status),
        {WIFEXITED(status) ? WEXITSTATUS(status) : -1, QString::fromUtf8(text.left(end)),
            QString::fromUtf8(text.mid(end + 1))}};
}

// ---- damage
// -----------------------------------------------------------------------------------------------------

const QStringList kWays{QStringLiteral("bits"), QStringLiteral("cut"), QStringLiteral("zeros"),
    QStringLiteral("swap"), QStringLiteral("one bit")};

QByteArray damaged(QByteArray bytes, const QString& way, stats::Random& random)
{
    if (bytes.isEmpty()) {
        give("damage", QStringLiteral("there is nothing to damage: ") + way);
    }
    const auto at = [&](qint64 end) { return qsizetype(random.below(quint64(std::max<qint64>(1, end)))); };
    const auto flip = [&] { bytes[at(bytes.size())] ^= char(1 << random.below(8)); };
    if (way == u"one bit") {
        flip();
    } else if (way == u"bits") {
        for (quint64 i = 0, flips = 2 + random.below(30); i < flips; ++i) {
            flip();
        }
    } else if (way == u"cut") {
        bytes.truncate(random.below(2) ? at(bytes.size()) : at(bytes.size()) / 4096 * 4096);
    } else if (way == u"zeros") {
        const qsizetype block = 512 << random.below(5);
        const qsizetype start = at(bytes.size()) / 512 * 512;
        for (qsizetype i = start; i < std::min(bytes.size(), start + block); ++i) {
            bytes[i] = '\0';
        }
    } else if (way == u"swap") {
        const qsizetype pages = bytes.size() / 4096;
        const qsizetype a = at(pages) * 4096;
        const qsizetype b = at(pages) * 4096;
        const QByteArray kept = bytes.mid(a, 4096);
        bytes.replace(a, 4096, bytes.mid(b, 4096));
        bytes.replace(b, 4096, kept);
    }
    return bytes;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        give("writing", path);
    }
}

const QStringList kSuffixes{QString(), QStringLiteral("-ledger"), QStringLiteral("-wal"),
    QStringLiteral("-shm"), QStringLiteral("-images"), QStringLiteral("-images-wal"),
    QStringLiteral("-images-shm")};

/// A project and what stands beside it, as bytes.
using Files = QMap<QString, QByteArray>;

Files filesOf(const QString& project)
{
    Files files;
    for (const QString& suffix : kSuffixes) {
        if (QFileInfo::exists(project + suffix)) {
            files.insert(suffix, bytesOf(project + suffix));
        }
    }
    return files;
}

void putFiles(const QString& project, const Files& files)
{
    for (const QString& suffix : kSuffixes) {
        QFile::remove(project + suffix);
        if (files.contains(suffix)) {
            put(project + suffix, files.value(suffix));
        }
    }
}

// ---- the project
// ------------------------------------------------------------------------------------------------

void decide(const QString& path, int from, int count)
{
    const QJsonArray flags = test::runCli({QStringLiteral("flags"), path, QStringLiteral("--json")})
                                 .json()
                                 .value(QStringLiteral("flags"))
                                 .toArray();
    for (int i = from; i < from + count && i < flags.size(); ++i) {
        const QJsonObject flag = flags.at(i).toObject();
        const CliResult decided = test::runCli({QStringLiteral("decide"), path, QStringLiteral("--sample"),
            flag.value(QStringLiteral("sample")).toString(), QStringLiteral("--kind"),
            flag.value(QStringLiteral("kind")).toString(), QStringLiteral("--verdict"),
            i % 3 ? QStringLiteral("confirm") : QStringLiteral("override"), QStringLiteral("--action"),
            i % 2 ? QStringLiteral("drop") : QStringLiteral("keep"), QStringLiteral("--note"),
            QStringLiteral("note number %1").arg(i), QStringLiteral("--annotator"), QStringLiteral("kim")});
        if (decided.code != 0) {
            give("decide", decided.err);
        }
    }
}

void makeProject(const QString& path)
{
    (void)need(test::makeDemoProject(path, 60, 3, true, true), "demo");
    decide(path, 0, 20);
}

/// The same project in the middle of work: several commits stand in the log only.
Files atWork(const QString& path)
{
    auto project = need(Project::open(path), "open");
    for (int i = 0; i < 6; ++i) {
        (void)need(test::addSamples(*project, QStringLiteral("later-%1").arg(i), 12, 3), "samples");
        (void)need(
            project->addImageBytes(QByteArray("picture ") + QByteArray::number(i) + QByteArray(5000, 'p')),
            "image");
    }
    if (!project->flushImages()) {
        give("images", path);
    }
    return filesOf(path);
}

struct Tally {
    int copies = 0;
    int reported = 0;
    int harmless = 0;
    int older = 0; // a log cut at a commit, its index gone too: as the project was before
    int silent = 0;
    int crashed = 0;
    int inPlace = 0;
    int salvaged = 0;
    int nothing = 0;
    int unclean = 0; // a second check still finds something
    qint64 rows = 0;
    qint64 readable = 0;
    qint64 back = 0;
    qint64 withheld = 0; // readable, and not given back
    qint64 decisions = 0; // events that stand whole somewhere
    qint64 lost = 0; // of them, not given back
};

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const int copies = argc > 1 ? QByteArray(argv[1]).toInt() : 45;
    const quint64 seed = argc > 2 ? QByteArray(argv[2]).toULongLong() : 1;
    QTemporaryDir folder;
    QElapsedTimer timer;
    timer.start();
    const QString original = folder.filePath(QStringLiteral("original.winnow"));
    const QString working = folder.filePath(QStringLiteral("working.winnow"));
    const QString copy = folder.filePath(QStringLiteral("copy.winnow"));
    makeProject(original);
    const QVector<Reference> references = referencesOf(original);
    const Files resting = filesOf(original);
    putFiles(working, resting);
    const Files busy = atWork(working);
    const Rows atRest = contentOf(original);
    const Rows atWorkNow = contentOf(working);
    std::printf("a project of %lld rows, %lld bytes; with %lld bytes of log: %lld rows\n", count(atRest),
        qint64(resting.value(QString()).size()), qint64(busy.value(QStringLiteral("-wal")).size()),
        count(atWorkNow));
    for (const Files& files : {resting, busy}) {
        putFiles(copy, files);
        const ChildResult sound = inChild({QStringLiteral("check"), copy});
        if (sound.crashed || sound.cli.code != 0) {
            give("the undamaged project", sound.cli.out + sound.cli.err);
        }
    }

    QMap<QString, Tally> tallies;
    for (int i = 0; i < copies; ++i) {
        stats::Random random(seed * 1000003 + quint64(i));
        const QString way = kWays.at(i % kWays.size());
        // Of nine copies: four of the project, one of its images, two of its log, one of its journal, one of
        // journal and project.
        const int part = (i / int(kWays.size())) % 9;
        const QString suffix = part < 4 || part == 8 ? QString()
            : part == 4                              ? QStringLiteral("-images")
            : part == 7                              ? QStringLiteral("-ledger")
                                                     : QStringLiteral("-wal");
        const bool log = part == 5 || part == 6;
        Files files = log ? busy : resting;
        if (log && random.below(2)) {
            files.remove(QStringLiteral("-shm"));
            files.remove(QStringLiteral("-images-shm"));
        }
        const Rows& before = log ? atWorkNow : atRest;
        const QString sound = log ? working : original;
        files[suffix] = damaged(files.value(suffix), way, random);
        if (part == 8) {
            files[QStringLiteral("-ledger")] = damaged(files.value(QStringLiteral("-ledger")), way, random);
        }
        const QString name = (part == 8                 ? QStringLiteral("both")
                                     : suffix.isEmpty() ? QStringLiteral("project")
                                                        : suffix.mid(1))
            + u' ' + way;
        Tally& tally = tallies[name];
        ++tally.copies;
        const auto complain = [&](const char* what, const QString& detail) {
            std::printf("%s: copy %d (%s, seed %llu): %s\n", what, i, qPrintable(name), seed,
                qPrintable(detail.left(2000)));
        };

        putFiles(copy, files);
        const ChildResult check = inChild({QStringLiteral("check"), copy, QStringLiteral("--json")});
        if (check.crashed) {
            ++tally.crashed;
            complain("CRASH", QStringLiteral("check"));
            continue;
        }
        const bool reported = check.cli.code != 0;
        tally.reported += reported;
        if (!reported) {
            const Rows now = contentOf(copy);
            if (now == before) {
                ++tally.harmless;
            } else if (log && way == u"cut" && !files.contains(QStringLiteral("-shm"))) {
                ++tally.older;
            } else {
                ++tally.silent;
                complain("SILENT", difference(before, now));
            }
        }
        putFiles(copy, files);
        for (const QStringList& command :
            {QStringList{QStringLiteral("stats"), copy}, {QStringLiteral("flags"), copy},
                {QStringLiteral("models"), copy}, {QStringLiteral("insights"), copy},
                {QStringLiteral("show"), copy, QStringLiteral("demo-chart/1")},
                {QStringLiteral("export"), copy, QStringLiteral("--format"), QStringLiteral("jsonl"),
                    QStringLiteral("--out"), folder.filePath(QStringLiteral("out-%1").arg(i))}}) {
            if (inChild(command).crashed) {
                ++tally.crashed;
                complain("CRASH", command.join(u' '));
            }
        }
        if (!reported) {
            continue;
        }

        putFiles(copy, files);
        Rows readable = readableByKey(copy, sound);
        withoutEmptyBlocks(readable);
        putFiles(copy, files);
        const ChildResult repair
            = inChild({QStringLiteral("check"), copy, QStringLiteral("--repair"), QStringLiteral("--json")});
        if (repair.crashed) {
            ++tally.crashed;
            complain("CRASH", QStringLiteral("check --repair"));
            continue;
        }
        const QString target = repair.cli.json().value(QStringLiteral("salvaged_to")).toString();
        if (target.isEmpty() && repair.cli.code != 0) {
            ++tally.nothing;
            const bool said = repair.cli.err.contains(QStringLiteral("Nothing could be read"))
                || repair.cli.err.contains(QStringLiteral("is empty"));
            if (count(readable) > 0 || !said) {
                tally.withheld += count(readable);
                tally.unclean += !said;
                complain("WITHHELD", repair.cli.err + repair.cli.out);
            }
            continue;
        }
        ++(target.isEmpty() ? tally.inPlace : tally.salvaged);
        const QString mended = target.isEmpty() ? copy : target;
        const ChildResult again = inChild({QStringLiteral("check"), mended, QStringLiteral("--json")});
        if (again.crashed || again.cli.code != 0) {
            ++tally.unclean;
            complain("UNCLEAN", again.cli.out + again.cli.err + QStringLiteral("\nafter: ") + repair.cli.out);
        }
        const Rows back = contentOf(mended);
        // Every event that stands whole in the table or in the journal.
        const auto lines = linesOf(files.value(QStringLiteral("-ledger")));
        for (const QByteArray& row : before.value(QStringLiteral("decisions"))) {
            const bool stands = lines.contains(row.left(row.indexOf('|')))
                || readable.value(QStringLiteral("decisions")).contains(row);
            tally.decisions += stands;
            tally.lost += stands && !back.value(QStringLiteral("decisions")).contains(row);
        }
        for (auto it = before.begin(); it != before.end(); ++it) {
            const QSet<QByteArray> given = QSet<QByteArray>(*it).intersect(back.value(it.key()));
            QSet<QByteArray> kept = QSet<QByteArray>(readable.value(it.key())).subtract(given);
            withoutOrphans(it.key(), references, back, kept);
            tally.rows += it->size();
            tally.readable += readable.value(it.key()).size();
            tally.back += given.size();
            tally.withheld += kept.size();
            if (!kept.isEmpty()) {
                complain("WITHHELD",
                    QStringLiteral("%1 rows of %2, such as %3")
                        .arg(kept.size())
                        .arg(it.key(), QString::fromLatin1(*kept.begin())));
            }
        }
        for (const QString& beside : kSuffixes) {
            if (!target.isEmpty()) {
                QFile::remove(target + beside);
            }
        }
    }

    std::printf("%-20s %6s %8s %8s %6s %6s %5s %8s %8s %7s %7s %9s %9s %9s %8s %9s %5s\n", "damage", "copies",
        "reported", "harmless", "older", "silent", "crash", "in place", "salvaged", "nothing", "unclean",
        "rows", "readable", "back", "withheld", "decisions", "lost");
    Tally sum;
    const auto line = [](const QString& name, const Tally& t) {
        std::printf("%-20s %6d %8d %8d %6d %6d %5d %8d %8d %7d %7d %9lld %9lld %9lld %8lld %9lld %5lld\n",
            qPrintable(name), t.copies, t.reported, t.harmless, t.older, t.silent, t.crashed, t.inPlace,
            t.salvaged, t.nothing, t.unclean, t.rows, t.readable, t.back, t.withheld, t.decisions, t.lost);
    };
    for (auto it = tallies.cbegin(); it != tallies.cend(); ++it) {
        line(it.key(), *it);
        sum.copies += it->copies;
        sum.reported += it->reported;
        sum.harmless += it->harmless;
        sum.older += it->older;
        sum.silent += it->silent;
        sum.crashed += it->crashed;
        sum.inPlace += it->inPlace;
        sum.salvaged += it->salvaged;
        sum.nothing += it->nothing;
        sum.unclean += it->unclean;
        sum.rows += it->rows;
        sum.readable += it->readable;
        sum.back += it->back;
        sum.withheld += it->withheld;
        sum.decisions += it->decisions;
        sum.lost += it->lost;
    }
    line(QStringLiteral("all"), sum);
    std::printf("%.1f s\n", double(timer.elapsed()) / 1000);
    return sum.silent + sum.crashed + sum.unclean > 0 || sum.withheld + sum.lost > 0 ? 1 : 0;
}
