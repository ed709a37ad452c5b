// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/sampleimport.h"

#include "core/import/drafttext.h"
#include "core/text/answerparser.h"
#include "core/text/normalise.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QtConcurrent>

#include <numeric>

namespace winnow {

namespace {

constexpr qint64 kCircularStep = 1'000'000;

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QByteArray rawBytes(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), qsizetype(text.size()));
}

/// Appends `text.simplified()` in UTF-8; only plain ASCII is done here.
void appendSimplified(std::string& buffer, std::string_view text)
{
    const size_t start = buffer.size();
    bool gap = false;
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (u >= 0x80) {
            const QByteArray simplified = toQString(text).simplified().toUtf8();
            buffer.resize(start);
            buffer.append(simplified.constData(), size_t(simplified.size()));
            return;
        }
        if (u == ' ' || (u >= 9 && u <= 13)) {
            gap = buffer.size() > start;
            continue;
        }
        if (gap) {
            buffer += ' ';
            gap = false;
        }
        buffer += c;
    }
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

bool isCount(std::string_view text, qint64& value)
{
    if (text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string_view::npos) {
        return false;
    }
    value = std::stoll(std::string(text));
    return true;
}

} // namespace

QByteArray draftContentHash(const SampleDraft& draft)
{
    static thread_local std::string buffer;
    static thread_local QCryptographicHash hash(QCryptographicHash::Sha256);
    buffer.clear();
    const auto add = [&](std::string_view text) {
        appendSimplified(buffer, text);
        buffer += '\x1f';
    };
    add(draft.question);
    add(draft.hint);
    for (const std::string_view option : draft.options) {
        add(option);
    }
    buffer += '\x1e';
    add(draft.gold);
    for (const std::string_view answer : draft.accepted) {
        add(answer);
    }
    buffer += '\x1e';
    hash.reset();
    hash.addData(QByteArrayView(buffer.data(), qsizetype(buffer.size())));
    return hash.result();
}

QString rotationPermutation(const QStringList& base, const QStringList& shown)
{
    if (base.size() != shown.size() || base.isEmpty()) {
        return {};
    }
    QString permutation;
    QVector<bool> used(base.size(), false);
    for (const QString& option : shown) {
        const QString wanted = foldText(option);
        qsizetype found = -1;
        for (qsizetype i = 0; i < base.size() && found < 0; ++i) {
            if (!used.at(i) && foldText(base.at(i)) == wanted) {
                found = i;
            }
        }
        if (found < 0) {
            return {};
        }
        used[found] = true;
        permutation += optionLetter(int(found));
    }
    return permutation;
}

SampleImport::SampleImport(StagedSamples& rows, const ImportRequest& request, const FieldMapping& mapping,
    const Target& target, ImportReport& report, IssueLog& log)
    : m_rows(rows)
    , m_request(request)
    , m_mapping(mapping)
    , m_target(target)
    , m_report(report)
    , m_log(log)
    , m_reader(mapping)
    , m_images(imageFolders(request.file, request.imagesDir, target.name))
{
    const QString key = mapping.column(Field::Index);
    m_imageKeys = !key.isEmpty() && mapping.columns(Field::Image).contains(key);
    m_partial = !target.fresh
        && !(mapping.has(Field::Question) && mapping.has(Field::Answer)
            && (mapping.has(Field::Options) || mapping.optionsInQuestion));
    m_reader.acceptBare(target.fromResponses);
    m_hold = target.fromResponses && !mapping.has(Field::Options) && !mapping.has(Field::Probabilities)
        && !mapping.optionsInQuestion;
}

