// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/changeset.h"
#include "ui/pages/page.h"

#include <any>

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace winnow {

class EmptyState;
class PageHeader;
class WorkProgress;

/// A page that shows one value worked out from the project: a header, and below it what the page puts into
/// body(), scrolled. It works the value out when it comes into view and what it was worked out from has
/// changed, and shows how far that is, that there is nothing, or what went wrong. What was shown stays in
/// view until there is something newer. GUI thread only.
class ComputedPage : public Page {
    Q_OBJECT
public:
    enum class State {
        /// No project is open.
        Idle,
        /// Nothing to show yet.
        Computing,
        /// The value is shown.
        Shown,
        /// There is nothing; the page says what to do about it.
        Empty,
        Failed,
        /// The user stopped it.
        Stopped,
    };

    /// A change of `parts` makes what is shown stale.
    ComputedPage(AppContext& context, const QString& title, const QString& icon, ChangeSet::Parts parts);
    ~ComputedPage() override;

    State state() const { return m_state; }
    /// What is shown is older than the project.
    bool isStale() const { return m_stale; }
    bool isComputing() const;

    void projectChanged() override;
    void activated() override;
    void deactivated() override;
    void goBackTo(const PagePlace& place) override;

protected:
    /// Something else than the project that the value depends on has changed.
    void recompute();
    PageHeader* header() const { return m_header; }
    QVBoxLayout* body() const { return m_body; }
    QScrollArea* scroll() const { return m_scroll; }
    JobTracker* tracker() { return &m_tracker; }

    /// Works the value out on a worker thread; may deliver what it has so far.
    template <typename Value>
    using Work = std::function<Result<Value>(
        Project& project, Progress& progress, const std::function<void(const Value&)>& deliver)>;

    /// What is computed and how it is shown; `jobTitle` names it in the status bar. `prepare` and `show` run
    /// here: `prepare` takes along what the work depends on beside the project, and returns none while
    /// something of that is still read (then recompute() when it is there); `show` may call showNothing().
    template <typename Value>
    void setContent(
        const QString& jobTitle, std::function<Work<Value>()> prepare, std::function<void(const Value&)> show)
    {
        m_jobTitle = jobTitle;
        m_show = [show](const std::any& value) { show(*std::any_cast<Value>(&value)); };
        m_prepare = [prepare]() -> AnyWork {
            const Work<Value> work = prepare();
            if (!work) {
                return {};
            }
            return [work](Project& project, Progress& progress, const Deliver& deliver) {
                const auto handOn = [&deliver](const Value& part) { deliver(std::any(part)); };
                return work(project, progress, handOn).map([](const Value& value) {
                    return std::any(value);
                });
            };
        };
    }
    /// For show(): there is nothing; `button` leads to `then`.
    void showNothing(const QString& icon, const QString& title, const QString& text,
        const QString& button = {}, const ClickThrough& then = {});
    /// The project was closed or replaced: what the page keeps beside its content goes.
    virtual void forget() { }

private:
    using Deliver = std::function<void(const std::any&)>;
    using AnyWork = std::function<Result<std::any>(Project&, Progress&, const Deliver&)>;

    void compute();
    void take(const std::any& value);
    void fail(const Error& error);
    /// A page in words instead of its content.
    void say(State state, const QString& icon, const QString& title, const QString& text);
    void offerAgain(const QString& button);

    JobTracker m_tracker;
    QString m_icon;
    ChangeSet::Parts m_parts;
    QString m_jobTitle;
    std::function<AnyWork()> m_prepare;
    std::function<void(const std::any&)> m_show;
    State m_state = State::Idle;
    bool m_stale = true;
    bool m_active = false;
    std::optional<PagePlace> m_wanted;
    PageHeader* m_header;
    WorkProgress* m_progress;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll;
    QVBoxLayout* m_body;
    EmptyState* m_empty;
};

} // namespace winnow
