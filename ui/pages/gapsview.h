// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "core/gaps/gaps.h"
#include "ui/models/samplescope.h"

#include <QJsonObject>

namespace winnow {

/// What the Gaps tab is asked.
struct GapsQuestion {
    /// Empty = all.
    QStringList datasets;
    QString capability;
    QStringList models;
    SampleScope samples;
    double rightFrom = 0.5;
    /// Seconds.
    double patience = kPatience;

    /// The same responses answer it.
    bool readsLike(const GapsQuestion& other) const;
    QJsonObject toJson() const;
    static GapsQuestion fromJson(const QJsonObject& json);
};

/// The question with all that answers it.
struct GapsRequest {
    GapsQuestion question;
    /// For the samples that are kept.
    Policy policy;
    /// Strategies that the user opened.
    QVector<Strategy> own;
};

/// Everything that the Gaps tab shows. An immutable value.
struct GapsView {
    GapsQuestion question;
    /// Those there are to choose from.
    QStringList datasets, capabilities, models;
    Gaps gaps;
    /// Of the user's strategies those that what is looked at can tell of, and how many others there are.
    QVector<OrchestrationRow> own;
    int untold = 0;

    const AttemptTable& table() const { return *gaps.table; }
    QString nameOf(std::size_t contender) const { return gaps.contender(contender).name; }
    /// Calls were timed, so that figures within the patience say something.
    bool isTimed() const;

    /// What is asked for and not there any more is left out. With `known`, which answered a question that
    /// reads alike, only what has changed is measured. Not on the GUI thread.
    static Result<GapsView> of(
        Project& project, const GapsRequest& request, const GapsView* known, Progress& progress);
    /// The strategy on the questions that the others are reported on. NotFound names a model of which nothing
    /// is recorded; InvalidInput: nothing is reported.
    Result<OrchestrationRow> report(const Strategy& strategy) const;
    /// The same view with that row, which takes the place of an equal strategy. Not on the GUI thread.
    Result<GapsView> with(const Strategy& strategy) const;
};

using GapsViewPtr = std::shared_ptr<const GapsView>;

} // namespace winnow
