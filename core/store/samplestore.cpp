// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/samplestore.h"

#include "core/store/samplecolumns.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow {

namespace {

const QString kColumns
    = QStringLiteral("SELECT d.name, %1 FROM samples s JOIN datasets d ON d.id = s.dataset_id ")
          .arg(QLatin1String(kSampleColumns));

Sample rowToSample(const sqlite::Statement& row)
{
    Sample sample = sampleOfRow(row, 1);
    sample.dataset = row.text(0);
    return sample;
}

QString acceptedToJson(const QStringList& answers)
{
    return answers.isEmpty()
        ? QString()
        : QString::fromUtf8(
            QJsonDocument(QJsonArray::fromStringList(answers)).toJson(QJsonDocument::Compact));
}

QString extraToJson(const QJsonObject& extra)
{
    return extra.isEmpty() ? QString()
                           : QString::fromUtf8(QJsonDocument(extra).toJson(QJsonDocument::Compact));
}

/// Whether stored JSON says the same, however it was written.
bool sameJson(const QByteArray& stored, const QString& written, const QJsonObject& object)
{
    return QString::fromUtf8(stored) == written || QJsonDocument::fromJson(stored).object() == object;
}

const QString kFind
    = QStringLiteral("SELECT s.id, s.content_hash, s.extra, s.split, s.capability, s.category,"
                     " coalesce(t.parent, ''), coalesce(t.step, '') FROM samples s LEFT JOIN sample_steps t"
                     " ON t.sample_id = s.id WHERE s.dataset_id = ? AND s.source_index = ?");

/// Whether a row of kFind says what the sample, with its content hash, says.
bool saysTheSame(const sqlite::Statement& row, const Sample& sample)
{
    return row.blob(1) == sample.contentHash && sameJson(row.blob(2), extraToJson(sample.extra), sample.extra)
        && row.text(3) == sample.split && row.text(4) == sample.capability && row.text(5) == sample.category
        && row.text(6) == sample.parent && row.text(7) == sample.step;
}

/// FTS5 syntax from what a person typed: every word a quoted prefix, quoted runs as phrases.
QString toFtsQuery(const QString& text)
{
    QStringList terms;
    QString word;
    bool quoted = false;
    const auto flush = [&](bool phrase) {
        if (!word.trimmed().isEmpty()) {
            const QString escaped = word.trimmed().replace(u'"', QStringLiteral("\"\""));
            terms.append(u'"' + escaped + (phrase ? QStringLiteral("\"") : QStringLiteral("\"*")));
        }
        word.clear();
    };
    for (const QChar c : text) {
        if (c == u'"') {
            flush(quoted);
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            flush(false);
        } else {
            word += c;
        }
    }
    flush(quoted);
    return terms.join(u' ');
}

} // namespace

void SampleStore::loadParts(Sample& sample)
{
    auto& options = m_connection.cached(
        QStringLiteral("SELECT text FROM options WHERE sample_id = ? ORDER BY position"));
    options.bind(1, sample.id.value);
    while (options.step()) {
        sample.options.append(options.text(0));
    }
    options.reset();

    auto& images = m_connection.cached(QStringLiteral("SELECT %1 FROM sample_images si LEFT JOIN images i"
                                                      " ON i.id = si.image_id WHERE si.sample_id = ?"
                                                      " ORDER BY si.position")
                                           .arg(QLatin1String(kSampleImageColumns)));
    images.bind(1, sample.id.value);
    while (images.step()) {
        sample.images.append(imageOfRow(images, 0));
    }
    images.reset();

    auto& rotations
        = m_connection.cached(QStringLiteral("SELECT %1 FROM rotations WHERE sample_id = ? ORDER BY shift")
                                  .arg(QLatin1String(kRotationColumns)));
    rotations.bind(1, sample.id.value);
    while (rotations.step()) {
        sample.rotations.append(rotationOfRow(rotations, 0));
    }
    rotations.reset();

    auto& step
        = m_connection.cached(QStringLiteral("SELECT parent, step FROM sample_steps WHERE sample_id = ?"));
    step.bind(1, sample.id.value);
    if (step.step()) {
        sample.parent = step.text(0);
        sample.step = step.text(1);
    }
    step.reset();
}

