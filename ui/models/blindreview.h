// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/samplebundle.h"

#include <QSet>
#include <QString>

#include <algorithm>

namespace winnow {

/// Where the project says whether it is reviewed blind.
inline const QString kBlindKey = QStringLiteral("review/blind");

/// Blind review: an annotator sees flags, gold and votes of a sample after having answered it.
class BlindReview {
public:
    bool isOn() const { return m_on; }
    void set(bool on) { m_on = on; }
    void answered(SampleId sample) { m_answered.insert(sample); }
    void takeBack(SampleId sample) { m_answered.remove(sample); }
    /// Somebody else goes on.
    void forgetAnswers() { m_answered.clear(); }
    /// A decision of the annotator is an answer too.
    bool hides(const SampleBundle& bundle, const QString& annotator) const
    {
        if (!m_on || m_answered.contains(bundle.sample.id)) {
            return false;
        }
        const QVector<Decision> standing = bundle.effectiveDecisions();
        return std::none_of(standing.cbegin(), standing.cend(),
            [&](const Decision& decision) { return decision.annotator == annotator; });
    }

private:
    bool m_on = false;
    QSet<SampleId> m_answered;
};

} // namespace winnow
