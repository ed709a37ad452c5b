// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

#include <utility>

class QGridLayout;

namespace winnow {

/// What a file calls models, and what they are called here: as there, unless somebody says otherwise.
class ModelNamesForm : public QWidget {
    Q_OBJECT
public:
    /// What the file calls a model, and what it is called here.
    using ModelMap = QVector<std::pair<QString, QString>>;

    explicit ModelNamesForm(QWidget* parent = nullptr);

    /// Lists the file's names; `known` are those of the project, which are offered. Hidden without names.
    void show(const QStringList& names, const ModelMap& chosen, const QStringList& known);
    ModelMap models() const { return m_models; }
    void setLabelWidth(int width);
    int labelWidth() const;

signals:
    void edited();

private:
    void addRow(const QString& theirs, const QStringList& known);
    QString calledHere(const QString& theirs) const;
    void setName(const QString& theirs, const QString& ours);

    ModelMap m_models;
    QStringList m_names;
    QStringList m_known;
    QGridLayout* m_grid;
};

} // namespace winnow
