// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/xlsxworkbook.h"

#include "core/import/utf8.h"
#include "core/import/xlsxpart.h"

#include <QDir>
#include <QHash>

namespace winnow {

namespace {

const QString kWorkbookPart = QStringLiteral("xl/workbook.xml");
const QString kRelationsPart = QStringLiteral("xl/_rels/workbook.xml.rels");
/// Of the parts that are held in memory, but for the shared texts; real ones are far smaller.
constexpr qint64 kLargestPart = 64 << 20;

bool isTrue(std::string_view value)
{
    return value == "1" || value == "true" || value == "on";
}

/// What the workbook refers to, by the id of the relation.
class Relations : public XmlHandler {
public:
    struct Relation {
        /// The last word of its type: worksheet, styles, sharedStrings.
        QString type;
        QString part;
    };
    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        // What stands outside the file is never fetched.
        if (name != "Relationship" || attributes.value("TargetMode") == "External") {
            return;
        }
        const QString target = toQString(attributes.value("Target"));
        const QString part = target.startsWith(u'/') ? target.mid(1) : QStringLiteral("xl/") + target;
        m_byId.insert(toQString(attributes.value("Id")),
            {toQString(attributes.value("Type")).section(u'/', -1), QDir::cleanPath(part)});
    }
    void end(std::string_view) override { }
    void text(std::string_view) override { }

    Relation at(const QString& id) const { return m_byId.value(id); }
    QString partOfType(QStringView type) const
    {
        for (const Relation& relation : m_byId) {
            if (relation.type == type) {
                return relation.part;
            }
        }
        return {};
    }

private:
    QHash<QString, Relation> m_byId;
};

class WorkbookPart : public XmlHandler {
public:
    WorkbookPart(XlsxWorkbook& workbook, const Relations& relations)
        : m_workbook(workbook)
        , m_relations(relations)
    {
    }
    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "workbookPr") {
            m_workbook.from1904 = isTrue(attributes.value("date1904"));
        } else if (name == "calcPr") {
            m_workbook.uncomputed = isTrue(attributes.value("fullCalcOnLoad"));
        } else if (name == "sheet") {
            const auto relation = m_relations.at(toQString(attributes.value("id")));
            const std::string_view state = attributes.value("state");
            if (relation.type == QLatin1String("worksheet")) {
                m_workbook.sheets.append({toQString(attributes.value("name")), relation.part,
                    state.empty() || state == "visible"});
            }
        }
    }
    void end(std::string_view) override { }
    void text(std::string_view) override { }

private:
    XlsxWorkbook& m_workbook;
    const Relations& m_relations;
};

class StylesPart : public XmlHandler {
public:
    explicit StylesPart(std::vector<XlsxNumberKind>& styles)
        : m_styles(styles)
    {
    }
    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        constexpr double kBeyond = 1 << 20;
        const double id = toNumber(attributes.value("numFmtId")).value_or(0);
        const int format = id > 0 && id < kBeyond ? int(id) : 0;
        if (name == "cellXfs") {
            m_inCells = true;
        } else if (name == "numFmt") {
            m_own.insert(format, xlsxNumberKind(attributes.value("formatCode")));
        } else if (name == "xf" && m_inCells) {
            const auto own = m_own.constFind(format);
            m_styles.push_back(own != m_own.constEnd() ? *own : xlsxNumberKind(format));
        }
    }
    void end(std::string_view name) override { m_inCells = m_inCells && name != "cellXfs"; }
    void text(std::string_view) override { }

private:
    std::vector<XlsxNumberKind>& m_styles;
    QHash<int, XlsxNumberKind> m_own;
    bool m_inCells = false;
};

Result<> readPart(const QString& path, const QString& name, XmlHandler& handler, const ReadLimits& limits)
{
    XlsxPart part(handler, std::min(kLargestPart, limits.maxInflatedBytes));
    const auto found = part.open(path, name, limits.progress);
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    if (!*found) {
        return damagedWorkbook(path, Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 is missing")).arg(name));
    }
    return part.readAll();
}

} // namespace

Result<XlsxWorkbook> readXlsxWorkbook(const QString& path, const ReadLimits& limits)
{
    XlsxWorkbook workbook;
    Relations relations;
    WINNOW_TRY(readPart(path, kRelationsPart, relations, limits));
    WorkbookPart sheets(workbook, relations);
    WINNOW_TRY(readPart(path, kWorkbookPart, sheets, limits));
    if (const QString part = relations.partOfType(u"styles"); !part.isEmpty()) {
        StylesPart styles(workbook.styles);
        WINNOW_TRY(readPart(path, part, styles, limits));
    }
    workbook.sharedTexts = relations.partOfType(u"sharedStrings");
    return workbook;
}

} // namespace winnow
