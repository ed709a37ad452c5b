// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/filekind.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace winnow {

namespace {

struct Magic {
    qsizetype offset;
    QByteArrayView bytes;
    const char* name;
    const char* remedy;
};

constexpr const char* kConvert = "Save it as CSV, TSV or JSONL and import that";

FileKind binary(const char* name, const char* remedy)
{
    return {FileKind::Text::No, QString::fromLatin1(name), QString::fromLatin1(remedy)};
}

FileKind zipKind(QByteArrayView head)
{
    if (head.contains("xl/") || head.contains("[Content_Types].xml")) {
        return binary("an Excel workbook (xlsx)",
            "Save it as CSV or TSV (VLMEvalKit: PRED_FORMAT=tsv) and import that");
    }
    if (head.contains("_journal/") || head.contains("header.json")) {
        return binary("an inspect log (eval)", "Convert it with \"inspect log convert --to json\"");
    }
    if (head.contains("data.pkl")) {
        return binary("a PyTorch file", "Pickles are never loaded; save the data as JSONL");
    }
    return binary("a ZIP archive", "Unpack it and import the files in it");
}

} // namespace

FileKind detectFileKind(QByteArrayView head)
{
    static const Magic kMagics[] = {
        {0, "PAR1", "a Parquet file", kConvert},
        {0, QByteArrayView("SQLite format 3\0", 16), "an SQLite database",
            "A Winnow project is opened, not imported"},
        {0, "\x89PNG", "a PNG image",
            "Import the table that names the images and give their folder with --images"},
        {0, "\xff\xd8\xff", "a JPEG image",
            "Import the table that names the images and give their folder with --images"},
        {0, "GIF8", "a GIF image",
            "Import the table that names the images and give their folder with --images"},
        {8, "WEBP", "a WebP image",
            "Import the table that names the images and give their folder with --images"},
        {0, QByteArrayView("II*\0", 4), "a TIFF image", "Import the table that names the images"},
        {0, "%PDF", "a PDF document", kConvert},
        {0, "\x1f\x8b", "a gzip archive", "Unpack it first"},
        {0, "\x28\xb5\x2f\xfd", "a zstd archive", "Unpack it first"},
        {0, "BZh", "a bzip2 archive", "Unpack it first"},
        {0,
            "\xfd"
            "7zXZ",
            "an xz archive", "Unpack it first"},
        {0, "7z\xbc\xaf", "a 7z archive", "Unpack it first"},
        {257, "ustar", "a tar archive", "Unpack it first"},
        {0, "\x93NUMPY", "a NumPy array", kConvert},
        {0, "\x89HDF", "an HDF5 file", kConvert},
        {0, "ARROW1", "an Arrow file", kConvert},
        {0,
            "\x7f"
            "ELF",
            "a program", "Choose a data file"},
        {0, "\xd0\xcf\x11\xe0", "an old Excel workbook or another Office file", kConvert},
    };
    if (head.isEmpty()) {
        return binary("empty", "Check how it was made");
    }
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) {
        return zipKind(head);
    }
    for (const Magic& magic : kMagics) {
        if (head.size() >= magic.offset + magic.bytes.size()
            && head.sliced(magic.offset, magic.bytes.size()) == magic.bytes) {
            return binary(magic.name, magic.remedy);
        }
    }
    if (head.size() >= 2 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5) {
        return binary(
            "a Python pickle", "Pickles can run programs and are never loaded; save the data as JSONL");
    }
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff")) {
        return binary("UTF-16 text", "Save it as UTF-8");
    }
    if (head.contains('\0')) {
        return binary("a binary file", kConvert);
    }
    QByteArrayView text = head;
    if (text.startsWith("\xef\xbb\xbf")) {
        text = text.sliced(3);
    }
    text = text.trimmed();
    if (text.isEmpty()) {
        return binary("empty", "Check how it was made");
    }
    const QByteArray start = text.first(qMin<qsizetype>(text.size(), 32)).toByteArray().toLower();
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
        return binary("a web page", "The download was probably an error page; fetch the file again");
    }
    if (start.startsWith("<?xml") || start.startsWith("<svg")) {
        return binary("an XML document", kConvert);
    }
    if (start.startsWith("version https://git-lfs")) {
        return binary("a Git LFS pointer, not the file itself", "Run \"git lfs pull\"");
    }
    const bool json = text.front() == '{'
        || (text.front() == '['
            && (text.size() == 1 || QByteArrayView("{[\"]").contains(text.sliced(1).trimmed().front())));
    return {json ? FileKind::Text::Json : FileKind::Text::Table, {}, {}};
}

Result<FileKind> requireTextFile(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        return fail(ErrorCode::WrongKind, QStringLiteral("%1 is a folder").arg(path),
            QStringLiteral("Choose a file in it"));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(info.exists() ? ErrorCode::Io : ErrorCode::NotFound,
            QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()),
            QStringLiteral("Check that the file exists and that you may read it"));
    }
    constexpr qint64 kHead = 64 << 10;
    FileKind kind = detectFileKind(file.read(kHead));
    if (kind.text == FileKind::Text::No) {
        return fail(ErrorCode::WrongKind, QStringLiteral("%1 is %2").arg(path, kind.name), kind.remedy);
    }
    return kind;
}

} // namespace winnow
