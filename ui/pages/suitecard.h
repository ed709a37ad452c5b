// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/datasetsettings.h"
#include "ui/widgets/basics.h"

class QGridLayout;

namespace winnow {

/// Which of the suite's datasets the project has: nine capabilities side by side, each with what is there
/// and, fainter, what is not. Hidden in a project that has none of them.
class SuiteCard : public Card {
    Q_OBJECT
public:
    explicit SuiteCard(QWidget* parent = nullptr);

    void set(const SuiteCoverage& suite);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makePart(const SuiteCoverage::Part& part);
    void arrange();

    Text* m_count;
    QGridLayout* m_grid;
    QVector<QWidget*> m_parts;
    int m_columns = 0;
};

} // namespace winnow
