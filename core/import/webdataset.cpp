// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/webdataset.h"

#include "core/import/archivereader.h"
#include "core/import/imageresolver.h"
#include "core/import/jsonparser.h"

#include <QFileInfo>

#include <deque>

namespace winnow {

namespace {

/// As the WebDataset library calls it.
constexpr std::string_view kKeyColumn = "__key__";

/// Members that are text; what they are called before that ending is the name of their column.
const QStringList& textEndings()
{
    static const QStringList endings{QStringLiteral("txt"), QStringLiteral("text"), QStringLiteral("cls"),
        QStringLiteral("cls2"), QStringLiteral("index"), QStringLiteral("caption"),
        QStringLiteral("transcript")};
    return endings;
}

/// The name of the first file in a tar that begins like this; empty when it is none, or has none so early.
QString firstFileOfTar(QByteArrayView head)
{
    constexpr qsizetype kBlock = 512;
    constexpr qsizetype kNameLength = 100;
    constexpr qsizetype kSizeAt = 124;
    constexpr qsizetype kSizeLength = 11;
    constexpr qsizetype kTypeAt = 156;
    constexpr qsizetype kMagicAt = 257;
    constexpr QByteArrayView kMagic("ustar");
    for (qsizetype at = 0; at + kBlock <= head.size();) {
        const QByteArrayView header = head.sliced(at, kBlock);
        if (header.sliced(kMagicAt, kMagic.size()) != kMagic) {
            return {};
        }
        const char type = header[kTypeAt];
        if (type == '0' || type == '\0') {
            return QString::fromUtf8(header.data(), qstrnlen(header.data(), kNameLength));
        }
        // A folder, or what is said of the member that follows.
        bool isNumber = false;
        const qint64 size
            = header.sliced(kSizeAt, kSizeLength).toByteArray().trimmed().toLongLong(&isNumber, 8);
        if (!isNumber || size < 0 || size > head.size()) {
            return {};
        }
        at += kBlock + (size + kBlock - 1) / kBlock * kBlock;
    }
    return {};
}

/// Many records in one file, and not a part of one record.
bool isTable(const QString& name)
{
    static const QStringList endings{QStringLiteral("jsonl"), QStringLiteral("ndjson"), QStringLiteral("csv"),
        QStringLiteral("tsv"), QStringLiteral("tar")};
    return endings.contains(QFileInfo(name).suffix().toLower());
}

class WebDatasetSource : public RecordSource {
public:
    explicit WebDatasetSource(const ReadLimits& limits)
        : m_limits(limits)
        , m_parser(limits)
    {
        m_columns.findOrAdd(kKeyColumn);
    }

    Result<> open(const QString& path)
    {
        WINNOW_TRY(m_reader.open(path, m_limits.progress));
        return readMember();
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        record.cells.clear();
        record.items.clear();
        m_kept.clear();
        if (m_atEnd) {
            return Step::End;
        }
        record.row = m_row++;
        record.line = record.row + 1;
        const QString key = m_key;
        Step step = Step::Record;
        put(record, kKeyColumn, CellKind::Text, keep(key.toStdString()));
        qint64 size = 0;
        while (!m_atEnd && m_key == key) {
            size += qint64(m_data.size());
            if (step == Step::Record && !takeMember(record, problem, size)) {
                step = Step::Bad;
                problem.line = record.line;
            }
            WINNOW_TRY(readMember());
        }
        return step;
    }
    const ColumnNames& columns() const override { return m_columns; }
    qint64 bytesRead() const override { return m_reader.bytesRead(); }
    qint64 bytesTotal() const override { return m_reader.bytesTotal(); }
    QString layout() const override { return QStringLiteral("webdataset"); }
    QString layoutName() const override { return QStringLiteral("WebDataset"); }

private:
    std::string_view keep(std::string text) { return m_kept.emplace_back(std::move(text)); }

    void put(RawRecord& record, std::string_view column, CellKind kind, std::string_view text)
    {
        const auto at = size_t(m_columns.findOrAdd(column));
        record.cells.resize(std::max(record.cells.size(), at + 1));
        record.cells[at] = {kind, text};
    }

    /// The member at hand as cells of the record; false when it is bad.
    bool takeMember(RawRecord& record, RecordProblem& problem, qint64 size)
    {
        problem.column = m_ending;
        if (size > m_limits.maxRecordBytes) {
            problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "a row of more than %1 bytes"))
                                .arg(m_limits.maxRecordBytes);
            problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "a row within the size limit"));
            return false;
        }
        const std::string_view data = keep(std::move(m_data));
        if (m_ending.section(u'.', -1) == QLatin1String("json")) {
            // The parser reads beyond the end of what it is given.
            constexpr size_t kPadding = 64;
            std::string& padded = m_kept.back();
            const size_t length = padded.size();
            padded.resize(length + kPadding);
            return m_parser.parse({padded.data(), length}, m_columns, record, problem);
        }
        const QString kind = m_ending.section(u'.', -1);
        const QString name = m_ending.section(u'.', 0, -2);
        if (textEndings().contains(kind)) {
            put(record, (name.isEmpty() ? kind : name).toStdString(), CellKind::Text, data);
        } else {
            const QString whole = imageEndings().contains(kind) ? QStringLiteral("image") : kind;
            put(record, (name.isEmpty() ? whole : name).toStdString(), CellKind::Bytes, data);
        }
        return true;
    }

    /// The next file in the archive, into m_key, m_ending and m_data.
    Result<> readMember()
    {
        ArchiveReader::Member member;
        for (;;) {
            const auto more = m_reader.next(member);
            if (!more) {
                return tl::unexpected<Error>(more.error());
            }
            if (!*more) {
                m_atEnd = true;
                return {};
            }
            const QString name = safeMemberName(member.name);
            const qsizetype dot = name.indexOf(u'.', name.lastIndexOf(u'/') + 1);
            if (!member.isFile || name.isEmpty() || dot <= name.lastIndexOf(u'/') + 1) {
                continue;
            }
            m_key = name.left(dot);
            m_ending = name.mid(dot + 1).toLower();
            m_data.clear();
            // What is too large is not read into memory; that it is too large is kept.
            return m_reader.read([this](std::string_view block) -> Result<> {
                if (qint64(m_data.size()) <= m_limits.maxRecordBytes) {
                    m_data.append(block);
                }
                return {};
            });
        }
    }

    ReadLimits m_limits;
    ArchiveReader m_reader;
    JsonRecordParser m_parser;
    ColumnNames m_columns;
    /// What the cells of the record at hand point into.
    std::deque<std::string> m_kept;
    QString m_key;
    QString m_ending;
    std::string m_data;
    qint64 m_row = 0;
    bool m_atEnd = false;
};

} // namespace

std::vector<RecordLayout> WebDatasetFormat::layouts() const
{
    return {{QStringLiteral("webdataset"), QStringLiteral("WebDataset"),
        QStringLiteral(
            "A tar whose members of one name are one record: .json its fields, .txt and .cls texts, "
            "images as they are")}};
}

double WebDatasetFormat::sniff(QByteArrayView head) const
{
    const QString first = firstFileOfTar(head);
    // A packed folder of tables is a set of files.
    return first.isEmpty() || isTable(first) ? 0 : 1;
}

Result<std::unique_ptr<RecordSource>> WebDatasetFormat::open(
    const QString& path, const ReadLimits& limits) const
{
    auto source = std::make_unique<WebDatasetSource>(limits);
    WINNOW_TRY(source->open(path));
    return source;
}

} // namespace winnow
