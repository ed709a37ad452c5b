// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sqlite/connection.h"

#include <QString>
#include <QVector>

namespace winnow {

/// One judge's verdict on one sample.
struct Judgement {
    SampleId sample;
    QString judge;
    /// Question, image and gold answer are right; otherwise flags of detector "judge:NAME" say what is wrong.
    bool sound = false;
    QString reason;
};

/// The detector under which a judge's flags stand.
QString judgeDetector(const QString& judge);

/// Imported verdicts of judges. Throws sqlite::Failure; use inside Project::read / write.
class JudgementStore {
public:
    explicit JudgementStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    /// Puts the judge's verdicts on the dataset in place of the earlier ones. Of several on one sample one
    /// that is not sound counts.
    void replace(const QString& judge, DatasetId dataset, const QVector<Judgement>& judgements);
    /// Notes what the judge said and flagged before an import replaces it, for restore().
    void keep(ImportId import, const QString& judge, DatasetId dataset);
    /// Puts that back; does nothing where keep() noted nothing for the import.
    void restore(ImportId import, DatasetId dataset);
    /// In order of sample and judge.
    QVector<Judgement> ofSample(SampleId sample);
    qint64 count(DatasetId dataset);

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
