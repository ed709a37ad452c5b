// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/chartsection.h"
#include "ui/pages/gapsview.h"
#include "ui/widgets/tablecard.h"

namespace winnow {

/// One gap: its charts, its tables, and what is missing to say more.
class GapsSection : public ChartSection {
    Q_OBJECT
public:
    explicit GapsSection(Gap gap, QWidget* parent = nullptr);

    Gap gap() const { return m_gap; }
    /// Draws what was worked out, in the colours of the theme.
    void show(const GapsViewPtr& view);

protected:
    /// Charts and tables; false where the gap cannot be told at all: then the first card says what is
    /// missing, and nothing else is shown.
    virtual bool fill(const GapsViewPtr& view) = 0;
    /// What it is called where there is no gap to need anything for.
    virtual Lacking lacking(const GapsView& view) const;
    /// `name` is what the table is called in the window.
    TableCard* addTable(const QString& title, const char* name);
    /// Offers models; what was chosen stays chosen, else `usual` is. Returns which one is.
    static int offer(QComboBox* box, const QStringList& names, int usual);

private:
    Gap m_gap;
    Text* m_needs;
    QVector<TableCard*> m_tables;
};

/// "What is missing. How to record it."
QString needText(const GapNeed& need);

} // namespace winnow
