// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QFlags>
#include <QMetaType>
#include <QObject>
#include <QVector>

namespace winnow {

/// What a committed transaction touched.
struct ChangeSet {
    enum Part {
        Samples = 1,
        Responses = 2,
        Flags = 4,
        Decisions = 8,
        Policies = 16,
        Subsets = 32,
        Exports = 64,
        Imports = 128,
        Prices = 256,
    };
    Q_DECLARE_FLAGS(Parts, Part)
    Parts parts;
    /// The samples touched; empty = unknown or many.
    QVector<SampleId> samples;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(ChangeSet::Parts)

/// Tells everyone in this process that a transaction was committed. Emitted on the writing thread:
/// connect with a context object so that it is queued to yours.
class StoreNotifier : public QObject {
    Q_OBJECT
signals:
    void changed(const winnow::ChangeSet& changes);
};

} // namespace winnow

Q_DECLARE_METATYPE(winnow::ChangeSet)
