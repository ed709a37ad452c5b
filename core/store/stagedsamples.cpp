// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stagedsamples.h"

#include "core/store/imagestore.h"
#include "core/store/samplejson.h"

namespace winnow {

namespace {

/// What one batch holds: written in well under the time that others may have to wait for the writer.
constexpr size_t kMostRows = 4096;
constexpr qint64 kMostBytes = 8 << 20;

} // namespace

bool sameRotations(const QVector<Rotation>& a, const QVector<Rotation>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Rotation& x, const Rotation& y) {
        return x.shift == y.shift && x.sourceIndex == y.sourceIndex && x.permutation == y.permutation
            && x.gold == y.gold;
    });
}

StagedSamples::StagedSamples(ImportStage& stage, DatasetId target)
    : m_stage(stage)
    , m_target(target)
{
}

Result<> StagedSamples::add(const Plain& sample)
{
    PlainRow row;
    row.start = m_batch.texts.size();
    size_t field = 0;
    for (const std::string_view text :
        {sample.sourceIndex, sample.split, sample.capability, sample.category, sample.question, sample.hint,
            sample.gold, sample.accepted, sample.extra, sample.parent, sample.step}) {
        m_batch.texts += text;
        row.lengths[field++] = quint32(text.size());
    }
    for (const std::string_view option : *sample.options) {
        m_batch.texts += option;
        row.options.push_back(quint32(option.size()));
    }
    row.position = sample.position;
    row.contentHash = sample.contentHash;
    m_batch.bytes += qint64(m_batch.texts.size() - row.start);
    m_batch.plain.push_back(std::move(row));
    return rotate(false);
}

Result<SampleWriter::Outcome> StagedSamples::put(Sample sample, QVector<QByteArray> imageBytes)
{
    SampleStore::Held held = SampleStore::Held::No;
    if (m_target) {
        sample.datasetId = m_target;
        const auto found
            = m_stage.project().read([&](sqlite::Connection& c) { return SampleStore(c).holds(sample); });
        if (!found) {
            return tl::unexpected<Error>(found.error());
        }
        held = *found;
    }
    const bool same = held == SampleStore::Held::Same;
    if (same && sample.images.isEmpty()) {
        return SampleWriter::Outcome::Unchanged;
    }
    for (const QByteArray& bytes : std::as_const(imageBytes)) {
        m_batch.bytes += bytes.size();
    }
    m_batch.bytes += 2 * sample.question.size();
    m_batch.full.push_back({std::move(sample), std::move(imageBytes), same});
    WINNOW_TRY(rotate(false));
    return same                         ? SampleWriter::Outcome::Unchanged
        : held == SampleStore::Held::No ? SampleWriter::Outcome::Added
                                        : SampleWriter::Outcome::Changed;
}

Result<> StagedSamples::setRotations(const Sample& base, const QVector<Rotation>& rotations)
{
    if (m_stage.stagedDataset() && base.datasetId == m_stage.stagedDataset()) {
        m_batch.rotations.emplace_back(base.id, rotations);
    } else {
        Sample copy = base;
        copy.rotations = rotations;
        m_batch.full.push_back({std::move(copy), {}, false});
    }
    return rotate(false);
}

std::optional<Sample> StagedSamples::known(const QString& sourceIndex)
{
    if (!m_target) {
        return std::nullopt;
    }
    auto found = m_stage.project().read(
        [&](sqlite::Connection& c) { return SampleStore(c).byIndex(m_target, sourceIndex); });
    if (!found) {
        throw sqlite::Failure{found.error()};
    }
    return *std::move(found);
}

std::optional<Sample> StagedSamples::latest(const QString& sourceIndex)
{
    if (const DatasetId staged = m_stage.stagedDataset()) {
        auto found = m_stage.project().read(
            [&](sqlite::Connection& c) { return SampleStore(c).byIndex(staged, sourceIndex); });
        if (!found) {
            throw sqlite::Failure{found.error()};
        }
        if (*found) {
            return *std::move(found);
        }
    }
    return known(sourceIndex);
}

Result<> StagedSamples::drain()
{
    return rotate(true);
}

Result<> StagedSamples::rotate(bool wait)
{
    const bool full = m_batch.plain.size() + m_batch.full.size() + m_batch.rotations.size() >= kMostRows
        || m_batch.bytes >= kMostBytes;
    if (!full && !wait) {
        return {};
    }
    if (!m_batch.isEmpty()) {
        WINNOW_TRY(m_stage.dataset());
        WINNOW_TRY(m_written.run(
            [this, batch = std::make_shared<Batch>(std::exchange(m_batch, {}))] { return write(*batch); }));
    }
    return wait ? m_written.wait() : Result<>();
}

