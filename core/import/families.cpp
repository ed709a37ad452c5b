// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/families.h"

#include "core/import/filekind.h"
#include "core/import/jsonrecords.h"
#include "core/import/jsontable.h"

#include <algorithm>

namespace winnow {

namespace {

class FamilyFormat : public RecordFormat {
public:
    explicit FamilyFormat(const Family& family)
        : m_family(family)
    {
    }
    QString id() const override { return m_family.layout.id; }
    QString title() const override { return m_family.layout.title; }
    // They are JSON files like others.
    QStringList suffixes() const override { return {}; }
    std::vector<RecordLayout> layouts() const override { return {m_family.layout}; }
    double sniff(QByteArrayView head) const override { return familyOf(head) == &m_family ? 1 : 0; }
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override
    {
        return m_family.open(path, limits);
    }

private:
    const Family& m_family;
};

class FunctionReshaper : public Reshaper {
public:
    FunctionReshaper(const RecordLayout& layout, ReshapeRecord record, const SentenceList& notes)
        : m_layout(layout)
        , m_record(std::move(record))
        , m_notes(notes)
    {
    }
    QString layout() const override { return m_layout.id; }
    QString name() const override { return m_layout.title; }
    void reshape(const RecordView& record, std::vector<std::string>& rows) override
    {
        m_record(record, rows);
    }
    SentenceList notes() const override { return m_notes; }

private:
    RecordLayout m_layout;
    ReshapeRecord m_record;
    SentenceList m_notes;
};

} // namespace

JsonHead::JsonHead(QByteArrayView head)
    : m_head(head)
    , m_json(detectFileKind(head).text == FileKind::Text::Json)
{
}

bool JsonHead::has(std::initializer_list<const char*> names) const
{
    return std::all_of(names.begin(), names.end(),
        [&](const char* name) { return m_head.contains(QByteArray('"' + QByteArray(name) + '"')); });
}

bool JsonHead::holdsOnly(std::initializer_list<const char*> names) const
{
    const qsizetype begin = m_head.indexOf('{');
    const qsizetype end = m_head.indexOf('}');
    if (begin < 0 || end < begin) {
        return false;
    }
    const std::vector<JsonMember> members = jsonMembers({m_head.data() + begin, size_t(end - begin) + 1});
    return members.size() == names.size()
        && std::all_of(members.begin(), members.end(), [&](const JsonMember& member) {
               return std::any_of(names.begin(), names.end(),
                   [&](const char* name) { return member.name == '"' + std::string(name) + '"'; });
           });
}

const std::vector<Family>& families()
{
    static const std::vector<Family> all{hallusionBench(), popeQuestions(), scienceQaProblems(),
        scienceQaReplies(), charXivDescriptive(), charXivReasoning(), charXivReplies(), mmmuReplies(),
        blinkReplies(), m3CotReplies(), mathVistaReplies(), vqaReplies(), cocoShaped(), inspectSamples()};
    return all;
}

const Family* familyOf(QByteArrayView head)
{
    const JsonHead json(head);
    if (!json.isJson()) {
        return nullptr;
    }
    const auto found = std::find_if(
        families().begin(), families().end(), [&](const Family& family) { return family.knows(json); });
    return found == families().end() ? nullptr : &*found;
}

std::vector<std::unique_ptr<RecordFormat>> familyFormats()
{
    std::vector<std::unique_ptr<RecordFormat>> formats;
    for (const Family& family : families()) {
        formats.push_back(std::make_unique<FamilyFormat>(family));
    }
    return formats;
}

std::unique_ptr<RecordSource> reshapedAs(std::unique_ptr<RecordSource> source, const ReadLimits& limits,
    const RecordLayout& layout, ReshapeRecord record, const SentenceList& notes)
{
    return reshape(
        std::move(source), std::make_unique<FunctionReshaper>(layout, std::move(record), notes), limits);
}

Result<std::unique_ptr<RecordSource>> openReshaped(const QString& path, const ReadLimits& limits,
    const RecordLayout& layout, ReshapeRecord record, const SentenceList& notes)
{
    auto source = JsonFormat().open(path, limits);
    if (!source) {
        return source;
    }
    return reshapedAs(std::move(*source), limits, layout, std::move(record), notes);
}

} // namespace winnow
