// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzztargets.h"

#include "core/domain/ledgerevent.h"
#include "core/gaps/strategy.h"
#include "core/image/imagecodec.h"
#include "core/image/imageheader.h"
#include "core/import/recordformat.h"
#include "core/import/savedmapping.h"
#include "core/sqlite/treereader.h"
#include "core/store/responseblock.h"
#include "core/text/answerparser.h"
#include "core/text/base64.h"
#include "core/text/goldreader.h"
#include "core/text/numbers.h"
#include "core/text/pythonliteral.h"
#include "core/text/scorer.h"
#include "core/text/yesno.h"
#include "tests/support/workbook.h"

#include <QCryptographicHash>
#include <QStringList>

#include <sys/mman.h>
#include <unistd.h>

#include <array>

namespace winnow::fuzz {

namespace {

/// Bytes as a file that stands nowhere on the disk: readers take paths. One file is used again and again.
QString asFile(QByteArrayView bytes)
{
    static const int file = memfd_create("winnow-fuzz", 0);
    static const QString path = QStringLiteral("/proc/self/fd/%1").arg(file);
    if (ftruncate(file, 0) != 0 || pwrite(file, bytes.data(), size_t(bytes.size()), 0) != bytes.size()) {
        qFatal("no room in memory");
    }
    return path;
}

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes.data(), bytes.size());
}

/// What stands before the first line end, and the lines behind it as options.
std::pair<QString, QStringList> replyAndOptions(QByteArrayView bytes)
{
    constexpr qsizetype kMostOptions = 12;
    QStringList lines = text(bytes).split(u'\n');
    const QString reply = lines.takeFirst();
    return {reply, lines.mid(0, kMostOptions)};
}

/// Records of a format, to the end or to the first error.
void readRecords(const char* format, QByteArrayView bytes)
{
    // Small bounds: what is to be found are faults, not the room that a large file takes.
    ReadLimits limits;
    limits.maxRecordBytes = 1 << 20;
    limits.maxSharedBytes = 1 << 20;
    limits.maxInflatedBytes = 4 << 20;
    for (const auto& each : recordFormats()) {
        if (each->id() != QLatin1String(format)) {
            continue;
        }
        each->sniff(bytes.first(std::min<qsizetype>(bytes.size(), 64 << 10)));
        auto source = each->open(asFile(bytes), limits);
        if (!source) {
            return;
        }
        RawRecord record;
        RecordProblem problem;
        for (int i = 0; i < 2000; ++i) {
            const auto step = (*source)->next(record, problem);
            if (!step || *step == RecordSource::Step::End) {
                break;
            }
        }
        (void)(*source)->notes();
    }
}

/// Not packed, in memory: what is fuzzed is what stands in the members.
QByteArray storedZip(const test::Members& members)
{
    QByteArray zip(qsizetype(64) << 10, '\0');
    for (const auto& member : members) {
        zip.resize(zip.size() + member.second.size());
    }
    size_t used = 0;
    struct archive* out = archive_write_new();
    archive_write_set_format_zip(out);
    archive_write_zip_set_compression_store(out);
    archive_write_open_memory(out, zip.data(), size_t(zip.size()), &used);
    for (const auto& [name, bytes] : members) {
        struct archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.toUtf8().constData());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, bytes.size());
        archive_write_header(out, entry);
        archive_write_data(out, bytes.constData(), size_t(bytes.size()));
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    zip.truncate(qsizetype(used));
    return zip;
}

/// The rows of a sheet and, behind the first zero byte, the shared texts of a workbook that is sound
/// otherwise.
void workbookParts(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\0');
    const auto part = [&](qsizetype from, qsizetype size) { return bytes.sliced(from, size).toByteArray(); };
    const test::Workbook workbook = end < 0
        ? test::Workbook::of(bytes.toByteArray())
        : test::Workbook::of(part(0, end), part(end + 1, bytes.size() - end - 1));
    readRecords("xlsx", storedZip(workbook.members()));
}

/// Those of published sets: which one, the first byte says.
void families(QByteArrayView bytes)
{
    static const QVector<QByteArray> ids = [] {
        QVector<QByteArray> found;
        for (const auto& format : recordFormats()) {
            if (format->suffixes().isEmpty()) {
                found.append(format->id().toLatin1());
            }
        }
        return found;
    }();
    if (!bytes.isEmpty()) {
        readRecords(ids.at(quint8(bytes.front()) % ids.size()).constData(), bytes.sliced(1));
    }
}

void savedMapping(QByteArrayView bytes)
{
    (void)readMapping(asFile(bytes));
}

template <size_t N> struct FormatName {
    char text[N];
    constexpr FormatName(const char (&name)[N]) { std::copy_n(name, N, text); }
};
template <FormatName name> void records(QByteArrayView bytes)
{
    readRecords(name.text, bytes);
}

void pythonLiteral(QByteArrayView bytes)
{
    const QString literal = text(bytes);
    (void)parsePythonLiteral(literal);
    if (looksLikePythonList(literal)) {
        (void)parsePythonStringList(literal);
    }
}

