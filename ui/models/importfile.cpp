// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importfile.h"

#include <QFileInfo>

namespace winnow {

QVector<ImportRequest> filesToImport(const QStringList& paths)
{
    QVector<ImportRequest> requests;
    for (const QString& path : paths) {
        ImportRequest request;
        request.file = path;
        requests.append(request);
    }
    return requests;
}

ImportFile::State ImportFile::state() const
{
    if (importing) {
        return State::Importing;
    }
    if (report) {
        return State::Done;
    }
    if (error) {
        return State::Failed;
    }
    if (!plan) {
        return State::Planning;
    }
    return plan->problem ? State::Problem : State::Ready;
}

QString ImportFile::name() const
{
    return QFileInfo(path).fileName();
}

void ImportFile::outdate()
{
    error.reset();
    ++said;
}

void ImportFile::forgetReport()
{
    report.reset();
    outdate();
}

ImportRole ImportFile::role() const
{
    return request.mapping ? request.mapping->role : request.role.value_or(plan->mapping.role);
}

FieldMapping ImportFile::mapping() const
{
    return request.mapping.value_or(plan->mapping);
}

void ImportFile::setRole(ImportRole role)
{
    request.role = role;
    request.mapping.reset();
    outdate();
}

ImportForm ImportFile::form() const
{
    const DatasetProposal& proposal = plan->proposal;
    ImportForm form;
    form.dataset = request.dataset.isEmpty() ? plan->dataset : request.dataset;
    form.capability = request.capability.value_or(proposal.capability);
    if (proposal.known) {
        form.scorer = request.scorer.value_or(proposal.scorer);
        form.blindHits = request.blindHits.value_or(proposal.blindHits);
        form.blindHitsOfChoices = request.blindHitsOfChoices.value_or(proposal.blindHitsOfChoices);
    }
    form.model = request.model;
    form.condition = request.condition;
    form.setting = request.setting;
    form.attempt = request.attempt;
    form.imagesDir = request.imagesDir;
    return form;
}

bool ImportFile::take(const ImportForm& shown)
{
    const ImportForm before = this->form();
    ImportForm form = shown;
    if (!plan->proposal.known) {
        // Of other datasets a form has nothing to say here.
        form.scorer = before.scorer;
        form.blindHits = before.blindHits;
        form.blindHitsOfChoices = before.blindHitsOfChoices;
    }
    if (form == before) {
        return false;
    }
    if (form.dataset != before.dataset) {
        request.dataset = form.dataset;
    }
    if (form.capability != before.capability) {
        request.capability = form.capability;
    }
    if (form.scorer != before.scorer) {
        request.scorer = form.scorer;
    }
    if (form.blindHits != before.blindHits) {
        request.blindHits = form.blindHits;
    }
    if (form.blindHitsOfChoices != before.blindHitsOfChoices) {
        request.blindHitsOfChoices = form.blindHitsOfChoices;
    }
    request.model = form.model;
    request.condition = form.condition;
    request.setting = form.setting;
    request.attempt = form.attempt;
    request.imagesDir = form.imagesDir;
    outdate();
    return true;
}

} // namespace winnow
