// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

#include <array>
#include <cstdint>

namespace winnow {

/// SHA-256 (FIPS 180-4) piece by piece, by the processor's own instructions where it has them: an export
/// hashes every byte of every image, and Qt's takes longer than the disk.
class Sha256 {
public:
    Sha256();
    void addData(QByteArrayView bytes);
    /// 32 bytes; nothing is added after it.
    QByteArray result();

private:
    static constexpr qsizetype kBlock = 64;

    bool m_fast;
    QCryptographicHash m_slow{QCryptographicHash::Sha256};
    std::array<uint32_t, 8> m_state;
    std::array<char, kBlock> m_rest{};
    qsizetype m_restSize = 0;
    quint64 m_size = 0;
};

} // namespace winnow
