// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditsamplereader.h"

#include "core/audit/interning.h"
#include "core/audit/sharedtexts.h"
#include "core/domain/flagkind.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow {

namespace {

void readRotations(sqlite::Connection& connection, const SamplePositions& positions, AuditData& data)
{
    auto& query = connection.cached(QStringLiteral("SELECT sample_id, shift, source_index, permutation, gold"
                                                   " FROM rotations WHERE sample_id BETWEEN ? AND ?"));
    query.bindAll(positions.low(), positions.high());
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at >= 0) {
            data.rotations[std::size_t(at)].push_back(
                {int(query.integer(1)), query.text(2), query.text(3), query.text(4)});
        }
    }
    query.reset();
}

void readLabelChecks(sqlite::Connection& connection, const SamplePositions& positions, AuditData& data)
{
    // 2 = faulty wins over 1 = sound: who confirms a fault may keep the sample all the same. Many samples
    // kept at one stroke are not many gold answers looked at.
    auto& query = connection.cached(QStringLiteral(
        "SELECT sample_id, max(found) FROM ("
        "SELECT sample_id, CASE state WHEN 'confirmed' THEN 2 ELSE 1 END AS found FROM verdicts"
        " WHERE state IN ('confirmed', 'overridden') AND kind IN (%1)"
        " UNION ALL SELECT a.sample_id, CASE a.action WHEN 'fix' THEN 2 ELSE 1 END FROM sample_actions a"
        " JOIN decisions d ON d.id = a.decision_id"
        " WHERE a.action = 'fix' OR (a.action = 'keep' AND NOT EXISTS("
        "SELECT 1 FROM decisions b WHERE b.batch = d.batch AND b.batch <> '' AND b.sample_key <> "
        "d.sample_key)))"
        " WHERE sample_id BETWEEN ? AND ? GROUP BY sample_id")
                                        .arg(flagKindList(FlagKind::DoubtsGold)));
    query.bindAll(positions.low(), positions.high());
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at >= 0) {
            data.labelChecks.resize(data.size(), LabelCheck::None);
            data.labelChecks[std::size_t(at)]
                = query.integer(1) == 2 ? LabelCheck::Faulty : LabelCheck::Sound;
        }
    }
    query.reset();
}

/// A judge's word counts as long as no other judge and no person found anything wrong with the sample.
void readJudgements(sqlite::Connection& connection, const SamplePositions& positions, AuditData& data)
{
    auto& query = connection.cached(QStringLiteral(
        "SELECT j.sample_id, j.judge FROM judgements j WHERE j.sample_id BETWEEN ?1 AND ?2 AND j.sound = 1"
        " AND NOT EXISTS(SELECT 1 FROM judgements o WHERE o.sample_id = j.sample_id AND o.sound = 0)"
        " AND NOT EXISTS(SELECT 1 FROM effective_decisions d WHERE d.sample_id = j.sample_id"
        " AND (d.action IN ('drop', 'fix') OR (d.verdict = 'confirm' AND d.kind IN (%1, 'label_conflict'))))"
        " ORDER BY j.sample_id, j.judge")
                                        .arg(flagKindList(FlagKind::DoubtsGold)));
    query.bindAll(positions.low(), positions.high());
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at >= 0) {
            data.judgedSound[std::size_t(at)].append(query.text(1));
        }
    }
    query.reset();
}

void readTexts(sqlite::Connection& connection, const SamplePositions& positions, AuditData& data)
{
    data.texts.resize(data.size());
    SharedTexts shared;
    auto& query = connection.cached(
        QStringLiteral("SELECT id, question, hint, accepted, extra FROM samples WHERE dataset_id = ?"));
    query.bind(1, data.datasetId.value);
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at < 0) {
            continue;
        }
        AuditText& text = data.texts[std::size_t(at)];
        text.question = query.text(1);
        text.hint = shared(query.text(2));
        for (const QJsonValue& answer : QJsonDocument::fromJson(query.blob(3)).array()) {
            text.acceptedAnswers.append(answer.toString());
        }
        if (!query.utf8(4).empty()) {
            text.extra = QJsonDocument::fromJson(query.blob(4)).object();
        }
    }
    query.reset();
}

