// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"
#include "ui/pages/reviewkeys.h"
#include "ui/widgets/quietsplitter.h"

namespace winnow {

class EvidenceList;
class ImageView;
class OptionsPanel;
class ResponsePanel;
class ReviewController;
class ShownSample;
class SoundVerdicts;

/// The sample under review: its images over the question on the left, flags over responses on the right.
class ReviewSampleView : public QuietSplitter {
    Q_OBJECT
public:
    explicit ReviewSampleView(QWidget* parent = nullptr);

    /// Another sample; without pictures the question takes their place.
    void showImages(const ShownSample& shown);
    /// What stands on it, or what is asked of who reviews blind.
    void showStanding(const ReviewController& review);
    void showHistory(const QVector<Decision>& events);
    /// Zoom, movement, rotation and contrast of the images; false for another command.
    bool look(ReviewCommand command);
    /// Says what look() did where the images alone do not.
    QString contrastText() const;

    QSplitter* left() const { return m_left; }
    QSplitter* right() const { return m_right; }
    ImageView* image() const { return m_image; }
    OptionsPanel* options() const { return m_options; }
    EvidenceList* evidence() const { return m_evidence; }
    ResponsePanel* responses() const { return m_responses; }

private:
    void buildLeft();
    void buildRight();

    QSplitter* m_left;
    QSplitter* m_right;
    ImageView* m_image;
    OptionsPanel* m_options;
    EvidenceList* m_evidence;
    /// Always in sight, whichever card is.
    SoundVerdicts* m_judges;
    ResponsePanel* m_responses;
    /// The events that are listed, so that lists that are the same stay where they are.
    QStringList m_shownHistory;
};

} // namespace winnow
