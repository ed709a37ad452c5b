// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/subsetcommand.h"

#include "core/base/remedy.h"
#include "core/store/samplestore.h"
#include "core/store/subsetstore.h"
#include "core/subset/percapability.h"
#include "core/subset/savesubset.h"
#include "core/subset/subsetreport.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace winnow::cli {

namespace {

QString figure(double value, int digits = 3)
{
    return std::isfinite(value) ? QString::number(value, 'f', digits) : QStringLiteral("-");
}

QString points(double share)
{
    return figure(100 * share, 1);
}

QString interval(const OverSplits& over)
{
    return std::isfinite(over.interval.low)
        ? QStringLiteral("%1 to %2").arg(figure(over.interval.low), figure(over.interval.high))
        : QStringLiteral("-");
}

/// --budget: a number, a share ("5%") or a speed-up ("13x"); 0 = not understood.
qint64 budgetOf(const QString& text, qint64 items)
{
    static const QRegularExpression form(QStringLiteral("^(\\d+(?:\\.\\d+)?)(%|x)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return 0;
    }
    const double value = match.captured(1).toDouble();
    const QString unit = match.captured(2);
    if (unit == u"%") {
        return std::max<qint64>(1, std::llround(value * double(items) / 100));
    }
    if (unit == u"x") {
        return value > 0 ? std::max<qint64>(1, std::llround(double(items) / value)) : 0;
    }
    return value == std::floor(value) ? qint64(value) : 0;
}

/// NAME=N of --floor and --limit, put to the dataset or capability of that name.
std::optional<SubsetShare> shareOf(const QString& text, bool floor, const InsightsData& data)
{
    const qsizetype at = text.lastIndexOf(u'=');
    bool whole = false;
    const qint64 count = text.mid(at + 1).toLongLong(&whole);
    if (at < 1 || !whole || count < 0) {
        return std::nullopt;
    }
    SubsetShare share;
    (data.datasets().contains(text.left(at)) ? share.dataset : share.capability) = text.left(at);
    (floor ? share.least : share.most) = count;
    return share;
}

QStringList figuresRow(const QString& title, const SubsetFigures& of)
{
    return {title, figure(of.kendall.mean), interval(of.kendall), figure(of.spearman.mean),
        points(of.error.mean), points(of.rawError.mean), points(of.apart.mean),
        points(of.discrimination.mean)};
}

QStringList figuresHead()
{
    return {QStringLiteral("set"), QStringLiteral("Kendall"), QStringLiteral("95% interval"),
        QStringLiteral("Spearman"), QStringLiteral("error"), QStringLiteral("plain mean off"),
        QStringLiteral("pairs apart %"), QStringLiteral("discrimination %")};
}

void printTried(Context& context, const QString& title, const SubsetFigures& own, const SubsetFigures& random,
    const QString& method)
{
    if (!own.isEmpty()) {
        context.out << "\n"
                    << title << "\n"
                    << table(figuresHead(),
                           {figuresRow(method, own), figuresRow(QStringLiteral("random"), random)});
    }
}

void printReport(Context& context, const ChosenSubset& chosen, const SubsetReport& report)
{
    const SubsetSaving& saving = report.saving;
    context.out << saving.samples << " of " << saving.of << " samples (" << figure(saving.speedUp(), 1)
                << " times fewer), method " << chosen.request.method << ", seed " << chosen.request.seed
                << "\n"
                << report.validFor.english() << "\n";
    if (std::isfinite(saving.secondsOfAll)) {
        context.out << "Hours of the models that speak: " << figure(saving.seconds / 3600, 2) << " of "
                    << figure(saving.secondsOfAll / 3600, 2) << "\n";
    }
    if (std::isfinite(saving.dollarsOfAll)) {
        context.out << "US dollars: " << figure(saving.dollars, 2) << " of " << figure(saving.dollarsOfAll, 2)
                    << "\n";
    }
    for (const Sentence& note : chosen.notes) {
        context.out << "Note: " << note.english() << "\n";
    }
    for (const Sentence& warning : report.warnings) {
        context.out << "Warning: " << warning.english() << "\n";
    }
    printTried(context, QStringLiteral("Models like those seen, held out"), report.alike, report.alikeRandom,
        chosen.request.method);
    printTried(context,
        QStringLiteral("Stronger models: chosen on the weaker 60%, tried on the strongest 40%"),
        report.stronger, report.strongerRandom, chosen.request.method);
    printTried(context, QStringLiteral("The family left out: %1").arg(report.family), report.ofFamily,
        report.ofFamilyRandom, chosen.request.method);
    QList<QStringList> rows;
    for (const SubsetModelScore& model : report.models) {
        rows.append({model.model, percent(model.accuracy), percent(model.score),
            std::isfinite(model.interval.low)
                ? QStringLiteral("%1-%2").arg(percent(model.interval.low, 1), percent(model.interval.high, 1))
                : QStringLiteral("-"),
            percent(model.mean)});
    }
    if (!rows.isEmpty()) {
        context.out << "\n"
                    << table({QStringLiteral("model"), QStringLiteral("all %"),
                                 QStringLiteral("score from a set without it %"),
                                 QStringLiteral("95% interval"), QStringLiteral("plain mean %")},
                           rows);
    }
}

bool isDatBench(const Context& context)
{
    return context.value("preset") == u"datbench";
}

/// As --budget has it; DatBench takes 5,000 a capability.
QString budgetText(const Context& context)
{
    return context.isSet("budget") || !isDatBench(context) ? context.value("budget") : QStringLiteral("5000");
}

/// Everything that choosing needs, read once.
struct Read {
    std::shared_ptr<Project> project;
    InsightsData data;
    AppliedPolicy applied;
    SubsetMarks marks;
};

Result<Read> readAll(const Context& context)
{
    auto project = openProject(context);
    if (!project) {
        return tl::unexpected<Error>(project.error());
    }
    const auto policy = policyOf(context, **project);
    if (!policy) {
        return tl::unexpected<Error>(policy.error());
    }
    auto data = InsightsData::read(**project, context.progress, InsightsData::Usage::Read);
    if (!data) {
        return tl::unexpected<Error>(data.error());
    }
    auto marks = (*project)->read([](sqlite::Connection& c) { return SubsetMarks::read(c); });
    if (!marks) {
        return tl::unexpected<Error>(marks.error());
    }
    AppliedPolicy applied = apply(*data, *policy);
    return Read{*project, std::move(*data), std::move(applied), std::move(*marks)};
}

Result<QVector<SampleId>> samplesCalled(const Project& project, const QStringList& keys)
{
    return project.read([&](sqlite::Connection& c) -> Result<QVector<SampleId>> {
        QVector<SampleId> found;
        for (const QString& key : keys) {
            const auto sample = SampleStore(c).byKey(key);
            if (!sample) {
                return nothingCalled(
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no sample \"%1\"")).arg(key), {});
            }
            found.append(sample->id);
        }
        return found;
    });
}

