// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/imageresolver.h"
#include "core/import/issuelog.h"

#include <functional>
#include <vector>

namespace winnow {

/// A sample of a file whose images were not looked at yet.
struct WaitingSample {
    Sample sample;
    qint64 line = 0;
    /// As the record gives them.
    QVector<QByteArray> imageTexts;
    QVector<DraftImage::Form> imageForms;
    /// Of the images that came as bytes, in the order of the sample's.
    QVector<QByteArray> imageBytes;
    /// Keys of samples that hold the image.
    QStringList sharedFrom;
};

/// Samples that wait until there are enough of them to look at their images in parallel. One thread uses it;
/// images are found, decoded and hashed in several.
class ImageBatch {
public:
    /// `imageColumn` is for what is said of images.
    ImageBatch(
        ImageFolders folders, QString dataset, QString imageColumn, IssueLog& log, const Progress* progress);

    void add(WaitingSample waiting);
    /// There are enough of them, by number or by bytes.
    bool isFull() const;
    std::vector<WaitingSample>& waiting() { return m_waiting; }
    /// Resolves the images of all that wait and hands each on, in their order. Cancelled when the import is.
    Result<> flush(const std::function<Result<>(WaitingSample&)>& store);

private:
    void resolveAll();
    void tell(const DraftIssue& issue, const WaitingSample& waiting, const ImageRef& image);
    bool isCancelled() const { return m_progress && m_progress->isCancelled(); }

    ImageResolver m_images;
    QString m_dataset;
    QString m_column;
    IssueLog& m_log;
    const Progress* m_progress;
    std::vector<WaitingSample> m_waiting;
    qint64 m_bytes = 0;
    bool m_otherEndings = false;
};

} // namespace winnow
