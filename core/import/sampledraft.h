// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/import/fieldmapping.h"
#include "core/store/importstore.h"
#include "core/text/keyforms.h"
#include "core/text/pythonliteral.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace winnow {

/// An image as a record gives it.
struct DraftImage {
    enum class Form : quint8 {
        /// A path or address, or the key of the sample that shares it.
        Name,
        Base64,
        /// The file itself.
        Bytes,
    };
    std::string_view text;
    Form form = Form::Name;

    bool embedded() const { return form != Form::Name; }
};

/// How an answer key that is a list was understood.
enum class KeyList { None, Alternatives, OneByType, OneByNumbers, OneByQuestion, Set };

/// What a record says about a sample, UTF-8. Views point into the record or into `owned`.
struct SampleDraft {
    qint64 line = 0;
    std::string_view index;
    std::string_view question;
    std::string_view hint;
    std::string_view split;
    std::string_view capability;
    std::string_view category;
    /// As written, and as understood (a letter where there are options).
    std::string_view rawGold;
    std::string_view gold;
    bool goldFound = true;
    /// Something stands where the key should, which says that there is none ("hidden", -1).
    bool noKey = false;
    /// The elements of the key of a choice: one, or what a list holds.
    std::vector<std::string_view> keyTexts;
    KeyList keyList = KeyList::None;
    /// How many questions the conversation asks of which `question` is the first.
    int questions = 1;
    std::vector<std::string_view> options;
    /// What the file calls them, where it says so ("1", "2" …); empty otherwise.
    std::vector<std::string_view> labels;
    std::vector<std::string_view> accepted;
    std::vector<DraftImage> images;
    /// JSON object of the other columns, or empty.
    std::string extra;
    std::string_view base;
    std::string_view rotation;
    /// Key of the question that it is a step of, and what the step is called.
    std::string_view parent;
    std::string_view step;
    std::deque<std::string> owned;

    std::string_view keep(const QString& text) { return owned.emplace_back(text.toStdString()); }
    void clear();
};

/// Something to tell about a record; file, line and key are filled in by the caller.
struct DraftIssue {
    ImportIssue::Severity severity;
    QString column;
    Sentence found;
    Sentence expected;
};

/// Turns records into drafts by a mapping. One thread.
class SampleReader {
public:
    explicit SampleReader(const FieldMapping& mapping);

    /// False when the record cannot be a sample; the reasons are in `issues`, as are warnings.
    bool read(const RawRecord& record, const ColumnNames& columns, SampleDraft& draft,
        std::vector<DraftIssue>& issues);
    /// Only what tells how keys are written: question, options and key.
    bool readForKey(const RawRecord& record, const ColumnNames& columns, SampleDraft& draft,
        std::vector<DraftIssue>& issues);
    /// Lets records pass that tell nothing but a key (responses that only carry a score).
    void acceptBare(bool accept) { m_acceptBare = accept; }
    /// The question as it would be stored, without options that stand in it.
    std::string_view question(const RawRecord& record, const ColumnNames& columns, SampleDraft& draft);
    /// Only the key, as text; empty = none.
    std::string_view key(const RawRecord& record, const ColumnNames& columns, SampleDraft& draft);
    /// Only key (where there is none, the place in the file), parent and step.
    void readStep(const RawRecord& record, const ColumnNames& columns, SampleDraft& draft);

    const FieldMapping& mapping() const { return m_mapping; }

private:
    struct Columns {
        int index = -1, question = -1, answer = -1, accepted = -1, hint = -1, split = -1, capability = -1,
            category = -1, base = -1, rotation = -1, parent = -1, step = -1, answerType = -1;
        std::vector<int> images, options, probabilities;
        std::vector<bool> extra;
        int known = -1;
        /// The conversation with the question holds the reply as well: it is no key.
        bool questionIsReply = false;
    };
    void resolve(const ColumnNames& columns);
    static std::string_view keyIn(const RawRecord& record, int column, SampleDraft& draft);
    bool readOptions(const RawRecord& record, const ColumnNames& columns, SampleDraft& draft,
        std::vector<DraftIssue>& issues);
    /// {"label": […], "text": […]} as a literal.
    static bool readLabelledLists(
        const QVector<std::pair<PythonValue, PythonValue>>& entries, SampleDraft& draft);
    bool readOptionCell(const RawRecord& record, const Cell& cell, const QString& column, SampleDraft& draft,
        std::vector<DraftIssue>& issues);
    void readQuestion(const RawRecord& record, SampleDraft& draft);
    struct KeyParts;
    KeyParts keyPartsOf(const RawRecord& record, const Cell& cell, SampleDraft& draft) const;
    KeyList kindOf(const KeyParts& parts, const RawRecord& record, const SampleDraft& draft) const;
    void readGoldCells(const RawRecord& record, SampleDraft& draft, std::vector<DraftIssue>& issues);
    void readOpenKey(const RawRecord& record, const KeyParts& parts, SampleDraft& draft) const;
    void readChoiceKey(const KeyParts& parts, SampleDraft& draft, std::vector<DraftIssue>& issues) const;
    bool readImages(const RawRecord& record, const ColumnNames& columns, SampleDraft& draft,
        std::vector<DraftIssue>& issues);
    void readExtra(const RawRecord& record, const ColumnNames& columns, SampleDraft& draft,
        std::vector<DraftIssue>& issues);

    FieldMapping m_mapping;
    Columns m_columns;
    bool m_acceptBare = false;
};

/// Looks at the first records to tell how the key is written and whether options stand in the question.
/// Fills `mapping.goldForm`, `optionsInQuestion` and notes; `choice` says which scorer suits open keys.
void settleForms(const QString& path, FieldMapping& mapping, const ReadLimits& limits = {},
    ScorerChoice* choice = nullptr);

/// Appends `text` as a JSON string.
void appendJsonString(std::string& out, std::string_view text);

} // namespace winnow
