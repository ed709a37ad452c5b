// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/issuelog.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace winnow {

/// What the samples of a file are steps of. Keys and parents are read before the samples are, because a
/// parent may come later in the file, and each record of a circle is told at its own line. One thread.
class StepLinks {
public:
    /// `known`: what samples of the dataset are steps of already, by source index; the file has the last
    /// word.
    StepLinks(const FieldMapping& mapping, QString dataset, QHash<QString, QString> known, IssueLog& log);

    /// Reads the file where it tells steps at all. Whether it can be read is told by those who have to.
    void read(const QString& path, const ReadLimits& limits);
    /// Takes from a draft the step that it cannot be, and says why. Counts the others.
    void settle(SampleDraft& draft);
    /// How many steps there are, and how many of a question that is nowhere.
    void tell(const std::function<bool(const QString& index)>& isThere) const;

private:
    void refuse(SampleDraft& draft, Field field, const QString& found, const Sentence& expected);
    /// "a, b, a"
    QString roundOf(const QString& index) const;

    FieldMapping m_mapping;
    QString m_dataset;
    QHash<QString, QString> m_parentOf;
    IssueLog& m_log;
    QSet<QString> m_circles;
    /// Steps of each parent.
    QHash<QString, qint64> m_steps;
};

} // namespace winnow
