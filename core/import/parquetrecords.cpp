// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/parquetrecords.h"

#include "core/import/datbenchrows.h"
#include "core/import/parquetcells.h"

#include <optional>

namespace winnow {

namespace {

class ParquetSource : public RecordSource {
public:
    explicit ParquetSource(const ReadLimits& limits)
        : m_limits(limits)
    {
    }

    Result<> open(const QString& path)
    {
        auto file = ParquetFile::open(path);
        if (!file) {
            return tl::unexpected<Error>(file.error());
        }
        m_file = std::move(*file);
        const auto metadata = m_file->metadata("huggingface");
        if (!metadata) {
            return tl::unexpected<Error>(metadata.error());
        }
        m_features = readHfFeatures(*metadata);
        m_cells.emplace(*m_file, m_features, m_limits);
        WINNOW_TRY(m_cells->addColumns(path, m_columns));
        addTold(path);
        return {};
    }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        if (m_row >= m_chunkRows) {
            if (m_limits.progress && m_limits.progress->isCancelled()) {
                return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
            }
            const auto rows = m_file->next();
            if (!rows) {
                return tl::unexpected<Error>(rows.error());
            }
            m_row = 0;
            m_chunkRows = *rows;
            if (m_chunkRows == 0) {
                return Step::End;
            }
        }
        record.row = m_records++;
        record.line = problem.line = record.row + 1;
        const bool good = m_cells->read(m_row++, m_columns, record, problem);
        if (m_splitColumn >= 0) {
            record.cells[size_t(m_splitColumn)] = {CellKind::Text, m_split};
        }
        m_datBench.tell(record);
        return good ? Step::Record : Step::Bad;
    }
    const ColumnNames& columns() const override { return m_columns; }
    qint64 bytesRead() const override
    {
        const double share = m_file->rows() > 0 ? double(m_records) / double(m_file->rows()) : 1;
        return qint64(share * double(m_file->bytes()));
    }
    qint64 bytesTotal() const override { return m_file->bytes(); }
    QString layout() const override { return QStringLiteral("parquet"); }
    QString layoutName() const override { return QStringLiteral("Parquet"); }
    SentenceList notes() const override
    {
        if (m_cells->otherFiles().isEmpty()) {
            return {};
        }
        return {Sentence::of(
            QT_TRANSLATE_NOOP("Import", "Sound, video and documents are not read, only their names: %1"))
                    .arg(m_cells->otherFiles().join(QStringLiteral(", ")))};
    }

private:
    /// Columns for what the file does not say in one: the split in its name, and what DatBench says
    /// elsewhere.
    void addTold(const QString& path)
    {
        m_split = hfSplitOf(path).toStdString();
        if (!m_split.empty() && m_columns.find("split") < 0) {
            m_splitColumn = m_columns.findOrAdd("split");
        }
        m_datBench.begin(path, m_split, m_columns);
    }

    ReadLimits m_limits;
    std::unique_ptr<ParquetFile> m_file;
    HfFeature m_features;
    std::optional<ParquetCells> m_cells;
    ColumnNames m_columns;
    size_t m_row = 0;
    size_t m_chunkRows = 0;
    qint64 m_records = 0;
    std::string m_split;
    int m_splitColumn = -1;
    DatBenchRows m_datBench;
};

} // namespace

std::vector<RecordLayout> ParquetFormat::layouts() const
{
    return {{QStringLiteral("parquet"), QStringLiteral("Parquet"),
        QStringLiteral(
            "A table of typed columns, one file or a folder of shards as Hugging Face keeps them: images as "
            "bytes or paths, alone or in lists, class labels as names, structs and lists; needs libduckdb")}};
}

double ParquetFormat::sniff(QByteArrayView head) const
{
    return head.startsWith("PAR1") ? 1 : 0;
}

Result<std::unique_ptr<RecordSource>> ParquetFormat::open(const QString& path, const ReadLimits& limits) const
{
    auto source = std::make_unique<ParquetSource>(limits);
    WINNOW_TRY(source->open(path));
    return source;
}

} // namespace winnow
