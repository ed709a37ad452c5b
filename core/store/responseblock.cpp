// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/responseblock.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace winnow {

namespace {

constexpr quint8 kVersion = 1;
/// Of details with a verifier's ratings and log-probabilities.
constexpr quint8 kRatedVersion = 2;

enum class Coding : quint8 { Absent, Plain, Coded, Consecutive };

class Packer {
public:
    void byte(quint8 value) { m_bytes.append(char(value)); }
    void coding(Coding value) { byte(quint8(value)); }
    void varint(quint64 value)
    {
        while (value >= 0x80) {
            byte(quint8(value | 0x80));
            value >>= 7;
        }
        byte(quint8(value));
    }
    void signedVarint(qint64 value) { varint((quint64(value) << 1) ^ quint64(value >> 63)); }
    void fixed16(quint16 value)
    {
        byte(quint8(value));
        byte(quint8(value >> 8));
    }
    void real(double value)
    {
        quint64 bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        bits = qToLittleEndian(bits);
        m_bytes.append(reinterpret_cast<const char*>(&bits), sizeof bits);
    }
    void text(std::string_view value)
    {
        varint(value.size());
        m_bytes.append(value.data(), qsizetype(value.size()));
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what a Packer wrote; past the end everything is 0 and `sound` false.
class Unpacker {
public:
    explicit Unpacker(const QByteArray& bytes)
        : m_at(bytes.constData())
        , m_end(m_at + bytes.size())
    {
    }
    quint8 byte()
    {
        if (m_at == m_end) {
            m_sound = false;
            return 0;
        }
        return quint8(*m_at++);
    }
    Coding coding() { return Coding(byte()); }
    quint64 varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 part = byte();
            value |= quint64(part & 0x7f) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        m_sound = false;
        return 0;
    }
    qint64 signedVarint()
    {
        const quint64 value = varint();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }
    quint16 fixed16()
    {
        const quint8 low = byte();
        return quint16(low | (byte() << 8));
    }
    double real()
    {
        quint64 bits = 0;
        if (m_end - m_at < qsizetype(sizeof bits)) {
            m_sound = false;
            m_at = m_end;
            return 0;
        }
        std::memcpy(&bits, m_at, sizeof bits);
        m_at += sizeof bits;
        bits = qFromLittleEndian(bits);
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }
    std::string text()
    {
        const quint64 size = varint();
        if (size > quint64(m_end - m_at)) {
            m_sound = false;
            m_at = m_end;
            return {};
        }
        std::string value(m_at, size);
        m_at += size;
        return value;
    }
    void fail() { m_sound = false; }
    bool sound() const { return m_sound; }
    bool done() const { return m_sound && m_at == m_end; }

private:
    const char* m_at;
    const char* m_end;
    bool m_sound = true;
};

void packSamples(Packer& out, const std::vector<quint16>& samples)
{
    const bool consecutive
        = samples.empty() || std::size_t(samples.back() - samples.front()) + 1 == samples.size();
    out.varint(samples.size());
    out.coding(consecutive ? Coding::Consecutive : Coding::Plain);
    if (consecutive) {
        out.fixed16(samples.empty() ? quint16(0) : samples.front());
    } else {
        for (const quint16 sample : samples) {
            out.fixed16(sample);
        }
    }
}

void unpackSamples(Unpacker& in, std::vector<quint16>& samples)
{
    const quint64 count = in.varint();
    const Coding coding = in.coding();
    if (count > kBlockSize || (coding != Coding::Consecutive && coding != Coding::Plain)) {
        return in.fail();
    }
    samples.resize(count);
    quint16 next = coding == Coding::Consecutive ? in.fixed16() : quint16(0);
    for (std::size_t i = 0; i < count; ++i) {
        samples[i] = coding == Coding::Consecutive ? next++ : in.fixed16();
        if (samples[i] >= kBlockSize || (i > 0 && samples[i] <= samples[i - 1])) {
            return in.fail();
        }
    }
}

/// The bits decide: two NaN are one value, 0 and -0 are two.
quint64 bitsOf(double value)
{
    quint64 bits = 0;
    if (std::isnan(value)) {
        value = std::numeric_limits<double>::quiet_NaN();
    }
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

void packReals(Packer& out, const std::vector<double>& values)
{
    constexpr std::size_t kMostValues = 64;
    std::vector<quint64> known;
    std::vector<quint8> codes(values.size());
    for (std::size_t i = 0; i < values.size() && known.size() <= kMostValues; ++i) {
        const quint64 bits = bitsOf(values[i]);
        auto it = std::find(known.begin(), known.end(), bits);
        if (it == known.end()) {
            it = known.insert(known.end(), bits);
        }
        codes[i] = quint8(it - known.begin());
    }
    if (known.size() > kMostValues) {
        out.coding(Coding::Plain);
        for (const double value : values) {
            out.real(value);
        }
        return;
    }
    out.coding(Coding::Coded);
    out.byte(quint8(known.size()));
    for (const quint64 bits : known) {
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        out.real(value);
    }
    for (const quint8 code : codes) {
        out.byte(code);
    }
}

/// Empty where nothing is known.
void packColumn(Packer& out, const std::vector<double>& values)
{
    values.empty() ? out.coding(Coding::Absent) : packReals(out, values);
}

void unpackReals(Unpacker& in, std::vector<double>& values, std::size_t count)
{
    const Coding coding = in.coding();
    if (coding == Coding::Absent) {
        return;
    }
    values.resize(count);
    if (coding == Coding::Plain) {
        for (double& value : values) {
            value = in.real();
        }
        return;
    }
    if (coding != Coding::Coded) {
        return in.fail();
    }
    std::vector<double> known(in.byte());
    for (double& value : known) {
        value = in.real();
    }
    for (double& value : values) {
        const quint8 code = in.byte();
        if (code >= known.size()) {
            return in.fail();
        }
        value = known[code];
    }
}

void packCounts(Packer& out, const std::vector<qint64>& values)
{
    out.coding(values.empty() ? Coding::Absent : Coding::Plain);
    for (const qint64 value : values) {
        out.varint(quint64(value + 1));
    }
}

void unpackCounts(Unpacker& in, std::vector<qint64>& values, std::size_t count)
{
    if (in.coding() == Coding::Absent) {
        return;
    }
    values.resize(count);
    for (qint64& value : values) {
        // As sums do: of a damaged block it wraps.
        value = qint64(in.varint() - 1);
    }
}

} // namespace

int ScoreBlock::find(quint16 sample) const
{
    if (samples.empty() || sample < samples.front()) {
        return -1;
    }
    // Blocks are nearly always without holes.
    const std::size_t guess = std::size_t(sample - samples.front());
    if (guess < samples.size() && samples[guess] == sample) {
        return int(guess);
    }
    const auto it = std::lower_bound(samples.begin(), samples.end(), sample);
    return it != samples.end() && *it == sample ? int(it - samples.begin()) : -1;
}

QByteArray packScores(const ScoreBlock& block)
{
    Packer out;
    out.byte(kVersion);
    packSamples(out, block.samples);
    packReals(out, block.scores);
    std::vector<quint16> used;
    std::vector<quint16> codeOf(block.answers.size() + 2, 0);
    for (const quint16 code : block.codes) {
        if (code >= 2 && codeOf[code] == 0) {
            used.push_back(code);
            codeOf[code] = quint16(used.size() + 1);
        }
    }
    codeOf[kUnreadCode] = kUnreadCode;
    out.varint(used.size());
    for (const quint16 code : used) {
        out.text(block.answers[code - 2u]);
    }
    const bool wide = used.size() > 0xff - 2;
    for (const quint16 code : block.codes) {
        wide ? out.fixed16(codeOf[code]) : out.byte(quint8(codeOf[code]));
    }
    return out.take();
}

std::optional<ScoreBlock> unpackScores(const QByteArray& bytes)
{
    Unpacker in(bytes);
    ScoreBlock block;
    if (in.byte() != kVersion) {
        return std::nullopt;
    }
    unpackSamples(in, block.samples);
    if (!in.sound()) {
        return std::nullopt;
    }
    unpackReals(in, block.scores, block.size());
    const quint64 answers = in.varint();
    if (!in.sound() || block.scores.size() != block.size() || answers > block.size()) {
        return std::nullopt;
    }
    block.answers.reserve(answers);
    for (quint64 i = 0; i < answers; ++i) {
        block.answers.push_back(in.text());
    }
    const bool wide = answers > 0xff - 2;
    block.codes.resize(block.size());
    for (quint16& code : block.codes) {
        code = wide ? in.fixed16() : in.byte();
        if (code >= answers + 2) {
            return std::nullopt;
        }
    }
    return in.done() ? std::optional(std::move(block)) : std::nullopt;
}

QByteArray packDetails(const DetailBlock& block, std::size_t entries)
{
    Packer out;
    const bool rated = !block.verifier.empty() || !block.logProbability.empty();
    out.byte(rated ? kRatedVersion : kVersion);
    out.varint(entries);
    out.coding(block.texts.empty() ? Coding::Absent : Coding::Plain);
    qint64 last = 0;
    for (const qint64 text : block.texts) {
        out.signedVarint(text - last);
        last = text;
    }
    packCounts(out, block.promptTokens);
    packCounts(out, block.outputTokens);
    packColumn(out, block.latency);
    packColumn(out, block.cost);
    if (rated) {
        packColumn(out, block.verifier);
        packColumn(out, block.logProbability);
    }
    out.coding(block.probabilities.empty() ? Coding::Absent : Coding::Plain);
    if (!block.probabilities.empty()) {
        for (std::size_t i = 0; i < entries; ++i) {
            out.varint(block.probabilityOffsets[i + 1] - block.probabilityOffsets[i]);
        }
        for (const double value : block.probabilities) {
            out.real(value);
        }
    }
    return out.take();
}

std::optional<DetailBlock> unpackDetails(const QByteArray& bytes, std::size_t entries)
{
    Unpacker in(bytes);
    DetailBlock block;
    const quint8 version = in.byte();
    if ((version != kVersion && version != kRatedVersion) || in.varint() != entries || entries > kBlockSize) {
        return std::nullopt;
    }
    if (in.coding() != Coding::Absent) {
        qint64 last = 0;
        block.texts.resize(entries);
        for (qint64& text : block.texts) {
            // Of a damaged block any sum may come: it wraps, and names no text.
            text = last = qint64(quint64(last) + quint64(in.signedVarint()));
        }
    }
    unpackCounts(in, block.promptTokens, entries);
    unpackCounts(in, block.outputTokens, entries);
    unpackReals(in, block.latency, entries);
    unpackReals(in, block.cost, entries);
    if (version == kRatedVersion) {
        unpackReals(in, block.verifier, entries);
        unpackReals(in, block.logProbability, entries);
    }
    if (in.coding() != Coding::Absent) {
        constexpr quint64 kMostOptions = 1'000'000;
        block.probabilityOffsets.push_back(0);
        for (std::size_t i = 0; i < entries; ++i) {
            const quint64 count = in.varint();
            if (!in.sound() || block.probabilityOffsets.back() + count > quint64(bytes.size())
                || count > kMostOptions) {
                return std::nullopt;
            }
            block.probabilityOffsets.push_back(quint32(block.probabilityOffsets.back() + count));
        }
        block.probabilities.resize(block.probabilityOffsets.back());
        for (double& value : block.probabilities) {
            value = in.real();
        }
    }
    return in.done() ? std::optional(std::move(block)) : std::nullopt;
}

Error damagedResponses()
{
    return fail(ErrorCode::Damaged,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Responses in the project file are damaged")),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Restore the backup beside it")))
        .value();
}

} // namespace winnow
