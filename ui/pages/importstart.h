// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace winnow {

class ImportController;
class ImportHistoryView;

/// What is there before files are chosen: how to choose some, and what was imported before.
class ImportStart : public QWidget {
    Q_OBJECT
public:
    explicit ImportStart(ImportController& import, QWidget* parent = nullptr);

    ImportHistoryView* history() const { return m_history; }

signals:
    void filesWanted();

private:
    ImportHistoryView* m_history;
};

} // namespace winnow