/// One choice: what its options say, tried, printed and stored.
class Choice {
public:
    Choice(Context& context, const Read& read)
        : m_context(context)
        , m_read(read)
    {
    }

    /// nullopt = done.
    std::optional<int> understand()
    {
        m_request.method = m_context.isSet("method") ? m_context.value("method")
            : isDatBench(m_context)                  ? QStringLiteral("top_r_pb")
                                                     : m_request.method;
        bool seed = true;
        bool splits = true;
        m_request.seed = m_context.isSet("seed") ? m_context.value("seed").toULongLong(&seed) : 1;
        m_splits = m_context.isSet("splits") ? m_context.value("splits").toInt(&splits) : m_splits;
        if (!seed || !splits || m_splits < 2) {
            return m_context.usage(QStringLiteral("--seed takes a whole number from 0, --splits one from 2"));
        }
        m_scope.dataset = m_context.value("dataset");
        m_scope.capability = m_context.value("capability");
        m_scope.parent = m_context.value("within");
        m_scope.deduplicate = !m_context.isSet("keep-repeats");
        m_family = m_context.value("hold-out");
        if (m_context.isSet("frontier")) {
            bool number = false;
            m_request.frontierShare = m_context.value("frontier").toDouble(&number);
            if (!number || *m_request.frontierShare < 0 || *m_request.frontierShare > 1) {
                return m_context.usage(QStringLiteral("--frontier takes a share from 0 to 1"));
            }
        }
        for (const bool floor : {true, false}) {
            for (const QString& text : m_context.values(floor ? "floor" : "limit")) {
                const auto share = shareOf(text, floor, m_read.data);
                if (!share) {
                    return m_context.usage(
                        QStringLiteral("--floor and --limit take NAME=N, a dataset or a capability"));
                }
                if (!share->capability.isEmpty() && !m_read.data.capabilities().contains(share->capability)) {
                    return m_context.failed(nothingCalled(
                        Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no capability \"%1\""))
                            .arg(share->capability),
                        m_read.data.datasets() + m_read.data.capabilities())
                                                .value());
                }
                m_request.shares.append(*share);
            }
        }
        for (const bool must : {true, false}) {
            const auto samples = samplesCalled(*m_read.project, m_context.values(must ? "must" : "veto"));
            if (!samples) {
                return m_context.failed(samples.error());
            }
            (must ? m_scope.musts : m_scope.vetoes) = *samples;
        }
        return std::nullopt;
    }

    QStringList capabilities() const { return m_read.data.capabilities(); }

    int choose(const QString& name, const QString& capability, QJsonArray& documents)
    {
        SubsetScope scope
            = capability.isEmpty() ? m_scope : scopeOfCapability(m_scope, capability, m_read.data);
        const auto whole = SubsetInput::of(m_read.data, m_read.applied, m_read.marks, scope);
        if (!whole) {
            return m_context.failed(whole.error());
        }
        if (!m_family.isEmpty()) {
            scope.withoutFamilies.append(m_family);
        }
        const auto input = SubsetInput::of(m_read.data, m_read.applied, m_read.marks, scope);
        if (!input) {
            return m_context.failed(input.error());
        }
        SubsetRequest request = capability.isEmpty() ? m_request : requestWithin(m_request, *input);
        request.budget = budgetOf(budgetText(m_context), qint64(input->items()));
        const auto problem = problemOf(*input);
        const auto chosen = chooseSubset(*input, *problem, request);
        if (!chosen) {
            return m_context.failed(chosen.error());
        }
        const auto trial = SubsetTrial::make(*whole, m_splits, m_family);
        if (m_context.isSet("methods")) {
            return printMethods(*trial, qint64(chosen->selection.items.size()), documents);
        }
        const auto report = reportOn(*input, *problem, *chosen, *trial, m_context.progress);
        if (!report) {
            return m_context.failed(report.error());
        }
        return tell(name, *input, *problem, *chosen, *report, documents);
    }

