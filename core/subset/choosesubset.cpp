// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/choosesubset.h"

#include "core/base/remedy.h"
#include "core/stats/correlation.h"
#include "core/subset/picking.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow {

namespace {

/// Below that no correlation over models is one.
constexpr qsizetype kLeastModels = 3;

tl::unexpected<Error> refused(const Sentence& message, const Sentence& advice)
{
    return fail(ErrorCode::InvalidInput, message, advice);
}

/// The shares of a request, counted while the set grows.
class Shares {
public:
    Shares(const SubsetInput& input, const QVector<SubsetShare>& shares)
        : m_input(input)
        , m_shares(shares)
        , m_counts(size_t(shares.size()))
    {
    }

    bool covers(qsizetype share, std::uint32_t item) const
    {
        const SubsetShare& each = m_shares.at(share);
        return (each.dataset.isEmpty() || m_input.datasets.at(m_input.dataset[item]) == each.dataset)
            && (each.capability.isEmpty()
                || m_input.capabilities.at(m_input.capability[item]) == each.capability);
    }
    bool allows(std::uint32_t item) const
    {
        for (qsizetype i = 0; i < m_shares.size(); ++i) {
            if (m_shares.at(i).most >= 0 && m_counts[size_t(i)] >= m_shares.at(i).most && covers(i, item)) {
                return false;
            }
        }
        return true;
    }
    void count(std::uint32_t item)
    {
        for (qsizetype i = 0; i < m_shares.size(); ++i) {
            m_counts[size_t(i)] += covers(i, item) ? 1 : 0;
        }
    }
    qint64 missing(qsizetype share) const { return m_shares.at(share).least - m_counts[size_t(share)]; }
    bool isLimited() const { return !m_shares.isEmpty(); }
    qsizetype size() const { return m_shares.size(); }
    const SubsetShare& at(qsizetype share) const { return m_shares.at(share); }

private:
    const SubsetInput& m_input;
    const QVector<SubsetShare>& m_shares;
    std::vector<qint64> m_counts;
};

/// Fills a set: musts, floors, then as the method prefers, within the limits.
class Filler {
public:
    Filler(const SubsetInput& input, const SelectionProblem& problem, const SubsetMethod& method,
        const SubsetRequest& request)
        : m_input(input)
        , m_problem(problem)
        , m_method(method)
        , m_request(request)
        , m_shares(input, request.shares)
        , m_budget(std::min(size_t(request.budget), input.items()))
        , m_taken(input.items())
    {
    }

    ChosenSubset fill()
    {
        m_chosen.request = m_request;
        for (size_t item = 0; item < m_input.items(); ++item) {
            if (m_input.must[item]) {
                take(std::uint32_t(item), ChosenFor::Must);
            }
        }
        // A dataset's floor is mostly met by what its capabilities need.
        for (const bool capability : {true, false}) {
            for (qsizetype share = 0; share < m_shares.size(); ++share) {
                if (m_shares.at(share).capability.isEmpty() != capability) {
                    fillFloor(share);
                }
            }
        }
        while (m_chosen.selection.items.size() < m_budget && fillRest()) { }
        weigh();
        return std::move(m_chosen);
    }

private:
    void take(std::uint32_t item, ChosenFor why)
    {
        m_taken[item] = true;
        m_shares.count(item);
        m_chosen.selection.add(item, why);
    }

    Selection choose(const Items& among, size_t count) const
    {
        SelectionTask task{
            among, count, m_request.seed, m_request.frontierShare.value_or(m_method.info().frontierShare)};
        return m_method.choose(m_problem, task);
    }

    Items open(const std::function<bool(std::uint32_t)>& wanted) const
    {
        Items items;
        for (std::uint32_t item = 0; item < m_input.items(); ++item) {
            if (!m_taken[item] && wanted(item) && m_shares.allows(item)) {
                items.push_back(item);
            }
        }
        return items;
    }

    void fillFloor(qsizetype share)
    {
        while (m_shares.missing(share) > 0 && m_chosen.selection.items.size() < m_budget) {
            const size_t count
                = std::min(size_t(m_shares.missing(share)), m_budget - m_chosen.selection.items.size());
            if (!takeChoice(choose(open([&](auto item) { return m_shares.covers(share, item); }), count))) {
                break;
            }
        }
        if (m_shares.missing(share) > 0) {
            const SubsetShare& each = m_shares.at(share);
            m_chosen.notes.append(
                Sentence::of(QT_TRANSLATE_NOOP("Subset", "Only %1 of the %2 wanted of %3 are in"))
                    .arg(each.least - m_shares.missing(share), each.least,
                        each.dataset.isEmpty() ? each.capability : each.dataset));
        }
    }

    bool fillRest()
    {
        return takeChoice(
            choose(open([](auto) { return true; }), m_budget - m_chosen.selection.items.size()));
    }

