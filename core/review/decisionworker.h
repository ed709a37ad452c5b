// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/decisionservice.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>

namespace winnow {

/// The thread side of the decision service: works the requests off in order, stops at one that cannot be
/// saved for now, and looks after events that wait for the project.
class DecisionWorker : public QObject {
    Q_OBJECT
public:
    DecisionWorker(std::shared_ptr<Project> project, DecisionService* service);

    void add(DecisionRequest request);
    void workOff();

private:
    bool workOne();
    void tell(const std::optional<Error>& problem);

    struct Waiting {
        DecisionRequest request;
        QElapsedTimer clock;
    };
    std::shared_ptr<Project> m_project;
    DecisionService* m_service;
    std::deque<Waiting> m_waiting;
    /// Why the first one waits.
    std::optional<Error> m_problem;
    QTimer m_retry;
    QTimer m_catchUp;
};

} // namespace winnow