private:
    int printMethods(const SubsetTrial& trial, qint64 size, QJsonArray& documents)
    {
        QJsonArray methods;
        for (const HeldOut kind : {HeldOut::Alike, HeldOut::Stronger}) {
            QList<QStringList> rows;
            for (const auto& method : subsetMethods()) {
                const SubsetFigures figures
                    = trial.measure(kind, *method, size, m_request.seed, 1, m_context.progress);
                if (figures.isEmpty()) {
                    continue;
                }
                rows.append(figuresRow(method->info().id, figures));
                QJsonObject json = figures.toJson();
                json.insert(QStringLiteral("method"), method->info().id);
                json.insert(QStringLiteral("held_out"),
                    kind == HeldOut::Alike ? QStringLiteral("alike") : QStringLiteral("stronger"));
                methods.append(json);
            }
            if (!m_context.json && !rows.isEmpty()) {
                const auto models = trial.modelsOf(kind);
                m_context.out << (kind == HeldOut::Alike ? "Models like those seen" : "Stronger models")
                              << ": chosen by " << models.first << ", tried on " << models.second << ", "
                              << size << " samples\n"
                              << table(figuresHead(), rows) << "\n";
            }
        }
        if (!m_context.json && methods.isEmpty()) {
            m_context.out << "Fewer than " << leastModelsFor(HeldOut::Alike)
                          << " models have scores: none can be held out\n";
        }
        documents.append(QJsonObject{{QStringLiteral("size"), size}, {QStringLiteral("methods"), methods}});
        return Done;
    }

    int tell(const QString& name, const SubsetInput& input, const SelectionProblem& problem,
        const ChosenSubset& chosen, const SubsetReport& report, QJsonArray& documents)
    {
        if (!name.isEmpty()) {
            const auto saved = saveSubset(*m_read.project, input, problem, chosen, name, report.toJson());
            if (!saved) {
                return m_context.failed(saved.error());
            }
        }
        QJsonObject json = report.toJson();
        json.insert(QStringLiteral("name"), name);
        json.insert(QStringLiteral("request"), chosen.request.toJson(input.scope));
        json.insert(QStringLiteral("source_hash"), QString::fromLatin1(input.hash().toHex()));
        QJsonArray notes;
        for (const Sentence& note : chosen.notes) {
            notes.append(note.english());
        }
        json.insert(QStringLiteral("notes"), notes);
        documents.append(json);
        if (!m_context.json) {
            if (!name.isEmpty()) {
                m_context.out << "Stored as \"" << name << "\"\n";
            }
            printReport(m_context, chosen, report);
        }
        return Done;
    }

    Context& m_context;
    const Read& m_read;
    SubsetRequest m_request;
    SubsetScope m_scope;
    QString m_family;
    int m_splits = 20;
};

