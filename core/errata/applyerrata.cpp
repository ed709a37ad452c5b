// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/applyerrata.h"

#include "core/domain/sample.h"
#include "core/errata/sampleedit.h"
#include "core/errata/splicedcopy.h"
#include "core/import/importrequest.h"
#include "core/import/keyregistry.h"
#include "core/import/utf8.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace winnow {

namespace {

using Kind = ErrataOutcome::Kind;

Sentence shown(const QString& text)
{
    constexpr qsizetype kShown = 120;
    return Sentence(text.size() <= kShown ? text : text.left(kShown) + QChar(u'\u2026'));
}

Sentence expectation(const QString& expected, const QString& found)
{
    return Sentence::of(QT_TRANSLATE_NOOP("Error", "the patch expects \"%1\", the file has \"%2\""))
        .arg(shown(expected), shown(found));
}

/// What is to be done to one sample: places in the patch.
struct Task {
    QVector<qsizetype> changes;
    QVector<qsizetype> removals;
};

class Application {
public:
    Application(const Errata& errata, const ApplyOptions& options, Progress& progress)
        : m_errata(errata)
        , m_options(options)
        , m_progress(progress)
    {
        for (const ErrataChange& change : errata.changes) {
            m_tasks[change.index].changes.append(m_report.outcomes.size());
            m_report.outcomes.append({.index = change.index, .field = change.field, .reason = Sentence()});
        }
        for (const ErrataRemoval& removal : errata.removals) {
            m_tasks[removal.index].removals.append(m_report.outcomes.size());
            m_report.outcomes.append({.index = removal.index, .field = QString(), .reason = Sentence()});
        }
    }

    Result<ApplyReport> run(const QString& file);

private:
    Result<> walk(const SampleFile& file);
    void take(const Task& task, PlacedRecords& records, SampleEdit& edit, const SampleDraft& draft);
    void change(const Task& task, SampleEdit& edit);
    /// The texts that the patch says of one field, where the file says the same as it expects.
    void changeText(qsizetype at, const QString& found, const std::function<bool(const QString&)>& set);
    void changeOptions(const QVector<qsizetype>& places, SampleEdit& edit);
    void changeGold(std::optional<qsizetype> answer, std::optional<qsizetype> accepted, SampleEdit& edit);
    /// Why the options that the letters of an answer stand for are others here; empty when they are not.
    Sentence otherOptions(const ErrataChange& change, const SampleText& text) const;
    void settle(qsizetype at, Kind kind, const Sentence& reason = {});
    void refuseSpelling(qsizetype at);
    void cut(const PlacedRecords& records);
    void endCut(qint64 at);
    void tellOtherReading(const SampleFile& file, const ReadLimits& limits);
    void tellLeft(const SampleFile& file);
    tl::unexpected<Error> nothingFits(const QString& file) const;

