// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keymap.h"

#include "ui/models/preferences.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace winnow {

namespace {

const QString kWindow = QStringLiteral("window");

QList<QKeySequence> usualKeys(const KeyCommand& command)
{
    QList<QKeySequence> keys;
    const QStringList names = QString::fromLatin1(command.keys).split(u' ');
    for (const QString& name : names) {
        keys.append(QKeySequence(name, QKeySequence::PortableText));
    }
    return keys;
}

QString nameOf(const QKeySequence& key)
{
    return key.toString(QKeySequence::NativeText);
}

/// How a line of the help names the keys of a command.
QString toldKeys(const KeyCommand& command, const QList<QKeySequence>& keys)
{
    if (command.use == KeyCommand::Use::Told) {
        const QString text = QString::fromUtf8(command.keys);
        return text == u"Enter" ? QCoreApplication::translate("Keys", "Enter") : text;
    }
    // A row of digits is a range.
    if (keys.size() >= 9) {
        return nameOf(keys.first()) + QStringLiteral(" … ") + nameOf(keys.last());
    }
    QStringList names;
    for (const QKeySequence& key : keys) {
        names.append(nameOf(key));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

QString withKeys(const QString& text, const QString& command)
{
    const QString keys = KeyMap::instance().text(command);
    return keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys);
}

KeyMap& KeyMap::instance()
{
    static KeyMap map;
    return map;
}

KeyMap::KeyMap()
{
    load();
}

void KeyMap::load()
{
    m_chosen.clear();
    const QJsonObject kept = Preferences().object(Preference::Keys);
    for (auto it = kept.constBegin(); it != kept.constEnd(); ++it) {
        // A command of another version is forgotten.
        const KeyCommand* command = keyCommand(it.key());
        if (!command || command->use != KeyCommand::Use::Chosen || !it->isArray()) {
            continue;
        }
        QList<QKeySequence> keys;
        const QJsonArray names = it->toArray();
        for (const QJsonValue& name : names) {
            const QKeySequence key(name.toString(), QKeySequence::PortableText);
            if (!key.isEmpty()) {
                keys.append(key);
            }
        }
        m_chosen.insert(it.key(), keys);
    }
    emit changed();
}

void KeyMap::save() const
{
    QJsonObject kept;
    for (auto it = m_chosen.constBegin(); it != m_chosen.constEnd(); ++it) {
        QJsonArray names;
        for (const QKeySequence& key : it.value()) {
            names.append(key.toString(QKeySequence::PortableText));
        }
        kept.insert(it.key(), names);
    }
    Preferences().setObject(Preference::Keys, kept);
}

QList<QKeySequence> KeyMap::keys(const QString& id) const
{
    const auto chosen = m_chosen.constFind(id);
    if (chosen != m_chosen.constEnd()) {
        return *chosen;
    }
    const KeyCommand* command = keyCommand(id);
    return command && command->use != KeyCommand::Use::Told ? usualKeys(*command) : QList<QKeySequence>();
}

QString KeyMap::text(const QString& id) const
{
    const KeyCommand* command = keyCommand(id);
    return command ? toldKeys(*command, keys(id)) : QString();
}

QString KeyMap::buttonText(const QString& id) const
{
    const QList<QKeySequence> all = keys(id);
    if (all.isEmpty()) {
        return {};
    }
    if (all.size() >= 9) {
        return nameOf(all.first()) + u'–' + nameOf(all.last());
    }
    QString text = nameOf(all.first());
    return text.replace(QStringLiteral("Shift+"), QStringLiteral("⇧"));
}

QVector<KeyHelp> KeyMap::help(const QString& page) const
{
    QVector<KeyHelp> lines;
    for (const KeyCommand& command : keyCommands()) {
        const QString names = toldKeys(command, keys(QLatin1String(command.id)));
        if (command.page() != page || names.isEmpty()) {
            continue;
        }
        const QString what = keyCommandLine(command);
        if (!lines.isEmpty() && lines.last().what == what) {
            lines.last().keys += QStringLiteral(", ") + names;
        } else {
            lines.append({names, what});
        }
    }
    return lines;
}

void KeyMap::set(const QString& id, const QList<QKeySequence>& keys)
{
    const KeyCommand* command = keyCommand(id);
    if (!command || command->use != KeyCommand::Use::Chosen) {
        return;
    }
    if (keys == usualKeys(*command)) {
        m_chosen.remove(id);
    } else {
        m_chosen.insert(id, keys);
    }
    save();
    emit changed();
}

void KeyMap::reset(const QString& id)
{
    if (m_chosen.remove(id) > 0) {
        save();
        emit changed();
    }
}

void KeyMap::resetAll()
{
    m_chosen.clear();
    save();
    emit changed();
}

const KeyCommand* KeyMap::conflict(const QString& id, const QKeySequence& key) const
{
    const KeyCommand* mine = keyCommand(id);
    if (!mine) {
        return nullptr;
    }
    for (const KeyCommand& other : keyCommands()) {
        // Keys of two pages never meet; those of the window meet all.
        const bool meet = other.page() == mine->page() || other.page() == kWindow || mine->page() == kWindow;
        if (meet && id != QLatin1String(other.id) && keys(QLatin1String(other.id)).contains(key)) {
            return &other;
        }
    }
    return nullptr;
}

} // namespace winnow