    /// False when it holds nothing that may be taken.
    bool takeChoice(const Selection& choice)
    {
        bool any = false;
        for (size_t i = 0; i < choice.items.size(); ++i) {
            if (m_shares.allows(choice.items[i])) {
                take(choice.items[i], choice.reason[i]);
                if (!choice.weight.empty()) {
                    m_weights.push_back(choice.weight[i]);
                }
                any = true;
            }
        }
        // Groups that cannot be parted further leave a set of anchors below its budget.
        return any && choice.weight.empty();
    }

    /// A must stands for itself alone, anchors for all others.
    void weigh()
    {
        Selection& selection = m_chosen.selection;
        if (m_weights.empty()) {
            return;
        }
        const size_t musts = selection.items.size() - m_weights.size();
        const float others = float(m_input.items() - musts) / float(m_input.items());
        selection.weight.assign(musts, 1.0F / float(m_input.items()));
        for (const float weight : m_weights) {
            selection.weight.push_back(weight * others);
        }
    }

    const SubsetInput& m_input;
    const SelectionProblem& m_problem;
    const SubsetMethod& m_method;
    const SubsetRequest& m_request;
    Shares m_shares;
    size_t m_budget;
    std::vector<bool> m_taken;
    std::vector<float> m_weights;
    ChosenSubset m_chosen;
};

std::optional<tl::unexpected<Error>> problemWith(const SubsetInput& input, const SubsetRequest& request)
{
    const SubsetMethod* method = subsetMethod(request.method);
    if (!method) {
        return nothingCalled(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no method \"%1\"")).arg(request.method),
            subsetMethodIds());
    }
    if (request.budget < 1) {
        return refused(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "A set needs a budget of at least one sample")),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Say how many samples it may have")));
    }
    if (input.items() == 0) {
        return refused(Sentence::of(QT_TRANSLATE_NOOP("Error",
                                        "No sample is left to choose from: of %1 in scope the "
                                        "policy drops %2, %3 repeat others and %4 are vetoed"))
                           .arg(input.inScope, input.dropped, input.repeats, input.vetoed),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another policy or a wider scope")));
    }
    if (method->info().leastModels > 0 && request.method != QLatin1String(kDefaultSubsetMethod)
        && input.models.size() < kLeastModels) {
        return refused(
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                             "%1 needs the scores of at least 3 models on half of the samples; there are %2"))
                .arg(Sentence::of(method->info().title), input.models.size()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Import more responses, or draw at random")));
    }
    const auto musts = qint64(std::count(input.must.begin(), input.must.end(), quint8(1)));
    if (musts > request.budget) {
        return refused(Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 samples must be in, and the budget is %2"))
                           .arg(musts, request.budget),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Raise the budget, or take some of them out")));
    }
    if (method->info().estimate == ScoreEstimate::Weights && !request.shares.isEmpty()) {
        return refused(
            Sentence::of(QT_TRANSLATE_NOOP(
                             "Error", "%1 takes no floors and no limits: its weights stand for all samples"))
                .arg(Sentence::of(method->info().title)),
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "Choose another method, or take the floors and limits away")));
    }
    qint64 ofDatasets = 0;
    qint64 ofCapabilities = 0;
    for (const SubsetShare& share : request.shares) {
        if (share.most >= 0 && share.least > share.most) {
            return refused(
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Of %1 at least %2 and at most %3 are wanted"))
                    .arg(share.dataset.isEmpty() ? share.capability : share.dataset, share.least, share.most),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The least cannot be above the most")));
        }
        if (!share.dataset.isEmpty() && !input.datasets.contains(share.dataset)) {
            return nothingCalled(
                Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\"")).arg(share.dataset),
                input.datasets);
        }
        if (!share.capability.isEmpty() && !input.capabilities.contains(share.capability)) {
            return nothingCalled(Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no capability \"%1\""))
                                     .arg(share.capability),
                input.capabilities);
        }
        (share.capability.isEmpty() ? ofDatasets : ofCapabilities) += share.least;
    }
    // A sample counts for its dataset and for its capability, so each kind has the whole budget.
    if (const qint64 least = std::max(ofDatasets, ofCapabilities); least > request.budget) {
        return refused(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "At least %1 are wanted in all, and the budget is %2"))
                .arg(least, request.budget),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Raise the budget, or lower what is wanted at least")));
    }
    return std::nullopt;
}

