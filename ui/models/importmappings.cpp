// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importmappings.h"

namespace winnow {

ImportMappings::ImportMappings(QObject* parent)
    : QObject(parent)
    , m_jobs(nullptr)
{
}

void ImportMappings::readNames()
{
    m_jobs.start(
        QStringLiteral("names"), {}, [](Progress&) -> Result<QStringList> { return savedMappingNames(); },
        [this](const Result<QStringList>& names) {
            m_names = names.value_or(QStringList());
            emit changed();
        });
}

void ImportMappings::open(const QString& nameOrPath, const std::function<void(const SavedMapping&)>& done)
{
    m_jobs.start(
        QStringLiteral("open"), {}, [nameOrPath](Progress&) { return readMapping(nameOrPath); },
        [this, done](const Result<SavedMapping>& saved) {
            if (saved) {
                done(*saved);
            } else {
                emit failed(saved.error());
            }
        });
}

void ImportMappings::save(const QString& path, const SavedMapping& mapping)
{
    m_jobs.start(
        QStringLiteral("save"), {}, [path, mapping](Progress&) { return writeMapping(path, mapping); },
        [this, path](const Result<>& written) {
            if (written) {
                emit saved(path);
                readNames();
            } else {
                emit failed(written.error());
            }
        });
}

} // namespace winnow