std::optional<Sample> SampleStore::byId(SampleId id)
{
    auto& query = m_connection.cached(kColumns + QStringLiteral("WHERE s.id = ?"));
    query.bind(1, id.value);
    if (!query.step()) {
        query.reset();
        return std::nullopt;
    }
    Sample sample = rowToSample(query);
    query.reset();
    loadParts(sample);
    return sample;
}

std::optional<Sample> SampleStore::byIndex(DatasetId dataset, const QString& sourceIndex)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT id FROM samples WHERE dataset_id = ? AND source_index = ?"));
    query.bindAll(dataset.value, sourceIndex);
    const SampleId id{query.step() ? query.integer(0) : 0};
    query.reset();
    return id ? byId(id) : std::nullopt;
}

std::optional<Sample> SampleStore::byKey(const QString& key)
{
    // Both names and indexes may hold slashes: try every split, the longest dataset name last.
    for (qsizetype slash = key.indexOf(u'/'); slash >= 0; slash = key.indexOf(u'/', slash + 1)) {
        auto& query
            = m_connection.cached(QStringLiteral("SELECT s.id FROM samples s JOIN datasets d ON d.id = "
                                                 "s.dataset_id WHERE d.id = coalesce((SELECT id FROM datasets"
                                                 " WHERE name = ?1), (SELECT id FROM aliases WHERE kind ="
                                                 " 'dataset' AND name = ?1)) AND s.source_index = ?2"));
        query.bindAll(key.left(slash), key.mid(slash + 1));
        const SampleId id{query.step() ? query.integer(0) : 0};
        query.reset();
        if (id) {
            return byId(id);
        }
    }
    return std::nullopt;
}

QVector<Sample> SampleStore::byIds(const QVector<SampleId>& ids)
{
    QVector<Sample> samples;
    samples.reserve(ids.size());
    for (const SampleId id : ids) {
        if (auto sample = byId(id)) {
            samples.append(*std::move(sample));
        }
    }
    return samples;
}

std::optional<Sample> SampleStore::firstOf(DatasetId dataset)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT id FROM samples WHERE dataset_id = ? ORDER BY position LIMIT 1"));
    query.bind(1, dataset.value);
    const SampleId first{query.step() ? query.integer(0) : 0};
    query.reset();
    return first ? byId(first) : std::nullopt;
}

QVector<SampleId> SampleStore::idsOf(DatasetId dataset)
{
    QVector<SampleId> ids;
    auto& query = m_connection.cached(
        QStringLiteral("SELECT id FROM samples WHERE dataset_id = ? ORDER BY position, id"));
    query.bind(1, dataset.value);
    while (query.step()) {
        ids.append(SampleId{query.integer(0)});
    }
    query.reset();
    return ids;
}

QHash<QString, SampleId> SampleStore::indexToId(DatasetId dataset)
{
    QHash<QString, SampleId> map;
    auto& query
        = m_connection.cached(QStringLiteral("SELECT source_index, id FROM samples WHERE dataset_id = ?"));
    query.bind(1, dataset.value);
    while (query.step()) {
        map.insert(query.text(0), {query.integer(1)});
    }
    query.reset();
    return map;
}

void SampleStore::forEachOpenGold(DatasetId dataset, const std::function<void(std::string_view)>& each)
{
    sqlite::Statement golds(
        m_connection, QStringLiteral("SELECT gold FROM samples WHERE dataset_id = ? AND option_count = 0"));
    golds.bind(1, dataset.value);
    while (golds.step()) {
        each(golds.utf8(0));
    }
}