/// What the models are too few for, and how many it takes.
void noteModels(const SubsetInput& input, const SubsetMethodInfo& method, QVector<Sentence>& notes)
{
    const int models = int(input.models.size());
    if (method.leastModels == 0) {
        return;
    }
    if (models < 9 && method.id == QLatin1String(kDefaultSubsetMethod)) {
        notes.append(Sentence::of(QT_TRANSLATE_NOOP("Subset",
                                      "Too few models (%1) for the statistics of a sample: all is drawn; "
                                      "from 9 models on some is chosen by what tells models apart"))
                         .arg(models));
    } else if (models < method.leastModels) {
        notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Subset",
                "Over so few models (%1) a correlation up to %2 is chance; this method needs about %3"))
                         .arg(models, QString::number(stats::criticalCorrelation(models), 'f', 2),
                             method.leastModels));
    }
}

void noteInput(const SubsetInput& input, const SubsetRequest& request, QVector<Sentence>& notes)
{
    if (size_t(request.budget) > input.items()) {
        notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Subset", "%1 were asked for and %2 are there: all are in"))
                .arg(request.budget, input.items()));
    }
    if (input.unscored > 0) {
        notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Subset",
                "Samples without the score of any model (no gold, or nobody was asked) are left out: %1"))
                         .arg(input.unscored));
    }
    if (!input.leftOut.isEmpty()) {
        notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Subset",
                             "Models with scores on less than half of the samples do not speak (%1): %2"))
                .arg(input.leftOut.size(), input.leftOut.join(QStringLiteral(", "))));
    }
    if (input.scope.deduplicate && !input.lookedForRepeats) {
        notes.append(Sentence::of(QT_TRANSLATE_NOOP("Subset",
            "Nobody looked for duplicates yet; audit them first, or the set may hold a sample twice")));
    }
}

QString fixed(double value)
{
    return QString::number(value, 'f', 2);
}

} // namespace

QJsonObject SubsetRequest::toJson(const SubsetScope& scope) const
{
    QJsonArray wanted;
    for (const SubsetShare& share : shares) {
        wanted.append(QJsonObject{{QStringLiteral("dataset"), share.dataset},
            {QStringLiteral("capability"), share.capability}, {QStringLiteral("least"), share.least},
            {QStringLiteral("most"), share.most}});
    }
    return {{QStringLiteral("method"), method}, {QStringLiteral("budget"), budget},
        {QStringLiteral("seed"), qint64(seed)},
        {QStringLiteral("frontier_share"), frontierShare ? QJsonValue(*frontierShare) : QJsonValue()},
        {QStringLiteral("shares"), wanted}, {QStringLiteral("scope"), scope.toJson()}};
}

std::shared_ptr<const SelectionProblem> problemOf(const SubsetInput& input)
{
    return std::make_shared<SelectionProblem>(input.table, input.stratum, input.frontier);
}

Result<ChosenSubset> chooseSubset(
    const SubsetInput& input, const SelectionProblem& problem, const SubsetRequest& request)
{
    if (auto refusal = problemWith(input, request)) {
        return *refusal;
    }
    const SubsetMethod& method = *subsetMethod(request.method);
    ChosenSubset chosen = Filler(input, problem, method, request).fill();
    noteInput(input, request, chosen.notes);
    noteModels(input, method.info(), chosen.notes);
    return chosen;
}

Sentence whyChosen(
    const SubsetInput& input, const SelectionProblem& problem, const ChosenSubset& chosen, size_t place)
{
    const std::uint32_t item = chosen.selection.items[place];
    const ItemStatistics& statistics = problem.statistics();
    const qint64 models = statistics.answered[item];
    const QString right = QString::number(std::lround(100 * double(statistics.share[item])));
    switch (chosen.selection.reason[place]) {
    case ChosenFor::Statistics:
        return Sentence::of(
            QT_TRANSLATE_NOOP("Subset", "It tells models apart: r_pb %1 over %2 models, %3% of them right"))
            .arg(fixed(statistics.pointBiserial[item]), models, right);
    case ChosenFor::Drawn:
        return models == 0
            ? Sentence::of(QT_TRANSLATE_NOOP("Subset", "Drawn to stand for %1"))
                  .arg(input.capabilities.at(input.capability[item]).isEmpty()
                          ? input.datasets.at(input.dataset[item])
                          : input.capabilities.at(input.capability[item]))
            : Sentence::of(
                QT_TRANSLATE_NOOP("Subset", "Drawn to stand for all; right: %1% of the models (%2), r_pb %3"))
                  .arg(right, models, fixed(statistics.pointBiserial[item]));
    case ChosenFor::Frontier:
        return Sentence::of(
            QT_TRANSLATE_NOOP("Subset", "None of %1 models solves it, and a person found the gold right"))
            .arg(models);
    case ChosenFor::Place:
        return Sentence::of(QT_TRANSLATE_NOOP("Subset",
                                "Stands for %1% of the samples, those with an item curve like its own"))
            .arg(QString::number(100 * double(chosen.selection.weight[place]), 'f', 1));
    case ChosenFor::Must:
        return Sentence::of(QT_TRANSLATE_NOOP("Subset", "A person wants it in"));
    }
    return {};
}

} // namespace winnow
