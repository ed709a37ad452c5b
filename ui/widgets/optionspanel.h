// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/samplebundle.h"

#include <QScrollArea>

namespace winnow {

class Markup;
class PlainLabel;
class Text;

/// One option, accepted answer or given answer as a line: letter, text, marks, votes as bars.
struct OptionLine {
    enum class Mark { None, Gold, NewGold, FormerGold, Accepted, Right };

    QString letter;
    QString text;
    Mark mark = Mark::None;
    /// Votes under the standard and the blind condition; -1 = no such runs.
    int standard = -1;
    int blind = -1;
    int standardOf = 0;
    int blindOf = 0;
};

/// Paints the lines below one another; wraps long texts.
class OptionLines : public QWidget {
    Q_OBJECT
public:
    explicit OptionLines(QWidget* parent = nullptr);
    void setLines(const QVector<OptionLine>& lines);
    const QVector<OptionLine>& lines() const { return m_lines; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

signals:
    /// Double click on the option at this place.
    void activated(int line);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    struct Geometry {
        QVector<QRect> rows;
        QRect text; // horizontal extent
        QRect bars;
        int height = 0;
    };
    Geometry measure(int width) const;
    void paintText(QPainter& painter, const QRect& row, const QRect& across, int lineHeight,
        const OptionLine& line) const;
    void paintVotes(QPainter& painter, const QRect& bars, const OptionLine& line) const;
    void paintMark(QPainter& painter, const QRect& row, const OptionLine& line) const;

    QVector<OptionLine> m_lines;
};

/// The question with hint, options, gold and the models' votes. Gold and votes can be hidden.
class OptionsPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit OptionsPanel(QWidget* parent = nullptr);

    /// `hidden` leaves out gold and votes (blind review before the annotator answered).
    void setBundle(std::shared_ptr<const SampleBundle> bundle, bool hidden);
    const QVector<OptionLine>& lines() const { return m_options->lines(); }
    /// Nothing stands above it: the question is what there is to see, and is written larger.
    void setAlone(bool alone);

signals:
    void optionActivated(int option);

private:
    Markup legendOf(const SampleBundle& bundle) const;
    void restyle();

    bool m_alone = false;
    PlainLabel* m_question;
    Text* m_steps;
    Text* m_hint;
    Text* m_legend;
    OptionLines* m_options;
    Text* m_note;
};

/// What the sample is a step of, and which steps it has itself, a line each; empty when neither.
QString stepsText(const SampleBundle& bundle);
/// How a condition's votes are counted: "Standard: 19 models, one vote each; 14 asked twice".
QString votesText(const QString& condition, const VoteTally& votes);
/// The lines for a bundle's options (or, open-ended, its accepted and given answers).
QVector<OptionLine> optionLinesOf(const SampleBundle& bundle, bool hidden);

} // namespace winnow
