// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/responsesink.h"

namespace winnow {

namespace {

const QString kAddText = QStringLiteral("INSERT INTO response_texts(id, size, text) VALUES(?, ?, ?)");
const QString kAddPacked = QStringLiteral("INSERT INTO packed(id, size, bytes) VALUES(?, ?, ?)");

QByteArray readPacked(sqlite::Connection& c, qint64 id)
{
    auto& query = c.cached(QStringLiteral("SELECT bytes FROM packed WHERE id = ?"));
    query.bind(1, id);
    const QByteArray bytes = query.step() ? query.blob(0) : QByteArray();
    query.reset();
    return bytes;
}

class DirectSink : public ResponseSink {
public:
    explicit DirectSink(sqlite::Connection& connection)
        : m_connection(connection)
        , m_addText(connection, kAddText)
        , m_addPacked(connection, kAddPacked)
        , m_nextText(ImportStage::firstFreeId(connection, ImportStage::Rows::Text))
        , m_nextPacked(ImportStage::firstFreeId(connection, ImportStage::Rows::Packed))
    {
    }
    qint64 addText(std::string_view text) override
    {
        m_addText.bindAll(m_nextText, qint64(text.size()));
        m_addText.bindUtf8(3, text).run();
        return m_nextText++;
    }
    qint64 addPacked(const QByteArray& bytes) override
    {
        m_addPacked.bindAll(m_nextPacked, qint64(bytes.size()), bytes).run();
        return m_nextPacked++;
    }
    QByteArray packed(qint64 id) override { return readPacked(m_connection, id); }
    void release(qint64 packed) override
    {
        m_connection
            .cached(QStringLiteral("DELETE FROM packed WHERE id = ?"
                                   " AND NOT EXISTS(SELECT 1 FROM response_blocks WHERE scores = packed.id)"
                                   " AND NOT EXISTS(SELECT 1 FROM response_blocks WHERE details IS NOT NULL"
                                   " AND details = packed.id)"))
            .bindAll(packed)
            .run();
    }
    void flush() override { }

private:
    sqlite::Connection& m_connection;
    sqlite::Statement m_addText;
    sqlite::Statement m_addPacked;
    qint64 m_nextText;
    qint64 m_nextPacked;
};

class StagedSink : public ResponseSink {
public:
    explicit StagedSink(ImportStage& stage)
        : m_stage(stage)
    {
    }
    qint64 addText(std::string_view text) override
    {
        const qint64 id = m_stage.nextId(ImportStage::Rows::Text);
        m_batch.texts.push_back({id, m_batch.buffer.size(), text.size()});
        m_batch.buffer += text;
        writeWhenFull();
        return id;
    }
    qint64 addPacked(const QByteArray& bytes) override
    {
        const qint64 id = m_stage.nextId(ImportStage::Rows::Packed);
        m_batch.packed.emplace_back(id, bytes);
        m_batch.packedBytes += bytes.size();
        writeWhenFull();
        return id;
    }
    QByteArray packed(qint64 id) override
    {
        flush();
        auto bytes = m_stage.project().read([&](sqlite::Connection& c) { return readPacked(c, id); });
        if (!bytes) {
            throw sqlite::Failure{bytes.error()};
        }
        return *bytes;
    }
    void release(qint64 packed) override
    {
        if (packed != 0) {
            m_batch.released.push_back(packed);
        }
    }
    void flush() override
    {
        startWriting();
        check(m_written.wait());
    }

private:
    struct Text {
        qint64 id;
        size_t start;
        size_t size;
    };
    struct Batch {
        std::string buffer;
        std::vector<Text> texts;
        std::vector<std::pair<qint64, QByteArray>> packed;
        std::vector<qint64> released;
        qint64 packedBytes = 0;
    };

    static void check(const Result<>& result)
    {
        if (!result) {
            throw sqlite::Failure{result.error()};
        }
    }

    // Written in well under the time that others may have to wait for the writer.
    void writeWhenFull()
    {
        constexpr size_t kMostTexts = 20'000;
        constexpr qint64 kMostBytes = 8 << 20;
        if (m_batch.texts.size() >= kMostTexts
            || qint64(m_batch.buffer.size()) + m_batch.packedBytes >= kMostBytes) {
            startWriting();
        }
    }

    void startWriting()
    {
        check(m_written.run([this, batch = std::make_shared<Batch>(std::exchange(m_batch, {}))] {
            return m_stage.write([&](sqlite::Connection& c) { return write(c, *batch); });
        }));
    }

    static Result<> write(sqlite::Connection& c, const Batch& batch)
    {
        sqlite::Statement addText(c, kAddText);
        const std::string_view all = batch.buffer;
        for (const Text& text : batch.texts) {
            addText.bindAll(text.id, qint64(text.size));
            addText.bindUtf8(3, all.substr(text.start, text.size)).run();
        }
        sqlite::Statement addPacked(c, kAddPacked);
        for (const auto& [id, bytes] : batch.packed) {
            addPacked.bindAll(id, qint64(bytes.size()), bytes).run();
        }
        sqlite::Statement forget(c, QStringLiteral("DELETE FROM packed WHERE id = ?"));
        for (const qint64 id : batch.released) {
            forget.bindAll(id).run();
        }
        return {};
    }

    ImportStage& m_stage;
    Batch m_batch;
    OneBehind m_written;
};

} // namespace

std::unique_ptr<ResponseSink> sinkInto(sqlite::Connection& connection)
{
    return std::make_unique<DirectSink>(connection);
}

std::unique_ptr<ResponseSink> sinkInto(ImportStage& stage)
{
    return std::make_unique<StagedSink>(stage);
}

} // namespace winnow
