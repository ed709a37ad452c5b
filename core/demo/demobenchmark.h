// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/response.h"
#include "core/domain/sample.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <memory>

namespace winnow {

struct DemoOptions {
    /// 50 … 20,000.
    int samples = 1000;
    /// 1 … 60; the first of every family comes before the second of any.
    int models = 27;
    quint64 seed = 1;
    /// False: no pictures, for measuring detectors that read responses only. Images then have made-up hashes,
    /// equal where the pictures would be.
    bool renderImages = true;
    /// 0 = guesses are independent; 1 = models of a family always guess alike.
    double sharedGuesses = 0.5;
    /// How strongly guesses prefer some letters, 0 … 1.
    double letterPreference = 0.35;
};

struct DemoModel {
    QString name;
    QString family;
    /// Size in billions of parameters.
    int size = 0;
    /// Overall ability on the scale of the samples' difficulty (mean 0, spread about 1).
    double ability = 0;
};

struct DemoRun {
    int model = 0;
    int dataset = 0;
    Condition condition = Condition::Standard;
};

/// A planted defect, known to the generator only: nothing in the project tells it.
struct DemoTruth {
    QString sampleKey;
    /// A FlagKind id.
    QString kind;
};

/// A generated benchmark: figures drawn from random numbers, questions whose answers are computed from what
/// was drawn, simulated models, and planted defects of every flag kind. Same options, same benchmark, on
/// every machine. Thread-safe after generate().
///
/// Models of a family share part of their knowledge and of their guesses; guesses prefer letters and
/// attractive options; a tenth of the sound samples is known blind by one family; some responses are missing,
/// some unparsed, some scored wrong; templates repeat without being duplicates.
class DemoBenchmark {
public:
    /// InvalidInput when an option is out of range.
    static Result<DemoBenchmark> generate(const DemoOptions& options);
    ~DemoBenchmark();
    DemoBenchmark(DemoBenchmark&& other) noexcept;
    DemoBenchmark& operator=(DemoBenchmark&& other) noexcept;

    const DemoOptions& options() const;
    /// "demo-chart", … one a capability.
    const QStringList& datasets() const;
    /// In dataset and source order; `images` holds one reference without id, path or size.
    const QVector<Sample>& samples() const;
    const QVector<DemoModel>& models() const;
    const QVector<DemoRun>& runs() const;
    /// All responses to a sample; `runId` is 1 + the index in runs(), `sampleId` is 1 + `sample`. Texts,
    /// tokens, latency and cost only when `details`.
    QVector<Response> responses(int sample, bool details = true) const;
    /// The encoded picture of a sample (PNG, some JPEG).
    Result<QByteArray> image(int sample) const;
    /// Sorted by sample and kind. A sample may have several.
    const QVector<DemoTruth>& truth() const;
    /// "sample_key,kind" lines with that header.
    QByteArray truthCsv() const;

    struct Private;

private:
    DemoBenchmark();
    std::unique_ptr<Private> d;
};

} // namespace winnow
