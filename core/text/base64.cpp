// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/base64.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace winnow {

namespace {

constexpr std::array<signed char, 256> makeTable()
{
    std::array<signed char, 256> table{};
    for (auto& entry : table) {
        entry = -1;
    }
    constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (signed char i = 0; i < 64; ++i) {
        table[static_cast<unsigned char>(kAlphabet[i])] = i;
    }
    table[static_cast<unsigned char>('-')] = 62;
    table[static_cast<unsigned char>('_')] = 63;
    return table;
}

constexpr auto kTable = makeTable();

QByteArrayView withoutDataPrefix(QByteArrayView text)
{
    if (!text.startsWith("data:")) {
        return text;
    }
    const qsizetype comma = text.first(qMin<qsizetype>(text.size(), 256)).indexOf(',');
    return comma < 0 ? text : text.sliced(comma + 1);
}

} // namespace

Result<QByteArray> decodeBase64(QByteArrayView text, qint64 maxBytes)
{
    const QByteArrayView body = withoutDataPrefix(text);
    if (body.size() / 4 * 3 > maxBytes + 3) {
        return fail(ErrorCode::LimitExceeded,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "base64 of %1 bytes, more than the limit of %2"))
                .arg(body.size() / 4 * 3)
                .arg(maxBytes));
    }
    QByteArray result;
    result.resize(body.size() / 4 * 3 + 3);
    char* out = result.data();
    quint32 bits = 0;
    int count = 0;
    bool padded = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const auto c = static_cast<unsigned char>(body[i]);
        const signed char value = kTable[c];
        if (value >= 0 && !padded) {
            bits = (bits << 6) | static_cast<quint32>(value);
            if (++count == 4) {
                *out++ = static_cast<char>(bits >> 16);
                *out++ = static_cast<char>(bits >> 8);
                *out++ = static_cast<char>(bits);
                bits = 0;
                count = 0;
            }
        } else if (c == '=') {
            padded = true;
        } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "character %1: found code %2, expected base64"))
                    .arg(i + 1)
                    .arg(int(c)));
        }
    }
    if (count == 1) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "base64 is cut off after %1 characters"))
                .arg(body.size()));
    }
    if (count == 2) {
        *out++ = static_cast<char>(bits >> 4);
    } else if (count == 3) {
        *out++ = static_cast<char>(bits >> 10);
        *out++ = static_cast<char>(bits >> 2);
    }
    result.truncate(out - result.constData());
    return result;
}

bool looksLikeBase64(QByteArrayView text)
{
    const bool data = text.startsWith("data:");
    const QByteArrayView body = withoutDataPrefix(text);
    if (body.size() < 65) {
        return data && !body.isEmpty() && body.size() != text.size();
    }
    const QByteArrayView head = body.first(qMin<qsizetype>(body.size(), 512));
    return std::all_of(head.begin(), head.end(), [](char c) {
        return kTable[static_cast<unsigned char>(c)] >= 0 || c == '=' || c == '\n' || c == '\r';
    });
}

} // namespace winnow
