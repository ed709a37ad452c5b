// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportnames.h"

#include "core/base/hash.h"

#include <QHash>
#include <QRegularExpression>

namespace winnow {

namespace {

constexpr qsizetype kMostBytes = 120;

QString cut(QString name)
{
    while (name.toUtf8().size() > kMostBytes) {
        name.chop(name.size() > 1 && name.back().isLowSurrogate() ? 2 : 1);
    }
    return name;
}

} // namespace

UniqueNames::UniqueNames(const QStringList& taken)
{
    for (const QString& name : taken) {
        m_taken.insert(key(name));
    }
}

QString UniqueNames::key(const QString& name)
{
    return name.normalized(QString::NormalizationForm_KC)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_KC);
}

QString UniqueNames::take(const QString& stem, const QString& suffix, const QByteArray& identity)
{
    const QString hash = QString::fromLatin1(sha256(identity).toHex());
    QString name = stem + suffix;
    for (int attempt = 1; isTaken(name); ++attempt) {
        // Somebody may have named a file like the hash of another: then a number tells them apart.
        const qsizetype digits = 8 * attempt;
        const QString number = digits > hash.size() ? u'-' + QString::number(attempt) : QString();
        name = stem + u'-' + hash.left(digits) + number + suffix;
    }
    m_taken.insert(key(name));
    return name;
}

QString safeFileName(const QString& name)
{
    static const QRegularExpression unsafe(
        QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression device(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"),
        QRegularExpression::CaseInsensitiveOption);
    QString safe = name.normalized(QString::NormalizationForm_C).replace(unsafe, QStringLiteral("_"));
    // A leading "-" would be read as an option by what is given the file.
    while (safe.startsWith(u'.') || safe.startsWith(u'-')) {
        safe.remove(0, 1);
    }
    safe = cut(safe);
    while (safe.endsWith(u'.')) {
        safe.chop(1);
    }
    if (device.match(safe).hasMatch()) {
        safe.prepend(u'_');
    }
    return safe.isEmpty() ? QStringLiteral("dataset") : safe;
}

QStringList datasetFileNames(const QStringList& datasets)
{
    const QStringList reserved{
        QStringLiteral("manifest"), QStringLiteral("changes"), QStringLiteral("images")};
    QStringList wanted;
    QHash<QString, int> users;
    for (const QString& name : reserved) {
        ++users[UniqueNames::key(name)];
    }
    for (const QString& dataset : datasets) {
        wanted.append(safeFileName(dataset));
        ++users[UniqueNames::key(wanted.last())];
    }
    UniqueNames names(reserved);
    for (const QString& name : std::as_const(wanted)) {
        if (users.value(UniqueNames::key(name)) == 1) {
            names.take(name, {}, {});
        }
    }
    QStringList result;
    for (qsizetype i = 0; i < datasets.size(); ++i) {
        const QString& name = wanted.at(i);
        if (users.value(UniqueNames::key(name)) == 1) {
            result.append(name);
            continue;
        }
        // Each of those that share a name gets its hash, so that the order does not matter.
        const QByteArray identity = datasets.at(i).toUtf8();
        const QString hash = QString::fromLatin1(sha256(identity).toHex().left(8));
        result.append(names.take(name + u'-' + hash, {}, identity));
    }
    return result;
}

} // namespace winnow
