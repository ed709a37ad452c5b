// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/sampledraft.h"

#include "core/import/drafttext.h"
#include "core/import/jsonrecords.h"
#include "core/import/jsonscanner.h"
#include "core/import/utf8.h"
#include "core/text/answerparser.h"
#include "core/text/base64.h"
#include "core/text/goldreader.h"
#include "core/text/pythonliteral.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

QStringList toQStrings(const std::vector<std::string_view>& texts)
{
    QStringList list;
    list.reserve(qsizetype(texts.size()));
    for (const std::string_view text : texts) {
        list.append(toQString(text));
    }
    return list;
}

/// The column that says what kind of answer is asked for; -1 when there is none.
int answerTypeColumn(const ColumnNames& columns)
{
    static const QSet<QString> names{QStringLiteral("answer_type"), QStringLiteral("answertype"),
        QStringLiteral("answer_format"), QStringLiteral("answer_form"), QStringLiteral("answer_kind"),
        QStringLiteral("ans_type"), QStringLiteral("target_type"), QStringLiteral("gold_type")};
    for (int i = 0; i < columns.count(); ++i) {
        if (names.contains(plainColumnName(QString::fromStdString(columns.name(i))).section(u'.', -1))) {
            return i;
        }
    }
    return -1;
}

/// Levels of a JSON value that is kept as it is; whoever reads it again may take one on the stack for each.
constexpr int kMostLevels = 64;

/// Why a JSON value that was only cut out cannot be kept as one; empty when it can.
Sentence whyUnreadable(std::string_view json)
{
    if (jsonDepth(json) > kMostLevels) {
        return Sentence::of(QT_TRANSLATE_NOOP("Import", "a value nested more than %1 levels deep"))
            .arg(kMostLevels);
    }
    QJsonParseError error;
    QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), qsizetype(json.size())), &error);
    return error.error == QJsonParseError::NoError ? Sentence() : Sentence(error.errorString());
}

QString shortened(const QString& text)
{
    constexpr qsizetype kShown = 120;
    return text.size() <= kShown ? text : text.left(kShown) + QChar(u'\u2026');
}

} // namespace

void SampleDraft::clear()
{
    line = 0;
    index = question = hint = split = capability = category = rawGold = gold = base = rotation = parent = step
        = {};
    goldFound = true;
    noKey = false;
    keyTexts.clear();
    questions = 1;
    keyList = KeyList::None;
    options.clear();
    labels.clear();
    accepted.clear();
    images.clear();
    extra.clear();
    owned.clear();
}

SampleReader::SampleReader(const FieldMapping& mapping)
    : m_mapping(mapping)
{
}

void SampleReader::resolve(const ColumnNames& columns)
{
    if (m_columns.known == columns.count()) {
        return;
    }
    const auto find
        = [&](const QString& name) { return name.isEmpty() ? -1 : columns.find(name.toStdString()); };
    const auto one = [&](Field field) { return find(m_mapping.column(field)); };
    const auto many = [&](Field field) {
        std::vector<int> found;
        for (const QString& name : m_mapping.columns(field)) {
            found.push_back(find(name));
        }
        return found;
    };
    m_columns = {one(Field::Index), one(Field::Question), one(Field::Answer), one(Field::Accepted),
        one(Field::Hint), one(Field::Split), one(Field::Capability), one(Field::Category), one(Field::Base),
        one(Field::Rotation), one(Field::Parent), one(Field::Step), answerTypeColumn(columns),
        many(Field::Image), many(Field::Options), many(Field::Probabilities), {}, columns.count()};

    QSet<QString> used;
    for (auto it = m_mapping.fields.begin(); it != m_mapping.fields.end(); ++it) {
        // What belongs to responses is kept with the sample when the file is read for samples only.
        if (!importField(it.key()).ofResponse || !m_mapping.responses.isEmpty()) {
            for (const QString& name : it.value().columns) {
                used.insert(name);
            }
        }
    }
    const QString asked = m_mapping.column(Field::Question);
    for (const ResponseColumns& group : m_mapping.responses) {
        m_columns.questionIsReply
            = m_columns.questionIsReply || (!asked.isEmpty() && group.response == asked);
        used.insert(group.response);
        used.insert(group.prediction);
        used.insert(group.score);
    }
    m_columns.extra.assign(size_t(columns.count()), false);
    for (int i = 0; i < columns.count(); ++i) {
        const std::string& name = columns.name(i);
        const size_t dot = name.find('.');
        const bool nested
            = dot != std::string::npos && columns.find(std::string_view(name).substr(0, dot)) >= 0;
        m_columns.extra[size_t(i)]
            = !nested && name != kMemberColumn && !used.contains(QString::fromStdString(name));
    }
}

