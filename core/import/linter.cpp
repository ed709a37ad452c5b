// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/linter.h"

#include "core/image/imageheader.h"
#include "core/import/imageresolver.h"
#include "core/import/recordloop.h"
#include "core/import/sampledraft.h"
#include "core/import/utf8.h"
#include "core/import/xlsxvalue.h"
#include "core/text/base64.h"
#include "core/text/normalise.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <numeric>

namespace winnow {

namespace {

constexpr qsizetype kMostFindings = 200;
/// Longer cells are no numbers.
constexpr qsizetype kLongestNumber = 64;

bool isInfinite(const QString& text)
{
    static const QRegularExpression infinite(
        QStringLiteral("^\\s*[+-]?inf(?:inity)?\\s*$"), QRegularExpression::CaseInsensitiveOption);
    return infinite.match(text).hasMatch();
}

/// What a column holds that a table reader may take for numbers.
struct NumberColumn {
    struct Place {
        qint64 line;
        QString text;
        QString key;
    };
    qint64 present = 0;
    qint64 blanks = 0;
    qint64 numbers = 0;
    qint64 whole = 0;
    qint64 firstBlank = 0;
    /// Cells whose digits change.
    QVector<Place> lossy;
};

/// Highest number of the image placeholders in a text; plain <image> counts one each.
int placeholders(const QString& text)
{
    static const QRegularExpression mark(
        QStringLiteral("<\\s*image\\s*(\\d*)\\s*>"), QRegularExpression::CaseInsensitiveOption);
    int plain = 0;
    QSet<QString> numbered;
    for (auto it = mark.globalMatch(text); it.hasNext();) {
        const QString number = it.next().captured(1);
        if (number.isEmpty()) {
            ++plain;
        } else {
            numbered.insert(number);
        }
    }
    return plain + int(numbered.size());
}

class Linter {
public:
    Linter(const ImportRequest& request, const RecordFiles& files, const FieldMapping& mapping, bool table,
        LintReport& report)
        : m_request(request)
        , m_mapping(mapping)
        , m_report(report)
        , m_reader(mapping)
        , m_images(imageFolders(files, request.imagesDir, QString()))
    {
        // In a file of responses the same sample comes again with every model and attempt.
        m_samples = mapping.role != ImportRole::Responses;
        m_manyResponses = mapping.has(Field::Model) || mapping.has(Field::Attempt);
        m_reader.acceptBare(true);
        m_keyColumn = mapping.column(Field::Index);
        if (table) {
            m_numberColumns = mapping.columns(Field::Answer);
            if (!m_keyColumn.isEmpty()) {
                m_numberColumns.append(m_keyColumn);
            }
            if (mapping.columns(Field::Options).size() > 1) {
                m_numberColumns += mapping.columns(Field::Options);
            }
        }
    }

    /// What only whole columns show.
    void finish()
    {
        for (auto it = m_numbers.constBegin(); it != m_numbers.constEnd(); ++it) {
            const NumberColumn& column = *it;
            if (column.present > 0 && column.whole == column.present && column.blanks > 0) {
                add("float_column", column.firstBlank, it.key(),
                    QStringLiteral("%1 whole numbers beside %2 empty cells")
                        .arg(column.present)
                        .arg(column.blanks),
                    QStringLiteral("no empty cell, or text; a reader turns 3 into 3.0 here"), {});
            }
            if (it.key() != m_keyColumn || column.numbers < column.present) {
                continue;
            }
            for (const NumberColumn::Place& place : column.lossy) {
                add("lossy_number", place.line, it.key(), place.text,
                    QStringLiteral("a key that stays as it is; read as a number it changes"), place.key);
            }
        }
    }

    void bad(const RecordProblem& problem)
    {
        add("bad_record", problem.line, problem.column, problem.found, problem.expected, {},
            ImportIssue::Severity::Rejected);
    }

    /// Cells that were cut are told where they are looked at, whatever the file is.
    void lost(const CellLoss& loss)
    {
        if (!loss.cut) {
            add("lost_cell", loss.place.line, loss.place.column, loss.place.found, loss.place.expected, {});
        }
    }

