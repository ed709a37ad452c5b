// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/samplescope.h"
#include "ui/widgets/elidingbox.h"

namespace winnow {

class SubsetList;

/// Chooses which samples something is over: all, those that the policy keeps where `kept` says how that is
/// called, or one of the project's subsets. Not there while there is nothing to choose between. One whose
/// subset is gone falls back to all, and the page says so.
class SamplesBox : public ElidingBox {
    Q_OBJECT
public:
    /// `all` is what the first entry says, `name` what the box is called in the window.
    SamplesBox(
        SubsetList* subsets, const QString& all, const QString& kept, const QString& name, QWidget* parent);

    SampleScope scope() const;
    /// Nothing is told; one that is not there is not chosen.
    void choose(const SampleScope& scope);
    /// What an entry of a subset says, instead of "Subset %1 (%2)", its name and size.
    void setSubsetText(const QString& text);

signals:
    /// Another choice, by somebody or because the subset is gone, or the chosen subset has other samples.
    void changed();

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// The subsets are others.
    void follow();
    void refill();
    void tellLost();
    int indexOf(const SampleScope& scope) const;

    SubsetList* m_subsets;
    QString m_all;
    QString m_kept;
    QString m_subsetText = tr("Subset %1 (%2)");
    /// A subset that is gone, until somebody looks.
    QString m_lost;
};

} // namespace winnow
