// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/subsetshelf.h"

#include <utility>

namespace winnow {

namespace {

const QString kAgesSlot = QStringLiteral("ages");
const QString kWriteSlot = QStringLiteral("write");

} // namespace

SubsetShelf::SubsetShelf(JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_writing(jobs)
{
}

void SubsetShelf::setProject(std::shared_ptr<Project> project)
{
    m_reading.cancelAll();
    m_writing.waitForAll();
    m_project = std::move(project);
    m_source.reset();
    m_ages.clear();
    emit changed();
}

void SubsetShelf::setSource(const SubsetSource::Pointer& source)
{
    m_source = source;
    emit changed();
    m_reading.start(
        kAgesSlot, {},
        [project = m_project, source](Progress& progress) { return agesOf(*project, *source, progress); },
        [this](const Result<QHash<QString, SubsetAge>>& ages) {
            if (ages) {
                m_ages = *ages;
                emit changed();
            }
        });
}

const QVector<Subset>& SubsetShelf::stored() const
{
    static const QVector<Subset> none;
    return m_source ? m_source->stored : none;
}

bool SubsetShelf::canSave(const SubsetChoice& choice) const
{
    return choice.study && m_source && m_project && !isReadOnly() && !m_writing.isRunning(kWriteSlot);
}

void SubsetShelf::write(std::function<Result<SubsetUndo>(Progress&)> work, Done done)
{
    m_writing.start(
        kWriteSlot, tr("Saving subsets"), std::move(work), [this, done](const Result<SubsetUndo>& undo) {
            emit changed();
            if (!undo) {
                emit failed(undo.error());
            } else if (done) {
                emit(this->*done)(*undo);
            }
        });
    emit changed();
}

void SubsetShelf::save(const SubsetChoice& choice, const QString& name, bool each)
{
    if (!canSave(choice)) {
        return;
    }
    write(
        [project = m_project, source = m_source, choice, name, each](Progress& progress) {
            return each ? saveForEachCapability(*project, *source, choice, name, progress)
                        : saveChoice(*project, choice, name);
        },
        &SubsetShelf::saved);
}

void SubsetShelf::remove(const QString& name)
{
    write([project = m_project, name](Progress&) { return removeSubset(*project, name); },
        &SubsetShelf::removed);
}

void SubsetShelf::rename(const QString& from, const QString& to)
{
    write([project = m_project, from, to](Progress&) { return renameSubset(*project, from, to.trimmed()); },
        nullptr);
}

void SubsetShelf::putBack(const SubsetUndo& undo)
{
    write([project = m_project, undo](Progress&) { return putBackSubsets(*project, undo); }, nullptr);
}

} // namespace winnow