int listStored(Context& context)
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const auto stored = (*project)->read([](sqlite::Connection& c) { return SubsetStore(c).all(); });
    if (!stored) {
        return context.failed(stored.error());
    }
    QJsonArray array;
    QList<QStringList> rows;
    for (const Subset& subset : *stored) {
        array.append(QJsonObject{{QStringLiteral("name"), subset.name},
            {QStringLiteral("method"), subset.method}, {QStringLiteral("samples"), subset.size},
            {QStringLiteral("budget"), subset.budget}, {QStringLiteral("seed"), subset.seed},
            {QStringLiteral("within"), QJsonArray::fromStringList(subset.parents)},
            {QStringLiteral("source_hash"), QString::fromLatin1(subset.sourceHash.toHex())},
            {QStringLiteral("request"), subset.request}, {QStringLiteral("created_at"), subset.createdAt}});
        rows.append({subset.name, subset.method, QString::number(subset.size), QString::number(subset.seed),
            subset.parents.join(QStringLiteral(", ")), subset.createdAt});
    }
    context.print({{QStringLiteral("subsets"), array}});
    if (!context.json) {
        context.out << (rows.isEmpty()
                ? QStringLiteral("No subset is stored; --budget N chooses one\n")
                : table({QStringLiteral("name"), QStringLiteral("method"), QStringLiteral("samples"),
                            QStringLiteral("seed"), QStringLiteral("within"), QStringLiteral("made")},
                    rows));
    }
    return Done;
}

Result<Subset> storedSubset(const Project& project, const QString& name)
{
    return project.read([&](sqlite::Connection& c) {
        SubsetStore store(c);
        return subsetNamed(store, name);
    });
}

