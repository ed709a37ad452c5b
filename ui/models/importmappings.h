// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/savedmapping.h"
#include "ui/models/jobtracker.h"

#include <functional>

namespace winnow {

/// The mappings that people saved: their names, reading one, saving one. GUI thread only; files are read and
/// written in jobs.
class ImportMappings : public QObject {
    Q_OBJECT
public:
    explicit ImportMappings(QObject* parent = nullptr);

    /// As read last.
    QStringList names() const { return m_names; }
    bool isBusy() const { return !m_jobs.isIdle(); }

    void readNames();
    /// Nothing is told but failed() when it cannot be read.
    void open(const QString& nameOrPath, const std::function<void(const SavedMapping&)>& done);
    void save(const QString& path, const SavedMapping& saved);

signals:
    void changed();
    void saved(const QString& path);
    void failed(const winnow::Error& error);

private:
    QStringList m_names;
    /// Last: what runs ends before anything else of this goes.
    JobTracker m_jobs;
};

} // namespace winnow