SampleStore::Held SampleStore::holds(const Sample& sample)
{
    Sample hashed = sample;
    hashed.contentHash = computeContentHash(sample);
    auto& query = m_connection.cached(kFind);
    query.bindAll(sample.datasetId.value, sample.sourceIndex);
    const Held held = !query.step() ? Held::No : saysTheSame(query, hashed) ? Held::Same : Held::Other;
    query.reset();
    return held;
}

QVector<SampleId> SampleStore::search(const QString& text)
{
    QVector<SampleId> ids;
    const QString fts = toFtsQuery(text);
    if (fts.isEmpty()) {
        return ids;
    }
    auto& query
        = m_connection.cached(QStringLiteral("SELECT rowid FROM samples_fts WHERE samples_fts MATCH ?"));
    query.bind(1, fts);
    while (query.step()) {
        ids.append(SampleId{query.integer(0)});
    }
    query.reset();
    return ids;
}

SampleWriter::SampleWriter(sqlite::Connection& connection)
    : m_connection(connection)
    , m_find(connection, kFind)
    , m_insert(connection,
          QStringLiteral(
              "INSERT INTO samples(dataset_id, source_index, position, split, capability, category,"
              " option_count, question, hint, gold, accepted, extra, content_hash)"
              " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"))
    , m_update(connection,
          QStringLiteral("UPDATE samples SET position = ?, split = ?, capability = ?, category = ?,"
                         " option_count = ?, question = ?, hint = ?, gold = ?, accepted = ?, extra = ?,"
                         " content_hash = ? WHERE id = ?"))
    , m_option(connection, QStringLiteral("INSERT INTO options(sample_id, position, text) VALUES(?,?,?)"))
    , m_image(connection,
          QStringLiteral(
              "INSERT INTO sample_images(sample_id, position, image_id, source, state) VALUES(?,?,?,?,?)"))
    , m_step(connection,
          QStringLiteral("INSERT INTO sample_steps(sample_id, parent, size, step) VALUES(?,?,?,?)"))
    , m_search(connection,
          QStringLiteral("INSERT INTO samples_fts(rowid, question, options, gold) VALUES(?,?,?,?)"))
{
}

void SampleWriter::addSearch(const Sample& sample)
{
    m_search
        .bindAll(sample.id.value, QString(sample.question + u' ' + sample.hint), sample.options.join(u' '),
            sample.gold)
        .run();
}

void SampleWriter::forgetSearch(SampleId sample)
{
    m_connection
        .cached(QStringLiteral(
            "INSERT INTO samples_fts(samples_fts, rowid, question, options, gold)"
            " SELECT 'delete', rowid, question, options, gold FROM sample_search WHERE rowid = ?"))
        .bindAll(sample.value)
        .run();
}

void SampleWriter::remove(SampleId sample)
{
    forgetSearch(sample);
    m_connection.cached(QStringLiteral("DELETE FROM samples WHERE id = ?")).bindAll(sample.value).run();
}

void SampleWriter::writeParts(const Sample& sample)
{
    for (int i = 0; i < sample.options.size(); ++i) {
        m_option.bindAll(sample.id.value, i, sample.options.at(i)).run();
    }
    for (int i = 0; i < sample.images.size(); ++i) {
        const ImageRef& image = sample.images.at(i);
        m_image.bindAll(sample.id.value, i);
        if (image.id) {
            m_image.bind(3, image.id.value);
        } else {
            m_image.bindNull(3);
        }
        m_image.bind(4, image.source).bind(5, imageStateId(image.state)).run();
    }
    if (!sample.rotations.isEmpty()) {
        setRotations(sample.id, sample.rotations);
    }
    if (!sample.parent.isEmpty()) {
        addStep(sample.id, sample.parent.toStdString(), sample.step.toStdString());
    }
    addSearch(sample);
}