int listSamples(Context& context, const QString& name)
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const auto subset = storedSubset(**project, name);
    if (!subset) {
        return context.failed(subset.error());
    }
    const auto rows = (*project)->read([&](sqlite::Connection& c) {
        QList<QStringList> found;
        for (const SubsetSample& sample : SubsetStore(c).samples(subset->id)) {
            found.append({SampleStore(c).byId(sample.sample).value_or(Sample()).key(),
                QString::number(sample.weight, 'g', 4), sample.why.english()});
        }
        return found;
    });
    if (!rows) {
        return context.failed(rows.error());
    }
    QJsonArray array;
    for (const QStringList& row : *rows) {
        array.append(QJsonObject{{QStringLiteral("key"), row.at(0)},
            {QStringLiteral("weight"), row.at(1).toDouble()}, {QStringLiteral("why"), row.at(2)}});
    }
    context.print({{QStringLiteral("subset"), name}, {QStringLiteral("samples"), array}});
    if (!context.json) {
        context.out << table(
            {QStringLiteral("sample"), QStringLiteral("weight"), QStringLiteral("why")}, *rows);
    }
    return Done;
}

int removeStored(Context& context, const QString& name)
{
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    if (const auto subset = storedSubset(**project, name); !subset) {
        return context.failed(subset.error());
    }
    const auto removed = (*project)->write({.parts = ChangeSet::Subsets, .samples = {}},
        [&](sqlite::Connection& c) -> Result<bool> { return SubsetStore(c).remove(name); });
    if (!removed) {
        return context.failed(removed.error());
    }
    context.print({{QStringLiteral("removed"), name}});
    if (!context.json) {
        context.out << "Removed \"" << name << "\"\n";
    }
    return Done;
}

/// Chooses a stored subset anew from what the project holds now, and says what differs.
int chooseAgain(Context& context, const QString& name)
{
    const auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const auto subset = storedSubset(**project, name);
    if (!subset) {
        return context.failed(subset.error());
    }
    const StoredRequest stored = StoredRequest::of(subset->request);
    const auto input = SubsetInput::load(**project, stored.policy, stored.scope, context.progress);
    if (!input) {
        return context.failed(input.error());
    }
    const auto chosen = chooseSubset(*input, *problemOf(*input), stored.request);
    if (!chosen) {
        return context.failed(chosen.error());
    }
    const auto ids
        = (*project)->read([&](sqlite::Connection& c) { return SubsetStore(c).sampleIds(subset->id); });
    if (!ids) {
        return context.failed(ids.error());
    }
    const QSet<SampleId> before(ids->begin(), ids->end());
    qint64 both = 0;
    for (const std::uint32_t item : chosen->selection.items) {
        both += before.contains(SampleId{input->samples[item]}) ? 1 : 0;
    }
    const bool same = both == before.size() && both == qint64(chosen->selection.items.size());
    const bool source = input->hash() == subset->sourceHash;
    context.print({{QStringLiteral("subset"), name}, {QStringLiteral("same_source"), source},
        {QStringLiteral("same_samples"), same}, {QStringLiteral("in_both"), both},
        {QStringLiteral("stored"), before.size()},
        {QStringLiteral("now"), qint64(chosen->selection.items.size())}});
    if (!context.json) {
        context.out << (source ? "What it was chosen from is unchanged. "
                               : "What it was chosen from has changed. ")
                    << (same ? QStringLiteral("The same samples are chosen.\n")
                             : QStringLiteral("%1 of its %2 samples would be chosen again.\n")
                                   .arg(both)
                                   .arg(before.size()));
    }
    return same ? Done : Failed;
}

} // namespace

