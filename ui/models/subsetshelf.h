// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/jobtracker.h"
#include "ui/models/subsetsaving.h"

namespace winnow {

/// The stored subsets of a project: whether what each was chosen from has changed since, and storing,
/// renaming and removing, all of which can be undone. GUI thread only; reads and writes in workers.
class SubsetShelf : public QObject {
    Q_OBJECT
public:
    explicit SubsetShelf(JobModel* jobs, QObject* parent = nullptr);

    /// Null: no project is open.
    void setProject(std::shared_ptr<Project> project);
    /// What was read last; ages are worked out from it.
    void setSource(const SubsetSource::Pointer& source);

    const QVector<Subset>& stored() const;
    const QHash<QString, SubsetAge>& ages() const { return m_ages; }
    bool isReadOnly() const { return m_project && m_project->isReadOnly(); }
    bool canSave(const SubsetChoice& choice) const;
    /// Under a name; `each`: one set for each capability, called "NAME CAPABILITY".
    void save(const SubsetChoice& choice, const QString& name, bool each);
    void remove(const QString& name);
    void rename(const QString& from, const QString& to);
    /// Puts back what save() or remove() took.
    void putBack(const SubsetUndo& undo);

signals:
    void changed();
    void saved(const winnow::SubsetUndo& undo);
    void removed(const winnow::SubsetUndo& undo);
    void failed(const winnow::Error& error);

private:
    using Done = void (SubsetShelf::*)(const SubsetUndo&);
    void write(std::function<Result<SubsetUndo>(Progress&)> work, Done done);

    std::shared_ptr<Project> m_project;
    SubsetSource::Pointer m_source;
    QHash<QString, SubsetAge> m_ages;
    JobTracker m_reading{nullptr};
    JobTracker m_writing;
};

} // namespace winnow
