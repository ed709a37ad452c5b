// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/imagebatch.h"

#include <QFileInfo>
#include <QtConcurrent>

namespace winnow {

ImageBatch::ImageBatch(
    ImageFolders folders, QString dataset, QString imageColumn, IssueLog& log, const Progress* progress)
    : m_images(std::move(folders))
    , m_dataset(std::move(dataset))
    , m_column(std::move(imageColumn))
    , m_log(log)
    , m_progress(progress)
{
}

void ImageBatch::add(WaitingSample waiting)
{
    for (const QByteArray& text : waiting.imageTexts) {
        m_bytes += text.size();
    }
    m_waiting.push_back(std::move(waiting));
}

bool ImageBatch::isFull() const
{
    constexpr size_t kSamples = 256;
    constexpr qint64 kBytes = 64 << 20;
    return m_waiting.size() >= kSamples || m_bytes > kBytes;
}

void ImageBatch::resolveAll()
{
    struct Task {
        size_t waiting;
        qsizetype image;
        ImageResolver::Outcome outcome;
    };
    std::vector<Task> tasks;
    for (size_t i = 0; i < m_waiting.size(); ++i) {
        for (qsizetype n = 0; n < m_waiting[i].imageTexts.size(); ++n) {
            tasks.push_back({i, n, {}});
        }
    }
    QtConcurrent::blockingMap(tasks, [this](Task& task) {
        if (isCancelled()) {
            return;
        }
        const WaitingSample& waiting = m_waiting[task.waiting];
        const DraftImage::Form form = waiting.imageForms.at(task.image);
        QStringList hints;
        if (form == DraftImage::Form::Name) {
            for (const QString& part : {waiting.sample.split, waiting.sample.sourceIndex}) {
                if (!part.isEmpty() && !part.contains(QLatin1String(".."))) {
                    hints.append(part);
                }
            }
        }
        task.outcome = m_images.resolve(waiting.imageTexts.at(task.image), form, hints);
    });
    for (Task& task : tasks) {
        WaitingSample& waiting = m_waiting[task.waiting];
        waiting.sample.images.append(task.outcome.image);
        waiting.imageBytes.append(std::move(task.outcome.bytes));
        if (task.outcome.issue && !isCancelled()) {
            tell(*task.outcome.issue, waiting, task.outcome.image);
        }
    }
}

void ImageBatch::tell(const DraftIssue& issue, const WaitingSample& waiting, const ImageRef& image)
{
    if (issue.severity == ImportIssue::Severity::Note) {
        if (!m_otherEndings) {
            m_log.message(Sentence::of(
                QT_TRANSLATE_NOOP("Import",
                    "Some images are named with another ending than the files have: %1 is used for %2"))
                              .arg(QFileInfo(image.path).fileName(), image.source));
        }
        m_otherEndings = true;
        return;
    }
    DraftIssue told = issue;
    told.column = m_column;
    m_log.add(told, waiting.line, m_dataset + u'/' + waiting.sample.sourceIndex);
}

Result<> ImageBatch::flush(const std::function<Result<>(WaitingSample&)>& store)
{
    resolveAll();
    for (WaitingSample& waiting : m_waiting) {
        if (isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        WINNOW_TRY(store(waiting));
    }
    m_waiting.clear();
    m_bytes = 0;
    return {};
}

} // namespace winnow
