// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/keyspreferences.h"

#include "ui/mainwindow/keyfield.h"
#include "ui/pages/pageregistry.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/icons.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace winnow {

namespace {

QHash<QString, QString> pageTitles()
{
    QHash<QString, QString> titles{{QStringLiteral("window"), KeysPreferences::tr("Everywhere")}};
    for (const PageEntry& entry : pageRegistry()) {
        titles.insert(entry.id, pageTitle(entry));
    }
    return titles;
}

} // namespace

KeysPreferences::KeysPreferences(QWidget* parent)
    : QWidget(parent)
    , m_model(pageTitles())
    , m_search(new QLineEdit(this))
    , m_table(new DataTable(this))
    , m_title(new Text({}, TextSize::Body, Text::Tone::Normal, this))
    , m_key(new KeyField(this))
    , m_note(new Text({}, TextSize::Small, Text::Tone::Muted, this))
    , m_set(new QPushButton(tr("Use this key"), this))
    , m_reset(new QPushButton(tr("The usual keys"), this))
    , m_resetAll(new QPushButton(tr("All as usual"), this))
{
    m_found.setSourceModel(&m_model);
    m_found.setFilterKeyColumn(-1);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setPlaceholderText(tr("Search commands and keys"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setObjectName(QStringLiteral("keySearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_table->setModel(&m_found);
    m_table->setObjectName(QStringLiteral("keyTable"));
    m_table->setAccessibleName(tr("Keys"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setStretchColumn(KeyMapModel::WhatColumn);
    m_title->setStrong(true);
    m_key->setObjectName(QStringLiteral("keyPressed"));
    m_key->setAccessibleName(tr("Press the new key"));
    m_note->setObjectName(QStringLiteral("keyNote"));
    m_note->setWordWrap(true);
    m_set->setObjectName(QStringLiteral("keySet"));
    m_reset->setObjectName(QStringLiteral("keyReset"));
    m_resetAll->setObjectName(QStringLiteral("keyResetAll"));
    for (QPushButton* button : {m_set, m_reset, m_resetAll}) {
        button->setAutoDefault(false);
    }

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(kUnit);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_title);
    auto* line = new QHBoxLayout;
    line->setSpacing(kUnit);
    line->addWidget(m_key, 1);
    line->addWidget(m_set);
    line->addWidget(m_reset);
    line->addWidget(m_resetAll);
    layout->addLayout(line);
    layout->addWidget(m_note);

    connect(m_search, &QLineEdit::textChanged, &m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &KeysPreferences::showCommand);
    connect(m_table, &QAbstractItemView::activated, m_key, qOverload<>(&QWidget::setFocus));
    connect(m_key, &KeyField::keyChanged, this, &KeysPreferences::showPressed);
    connect(m_set, &QPushButton::clicked, this, &KeysPreferences::take);
    connect(m_reset, &QPushButton::clicked, this, [this] { KeyMap::instance().reset(command()); });
    connect(m_resetAll, &QPushButton::clicked, this, [] { KeyMap::instance().resetAll(); });
    connect(&KeyMap::instance(), &KeyMap::changed, this, &KeysPreferences::showCommand);
    m_table->setCurrentIndex(m_found.index(0, 0));
}

QString KeysPreferences::command() const
{
    return m_table->currentIndex().data(KeyMapModel::CommandRole).toString();
}

void KeysPreferences::showCommand()
{
    const KeyCommand* current = keyCommand(command());
    m_title->setText(current ? keyCommandText(*current) : tr("Choose a command"));
    m_key->setEnabled(current);
    m_reset->setEnabled(current && KeyMap::instance().isChanged(command()));
    m_resetAll->setEnabled(KeyMap::instance().isAnyChanged());
    m_key->clearKey();
    showPressed();
}

void KeysPreferences::showPressed()
{
    const QKeySequence key = m_key->key();
    const KeyCommand* other = key.isEmpty() ? nullptr : KeyMap::instance().conflict(command(), key);
    const bool fixed = other && other->use != KeyCommand::Use::Chosen;
    m_set->setEnabled(!key.isEmpty() && !fixed);
    m_set->setText(other && !fixed ? tr("Take it from there") : tr("Use this key"));
    m_note->setTone(other ? Text::Tone::Caution : Text::Tone::Muted);
    if (!other) {
        m_note->setText(tr("Press the new key in the field. It takes the place of all keys of the command."));
        return;
    }
    const QString where = pageTitles().value(other->page());
    const QString name = key.toString(QKeySequence::NativeText);
    m_note->setText(fixed ? tr("%1 does something already that keeps its key (%2: %3).")
                                .arg(name, where, keyCommandText(*other))
                          : tr("%1 does something already (%2: %3), and would no longer do it.")
                                .arg(name, where, keyCommandText(*other)));
}

void KeysPreferences::take()
{
    const QKeySequence key = m_key->key();
    const QString mine = command();
    while (const KeyCommand* other = KeyMap::instance().conflict(mine, key)) {
        const QString id = QLatin1String(other->id);
        QList<QKeySequence> left = KeyMap::instance().keys(id);
        left.removeAll(key);
        KeyMap::instance().set(id, left);
        if (KeyMap::instance().keys(id).contains(key)) {
            return;
        }
    }
    KeyMap::instance().set(mine, {key});
}

} // namespace winnow