Result<> StagedSamples::write(Batch& batch)
{
    return m_stage.write([&](sqlite::Connection& c) -> Result<> {
        SampleWriter writer(c);
        const qint64 before = c.integer(QStringLiteral("SELECT coalesce(max(id), 0) FROM samples"));
        for (const PlainRow& row : batch.plain) {
            writePlain(writer, batch, row);
        }
        for (FullRow& row : batch.full) {
            WINNOW_TRY(writeFull(c, writer, row));
        }
        for (const auto& [sample, rotations] : batch.rotations) {
            writer.setRotations(sample, rotations);
        }
        const qint64 after = c.integer(QStringLiteral("SELECT coalesce(max(id), 0) FROM samples"));
        if (after > before) {
            m_stage.addSamples(c, {before + 1}, {after});
        }
        return {};
    });
}

void StagedSamples::writePlain(SampleWriter& writer, const Batch& batch, const PlainRow& row)
{
    std::array<std::string_view, 11> texts;
    const std::string_view all = batch.texts;
    size_t at = row.start;
    for (size_t i = 0; i < texts.size(); ++i) {
        texts[i] = all.substr(at, row.lengths[i]);
        at += row.lengths[i];
    }
    m_options.clear();
    for (const quint32 length : row.options) {
        m_options.push_back(all.substr(at, length));
        at += length;
    }
    const SampleId id = writer.addRaw(m_stage.stagedDataset(), texts[0], row.position, texts[1], texts[2],
        texts[3], texts[4], texts[5], texts[6], texts[7], texts[8], row.contentHash, m_options);
    if (!texts[9].empty()) {
        writer.addStep(id, texts[9], texts[10]);
    }
}

Result<> StagedSamples::writeFull(sqlite::Connection& c, SampleWriter& writer, FullRow& row)
{
    ImageStore images(c);
    for (qsizetype i = 0; i < row.sample.images.size(); ++i) {
        ImageRef& image = row.sample.images[i];
        if (const QByteArray bytes = row.imageBytes.value(i); !bytes.isEmpty()) {
            auto stored = m_stage.project().addImageBytes(bytes, image.sha256);
            if (!stored) {
                return fail(ErrorCode::DiskFull, stored.error().messageSentence(),
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "Make room and import again")));
            }
        }
        if (!image.sha256.isEmpty()) {
            image.id = images.put(image);
        }
    }
    if (row.imagesOnly) {
        return {};
    }
    row.sample.datasetId = m_stage.stagedDataset();
    writer.put(row.sample);
    return {};
}

void StagedSamples::publish(sqlite::Connection& c, DatasetId target)
{
    const DatasetId staged = m_stage.stagedDataset();
    if (!staged || staged == target) {
        return;
    }
    QVector<std::pair<SampleId, SampleId>> both;
    auto& pairs
        = c.cached(QStringLiteral("SELECT s.id, t.id FROM samples s JOIN samples t ON t.dataset_id = ?2"
                                  " AND t.source_index = s.source_index WHERE s.dataset_id = ?1"));
    pairs.bindAll(staged.value, target.value);
    while (pairs.step()) {
        both.append({{pairs.integer(0)}, {pairs.integer(1)}});
    }
    pairs.reset();
    SampleStore store(c);
    SampleWriter writer(c);
    for (const auto& [arrived, there] : std::as_const(both)) {
        const auto before = store.byId(there);
        auto after = store.byId(arrived);
        writer.remove(arrived);
        c.cached(QStringLiteral("INSERT INTO replaced(kind, import_id, id, body) VALUES('sample', ?, ?, ?)"))
            .bindAll(m_stage.id().value, there.value, QString::fromUtf8(sampleToJson(*before)))
            .run();
        after->datasetId = target;
        const auto outcome = writer.put(*after);
        if (outcome == SampleWriter::Outcome::Unchanged
            && !sameRotations(before->rotations, after->rotations)) {
            writer.setRotations(there, after->rotations);
        }
    }
    c.cached(QStringLiteral("UPDATE samples SET dataset_id = ?2 WHERE dataset_id = ?1"))
        .bindAll(staged.value, target.value)
        .run();
    c.cached(QStringLiteral("UPDATE staged_imports SET dataset_id = 0 WHERE id = ?"))
        .bindAll(m_stage.id().value)
        .run();
    c.cached(QStringLiteral("DELETE FROM datasets WHERE id = ?")).bindAll(staged.value).run();
}

} // namespace winnow
