// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparableruns.h"
#include "core/compare/comparedrun.h"

#include <QWidget>

class QComboBox;

namespace winnow {

/// Chooses one side of a comparison: a run, and where there are several an attempt and a score set of it.
class RunPicker : public QWidget {
    Q_OBJECT
public:
    /// `name` is what its boxes are called: NAMERun, NAMEAttempt, NAMEScores.
    RunPicker(const QString& title, const QString& name, QWidget* parent = nullptr);

    /// What there is, and what of it is shown as chosen.
    void offer(const QVector<ComparableRun>& runs, const ComparedRun& chosen);
    ComparedRun chosen() const;

signals:
    /// Somebody chose otherwise.
    void changed();

private:
    const ComparableRun* run() const;
    /// Attempts and score sets of the run.
    void offerParts(const ComparedRun& chosen);

    QVector<ComparableRun> m_runs;
    QComboBox* m_run;
    QComboBox* m_attempt;
    QComboBox* m_scores;
};

/// What a run is called: "Model · Blind · cot".
QString runTitle(const QString& model, Condition condition, const QString& setting);
/// The same of a side, with its attempt and score set where they were chosen.
QString sideTitle(const ComparedRun& side);

} // namespace winnow