Result<> SampleImport::run(Progress& progress)
{
    auto source = RecordSource::open(m_request.file, m_request.limits);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    RawRecord record;
    RecordProblem problem;
    qint64 count = 0;
    qint64 reported = 0;
    while (true) {
        problem = {};
        const auto step = (*source)->next(record, problem);
        if (!step) {
            return tl::unexpected<Error>(step.error());
        }
        if (*step == RecordSource::Step::End) {
            for (const Sentence& note : (*source)->notes()) {
                m_log.message(note);
            }
            break;
        }
        if (*step == RecordSource::Step::Bad) {
            if (!m_target.fromResponses) {
                m_log.add(problem);
            }
        } else {
            WINNOW_TRY(take(record, (*source)->columns()));
        }
        constexpr qint64 kBatch = 256;
        constexpr qint64 kBatchBytes = 64 << 20;
        if (!m_hold && (m_waiting.size() >= kBatch || m_waitingBytes > kBatchBytes)) {
            WINNOW_TRY(flush());
        }
        if (progress.isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        constexpr qint64 kReportBytes = 8 << 20;
        if ((++count & 1023) == 0 || (*source)->bytesRead() - reported > kReportBytes) {
            reported = (*source)->bytesRead();
            progress.report(reported, (*source)->bytesTotal(),
                QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading samples")));
        }
    }
    tellKeys();
    if (m_hold) {
        inventOptions();
    }
    WINNOW_TRY(flush());
    WINNOW_TRY(storeSharing());
    WINNOW_TRY(resolveRotations());
    return m_rows.drain();
}

void SampleImport::tellKeys()
{
    const QString column = m_mapping.column(m_mapping.has(Field::Answer) ? Field::Answer : Field::Accepted);
    const auto tell = [&](KeyList list, const char* text) {
        if (const qint64 count = m_keyLists.value(list); count > 0) {
            m_log.message(Sentence::of(text).arg(column).arg(count));
        }
    };
    tell(KeyList::OneByType,
        QT_TRANSLATE_NOOP("Import",
            "Lists in \"%1\" that are one answer each, as the column of the answer's type says: %2"));
    tell(KeyList::OneByNumbers,
        QT_TRANSLATE_NOOP(
            "Import", "Lists of numbers in \"%1\": %2; each is one answer, not a choice of alternatives"));
    tell(KeyList::OneByQuestion,
        QT_TRANSLATE_NOOP(
            "Import", "Lists in \"%1\" that are one answer each, as the question asks for it: %2"));
    tell(KeyList::Alternatives,
        QT_TRANSLATE_NOOP("Import", "Lists of texts in \"%1\": %2; any of a list's texts is accepted"));
    tell(KeyList::Set,
        QT_TRANSLATE_NOOP(
            "Import", "Samples for which \"%1\" names several right options: %2; all of them are needed"));
    if (m_withoutKey > 0) {
        m_log.message(
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                             "Samples whose key \"%1\" keeps back (hidden, -1 or empty): %2; they have none"))
                .arg(column)
                .arg(m_withoutKey));
    }
    if (m_outliers > 0) {
        m_log.message(Sentence::of(
            QT_TRANSLATE_NOOP("Import",
                "Keys in \"%1\" that name no option of their sample: %2; they are kept as they are"))
                          .arg(column)
                          .arg(m_outliers));
    }
}

Result<> SampleImport::take(const RawRecord& record, const ColumnNames& columns)
{
    m_issues.clear();
    const bool readable = m_reader.read(record, columns, m_draft, m_issues);
    if (m_target.fromResponses && readable && isKnownSample(m_draft)) {
        return {};
    }
    if (!m_issues.empty()) {
        const QString key = m_draft.index.empty() ? QString() : keyOf(toQString(m_draft.index));
        for (const DraftIssue& issue : m_issues) {
            // What cannot be read as a sample may still be a response.
            if (!(m_target.fromResponses && issue.severity == ImportIssue::Severity::Rejected)) {
                m_log.add(issue, record.line, key);
            }
        }
    }
    if (!readable || !registerKey(m_draft)) {
        return {};
    }
    ++m_keyLists[m_draft.keyList];
    m_withoutKey += m_draft.noKey;
    m_outliers += !m_draft.goldFound;
    QString base;
    int shift = 0;
    if (isRotation(m_draft, base, shift)) {
        PendingRotation pending{base, shift, waitingOf(m_draft), false};
        // The picture of a circular item stands in each of its rows; it need not be kept that often.
        const auto it = m_seen.constFind(base.toUtf8());
        if (it != m_seen.constEnd() && it->images == imagesFingerprint(m_draft)) {
            pending.sharesImages = true;
            pending.waiting.imageTexts.clear();
            pending.waiting.embedded.clear();
            pending.waiting.sharedFrom.clear();
        }
        m_rotations.append(std::move(pending));
    } else if (m_target.fresh && m_draft.images.empty() && !m_hold) {
        WINNOW_TRY(addPlain(m_draft));
    } else {
        wait(waitingOf(m_draft));
    }
    ++m_position;
    return {};
}

