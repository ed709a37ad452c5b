// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/responserows.h"

#include "core/store/datasetstore.h"
#include "core/store/samplestore.h"

#include <QStringList>

namespace winnow::test {

/// Everything that a project holds for its readers, a line a row, ids included: equal dumps are equal
/// projects. What the files beside it and the ledger hold is counted. Reports of imports are not in it.
inline QStringList dumpProject(Project& project)
{
    const QStringList queries{
        QStringLiteral("SELECT 'dataset', id, name FROM datasets ORDER BY id"),
        QStringLiteral("SELECT 'sample', id, dataset_id, source_index, position, split, capability, category,"
                       " option_count, question, hint, gold, accepted, extra, hex(content_hash) FROM samples"
                       " ORDER BY id"),
        QStringLiteral("SELECT 'option', sample_id, position, text FROM options ORDER BY 2, 3"),
        QStringLiteral("SELECT 'image', si.sample_id, si.position, si.source, si.state, hex(i.sha256)"
                       " FROM sample_images si LEFT JOIN images i ON i.id = si.image_id ORDER BY 2, 3"),
        QStringLiteral("SELECT 'rotation', sample_id, shift, source_index, permutation, gold FROM rotations"
                       " ORDER BY 2, 3"),
        QStringLiteral("SELECT 'step', sample_id, parent, step FROM sample_steps ORDER BY 2"),
        QStringLiteral(
            "SELECT 'price', model_id, input, output, image, gpu_hour, as_of, note FROM model_prices"
            " ORDER BY 2"),
        QStringLiteral("SELECT 'model', id, name, family FROM models ORDER BY 2"),
        QStringLiteral("SELECT 'run', id, model_id, dataset_id, condition, setting FROM runs ORDER BY 2"),
        QStringLiteral("SELECT 'response', run_id, sample_id, shift, attempt, score, answer FROM responses"
                       " ORDER BY 2, 3, 4, 5"),
        QStringLiteral(
            "SELECT 'reply', run_id, sample_id, shift, attempt, text, latency FROM response_details"
            " ORDER BY 2, 3, 4, 5"),
        QStringLiteral(
            "SELECT 'rating', run_id, sample_id, shift, attempt, verifier, logprob FROM response_details"
            " WHERE verifier IS NOT NULL OR logprob IS NOT NULL ORDER BY 2, 3, 4, 5"),
        QStringLiteral("SELECT 'flag', sample_id, kind, detector, score, evidence, state FROM flags"
                       " WHERE active = 1 ORDER BY 2, 3, 4"),
        QStringLiteral("SELECT 'judgement', judge, sample_id, sound, reason FROM judgements ORDER BY 2, 3"),
        QStringLiteral("SELECT 'verdict', sample_id, kind, state FROM verdicts ORDER BY 2, 3"),
        QStringLiteral("SELECT 'action', sample_id, action, new_gold FROM sample_actions ORDER BY 2"),
        QStringLiteral("SELECT 'waiting', sample_key, count(*) FROM waiting_decisions GROUP BY 2 ORDER BY 2"),
        QStringLiteral("SELECT 'subset', name, method, budget, seed, parents FROM subsets ORDER BY 2"),
        QStringLiteral("SELECT 'chosen', subset_id, rank, sample_id, weight FROM subset_samples"
                       " ORDER BY 2, 3"),
        QStringLiteral("SELECT 'decisions', count(*) FROM decisions"),
        QStringLiteral("SELECT 'images', count(*) FROM images"),
        QStringLiteral("SELECT 'packed', count(*) FROM packed"),
        QStringLiteral("SELECT 'texts', count(*) FROM response_texts"),
        QStringLiteral("SELECT 'sets', run_id, count(*) FROM score_sets GROUP BY 2 ORDER BY 2"),
        QStringLiteral("SELECT 'found', rowid FROM samples_fts WHERE samples_fts MATCH 'figure OR question'"
                       " ORDER BY 2"),
    };
    QStringList lines = askRows(project, [&](sqlite::Connection& c) {
        QStringList rows;
        for (const QString& sql : queries) {
            sqlite::Statement query(c, sql);
            const auto columns = sql.left(sql.indexOf(QStringLiteral(" FROM "))).count(u',') + 1;
            while (query.step()) {
                QStringList cells;
                for (int i = 0; i < columns; ++i) {
                    cells.append(query.text(i));
                }
                rows.append(cells.join(u'|'));
            }
        }
        return rows;
    }).value_or(QStringList{QStringLiteral("cannot be read")});
    const auto hashes = project.imageHashes();
    lines.append(QStringLiteral("bytes|%1").arg(hashes ? hashes->size() : -1));
    return lines;
}

} // namespace winnow::test
