// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;

namespace winnow {

class ImportController;
struct SavedMapping;

/// Uses a saved mapping for the file that is looked at, and saves what is said of it.
class MappingButtons : public QWidget {
    Q_OBJECT
public:
    explicit MappingButtons(ImportController& import, QWidget* parent = nullptr);

    /// The names may be others.
    void refresh();

private:
    void use(const QString& nameOrPath);
    void take(const SavedMapping& saved);
    void guessAnew();
    void save();

    ImportController& m_import;
    QMenu* m_menu;
};

} // namespace winnow