bool SampleImport::isKnownSample(SampleDraft& draft)
{
    const auto it = m_seen.find(rawBytes(draft.index));
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
    ++it->copies;
    draft.index = draft.owned.emplace_back(std::string(draft.index) + '#' + std::to_string(it->copies));
    m_log.message(Sentence::of(
        QT_TRANSLATE_NOOP("Import", "Some keys come with several questions: the second is KEY#2")));
    return false;
}

bool SampleImport::registerKey(SampleDraft& draft)
{
    const size_t images = imagesFingerprint(draft);
    const size_t hash = fingerprint(draft, images);
    auto it = m_seen.find(rawBytes(draft.index));
    // Several questions about one image: the image's name is the key of the first only.
    while (m_imageKeys && it != m_seen.end() && it->hash != hash) {
        ++it->copies;
        draft.index = draft.owned.emplace_back(std::string(draft.index) + '#' + std::to_string(it->copies));
        m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import",
            "Several questions share an image and the image's name is the key: the second is NAME#2")));
        it = m_seen.find(rawBytes(draft.index));
    }
    if (it == m_seen.end()) {
        Seen seen{draft.line, hash, images, 1, {}};
        if (m_target.fromResponses) {
            seen.questions.append(std::hash<std::string_view>{}(draft.question));
        }
        m_seen.insert(QByteArray(draft.index.data(), qsizetype(draft.index.size())), seen);
        return true;
    }
    const QString key = keyOf(toQString(draft.index));
    const QString column = m_mapping.column(Field::Index);
    if (it->hash == hash) {
        m_log.add(ImportIssue::Severity::Note, draft.line, column, toQString(draft.index),
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                             "a key of its own; the same record stands in line %1, this one is dropped"))
                .arg(it->line),
            key);
        return false;
    }
    m_log.add(ImportIssue::Severity::Rejected, draft.line, column, toQString(draft.index),
        Sentence::of(QT_TRANSLATE_NOOP("Import", "a key of its own; another record in line %1 has it"))
            .arg(it->line),
        key);
    return false;
}

bool SampleImport::isRotation(const SampleDraft& draft, QString& base, int& shift) const
{
    qint64 index = 0;
    const bool numbered = isCount(draft.index, index);
    qint64 turn = 0;
    if (isCount(draft.rotation, turn)) {
        if (turn == 0 || turn > 255) {
            return false;
        }
        base = draft.base.empty() ? QString::number(index % kCircularStep) : toQString(draft.base);
        shift = int(turn);
        return !draft.base.empty() || numbered;
    }
    if (!draft.base.empty()) {
        if (draft.base == draft.index) {
            return false;
        }
        base = toQString(draft.base);
        shift = numbered && index >= kCircularStep ? int(index / kCircularStep) : 0;
        return true;
    }
    // VLMEvalKit: rotations of item n are n + 1,000,000, n + 2,000,000 …
    if (!numbered || index < kCircularStep || index / kCircularStep > 25 || draft.options.empty()) {
        return false;
    }
    const std::string rest = std::to_string(index % kCircularStep);
    if (!m_seen.contains(rawBytes(rest))) {
        return false;
    }
    base = QString::fromStdString(rest);
    shift = int(index / kCircularStep);
    return true;
}

Sample SampleImport::toSample(const SampleDraft& draft) const
{
    Sample sample;
    sample.dataset = m_target.name;
    sample.sourceIndex = toQString(draft.index);
    sample.position = m_position;
    sample.split = toQString(draft.split);
    sample.capability = m_target.capability.isEmpty() ? toQString(draft.capability) : m_target.capability;
    sample.category = toQString(draft.category);
    sample.question = toQString(draft.question);
    sample.hint = toQString(draft.hint);
    sample.gold = toQString(draft.gold);
    for (const std::string_view answer : draft.accepted) {
        sample.acceptedAnswers.append(toQString(answer));
    }
    for (const std::string_view option : draft.options) {
        sample.options.append(toQString(option));
    }
    if (!draft.extra.empty()) {
        sample.extra = QJsonDocument::fromJson(QByteArray::fromStdString(draft.extra)).object();
    }
    return sample;
}

