// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/filekind.h"

#include <algorithm>
#include <optional>

namespace winnow {

namespace {

struct Magic {
    qsizetype offset;
    QByteArrayView bytes;
    const char* name;
    const char* remedy;
};

constexpr qsizetype kTarMagicAt = 257;
constexpr const char* kConvert = QT_TRANSLATE_NOOP("Error", "Save it as CSV, TSV or JSONL and import that");

FileKind binary(const char* name, const char* remedy)
{
    return {FileKind::Text::No, QString::fromLatin1(name), QString::fromLatin1(remedy)};
}

constexpr const char* kSaveSheet = QT_TRANSLATE_NOOP("Error", "Save it as xlsx, CSV or TSV and import that");

quint32 littleEndian(QByteArrayView bytes, int count)
{
    quint32 value = 0;
    for (int i = count - 1; i >= 0; --i) {
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

/// The names of the files in a zip, as far as this much of it has them; each stands before its file. Where a
/// writer has not said how long a file is, names are looked for in what follows.
QByteArrayList zipNames(QByteArrayView head)
{
    constexpr QByteArrayView kMark("PK\x03\x04");
    constexpr qsizetype kHeader = 30;
    QByteArrayList names;
    for (qsizetype at = 0; at >= 0 && at + kHeader <= head.size();) {
        const QByteArrayView header = head.sliced(at);
        if (!header.startsWith(kMark)) {
            break;
        }
        const bool sizeFollows = (header[6] & 8) != 0;
        const qsizetype nameLength = littleEndian(header.sliced(26), 2);
        const qint64 end = qint64(kHeader) + nameLength + littleEndian(header.sliced(28), 2)
            + (sizeFollows ? 0 : littleEndian(header.sliced(18), 4));
        names.append(header.sliced(kHeader, qMin(nameLength, header.size() - kHeader)).toByteArray());
        if (end >= header.size()) {
            break;
        }
        at = sizeFollows ? head.indexOf(kMark, at + end) : at + end;
    }
    return names;
}

bool anyBegins(const QByteArrayList& names, QByteArrayView with, QByteArrayView ending = {})
{
    return std::any_of(names.cbegin(), names.cend(),
        [&](const QByteArray& name) { return name.startsWith(with) && name.endsWith(ending); });
}

/// A zip whose first file is one of those that Office and OpenDocument files begin with.
std::optional<FileKind> officeKind(QByteArrayView head)
{
    const QByteArrayList names = zipNames(head);
    const QByteArrayList first = names.mid(0, 1);
    if (first.contains("mimetype") && head.contains("application/vnd.oasis.opendocument.spreadsheet")) {
        return binary(QT_TRANSLATE_NOOP("Error", "an OpenDocument spreadsheet (ods)"), kSaveSheet);
    }
    const bool office = first.contains("[Content_Types].xml") || anyBegins(first, "_rels/")
        || anyBegins(first, "docProps/") || anyBegins(first, "customXml/") || anyBegins(first, "xl/", ".xml")
        || anyBegins(first, "xl/", ".rels") || anyBegins(first, "xl/", ".bin");
    if (!office) {
        return std::nullopt;
    }
    if (anyBegins(names, "xl/workbook.bin") || anyBegins(names, "xl/worksheets/sheet", ".bin")) {
        return binary(QT_TRANSLATE_NOOP("Error", "a binary Excel workbook (xlsb)"), kSaveSheet);
    }
    if (anyBegins(names, "xl/")) {
        FileKind workbook = binary(QT_TRANSLATE_NOOP("Error", "an Excel workbook (xlsx)"), kConvert);
        workbook.isWorkbook = true;
        return workbook;
    }
    return binary(QT_TRANSLATE_NOOP("Error", "an Office document without sheets"), kConvert);
}

/// What Office wrote before xlsx, or writes around what has a password.
FileKind oldOfficeKind(QByteArrayView head)
{
    const auto holds = [&](QStringView name) {
        return head.contains(QByteArrayView(
            reinterpret_cast<const char*>(name.utf16()), name.size() * qsizetype(sizeof(char16_t))));
    };
    if (holds(u"EncryptedPackage")) {
        return binary(QT_TRANSLATE_NOOP("Error", "a workbook or document with a password"),
            QT_TRANSLATE_NOOP("Error", "Save it without a password and import that"));
    }
    return binary(holds(u"Workbook")
            ? QT_TRANSLATE_NOOP("Error", "an old Excel workbook (xls)")
            : QT_TRANSLATE_NOOP(
                "Error", "an old Excel workbook, another Office file, or one with a password"),
        QT_TRANSLATE_NOOP("Error", "Save it without a password as xlsx, CSV or TSV and import that"));
}

FileKind zipKind(QByteArrayView head)
{
    if (const auto office = officeKind(head)) {
        return *office;
    }
    if (head.contains("data.pkl")) {
        return binary(QT_TRANSLATE_NOOP("Error", "a PyTorch file"),
            QT_TRANSLATE_NOOP("Error", "Pickles are never loaded; save the data as JSONL"));
    }
    FileKind archive = binary(QT_TRANSLATE_NOOP("Error", "a ZIP archive"),
        QT_TRANSLATE_NOOP("Error", "Unpack it and import the files in it"));
    archive.isArchive = true;
    return archive;
}

} // namespace

FileKind detectFileKind(QByteArrayView head)
{
    static const Magic kMagics[] = {
        {0, "PAR1", QT_TRANSLATE_NOOP("Error", "a Parquet file"), kConvert},
        {0, "PARE", QT_TRANSLATE_NOOP("Error", "an encrypted Parquet file"),
            QT_TRANSLATE_NOOP("Error", "Save it without encryption and import that")},
        {0, QByteArrayView("SQLite format 3\0", 16), QT_TRANSLATE_NOOP("Error", "an SQLite database"),
            QT_TRANSLATE_NOOP("Error", "A Winnow project is opened, not imported")},
        {0, "\x89PNG", QT_TRANSLATE_NOOP("Error", "a PNG image"),
            QT_TRANSLATE_NOOP("Error",
                "Import the table that names the images, and give their folder as that of the images")},
        {0, "\xff\xd8\xff", QT_TRANSLATE_NOOP("Error", "a JPEG image"),
            QT_TRANSLATE_NOOP("Error",
                "Import the table that names the images, and give their folder as that of the images")},
        {0, "GIF8", QT_TRANSLATE_NOOP("Error", "a GIF image"),
            QT_TRANSLATE_NOOP("Error",
                "Import the table that names the images, and give their folder as that of the images")},
        {8, "WEBP", QT_TRANSLATE_NOOP("Error", "a WebP image"),
            QT_TRANSLATE_NOOP("Error",
                "Import the table that names the images, and give their folder as that of the images")},
        {0, QByteArrayView("II*\0", 4), QT_TRANSLATE_NOOP("Error", "a TIFF image"),
            QT_TRANSLATE_NOOP("Error", "Import the table that names the images")},
        {0, "%PDF", QT_TRANSLATE_NOOP("Error", "a PDF document"), kConvert},
        {0, "\x1f\x8b", QT_TRANSLATE_NOOP("Error", "a gzip archive"),
            QT_TRANSLATE_NOOP("Error", "Unpack it first")},
        {0, "\x28\xb5\x2f\xfd", QT_TRANSLATE_NOOP("Error", "a zstd archive"),
            QT_TRANSLATE_NOOP("Error", "Unpack it first")},
        {0, "BZh", QT_TRANSLATE_NOOP("Error", "a bzip2 archive"),
            QT_TRANSLATE_NOOP("Error", "Unpack it first")},
        {0,
            "\xfd"
            "7zXZ",
            QT_TRANSLATE_NOOP("Error", "an xz archive"), QT_TRANSLATE_NOOP("Error", "Unpack it first")},
        {0, "7z\xbc\xaf", QT_TRANSLATE_NOOP("Error", "a 7z archive"),
            QT_TRANSLATE_NOOP("Error", "Unpack it first")},
        {kTarMagicAt, "ustar", QT_TRANSLATE_NOOP("Error", "a tar archive"),
            QT_TRANSLATE_NOOP("Error", "Unpack it first")},
        {0, "\x93NUMPY", QT_TRANSLATE_NOOP("Error", "a NumPy array"), kConvert},
        {0, "\x89HDF", QT_TRANSLATE_NOOP("Error", "an HDF5 file"), kConvert},
        {0, "ARROW1", QT_TRANSLATE_NOOP("Error", "an Arrow file"), kConvert},
        {0,
            "\x7f"
            "ELF",
            QT_TRANSLATE_NOOP("Error", "a program"), QT_TRANSLATE_NOOP("Error", "Choose a data file")},
    };
    if (head.isEmpty()) {
        return binary(
            QT_TRANSLATE_NOOP("Error", "empty"), QT_TRANSLATE_NOOP("Error", "Check how it was made"));
    }
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) {
        return zipKind(head);
    }
    if (head.startsWith("\xd0\xcf\x11\xe0")) {
        return oldOfficeKind(head);
    }
    for (const Magic& magic : kMagics) {
        if (head.size() >= magic.offset + magic.bytes.size()
            && head.sliced(magic.offset, magic.bytes.size()) == magic.bytes) {
            FileKind kind = binary(magic.name, magic.remedy);
            kind.isArchive = magic.offset == kTarMagicAt;
            return kind;
        }
    }
    if (head.size() >= 2 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5) {
        return binary(QT_TRANSLATE_NOOP("Error", "a Python pickle"),
            QT_TRANSLATE_NOOP(
                "Error", "Pickles can run programs and are never loaded; save the data as JSONL"));
    }
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff")) {
        return binary(
            QT_TRANSLATE_NOOP("Error", "UTF-16 text"), QT_TRANSLATE_NOOP("Error", "Save it as UTF-8"));
    }
    if (head.contains('\0')) {
        return binary(QT_TRANSLATE_NOOP("Error", "a binary file"), kConvert);
    }
    QByteArrayView text = head;
    if (text.startsWith("\xef\xbb\xbf")) {
        text = text.sliced(3);
    }
    text = text.trimmed();
    if (text.isEmpty()) {
        return binary(
            QT_TRANSLATE_NOOP("Error", "empty"), QT_TRANSLATE_NOOP("Error", "Check how it was made"));
    }
    const QByteArray start = text.first(qMin<qsizetype>(text.size(), 32)).toByteArray().toLower();
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
        return binary(QT_TRANSLATE_NOOP("Error", "a web page"),
            QT_TRANSLATE_NOOP("Error", "The download was probably an error page; fetch the file again"));
    }
    if (start.startsWith("<?xml") || start.startsWith("<svg")) {
        return binary(QT_TRANSLATE_NOOP("Error", "an XML document"), kConvert);
    }
    if (start.startsWith("version https://git-lfs")) {
        return binary(QT_TRANSLATE_NOOP("Error", "a Git LFS pointer, not the file itself"),
            QT_TRANSLATE_NOOP("Error", "Run \"git lfs pull\""));
    }
    const bool json = text.front() == '{'
        || (text.front() == '['
            && (text.size() == 1 || QByteArrayView("{[\"]").contains(text.sliced(1).trimmed().front())));
    return {json ? FileKind::Text::Json : FileKind::Text::Table, {}, {}};
}

tl::unexpected<Error> notRecords(const QString& path, QByteArrayView head)
{
    const FileKind kind = detectFileKind(head);
    return fail(ErrorCode::WrongKind,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is %2"))
            .arg(path, Sentence::of(kind.name.toUtf8().constData())),
        Sentence::of(kind.remedy.toUtf8().constData()));
}

} // namespace winnow
