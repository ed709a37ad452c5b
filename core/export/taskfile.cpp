// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/taskfile.h"

#include <QFile>
#include <QSet>

static void initTaskResources()
{
    Q_INIT_RESOURCE(exporttasks);
}

namespace winnow {

QByteArray taskFile(const QString& name)
{
    initTaskResources();
    QFile file(QStringLiteral(":/winnow/export/tasks/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList programNames(const QStringList& texts)
{
    QStringList names;
    QSet<QString> taken;
    for (const QString& text : texts) {
        QString name;
        for (const QChar c : text) {
            name += c.isLetterOrNumber() && c.unicode() < 0x80 ? c : QChar(u'_');
        }
        if (name.isEmpty() || name.at(0).isDigit() || name.at(0) == u'_') {
            name.prepend(QStringLiteral("set_"));
        }
        QString free = name;
        for (int i = 2; taken.contains(free); ++i) {
            free = name + u'_' + QString::number(i);
        }
        taken.insert(free);
        names.append(free);
    }
    return names;
}

} // namespace winnow
