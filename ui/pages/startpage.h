// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recentprojects.h"
#include "ui/pages/page.h"

class QLayout;
class QListView;
class QVBoxLayout;

namespace winnow {

/// Shown while no project is open: open, make one, or go on with a recent one.
class StartPage : public Page {
    Q_OBJECT
public:
    StartPage(AppContext& context, RecentProjects* recent);

signals:
    void openChosen();
    void newChosen();
    void demoChosen();

private:
    QLayout* buildButtons();
    void addRecent(QVBoxLayout* column, RecentProjects* recent);

    QListView* m_list;
};

} // namespace winnow
