// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/appcontext.h"

#include <QWidget>

namespace winnow {

class AnnotatorField;
class Text;

/// The bottom of the window: project, annotator, saved state, jobs, zoom.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(AppContext& context, QWidget* parent = nullptr);
    /// Lets the user change who signs, without leaving the page.
    void editAnnotator();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showProject();
    void showSaving(const SaveState& state);

    AppContext& m_context;
    Text* m_project;
    Text* m_saved;
    Text* m_zoom;
    AnnotatorField* m_annotator;
};

} // namespace winnow
