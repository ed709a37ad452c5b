// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

#include <QVector>
#include <QWidget>

class QCheckBox;

namespace winnow {

class Text;

/// The formats of an export as boxes to tick; one stays ticked. What the ticked ones are stands below.
class ExportFormats : public QWidget {
    Q_OBJECT
public:
    explicit ExportFormats(QWidget* parent = nullptr);

    /// In the order of the registry, at least one.
    QVector<const Exporter*> chosen() const;
    /// Ids that are unknown are left out; with none known nothing changes.
    void choose(const QStringList& ids);

signals:
    void changed();

private:
    void toggled(QCheckBox* box);
    void describe();

    QVector<QCheckBox*> m_boxes;
    Text* m_descriptions;
};

} // namespace winnow
