// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/inspectsample.h"
#include "core/import/writtenrecords.h"

namespace winnow {

/// What the two forms of an inspect log share.
class InspectRecords : public WrittenRecords {
public:
    using WrittenRecords::WrittenRecords;

    QString layout() const override { return QStringLiteral("inspect"); }
    QString layoutName() const override { return QStringLiteral("inspect log"); }
    QString task() const override { return m_samples.dataset(); }
    SentenceList notes() const override;

protected:
    /// A log in which no sample was written.
    static tl::unexpected<Error> noSamples(const QString& path);
    /// What the members "status", "invalidated", "eval" and "results" say of the run.
    void setRun(std::string_view status, std::string_view invalidated, std::string_view eval,
        std::string_view results);
    Step putSample(const InspectParts& parts, RawRecord& record, RecordProblem& problem);

private:
    InspectSamples m_samples;
};

} // namespace winnow
