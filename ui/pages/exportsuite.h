// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/suite/suite.h"
#include "ui/widgets/basics.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace winnow {

class JobTracker;
class WorkProgress;

/// DatBench-Full and DatBench in one folder at one press, and the card that was written.
class ExportSuite : public Card {
    Q_OBJECT
public:
    explicit ExportSuite(QWidget* parent = nullptr);

    /// Formats are the page's.
    SuiteRequest request() const;
    void setPath(const QString& path);
    void begin(JobTracker* tracker, const QString& slot);
    void finish();
    /// The card of the last suite; empty hides it.
    void showCard(const QByteArray& card);

signals:
    void suiteAsked();
    /// Its button cannot keep the keyboard while it runs.
    void focusFree();

private:
    void browse();
    void setBusy(bool busy);

    QLineEdit* m_path;
    QPushButton* m_browse;
    QSpinBox* m_budget;
    QPushButton* m_write;
    WorkProgress* m_progress;
    QPlainTextEdit* m_card;
    /// The suite was started from its button.
    bool m_focusAfter = false;
};

} // namespace winnow
