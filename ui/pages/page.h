// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/appcontext.h"

#include <QWidget>

#include <functional>

namespace winnow {

class Preferences;

/// A page of the window. Created when it is first shown; lives as long as the window.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(AppContext& context, QWidget* parent = nullptr);

    /// The project changed (or was closed: context().project() is null). Stops work on the old one.
    virtual void projectChanged() { }
    /// The page comes into view and has the focus; it may hand it to what people work with. A page that still
    /// reads and has nothing to hand it to keeps it, so that its keys work.
    virtual void activated() { }
    /// The page goes out of view.
    virtual void deactivated() { }
    /// Ctrl+F.
    virtual void focusSearch() { }
    /// Ctrl+Z and Ctrl+Shift+Z while this page is shown: the annotator's last decision.
    virtual void undo() { context().desk()->undo(); }
    virtual void redo() { context().desk()->redo(); }
    /// Where people are in this page, to come back to.
    PagePlace place(const QString& id) { return PagePlace::of(id, this, ownPlace()); }
    /// Back to such a place, after activated(). What is still read is scrolled again when it is there.
    virtual void goBackTo(const PagePlace& place);
    /// Back within the page (to the filter before); false when the page before is meant.
    virtual bool goBackWithin() { return false; }
    /// What only this page knows and a page that takes its place goes on with; most have nothing.
    virtual QVariant carried() const { return {}; }
    virtual void takeCarried(const QVariant&) { }
    /// Files dropped on the window; false = not for this page.
    virtual bool filesDropped(const QStringList&) { return false; }
    /// What is remembered between sessions. Restored after each projectChanged() to an open project.
    virtual void saveState(Preferences&) const { }
    virtual void restoreState(const Preferences&) { }

protected:
    AppContext& context() const { return m_context; }
    /// Tells something of this page: it goes when the page is left. What is wrong with the project is told by
    /// the context itself and stays.
    void notify(Message message);
    /// What a place of this page is beside scroll positions.
    virtual QVariant ownPlace() const { return {}; }
    /// A cancelled job is not news.
    void notify(const Error& error);
    /// The keys of a command (ui/models/keycommands.h) work while the focus is in this page; text fields keep
    /// what can be typed into them.
    void addKey(const QString& command, std::function<void()> action);
    /// Takes what any widget of the page opens.
    bool event(QEvent* event) override;
    /// The page does something else: what it told last is over.
    void takeBackMessage();

private:
    AppContext& m_context;
};

} // namespace winnow
