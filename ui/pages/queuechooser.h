// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sampleindex.h"
#include "ui/models/jobtracker.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLayout;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace winnow {

class EmptyState;
class Text;

/// Offers the queues that a project has, by group and kind of flag, dataset and state, with live counts.
/// Counts and selections are made off the GUI thread.
class QueueChooser : public QWidget {
    Q_OBJECT
public:
    explicit QueueChooser(QWidget* parent = nullptr);
    ~QueueChooser() override;

    /// What to count in; null while no project is open or it is still being read.
    void setIndex(std::shared_ptr<const SampleIndex> index);
    /// Counts again; call when shown.
    void reload();
    void focusList();
    /// The queue that the annotator came from and can go back to; empty = none.
    void setRunning(const QString& title);
    /// What is offered, "title count" a line, for tests and screen readers.
    QStringList lines() const;

signals:
    /// Most suspicious first.
    void queueChosen(
        const QVector<winnow::SampleId>& samples, const QString& title, const QStringList& kinds);
    /// Back to the queue that is running.
    void left();
    /// "audits" or "import".
    void pageRequested(const QString& page);
    void failed(const winnow::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Line {
        QString title;
        SampleFilter filter;
        qint64 count = 0;
        /// -1 outside the groups.
        int group = -1;
        bool isGroup = false;
    };
    struct Offer {
        QStringList datasets;
        QVector<Line> lines;
        qint64 samples = 0;
        qint64 flagged = 0;
        /// Proposals too.
        bool anyFlag = false;
    };

    static Offer makeOffer(
        const SampleIndex& index, const QString& dataset, const QVector<FlagState>& states);
    QLayout* makeHead();
    QLayout* makeChoices();
    void styleTree();
    QVector<FlagState> chosenStates() const;
    void show(const Offer& offer);
    void showNothing(const Offer& offer);
    void fillTree();
    void choose(QTreeWidgetItem* item);

    std::shared_ptr<const SampleIndex> m_index;
    QVector<Line> m_lines;
    QToolButton* m_back;
    QComboBox* m_datasets;
    QButtonGroup* m_states;
    QTreeWidget* m_tree;
    Text* m_summary;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    JobTracker m_jobs;
};

} // namespace winnow
