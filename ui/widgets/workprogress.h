// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/jobtracker.h"

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace winnow {

class Text;

/// How far a page's own long work is, with a way to stop it. Keeps its place while hidden work runs.
class WorkProgress : public QWidget {
    Q_OBJECT
public:
    explicit WorkProgress(QWidget* parent = nullptr);

    /// Follows a slot of the tracker until its work is done; shows itself when it is not done after `delay`
    /// milliseconds.
    void follow(JobTracker* tracker, const QString& slot, int delay = 0);
    /// The work ended.
    void finish();

signals:
    /// It came into view or left it.
    void shown(bool on);

protected:
    void showEvent(QShowEvent*) override { emit shown(true); }
    void hideEvent(QHideEvent*) override { emit shown(false); }

private:
    void poll();

    JobTracker* m_tracker = nullptr;
    QString m_slot;
    QTimer m_timer;
    QTimer m_delay;
    Text* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace winnow
