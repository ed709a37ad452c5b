// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/integrity.h"

#include "core/base/hash.h"
#include "core/domain/ledgerevent.h"
#include "core/store/decisionstore.h"
#include "core/store/ledger.h"
#include "core/store/responsecheck.h"
#include "core/store/samplestore.h"
#include "core/store/schemacheck.h"
#include "core/store/stepstore.h"

#include <QFileInfo>
#include <QMap>
#include <QSet>

namespace winnow {

namespace {

constexpr int kNamed = 3; // of many faults of one kind, how many are named

/// The sentence for one or for several; %1 is how many.
QString counted(qint64 count, const QString& one, const QString& many)
{
    return count == 1 ? one : QString(many).replace(QStringLiteral("%1"), QString::number(count));
}

Error cancelledError()
{
    return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled"))).value();
}

void checkPages(sqlite::Connection& c, Progress& progress, IntegrityReport& report)
{
    const auto wrong = c.pagesWithWrongChecksum([&] { return progress.isCancelled(); });
    if (!wrong) {
        report.notes.append(
            QStringLiteral("The file has no page checksums (an older Winnow made it), so that not"
                           " every damaged byte would be noticed"));
    } else if (!wrong->empty()) {
        QSet<QString> trees;
        for (const auto& [page, tree] : *wrong) {
            trees.insert(tree.isEmpty() ? QStringLiteral("page %1").arg(page) : tree);
        }
        QStringList names(trees.begin(), trees.end());
        names.sort();
        report.problems.append(counted(qint64(wrong->size()),
            QStringLiteral(
                "1 page is not what Winnow wrote, of %2: it is damaged, or another program changed it"),
            QStringLiteral("%1 pages are not what Winnow wrote, of %2: they are damaged, or another program "
                           "changed them"))
                                   .replace(QStringLiteral("%2"), names.join(QStringLiteral(", "))));
        report.damagedPages = true;
    }
    sqlite::Statement pages(c, QStringLiteral("PRAGMA integrity_check(20)"));
    while (pages.step()) {
        const QString found = pages.text(0);
        if (found != u"ok") {
            report.problems.append(QStringLiteral("Damaged pages: ") + found);
            report.damagedPages = true;
        }
    }
    sqlite::Statement keys(c, QStringLiteral("PRAGMA foreign_key_check"));
    QMap<QString, qint64> dangling;
    while (keys.step()) {
        ++dangling[keys.text(0)];
    }
    for (auto it = dangling.cbegin(); it != dangling.cend(); ++it) {
        report.problems.append(counted(it.value(), QStringLiteral("1 row of %2 refers to a row that is gone"),
            QStringLiteral("%1 rows of %2 refer to rows that are gone"))
                                   .replace(QStringLiteral("%2"), it.key()));
        report.damagedPages = true;
    }
}

/// Reads every sample: what differs from its hash was changed by something else than an import.
Result<QVector<SampleId>> changedSamples(sqlite::Connection& c, Progress& progress, IntegrityReport& report)
{
    QVector<SampleId> changed;
    QStringList names;
    qint64 unknown = 0;
    SampleStore store(c);
    sqlite::Statement ids(c, QStringLiteral("SELECT id FROM samples ORDER BY id"));
    while (ids.step()) {
        if (progress.isCancelled()) {
            return tl::unexpected<Error>(cancelledError());
        }
        const auto sample = store.byId({ids.integer(0)});
        if (sample && sample->contentHash.isEmpty()) {
            ++unknown;
        } else if (sample && sample->contentHash != computeContentHash(*sample)) {
            changed.append(sample->id);
            if (names.size() < kNamed) {
                names.append(sample->key());
            }
        }
    }
    if (unknown) {
        report.notes.append(counted(unknown,
            QStringLiteral("1 sample came out of a repair and is not verified; import its file again"),
            QStringLiteral("%1 samples came out of a repair and are not verified; import their file again")));
    }
    if (!changed.isEmpty()) {
        report.problems.append(
            counted(changed.size(), QStringLiteral("1 sample is not what was imported (%2)"),
                QStringLiteral("%1 samples are not what was imported (%2)"))
                .replace(QStringLiteral("%2"), names.join(QStringLiteral(", "))));
    }
    return changed;
}

/// Each event against its line, which is what counts.
void checkEvents(sqlite::Connection& c, IntegrityReport& report)
{
    qint64 broken = 0;
    qint64 differing = 0;
    sqlite::Statement rows(c,
        QStringLiteral(
            "SELECT line, uuid, seat, number, ord, at, annotator, dataset, sample_key, kind, verdict, action,"
            " new_gold, new_question, note, batch, batch_size, undoes, redoes, adjudicates, content_hash,"
            " seconds FROM decisions"));
    while (rows.step()) {
        const auto event = readLedgerEvent(rows.blob(0));
        if (!event) {
            broken += event.error().code == ErrorCode::NewerVersion ? 0 : 1;
            continue;
        }
        const Decision& d = event->decision;
        const bool same = rows.text(1) == d.uuid && rows.text(2) == event->seat.seat
            && rows.integer(3) == event->seat.number && rows.integer(4) == d.order && rows.text(5) == d.at
            && rows.text(6) == d.annotator && rows.text(7) == d.dataset && rows.text(8) == d.sampleKey
            && rows.text(9) == d.kind && rows.text(10) == verdictId(d.verdict)
            && rows.text(11) == actionId(d.action) && rows.text(12) == d.newGold
            && rows.text(13) == d.newQuestion && rows.text(14) == d.note && rows.text(15) == d.batch
            && rows.integer(16) == d.batchSize && rows.text(17) == d.undoes && rows.text(18) == d.redoes
            && (rows.integer(19) != 0) == d.adjudicates && rows.blob(20) == d.contentHash
            && rows.real(21) == d.seconds;
        differing += same ? 0 : 1;
    }
    if (broken) {
        report.problems.append(
            counted(broken, QStringLiteral("1 event of the ledger is damaged: its hash does not hold"),
                QStringLiteral("%1 events of the ledger are damaged: their hash does not hold")));
    }
    if (differing) {
        report.problems.append(
            counted(differing, QStringLiteral("1 event of the ledger does not say what its line says"),
                QStringLiteral("%1 events of the ledger do not say what their line says")));
    }
    report.damagedPages = report.damagedPages || broken || differing;
}

/// Every line of the journal; what one of the two lacks comes from the other.
Result<> checkJournal(Project& project, bool repair, IntegrityReport& report)
{
    Ledger& ledger = project.ledger();
    WINNOW_TRY(ledger.syncAll());
    const qint64 damaged = ledger.status().badLines;
    if (damaged > 0) {
        report.problems.append(counted(damaged, QStringLiteral("1 line of the journal is damaged"),
            QStringLiteral("%1 lines of the journal are damaged")));
        if (repair) {
            WINNOW_TRY(ledger.renewJournal());
            report.repaired.append(QStringLiteral("Wrote the journal anew; the damaged one is %1")
                                       .arg(ledger.status().setAside));
        }
    }
    const LedgerStatus status = ledger.status();
    if (status.projectProblem) {
        report.problems.append(counted(status.pending, QStringLiteral("1 event waits in the journal: "),
                                   QStringLiteral("%1 events wait in the journal: "))
            + status.projectProblem->text());
    }
    auto waiting = project.read([](sqlite::Connection& c) { return DecisionStore(c).waiting(); });
    if (waiting && *waiting > 0) {
        report.notes.append(counted(*waiting,
            QStringLiteral("1 event of the ledger waits for its sample or for the rest of its batch"),
            QStringLiteral("%1 events of the ledger wait for their samples or for the rest of their batch")));
    }
    return {};
}

/// Every packed column of responses, and what it names.
ResponseFaults checkPacked(sqlite::Connection& c, Progress& progress, IntegrityReport& report)
{
    const ResponseFaults faults = checkResponses(c, progress);
    const auto say = [&](qint64 count, const char* one, const char* many) {
        if (count > 0) {
            report.problems.append(counted(count, QLatin1String(one), QLatin1String(many)));
            report.damagedPages = true;
        }
    };
    say(faults.damaged, "1 block of responses is damaged", "%1 blocks of responses are damaged");
    say(faults.strayResponses, "1 response is of a sample that is not in its dataset",
        "%1 responses are of samples that are not in their dataset");
    say(faults.lostTexts, "1 response has lost its text", "%1 responses have lost their texts");
    say(faults.wrongCounts, "1 block of responses holds another number than its row says",
        "%1 blocks of responses hold another number than their rows say");
    if (faults.unusedTexts + faults.unusedColumns > 0) {
        report.notes.append(counted(faults.unusedTexts + faults.unusedColumns,
            QStringLiteral("1 text or column of responses is not used any more"),
            QStringLiteral("%1 texts and columns of responses are not used any more")));
    }
    return faults;
}

/// Steps that no import makes.
QVector<SampleId> faultySteps(sqlite::Connection& c, IntegrityReport& report)
{
    const QVector<SampleId> faulty = StepStore(c).faulty();
    if (!faulty.isEmpty()) {
        report.problems.append(
            counted(faulty.size(), QStringLiteral("1 sample is a step of itself or of no question"),
                QStringLiteral("%1 samples are steps of themselves or of no question")));
    }
    return faulty;
}

void forgetSteps(sqlite::Connection& c, const QVector<SampleId>& faulty, IntegrityReport& report)
{
    for (const SampleId sample : faulty) {
        StepStore(c).forget(sample);
    }
    if (!faulty.isEmpty()) {
        report.repaired.append(counted(faulty.size(), QStringLiteral("1 sample is no step any more"),
            QStringLiteral("%1 samples are no steps any more")));
    }
}

void forgetUnused(sqlite::Connection& c, const ResponseFaults& faults, IntegrityReport& report)
{
    const qint64 unused = faults.unusedTexts + faults.unusedColumns;
    if (unused > 0) {
        removeUnusedResponses(c);
        report.repaired.append(counted(unused, QStringLiteral("Removed 1 unused text or column of responses"),
            QStringLiteral("Removed %1 unused texts and columns of responses")));
    }
}

void forgetHashes(sqlite::Connection& c, const QVector<SampleId>& samples, IntegrityReport& report)
{
    for (const SampleId id : samples) {
        c.cached(QStringLiteral("UPDATE samples SET content_hash = x'' WHERE id = ?"))
            .bindAll(id.value)
            .run();
    }
    if (!samples.isEmpty()) {
        report.repaired.append(
            counted(samples.size(), QStringLiteral("Marked 1 sample as not verified; import its file again"),
                QStringLiteral("Marked %1 samples as not verified; import their file again")));
    }
}

void checkSchema(sqlite::Connection& c, IntegrityReport& report)
{
    for (const SchemaDifference& difference : schemaDifferences(c)) {
        report.problems.append(difference.text());
        report.damagedPages = report.damagedPages || !difference.repairable();
    }
}

void repairWholeSchema(sqlite::Connection& c, IntegrityReport& report)
{
    for (const SchemaDifference& difference : schemaDifferences(c)) {
        repairSchema(c, difference);
        report.repaired.append(difference.sql.isEmpty()
                ? QStringLiteral("Removed the %1 %2").arg(difference.type, difference.name)
                : QStringLiteral("Put back the %1 %2").arg(difference.type, difference.name));
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

/// Derives everything again; kept only with `repair`.
Result<> checkDerived(Project& project, bool repair, IntegrityReport& report)
{
    qint64 differing = 0;
    const Result<> done = project.write({.parts = ChangeSet::Flags | ChangeSet::Decisions, .samples = {}},
        [&](sqlite::Connection& c) -> Result<> {
            differing = DecisionStore(c).rebuildDerived();
            // Not kept: a transaction that fails is rolled back.
            return differing > 0 && repair ? Result<>()
                                           : fail(ErrorCode::Cancelled, QStringLiteral("Only looked at"));
        });
    if (!done && done.error().code != ErrorCode::Cancelled) {
        return done;
    }
    if (differing > 0) {
        report.problems.append(
            counted(differing, QStringLiteral("1 flag state or action differs from what the ledger says"),
                QStringLiteral("%1 flag states or actions differ from what the ledger says")));
        if (repair) {
            report.repaired.append(QStringLiteral("Derived flag states and actions from the ledger again"));
        }
    }
    return {};
}

struct ImageFaults {
    /// Blobs that nobody uses.
    QVector<QByteArray> orphans;
    /// Images that a sample shows and whose bytes are not there.
    QSet<QByteArray> lost;
};

/// Every blob of the image store against its hash.
Result<ImageFaults> checkImages(Project& project, Progress& progress, IntegrityReport& report)
{
    QSet<QByteArray> embedded;
    ImageFaults faults;
    QSet<QByteArray>& used = faults.lost;
    WINNOW_TRY(project.read([&](sqlite::Connection& c) {
        sqlite::Statement query(c,
            QStringLiteral(
                "SELECT sha256, path, id IN (SELECT image_id FROM sample_images WHERE state = 'ok')"
                " FROM images"));
        while (query.step()) {
            if (!query.text(1).isEmpty()) {
                report.missingImageFiles += QFileInfo::exists(query.text(1)) ? 0 : 1;
                continue;
            }
            embedded.insert(query.blob(0));
            if (query.integer(2)) {
                used.insert(query.blob(0));
            }
        }
    }));
    if (QFileInfo(project.imagesPath()).size() > 0) {
        auto store = sqlite::Connection::open(project.imagesPath(), sqlite::OpenMode::ReadOnly);
        auto read = !store ? Result<>(tl::unexpected<Error>(store.error())) : sqlite::guarded([&] {
            sqlite::Statement pages(**store, QStringLiteral("PRAGMA integrity_check(20)"));
            while (pages.step()) {
                if (pages.text(0) != u"ok") {
                    report.problems.append(QStringLiteral("Damaged pages of the images: ") + pages.text(0));
                    report.damagedPages = true;
                }
            }
        });
        if (!read) {
            report.problems.append(read.error().message);
            report.damagedPages = true;
        }
    }
    auto blobs = project.imageHashes();
    if (!blobs) {
        report.problems.append(blobs.error().message);
        report.damagedPages = true;
        return faults;
    }
    qint64 wrong = 0;
    qint64 looked = 0;
    for (const QByteArray& hash : *blobs) {
        if (progress.isCancelled()) {
            return tl::unexpected<Error>(cancelledError());
        }
        progress.report(
            looked++, blobs->size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Checking images")));
        const auto bytes = project.imageBytes(hash);
        wrong += !bytes || sha256(*bytes) != hash ? 1 : 0;
        if (!embedded.contains(hash)) {
            faults.orphans.append(hash);
        }
        used.remove(hash);
    }
    report.orphanedImageBlobs = faults.orphans.size();
    if (wrong) {
        report.problems.append(counted(wrong, QStringLiteral("1 embedded image is not what its hash says"),
            QStringLiteral("%1 embedded images are not what their hash says")));
        report.damagedPages = true;
    }
    if (!used.isEmpty()) {
        report.problems.append(counted(used.size(), QStringLiteral("1 embedded image is not in "),
                                   QStringLiteral("%1 embedded images are not in "))
            + project.imagesPath());
    }
    return faults;
}

Result<> repairImages(Project& project, const ImageFaults& faults, IntegrityReport& report)
{
    if (!faults.orphans.isEmpty()) {
        WINNOW_TRY(project.removeImageBytes(faults.orphans));
        report.repaired.append(
            counted(faults.orphans.size(), QStringLiteral("Forgot 1 image blob that no sample uses"),
                QStringLiteral("Forgot %1 image blobs that no sample uses")));
    }
    // A store that is not there at all was left behind somewhere: put back, everything is well again.
    if (faults.lost.isEmpty() || !QFileInfo::exists(project.imagesPath())) {
        return {};
    }
    WINNOW_TRY(
        project.write({.parts = ChangeSet::Samples, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
            for (const QByteArray& hash : faults.lost) {
                c.cached(QStringLiteral("UPDATE sample_images SET state = 'missing' WHERE state = 'ok' AND"
                                        " image_id = (SELECT id FROM images WHERE sha256 = ?)"))
                    .bindAll(hash)
                    .run();
            }
            return {};
        }));
    report.repaired.append(counted(faults.lost.size(),
        QStringLiteral("Marked 1 image as missing; import the file that held it again"),
        QStringLiteral("Marked %1 images as missing; import the files that held them again")));
    return {};
}

} // namespace

Result<IntegrityReport> checkProject(Project& project, bool repair, Progress& progress)
{
    IntegrityReport report;
    QVector<SampleId> changed;
    QVector<SampleId> steps;
    ResponseFaults responses;
    progress.report(0, 4, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Checking pages")));
    auto pages = project.read([&](sqlite::Connection& c) -> Result<> {
        checkPages(c, progress, report);
        checkSchema(c, report);
        if (report.damagedPages) {
            return {};
        }
        checkEvents(c, report);
        progress.report(1, 4, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Checking samples")));
        auto found = changedSamples(c, progress, report);
        if (!found) {
            return tl::unexpected<Error>(found.error());
        }
        changed = *found;
        steps = faultySteps(c, report);
        responses = checkPacked(c, progress, report);
        return progress.isCancelled() ? Result<>(tl::unexpected<Error>(cancelledError())) : Result<>();
    });
    if (!pages && pages.error().code == ErrorCode::Cancelled) {
        return tl::unexpected<Error>(pages.error());
    }
    if (!pages) {
        // Whatever SQLite says of a page that makes no sense.
        report.problems.append(pages.error().message);
        report.damagedPages = true;
    }
    if (report.damagedPages) {
        return report; // nothing more can be trusted, and nothing must be written
    }
    progress.report(
        2, 4, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Checking the search index and the ledger")));
    if (!project.isReadOnly()) {
        WINNOW_TRY(checkJournal(project, repair, report));
        WINNOW_TRY(project.write({.parts = ChangeSet::Flags | ChangeSet::Decisions, .samples = {}},
            [&](sqlite::Connection& c) -> Result<> {
                if (repair) {
                    repairWholeSchema(c, report);
                    forgetHashes(c, changed, report);
                    forgetSteps(c, steps, report);
                    forgetUnused(c, responses, report);
                }
                checkSearch(c, repair, report);
                return {};
            }));
        WINNOW_TRY(checkDerived(project, repair, report));
    }
    progress.report(3, 4, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Checking images")));
    auto faults = checkImages(project, progress, report);
    if (!faults) {
        return tl::unexpected<Error>(faults.error());
    }
    if (repair && !report.damagedPages && !project.isReadOnly()) {
        WINNOW_TRY(repairImages(project, *faults, report));
    }
    progress.report(4, 4, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Checked")));
    return report;
}

} // namespace winnow