    void look(const RawRecord& record, const ColumnNames& columns)
    {
        ++m_report.records;
        m_line = record.line;
        m_issues.clear();
        const bool readable = m_reader.read(record, columns, m_draft, m_issues);
        m_key = toQString(m_draft.index);
        for (const DraftIssue& issue : m_issues) {
            if (issue.severity == ImportIssue::Severity::Rejected) {
                add("bad_record", m_line, issue.column, issue.found, issue.expected, m_key, issue.severity);
            }
        }
        lookAtCells(record, columns);
        lookAtNumbers(record, columns);
        if (readable && m_samples && lookAtKey()) {
            lookAtOptions();
            lookAtGold();
            lookAtImages(record, columns);
        }
        lookAtResponses(record, columns);
    }

private:
    void add(const char* rule, qint64 line, const QString& column, const QString& found,
        const QString& expected, const QString& key,
        ImportIssue::Severity severity = ImportIssue::Severity::Warning)
    {
        const QString id = QString::fromLatin1(rule);
        if (++m_report.counts[id] <= kMostFindings) {
            m_report.findings.append(
                {id, {severity, m_request.file, line, column, found.left(200), expected, key}});
        }
    }
    void warn(const char* rule, const QString& column, const QString& found, const QString& expected)
    {
        add(rule, m_line, column, found, expected, m_key);
    }
    QString columnOf(Field field) const { return m_mapping.column(field); }

    void lookAtCells(const RawRecord& record, const ColumnNames& columns)
    {
        for (size_t i = 0; i < record.cells.size(); ++i) {
            const Cell& cell = record.cells[i];
            if (cell.kind == CellKind::Text && isFullXlsxCell(cell.text)) {
                const QString text = cell.toString();
                warn("cut_cell", QString::fromStdString(columns.name(int(i))),
                    QStringLiteral("%1 characters, ending in \"%2\"").arg(text.size()).arg(text.right(30)),
                    QStringLiteral("the whole text; Excel files cut it here"));
            }
        }
    }

    void lookAtNumbers(const RawRecord& record, const ColumnNames& columns)
    {
        for (const QString& name : m_numberColumns) {
            const QString text
                = record.cell(columns.find(name.toStdString())).toString().left(kLongestNumber).trimmed();
            NumberColumn& column = m_numbers[name];
            if (text.isEmpty()) {
                column.firstBlank = column.blanks++ == 0 ? m_line : column.firstBlank;
                continue;
            }
            static const QRegularExpression whole(QStringLiteral("^[+-]?\\d{1,15}$"));
            bool number = false;
            (void)text.toDouble(&number);
            ++column.present;
            column.numbers += number;
            column.whole += whole.match(text).hasMatch();
            if (name == m_keyColumn && losesDigits(text)) {
                column.lossy.append({m_line, text, m_key});
            }
        }
    }

    void lookAtInfinity(const QString& column, const QString& text)
    {
        if (isInfinite(text)) {
            warn("infinite_number", column, text,
                QStringLiteral("a word that no reader takes for an infinite number"));
        }
    }

    /// False when the sample was looked at with an earlier response to it.
    bool lookAtKey()
    {
        const auto known = m_keys.constFind(m_key);
        if (known != m_keys.constEnd()) {
            if (!m_manyResponses) {
                warn("duplicate_index", columnOf(Field::Index), m_key,
                    QStringLiteral("a key of its own; line %1 has it too").arg(*known));
            }
            return !m_manyResponses;
        }
        m_keys.insert(m_key, m_line);
        return true;
    }

    void lookAtOptions()
    {
        QSet<QString> seen;
        for (size_t i = 0; i < m_draft.options.size(); ++i) {
            const QString option = toQString(m_draft.options[i]);
            const QStringList columns = m_mapping.columns(Field::Options);
            const QString column = columns.size() > 1 ? columns.value(qsizetype(i)) : columns.value(0);
            const QString letter = optionLetter(int(i));
            if (option.trimmed().isEmpty()) {
                warn("empty_option", column, QString(), QStringLiteral("the text of option %1").arg(letter));
                continue;
            }
            lookAtInfinity(column, option);
            if (isNullLikeLiteral(option)) {
                warn("null_like_option", column, option,
                    QStringLiteral("option %1 is read as an empty cell by pandas and others").arg(letter));
            }
            // In a list they are text to every reader; in columns of their own a column may turn numeric.
            if (columns.size() > 1 && losesDigits(option)) {
                warn("lossy_number", column, option, QStringLiteral("text; read as a number it changes"));
            }
            const QString folded = foldText(option);
            if (seen.contains(folded)) {
                warn("duplicate_option", column, option, QStringLiteral("options that differ"));
            }
            seen.insert(folded);
        }
    }

