// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/importjob.h"

#include <optional>

namespace winnow {

/// What a form says of a file beside its mapping. A value.
struct ImportForm {
    QString dataset;
    QString capability;
    /// These three only where the dataset is known by name.
    QString scorer;
    int blindHits = 0;
    int blindHitsOfChoices = 0;
    QString model;
    /// Nothing: as the file says.
    std::optional<Condition> condition;
    /// What tells this run from others; empty: as the file or its name says.
    QString setting;
    /// From 1; nothing: as the file or its name says.
    std::optional<int> attempt;
    QString imagesDir;

    bool operator==(const ImportForm&) const = default;
};

/// Nothing is said of these files yet.
QVector<ImportRequest> filesToImport(const QStringList& paths);

/// A file that was chosen, from being looked at to its report. A value; it knows of no job.
struct ImportFile {
    enum class State {
        /// It was not looked at yet.
        Planning,
        /// Another mapping or dataset may help.
        Problem,
        Ready,
        Importing,
        Failed,
        Done
    };

    int id = 0;
    QString path;
    ImportRequest request;
    std::optional<ImportPlan> plan;
    std::optional<ImportReport> report;
    /// Why the import failed; gone when something of it is changed.
    std::optional<Error> error;
    bool importing = false;
    /// How often something was said or happened that its plan depends on, and what the plan knows of.
    int said = 0;
    int planned = -1;

    State state() const;
    /// Its last part, for people.
    QString name() const;
    /// What is planned does not answer what was said last.
    bool needsPlan() const { return planned != said && !report && !error && !importing; }
    /// It was looked at, so that it is there to be shown.
    bool isKnown() const { return planned >= 0; }
    /// Something that the plan depends on is another: a new plan is wanted, an earlier failure is over.
    void outdate();
    /// It is as before its import.
    void forgetReport();

    /// What to import it as; with a plan only.
    ImportRole role() const;
    FieldMapping mapping() const;
    /// Guessed anew for another role.
    void setRole(ImportRole role);
    ImportForm form() const;
    /// Takes what differs from what was said or is proposed. False when nothing does.
    bool take(const ImportForm& shown);
};

} // namespace winnow