std::string_view SampleReader::key(const RawRecord& record, const ColumnNames& columns, SampleDraft& draft)
{
    resolve(columns);
    return keyIn(record, m_columns.index, draft);
}

std::string_view SampleReader::keyIn(const RawRecord& record, int column, SampleDraft& draft)
{
    const Cell& cell = record.cell(column);
    if (!cell.present()) {
        return {};
    }
    const std::string_view text = trimmed(
        cell.kind == CellKind::List && cell.itemCount == 1 ? record.itemsOf(cell).front().text : cell.text);
    // A table that went through a float column writes 12 as 12.0.
    if (text.size() > 2 && text.substr(text.size() - 2) == ".0"
        && text.find_first_not_of("0123456789") == text.size() - 2) {
        return draft.owned.emplace_back(text.substr(0, text.size() - 2));
    }
    return text;
}

void SampleReader::readStep(const RawRecord& record, const ColumnNames& columns, SampleDraft& draft)
{
    draft.clear();
    draft.line = record.line;
    draft.index = key(record, columns, draft);
    if (draft.index.empty() && m_columns.index < 0) {
        draft.index = draft.owned.emplace_back(std::to_string(record.row));
    }
    draft.parent = keyIn(record, m_columns.parent, draft);
    const Cell& step = record.cell(m_columns.step);
    draft.step = step.present() ? trimmed(step.text) : std::string_view();
}

bool SampleReader::read(
    const RawRecord& record, const ColumnNames& columns, SampleDraft& draft, std::vector<DraftIssue>& issues)
{
    readStep(record, columns, draft);
    if (draft.index.empty()) {
        issues.push_back({ImportIssue::Severity::Rejected, m_mapping.column(Field::Index), QString(),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "a key that tells the sample"))});
        return false;
    }
    const auto text = [&](int column) {
        const Cell& cell = record.cell(column);
        return cell.present() ? cell.text : std::string_view();
    };
    readQuestion(record, draft);
    draft.hint = text(m_columns.hint);
    draft.split = text(m_columns.split);
    draft.capability = text(m_columns.capability);
    draft.category = text(m_columns.category);
    draft.base = text(m_columns.base);
    draft.rotation = text(m_columns.rotation);
    if (!readOptions(record, columns, draft, issues) || !readImages(record, columns, draft, issues)) {
        return false;
    }
    readGoldCells(record, draft, issues);
    if (draft.questions > 1 && !m_columns.questionIsReply) {
        issues.push_back({ImportIssue::Severity::Warning, m_mapping.column(Field::Question),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 questions in one record")).arg(draft.questions),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "one question in a record; only the first is read"))});
    }
    if (!m_acceptBare && draft.question.empty() && draft.options.empty() && draft.images.empty()
        && draft.rawGold.empty()) {
        issues.push_back({ImportIssue::Severity::Rejected, QString(),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "a record without content")),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "a question, options, an image or an answer"))});
        return false;
    }
    readExtra(record, columns, draft, issues);
    return true;
}

bool SampleReader::readForKey(
    const RawRecord& record, const ColumnNames& columns, SampleDraft& draft, std::vector<DraftIssue>& issues)
{
    resolve(columns);
    draft.clear();
    readQuestion(record, draft);
    if (!readOptions(record, columns, draft, issues)) {
        return false;
    }
    readGoldCells(record, draft, issues);
    return true;
}

std::string_view SampleReader::question(
    const RawRecord& record, const ColumnNames& columns, SampleDraft& draft)
{
    resolve(columns);
    readQuestion(record, draft);
    if (m_mapping.optionsInQuestion && !draft.question.empty()) {
        draft.question = draft.keep(optionsInText(toQString(draft.question)).question);
    }
    return draft.question;
}