    const Errata& m_errata;
    const ApplyOptions& m_options;
    Progress& m_progress;
    QHash<QString, Task> m_tasks;
    ApplyReport m_report;
    QVector<Splice> m_splices;
    qint64 m_line = 0;
    /// What the record at hand said.
    SampleText m_before;
    bool m_keptBefore = false;
    qint64 m_previousEnd = -1;
    qint64 m_cutFrom = -1;
    qint64 m_cutEnd = -1;
};

Result<ApplyReport> Application::run(const QString& file)
{
    ReadLimits limits = m_options.limits;
    limits.progress = &m_progress;
    // Not asked again before the copy is written.
    QFileInfo before(file);
    before.stat();
    const auto look = SampleFile::look(file, m_options.map, limits);
    if (!look) {
        return tl::unexpected<Error>(look.error());
    }
    WINNOW_TRY(walk(*look));
    tellLeft(*look);
    const bool any = std::any_of(m_report.outcomes.begin(), m_report.outcomes.end(),
        [](const auto& outcome) { return outcome.kind != Kind::Refused && outcome.kind != Kind::NotFound; });
    if (!any && !m_report.outcomes.isEmpty()) {
        return nothingFits(file);
    }
    const auto hashes = writeSpliced(before, m_splices, m_options.out, m_progress);
    if (!hashes) {
        return tl::unexpected<Error>(hashes.error());
    }
    m_report.file = {before.fileName(), hashes->source};
    m_report.patched = {QFileInfo(m_options.out).fileName(), hashes->copy};
    tellOtherReading(*look, limits);
    m_report.sameVersion = hashes->source == m_errata.source.sha256;
    if (!m_report.sameVersion && !m_errata.source.sha256.isEmpty()) {
        m_report.notes.prepend(Sentence::of(
            QT_TRANSLATE_NOOP("Error",
                "The file is another version than the patch was made for (%1, not %2): every old value was "
                "compared"))
                                   .arg(m_report.file.name(), m_errata.source.name()));
    }
    return m_report;
}

Result<> Application::walk(const SampleFile& file)
{
    ReadLimits limits = m_options.limits;
    limits.progress = &m_progress;
    const auto opened = PlacedRecords::open(file, limits);
    if (!opened) {
        return tl::unexpected<Error>(opened.error());
    }
    PlacedRecords& records = **opened;
    SampleReader reader(file.mapping);
    SampleReader readerAgain(file.mapping);
    SampleEdit edit(records, readerAgain);
    SampleDraft draft;
    std::vector<DraftIssue> issues;
    // Names the samples as an import does, also where a key comes again.
    ImportReport report;
    IssueLog log(file.path, report);
    KeyRegistry keys(m_errata.dataset, file.mapping, false, log);
    while (true) {
        const auto step = records.next();
        if (!step) {
            return tl::unexpected<Error>(step.error());
        }
        if (*step == PlacedRecords::Step::End) {
            break;
        }
        endCut(records.begin());
        issues.clear();
        bool cutOut = false;
        if (*step == PlacedRecords::Step::Record
            && reader.read(records.record(), records.columns(), draft, issues) && keys.take(draft)) {
            if (const auto task = m_tasks.constFind(toQString(draft.index)); task != m_tasks.constEnd()) {
                m_line = records.record().line;
                take(*task, records, edit, draft);
                cutOut = m_options.remove && !task->removals.isEmpty();
            }
        }
        if (cutOut) {
            cut(records);
        }
        m_keptBefore = m_keptBefore || !cutOut;
        m_previousEnd = records.end();
        m_progress.report(records.bytesRead(), records.bytesTotal(),
            QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading samples")));
    }
    endCut(m_cutEnd);
    return {};
}

void Application::take(const Task& task, PlacedRecords& records, SampleEdit& edit, const SampleDraft& draft)
{
    m_before = SampleText::of(draft);
    edit.begin(m_before);
    if (!task.changes.isEmpty()) {
        change(task, edit);
    }
    for (const qsizetype at : task.removals) {
        settle(at, m_options.remove ? Kind::Removed : Kind::NotRemoved);
    }
    if (!(m_options.remove && !task.removals.isEmpty()) && records.bytes() != edit.bytes()) {
        m_splices.append(
            {records.offset(), qint64(records.bytes().size()), QByteArray::fromStdString(edit.bytes())});
    }
}

void Application::change(const Task& task, SampleEdit& edit)
{
    QVector<qsizetype> options;
    std::optional<qsizetype> answer;
    std::optional<qsizetype> accepted;
    for (const qsizetype at : task.changes) {
        const QString& field = m_errata.changes.at(at).field;
        if (errataOption(field) >= 0) {
            options.append(at);
        } else if (field == kErrataQuestion) {
            changeText(at, edit.text().question, [&](const QString& text) { return edit.setQuestion(text); });
        } else if (field == kErrataHint) {
            changeText(at, edit.text().hint, [&](const QString& text) { return edit.setHint(text); });
        } else if (auto& place = field == kErrataAnswer ? answer : accepted; place) {
            settle(at, Kind::Refused,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "the patch changes this twice; the first counts")));
        } else {
            place = at;
        }
    }
    if (!options.isEmpty()) {
        changeOptions(options, edit);
    }
    if (answer || accepted) {
        changeGold(answer, accepted, edit);
    }
}

