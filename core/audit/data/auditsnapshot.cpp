// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/auditsnapshot.h"

#include "core/audit/data/auditrunreader.h"
#include "core/audit/data/auditsamplereader.h"
#include "core/audit/data/coverageloader.h"
#include "core/audit/data/interning.h"
#include "core/sqlite/connection.h"
#include "core/store/datasetstore.h"
#include "core/store/settingsstore.h"
#include "core/text/normalise.h"

#include <QtConcurrent>

#include <numeric>

namespace winnow {

namespace {

/// The bytes of images as the project has them.
class ProjectImages final : public ImageSource {
public:
    explicit ProjectImages(const Project& project)
        : m_project(project)
    {
    }
    Result<QByteArray> bytes(const QByteArray& sha256, const QString& path) const override
    {
        return path.isEmpty() ? m_project.imageBytes(sha256) : readImageFile(path);
    }

private:
    const Project& m_project;
};

/// Reads the runs with as many threads as the snapshot has readers; what went wrong stands in the run.
void readAllRuns(SharedSnapshot& snapshot, const AuditData& data, const SamplePositions& positions,
    bool probabilities, std::vector<RunColumns>& runs, Progress& progress)
{
    std::vector<std::size_t> readers(snapshot.size());
    std::iota(readers.begin(), readers.end(), 0);
    std::atomic<std::size_t> next{0};
    std::atomic<qint64> done{0};
    QtConcurrent::blockingMap(readers, [&](std::size_t reader) {
        for (std::size_t i = next++; i < runs.size() && !progress.isCancelled(); i = next++) {
            RunColumns& run = runs[i];
            const Result<> outcome = sqlite::guarded([&] {
                const auto responses = RunResponses::read(
                    snapshot.reader(reader), run.run, positions, probabilities, progress);
                viewRun(data, *responses, run);
            });
            if (!outcome) {
                run.error = outcome.error();
            }
            progress.report(++done, qint64(runs.size()),
                data.dataset + QStringLiteral(": ")
                    + QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading responses")));
        }
    });
}

Error unknownDataset(DatasetId dataset)
{
    return fail(ErrorCode::NotFound,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset with number %1")).arg(dataset.value))
        .value();
}

} // namespace

AuditSnapshot::AuditSnapshot(SharedSnapshot snapshot)
    : m_snapshot(std::move(snapshot))
{
}

Result<AuditSnapshot> AuditSnapshot::open(const Project& project)
{
    auto snapshot = SharedSnapshot::open(project);
    if (!snapshot) {
        return tl::unexpected<Error>(snapshot.error());
    }
    return AuditSnapshot(std::move(*snapshot));
}

Result<QVector<std::pair<DatasetId, Coverage>>> AuditSnapshot::coverage()
{
    return sqlite::guarded([&] { return readCoverage(m_snapshot.reader(0)); });
}

Result<Coverage> AuditSnapshot::coverage(DatasetId dataset)
{
    return sqlite::guarded([&]() -> Result<Coverage> {
        const auto found = DatasetStore(m_snapshot.reader(0)).byId(dataset);
        if (!found) {
            return tl::unexpected<Error>(unknownDataset(dataset));
        }
        return readCoverage(m_snapshot.reader(0), *found);
    });
}

Result<std::shared_ptr<const AuditData>> AuditSnapshot::load(
    DatasetId dataset, const AuditParts& parts, Progress& progress)
{
    sqlite::Connection& connection = m_snapshot.reader(0);
    auto data = std::make_shared<AuditData>();
    data->datasetId = dataset;
    std::vector<RunColumns> runs;
    std::vector<QStringList> optionTexts;
    std::unique_ptr<SamplePositions> positions;
    const Result<bool> read = sqlite::guarded([&] {
        const auto found = DatasetStore(connection).byId(dataset);
        if (!found) {
            return false;
        }
        data->dataset = found->name;
        SettingsStore settings(connection);
        data->blindHits = settings.number(Setting::BlindHits, dataset);
        data->blindHitsOfChoices = settings.number(Setting::BlindHitsOfChoices, dataset);
        readSamples(connection, *data);
        positions = std::make_unique<SamplePositions>(data->sampleIds);
        readSampleParts(connection, *positions, parts, *data, optionTexts);
        if (parts.measures) {
            data->comparer = std::make_shared<const ImageComparer>(
                std::make_shared<ProjectImages>(m_snapshot.project()));
        }
        if (parts.conditions[std::size_t(Condition::Standard)]) {
            readElsewhere(connection, *data);
        }
        for (Run& row : readRuns(connection, *data, parts)) {
            runs.push_back({std::move(row), {}, {}, {}, std::nullopt});
        }
        return true;
    });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    if (!*read) {
        return tl::unexpected<Error>(unknownDataset(dataset));
    }

    readAllRuns(m_snapshot, *data, *positions, parts.probabilities, runs, progress);
    if (progress.isCancelled()) {
        return auditCancelled();
    }

    QHash<QString, qint32> answers;
    const auto intern = [&](const QString& normalised, const QString& spelling) {
        const qint32 code = internName(answers, data->answers, normalised);
        if (data->spellings.size() < data->answers.size()) {
            data->spellings.append(spelling);
        }
        return code;
    };
    for (std::size_t i = 0; i < data->size(); ++i) {
        const QString& text = data->isMcq(i) ? optionTexts[i].value(data->goldIndex[i]) : data->gold[i];
        if (!text.isEmpty()) {
            data->goldCode[i] = intern(normaliseText(text), text);
        }
    }
    if (parts.conditions[std::size_t(Condition::OpenEnded)]) {
        data->optionOffsets.push_back(0);
        for (const QStringList& options : optionTexts) {
            for (const QString& option : options) {
                data->optionCodes.push_back(intern(normaliseText(option), option));
            }
            data->optionOffsets.push_back(quint32(data->optionCodes.size()));
        }
    }
    // In the order of the runs, so that codes do not depend on which thread was first.
    for (RunColumns& run : runs) {
        if (run.error) {
            return tl::unexpected<Error>(*run.error);
        }
        std::vector<qint32> global;
        for (std::size_t a = 0; a < run.answers.size(); ++a) {
            global.push_back(intern(run.answers[a], run.spellings[a]));
        }
        for (ResponseColumn& column : run.columns) {
            if (!global.empty()) {
                for (std::size_t i = 0; i < data->size(); ++i) {
                    if (column.codes[i] >= 0 && !data->isChoice(column, i)) {
                        column.codes[i] = global[std::size_t(column.codes[i])];
                    }
                }
            }
            data->columns.push_back(std::move(column));
        }
    }
    return std::shared_ptr<const AuditData>(std::move(data));
}

} // namespace winnow