void SampleReader::readQuestion(const RawRecord& record, SampleDraft& draft)
{
    const Cell& cell = record.cell(m_columns.question);
    if (!cell.present()) {
        return;
    }
    if (cell.kind != CellKind::List) {
        draft.question = cell.text;
        return;
    }
    const Conversation turns = readConversation(cell.text);
    draft.question = draft.keep(turns.question);
    draft.questions = turns.questions;
    if (m_columns.answer < 0 && !m_columns.questionIsReply && !turns.answer.isEmpty()) {
        draft.rawGold = draft.keep(turns.answer);
    }
}

bool SampleReader::readLabelledLists(
    const QVector<std::pair<PythonValue, PythonValue>>& entries, SampleDraft& draft)
{
    const auto list = [&](std::initializer_list<const char*> names) -> const PythonValue* {
        for (const auto& [name, value] : entries) {
            for (const char* each : names) {
                if (value.kind == PythonValue::Kind::List && name.text == QLatin1String(each)) {
                    return &value;
                }
            }
        }
        return nullptr;
    };
    const PythonValue* texts = list({"text", "texts", "content", "options"});
    if (!texts) {
        return false;
    }
    for (const PythonValue& text : texts->items) {
        draft.options.push_back(draft.keep(text.text));
    }
    const PythonValue* labels = list({"label", "labels", "letter", "letters", "key", "keys"});
    if (labels && labels->items.size() == texts->items.size()) {
        for (const PythonValue& label : labels->items) {
            draft.labels.push_back(draft.keep(label.text));
        }
    }
    return true;
}

bool SampleReader::readOptionCell(const RawRecord& record, const Cell& cell, const QString& column,
    SampleDraft& draft, std::vector<DraftIssue>& issues)
{
    if (cell.kind == CellKind::List) {
        for (const Cell& item : record.itemsOf(cell)) {
            if (item.kind == CellKind::Object || item.kind == CellKind::List) {
                draft.options.push_back(draft.keep(textOfObject(item.text)));
                draft.labels.push_back(draft.keep(labelOfObject(item.text)));
                continue;
            }
            if (item.kind == CellKind::Null) {
                issues.push_back({ImportIssue::Severity::Warning, column, QStringLiteral("null"),
                    Sentence::of(
                        QT_TRANSLATE_NOOP("Import", "the text of an option; it may have read None"))});
            }
            draft.options.push_back(item.text);
        }
        return true;
    }
    const QString text = toQString(cell.text).trimmed();
    if (cell.kind == CellKind::Object || text.startsWith(u'{')) {
        const auto value = parsePythonLiteral(text);
        if (!value) {
            issues.push_back({ImportIssue::Severity::Rejected, column, shortened(text),
                Sentence::of(QT_TRANSLATE_NOOP("Import", "options (%1)"))
                    .arg(value.error().messageSentence())});
            return false;
        }
        // {"A": …, "B": …} by letter whatever the order, {"0": …, "1": …} as written.
        auto entries = value->entries;
        if (readLabelledLists(entries, draft)) {
            return true;
        }
        const auto lettered = [](const auto& entry) { return optionPosition(entry.first.text) >= 0; };
        if (std::all_of(entries.begin(), entries.end(), lettered)) {
            std::stable_sort(entries.begin(), entries.end(),
                [](const auto& a, const auto& b) { return a.first.text.toUpper() < b.first.text.toUpper(); });
        }
        for (const auto& [name, option] : entries) {
            draft.options.push_back(draft.keep(option.text));
        }
        return true;
    }
    if (looksLikePythonList(text) || text.startsWith(u'[')) {
        const auto list = parsePythonStringList(text);
        if (!list) {
            issues.push_back({ImportIssue::Severity::Rejected, column, shortened(text),
                Sentence::of(QT_TRANSLATE_NOOP("Import", "a list of options (%1)"))
                    .arg(list.error().messageSentence())});
            return false;
        }
        for (const QString& option : *list) {
            draft.options.push_back(draft.keep(option));
        }
        return true;
    }
    QStringList lines = splitOptionText(text);
    for (const QString& option : lines) {
        draft.options.push_back(draft.keep(option));
    }
    return true;
}

