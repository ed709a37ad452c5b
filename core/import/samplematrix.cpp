// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/samplematrix.h"

#include "core/import/csvrecords.h"
#include "core/import/filekind.h"
#include "core/import/reshapedsource.h"
#include "core/import/utf8.h"

#include <algorithm>

namespace winnow {

namespace {

const QString kLayout = QStringLiteral("responses_by_sample");

std::string_view withoutQuotes(std::string_view cell)
{
    cell = trimmed(cell);
    return cell.size() >= 2 && cell.front() == '"' && cell.back() == '"' ? cell.substr(1, cell.size() - 2)
                                                                         : cell;
}

bool namesModels(std::string_view heading)
{
    static constexpr std::string_view kNames[]
        = {"", "model", "models", "model_name", "llm", "llm_name", "name", "system", "vlm"};
    std::string lower(heading);
    std::transform(
        lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::find(std::begin(kNames), std::end(kNames), lower) != std::end(kNames);
}

/// A heading's condition, without its brackets, and the key behind it.
std::pair<std::string_view, std::string_view> conditionAndKey(std::string_view heading)
{
    const size_t end = heading.find('>');
    if (!heading.starts_with('<') || end == std::string_view::npos || end + 1 == heading.size()) {
        return {{}, heading};
    }
    return {heading.substr(1, end - 1), heading.substr(end + 1)};
}

class SampleMatrix : public Reshaper {
public:
    QString layout() const override { return kLayout; }
    QString name() const override { return QStringLiteral("CSV, a column for each sample"); }
    SentenceList notes() const override
    {
        return {Sentence::of(
            QT_TRANSLATE_NOOP("Import", "Each row is taken for a model and each column for a sample"))};
    }
    void reshape(const RecordView& record, std::vector<std::string>& rows) override
    {
        const std::string_view model = trimmed(record.record.cell(0).text);
        for (int column = 1; column < record.columns.count(); ++column) {
            const Cell& cell = record.record.cell(column);
            const auto [condition, key] = conditionAndKey(record.columns.name(column));
            JsonRow row;
            row.addText("index", key);
            row.addText("model", model);
            if (!condition.empty()) {
                row.addText("condition", condition);
            }
            const auto number = cell.present() ? toNumber(cell.text) : std::nullopt;
            // A letter or a word is what the model answered, a number what it was given for it.
            row.addText(!cell.present() || number ? "score" : "prediction", trimmed(cell.text));
            rows.push_back(row.take());
        }
    }
};

} // namespace

std::vector<RecordLayout> SampleMatrixFormat::layouts() const
{
    return {{kLayout, QStringLiteral(QT_TRANSLATE_NOOP("Import", "Responses, a column for each sample")),
        QStringLiteral(
            "One row a model, one column a sample (\"<no_image>q7\": the condition before the key) "
            "with its score or answer; blank = no answer")}};
}

double SampleMatrixFormat::sniff(QByteArrayView head) const
{
    constexpr size_t kMany = 30;
    if (detectFileKind(head).text != FileKind::Text::Table) {
        return 0;
    }
    std::string_view line(head.data(), size_t(head.size()));
    if (line.starts_with("\xEF\xBB\xBF")) {
        line.remove_prefix(3);
    }
    const bool whole = line.find('\n') != std::string_view::npos;
    line = line.substr(0, line.find('\n'));
    const char delimiter = sniffDelimiter(head);
    size_t cells = 0;
    size_t numbered = 0;
    while (!line.empty()) {
        const size_t end = line.find(delimiter);
        // The last cell of a line that goes on behind the head is not whole.
        if (end == std::string_view::npos && !whole) {
            break;
        }
        const std::string_view cell = withoutQuotes(line.substr(0, end));
        if (cells == 0 && !namesModels(cell)) {
            return 0;
        }
        numbered += cells > 0 && !cell.empty() && cell.back() >= '0' && cell.back() <= '9';
        ++cells;
        line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    }
    constexpr double kSure = 0.6;
    return cells > kMany && numbered * 10 >= (cells - 1) * 9 ? kSure : 0;
}

Result<std::unique_ptr<RecordSource>> SampleMatrixFormat::open(
    const QString& path, const ReadLimits& limits) const
{
    auto table = CsvFormat().open(path, limits);
    if (!table) {
        return table;
    }
    return winnow::reshape(*std::move(table), std::make_unique<SampleMatrix>(), limits);
}

} // namespace winnow
