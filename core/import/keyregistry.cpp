// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/keyregistry.h"

#include "core/import/utf8.h"

namespace winnow {

namespace {

QByteArray rawBytes(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), qsizetype(text.size()));
}

void mix(size_t& seed, std::string_view text)
{
    seed ^= std::hash<std::string_view>{}(text) + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2);
}

/// Tells records apart that name or hold other images.
size_t imagesFingerprint(const SampleDraft& draft)
{
    size_t seed = 17;
    for (const DraftImage& image : draft.images) {
        mix(seed, image.text);
    }
    return seed;
}

/// Tells two records apart that share a key.
size_t fingerprint(const SampleDraft& draft, size_t images)
{
    size_t seed = images;
    mix(seed, draft.question);
    mix(seed, draft.hint);
    mix(seed, draft.rawGold);
    for (const std::string_view option : draft.options) {
        mix(seed, option);
    }
    return seed;
}

} // namespace

KeyRegistry::KeyRegistry(QString dataset, const FieldMapping& mapping, bool fromResponses, IssueLog& log)
    : m_dataset(std::move(dataset))
    , m_column(mapping.column(Field::Index))
    , m_fromResponses(fromResponses)
    , m_imageKeys(!m_column.isEmpty() && mapping.columns(Field::Image).contains(m_column))
    , m_log(log)
{
}

QHash<QByteArray, KeyRegistry::Seen>::iterator KeyRegistry::find(const SampleDraft& draft)
{
    return m_seen.find(rawBytes(draft.index));
}

void KeyRegistry::rename(SampleDraft& draft, int copy)
{
    draft.index = draft.owned.emplace_back(std::string(draft.index) + '#' + std::to_string(copy));
}

Sentence KeyRegistry::placeOf(const Seen& seen) const
{
    const QString& file = m_files.at(seen.file);
    return file == m_log.file()
        ? Sentence::of(QT_TRANSLATE_NOOP("Import", "line %1")).arg(seen.line)
        : Sentence::of(QT_TRANSLATE_NOOP("Import", "line %1 of %2")).arg(seen.line).arg(file);
}

bool KeyRegistry::isKnown(SampleDraft& draft)
{
    const auto it = find(draft);
    if (it == m_seen.end()) {
        return false;
    }
    const size_t asked = std::hash<std::string_view>{}(draft.question);
    if (draft.question.empty() || it->questions.contains(asked)) {
        return true;
    }
    // Two phrasings of one figure are two samples; a prompt that differs with every model is none.
    constexpr int kMostPhrasings = 4;
    if (it->copies >= kMostPhrasings) {
        m_log.message(
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                             "Some keys are asked in more than %1 ways: only the first are samples"))
                .arg(kMostPhrasings));
        return true;
    }
    it->questions.append(asked);
    rename(draft, ++it->copies);
    m_log.message(Sentence::of(
        QT_TRANSLATE_NOOP("Import", "Some keys come with several questions: the second is KEY#2")));
    return false;
}

bool KeyRegistry::take(SampleDraft& draft)
{
    const size_t images = imagesFingerprint(draft);
    const size_t hash = fingerprint(draft, images);
    auto it = find(draft);
    // Several questions about one image: the image's name is the key of the first only.
    while (m_imageKeys && it != m_seen.end() && it->hash != hash) {
        rename(draft, ++it->copies);
        m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import",
            "Several questions share an image and the image's name is the key: the second is NAME#2")));
        it = find(draft);
    }
    if (it == m_seen.end()) {
        if (m_files.isEmpty() || m_files.last() != m_log.file()) {
            m_files.append(m_log.file());
        }
        Seen seen{draft.line, int(m_files.size()) - 1, hash, images, 1, {}};
        if (m_fromResponses) {
            seen.questions.append(std::hash<std::string_view>{}(draft.question));
        }
        m_seen.insert(QByteArray(draft.index.data(), qsizetype(draft.index.size())), seen);
        return true;
    }
    const QString shown = toQString(draft.index);
    const QString key = m_dataset + u'/' + shown;
    if (it->hash == hash) {
        m_log.add(ImportIssue::Severity::Note, draft.line, m_column, shown,
            Sentence::of(QT_TRANSLATE_NOOP(
                             "Import", "a key of its own; the same record stands in %1, this one is dropped"))
                .arg(placeOf(*it)),
            key);
        return false;
    }
    m_log.add(ImportIssue::Severity::Rejected, draft.line, m_column, shown,
        Sentence::of(QT_TRANSLATE_NOOP("Import", "a key of its own; another record in %1 has it"))
            .arg(placeOf(*it)),
        key);
    return false;
}

bool KeyRegistry::contains(std::string_view key) const
{
    return m_seen.contains(rawBytes(key));
}

bool KeyRegistry::hasImagesOf(const SampleDraft& draft, std::string_view key) const
{
    const auto it = m_seen.constFind(rawBytes(key));
    return it != m_seen.constEnd() && it->images == imagesFingerprint(draft);
}

} // namespace winnow
