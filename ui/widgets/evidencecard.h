// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/flag.h"

#include <QScrollArea>
#include <QTimer>
#include <QVector>
#include <QWidget>

class QVBoxLayout;

namespace winnow {

class Text;

/// One flag with its evidence: group hue and icon, title, score, state, the summary sentence and, where the
/// evidence has them, hits against chance or the models' votes as bars.
class EvidenceCard : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceCard(QWidget* parent = nullptr);

    void setFlag(const Flag& flag);
    /// The card that the decision keys act on.
    void setCurrent(bool current);
    const Flag& flag() const { return m_flag; }
    /// Keys of the samples that the evidence names (duplicates, conflicts), without the flagged one.
    const QStringList& related() const { return m_related; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

signals:
    /// Clicked, or reached with Tab.
    void chosen();
    void relatedChosen(const QString& sampleKey);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    /// A bar of the small chart.
    struct Bar {
        QString label;
        double value = 0;
        QString number;
        bool gold = false;
    };

    void readEvidence();
    void readVotes();
    void readRelated();
    int summaryHeight(int width) const;
    int chartHeight() const;
    QVector<QRect> relatedRects() const;
    void paintFrame(QPainter& painter, const QColor& hue) const;
    void paintHead(QPainter& painter, const QRect& where, const QColor& hue) const;
    void paintRelated(QPainter& painter) const;
    void paintChart(QPainter& painter, const QRect& where, const QColor& hue) const;
    void paintState(QPainter& painter, const QRect& where) const;

    Flag m_flag;
    bool m_current = false;
    QString m_summary;
    QString m_facts;
    QStringList m_related;
    QVector<Bar> m_bars;
    double m_barsTop = 0;
    /// Where chance stands on the scale of the bars; negative = not shown.
    double m_chance = -1;
    QString m_chanceText;
};

/// The cards of a sample below one another, one of them current.
class EvidenceList : public QScrollArea {
    Q_OBJECT
public:
    explicit EvidenceList(QWidget* parent = nullptr);

    void setFlags(const QVector<Flag>& flags, int current);
    /// Shows a sentence instead of the flags (none raised, or hidden until answered).
    void setNotice(const QString& title, const QString& text);
    void setCurrent(int index);
    int current() const { return m_current; }
    /// Cards shown, 0 while a notice is.
    int count() const { return m_count; }
    /// The first sample that the current card's evidence names; empty when it names none.
    QString relatedOfCurrent() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    void currentChosen(int index);
    void relatedChosen(const QString& sampleKey);

private:
    EvidenceCard* cardAt(int index);
    /// Scrolls the current card into view.
    void reveal();

    QVBoxLayout* m_layout;
    QVector<EvidenceCard*> m_cards;
    Text* m_noticeTitle;
    Text* m_noticeText;
    int m_current = -1;
    int m_count = 0;
    QTimer m_reveal;
};

} // namespace winnow
