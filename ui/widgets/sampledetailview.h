// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/samplebundle.h"

#include <QScrollArea>

class QVBoxLayout;

namespace winnow {

class EmptyState;
class OptionVotes;
class PlainLabel;
class SoundVerdicts;
class Text;
class ThumbnailProvider;

/// The side panel of the Samples page: the sample at a glance, with its flags and what was decided.
class SampleDetailView : public QScrollArea {
    Q_OBJECT
public:
    explicit SampleDetailView(ThumbnailProvider* thumbnails, QWidget* parent = nullptr);

    void show(std::shared_ptr<const SampleBundle> detail);
    void showNothing(const QString& title, const QString& text);

signals:
    /// An image was clicked: the user wants to see it large.
    void imageClicked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillFlags();
    void fillDecisions();
    void fillResponses();
    void showImage();

    ThumbnailProvider* m_thumbnails;
    std::shared_ptr<const SampleBundle> m_detail;
    QWidget* m_content;
    PlainLabel* m_image;
    Text* m_imageNote;
    Text* m_key;
    Text* m_steps;
    Text* m_question;
    OptionVotes* m_votes;
    Text* m_gold;
    Text* m_tally;
    QVBoxLayout* m_flags;
    SoundVerdicts* m_sound;
    QVBoxLayout* m_decisions;
    Text* m_flagTitle;
    Text* m_decisionTitle;
    EmptyState* m_empty;
};

} // namespace winnow
