// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/reviewsession.h"

#include <QTimer>
#include <QWidget>

namespace winnow {

class Text;

/// The thin bar of the progress through a queue.
class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(QWidget* parent = nullptr);
    void setShare(double share);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
};

/// The line below the sample: hints that go by themselves, and the progress.
class ReviewFooter : public QWidget {
    Q_OBJECT
public:
    explicit ReviewFooter(QWidget* parent = nullptr);

    void say(const QString& hint);
    void showProgress(const ReviewProgress& progress);
    /// "37 of 212, 410 an hour, 26 min left".
    static QString progressText(const ReviewProgress& progress);

private:
    ProgressLine* m_line;
    Text* m_hint;
    Text* m_progress;
    QTimer m_hintTimer;
};

} // namespace winnow