Result<> SampleImport::addPlain(const SampleDraft& draft)
{
    std::string accepted;
    for (const std::string_view answer : draft.accepted) {
        accepted += accepted.empty() ? '[' : ',';
        appendJsonString(accepted, answer);
    }
    if (!accepted.empty()) {
        accepted += ']';
    }
    const QByteArray capability = m_target.capability.toUtf8();
    ++m_report.samples.added;
    return m_rows.add({.sourceIndex = draft.index,
        .split = draft.split,
        .capability = capability.isEmpty()
            ? draft.capability
            : std::string_view(capability.constData(), size_t(capability.size())),
        .category = draft.category,
        .question = draft.question,
        .hint = draft.hint,
        .gold = draft.gold,
        .accepted = accepted,
        .extra = draft.extra,
        .position = m_position,
        .contentHash = draftContentHash(draft),
        .options = &draft.options});
}

SampleImport::Waiting SampleImport::waitingOf(const SampleDraft& draft) const
{
    Waiting waiting;
    waiting.sample = toSample(draft);
    waiting.line = draft.line;
    for (const DraftImage& image : draft.images) {
        constexpr size_t kLongestKey = 64;
        if (m_target.sharedImages && !image.embedded && image.text.size() <= kLongestKey
            && image.text.find_first_of("./") == std::string_view::npos && image.text != draft.index) {
            waiting.sharedFrom.append(toQString(image.text));
            continue;
        }
        waiting.imageTexts.append(QByteArray(image.text.data(), qsizetype(image.text.size())));
        waiting.embedded.append(image.embedded);
    }
    return waiting;
}

void SampleImport::wait(Waiting waiting)
{
    for (const QByteArray& text : waiting.imageTexts) {
        m_waitingBytes += text.size();
    }
    m_waiting.push_back(std::move(waiting));
}

bool SampleImport::isCancelled() const
{
    return m_request.limits.progress && m_request.limits.progress->isCancelled();
}

Result<> SampleImport::goOn() const
{
    if (isCancelled()) {
        return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
    }
    return {};
}

Result<> SampleImport::flush()
{
    struct Task {
        size_t waiting;
        qsizetype image;
        ImageResolver::Outcome outcome;
    };
    std::vector<Task> tasks;
    for (size_t i = 0; i < m_waiting.size(); ++i) {
        const Waiting& waiting = m_waiting[i];
        for (qsizetype n = 0; n < waiting.imageTexts.size(); ++n) {
            tasks.push_back({i, n, {}});
        }
    }
    QtConcurrent::blockingMap(tasks, [&](Task& task) {
        if (isCancelled()) {
            return;
        }
        const Waiting& waiting = m_waiting[task.waiting];
        QStringList hints;
        if (!waiting.embedded.at(task.image)) {
            for (const QString& part : {waiting.sample.split, waiting.sample.sourceIndex}) {
                if (!part.isEmpty() && !part.contains(QLatin1String(".."))) {
                    hints.append(part);
                }
            }
        }
        task.outcome
            = m_images.resolve(waiting.imageTexts.at(task.image), waiting.embedded.at(task.image), hints);
    });
    WINNOW_TRY(goOn());
    for (Task& task : tasks) {
        Waiting& waiting = m_waiting[task.waiting];
        waiting.sample.images.append(task.outcome.image);
        waiting.imageBytes.append(std::move(task.outcome.bytes));
        if (task.outcome.issue) {
            if (task.outcome.issue->severity == ImportIssue::Severity::Note) {
                if (!m_otherEndings) {
                    m_log.message(
                        Sentence::of(QT_TRANSLATE_NOOP("Import",
                                         "Some images are named with another ending than the files have: %1 "
                                         "is used for %2"))
                            .arg(QFileInfo(task.outcome.image.path).fileName(), task.outcome.image.source));
                }
                m_otherEndings = true;
                continue;
            }
            DraftIssue issue = *task.outcome.issue;
            issue.column = m_mapping.column(Field::Image);
            m_log.add(issue, waiting.line, keyOf(waiting.sample.sourceIndex));
        }
    }
    for (Waiting& waiting : m_waiting) {
        if (!waiting.sharedFrom.isEmpty()) {
            m_sharing.push_back(std::move(waiting));
            continue;
        }
        WINNOW_TRY(goOn());
        WINNOW_TRY(store(waiting));
    }
    m_waiting.clear();
    m_waitingBytes = 0;
    return {};
}

