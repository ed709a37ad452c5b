// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reviewcache.h"

#include <QElapsedTimer>
#include <QStringList>

#include <memory>

namespace winnow {

/// The sample on the screen: what was read of it, with the decisions that are still being stored, and the
/// flag that the keys decide on.
class ShownSample {
public:
    using Item = std::shared_ptr<const ReviewItem>;
    using Bundle = std::shared_ptr<const SampleBundle>;

    /// 0 when none is shown.
    SampleId id() const { return m_item ? m_item->id : SampleId{}; }
    const Item& item() const { return m_item; }
    /// Null when the sample cannot be read.
    const Bundle& bundle() const { return m_bundle; }
    /// Index of the flag; -1 without flags.
    int flagIndex() const { return m_flag; }
    const Flag* flag() const;
    /// Index of the flag so many further on, round all of them.
    int flagAfter(int steps) const;
    /// How long it has been looked at.
    double seconds() const { return double(m_looking.elapsed()) / 1000; }

    /// Shows another sample, with decisions that may not have been stored when it was read, and begins with a
    /// flag of these kinds.
    void show(const Item& item, const QVector<Decision>& inFlight, const QStringList& kinds);
    /// The same sample, its images decoded for another size.
    void setImages(const Item& item) { m_item = item; }
    void setFlag(int index) { m_flag = index; }
    void beginWith(const QStringList& kinds) { m_flag = m_bundle->firstFlag(kinds); }
    /// What was read anew.
    void setBundle(const Bundle& bundle);
    /// Adds a decision, unless it is there, as if it were stored.
    void add(const Decision& decision);

private:
    Item m_item;
    Bundle m_bundle;
    int m_flag = -1;
    QElapsedTimer m_looking;
};

} // namespace winnow
