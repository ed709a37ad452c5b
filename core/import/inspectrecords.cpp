// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/inspectrecords.h"

#include "core/import/jsonpick.h"
#include "core/import/utf8.h"

namespace winnow {

SentenceList InspectRecords::notes() const
{
    SentenceList all = m_notes;
    all.append(m_samples.notes());
    return all;
}

tl::unexpected<Error> InspectRecords::noSamples(const QString& path)
{
    return fail(ErrorCode::Unsupported,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is an inspect log in which no sample was written"))
            .arg(path),
        Sentence::of(
            QT_TRANSLATE_NOOP("Error", "Run the evaluation with its samples logged, or choose another log")));
}

void InspectRecords::setRun(
    std::string_view status, std::string_view invalidated, std::string_view eval, std::string_view results)
{
    m_samples.setRun(eval, results);
    const std::string word = jsonText(status);
    if (!word.empty() && word != "success") {
        note(Sentence::of(QT_TRANSLATE_NOOP("Import",
                              "The log says that its run ended with \"%1\": the samples that were written "
                              "are read"))
                 .arg(toQString(word)));
    }
    if (invalidated == "true") {
        note(Sentence::of(
            QT_TRANSLATE_NOOP("Import", "The log is marked as invalidated; it is read all the same")));
    }
}

RecordSource::Step InspectRecords::putSample(
    const InspectParts& parts, RawRecord& record, RecordProblem& problem)
{
    std::string json = m_samples.record(parts);
    if (!json.empty()) {
        return put(std::move(json), record, problem);
    }
    return withoutEnd(problem);
}

} // namespace winnow