Result<> SampleImport::store(Waiting& waiting)
{
    for (const ImageRef& image : std::as_const(waiting.sample.images)) {
        ++m_report.images;
        m_report.imagesMissing += image.state == ImageState::Missing;
        m_report.imagesRefused += image.state == ImageState::Refused;
        m_report.imagesUnreadable += image.state == ImageState::Unreadable;
    }
    keepWhatTheFileDoesNotTell(waiting.sample);
    const auto outcome = m_rows.put(std::move(waiting.sample), std::move(waiting.imageBytes));
    if (!outcome) {
        return tl::unexpected<Error>(outcome.error());
    }
    switch (*outcome) {
    case SampleWriter::Outcome::Added:
        ++m_report.samples.added;
        break;
    case SampleWriter::Outcome::Changed:
        ++m_report.samples.changed;
        break;
    case SampleWriter::Outcome::Unchanged:
        ++m_report.samples.unchanged;
        break;
    }
    return {};
}

void SampleImport::keepWhatTheFileDoesNotTell(Sample& sample)
{
    if (!m_partial && !m_target.hasRotations) {
        return;
    }
    const auto known = m_rows.known(sample.sourceIndex);
    if (!known) {
        return;
    }
    const auto tells = [&](Field field) { return m_mapping.has(field); };
    sample.rotations = known->rotations;
    if (!m_partial) {
        return;
    }
    sample.position = known->position;
    if (!tells(Field::Question)) {
        sample.question = known->question;
    }
    if (!tells(Field::Hint)) {
        sample.hint = known->hint;
    }
    if (sample.options.isEmpty() && !tells(Field::Options)) {
        sample.options = known->options;
        if (!sample.gold.isEmpty() && !sample.options.isEmpty()) {
            const int position = goldPosition(sample.gold, sample.options, m_mapping.goldForm);
            sample.gold = position >= 0 ? optionLetter(position) : sample.gold;
        }
    }
    if (!tells(Field::Image)) {
        sample.images = known->images;
    }
    if (!tells(Field::Answer) && !tells(Field::Accepted)) {
        sample.gold = known->gold;
        sample.acceptedAnswers = known->acceptedAnswers;
    }
    if (!tells(Field::Split)) {
        sample.split = known->split;
    }
    if (!tells(Field::Capability) && m_target.capability.isEmpty()) {
        sample.capability = known->capability;
    }
    if (!tells(Field::Category)) {
        sample.category = known->category;
    }
    QJsonObject extra = known->extra;
    for (auto it = sample.extra.begin(); it != sample.extra.end(); ++it) {
        extra.insert(it.key(), it.value());
    }
    sample.extra = extra;
}

void SampleImport::inventOptions()
{
    // A file of responses shows which letters are right, not what they stand for: the letters themselves
    // become the options, as many as the keys of the category reach.
    QMap<QString, int> highest;
    qsizetype letters = 0;
    qsizetype golds = 0;
    const auto letterOf = [](const QString& gold) {
        const ParsedAnswer answer = gold.size() <= 4 ? parseChoice(gold, {}) : ParsedAnswer();
        return answer.form == AnswerForm::Letter ? answer.option : -1;
    };
    for (const Waiting& waiting : m_waiting) {
        const int position = letterOf(waiting.sample.gold);
        golds += !waiting.sample.gold.isEmpty();
        letters += position >= 0;
        int& top = highest[waiting.sample.category];
        top = std::max(top, position);
    }
    m_hold = false;
    if (golds == 0 || letters < golds) {
        return;
    }
    for (Waiting& waiting : m_waiting) {
        const int count = std::max(2, highest.value(waiting.sample.category) + 1);
        for (int i = 0; i < count; ++i) {
            waiting.sample.options.append(optionLetter(i));
        }
        if (!waiting.sample.gold.isEmpty()) {
            waiting.sample.gold = optionLetter(letterOf(waiting.sample.gold));
        }
    }
    m_log.message(Sentence::of(QT_TRANSLATE_NOOP("Import",
        "The file tells the letters of the answers but not the options' texts: letters stand for them")));
}

