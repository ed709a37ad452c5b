// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace winnow {

/// Locks the first byte of an open file for this descriptor, without waiting: 0, EAGAIN when another
/// descriptor has it, or another errno. Closing another descriptor of the file does not drop it; where the
/// file system has no such locks, flock does the same for a local disk.
int tryLockDescriptor(int fd);
void unlockDescriptor(int fd);

} // namespace winnow
