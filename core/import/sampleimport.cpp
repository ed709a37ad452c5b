// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/sampleimport.h"

#include "core/import/drafttext.h"
#include "core/import/recordloop.h"
#include "core/import/utf8.h"
#include "core/text/answerparser.h"
#include "core/text/normalise.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QtConcurrent>

#include <numeric>

namespace winnow {

namespace {

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

SampleImport::SampleImport(StagedSamples& rows, const ImportRequest& request, const RecordFiles& files,
    const FieldMapping& mapping, const Target& target, ImportReport& report, IssueLog& log)
    : m_rows(rows)
    , m_request(request)
    , m_mapping(mapping)
    , m_target(target)
    , m_report(report)
    , m_log(log)
    , m_reader(mapping)
    , m_keys(target.name, mapping, target.fromResponses, log)
    , m_steps(mapping, target.name, target.steps, log)
    , m_images(imageFolders(files, request.imagesDir, target.name), target.name, mapping.column(Field::Image),
          log, request.limits.progress)
{
    m_partial = !target.fresh
        && !(mapping.has(Field::Question) && mapping.has(Field::Answer)
            && (mapping.has(Field::Options) || mapping.optionsInQuestion));
    m_reader.acceptBare(target.fromResponses);
    m_hold = target.fromResponses && !mapping.has(Field::Options) && !mapping.has(Field::Probabilities)
        && !mapping.optionsInQuestion;
}

Result<> SampleImport::run(Progress& progress)
{
    m_steps.read(m_request.file, m_request.limits);
    RecordLoop loop;
    loop.take = [this](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        m_log.standIn(source.file());
        WINNOW_TRY(take(record, source.columns()));
        if (!m_hold && m_images.isFull()) {
            WINNOW_TRY(flush());
        }
        return true;
    };
    if (!m_target.fromResponses) {
        loop.bad = [this](const RecordProblem& problem) {
            m_log.add(problem);
            return true;
        };
        loop.lost = [this](const CellLoss& loss) { m_log.add(loss); };
    }
    loop.end = [this](const RecordSource& source) { m_log.messages(source.notes()); };
    loop.progress = &progress;
    loop.step = QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading samples"));
    WINNOW_TRY(loop.run(m_request.file, m_request.limits));
    tellKeys();
    if (m_hold) {
        inventOptions();
    }
    WINNOW_TRY(flush());
    WINNOW_TRY(storeSharing());
    WINNOW_TRY(resolveRotations());
    m_steps.tell([this](const QString& index) {
        return m_keys.contains(index.toStdString()) || m_rows.known(index).has_value();
    });
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
    if (m_target.fromResponses && readable && m_keys.isKnown(m_draft)) {
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
    if (!readable || !m_keys.take(m_draft)) {
        return {};
    }
    ++m_keyLists[m_draft.keyList];
    m_withoutKey += m_draft.noKey;
    m_outliers += !m_draft.goldFound;
    m_steps.settle(m_draft);
    if (auto key = rotationOf(m_draft, m_keys)) {
        const bool shares = m_keys.hasImagesOf(m_draft, key->base.toStdString());
        m_rotations.add(*std::move(key), waitingOf(m_draft), shares);
    } else if (m_target.fresh && m_draft.images.empty() && !m_hold) {
        WINNOW_TRY(addPlain(m_draft));
    } else {
        m_images.add(waitingOf(m_draft));
    }
    ++m_position;
    return {};
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
    sample.parent = toQString(draft.parent);
    sample.step = toQString(draft.step);
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
        .parent = draft.parent,
        .step = draft.step,
        .position = m_position,
        .contentHash = draftContentHash(draft),
        .options = &draft.options});
}

WaitingSample SampleImport::waitingOf(const SampleDraft& draft) const
{
    WaitingSample waiting;
    waiting.sample = toSample(draft);
    waiting.line = draft.line;
    for (const DraftImage& image : draft.images) {
        constexpr size_t kLongestKey = 64;
        if (m_target.sharedImages && !image.embedded() && image.text.size() <= kLongestKey
            && image.text.find_first_of("./") == std::string_view::npos && image.text != draft.index) {
            waiting.sharedFrom.append(toQString(image.text));
            continue;
        }
        waiting.imageTexts.append(QByteArray(image.text.data(), qsizetype(image.text.size())));
        waiting.imageForms.append(image.form);
    }
    return waiting;
}

Result<> SampleImport::flush()
{
    return m_images.flush([this](WaitingSample& waiting) -> Result<> {
        if (!waiting.sharedFrom.isEmpty()) {
            m_sharing.push_back(std::move(waiting));
            return {};
        }
        return store(waiting);
    });
}

Result<> SampleImport::store(WaitingSample& waiting)
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
    if (!m_partial && !m_target.hasRotations && m_target.steps.isEmpty()) {
        return;
    }
    const auto known = m_rows.known(sample.sourceIndex);
    if (!known) {
        return;
    }
    const auto tells = [&](Field field) { return m_mapping.has(field); };
    sample.rotations = known->rotations;
    if (!tells(Field::Parent)) {
        sample.parent = known->parent;
    }
    if (!tells(Field::Step) && sample.parent == known->parent) {
        sample.step = known->step;
    }
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
    for (const WaitingSample& waiting : m_images.waiting()) {
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
    for (WaitingSample& waiting : m_images.waiting()) {
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
    auto outcome = m_rotations.resolve({[this](const QString& index) { return m_rows.latest(index); },
                                           [this](const Sample& base, const QVector<Rotation>& rotations) {
                                               return m_rows.setRotations(base, rotations);
                                           }},
        m_target.name, m_log, m_request.limits.progress);
    if (!outcome) {
        return tl::unexpected<Error>(outcome.error());
    }
    m_report.rotations += outcome->rotations;
    for (WaitingSample& alone : outcome->alone) {
        m_images.add(std::move(alone));
    }
    WINNOW_TRY(flush());
    WINNOW_TRY(storeSharing());
    m_log.message(
        Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 rows are rotations of %2 items (circular evaluation)"))
            .arg(m_report.rotations)
            .arg(outcome->items));
    return {};
}

Result<> SampleImport::storeSharing()
{
    WINNOW_TRY(m_rows.drain());
    for (WaitingSample& waiting : m_sharing) {
        if (m_request.limits.progress && m_request.limits.progress->isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
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
