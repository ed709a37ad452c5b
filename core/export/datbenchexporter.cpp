// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/datbenchexporter.h"

#include "core/export/datasetcard.h"
#include "core/export/datbenchrow.h"
#include "core/export/hubfeatures.h"
#include "core/export/hubwriter.h"
#include "core/export/itemfacts.h"

namespace winnow {

namespace {

/// In the order of DatBench's dataset card.
const std::vector<ParquetColumn>& columns()
{
    using namespace parquettypes;
    static const std::vector<ParquetColumn> all = [] {
        const ParquetType text = plain(ParquetKind::Text);
        return std::vector<ParquetColumn>{{"id", text}, {"image", hubImageType()}, {"question", text},
            {"prompt_format", structOf({{"prefix", text}, {"suffix", text}})}, {"answer", text},
            {"all_answers", listOf(text)}, {"eval_mode", text}, {"judge_prompt", text},
            {"is_circular", plain(ParquetKind::Boolean)}, {"metadata", text},
            {"source_info", structOf({{"dataset", text}, {"original_idx", text}})},
            {"eval_metrics",
                structOf({{"discrimination", plain(ParquetKind::Double)},
                    {"is_frontier", plain(ParquetKind::Boolean)}})}};
    }();
    return all;
}

void addTextPair(ParquetValues& cells, const QString& first, const QString& second)
{
    cells.beginStruct();
    addText(cells.child(0), first);
    addText(cells.child(1), second);
}

class DatBenchWriter final : public ExportWriter {
public:
    Result<> prepare(const ExportSource& source) override
    {
        auto facts = ItemFacts::read(source);
        if (!facts) {
            return tl::unexpected<Error>(facts.error());
        }
        m_facts = *std::move(facts);
        return {};
    }

    Result<> open(StagedFiles& files, const QString& name, const ExportLayout& layout) override
    {
        m_files = &files;
        m_base = name;
        m_layout = layout;
        return {};
    }

    Result<> row(const ExportRecord& record) override
    {
        const Sample& sample = record.sample;
        const QString capability
            = sample.capability.isEmpty() ? QStringLiteral("default") : hubSplit(sample.capability);
        // About as many tables as DatBench has.
        constexpr qsizetype kCapabilities = 9;
        const auto [at, isNew] = m_capabilities.try_emplace(capability, *m_files,
            m_base + u'/' + capability + QStringLiteral("/test"), columns(), shardLimits(kCapabilities));
        const auto writer = at->second.row();
        if (!writer) {
            return tl::unexpected<Error>(writer.error());
        }
        put(**writer, record);
        if (record.images.texts.size() > 1 && record.row.shift == 0) {
            m_warnings.append(QStringLiteral("%1: only the first of its %2 images is written")
                                  .arg(sample.key())
                                  .arg(record.images.texts.size()));
        }
        return at->second.endRow();
    }

    Result<QVector<StagedFile::Written>> close() override
    {
        QVector<StagedFile::Written> all;
        for (auto& [capability, shards] : m_capabilities) {
            auto written = shards.close();
            if (!written) {
                return tl::unexpected<Error>(written.error());
            }
            all += *written;
            m_tables.append({capability, QStringLiteral("test"), shards.rows(), shards.bytes()});
        }
        return all;
    }

    QVector<ExportTable> tables() const override { return m_tables; }
    QStringList warnings() const override { return m_warnings; }

private:
    void put(ParquetWriter& writer, const ExportRecord& record)
    {
        const DatBenchRow made = DatBenchRow::of(record, m_layout);
        size_t at = 0;
        const auto next = [&]() -> ParquetValues& { return writer.column(at++); };
        addText(next(), record.row.index);
        addHubImage(next(), record.images.bytes.value(0), record.images.texts.value(0));
        addText(next(), made.question);
        addTextPair(next(), made.prefix, made.suffix);
        addText(next(), record.row.gold);
        addTexts(next(), made.allAnswers);
        addText(next(), made.judged ? QStringLiteral("judge") : QStringLiteral("direct"));
        addText(next(), made.judgePrompt);
        next().add(made.isCircular);
        addText(next(), made.metadata);
        addTextPair(next(), made.dataset, made.originalIndex);
        putMetrics(next(), record);
    }

    /// Ours where there are models, else what the source said.
    void putMetrics(ParquetValues& cells, const ExportRecord& record) const
    {
        const QJsonObject said = record.extra.value(QLatin1String("eval_metrics")).toObject();
        const QJsonValue number = said.value(QLatin1String("discrimination"));
        const QJsonValue frontier = said.value(QLatin1String("is_frontier"));
        cells.beginStruct();
        if (const auto measured = m_facts.discrimination(record.sample.id)) {
            cells.child(0).add(*measured);
        } else if (number.isDouble()) {
            cells.child(0).add(number.toDouble());
        } else {
            cells.child(0).addNull();
        }
        if (const auto known = m_facts.isFrontier(record.sample.id)) {
            cells.child(1).add(*known);
        } else if (frontier.isBool()) {
            cells.child(1).add(frontier.toBool());
        } else {
            cells.child(1).addNull();
        }
    }

    StagedFiles* m_files = nullptr;
    QString m_base;
    ExportLayout m_layout;
    ItemFacts m_facts;
    std::map<QString, ParquetShards> m_capabilities;
    QVector<ExportTable> m_tables;
    QStringList m_warnings;
};

} // namespace

ExporterInfo DatBenchExporter::info() const
{
    return {QStringLiteral("datbench"), QStringLiteral(QT_TRANSLATE_NOOP("Exporter", "DatBench (Parquet)")),
        QStringLiteral(QT_TRANSLATE_NOOP("Exporter",
            "A folder a capability with the columns of DatBench, discrimination and frontier included, for "
            "its evaluator")),
        {}, {ExportOptions::Images::Embedded}};
}

std::unique_ptr<ExportWriter> DatBenchExporter::writer() const
{
    return std::make_unique<DatBenchWriter>();
}

Result<QVector<StagedFile::Written>> DatBenchExporter::finish(const ExportEnd& end) const
{
    return addCards(end, [](const ExportEnd::Part&) {
        CardFacts facts;
        facts.features = hubYaml(columns(), "  ");
        facts.pattern = QStringLiteral("%2/%1-*");
        facts.images = QStringLiteral("A prompt is `prefix + question + suffix` (`prompt_format`); "
                                      "`row[\"image\"]` is the picture.");
        return facts;
    });
}

QJsonObject DatBenchExporter::libraries() const
{
    return {{QStringLiteral("libduckdb"), ParquetWriter::libraryVersion()}};
}

} // namespace winnow