    void lookAtGold()
    {
        const QString gold = toQString(m_draft.rawGold);
        if (gold.isEmpty()) {
            return;
        }
        if (isNullLikeLiteral(gold)) {
            warn("null_like_answer", columnOf(Field::Answer), gold,
                QStringLiteral("an answer that no reader takes for an empty cell"));
        }
        lookAtInfinity(columnOf(Field::Answer), gold);
        if (losesDigits(gold)) {
            warn("lossy_number", columnOf(Field::Answer), gold,
                QStringLiteral("text; read as a number it changes"));
        }
        if (!m_draft.options.empty() && !m_draft.goldFound) {
            warn("gold_not_an_option", columnOf(Field::Answer), gold,
                QStringLiteral("one of the %1 options").arg(m_draft.options.size()));
        }
    }

    void lookAtImages(const RawRecord& record, const ColumnNames& columns)
    {
        for (const QString& name : m_mapping.columns(Field::Image)) {
            const Cell& cell = record.cell(columns.find(name.toStdString()));
            if (cell.kind == CellKind::Text && cell.text.size() > 2 && cell.text.front() == '['
                && cell.text.find_first_of("'\"") != std::string_view::npos) {
                warn("list_literal_image", name, toQString(cell.text.substr(0, 60)),
                    QStringLiteral("a list that other tools evaluate as program text"));
            }
        }
        QString text = toQString(m_draft.question);
        for (const std::string_view option : m_draft.options) {
            text += u'\n' + toQString(option);
        }
        const int wanted = placeholders(text);
        if (wanted > 0 && m_mapping.has(Field::Image) && wanted != int(m_draft.images.size())) {
            warn("placeholder_mismatch", columnOf(Field::Question),
                QStringLiteral("%1 placeholders").arg(wanted),
                QStringLiteral("as many as the %1 images").arg(m_draft.images.size()));
        }
        for (const DraftImage& image : m_draft.images) {
            lookAtImage(image);
        }
    }

    void lookAtImage(const DraftImage& image)
    {
        const QByteArray text(image.text.data(), qsizetype(image.text.size()));
        ImageHeader header;
        if (image.embedded()) {
            constexpr qint64 kMost = qint64(512) << 20;
            const auto bytes = image.form == DraftImage::Form::Bytes ? Result<QByteArray>(text)
                                                                     : decodeBase64(text, kMost);
            if (!bytes) {
                warn("unreadable_image", columnOf(Field::Image), bytes.error().message,
                    QStringLiteral("an image in base64"));
                return;
            }
            header = readImageHeader(*bytes);
            if (const QString other = header.isValid() ? QString() : otherImageFormat(*bytes);
                !other.isEmpty()) {
                warnUnsupported(QStringLiteral("embedded bytes"), other);
                return;
            }
        } else {
            const auto outcome = m_images.resolve(text, image.form, {});
            // Its bytes were looked at: it is sound, and not supported or too large.
            if (outcome.image.state == ImageState::Refused && outcome.image.byteSize > 0) {
                warn("unsupported_image", columnOf(Field::Image), toQString(image.text),
                    outcome.issue ? outcome.issue->expected.english()
                                  : QStringLiteral("an image that can be shown"));
                return;
            }
            if (outcome.image.state == ImageState::Missing || outcome.image.state == ImageState::Refused) {
                if (!m_request.imagesDir.isEmpty() || outcome.image.state == ImageState::Refused) {
                    warn("missing_image", columnOf(Field::Image), toQString(image.text),
                        outcome.issue ? outcome.issue->expected.english() : QStringLiteral("an image file"));
                }
                return;
            }
            if (!outcome.bytes.isEmpty()) {
                header = readImageHeader(outcome.bytes);
            } else if (!outcome.image.path.isEmpty()) {
                header = readImageHeaderOfFile(outcome.image.path).value_or(ImageHeader());
            } else if (outcome.image.state == ImageState::Ok) {
                // Of an archive, and looked at when it was named first.
                return;
            }
        }
        if (header.animated && header.format == ImageFormat::WebP) {
            warnUnsupported(image.embedded() ? QStringLiteral("embedded bytes") : toQString(image.text),
                QStringLiteral("animated WebP"));
            return;
        }
        if (!header.isValid() || header.truncated) {
            warn("unreadable_image", columnOf(Field::Image),
                image.embedded() ? QStringLiteral("embedded bytes") : toQString(image.text),
                QStringLiteral("a whole image"));
        } else if (header.alpha) {
            warn("alpha_image", columnOf(Field::Image),
                image.embedded() ? QStringLiteral("embedded bytes") : toQString(image.text),
                QStringLiteral("an image without transparency; other tools paint it black or white"));
        }
    }

