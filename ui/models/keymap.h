// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keycommands.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <optional>

namespace winnow {

/// One line of the keys that a page understands.
struct KeyHelp {
    QString keys;
    QString what;
};

/// `text` with the keys of a command behind it, as "Table (T)"; without keys the text alone.
QString withKeys(const QString& text, const QString& command);

/// Which keys do what: those of the table of commands until the user chooses others, kept between sessions.
/// GUI thread only.
class KeyMap : public QObject {
    Q_OBJECT
public:
    static KeyMap& instance();

    /// What is bound; empty for commands that are only told, and where the user took the keys away.
    QList<QKeySequence> keys(const QString& command) const;
    /// As people read them: names in the user's language, between ", ".
    QString text(const QString& command) const;
    /// The first of them, short enough for a button.
    QString buttonText(const QString& command) const;
    /// The lines of a page's help, neighbours that do the same as one.
    QVector<KeyHelp> help(const QString& page) const;

    /// Replaces the keys of a command that may have others.
    void set(const QString& command, const QList<QKeySequence>& keys);
    void reset(const QString& command);
    void resetAll();
    bool isChanged(const QString& command) const { return m_chosen.contains(command); }
    bool isAnyChanged() const { return !m_chosen.isEmpty(); }
    /// What else this key does where the command works; null when it is free.
    const KeyCommand* conflict(const QString& command, const QKeySequence& key) const;

    /// For tests: what the settings say now.
    void load();

signals:
    void changed();

private:
    KeyMap();
    void save() const;

    QHash<QString, QList<QKeySequence>> m_chosen;
};

} // namespace winnow