void base64(QByteArrayView bytes)
{
    (void)looksLikeBase64(bytes);
    (void)decodeBase64(bytes, 1 << 16);
}

void choice(QByteArrayView bytes)
{
    const auto [reply, options] = replyAndOptions(bytes);
    (void)parseChoice(reply, options);
    (void)parseChoices(reply, options);
}

void openAnswer(QByteArrayView bytes)
{
    (void)parseOpenAnswer(text(bytes));
}

void gold(QByteArrayView bytes)
{
    const auto [key, options] = replyAndOptions(bytes);
    (void)readGold(key, options);
    (void)goldSet(key, options.size());
    (void)keyParts(key, options.size());
}

void numbers(QByteArrayView bytes)
{
    const QString words = text(bytes);
    for (const DecimalMark habit : {DecimalMark::Point, DecimalMark::Comma}) {
        (void)numberOf(words, habit);
        (void)onlyNumberIn(words, habit);
    }
    (void)wholeNumber(words);
}

void yesNo(QByteArrayView bytes)
{
    const QString words = text(bytes);
    (void)yesOrNo(words);
    (void)yesOrNoKey(words);
}

/// The gold before the first line end, the reply behind it.
void scoring(QByteArrayView bytes)
{
    const QString all = text(bytes);
    const qsizetype end = all.indexOf(u'\n');
    const QByteArray said = all.mid(end + 1).toUtf8();
    ReplyToScore reply;
    reply.text = std::string_view(said.constData(), size_t(said.size()));
    reply.gold = all.left(std::max<qsizetype>(end, 0));
    for (const auto& scorer : scorers()) {
        ScorerValues values;
        for (const ScorerParameter& parameter : scorer->parameters()) {
            values.insert(parameter.id, parameter.initial);
        }
        const QString answer = scorer->read(reply);
        const double score = scorer->score(answer, reply, values);
        if (!(score >= 0 && score <= 1)) {
            qFatal("%s gives %g", qPrintable(scorer->id()), score);
        }
    }
}

void imageHeader(QByteArrayView bytes)
{
    const ImageHeader header = readImageHeader(bytes);
    DecodeLimits limits;
    limits.maxPixels = 1 << 16;
    (void)checkImage(bytes, header, limits);
}

/// With the hash that its line must have, so that what stands behind the check is reached.
void ledgerEvent(QByteArrayView bytes)
{
    QByteArray line = bytes.toByteArray();
    (void)readLedgerEvent(line);
    line += ",\"hash\":\"" + QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex() + "\"}";
    (void)readLedgerEvent(line);
}

void strategy(QByteArrayView bytes)
{
    (void)Strategy::fromJson(bytes.toByteArray(), QStringLiteral("s.json"));
}

void responseBlock(QByteArrayView bytes)
{
    const QByteArray block = bytes.toByteArray();
    if (const auto scores = unpackScores(block)) {
        (void)scores->find(7);
    }
    (void)unpackDetails(block, 5);
}

/// A damaged project, read without SQLite.
void projectPages(QByteArrayView bytes)
{
    auto pages = sqlite::PageFile::open(asFile(bytes));
    if (!pages) {
        return;
    }
    sqlite::TreeReader trees(**pages);
    constexpr quint32 kMostPages = 64;
    for (quint32 number = 1; number <= std::min((*pages)->count(), kMostPages); ++number) {
        const sqlite::Page page = (*pages)->page(number);
        if (trees.kindOf(page)) {
            (void)trees.children(page);
            trees.rows(page, [](sqlite::RawRow&&) {});
        }
    }
}

constexpr std::array kTargets{
    Target{"csv", records<"csv">},
    Target{"json", records<"json">},
    Target{"xlsx", records<"xlsx">},
    Target{"workbook_parts", workbookParts},
    Target{"inspect", records<"inspect">},
    Target{"lmms_eval", records<"lmms_eval">},
    Target{"lm_eval", records<"lm_eval">},
    Target{"evalscope", records<"evalscope">},
    Target{"datbench", records<"datbench">},
    Target{"sample_matrix", records<"responses_by_sample">},
    Target{"families", families},
    Target{"saved_mapping", savedMapping},
    Target{"webdataset", records<"webdataset">},
    Target{"python_literal", pythonLiteral},
    Target{"base64", base64},
    Target{"choice", choice},
    Target{"open_answer", openAnswer},
    Target{"gold", gold},
    Target{"numbers", numbers},
    Target{"yes_no", yesNo},
    Target{"scoring", scoring},
    Target{"image_header", imageHeader},
    Target{"ledger_event", ledgerEvent},
    Target{"strategy", strategy},
    Target{"response_block", responseBlock},
    Target{"project_pages", projectPages},
};

} // namespace

std::span<const Target> targets()
{
    return kTargets;
}

const Target* targetByName(std::string_view name)
{
    for (const Target& target : kTargets) {
        if (target.name == name) {
            return &target;
        }
    }
    return nullptr;
}

} // namespace winnow::fuzz
