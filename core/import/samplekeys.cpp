// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/samplekeys.h"

#include "core/import/keycolumns.h"
#include "core/store/samplestore.h"
#include "core/text/goldreader.h"
#include "core/text/normalise.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace winnow {

namespace {

QByteArray raw(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), qsizetype(text.size()));
}

QByteArray owned(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

/// The samples of a dataset, or as an import on its way makes them; `joined` is the id that responses get.
sqlite::Statement SampleKeys::rows(const QString& columns) const
{
    const bool both = m_staged && m_staged != m_dataset;
    sqlite::Statement statement(m_connection,
        QStringLiteral("SELECT %1 FROM (%2) s ORDER BY position, id")
            .arg(columns,
                both ? QStringLiteral(
                    "SELECT n.*, coalesce(o.id, n.id) AS joined FROM samples n LEFT JOIN samples o"
                    " ON o.dataset_id = ?1 AND o.source_index = n.source_index"
                    " WHERE n.dataset_id = ?2 UNION ALL SELECT o.*, o.id FROM samples o"
                    " WHERE o.dataset_id = ?1 AND NOT EXISTS(SELECT 1 FROM samples n"
                    " WHERE n.dataset_id = ?2 AND n.source_index = o.source_index)")
                     : QStringLiteral("SELECT *, id AS joined FROM samples WHERE dataset_id = ?1")));
    statement.bind(1, m_dataset.value);
    if (both) {
        statement.bind(2, m_staged.value);
    }
    return statement;
}

SampleKeys::SampleKeys(sqlite::Connection& connection, DatasetId dataset, DatasetId staged)
    : m_connection(connection)
    , m_dataset(dataset ? dataset : staged)
    , m_staged(staged)
{
    sqlite::Statement count = rows(QStringLiteral("count(*)"));
    const qint64 expected = count.step() ? count.integer(0) : 0;
    m_entries.reserve(size_t(expected));
    m_keys.reserve(expected);
    QHash<qint64, int> byContent;
    int fractions = 0;
    sqlite::Statement all = rows(QStringLiteral("joined, id, source_index, option_count, gold"));
    while (all.step()) {
        const std::string_view gold = all.utf8(4);
        fractions += all.integer(3) == 0 ? fractionMark(gold) : 0;
        addEntry({all.integer(0), all.integer(1), int(all.integer(3))}, all.utf8(2), gold);
    }
    m_habit = fractions < 0 ? DecimalMark::Comma : DecimalMark::Point;
    sqlite::Statement rotations(connection,
        QStringLiteral("SELECT r.sample_id, r.shift, r.source_index, r.gold FROM rotations r"
                       " JOIN samples s ON s.id = r.sample_id WHERE s.dataset_id IN (?, ?)"));
    rotations.bindAll(m_dataset.value, m_staged.value);
    while (rotations.step()) {
        if (byContent.isEmpty()) {
            for (int i = 0; i < this->count(); ++i) {
                byContent.insert(m_entries[size_t(i)].content, i);
            }
        }
        const int entry = byContent.value(rotations.integer(0), -1);
        if (entry < 0) {
            continue;
        }
        const int shift = int(rotations.integer(1));
        m_keys.insert(owned(rotations.utf8(2)), {entry, shift});
        m_rotationGold.insert(rotationKey(entry, shift), optionPosition(rotations.text(3)));
    }
}

void SampleKeys::addEntry(Entry entry, std::string_view key, std::string_view gold)
{
    const auto text = [&] { return QString::fromUtf8(gold.data(), qsizetype(gold.size())); };
    if (entry.optionCount > 0 && gold.size() == 1) {
        entry.gold = gold.front() - 'A';
    } else if (entry.optionCount > 0 && !gold.empty()) {
        entry.gold = optionPosition(text(), entry.optionCount);
    }
    if (entry.optionCount > 0 && entry.gold < 0 && gold.find(',') != std::string_view::npos) {
        const QVector<int> positions = goldSet(text(), entry.optionCount);
        if (!positions.isEmpty()) {
            entry.several = true;
            m_several.insert(count(), positions);
        }
    } else if (entry.optionCount == 0) {
        entry.letterOnly = gold.size() == 1 && gold.front() >= 'A' && gold.front() <= 'Z';
    }
    m_hasCopies = m_hasCopies || key.ends_with("#2");
    m_keys.insert(owned(key), {count(), 0});
    m_entries.push_back(entry);
}

void SampleKeys::add(const Draft& draft)
{
    const int at = count();
    const int position = optionPosition(draft.gold, int(draft.options.size()));
    m_options.insert(at, draft.options);
    m_draftGold.insert(at,
        position >= 0 && !draft.options.isEmpty() ? OpenGold{draft.options.at(position), {}}
                                                  : OpenGold{draft.gold, draft.accepted});
    addEntry({0, 0, int(draft.options.size())}, draft.key.toStdString(), draft.gold.toStdString());
}

SampleKeys::Found SampleKeys::find(std::string_view key, std::string_view question)
{
    auto it = m_keys.constFind(raw(key));
    if (it == m_keys.constEnd()) {
        it = m_keys.constFind(raw(trimmed(key)));
    }
    if (it == m_keys.constEnd()) {
        // 007 and 7 are one key to a tool that read it as a number.
        const std::string_view text = trimmed(key);
        const size_t digits = text.find_first_not_of('0');
        if (digits != std::string_view::npos && digits > 0
            && text.find_first_not_of("0123456789") == std::string_view::npos) {
            it = m_keys.constFind(raw(text.substr(digits)));
        }
    }
    if (it == m_keys.constEnd()) {
        return {};
    }
    if (!m_hasCopies || question.empty() || asks(it->entry, question)) {
        return *it;
    }
    for (int copy = 2;; ++copy) {
        const auto other = m_keys.constFind(owned(trimmed(key)) + '#' + QByteArray::number(copy));
        if (other == m_keys.constEnd()) {
            return *it;
        }
        if (asks(other->entry, question)) {
            return *other;
        }
    }
}

size_t SampleKeys::questionHash(std::string_view question)
{
    return qHash(foldText(QString::fromUtf8(question.data(), qsizetype(question.size()))));
}

void SampleKeys::loadQuestions()
{
    if (!m_questions.empty() || m_entries.empty()) {
        return;
    }
    sqlite::Statement all = rows(QStringLiteral("question"));
    while (all.step()) {
        const size_t hash = questionHash(all.utf8(0));
        const auto it = m_byQuestion.find(hash);
        if (it == m_byQuestion.end()) {
            m_byQuestion.insert(hash, int(m_questions.size()));
        } else {
            *it = -1;
        }
        m_questions.push_back(hash);
    }
}

int SampleKeys::findQuestion(std::string_view question)
{
    loadQuestions();
    return m_byQuestion.value(questionHash(question), -1);
}

bool SampleKeys::asks(int entry, std::string_view question)
{
    loadQuestions();
    return entry >= 0 && size_t(entry) < m_questions.size()
        && m_questions[size_t(entry)] == questionHash(question);
}

bool SampleKeys::anyAsks(std::string_view question)
{
    loadQuestions();
    return m_byQuestion.contains(questionHash(question));
}

QStringList SampleKeys::told(const QVector<Told>& columns)
{
    sqlite::Statement all = rows(QStringLiteral("extra, split, category, capability"));
    m_told.clear();
    QHash<QString, int> present;
    for (int entry = 0; all.step(); ++entry) {
        const std::string_view json = all.utf8(0);
        const QJsonObject extra
            = QJsonDocument::fromJson(QByteArray(json.data(), qsizetype(json.size()))).object();
        const QHash<QString, int> fields{
            {QStringLiteral("split"), 1}, {QStringLiteral("category"), 2}, {QStringLiteral("capability"), 3}};
        for (const Told& told : columns) {
            const QJsonValue value = extra.value(told.column);
            QString text = value.isDouble() || value.isString() ? value.toVariant().toString() : QString();
            if (text.isEmpty() && fields.contains(told.field)) {
                text = all.text(fields.value(told.field));
            }
            present[told.column] += !text.isEmpty();
            m_told[told.column].append(keyValue(text));
        }
    }
    QStringList found;
    for (const Told& told : columns) {
        if (present.value(told.column) * 10 >= count() * 9 && count() > 0) {
            found.append(told.column);
        }
    }
    return found;
}

bool SampleKeys::indexBy(const QStringList& columns)
{
    m_byValues.clear();
    for (int entry = 0; entry < count(); ++entry) {
        QStringList values;
        for (const QString& column : columns) {
            values.append(m_told.value(column).value(entry));
        }
        const QString key = values.join(QChar(0x1f));
        if (m_byValues.contains(key)) {
            m_byValues.clear();
            return false;
        }
        m_byValues.insert(key, entry);
    }
    return !m_byValues.isEmpty();
}

int SampleKeys::findBy(const QStringList& values) const
{
    return m_byValues.value(values.join(QChar(0x1f)), -1);
}

QStringList SampleKeys::options(int entry, int shift)
{
    auto it = m_options.find(entry);
    if (it == m_options.end()) {
        // Long free-text responses come sample by sample or model by model; either way a bounded cache
        // serves.
        constexpr int kMost = 200'000;
        if (m_options.size() > kMost) {
            m_options.clear();
        }
        QStringList texts;
        auto& query = m_connection.cached(
            QStringLiteral("SELECT text FROM options WHERE sample_id = ? ORDER BY position"));
        query.bind(1, m_entries[size_t(entry)].content);
        while (query.step()) {
            texts.append(query.text(0));
        }
        query.reset();
        it = m_options.insert(entry, texts);
    }
    if (shift == 0) {
        return *it;
    }
    auto& query = m_connection.cached(
        QStringLiteral("SELECT permutation FROM rotations WHERE sample_id = ? AND shift = ?"));
    query.bind(1, m_entries[size_t(entry)].content).bind(2, qint64(shift));
    const QString permutation = query.step() ? query.text(0) : QString();
    query.reset();
    QStringList shown;
    for (const QChar letter : permutation) {
        shown.append(it->value(letter.unicode() - u'A'));
    }
    return shown;
}

int SampleKeys::gold(int entry, int shift) const
{
    return shift == 0 ? m_entries[size_t(entry)].gold : m_rotationGold.value(rotationKey(entry, shift), -1);
}

QString SampleKeys::goldLetters(int entry, int shift)
{
    if (!m_entries[size_t(entry)].several) {
        const int position = gold(entry, shift);
        return position < 0 ? QString() : optionLetter(position);
    }
    QVector<int> positions = m_several.value(entry);
    if (shift != 0) {
        const QStringList stored = options(entry, 0);
        const QStringList shown = options(entry, shift);
        for (int& position : positions) {
            position = int(shown.indexOf(stored.value(position)));
        }
    }
    return goldSetText(positions);
}

ReplyToScore SampleKeys::replyTo(Found sample, Condition condition)
{
    const Entry& entry = m_entries[size_t(sample.entry)];
    ReplyToScore reply;
    reply.habit = m_habit;
    if (entry.optionCount > 0 && condition != Condition::OpenEnded) {
        reply.options = options(sample.entry, sample.shift);
        reply.gold = goldLetters(sample.entry, sample.shift);
        reply.several = entry.several;
        return reply;
    }
    const OpenGold gold = openGold(sample.entry);
    reply.gold = gold.gold;
    reply.accepted = gold.accepted;
    reply.letterOnly = entry.letterOnly;
    reply.choiceAskedOpenly = entry.optionCount > 0;
    return reply;
}

SampleKeys::OpenGold SampleKeys::openGold(int entry)
{
    if (const auto draft = m_draftGold.constFind(entry); draft != m_draftGold.cend()) {
        return *draft;
    }
    const auto sample = SampleStore(m_connection).byId({m_entries[size_t(entry)].content});
    if (!sample) {
        return {};
    }
    // An MCQ asked openly wants the text of its gold option.
    if (const int position = sample->goldIndex(); position >= 0) {
        return {sample->options.at(position), {}};
    }
    return {sample->gold, sample->acceptedAnswers};
}

} // namespace winnow