/// `optionTexts` takes the options of every sample.
void readOptions(sqlite::Connection& connection, const SamplePositions& positions, AuditData& data, bool all,
    std::vector<QStringList>& optionTexts)
{
    auto& query = connection.cached(
        QStringLiteral("SELECT sample_id, text FROM options WHERE sample_id BETWEEN ? AND ?"
                       " ORDER BY sample_id, position"));
    query.bindAll(positions.low(), positions.high());
    SharedTexts shared;
    QStringList options;
    qint32 of = -1;
    const auto finish = [&] {
        if (of >= 0) {
            optionTexts[std::size_t(of)] = shared(std::move(options));
        }
        options = {};
    };
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at != of) {
            finish();
            of = at;
        }
        if (at >= 0) {
            options.append(shared(query.text(1)));
        }
    }
    finish();
    query.reset();
    if (all) {
        for (std::size_t i = 0; i < data.size(); ++i) {
            data.texts[i].options = optionTexts[i];
        }
    }
}

void readMeasures(sqlite::Connection& connection, AuditData& data)
{
    QHash<qint64, std::shared_ptr<const MeasuredImage>> known;
    auto& query = connection.cached(
        QStringLiteral("SELECT id, quality FROM images WHERE quality IS NOT NULL AND id IN (SELECT"
                       " si.image_id FROM sample_images si JOIN samples s ON s.id = si.sample_id"
                       " WHERE s.dataset_id = ?)"));
    query.bind(1, data.datasetId.value);
    while (query.step()) {
        if (auto measured = measuresFromJson(query.blob(1))) {
            known.insert(query.integer(0), std::make_shared<const MeasuredImage>(std::move(*measured)));
        }
    }
    query.reset();
    for (std::vector<AuditImage>& images : data.images) {
        for (AuditImage& image : images) {
            image.measured = known.value(image.id.value);
        }
    }
}

void readImages(sqlite::Connection& connection, const SamplePositions& positions, AuditData& data)
{
    data.images.resize(data.size());
    auto& query = connection.cached(
        QStringLiteral("SELECT si.sample_id, i.id, si.source, i.path, i.sha256, si.state, i.width, i.height,"
                       " i.format FROM sample_images si LEFT JOIN images i ON i.id = si.image_id"
                       " WHERE si.sample_id BETWEEN ? AND ? ORDER BY si.sample_id, si.position"));
    query.bindAll(positions.low(), positions.high());
    while (query.step()) {
        const qint32 at = positions[query.integer(0)];
        if (at >= 0) {
            data.images[std::size_t(at)].push_back({ImageId{query.integer(1)}, query.text(2), query.text(3),
                query.blob(4), imageStateFromId(query.text(5)), int(query.integer(6)), int(query.integer(7)),
                query.text(8), nullptr});
        }
    }
    query.reset();
}

} // namespace

void readSamples(sqlite::Connection& connection, AuditData& data)
{
    QHash<QString, qint32> capabilities;
    QHash<QString, qint32> splits;
    QHash<QString, qint32> categories;
    SharedTexts shared;
    auto& query = connection.cached(
        QStringLiteral("SELECT id, source_index, split, capability, category, option_count, gold FROM samples"
                       " WHERE dataset_id = ? ORDER BY position, id"));
    query.bind(1, data.datasetId.value);
    while (query.step()) {
        data.sampleIds.push_back(query.integer(0));
        data.sourceIndexes.push_back(query.text(1));
        data.split.push_back(internName(splits, data.splits, query.text(2)));
        data.capability.push_back(internName(capabilities, data.capabilities, query.text(3)));
        data.category.push_back(internName(categories, data.categories, query.text(4)));
        const int options = int(query.integer(5));
        data.optionCount.push_back(qint16(options));
        data.gold.push_back(shared(query.text(6)));
        data.goldIndex.push_back(qint16(optionPosition(data.gold.back(), options)));
        data.hasGold.push_back(!data.gold.back().isEmpty());
    }
    query.reset();
    data.goldCode.assign(data.size(), kNoAnswer);
    data.rotations.resize(data.size());
}

void readSampleParts(sqlite::Connection& connection, const SamplePositions& positions,
    const AuditParts& parts, AuditData& data, std::vector<QStringList>& optionTexts)
{
    readRotations(connection, positions, data);
    readLabelChecks(connection, positions, data);
    readJudgements(connection, positions, data);
    if (parts.texts) {
        readTexts(connection, positions, data);
    }
    optionTexts.resize(data.size());
    if (parts.texts || parts.conditions[std::size_t(Condition::OpenEnded)]) {
        readOptions(connection, positions, data, parts.texts, optionTexts);
    }
    if (parts.images) {
        readImages(connection, positions, data);
    }
    if (parts.measures) {
        readMeasures(connection, data);
    }
}

} // namespace winnow
