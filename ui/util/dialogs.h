// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QPrinter;
class QWidget;

namespace winnow::dialogs {

/// The only way files are asked for. A test sets the next answer; then no dialog is shown.
/// An empty answer means that the user went back.
QString openFile(QWidget* parent, const QString& title, const QString& filter);
QStringList openFiles(QWidget* parent, const QString& title, const QString& filter);
QString saveFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter);
QString chooseFolder(QWidget* parent, const QString& title, const QString& suggestion);

/// Sets up a printer; false when the user went back. With a next answer it prints into that PDF.
bool choosePrinter(QWidget* parent, QPrinter& printer);

void setNextFileNames(const QStringList& names);
inline void setNextFileName(const QString& name)
{
    setNextFileNames({name});
}

/// Opens a file or folder with the desktop's program for it.
void openWithDesktop(const QString& path);

} // namespace winnow::dialogs
