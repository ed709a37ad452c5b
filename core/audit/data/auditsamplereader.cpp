// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/auditsamplereader.h"

#include "core/audit/data/interning.h"
#include "core/audit/data/sharedtexts.h"
#include "core/store/goldcheckstore.h"
#include "core/store/imagestore.h"
#include "core/store/samplerows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow {

namespace {

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// The parts of one dataset's samples: rows of the store, put where their samples stand in the data.
class PartsReader {
public:
    PartsReader(sqlite::Connection& connection, const SamplePositions& positions, AuditData& data)
        : m_rows(connection)
        , m_checks(connection)
        , m_positions(positions)
        , m_first{positions.low()}
        , m_last{positions.high()}
        , m_data(data)
    {
    }

    void readRotations()
    {
        m_rows.forEachRotation(m_first, m_last, [&](SampleId sample, Rotation rotation) {
            if (const qint32 at = m_positions[sample.value]; at >= 0) {
                m_data.rotations[std::size_t(at)].push_back(std::move(rotation));
            }
        });
    }

    void readLabelChecks()
    {
        m_checks.forEachChecked(m_first, m_last, [&](SampleId sample, bool faulty) {
            if (const qint32 at = m_positions[sample.value]; at >= 0) {
                m_data.labelChecks.resize(m_data.size(), LabelCheck::None);
                m_data.labelChecks[std::size_t(at)] = faulty ? LabelCheck::Faulty : LabelCheck::Sound;
            }
        });
    }

    void readJudgements()
    {
        m_checks.forEachJudgedSound(m_first, m_last, [&](SampleId sample, const QString& judge) {
            if (const qint32 at = m_positions[sample.value]; at >= 0) {
                m_data.judgedSound[std::size_t(at)].append(judge);
            }
        });
    }

    void readTexts()
    {
        m_data.texts.resize(m_data.size());
        SharedTexts shared;
        m_rows.forEachTexts(m_data.datasetId, [&](SampleTexts row) {
            const qint32 at = m_positions[row.id.value];
            if (at < 0) {
                return;
            }
            AuditText& text = m_data.texts[std::size_t(at)];
            text.question = std::move(row.question);
            text.hint = shared(std::move(row.hint));
            for (const QJsonValue& answer : QJsonDocument::fromJson(row.accepted).array()) {
                text.acceptedAnswers.append(answer.toString());
            }
            if (!row.extra.isEmpty()) {
                text.extra = QJsonDocument::fromJson(row.extra).object();
            }
        });
    }

    /// `optionTexts` takes the options of every sample.
    void readOptions(bool all, std::vector<QStringList>& optionTexts)
    {
        SharedTexts shared;
        QStringList options;
        qint32 of = -1;
        const auto finish = [&] {
            if (of >= 0) {
                optionTexts[std::size_t(of)] = shared(std::move(options));
            }
            options = {};
        };
        m_rows.forEachOption(m_first, m_last, [&](SampleId sample, QString option) {
            const qint32 at = m_positions[sample.value];
            if (at != of) {
                finish();
                of = at;
            }
            if (at >= 0) {
                options.append(shared(std::move(option)));
            }
        });
        finish();
        if (all) {
            for (std::size_t i = 0; i < m_data.size(); ++i) {
                m_data.texts[i].options = optionTexts[i];
            }
        }
    }

    void readImages()
    {
        m_data.images.resize(m_data.size());
        m_rows.forEachImage(m_first, m_last, [&](SampleId sample, const ImageRef& image) {
            if (const qint32 at = m_positions[sample.value]; at >= 0) {
                m_data.images[std::size_t(at)].push_back({image.id, image.source, image.path, image.sha256,
                    image.state, image.width, image.height, image.format, nullptr});
            }
        });
    }

private:
    SampleRows m_rows;
    GoldCheckStore m_checks;
    const SamplePositions& m_positions;
    SampleId m_first;
    SampleId m_last;
    AuditData& m_data;
};

void readMeasures(sqlite::Connection& connection, AuditData& data)
{
    QHash<ImageId, std::shared_ptr<const MeasuredImage>> known;
    ImageStore(connection).forEachMeasures(data.datasetId, [&](const ImageStore::Measures& image) {
        if (auto measured = measuresFromJson(image.quality)) {
            known.insert(image.id, std::make_shared<const MeasuredImage>(std::move(*measured)));
        }
    });
    for (std::vector<AuditImage>& images : data.images) {
        for (AuditImage& image : images) {
            image.measured = known.value(image.id);
        }
    }
}

} // namespace

void readSamples(sqlite::Connection& connection, AuditData& data)
{
    QHash<QString, qint32> capabilities;
    QHash<QString, qint32> splits;
    QHash<QString, qint32> categories;
    SharedTexts shared;
    SampleRows(connection).forEachFacts(data.datasetId, [&](const SampleFacts& sample) {
        data.sampleIds.push_back(sample.id.value);
        data.sourceIndexes.push_back(textOf(sample.sourceIndex));
        data.split.push_back(internName(splits, data.splits, textOf(sample.split)));
        data.capability.push_back(internName(capabilities, data.capabilities, textOf(sample.capability)));
        data.category.push_back(internName(categories, data.categories, textOf(sample.category)));
        const int options = int(sample.optionCount);
        data.optionCount.push_back(qint16(options));
        data.gold.push_back(shared(textOf(sample.gold)));
        data.goldIndex.push_back(qint16(optionPosition(data.gold.back(), options)));
        data.hasGold.push_back(!data.gold.back().isEmpty());
    });
    data.goldCode.assign(data.size(), kNoAnswer);
    data.rotations.resize(data.size());
}

void readSampleParts(sqlite::Connection& connection, const SamplePositions& positions,
    const AuditParts& parts, AuditData& data, std::vector<QStringList>& optionTexts)
{
    PartsReader reader(connection, positions, data);
    reader.readRotations();
    reader.readLabelChecks();
    reader.readJudgements();
    if (parts.texts) {
        reader.readTexts();
    }
    optionTexts.resize(data.size());
    if (parts.texts || parts.conditions[std::size_t(Condition::OpenEnded)]) {
        reader.readOptions(parts.texts, optionTexts);
    }
    if (parts.images) {
        reader.readImages();
    }
    if (parts.measures) {
        readMeasures(connection, data);
    }
}

} // namespace winnow
