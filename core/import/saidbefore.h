// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <vector>

namespace winnow {

/// What the responses of one run said, as fingerprints: four bytes a sample where nothing comes twice.
class SaidBefore {
public:
    struct Key {
        /// Ordinal of the sample.
        int entry = 0;
        int shift = 0;
        int attempt = 0;
    };
    enum class Outcome { New, Same, Other };

    /// Other: something else was said under this key; that this was said is noted as well.
    Outcome add(Key key, size_t fingerprint);
    bool contains(Key key) const;

private:
    static quint64 packed(Key key)
    {
        return (quint64(key.entry) << 32) | (quint64(key.shift) << 16) | quint64(key.attempt);
    }
    bool isFirst(Key key) const { return key.shift == 0 && key.attempt == 0; }

    /// Of the first attempt without a rotation, by sample; 0 = nothing yet.
    std::vector<quint32> m_first;
    QHash<quint64, quint32> m_further;
    /// Those that came again with something else.
    QMultiHash<quint64, quint32> m_repeated;
};

} // namespace winnow
