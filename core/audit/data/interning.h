// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace winnow {

/// The code of a name: its position in `names`, where it is added when it is new; `index` finds it.
inline qint32 internName(QHash<QString, qint32>& index, QStringList& names, const QString& name)
{
    const auto it = index.constFind(name);
    if (it != index.constEnd()) {
        return *it;
    }
    const qint32 code = qint32(names.size());
    names.append(name);
    index.insert(name, code);
    return code;
}

} // namespace winnow
