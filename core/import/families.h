// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordformat.h"
#include "core/import/reshapedsource.h"

#include <functional>

namespace winnow {

/// The beginning of a JSON file, as far as names go. Looks into bytes that others keep.
class JsonHead {
public:
    explicit JsonHead(QByteArrayView head);
    bool isJson() const { return m_json; }
    /// All of these stand in it as names or texts.
    bool has(std::initializer_list<const char*> names) const;
    /// Its first object is plain and has these members and no others.
    bool holdsOnly(std::initializer_list<const char*> names) const;

private:
    QByteArrayView m_head;
    bool m_json = false;
};

/// Where a file of a family belongs in a folder of them.
enum class FamilyRole { Samples, Replies };

/// A published set whose files need to be known to be read right: keys made of several columns, questions
/// named by a number, answers that stand elsewhere. One function each; adding one is a line in
/// families.cpp.
struct Family {
    /// The id is the layout of its records.
    RecordLayout layout;
    FamilyRole role = FamilyRole::Samples;
    /// Judges the beginning of a file.
    std::function<bool(const JsonHead& head)> knows;
    std::function<Result<std::unique_ptr<RecordSource>>(const QString& path, const ReadLimits& limits)> open;
};

/// Every one, in the order to ask them.
const std::vector<Family>& families();
/// The first that knows a file; nullptr when none does.
const Family* familyOf(QByteArrayView head);
/// The families as formats of files.
std::vector<std::unique_ptr<RecordFormat>> familyFormats();

Family charXivDescriptive();
Family charXivReasoning();
Family charXivReplies();
Family cocoShaped();
Family hallusionBench();
Family inspectSamples();
Family m3CotReplies();
Family mathVistaReplies();
Family mmmuReplies();
Family blinkReplies();
Family popeQuestions();
Family scienceQaProblems();
Family scienceQaReplies();
Family vqaReplies();

/// Reads one record and writes the rows it stands for.
using ReshapeRecord = std::function<void(const RecordView& record, std::vector<std::string>& rows)>;
/// The records of a file, as JSON is read, reshaped. `note` says what was done.
Result<std::unique_ptr<RecordSource>> openReshaped(const QString& path, const ReadLimits& limits,
    const RecordLayout& layout, ReshapeRecord record, const SentenceList& notes);
/// The same of any source.
std::unique_ptr<RecordSource> reshapedAs(std::unique_ptr<RecordSource> source, const ReadLimits& limits,
    const RecordLayout& layout, ReshapeRecord record, const SentenceList& notes);

} // namespace winnow
