// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/condition.h"
#include "core/domain/sample.h"
#include "core/import/fieldmapping.h"
#include "core/store/samplejoin.h"
#include "core/text/numbers.h"
#include "core/text/scorer.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace winnow {

/// The samples of one dataset as responses are joined to them.
class SampleKeys {
public:
    struct Entry {
        qint64 id = 0;
        /// Whose row says what the sample is: another one where an import on its way changes it.
        qint64 content = 0;
        int optionCount = 0;
        /// Position of the gold option, -1 when there is none or several are right together.
        int gold = -1;
        /// Several options are right together.
        bool several = false;
        /// Without options, and the gold is a letter: the options are in the picture.
        bool letterOnly = false;
    };
    struct Found {
        int entry = -1;
        int shift = 0;
    };

    /// `staged` = the samples that an import on its way brings into the dataset (ImportStage).
    SampleKeys(sqlite::Connection& connection, DatasetId dataset, DatasetId staged = {});

    /// A sample that is not stored (yet): for a preview of replies beside their samples.
    struct Draft {
        QString key;
        QStringList options;
        QString gold;
        QStringList accepted;
    };
    void add(const Draft& draft);

    int count() const { return int(m_entries.size()); }
    const Entry& entry(int at) const { return m_entries[size_t(at)]; }
    bool hasRotations() const { return !m_rotationGold.isEmpty(); }

    /// By source index or by the index of a rotated row; entry -1 = unknown. A key that several questions
    /// share (NAME, NAME#2 …) is told apart by `question`.
    Found find(std::string_view key, std::string_view question = {});
    /// The only sample with this question; -1 when none or several have it.
    int findQuestion(std::string_view question);
    /// Whether the sample asks this (compared after folding).
    bool asks(int entry, std::string_view question);
    /// Whether any sample asks this.
    bool anyAsks(std::string_view question);

    /// A column of the samples' file that is not their key, or the field that it became.
    struct Told {
        QString column;
        std::optional<Field> field;
    };
    /// Those of `columns` that most samples tell.
    QStringList told(const QVector<Told>& columns);
    /// Finds samples by the values of columns of told() from now on; false when several samples share them.
    bool indexBy(const QStringList& columns);
    /// By values in the order of indexBy(); -1 when there is none.
    int findBy(const QStringList& values) const;

    /// Options of a sample as shown in a rotation.
    QStringList options(int entry, int shift);
    /// Position of the gold option as shown in a rotation; -1 unknown.
    int gold(int entry, int shift) const;
    /// The letter of the gold option as shown in a rotation, "A, C" for several; empty unknown.
    QString goldLetters(int entry, int shift);
    /// What the open golds of the dataset write before a fraction.
    DecimalMark habit() const { return m_habit; }
    /// Gold text and accepted answers of an open sample.
    struct OpenGold {
        QString gold;
        QStringList accepted;
    };
    OpenGold openGold(int entry);

    /// A reply to the sample in this condition, without what was said.
    ReplyToScore replyTo(Found sample, Condition condition);

private:
    void addEntry(Entry entry, std::string_view key, std::string_view gold);
    static quint64 rotationKey(int entry, int shift) { return (quint64(entry) << 8) | quint64(shift); }
    static size_t questionHash(std::string_view question);
    void loadQuestions();

    sqlite::Connection& m_connection;
    SampleJoin m_join;
    std::vector<Entry> m_entries;
    QHash<QByteArray, Found> m_keys;
    QHash<quint64, int> m_rotationGold;
    std::vector<size_t> m_questions;
    QHash<size_t, int> m_byQuestion;
    QHash<int, QStringList> m_options;
    QHash<int, OpenGold> m_draftGold;
    QHash<int, QVector<int>> m_several;
    DecimalMark m_habit = DecimalMark::Point;
    bool m_hasCopies = false;
    /// Values by column and entry.
    QHash<QString, QStringList> m_told;
    QHash<QString, int> m_byValues;
};

} // namespace winnow
