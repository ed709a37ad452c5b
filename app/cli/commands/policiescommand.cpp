// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/policiescommand.h"

#include "core/domain/flagkind.h"
#include "core/store/policystore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace winnow::cli {

namespace {

Result<> refuseBuiltIn(const QString& name)
{
    return isBuiltInPolicy(name) ? Result<>(fail(ErrorCode::InvalidInput,
               QStringLiteral("\"%1\" is in every project and stays as it is").arg(name),
               QStringLiteral("Copy it: --copy %1 --to NAME").arg(name)))
                                 : Result<>();
}

Result<Policy> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject()) {
        return fail(ErrorCode::InvalidInput,
            QStringLiteral("%1 is no policy: %2 at byte %3").arg(path, error.errorString()).arg(error.offset),
            QStringLiteral("\"winnow-cli policies P --show NAME --out FILE\" writes one"));
    }
    return Policy::fromJson(document.object());
}

Result<> writeFile(const QString& path, const Policy& policy)
{
    QSaveFile file(path);
    const QByteArray json = QJsonDocument(policy.toJson()).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        return fail(ErrorCode::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    return {};
}

QStringList row(const QString& place, const PolicyRule& rule, const char* help)
{
    const bool acts = rule.unreviewed != Disposition::Keep;
    QString from = acts && rule.minimumScore > 0 ? QString::number(rule.minimumScore) : QString();
    if (acts && rule.probabilitiesOnly) {
        from += QStringLiteral(" (probabilities)");
    }
    return {place, dispositionId(rule.confirmed), dispositionId(rule.unreviewed), from,
        QString::fromLatin1(help)};
}

void show(Context& context, const Policy& policy)
{
    context.print(policy.toJson());
    if (context.json) {
        return;
    }
    QList<QStringList> rows;
    for (const FlagKind& kind : flagKinds()) {
        rows.append(row(kind.id, policy.rules.value(kind.id), kind.help));
    }
    for (auto it = policy.datasetRules.constBegin(); it != policy.datasetRules.constEnd(); ++it) {
        for (auto rule = it->constBegin(); rule != it->constEnd(); ++rule) {
            rows.append(row(it.key() + u'/' + rule.key(), *rule, ""));
        }
    }
    context.out << policy.name << ": " << policy.description << "\n\n"
                << table({QStringLiteral("kind"), QStringLiteral("confirmed"), QStringLiteral("unreviewed"),
                             QStringLiteral("from score"), QStringLiteral("what it means")},
                       rows);
}

void list(Context& context, const QVector<Policy>& policies, const QString& chosen)
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const Policy& policy : policies) {
        array.append(QJsonObject{{QStringLiteral("name"), policy.name},
            {QStringLiteral("description"), policy.description},
            {QStringLiteral("built_in"), isBuiltInPolicy(policy.name)},
            {QStringLiteral("chosen"), policy.name == chosen}});
        rows.append(
            {policy.name == chosen ? QStringLiteral("*") : QString(), policy.name, policy.description});
    }
    context.print({{QStringLiteral("policies"), array}});
    if (!context.json) {
        context.out << table({QString(), QStringLiteral("policy"), QStringLiteral("what it does")}, rows);
    }
}

/// The policy that --load, --copy or --edit name.
Result<Policy> sourceOf(const Context& context, PolicyStore& store)
{
    return context.isSet("load") ? readFile(context.value("load"))
                                 : policyNamed(store, context.value(context.isSet("copy") ? "copy" : "edit"));
}

/// Stores what --to, --describe and --set make of it.
Result<> change(const Context& context, PolicyStore& store)
{
    auto policy = sourceOf(context, store);
    if (!policy) {
        return tl::unexpected<Error>(policy.error());
    }
    if (context.isSet("to")) {
        policy->name = context.value("to");
    }
    WINNOW_TRY(refuseBuiltIn(policy->name));
    if (context.isSet("copy")) {
        policy->description.clear(); // it would say what the copy no longer does
    }
    if (context.isSet("describe")) {
        policy->description = context.value("describe");
    }
    for (const QString& rule : context.values("set")) {
        WINNOW_TRY(policy->set(rule));
    }
    store.put(*policy);
    return {};
}

} // namespace

