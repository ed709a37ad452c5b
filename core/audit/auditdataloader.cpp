// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditdataloader.h"

#include "core/audit/auditrunreader.h"
#include "core/audit/auditsamplereader.h"
#include "core/audit/interning.h"
#include "core/store/datasetstore.h"
#include "core/text/normalise.h"

#include <QtConcurrent>

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

} // namespace

void AuditParts::add(Need need)
{
    const auto condition = [&](Condition which) { conditions[std::size_t(which)] = true; };
    switch (need) {
    case Need::StandardResponses:
        return condition(Condition::Standard);
    case Need::BlindResponses:
        return condition(Condition::Blind);
    case Need::CircularResponses:
        return condition(Condition::Circular);
    case Need::OpenEndedResponses:
        return condition(Condition::OpenEnded);
    case Need::ChoicesOnlyResponses:
        return condition(Condition::ChoicesOnly);
    case Need::OptionProbabilities:
        probabilities = true;
        return;
    case Need::Texts:
        texts = true;
        return;
    case Need::Images:
        images = true;
        return;
    case Need::ImageMeasures:
        images = true;
        measures = true;
        return;
    default:
        return;
    }
}

void AuditParts::add(const AuditParts& other)
{
    texts = texts || other.texts;
    images = images || other.images;
    measures = measures || other.measures;
    probabilities = probabilities || other.probabilities;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        conditions[i] = conditions[i] || other.conditions[i];
    }
}

AuditParts partsOf(const DetectorInfo& info)
{
    AuditParts parts;
    for (const Requirement& requirement : info.requirements) {
        parts.add(requirement.need);
    }
    for (const Need need : info.uses) {
        parts.add(need);
    }
    return parts;
}

Result<std::shared_ptr<const AuditData>> loadAuditData(
    const Project& project, DatasetId dataset, const AuditParts& parts, Progress& progress)
{
    auto data = std::make_shared<AuditData>();
    data->datasetId = dataset;
    std::vector<RunColumns> runs;
    std::vector<QStringList> optionTexts;
    std::unique_ptr<SamplePositions> positions;
    const Result<bool> read = project.read([&](sqlite::Connection& connection) {
        const auto found = DatasetStore(connection).byId(dataset);
        if (!found) {
            return false;
        }
        data->dataset = found->name;
        readSamples(connection, *data);
        positions = std::make_unique<SamplePositions>(data->sampleIds);
        readSampleParts(connection, *positions, parts, *data, optionTexts);
        if (parts.measures) {
            data->comparer = std::make_shared<const ImageComparer>(std::make_shared<ProjectImages>(project));
        }
        if (parts.conditions[std::size_t(Condition::Standard)]) {
            readElsewhere(connection, *data);
        }
        for (RunRow& row : readRuns(connection, *data, parts)) {
            runs.push_back({std::move(row), {}, {}, {}, std::nullopt});
        }
        return true;
    });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    if (!*read) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset with number %1"))
                .arg(dataset.value));
    }

    std::atomic<qint64> done{0};
    QtConcurrent::blockingMap(runs, [&](RunColumns& run) {
        if (progress.isCancelled()) {
            return;
        }
        const Result<> outcome = project.read([&](sqlite::Connection& connection) {
            readRun(connection, *data, *positions, parts.probabilities, progress, run);
        });
        if (!outcome) {
            run.error = outcome.error();
        }
        progress.report(++done, qint64(runs.size()),
            data->dataset + QStringLiteral(": ")
                + QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading responses")));
    });
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
