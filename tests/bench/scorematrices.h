// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/writedemo.h"
#include "core/subset/subsetinput.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <map>

namespace winnow::bench {

/// A matrix of recorded scores, with what its questions are about.
struct ScoreMatrixFile {
    QString name;
    ScoreTable table;
    std::vector<std::uint16_t> stratum;
    std::vector<std::uint8_t> frontier;
};

/// The rows of a CSV file with quotes; newlines in quotes are kept.
inline QVector<QStringList> csvRows(const QString& path)
{
    QFile file(path);
    QVector<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly)) {
        return rows;
    }
    QStringList row;
    QString field;
    bool quoted = false;
    const QString text = QString::fromUtf8(file.readAll());
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted; // a doubled quote is lost; no field read here has one
        } else if (!quoted && c == u',') {
            row.append(field);
            field.clear();
        } else if (!quoted && c == u'\n') {
            row.append(field.endsWith(u'\r') ? field.chopped(1) : field);
            rows.append(row);
            row.clear();
            field.clear();
        } else {
            field.append(c);
        }
    }
    if (!rows.isEmpty() && rows.first().first().startsWith(QChar(0xfeff))) {
        rows.first().first().remove(0, 1);
    }
    return rows;
}

/// Scores by item and model, the mean of repeats, put together from any order.
class MatrixBuilder {
public:
    explicit MatrixBuilder(const QString& name) { m_matrix.name = name; }

    void add(const QString& item, const QString& about, const QString& model, double score)
    {
        const auto i = place(m_items, item);
        const auto m = place(m_models, model);
        m_about[i] = place(m_abouts, about);
        auto& [sum, count] = m_scores[{m, i}];
        sum += score;
        ++count;
    }

    ScoreMatrixFile finish()
    {
        m_matrix.table = ScoreTable::empty(size_t(m_models.size()), size_t(m_items.size()));
        for (auto it = m_scores.begin(); it != m_scores.end(); ++it) {
            m_matrix.table.ofModel(it->first.first)[it->first.second]
                = float(it->second.first / it->second.second);
        }
        for (const auto& [item, about] : m_about) {
            m_matrix.stratum.push_back(std::uint16_t(about));
        }
        return std::move(m_matrix);
    }

private:
    static size_t place(QHash<QString, size_t>& places, const QString& name)
    {
        const auto found = places.constFind(name);
        return found != places.constEnd() ? *found : *places.insert(name, size_t(places.size()));
    }

    ScoreMatrixFile m_matrix;
    QHash<QString, size_t> m_items, m_models, m_abouts;
    std::map<size_t, size_t> m_about;
    std::map<std::pair<size_t, size_t>, std::pair<double, int>> m_scores;
};

/// A file with a row a question and a column a model; `skip` columns first, scored against `answer` where
/// that is a column.
inline ScoreMatrixFile byQuestion(const QString& name, const QString& path, int skip, int answer, int about)
{
    MatrixBuilder builder(name);
    const QVector<QStringList> rows = csvRows(path);
    for (qsizetype r = 1; r < rows.size(); ++r) {
        const QStringList& row = rows.at(r);
        const QString subject = about >= 0 ? row.at(about) : row.first().section(u'_', 1, -2);
        for (qsizetype c = skip; c < row.size(); ++c) {
            if (!row.at(c).isEmpty()) {
                builder.add(row.first(), subject, rows.first().at(c),
                    answer >= 0 ? double(row.at(c) == row.at(answer)) : row.at(c).toDouble());
            }
        }
    }
    return builder.finish();
}

/// A file with a row an answer; runs with the question as it stands alone. Without an `about` column all
/// questions are of one kind.
inline ScoreMatrixFile byAnswer(
    const QString& name, const QString& path, const QString& score, const QString& about)
{
    MatrixBuilder builder(name);
    const QVector<QStringList> rows = csvRows(path);
    const QStringList head = rows.isEmpty() ? QStringList() : rows.first();
    const auto at = [&](const QString& column) { return head.indexOf(column); };
    const qsizetype condition = at(QStringLiteral("condition"));
    for (qsizetype r = 1; r < rows.size(); ++r) {
        const QStringList& row = rows.at(r);
        if (condition < 0 || row.at(condition).startsWith(u"with_image")
            || row.at(condition).startsWith(u"text_mcq")) {
            builder.add(row.at(at(QStringLiteral("sample_id"))), row.value(at(about)),
                row.at(at(QStringLiteral("model"))), row.at(at(score)).toDouble());
        }
    }
    return builder.finish();
}

/// The four conditions of m3irt stand in one row a model; the whole question alone is read.
inline ScoreMatrixFile byModel(const QString& name, const QString& path)
{
    MatrixBuilder builder(name);
    const QVector<QStringList> rows = csvRows(path);
    for (qsizetype r = 1; r < rows.size(); ++r) {
        for (qsizetype c = 1; c < rows.at(r).size(); ++c) {
            const QString& item = rows.first().at(c);
            if (!item.startsWith(u'<')) {
                builder.add(item, item.section(u'_', 1, -2), rows.at(r).first(), rows.at(r).at(c).toDouble());
            }
        }
    }
    return builder.finish();
}

/// The generated benchmark, through a project.
inline ScoreMatrixFile demoMatrix()
{
    ScoreMatrixFile matrix;
    matrix.name = QStringLiteral("demo");
    QTemporaryDir folder;
    SilentProgress progress;
    auto project = Project::create(folder.filePath(QStringLiteral("demo.winnow")));
    DemoOptions options;
    options.renderImages = false;
    const auto benchmark = DemoBenchmark::generate(options);
    if (!project || !benchmark || !writeDemo(**project, *benchmark, progress)) {
        return matrix;
    }
    const auto input = SubsetInput::load(**project, QStringLiteral("everything"), {}, progress);
    if (input) {
        matrix.table = input->table;
        matrix.stratum = input->stratum;
        matrix.frontier = input->frontier;
    }
    return matrix;
}

/// All that are on this machine.
inline std::vector<ScoreMatrixFile> scoreMatrices()
{
    std::vector<ScoreMatrixFile> all;
    const auto shared = [](const char* path) { return test::sharedData(QString::fromLatin1(path)); };
    all.push_back(
        byQuestion(QStringLiteral("autojudger_mmmu"), shared("autojudger_mmmu/scores.csv"), 1, -1, -1));
    all.push_back(byModel(QStringLiteral("m3irt_mmmu"), shared("m3irt_mmmu/normal.csv")));
    all.push_back(byAnswer(QStringLiteral("blink"), shared("blink/responses_val.csv"),
        QStringLiteral("correct"), QStringLiteral("task")));
    all.push_back(byQuestion(QStringLiteral("mmlu_pro"), shared("mmlu_pro/predictions_matrix.csv"), 4, 1, 3));
    all.push_back(byAnswer(QStringLiteral("reasoning_gym"), shared("reasoning_gym/attempts_easy.csv"),
        QStringLiteral("score"), QStringLiteral("category")));
    all.push_back(
        byAnswer(QStringLiteral("mathv"), shared("mathv/responses.csv"), QStringLiteral("correct"), {}));
    all.push_back(byAnswer(QStringLiteral("mmlu_redux"), shared("mmlu_redux/responses.csv"),
        QStringLiteral("correct_vs_original_label"), {}));
    all.push_back(demoMatrix());
    std::erase_if(all, [](const ScoreMatrixFile& matrix) { return matrix.table.models < 2; });
    return all;
}

} // namespace winnow::bench
