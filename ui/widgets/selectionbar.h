// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"

#include <QWidget>

class QPushButton;

namespace winnow {

class Text;

/// What can be decided on the selected samples, with how many each button would decide.
class SelectionBar : public QWidget {
    Q_OBJECT
public:
    /// What a selection holds, counted before anything is decided.
    struct Counts {
        qint64 selected = 0;
        /// Without an action of a person so far: what Keep and Drop would decide.
        qint64 undecided = 0;
        /// With open flags: what Confirm, Override and Unsure would decide.
        qint64 open = 0;
    };

    explicit SelectionBar(QWidget* parent = nullptr);
    void setCounts(const Counts& counts);

signals:
    void actionChosen(winnow::Action action);
    void verdictChosen(winnow::Verdict verdict);
    void clearChosen();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* add(const QString& name, const QString& icon);

    Text* m_selected;
    QPushButton* m_keep;
    QPushButton* m_drop;
    QPushButton* m_confirm;
    QPushButton* m_override;
    QPushButton* m_unsure;
};

} // namespace winnow
