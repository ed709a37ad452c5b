// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/judgementstore.h"

#include <QWidget>

class QGridLayout;

namespace winnow {

class Text;

/// The judges that found a sample sound, one a line: a check mark, "Judge NAME: sound" and its reason. What a
/// judge found wrong is a flag and has its card. Hidden while there are none.
class SoundVerdicts : public QWidget {
    Q_OBJECT
public:
    /// One: what does not fit on a line of its own is cut, and the tool tip has all of it.
    enum class Lines { One, All };

    explicit SoundVerdicts(Lines lines, QWidget* parent = nullptr);

    /// Verdicts that are not sound are left out.
    void set(const QVector<Judgement>& judgements);
    /// "Judge NAME: sound" of each shown verdict, with its reason where it has one.
    QStringList lines() const { return m_lines; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void cut();

    Lines m_shown;
    QGridLayout* m_grid;
    QVector<Text*> m_texts;
    QStringList m_lines;
};

} // namespace winnow