void Application::changeText(
    qsizetype at, const QString& found, const std::function<bool(const QString&)>& set)
{
    const QString before = m_errata.changes.at(at).before.value(0);
    const QString after = m_errata.changes.at(at).after.value(0);
    const bool blanksOnly = saySame(before, after);
    const auto says = [&](const QString& text) { return blanksOnly ? found == text : saySame(found, text); };
    if (says(after)) {
        settle(at, Kind::AlreadyDone);
    } else if (!says(before)) {
        settle(at, Kind::Refused, expectation(before, found));
    } else if (set(after)) {
        settle(at, Kind::Applied);
    } else {
        refuseSpelling(at);
    }
}

void Application::changeOptions(const QVector<qsizetype>& places, SampleEdit& edit)
{
    QStringList options = edit.text().options;
    QVector<qsizetype> fitting;
    for (const qsizetype at : places) {
        const ErrataChange& change = m_errata.changes.at(at);
        const int option = errataOption(change.field);
        changeText(at, options.value(option), [&](const QString& after) {
            while (options.size() <= option) {
                options.append(QString());
            }
            options[option] = after;
            fitting.append(at);
            return true;
        });
    }
    while (!options.isEmpty() && options.last().isEmpty()) {
        options.removeLast();
    }
    if (!fitting.isEmpty() && !edit.setOptions(options)) {
        for (const qsizetype at : std::as_const(fitting)) {
            refuseSpelling(at);
        }
    }
}

Sentence Application::otherOptions(const ErrataChange& change, const SampleText& text) const
{
    const auto differs = [&](const QString& letter, const QString& expected) -> Sentence {
        const int option = optionPosition(letter, text.options.size());
        if (expected.isEmpty() || option < 0 || saySame(text.options.at(option), expected)
            || saySame(m_before.options.value(option), expected)) {
            return {};
        }
        return Sentence::of(QT_TRANSLATE_NOOP("Error", "option %1 is another: %2"))
            .arg(letter)
            .arg(expectation(expected, text.options.at(option)));
    };
    const Sentence before = differs(change.before.value(0), change.beforeOption);
    return before.isEmpty() ? differs(change.after.value(0), change.afterOption) : before;
}

void Application::changeGold(
    std::optional<qsizetype> answer, std::optional<qsizetype> accepted, SampleEdit& edit)
{
    const SampleText& text = edit.text();
    const auto changeAt
        = [&](const std::optional<qsizetype>& at) { return at ? &m_errata.changes.at(*at) : nullptr; };
    const ErrataChange* const gold = changeAt(answer);
    const ErrataChange* const others = changeAt(accepted);
    const bool goldDone = !gold || text.gold == gold->after.value(0);
    const bool othersDone = !others || text.accepted == others->after;
    const bool goldFits = !gold || text.gold == gold->before.value(0);
    const bool othersFit = !others || text.accepted == others->before;
    const Sentence options = gold ? otherOptions(*gold, text) : Sentence();
    const auto settleBoth = [&](Kind kind, const Sentence& reason) {
        for (const auto& at : {answer, accepted}) {
            if (at) {
                settle(*at, kind, reason);
            }
        }
    };
    if (!options.isEmpty()) {
        settleBoth(Kind::Refused, options);
    } else if (goldDone && othersDone) {
        settleBoth(Kind::AlreadyDone, {});
    } else if (!goldFits) {
        settleBoth(Kind::Refused, expectation(gold->before.value(0), text.gold));
    } else if (!othersFit) {
        settleBoth(Kind::Refused,
            expectation(others->before.join(QStringLiteral(", ")), text.accepted.join(QStringLiteral(", "))));
    } else if (edit.setGold(
                   gold ? gold->after.value(0) : text.gold, others ? others->after : text.accepted)) {
        settleBoth(Kind::Applied, {});
    } else {
        for (const auto& at : {answer, accepted}) {
            if (at) {
                refuseSpelling(*at);
            }
        }
    }
}

void Application::settle(qsizetype at, Kind kind, const Sentence& reason)
{
    ErrataOutcome& outcome = m_report.outcomes[at];
    outcome.kind = kind;
    outcome.line = m_line;
    outcome.reason = reason;
}

void Application::refuseSpelling(qsizetype at)
{
    const ErrataChange& change = m_errata.changes.at(at);
    settle(at, Kind::Refused,
        Sentence::of(QT_TRANSLATE_NOOP("Error",
                         "\"%1\" cannot be written so that the file is read as the patch says; change it by "
                         "hand"))
            .arg(shown(change.after.join(QStringLiteral(", ")))));
}

