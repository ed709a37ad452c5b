// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sqlite/connection.h"

#include <QStringList>

#include <functional>
#include <string_view>

namespace winnow {

/// The samples of a dataset as responses are joined to them, in the order of the source; where an import is
/// on its way, as it makes them. Texts are UTF-8 and end with the visit. Throws sqlite::Failure; use inside
/// Project::read.
class SampleJoin {
public:
    /// `staged` = the dataset of the import's stage, or none. `dataset` may be none then.
    SampleJoin(sqlite::Connection& connection, DatasetId dataset, DatasetId staged);

    struct Key {
        /// The sample that responses get.
        SampleId sample;
        /// Whose row says what it is: another one where the import changes it.
        SampleId content;
        std::string_view index;
        int optionCount = 0;
        std::string_view gold;
    };
    qint64 count() const;
    void forEachKey(const std::function<void(const Key&)>& visit) const;
    /// Columns of the source that have no field (JSON), and those three that have.
    struct Told {
        std::string_view extra;
        QString split;
        QString category;
        QString capability;
    };
    void forEachTold(const std::function<void(const Told&)>& visit) const;
    void forEachQuestion(const std::function<void(std::string_view)>& visit) const;
    void forEachRotation(
        const std::function<void(SampleId content, int shift, std::string_view index, const QString& gold)>&
            visit) const;

    QStringList options(SampleId content) const;
    /// Empty where there is none.
    QString permutation(SampleId content, int shift) const;

private:
    sqlite::Statement rows(const QString& columns) const;

    sqlite::Connection& m_connection;
    DatasetId m_dataset;
    DatasetId m_staged;
};

} // namespace winnow
