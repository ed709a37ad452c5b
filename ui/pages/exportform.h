// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"
#include "ui/models/exportpreview.h"
#include "ui/models/preferences.h"

#include <QVector>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace winnow {

class ExportFormats;
class JobTracker;
class StatTile;
class Text;
class WorkProgress;

/// Format, images and folder of an export, what of it nobody reviewed, and its button.
class ExportForm : public QWidget {
    Q_OBJECT
public:
    explicit ExportForm(QWidget* parent = nullptr);

    /// At least one.
    QVector<const Exporter*> exporters() const;
    /// Nothing for formats without images, and for several formats at once: each as it has them.
    std::optional<ExportOptions::Images> images() const;
    QString path() const;
    void setPath(const QString& path);
    void focusPath();
    void press();
    void saveState(Preferences& preferences) const;
    void restoreState(const Preferences& preferences);

    void showPlan(const ExportPlan& plan);
    /// While the work of a slot goes on nothing can be changed.
    void begin(JobTracker* tracker, const QString& slot);
    void finish();
    /// What a trial said; gone when something is chosen anew.
    void showTrial(const QString& text);

signals:
    void exportAsked();
    /// What would be written is to be measured.
    void trialAsked();
    /// The button that was pressed has lost the focus to the work.
    void focusFree();

private:
    void addImages(QVBoxLayout* layout);
    void addFolder(QVBoxLayout* layout);
    void addButton(QVBoxLayout* layout);
    void offerImages();
    void browse();
    void setBusy(bool busy);
    static QString imagesTitle(ExportOptions::Images images);
    static QString imagesHint(ExportOptions::Images images, bool asBytes);

    ExportFormats* m_formats;
    QComboBox* m_images;
    Text* m_imagesHint;
    QLineEdit* m_path;
    QPushButton* m_browse;
    /// How much of what is flagged people looked at, and what goes without them.
    StatTile* m_reviewed;
    QPushButton* m_export;
    QPushButton* m_try;
    Text* m_tried;
    WorkProgress* m_progress;
    bool m_any = false;
    bool m_busy = false;
    /// The button that the export or trial was started from.
    QPushButton* m_focusAfter = nullptr;
};

} // namespace winnow
