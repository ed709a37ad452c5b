// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/samplekeys.h"

#include "core/import/keycolumns.h"
#include "core/import/utf8.h"
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

} // namespace

SampleKeys::SampleKeys(sqlite::Connection& connection, DatasetId dataset, DatasetId staged)
    : m_connection(connection)
    , m_join(connection, dataset, staged)
{
    const qint64 expected = m_join.count();
    m_entries.reserve(size_t(expected));
    m_keys.reserve(expected);
    int fractions = 0;
    m_join.forEachKey([&](const SampleJoin::Key& key) {
        fractions += key.optionCount == 0 ? fractionMark(key.gold) : 0;
        addEntry({key.sample.value, key.content.value, key.optionCount}, key.index, key.gold);
    });
    m_habit = fractions < 0 ? DecimalMark::Comma : DecimalMark::Point;
    QHash<qint64, int> byContent;
    m_join.forEachRotation([&](SampleId content, int shift, std::string_view index, const QString& gold) {
        if (byContent.isEmpty()) {
            for (int each = 0; each < count(); ++each) {
                byContent.insert(m_entries[size_t(each)].content, each);
            }
        }
        if (const int entry = byContent.value(content.value, -1); entry >= 0) {
            m_keys.insert(owned(index), {entry, shift});
            m_rotationGold.insert(rotationKey(entry, shift), optionPosition(gold));
        }
    });
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
    m_join.forEachQuestion([&](std::string_view question) {
        const size_t hash = questionHash(question);
        const auto it = m_byQuestion.find(hash);
        if (it == m_byQuestion.end()) {
            m_byQuestion.insert(hash, int(m_questions.size()));
        } else {
            *it = -1;
        }
        m_questions.push_back(hash);
    });
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
    m_told.clear();
    QHash<QString, int> present;
    m_join.forEachTold([&](const SampleJoin::Told& row) {
        const QJsonObject extra
            = QJsonDocument::fromJson(QByteArray(row.extra.data(), qsizetype(row.extra.size()))).object();
        const QHash<Field, QString> fields{
            {Field::Split, row.split}, {Field::Category, row.category}, {Field::Capability, row.capability}};
        for (const Told& told : columns) {
            const QJsonValue value = extra.value(told.column);
            QString text = value.isDouble() || value.isString() ? value.toVariant().toString() : QString();
            if (text.isEmpty()) {
                text = told.field ? fields.value(*told.field) : QString();
            }
            present[told.column] += !text.isEmpty();
            m_told[told.column].append(keyValue(text));
        }
    });
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
        it = m_options.insert(entry, m_join.options({m_entries[size_t(entry)].content}));
    }
    if (shift == 0) {
        return *it;
    }
    const QString permutation = m_join.permutation({m_entries[size_t(entry)].content}, shift);
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
