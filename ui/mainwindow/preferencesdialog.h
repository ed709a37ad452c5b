// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/appcontext.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace winnow {

/// What the user chooses for all projects: who signs, language, theme, memory, keys. Everything holds at
/// once; language and keys when the dialog is closed.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(AppContext& context, QWidget* parent);

signals:
    /// The window has to be made anew, for another language or other keys.
    void remakeWanted();

protected:
    void done(int result) override;

private:
    QWidget* buildGeneral();
    void addAnnotator(QFormLayout* form);
    void addLanguage(QFormLayout* form);
    void addTheme(QFormLayout* form);
    void addMemory(QFormLayout* form);

    AppContext& m_context;
    QString m_languageBefore;
    bool m_keysChanged = false;
    QLineEdit* m_annotator = nullptr;
    QComboBox* m_language = nullptr;
    QComboBox* m_theme = nullptr;
    QSpinBox* m_memory = nullptr;
};

} // namespace winnow
