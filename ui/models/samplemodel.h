// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/samplequery.h"

#include <QAbstractTableModel>
#include <QCache>

namespace winnow {

/// The samples of a SampleSet as rows. What the index knows (flags, score, decision) is there at once; text
/// and images come page by page from a worker, a row says so while it waits. Formats only: no SQL here.
class SampleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        KeyColumn,
        QuestionColumn,
        GoldColumn,
        CapabilityColumn,
        FlagsColumn,
        ScoreColumn,
        AccuracyColumn,
        DecisionColumn,
        ColumnCount
    };
    enum Role {
        /// SampleId as qint64.
        IdRole = Qt::UserRole,
        /// False while the row's page is on its way.
        LoadedRole,
        /// Kinds of active flags, bit per FlagKind::index; and those still open.
        KindMaskRole,
        OpenMaskRole,
        ActionRole,
        ReviewedRole,
        QuestionRole,
        KeyRole,
        /// ImageRef of the first image, and how many there are.
        ImageRole,
        ImageCountRole,
        /// Value to sort and copy by.
        SortRole,
    };

    explicit SampleModel(QObject* parent = nullptr);
    ~SampleModel() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Shows another set. The same samples in the same order only repaint; else the model is reset.
    void setSet(std::shared_ptr<Project> project, std::shared_ptr<const SampleSet> set);
    /// Reads all texts again, after samples themselves changed.
    void forgetTexts();
    SampleId idAt(int row) const;
    /// -1 when it is not in the set.
    int rowOf(SampleId id) const;
    const QVector<SampleId>& ids() const;
    /// The sample of a row if its page is here.
    std::shared_ptr<const Sample> sampleAt(int row) const;

signals:
    void failed(const winnow::Error& error) const;

private:
    static constexpr int kPageRows = 64;
    struct Page {
        QVector<std::shared_ptr<const Sample>> samples;
    };

    const Page* page(int number) const;
    void request(int number) const;
    void pump();
    QVariant display(int row, int column) const;

    std::shared_ptr<Project> m_project;
    std::shared_ptr<const SampleSet> m_set;
    mutable QCache<int, Page> m_pages;
    /// Wanted pages, the last asked for first.
    mutable QVector<int> m_wanted;
    mutable bool m_pumpQueued = false;
    int m_loading = -1;
    JobTracker m_tracker{nullptr};
};

} // namespace winnow

Q_DECLARE_METATYPE(winnow::ImageRef)
