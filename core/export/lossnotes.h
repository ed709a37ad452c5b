// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>

namespace winnow {

/// Counts of rows for each thing that a format does not carry.
class LossNotes {
public:
    void count(bool lost, const QString& what)
    {
        if (lost) {
            ++m_rows[what];
        }
    }
    /// "3 rows: WHAT", in the order of the texts.
    QStringList sentences() const
    {
        QStringList all;
        for (auto it = m_rows.constBegin(); it != m_rows.constEnd(); ++it) {
            all.append(QStringLiteral("%1: %2").arg(
                *it == 1 ? QStringLiteral("1 row") : QStringLiteral("%1 rows").arg(*it), it.key()));
        }
        return all;
    }

private:
    QMap<QString, qint64> m_rows;
};

} // namespace winnow