Result<> SampleImport::resolveRotations()
{
    if (m_rotations.isEmpty()) {
        return {};
    }
    WINNOW_TRY(m_rows.drain());
    QMap<QString, QVector<PendingRotation*>> byBase;
    QVector<PendingRotation*> alone;
    for (PendingRotation& pending : m_rotations) {
        byBase[pending.base].append(&pending);
    }
    for (auto it = byBase.begin(); it != byBase.end(); ++it) {
        WINNOW_TRY(goOn());
        const auto base = m_rows.latest(it.key());
        QVector<Rotation> rotations = base ? base->rotations : QVector<Rotation>();
        const QVector<Rotation> before = rotations;
        for (PendingRotation* pending : it.value()) {
            const QString permutation
                = base ? rotationPermutation(base->options, pending->waiting.sample.options) : QString();
            if (permutation.isEmpty()) {
                if (base && pending->sharesImages) {
                    pending->waiting.sample.images = base->images;
                }
                alone.append(pending);
                continue;
            }
            if (pending->shift == 0) {
                pending->shift = optionPosition(permutation.left(1));
            }
            const Sample& shown = pending->waiting.sample;
            const Rotation rotation{pending->shift, shown.sourceIndex, permutation, shown.gold};
            const auto same = std::find_if(rotations.begin(), rotations.end(),
                [&](const Rotation& r) { return r.shift == rotation.shift; });
            if (same != rotations.end()) {
                *same = rotation;
            } else {
                rotations.append(rotation);
            }
            ++m_report.rotations;
        }
        const auto equal = [](const Rotation& a, const Rotation& b) {
            return a.shift == b.shift && a.sourceIndex == b.sourceIndex && a.permutation == b.permutation
                && a.gold == b.gold;
        };
        if (base && !std::equal(before.begin(), before.end(), rotations.begin(), rotations.end(), equal)) {
            WINNOW_TRY(m_rows.setRotations(*base, rotations));
        }
    }
    for (PendingRotation* pending : alone) {
        WINNOW_TRY(goOn());
        const QString index = pending->waiting.sample.sourceIndex;
        m_log.add(ImportIssue::Severity::Warning, pending->waiting.line, QStringLiteral("index"), index,
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                             "the options of item %1 in another order; kept as a sample of its own"))
                .arg(pending->base),
            keyOf(index));
        wait(std::move(pending->waiting));
    }
    WINNOW_TRY(flush());
    WINNOW_TRY(storeSharing());
    m_log.message(
        Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 rows are rotations of %2 items (circular evaluation)"))
            .arg(m_report.rotations)
            .arg(byBase.size()));
    return {};
}

Result<> SampleImport::storeSharing()
{
    WINNOW_TRY(m_rows.drain());
    for (Waiting& waiting : m_sharing) {
        WINNOW_TRY(goOn());
        for (const QString& from : waiting.sharedFrom) {
            const auto owner = m_rows.latest(from);
            if (owner && !owner->images.isEmpty()) {
                waiting.sample.images += owner->images;
                continue;
            }
            ImageRef missing;
            missing.source = from;
            missing.state = ImageState::Missing;
            waiting.sample.images.append(missing);
            m_log.add(ImportIssue::Severity::Warning, waiting.line, m_mapping.column(Field::Image), from,
                Sentence::of(QT_TRANSLATE_NOOP("Import", "the key of a sample with an image")),
                keyOf(waiting.sample.sourceIndex));
        }
        WINNOW_TRY(this->store(waiting));
    }
    m_sharing.clear();
    return {};
}

} // namespace winnow
