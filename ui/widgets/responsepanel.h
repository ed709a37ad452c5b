// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/decisionhistorymodel.h"
#include "ui/models/responsemodel.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QListView;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;

namespace winnow {

class Text;

/// What the models answered and what was decided last: two lists in one place, one shown at a time.
class ResponsePanel : public QWidget {
    Q_OBJECT
public:
    explicit ResponsePanel(QWidget* parent = nullptr);

    /// `hidden` leaves the responses out (blind review before the annotator answered).
    void setBundle(std::shared_ptr<const SampleBundle> bundle, bool hidden);
    void setHistory(const QVector<Decision>& events);
    ResponseModel* responses() { return &m_responses; }
    DecisionHistoryModel* history() { return &m_history; }
    /// "responses" or "history".
    void showList(bool history);
    bool showsHistory() const;

signals:
    void sampleChosen(winnow::SampleId sample);
    /// The name of a model was clicked.
    void modelChosen(const QString& model, const QString& dataset);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeResponses();
    void buildTable();
    /// Shows the columns of ratings where there are any, and gives names and answers what is left.
    void shareRoom();
    QWidget* makeHistory();
    void fillConditions();
    void chooseCondition(std::optional<Condition> condition);
    void showText(const QModelIndex& index);

    ResponseModel m_responses;
    DecisionHistoryModel m_history;
    QButtonGroup* m_tabs;
    QHBoxLayout* m_conditionRow = nullptr;
    QButtonGroup* m_conditions = nullptr;
    QStackedWidget* m_stack;
    QTableView* m_table = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QListView* m_list = nullptr;
    Text* m_noHistory;
    Text* m_empty = nullptr;
    QVector<int> m_shownCounts;
};

} // namespace winnow
