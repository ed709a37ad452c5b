// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QToolButton;

namespace winnow {

class DecisionBar;
class EmptyState;
class EvidenceList;
class SoundVerdicts;
class ImageView;
class OptionsPanel;
class QueueChooser;
class ResponsePanel;
class Text;

/// The thin bar of the progress through a queue.
class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(QWidget* parent = nullptr);
    void setShare(double share);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
};

/// The parts of the review page and where they are; no behaviour.
class ReviewLayout {
public:
    enum Screen { Sample, Queues, Notice };

    /// Builds everything inside `page`.
    explicit ReviewLayout(QWidget* page);
    void show(Screen screen);
    /// Whether the sample has images; without, the question takes their place.
    void showImages(bool images);
    Screen screen() const;

    QStackedWidget* stack;
    // Header.
    Text* sampleKey;
    Text* place;
    QToolButton* queue;
    Text* state;
    QToolButton* blind;
    QToolButton* adjudicate;
    // Sample.
    QSplitter* columns;
    QSplitter* left;
    QSplitter* right;
    ImageView* image;
    OptionsPanel* options;
    EvidenceList* evidence;
    /// Always in sight, whichever card is.
    SoundVerdicts* judges;
    Text* evidenceTitle;
    ResponsePanel* responses;
    DecisionBar* bar;
    // Progress.
    ProgressLine* progressLine;
    Text* progress;
    Text* hint;
    // The other screens.
    QueueChooser* queues;
    EmptyState* notice;

private:
    QWidget* makeHeader();
    QWidget* makeSample();
    QWidget* makeFooter();
};

} // namespace winnow
