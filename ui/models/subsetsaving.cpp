// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/subsetsaving.h"

#include "core/store/project.h"
#include "core/store/subsetstore.h"
#include "core/subset/percapability.h"
#include "core/subset/savesubset.h"

#include <cmath>

namespace winnow {

namespace {

const ChangeSet kChange{.parts = ChangeSet::Subsets, .samples = {}};

/// What is stored under a name, if anything is.
Result<QVector<SubsetUndo::Stored>> storedAs(Project& project, const QString& name)
{
    return project.read([&](sqlite::Connection& c) {
        QVector<SubsetUndo::Stored> found;
        SubsetStore store(c);
        if (const auto subset = store.byName(name)) {
            found.append({*subset, store.samples(subset->id)});
        }
        return found;
    });
}

Result<> saveOne(Project& project, const SubsetInput& input, const SelectionProblem& problem,
    const ChosenSubset& chosen, const SubsetReport& report, const QString& name, SubsetUndo& undo)
{
    const auto before = storedAs(project, name);
    if (!before) {
        return tl::unexpected<Error>(before.error());
    }
    const auto saved = saveSubset(project, input, problem, chosen, name, report.toJson());
    if (!saved) {
        return tl::unexpected<Error>(saved.error());
    }
    undo.before += *before;
    undo.now.append(name);
    undo.samples += qint64(chosen.selection.items.size());
    return {};
}

} // namespace

Result<SubsetUndo> saveChoice(Project& project, const SubsetChoice& choice, const QString& name)
{
    SubsetUndo undo;
    const auto saved = saveOne(project, choice.study->input(), *choice.study->problem(), choice.chosen,
        choice.report, name.trimmed(), undo);
    return saved.map([&] { return undo; });
}

Result<SubsetUndo> saveForEachCapability(Project& project, const SubsetSource& source,
    const SubsetChoice& choice, const QString& name, Progress& progress)
{
    SubsetUndo undo;
    const SubsetInput& all = choice.study->input();
    const double share = double(choice.chosen.request.budget) / double(std::max<size_t>(1, all.items()));
    for (const QString& capability : all.capabilities) {
        if (capability.isEmpty()) {
            continue;
        }
        progress.report(undo.now.size(), all.capabilities.size(), capability);
        const auto study = SubsetStudy::of(source, scopeOfCapability(all.scope, capability, *source.data));
        if (!study) {
            return tl::unexpected<Error>(study.error());
        }
        const SubsetInput& input = (*study)->input();
        SubsetRequest request = requestWithin(choice.chosen.request, input);
        request.budget = std::max<qint64>(1, std::llround(share * double(input.items())));
        const auto chosen = chooseSubset(input, *(*study)->problem(), request);
        if (!chosen) {
            return tl::unexpected<Error>(chosen.error());
        }
        const auto report = (*study)->report(*chosen, 1, progress);
        if (!report) {
            return tl::unexpected<Error>(report.error());
        }
        const QString each = nameOfCapability(name.trimmed(), capability);
        if (const auto saved = saveOne(project, input, *(*study)->problem(), *chosen, *report, each, undo);
            !saved) {
            return tl::unexpected<Error>(saved.error());
        }
    }
    return undo;
}

Result<SubsetUndo> removeSubset(Project& project, const QString& name)
{
    const auto before = storedAs(project, name);
    if (!before) {
        return tl::unexpected<Error>(before.error());
    }
    return project.write(kChange, [&](sqlite::Connection& c) -> Result<SubsetUndo> {
        SubsetStore(c).remove(name);
        return SubsetUndo{*before, {}, 0};
    });
}

Result<SubsetUndo> renameSubset(Project& project, const QString& from, const QString& to)
{
    return project.write(kChange, [&](sqlite::Connection& c) -> Result<SubsetUndo> {
        if (!SubsetStore(c).rename(from, to)) {
            return fail(ErrorCode::AlreadyExists,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "There is a subset \"%1\" already")).arg(to),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another name, or remove that one first")));
        }
        return SubsetUndo{};
    });
}

Result<SubsetUndo> putBackSubsets(Project& project, const SubsetUndo& undo)
{
    return project.write(kChange, [&](sqlite::Connection& c) -> Result<SubsetUndo> {
        SubsetStore store(c);
        for (const QString& name : undo.now) {
            store.remove(name);
        }
        for (const SubsetUndo::Stored& each : undo.before) {
            store.put(each.subset, each.samples);
        }
        return SubsetUndo{};
    });
}

} // namespace winnow