void Application::cut(const PlacedRecords& records)
{
    if (!records.separated()) {
        m_splices.append({records.begin(), records.end() - records.begin(), {}});
    } else if (m_keptBefore) {
        m_splices.append({m_previousEnd, records.end() - m_previousEnd, {}});
    } else {
        m_cutFrom = m_cutFrom < 0 ? records.begin() : m_cutFrom;
        m_cutEnd = records.end();
    }
}

void Application::endCut(qint64 at)
{
    if (m_cutFrom >= 0) {
        m_splices.append({m_cutFrom, at - m_cutFrom, {}});
        m_cutFrom = -1;
    }
}

void Application::tellOtherReading(const SampleFile& file, const ReadLimits& limits)
{
    // In a large file a few changes do not tip what is guessed of all of it.
    constexpr qint64 kSmall = qint64(32) << 20;
    if (m_splices.isEmpty() || QFileInfo(m_options.out).size() > kSmall) {
        return;
    }
    const auto again = SampleFile::look(m_options.out, m_options.map, limits);
    if (!again || again->mapping.goldForm != file.mapping.goldForm
        || again->mapping.column(Field::Index) != file.mapping.column(Field::Index)) {
        m_report.notes.append(Sentence::of(QT_TRANSLATE_NOOP("Error",
            "With so few samples these changes alter what an import guesses of the file, how answers are "
            "written or which column is the key: check that when it is imported")));
    }
}

void Application::tellLeft(const SampleFile& file)
{
    const QString key = file.mapping.column(Field::Index);
    for (ErrataOutcome& outcome : m_report.outcomes) {
        if (outcome.kind == Kind::NotFound) {
            outcome.reason = key.isEmpty()
                ? Sentence::of(QT_TRANSLATE_NOOP("Error", "the file has no record in that place"))
                : Sentence::of(QT_TRANSLATE_NOOP("Error", "the column \"%1\" of the file has no such key"))
                      .arg(key);
        }
    }
    if (const qint64 left = m_report.count(Kind::NotRemoved); left > 0) {
        m_report.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Samples that the patch removes, left as they are: %1"))
                .arg(left));
    }
    if (!m_errata.added.isEmpty()) {
        m_report.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                             "Samples that only the other version has; a patch does not add them: %1"))
                .arg(qint64(m_errata.added.size())));
    }
}

tl::unexpected<Error> Application::nothingFits(const QString& file) const
{
    const ErrataOutcome& first = m_report.outcomes.first();
    const QString version = m_errata.source.name();
    return fail(ErrorCode::InvalidInput,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Nothing of the patch fits %1; the first, sample %2: %3"))
            .arg(file, first.index, first.reason),
        version.isEmpty()
            ? Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Check that it is the file of the benchmark, and which column holds its keys"))
            : Sentence::of(QT_TRANSLATE_NOOP("Error",
                               "Check that it is the file of the benchmark, and which column holds its keys; "
                               "the patch was made for %1"))
                  .arg(version));
}

} // namespace

QString errataOutcomeId(ErrataOutcome::Kind kind)
{
    static const QStringList ids{QStringLiteral("applied"), QStringLiteral("already_done"),
        QStringLiteral("removed"), QStringLiteral("not_removed"), QStringLiteral("refused"),
        QStringLiteral("not_found")};
    return ids.at(int(kind));
}

qint64 ApplyReport::count(ErrataOutcome::Kind kind) const
{
    return std::count_if(
        outcomes.begin(), outcomes.end(), [&](const ErrataOutcome& outcome) { return outcome.kind == kind; });
}

bool ApplyReport::isComplete() const
{
    return count(Kind::Refused) == 0 && count(Kind::NotFound) == 0;
}

Result<ApplyReport> applyErrata(
    const QString& file, const Errata& errata, const ApplyOptions& options, Progress& progress)
{
    const QFileInfo out(options.out);
    if (out.exists()) {
        const bool itself = out.canonicalFilePath() == QFileInfo(file).canonicalFilePath();
        return fail(ErrorCode::AlreadyExists,
            (itself ? Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is the file to patch"))
                    : Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 exists already")))
                .arg(options.out),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another name, or remove it first")));
    }
    return Application(errata, options, progress).run(file);
}

} // namespace winnow
