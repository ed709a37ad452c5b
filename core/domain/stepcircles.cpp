// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stepcircles.h"

namespace winnow {

QSet<QString> stepsInCircles(const QHash<QString, QString>& parentOf)
{
    QSet<QString> circles;
    // By which walk a sample was reached first.
    QHash<QString, qint64> reached;
    qint64 walk = 0;
    for (auto it = parentOf.cbegin(); it != parentOf.cend(); ++it) {
        ++walk;
        QString at = it.key();
        while (parentOf.contains(at) && !reached.contains(at)) {
            reached.insert(at, walk);
            at = parentOf.value(at);
        }
        // Back at what this very walk has passed: from there on it goes round.
        while (reached.value(at) == walk && !circles.contains(at)) {
            circles.insert(at);
            at = parentOf.value(at);
        }
    }
    return circles;
}

} // namespace winnow