bool SampleReader::readOptions(
    const RawRecord& record, const ColumnNames& columns, SampleDraft& draft, std::vector<DraftIssue>& issues)
{
    if (m_columns.options.size() == 1) {
        const Cell& cell = record.cell(m_columns.options.front());
        if (cell.present()) {
            const QString name = QString::fromStdString(columns.name(m_columns.options.front()));
            // ARC keeps {"text": […], "label": ["1", "2"]}.
            if (name.endsWith(QLatin1String(".text")) || name.endsWith(QLatin1String(".texts"))) {
                const QString outer = name.left(name.lastIndexOf(u'.') + 1);
                int column = -1;
                for (const char* each : {"label", "labels", "letter", "letters", "key", "keys"}) {
                    column = column < 0 ? columns.find(outer.toStdString() + each) : column;
                }
                const Cell& labels = record.cell(column);
                if (labels.kind == CellKind::List && labels.itemCount == cell.itemCount) {
                    for (const Cell& label : record.itemsOf(labels)) {
                        draft.labels.push_back(trimmed(label.text));
                    }
                }
            }
            return readOptionCell(record, cell, name, draft, issues);
        }
        return true;
    }
    if (!m_columns.options.empty()) {
        // Empty columns at the end mean fewer options; one in the middle is a lost option and keeps its
        // letter.
        size_t last = 0;
        for (size_t i = 0; i < m_columns.options.size(); ++i) {
            if (record.cell(m_columns.options[i]).present()) {
                last = i + 1;
            }
        }
        for (size_t i = 0; i < last; ++i) {
            const Cell& cell = record.cell(m_columns.options[i]);
            draft.options.push_back(cell.present() ? cell.text : std::string_view());
        }
        return true;
    }
    if (m_mapping.optionsInQuestion) {
        const QuestionOptions found = optionsInText(toQString(draft.question));
        if (found.options.size() >= 2) {
            draft.question = draft.keep(found.question);
            for (const QString& option : found.options) {
                draft.options.push_back(draft.keep(option));
            }
        }
        return true;
    }
    // Probabilities for each of a fixed set of labels: the labels are the options.
    for (const QString& name :
        m_columns.probabilities.size() > 1 ? m_mapping.columns(Field::Probabilities) : QStringList()) {
        qsizetype start = name.size();
        while (start > 0 && name.at(start - 1).isDigit()) {
            --start;
        }
        draft.options.push_back(draft.keep(start < name.size() ? name.mid(start) : name.right(1)));
    }
    return true;
}

/// What stands in the place of the key: one text, or the elements of a list.
struct SampleReader::KeyParts {
    std::vector<std::string_view> texts;
    bool list = false;
    bool numbers = true;
    /// The elements stand in a column for alternatives.
    bool accepted = false;
};

SampleReader::KeyParts SampleReader::keyPartsOf(
    const RawRecord& record, const Cell& cell, SampleDraft& draft) const
{
    KeyParts parts;
    if (cell.kind == CellKind::List) {
        parts.list = true;
        for (const Cell& item : record.itemsOf(cell)) {
            parts.numbers = parts.numbers && item.kind == CellKind::Number;
            parts.texts.push_back(
                item.kind == CellKind::Object ? draft.keep(textOfObject(item.text)) : trimmed(item.text));
        }
        return parts;
    }
    if (!cell.present()) {
        return parts;
    }
    const std::string_view text = trimmed(cell.text);
    // What cannot be read as a list stays text, and so does a tuple of numbers: (3, 4) is a point.
    if (!text.empty() && (text.front() == '[' || text.front() == '(')
        && looksLikePythonList(toQString(text))) {
        const auto value = parsePythonLiteral(toQString(text));
        const auto plain = [](const PythonValue& item) {
            return item.kind == PythonValue::Kind::String || item.kind == PythonValue::Kind::Number;
        };
        if (value && value->kind == PythonValue::Kind::List && !value->items.isEmpty()
            && std::all_of(value->items.begin(), value->items.end(), plain)) {
            for (const PythonValue& item : value->items) {
                parts.numbers = parts.numbers && item.kind == PythonValue::Kind::Number;
                parts.texts.push_back(draft.keep(item.text));
            }
            parts.list = text.front() == '[' || !parts.numbers;
            if (parts.list) {
                return parts;
            }
            parts.texts.clear();
        }
    }
    parts.texts.push_back(text);
    return parts;
}

