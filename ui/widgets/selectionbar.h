// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"

#include <QStringList>
#include <QWidget>

class QBoxLayout;
class QPushButton;
class QToolButton;

namespace winnow {

class Text;

/// What can be decided on the selected samples (or, without a selection, on the current one), with how many
/// each button would decide. Always there, so that nothing moves when a selection begins.
class SelectionBar : public QWidget {
    Q_OBJECT
public:
    /// What a selection holds, counted before anything is decided.
    struct Counts {
        /// 0 = the current sample alone.
        qint64 selected = 0;
        /// Samples without an action of a person so far: what Keep and Drop would decide.
        qint64 undecided = 0;
        /// Open flags of the kinds that the filter names: what Confirm, Override and Unsure would decide.
        qint64 open = 0;
        /// Open flags of any kind.
        qint64 allOpen = 0;
        /// Those kinds; empty = the filter names none, and every flag counts.
        QStringList kinds;
    };
    /// Which flags a verdict is for.
    enum class Scope { FilteredKinds, AllKinds };

    explicit SelectionBar(QWidget* parent = nullptr);
    void setCounts(const Counts& counts);
    const Counts& counts() const { return m_counts; }
    /// "17 flags (Exact duplicate)".
    static QString flagsText(const Counts& counts, const QString& kinds);
    /// "Exact duplicate", "3 kinds", or nothing.
    static QString kindsText(const Counts& counts);
    /// "Confirm all 29 flags of these samples".
    static QString allFlagsText(Verdict verdict, const Counts& counts);

signals:
    void actionChosen(winnow::Action action);
    void verdictChosen(winnow::Verdict verdict, winnow::SelectionBar::Scope scope);
    void clearChosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QPushButton* add(QBoxLayout* layout, const QString& name, const QString& icon);
    void showAll();
    /// The kinds in the button, cut where they do not fit; its tip has them whole.
    void nameKinds();

    Counts m_counts;
    QBoxLayout* m_lines;
    QBoxLayout* m_flags;
    Text* m_selected;
    QToolButton* m_clear;
    QPushButton* m_keep;
    QPushButton* m_drop;
    QPushButton* m_confirm;
    QPushButton* m_override;
    QPushButton* m_unsure;
    QPushButton* m_all;
};

} // namespace winnow
