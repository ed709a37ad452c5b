// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/util/dialogs.h"

#include "ui/models/preferences.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QUrl>

#include <optional>

namespace winnow::dialogs {

namespace {

std::optional<QStringList>& nextNames()
{
    static std::optional<QStringList> names;
    return names;
}

std::optional<QStringList> takeNext()
{
    return std::exchange(nextNames(), std::nullopt);
}

QString lastFolder()
{
    return Preferences().text(Preference::LastFolder);
}

QString remember(const QString& name)
{
    if (!name.isEmpty()) {
        Preferences().set(Preference::LastFolder, QFileInfo(name).absolutePath());
    }
    return name;
}

} // namespace

QString openFile(QWidget* parent, const QString& title, const QString& filter)
{
    if (const auto next = takeNext()) {
        return next->value(0);
    }
    return remember(QFileDialog::getOpenFileName(parent, title, lastFolder(), filter));
}

QStringList openFiles(QWidget* parent, const QString& title, const QString& filter)
{
    if (const auto next = takeNext()) {
        return *next;
    }
    const QStringList names = QFileDialog::getOpenFileNames(parent, title, lastFolder(), filter);
    remember(names.value(0));
    return names;
}

QString saveFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter)
{
    if (const auto next = takeNext()) {
        return next->value(0);
    }
    const QString start
        = QDir::isAbsolutePath(suggestion) ? suggestion : QDir(lastFolder()).filePath(suggestion);
    return remember(QFileDialog::getSaveFileName(parent, title, start, filter));
}

QString chooseFolder(QWidget* parent, const QString& title, const QString& suggestion)
{
    if (const auto next = takeNext()) {
        return next->value(0);
    }
    const QString name
        = QFileDialog::getExistingDirectory(parent, title, suggestion.isEmpty() ? lastFolder() : suggestion);
    return remember(name);
}

bool choosePrinter(QWidget* parent, QPrinter& printer)
{
    if (const auto next = takeNext()) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(next->value(0));
        return !next->isEmpty();
    }
    return QPrintDialog(&printer, parent).exec() == QDialog::Accepted;
}

void setNextFileNames(const QStringList& names)
{
    nextNames() = names;
}

void openWithDesktop(const QString& path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace winnow::dialogs