Command::Description SubsetCommand::description() const
{
    return {QStringLiteral("subset"), QStringLiteral("PROJECT"),
        QStringLiteral("Chooses a small set of samples that keeps the ranking and the scores, and tries it "
                       "on models it was "
                       "chosen without, stronger ones too; lists the stored subsets when no budget is given"),
        {valueOption("budget", "how many: N samples, a share (5%) or a speed-up (13x)", "N"),
            valueOption("name", "store it under this name, in place of one of that name", "NAME"),
            valueOption("method",
                "how they are chosen (default \"mixed\"): mixed, stratified_random, top_r_pb, item_rest, "
                "disagreement, anchor_points, information, band_r_pb, half_band or fluid",
                "ID"),
            valueOption("seed", "for draws and ties (default 1)", "N"),
            valueOption("dataset", "only of this dataset", "NAME"),
            valueOption("capability", "only of this capability", "NAME"),
            valueOption("within", "only of this stored subset", "NAME"), policyOption(),
            valueOption("preset",
                "datbench: method top_r_pb, 5000 a capability, up to a fifth verified frontier; other "
                "options "
                "say otherwise",
                "NAME"),
            flagOption(
                "per-capability", "one set a capability, each of the budget, stored as NAME/CAPABILITY"),
            valueOption("frontier",
                "share of the budget for verified samples that nobody solves (default .2 with top_r_pb)",
                "SHARE"),
            valueOption("floor", "at least so many of a dataset or capability; may be given again", "NAME=N"),
            valueOption("limit", "at most so many; may be given again", "NAME=N"),
            valueOption("must", "this sample is in; may be given again", "KEY"),
            valueOption("veto", "this sample is not in; may be given again", "KEY"),
            flagOption("keep-repeats", "repeats of a sample may be in, too"),
            valueOption(
                "hold-out", "choose without the models of this family, and try the set on them", "FAMILY"),
            valueOption("splits", "ways to hold models out (default 20)", "N"),
            flagOption("methods", "every method at this budget, instead of choosing"),
            valueOption("samples", "the samples of a stored subset, and why each is in", "NAME"),
            valueOption(
                "again", "choose a stored subset anew: exits 0 when the same samples come out", "NAME"),
            valueOption("remove", "take a stored subset away", "NAME")}};
}

int SubsetCommand::run(Context& context) const
{
    if (context.isSet("samples")) {
        return listSamples(context, context.value("samples"));
    }
    if (context.isSet("remove")) {
        return removeStored(context, context.value("remove"));
    }
    if (context.isSet("again")) {
        return chooseAgain(context, context.value("again"));
    }
    if (context.isSet("preset") && !isDatBench(context)) {
        return context.usage(QStringLiteral("--preset takes datbench"));
    }
    if (budgetText(context).isEmpty()) {
        if (context.isSet("name") || context.isSet("method") || context.isSet("methods")) {
            return context.usage(
                QStringLiteral("subset needs --budget: N samples, a share (5%) or a speed-up (13x)"));
        }
        return listStored(context);
    }
    if (budgetOf(budgetText(context), 1000) < 1) {
        return context.usage(
            QStringLiteral("--budget takes a number of samples, a share (5%) or a speed-up (13x)"));
    }
    const auto read = readAll(context);
    if (!read) {
        return context.failed(read.error());
    }
    Choice choice(context, *read);
    if (const auto problem = choice.understand()) {
        return *problem;
    }
    QJsonArray documents;
    const QStringList parts = context.isSet("per-capability") || isDatBench(context) ? choice.capabilities()
                                                                                     : QStringList{QString()};
    for (const QString& part : parts) {
        if (!context.json && parts.size() > 1) {
            context.out << QLatin1String(documents.isEmpty() ? "" : "\n") << "== " << part << "\n";
        }
        const QString name = part.isEmpty() || context.value("name").isEmpty()
            ? context.value("name")
            : nameOfCapability(context.value("name"), part);
        if (const int code = choice.choose(name, part, documents); code != Done) {
            return code;
        }
    }
    context.print(parts.size() > 1 ? QJsonObject{{QStringLiteral("subsets"), documents}}
                                   : documents.first().toObject());
    return Done;
}

} // namespace winnow::cli
