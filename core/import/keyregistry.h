// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/issuelog.h"

#include <QHash>

namespace winnow {

/// The keys of the samples of one file: each stands for one sample. What becomes of a key that comes again is
/// decided here, and said in the log. One thread.
class KeyRegistry {
public:
    /// `dataset` and the key's column are for what is said. `fromResponses` = the records are responses, of
    /// which several stand for one sample.
    KeyRegistry(QString dataset, const FieldMapping& mapping, bool fromResponses, IssueLog& log);

    /// Whether a response record tells a sample that was told before; renames the draft (KEY#2) when it asks
    /// something new under the same key.
    bool isKnown(SampleDraft& draft);
    /// Takes the draft's key, or NAME#2 where the key is an image's name that several questions share. False
    /// for a repetition of the same record (a note) and for another record under a key that is taken
    /// (rejected).
    bool take(SampleDraft& draft);
    bool contains(std::string_view key) const;
    /// The sample of that key came with the images of the draft.
    bool hasImagesOf(const SampleDraft& draft, std::string_view key) const;

private:
    struct Seen {
        qint64 line = 0;
        /// Of a set, by its place in m_files.
        int file = 0;
        size_t hash = 0;
        /// Of its images alone.
        size_t images = 0;
        int copies = 1;
        QVector<size_t> questions;
    };
    QHash<QByteArray, Seen>::iterator find(const SampleDraft& draft);
    /// "line 3", or "line 3 of FILE" where that is another file of the set.
    Sentence placeOf(const Seen& seen) const;
    /// Under the next free copy of its key.
    static void rename(SampleDraft& draft, int copy);

    QString m_dataset;
    QString m_column;
    bool m_fromResponses;
    bool m_imageKeys;
    IssueLog& m_log;
    QHash<QByteArray, Seen> m_seen;
    QStringList m_files;
};

} // namespace winnow
