// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/preferencesdialog.h"

#include "ui/mainwindow/keyspreferences.h"
#include "ui/mainwindow/language.h"
#include "ui/models/preferences.h"
#include "ui/models/settings.h"
#include "ui/widgets/basics.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace winnow {

PreferencesDialog::PreferencesDialog(AppContext& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_languageBefore(chosenLanguage())
{
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(2 * kUnit);
    auto* tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->setObjectName(QStringLiteral("preferenceParts"));
    tabs->addTab(buildGeneral(), tr("General"));
    tabs->addTab(new KeysPreferences, tr("Keys"));
    layout->addWidget(tabs, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    close->setIcon({});
    close->setObjectName(QStringLiteral("closePreferences"));
    // Return belongs to the fields: everything holds at once.
    close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(88 * kUnit, 72 * kUnit);
    connect(&KeyMap::instance(), &KeyMap::changed, this, [this] { m_keysChanged = true; });
}

QWidget* PreferencesDialog::buildGeneral()
{
    auto* general = new QWidget;
    auto* form = new QFormLayout(general);
    form->setContentsMargins(kUnit, 2 * kUnit, kUnit, kUnit);
    form->setHorizontalSpacing(2 * kUnit);
    form->setVerticalSpacing(kUnit);
    addAnnotator(form);
    addLanguage(form);
    addTheme(form);
    addMemory(form);
    return general;
}

void PreferencesDialog::addAnnotator(QFormLayout* form)
{
    m_annotator = new QLineEdit(annotatorName());
    m_annotator->setObjectName(QStringLiteral("preferAnnotator"));
    m_annotator->setMaxLength(100);
    addFormRow(form, tr("Sign decisions as"), m_annotator);
    connect(m_annotator, &QLineEdit::editingFinished, this,
        [this] { m_context.setAnnotator(m_annotator->text()); });
}

void PreferencesDialog::addLanguage(QFormLayout* form)
{
    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("preferLanguage"));
    m_language->addItem(tr("Follow the desktop"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("한국어"), QStringLiteral("ko"));
    m_language->setCurrentIndex(qMax(0, m_language->findData(m_languageBefore)));
    addFormRow(form, tr("Language"), m_language);
    connect(m_language, &QComboBox::activated, this,
        [this] { setChosenLanguage(m_language->currentData().toString()); });
}

void PreferencesDialog::addTheme(QFormLayout* form)
{
    m_theme = new QComboBox;
    m_theme->setObjectName(QStringLiteral("preferTheme"));
    m_theme->addItem(tr("Follow the desktop"), int(ThemeMode::System));
    m_theme->addItem(tr("Light"), int(ThemeMode::Light));
    m_theme->addItem(tr("Dark"), int(ThemeMode::Dark));
    m_theme->setCurrentIndex(m_theme->findData(int(Theme::instance().mode())));
    addFormRow(form, tr("Appearance"), m_theme);
    connect(m_theme, &QComboBox::activated, this, [this] {
        Preferences().set(Preference::Theme, m_theme->currentData().toInt());
        Theme::instance().apply(ThemeMode(m_theme->currentData().toInt()));
    });
}

void PreferencesDialog::addMemory(QFormLayout* form)
{
    m_memory = new QSpinBox;
    m_memory->setObjectName(QStringLiteral("preferMemory"));
    m_memory->setRange(64, 8192);
    m_memory->setSingleStep(64);
    m_memory->setSuffix(tr(" MB"));
    m_memory->setValue(int(Preferences().number(Preference::PictureMemory)));
    addFormRow(form, tr("Memory for pictures"), m_memory);
    auto* note = new Text(tr("Shared by thumbnails and the pictures that Review reads ahead; for the next "
                             "project that is opened."),
        TextSize::Small, Text::Tone::Muted);
    note->setWordWrap(true);
    addFormRow(form, {}, note);
    connect(m_memory, &QSpinBox::valueChanged, this,
        [](int megabytes) { Preferences().set(Preference::PictureMemory, megabytes); });
}

void PreferencesDialog::done(int result)
{
    m_context.setAnnotator(m_annotator->text());
    const bool remake = m_keysChanged || chosenLanguage() != m_languageBefore;
    QDialog::done(result);
    if (remake) {
        emit remakeWanted();
    }
}

} // namespace winnow