KeyList SampleReader::kindOf(const KeyParts& parts, const RawRecord& record, const SampleDraft& draft) const
{
    static const QRegularExpression several(
        QStringLiteral("list|set|tuple|interval|range|coord|vector|sequence|array|multi"),
        QRegularExpression::CaseInsensitiveOption);
    if (parts.texts.size() < 2) {
        return KeyList::None;
    }
    const Cell& type = record.cell(m_columns.answerType);
    if (type.present() && several.match(type.toString()).hasMatch()) {
        return KeyList::OneByType;
    }
    if (parts.accepted) {
        return KeyList::Alternatives;
    }
    const bool alike = std::all_of(parts.texts.begin(), parts.texts.end(),
        [&](std::string_view text) { return text == parts.texts.front(); });
    if (parts.numbers && !alike) {
        return KeyList::OneByNumbers;
    }
    static const QRegularExpression all(
        QStringLiteral(
            "\\b(?:list|name|give|select|choose|mark|find) (?:me )?(?:them )?(?:all|every)\\b|\\ball "
            "(?:that|which) apply\\b|\\bcoordinates?\\b|\\bintervals?\\b|\\bin (?:the right|"
            "the correct|ascending|descending|alphabetical) order\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression counted(
        QStringLiteral("\\b(?:which|what|list|name|give|find|are the) (?:the |are the "
                       ")?(two|three|four|five|six|[2-6])\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const QString question = toQString(draft.question);
    static const QStringList words{QStringLiteral("two"), QStringLiteral("three"), QStringLiteral("four"),
        QStringLiteral("five"), QStringLiteral("six")};
    if (const auto match = counted.match(question); match.hasMatch()) {
        const QString word = match.captured(1).toLower();
        const qsizetype asked = words.contains(word) ? words.indexOf(word) + 2 : word.toInt();
        if (asked == qsizetype(parts.texts.size()) && !alike) {
            return KeyList::OneByQuestion;
        }
    }
    return all.match(question).hasMatch() && !alike ? KeyList::OneByQuestion : KeyList::Alternatives;
}

void SampleReader::readOpenKey(const RawRecord& record, const KeyParts& parts, SampleDraft& draft) const
{
    draft.keyList = parts.list || parts.accepted ? kindOf(parts, record, draft) : KeyList::None;
    if (draft.keyList == KeyList::Alternatives) {
        draft.accepted = parts.texts;
        if (draft.rawGold.empty() || draft.rawGold.front() == '[') {
            draft.rawGold = mostFrequent(draft.accepted);
        }
    } else if (draft.keyList != KeyList::None) {
        std::string whole;
        for (const std::string_view part : parts.texts) {
            whole.append(whole.empty() ? "" : ", ").append(part);
        }
        draft.rawGold = draft.owned.emplace_back(parts.numbers ? '[' + whole + ']' : whole);
        draft.accepted.clear();
    } else if (!parts.texts.empty() && (parts.list || draft.rawGold.empty())) {
        draft.rawGold = parts.texts.front();
    }
    draft.gold = draft.rawGold;
}

void SampleReader::readChoiceKey(
    const KeyParts& parts, SampleDraft& draft, std::vector<DraftIssue>& issues) const
{
    static const std::string kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const auto letterView = [&](int position) -> std::string_view {
        return position < 26 ? std::string_view(kLetters).substr(size_t(position), 1)
                             : draft.keep(optionLetter(position));
    };
    const QStringList options = toQStrings(draft.options);
    const auto positionOf = [&](std::string_view text) {
        if (const auto label = std::find(draft.labels.begin(), draft.labels.end(), text);
            label != draft.labels.end()) {
            return int(label - draft.labels.begin());
        }
        return goldPosition(toQString(text), options, m_mapping.goldForm);
    };
    QVector<int> found;
    if (const int whole = optionSaying(toQString(draft.rawGold), options); whole >= 0 && parts.list) {
        found.append(whole);
        draft.keyTexts.assign(1, draft.rawGold);
    } else {
        std::vector<std::string_view> texts = parts.texts;
        if (!parts.list && !parts.accepted && !texts.empty() && positionOf(texts.front()) < 0) {
            const QStringList named = keyParts(toQString(texts.front()), options.size());
            if (!named.isEmpty()) {
                texts.clear();
            }
            for (const QString& each : named) {
                texts.push_back(draft.keep(each));
            }
        }
        for (const std::string_view text : texts) {
            found.append(positionOf(text));
        }
        // References that people gave vote; they are no set.
        const bool repeats = std::any_of(texts.begin(), texts.end(),
            [&](std::string_view text) { return std::count(texts.begin(), texts.end(), text) > 1; });
        if (parts.accepted && (repeats || found.contains(-1))) {
            draft.accepted = texts;
            draft.rawGold = mostFrequent(texts);
            found = {positionOf(draft.rawGold)};
        }
    }
    QVector<int> distinct;
    for (const int position : found) {
        if (!distinct.contains(position)) {
            distinct.append(position);
        }
    }
    draft.goldFound = !distinct.isEmpty() && !distinct.contains(-1);
    if (!draft.goldFound) {
        if (draft.rawGold.empty() || isNoKey(toQString(draft.rawGold))) {
            draft.noKey = true;
            draft.goldFound = true;
            draft.rawGold = draft.gold = {};
            draft.accepted.clear();
            return;
        }
        draft.gold = draft.rawGold;
        issues.push_back({ImportIssue::Severity::Warning, m_mapping.column(Field::Answer),
            shortened(toQString(draft.rawGold)),
            Sentence::of(QT_TRANSLATE_NOOP("Import", "one of the %1 options; kept as it is"))
                .arg(draft.options.size())});
        return;
    }
    if (distinct.size() == 1) {
        draft.gold = letterView(distinct.front());
        for (std::string_view& each : draft.accepted) {
            if (const int at = positionOf(each); at >= 0) {
                each = letterView(at);
            }
        }
        return;
    }
    draft.keyList = KeyList::Set;
    draft.gold = draft.keep(goldSetText(distinct));
    draft.accepted.clear();
}

void SampleReader::readGoldCells(const RawRecord& record, SampleDraft& draft, std::vector<DraftIssue>& issues)
{
    const Cell& cell = record.cell(m_columns.answer);
    const Cell& accepted = record.cell(m_columns.accepted);
    if (cell.present()) {
        draft.rawGold = trimmed(cell.text);
    }
    // The bare letter needs no more reading, and it is what most tables hold.
    if (!draft.options.empty() && !accepted.present() && draft.labels.empty() && draft.rawGold.size() == 1
        && draft.rawGold.front() >= 'A' && draft.rawGold.front() <= 'Z'
        && size_t(draft.rawGold.front() - 'A') < draft.options.size()
        && (m_mapping.goldForm == GoldForm::Letter
            || std::none_of(draft.options.begin(), draft.options.end(),
                [&](std::string_view option) { return trimmed(option) == draft.rawGold; }))) {
        draft.gold = draft.rawGold;
        draft.keyTexts.assign(1, draft.rawGold);
        return;
    }
    KeyParts parts = keyPartsOf(record, cell, draft);
    if (accepted.present()) {
        KeyParts others = keyPartsOf(record, accepted, draft);
        if (parts.texts.empty() || !(others.texts.size() == 1 && !others.list)) {
            draft.accepted = others.texts;
        }
        if (parts.texts.empty() || (parts.list && draft.options.empty())) {
            parts = std::move(others);
            parts.accepted = true;
        }
    }
    // What a conversation answers was put there with the question.
    if (parts.texts.empty() && !draft.rawGold.empty() && cell.kind != CellKind::List) {
        parts.texts.push_back(draft.rawGold);
    }
    if (parts.texts.empty()) {
        draft.rawGold = {};
        return;
    }
    if (draft.options.empty()) {
        readOpenKey(record, parts, draft);
        if (!m_mapping.hiddenKey.isEmpty() && toQString(draft.rawGold) == m_mapping.hiddenKey) {
            draft.noKey = true;
            draft.rawGold = draft.gold = {};
            draft.accepted.clear();
        }
    } else {
        if (draft.rawGold.empty()) {
            draft.rawGold = mostFrequent(parts.texts);
        }
        draft.keyTexts = parts.texts;
        readChoiceKey(parts, draft, issues);
    }
    if (draft.accepted.size() == 1) {
        draft.accepted.clear();
    }
}

bool SampleReader::readImages(
    const RawRecord& record, const ColumnNames& columns, SampleDraft& draft, std::vector<DraftIssue>& issues)
{
    const auto add = [&](std::string_view text) {
        if (looksLikeBase64({text.data(), qsizetype(text.size())})) {
            draft.images.push_back({text, DraftImage::Form::Base64});
        } else {
            draft.images.push_back({trimmed(text), DraftImage::Form::Name});
        }
    };
    for (const int column : m_columns.images) {
        const Cell& cell = record.cell(column);
        if (!cell.present()) {
            continue;
        }
        if (cell.kind == CellKind::Bytes) {
            draft.images.push_back({cell.text, DraftImage::Form::Bytes});
        } else if (cell.kind == CellKind::List) {
            for (const Cell& item : record.itemsOf(cell)) {
                if (item.kind == CellKind::Bytes) {
                    draft.images.push_back({item.text, DraftImage::Form::Bytes});
                } else if (item.kind == CellKind::Object) {
                    add(draft.keep(textOfObject(item.text)));
                } else if (item.present()) {
                    add(item.text);
                }
            }
        } else if (cell.text.front() == '[' && cell.text.find_first_of("'\"") != std::string_view::npos) {
            const auto list = parsePythonStringList(toQString(cell.text));
            if (!list) {
                issues.push_back(
                    {ImportIssue::Severity::Rejected, QString::fromStdString(columns.name(column)),
                        shortened(toQString(cell.text.substr(0, 400))),
                        Sentence::of(QT_TRANSLATE_NOOP("Import", "a list of images (%1)"))
                            .arg(list.error().messageSentence())});
                return false;
            }
            for (const QString& each : *list) {
                add(draft.keep(each));
            }
        } else {
            add(cell.text);
        }
        // Bytes beside a path are the same image twice.
        if (m_columns.images.size() == 2 && !draft.images.empty()
            && m_mapping.columns(Field::Image).value(1).contains(QLatin1String("path"))) {
            break;
        }
    }
    return true;
}

void SampleReader::readExtra(
    const RawRecord& record, const ColumnNames& columns, SampleDraft& draft, std::vector<DraftIssue>& issues)
{
    constexpr size_t kLongest = 1 << 20;
    for (size_t i = 0; i < record.cells.size(); ++i) {
        const Cell& cell = record.cells[i];
        if (!m_columns.extra[i] || !cell.present() || cell.kind == CellKind::Bytes) {
            continue;
        }
        if (cell.text.size() > kLongest) {
            issues.push_back({ImportIssue::Severity::Warning, QString::fromStdString(columns.name(int(i))),
                Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 bytes")).arg(cell.text.size()),
                Sentence::of(
                    QT_TRANSLATE_NOOP("Import", "at most %1 bytes in a column without a field; not kept"))
                    .arg(kLongest)});
            continue;
        }
        const Sentence unusable = cell.unread ? whyUnreadable(cell.text) : Sentence();
        if (!unusable.isEmpty()) {
            issues.push_back(
                {ImportIssue::Severity::Warning, QString::fromStdString(columns.name(int(i))), unusable,
                    Sentence::of(QT_TRANSLATE_NOOP("Import", "JSON of at most %1 levels; kept as text"))
                        .arg(kMostLevels)});
        }
        draft.extra += draft.extra.empty() ? '{' : ',';
        appendJsonString(draft.extra, columns.name(int(i)));
        draft.extra += ':';
        if (cell.kind == CellKind::Text || !unusable.isEmpty()) {
            appendJsonString(draft.extra, cell.text);
        } else {
            draft.extra += cell.text;
        }
    }
    if (!draft.extra.empty()) {
        draft.extra += '}';
    }
}

void appendJsonString(std::string& out, std::string_view text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    size_t from = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        out.append(text.substr(from, i - from));
        from = i + 1;
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += "\\u00";
            out += kHex[c >> 4];
            out += kHex[c & 15];
        }
    }
    out.append(text.substr(from));
    out += '"';
}

} // namespace winnow
