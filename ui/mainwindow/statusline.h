// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/appcontext.h"

#include <QWidget>

class QLabel;

namespace winnow {

/// The bottom of the window: project, saved state, jobs, zoom.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(AppContext& context, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showProject();
    void showSaving(bool saving);

    AppContext& m_context;
    QLabel* m_project;
    QLabel* m_saved;
    QLabel* m_zoom;
};

} // namespace winnow