    void warnUnsupported(const QString& what, const QString& format)
    {
        warn("unsupported_image", columnOf(Field::Image), what,
            QStringLiteral("PNG, JPEG, GIF, BMP, WebP, TIFF or PNM of one picture; this is %1, not supported")
                .arg(format));
    }

    void lookAtResponses(const RawRecord& record, const ColumnNames& columns)
    {
        const auto cell = [&](const QString& name) -> const Cell& {
            return record.cell(name.isEmpty() ? -1 : columns.find(name.toStdString()));
        };
        for (const ResponseColumns& group : m_mapping.responses) {
            const Cell& said = cell(group.prediction.isEmpty() ? group.response : group.prediction);
            if ((!group.prediction.isEmpty() || !group.response.isEmpty())
                && isMissingResponse(said.toString().left(200))) {
                warn("empty_response", group.prediction.isEmpty() ? group.response : group.prediction,
                    said.toString(),
                    QStringLiteral("an answer; it counts as missing, other tools count it as wrong"));
            }
        }
        if (m_mapping.responses.size() != 1 || !m_mapping.has(Field::Index)) {
            return;
        }
        QStringList parts{m_key.isEmpty() ? toQString(m_reader.key(record, columns, m_draft)) : m_key};
        for (const Field field : {Field::Model, Field::Condition, Field::Setting, Field::Attempt}) {
            parts.append(cell(columnOf(field)).toString());
        }
        if (columnOf(Field::Question) != columnOf(Field::Index)) {
            parts.append(QString::number(qHash(cell(columnOf(Field::Question)).toString())));
        }
        const QString key = parts.join(QChar(0x1f));
        const auto known = m_responses.constFind(key);
        if (known != m_responses.constEnd()) {
            if (m_manyResponses) {
                warn("repeated_response", columnOf(Field::Index), parts.mid(0, 2).join(QStringLiteral(", ")),
                    QStringLiteral("one response for each model, sample and attempt; line %1 has it too")
                        .arg(*known));
            }
            return;
        }
        m_responses.insert(key, m_line);
    }