Command::Description PoliciesCommand::description() const
{
    return {QStringLiteral("policies"), QStringLiteral("PROJECT"),
        QStringLiteral("Lists the policies of a project; shows, copies, edits, shares and chooses them"),
        {valueOption("show", "prints the rules of one", "NAME"),
            valueOption(
                "out", "with --show: writes it to a file that --load reads in any project", "FILE.json"),
            valueOption("copy", "makes a new one from this one; with --to and perhaps --set", "NAME"),
            valueOption("to", "the name of the copy, or of what is loaded", "NAME"),
            valueOption("edit", "changes one of the project's own; with --set", "NAME"),
            valueOption("set",
                "a rule: what a confirmed flag does, what an unreviewed one does and from which score; for "
                "all "
                "datasets or one; may be given again",
                "[DATASET/]KIND=CONFIRMED[,UNREVIEWED[@SCORE]]"),
            valueOption("describe", "what it is for, in a sentence", "TEXT"),
            valueOption("load", "reads a policy from a file", "FILE.json"),
            valueOption("choose", "the one that Overview, Insights and Export look through", "NAME"),
            valueOption("remove", "takes one of the project's own away", "NAME")}};
}

int PoliciesCommand::run(Context& context) const
{
    const int sources = context.isSet("copy") + context.isSet("edit") + context.isSet("load");
    if (sources > 1) {
        return context.usage(
            QStringLiteral("--copy, --edit and --load each make a policy: give one of them"));
    }
    if ((context.isSet("set") || context.isSet("describe")) && sources == 0) {
        return context.usage(
            QStringLiteral("--set and --describe need --edit NAME, --copy NAME or --load FILE"));
    }
    if (context.isSet("copy") != (context.isSet("to") && !context.isSet("load"))) {
        return context.usage(QStringLiteral("A copy needs a name: --copy NAME --to NAME"));
    }
    if (context.isSet("out") && !context.isSet("show")) {
        return context.usage(QStringLiteral("--out needs --show NAME"));
    }
    auto project = openProject(context);
    if (!project) {
        return context.failed(project.error());
    }
    const bool writes = sources > 0 || context.isSet("choose") || context.isSet("remove");
    if (writes) {
        const auto done = (*project)->write(
            {.parts = ChangeSet::Policies, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                PolicyStore store(c);
                if (sources > 0) {
                    WINNOW_TRY(change(context, store));
                }
                if (context.isSet("remove")) {
                    WINNOW_TRY(policyNamed(store, context.value("remove")));
                    WINNOW_TRY(refuseBuiltIn(context.value("remove")));
                    store.remove(context.value("remove"));
                }
                if (context.isSet("choose")) {
                    WINNOW_TRY(policyNamed(store, context.value("choose")));
                    store.choose(context.value("choose"));
                }
                return {};
            });
        if (!done) {
            return context.failed(done.error());
        }
    }
    struct Found {
        QVector<Policy> all;
        QString chosen;
        std::optional<Policy> shown;
    };
    const auto found = (*project)->read([&](sqlite::Connection& c) -> Result<Found> {
        PolicyStore store(c);
        Found known{store.all(), store.chosen().name, std::nullopt};
        if (context.isSet("show")) {
            auto policy = policyNamed(store, context.value("show"));
            if (!policy) {
                return tl::unexpected<Error>(policy.error());
            }
            known.shown = *policy;
        }
        return known;
    });
    if (!found) {
        return context.failed(found.error());
    }
    if (!found->shown) {
        list(context, found->all, found->chosen);
    } else if (context.isSet("out")) {
        if (const auto written = writeFile(context.value("out"), *found->shown); !written) {
            return context.failed(written.error());
        }
        context.print({{QStringLiteral("written"), context.value("out")}});
        if (!context.json) {
            context.out << "Wrote " << context.value("out") << "\n";
        }
    } else {
        show(context, *found->shown);
    }
    return Done;
}

} // namespace winnow::cli