SampleWriter::Outcome SampleWriter::put(Sample& sample)
{
    sample.contentHash = computeContentHash(sample);
    const QString accepted = acceptedToJson(sample.acceptedAnswers);
    const QString extra = extraToJson(sample.extra);
    m_find.reset();
    m_find.bindAll(sample.datasetId.value, sample.sourceIndex);
    if (!m_find.step()) {
        m_find.reset();
        m_insert
            .bindAll(sample.datasetId.value, sample.sourceIndex, sample.position, sample.split,
                sample.capability, sample.category, int(sample.options.size()), sample.question, sample.hint,
                sample.gold, accepted, extra, sample.contentHash)
            .run();
        sample.id = {m_connection.lastInsertId()};
        writeParts(sample);
        return Outcome::Added;
    }
    sample.id = {m_find.integer(0)};
    const bool same = saysTheSame(m_find, sample);
    m_find.reset();
    if (same) {
        return Outcome::Unchanged;
    }
    forgetSearch(sample.id);
    for (const char* table : {"options", "sample_images", "rotations", "sample_steps"}) {
        m_connection.cached(QStringLiteral("DELETE FROM %1 WHERE sample_id = ?").arg(QLatin1String(table)))
            .bindAll(sample.id.value)
            .run();
    }
    m_update
        .bindAll(sample.position, sample.split, sample.capability, sample.category,
            int(sample.options.size()), sample.question, sample.hint, sample.gold, accepted, extra,
            sample.contentHash, sample.id.value)
        .run();
    writeParts(sample);
    return Outcome::Changed;
}

SampleId SampleWriter::addRaw(DatasetId dataset, std::string_view sourceIndex, qint64 position,
    std::string_view split, std::string_view capability, std::string_view category, std::string_view question,
    std::string_view hint, std::string_view gold, std::string_view accepted, std::string_view extra,
    const QByteArray& contentHash, const std::vector<std::string_view>& options)
{
    m_insert.bind(1, dataset.value)
        .bindUtf8(2, sourceIndex)
        .bind(3, position)
        .bindUtf8(4, split)
        .bindUtf8(5, capability)
        .bindUtf8(6, category)
        .bind(7, qint64(options.size()))
        .bindUtf8(8, question)
        .bindUtf8(9, hint)
        .bindUtf8(10, gold)
        .bindUtf8(11, accepted)
        .bindUtf8(12, extra)
        .bind(13, contentHash)
        .run();
    const SampleId id{m_connection.lastInsertId()};
    m_joined.clear();
    for (size_t i = 0; i < options.size(); ++i) {
        m_option.bind(1, id.value).bind(2, qint64(i)).bindUtf8(3, options[i]).run();
        if (i > 0) {
            m_joined += ' ';
        }
        m_joined += options[i];
    }
    // The same text as the view sample_search gives: question, a space, the hint.
    std::string searchable;
    searchable.reserve(question.size() + hint.size() + 1);
    searchable.append(question).append(" ").append(hint);
    m_search.bind(1, id.value).bindUtf8(2, searchable).bindUtf8(3, m_joined).bindUtf8(4, gold).run();
    return id;
}

void SampleWriter::addStep(SampleId sample, std::string_view parent, std::string_view step)
{
    m_step.bind(1, sample.value)
        .bindUtf8(2, parent)
        .bind(3, qint64(parent.size() + step.size()))
        .bindUtf8(4, step)
        .run();
}

void SampleWriter::setRotations(SampleId sample, const QVector<Rotation>& rotations)
{
    m_connection.cached(QStringLiteral("DELETE FROM rotations WHERE sample_id = ?"))
        .bindAll(sample.value)
        .run();
    auto& insert = m_connection.cached(QStringLiteral(
        "INSERT INTO rotations(sample_id, shift, source_index, permutation, gold) VALUES(?,?,?,?,?)"));
    for (const Rotation& rotation : rotations) {
        insert
            .bindAll(sample.value, rotation.shift, rotation.sourceIndex, rotation.permutation, rotation.gold)
            .run();
    }
}

} // namespace winnow
