// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace winnow {

/// A scoring rule and why it is chosen; without a rule the kind of sample decides.
struct ScorerChoice {
    QString scorer;
    Sentence reason;
};

/// What the keys of open questions look like, and which scorer suits that. One thread.
class KeyForms {
public:
    /// A question without options. `accepted` as the file gives it; empty = the key alone.
    void add(const QString& question, const QString& gold, const QStringList& accepted);
    /// Nothing from fewer than five keys, and where less than nine of ten are alike.
    ScorerChoice choice() const;

private:
    enum class Form { YesNo, Box, Point, List, Set, Annotators, Quantity, LongText };
    void addText(const QString& question, const QString& gold);

    int m_keys = 0;
    int m_units = 0;
    /// 1 and 0 of questions that do not say what they ask for.
    int m_ones = 0;
    QMap<Form, int> m_counts;
};

} // namespace winnow