    const ImportRequest& m_request;
    const FieldMapping& m_mapping;
    LintReport& m_report;
    SampleReader m_reader;
    ImageResolver m_images;
    SampleDraft m_draft;
    std::vector<DraftIssue> m_issues;
    QHash<QString, qint64> m_keys;
    QHash<QString, qint64> m_responses;
    QString m_key;
    qint64 m_line = 0;
    bool m_samples = true;
    bool m_manyResponses = false;
    QString m_keyColumn;
    QStringList m_numberColumns;
    QMap<QString, NumberColumn> m_numbers;
};

} // namespace

const QVector<LintRule>& lintRules()
{
    static const QVector<LintRule> rules{
        {QStringLiteral("bad_record"), "Record that cannot be read", "It is left out of an import."},
        {QStringLiteral("null_like_option"), "Option that reads as an empty cell",
            "pandas turns None, NA, N/A, null and nan into missing values, and the option vanishes from the "
            "prompt."},
        {QStringLiteral("null_like_answer"), "Answer that reads as an empty cell",
            "pandas turns None, NA, N/A, null and nan into missing values, and the sample can never be "
            "right."},
        {QStringLiteral("cut_cell"), "Cell of exactly 32,767 characters",
            "Excel files cut longer texts there, with only a warning."},
        {QStringLiteral("lost_cell"), "Cell without a value",
            "A workbook has no value for it: a formula that was never computed, or an error. It is read as "
            "empty."},
        {QStringLiteral("lossy_number"), "Text that changes when read as a number",
            "1.10 becomes 1.1 and 007 becomes 7."},
        {QStringLiteral("float_column"), "Whole numbers beside empty cells",
            "A table reader turns the column into fractions: 3 becomes 3.0, in the prompt and in the key."},
        {QStringLiteral("infinite_number"), "Text that is read as an infinite number",
            "Infinity, inf and -inf are no words to a table reader."},
        {QStringLiteral("duplicate_index"), "Key that occurs again",
            "Responses cannot be joined to the right sample."},
        {QStringLiteral("list_literal_image"), "Images as a Python list",
            "Other tools evaluate the text of the cell."},
        {QStringLiteral("placeholder_mismatch"), "Placeholders that do not match the images",
            "The prompt shows another picture than the question means, or none."},
        {QStringLiteral("empty_option"), "Option without text",
            "An option was lost, or the letters have a gap."},
        {QStringLiteral("duplicate_option"), "Options with the same text",
            "Two letters are right, or one is scored as wrong."},
        {QStringLiteral("gold_not_an_option"), "Answer key that is not among the options",
            "No model can be right."},
        {QStringLiteral("alpha_image"), "Image with transparency",
            "Encoders drop the transparency and paint black or white."},
        {QStringLiteral("missing_image"), "Image that is not there",
            "The sample is asked without its image."},
        {QStringLiteral("unsupported_image"), "Image of a kind that is not supported",
            "It is sound, but many tools do not read it, or read one of its pictures only."},
        {QStringLiteral("unreadable_image"), "Image that cannot be read",
            "The sample is asked without its image."},
        {QStringLiteral("repeated_response"), "Response key that occurs again",
            "One model counts twice for a sample."},
        {QStringLiteral("empty_response"), "Empty response",
            "It is a missing answer, which other tools count as wrong."},
    };
    return rules;
}

qint64 LintReport::total() const
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

namespace {

Result<LintReport> lint(const ImportRequest& request, Progress& progress)
{
    const auto profile = profileFile(request.file, 500, request.limits);
    if (!profile) {
        return tl::unexpected<Error>(profile.error());
    }
    const auto files = recordFiles(request.file, request.limits);
    if (!files) {
        return tl::unexpected<Error>(files.error());
    }
    LintReport report;
    report.file = request.file;
    report.layout = profile->layoutName;
    if (request.mapping) {
        report.mapping = *request.mapping;
    } else {
        auto mapping = guessMapping(*profile, request.map, request.role);
        if (!mapping) {
            return tl::unexpected<Error>(mapping.error());
        }
        report.mapping = std::move(*mapping);
    }
    settleForms(request.file, report.mapping, request.limits);
    const FieldMapping mapping = report.mapping;
    const bool table = profile->layout == QLatin1String("csv") || profile->layout == QLatin1String("xlsx");
    Linter linter(request, *files, mapping, table, report);
    RecordLoop loop;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        linter.look(record, source.columns());
        return true;
    };
    loop.bad = [&](const RecordProblem& problem) {
        linter.bad(problem);
        return true;
    };
    loop.lost = [&](const CellLoss& loss) { linter.lost(loss); };
    loop.end = [&](const RecordSource& source) { report.mapping.notes += source.notes(); };
    loop.progress = &progress;
    loop.step = QStringLiteral(QT_TRANSLATE_NOOP("Step", "Linting"));
    WINNOW_TRY(loop.run(request.file, request.limits));
    linter.finish();
    return report;
}

} // namespace

Result<LintReport> lintFile(const ImportRequest& request, Progress& progress)
{
    ImportRequest cancellable = request;
    cancellable.limits.progress = &progress;
    auto report = sqlite::guarded([&] { return lint(cancellable, progress); });
    if (!report && report.error().code == ErrorCode::Cancelled) {
        return fail(ErrorCode::Cancelled,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Linting %1 was cancelled")).arg(request.file));
    }
    return report;
}

} // namespace winnow
