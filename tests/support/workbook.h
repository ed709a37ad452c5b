// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QVector>

#include <archive.h>
#include <archive_entry.h>

namespace winnow::test {

using Members = QVector<std::pair<QString, QByteArray>>;

/// Writes a zip, or a tar for other names; a member whose name ends in / is a folder.
inline QString packArchive(const QString& path, const Members& members)
{
    struct archive* out = archive_write_new();
    if (path.endsWith(QLatin1String(".zip")) || path.endsWith(QLatin1String(".xlsx"))) {
        archive_write_set_format_zip(out);
    } else {
        archive_write_set_format_pax_restricted(out);
    }
    archive_write_open_filename(out, QFile::encodeName(path).constData());
    for (const auto& [name, bytes] : members) {
        struct archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.toUtf8().constData());
        archive_entry_set_filetype(entry, name.endsWith(u'/') ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, bytes.size());
        if (name == QLatin1String("mimetype")) {
            // As OpenDocument has it, so that its kind shows.
            archive_write_zip_set_compression_store(out);
        }
        archive_write_header(out, entry);
        archive_write_data(out, bytes.constData(), size_t(bytes.size()));
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    return path;
}

/// A workbook (xlsx) made of the XML of its parts.
struct Workbook {
    struct Sheet {
        QString name;
        /// What stands in sheetData.
        QByteArray rows;
        /// "hidden", or empty.
        QByteArray state;
    };
    QVector<Sheet> sheets;
    /// The <si> of the shared texts; empty = the workbook has none.
    QByteArray shared;
    /// numFmts and cellXfs.
    QByteArray styles;
    /// Of workbookPr and calcPr.
    QByteArray properties;
    QByteArray calculation;

    static Workbook of(const QByteArray& rows, const QByteArray& shared = {})
    {
        return {{{QStringLiteral("Sheet1"), rows, {}}}, shared, {}, {}, {}};
    }

    Members members() const
    {
        const QByteArray main("\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
        const QByteArray office("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        const QByteArray head("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        QByteArray relations;
        QByteArray list;
        Members parts{{QStringLiteral("[Content_Types].xml"),
            head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"}};
        const auto relate = [&](const QByteArray& id, const QByteArray& type, const QByteArray& target) {
            relations += "<Relationship Id=\"" + id + "\" Type=\"" + office + '/' + type + "\" Target=\""
                + target + "\"/>";
        };
        for (qsizetype i = 0; i < sheets.size(); ++i) {
            const QByteArray number = QByteArray::number(i + 1);
            relate("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
            list += "<sheet name=\"" + sheets[i].name.toUtf8() + "\" sheetId=\"" + number + "\" r:id=\"rId"
                + number + '"'
                + (sheets[i].state.isEmpty() ? QByteArray() : " state=\"" + sheets[i].state + '"') + "/>";
            parts.append({QStringLiteral("xl/worksheets/sheet%1.xml").arg(i + 1),
                head + "<worksheet xmlns=" + main + "><sheetData>" + sheets[i].rows
                    + "</sheetData></worksheet>"});
        }
        if (!shared.isEmpty()) {
            relate("rIdTexts", "sharedStrings", "sharedStrings.xml");
            parts.append({QStringLiteral("xl/sharedStrings.xml"),
                head + "<sst xmlns=" + main + '>' + shared + "</sst>"});
        }
        if (!styles.isEmpty()) {
            relate("rIdStyles", "styles", "/xl/styles.xml");
            parts.append({QStringLiteral("xl/styles.xml"),
                head + "<styleSheet xmlns=" + main + '>' + styles + "</styleSheet>"});
        }
        parts.append({QStringLiteral("xl/workbook.xml"),
            head + "<workbook xmlns=" + main + " xmlns:r=\"" + office + "\"><workbookPr " + properties
                + "/><sheets>" + list + "</sheets><calcPr " + calculation + "/></workbook>"});
        parts.append({QStringLiteral("xl/_rels/workbook.xml.rels"),
            head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + relations + "</Relationships>"});
        return parts;
    }
    QString write(const QString& path) const { return packArchive(path, members()); }
};

/// A row of texts as inline strings; cells without reference.
inline QByteArray textRow(const QStringList& cells)
{
    QByteArray row("<row>");
    for (const QString& cell : cells) {
        row += "<c t=\"inlineStr\"><is><t>" + cell.toHtmlEscaped().toUtf8() + "</t></is></c>";
    }
    return row + "</row>";
}

} // namespace winnow::test
