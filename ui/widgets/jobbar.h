// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/jobmodel.h"

#include <QWidget>

class QProgressBar;
class QToolButton;

namespace winnow {

class PlainLabel;

/// The running jobs in the status bar: the newest with its progress and a way to stop it, and how many more.
class JobBar : public QWidget {
    Q_OBJECT
public:
    explicit JobBar(JobModel* model, QWidget* parent = nullptr);

private:
    void refresh();

    JobModel* m_model;
    PlainLabel* m_text;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
};

} // namespace winnow
