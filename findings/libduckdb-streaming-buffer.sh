#!/usr/bin/env bash
# libduckdb 1.5.6: streaming_buffer_size of a streaming result does not count texts and blobs, and 0 gives no rows.
#
# Documented: "The maximum memory to buffer between fetching from a streaming result", 976.5 KiB by default.
# Guess, before it was run: a streaming scan of a Parquet file of blobs holds about one chunk (2,048 rows), whatever
# the size of the file, and a buffer of 0 means "no buffering".
# Seen: with the default every chunk of a file of 160 MB (5 chunks of 32 MB) is read before the first row can be
# fetched, without an error; with 1KB one chunk at a time; with 0KB the query succeeds and has no rows at all.
# What changes for Winnow: core/parquet sets 1KB (duckdbsession.cpp), and rows of an import are not fetched from a
# result (duckdbfeed.h).
#
# Installs one pinned npm package in a temporary folder and makes its own file. Fails when what is seen changes.
set -euo pipefail

package=@duckdb/node-bindings-linux-x64
version=1.5.6-r.1
[ "$(uname -m)" = x86_64 ] || package=@duckdb/node-bindings-linux-arm64
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm pack --ignore-scripts --silent "$package@$version" >/dev/null
tar -xzf ./*.tgz
grep -q "\"version\": \"$version\"" package/package.json

cat >look.py <<'PYTHON'
import ctypes
import sys

lib = ctypes.CDLL("./package/libduckdb.so")
pointer = ctypes.c_void_p


class Result(ctypes.Structure):
    _fields_ = [("counts", ctypes.c_uint64 * 3), ("columns", pointer), ("error", ctypes.c_char_p), ("internal", pointer)]


lib.duckdb_library_version.restype = ctypes.c_char_p
lib.duckdb_result_error.restype = ctypes.c_char_p
lib.duckdb_fetch_chunk.restype = pointer
lib.duckdb_fetch_chunk.argtypes = [Result]
lib.duckdb_data_chunk_get_size.restype = ctypes.c_uint64
lib.duckdb_data_chunk_get_size.argtypes = [pointer]
assert lib.duckdb_library_version() == b"v1.5.6", lib.duckdb_library_version()

database, connection = pointer(), pointer()
assert lib.duckdb_open(None, ctypes.byref(database)) == 0
assert lib.duckdb_connect(database, ctypes.byref(connection)) == 0


def run(sql):
    result = Result()
    assert lib.duckdb_query(connection, sql.encode(), ctypes.byref(result)) == 0, lib.duckdb_result_error(ctypes.byref(result))
    lib.duckdb_destroy_result(ctypes.byref(result))


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4096 >> 20


if sys.argv[1] == "write":
    # Pages of the writer are up to 100 MB, those that a reader holds: the rest is what is buffered.
    run("COPY (SELECT (i || repeat('0123456789abcdef', 1000))::BLOB AS b FROM range(10000) t(i)) TO 'blobs.parquet' "
        "(FORMAT parquet, COMPRESSION uncompressed)")
    sys.exit()

run("SET threads = 1")
run("SET enable_external_file_cache = false")
if sys.argv[1] != "default":
    run(f"SET streaming_buffer_size = '{sys.argv[1]}'")
prepared, pending, result = pointer(), pointer(), Result()
assert lib.duckdb_prepare(connection, b"SELECT b FROM 'blobs.parquet'", ctypes.byref(prepared)) == 0
assert lib.duckdb_pending_prepared_streaming(prepared, ctypes.byref(pending)) == 0
before = resident()
assert lib.duckdb_execute_pending(pending, ctypes.byref(result)) == 0
held = resident() - before
rows = 0
while True:
    chunk = pointer(lib.duckdb_fetch_chunk(result))
    if not chunk:
        break
    rows += lib.duckdb_data_chunk_get_size(chunk)
    lib.duckdb_destroy_data_chunk(ctypes.byref(chunk))
print(rows, held)
PYTHON

python3 look.py write
size=$(($(stat -c %s blobs.parquet) >> 20))
echo "libduckdb $version (v1.5.6), $(python3 --version); a file of $size MB, 10,000 rows"
read -r default_rows default_held < <(python3 look.py default)
read -r small_rows small_held < <(python3 look.py 1KB)
read -r none_rows _ < <(python3 look.py 0KB)
echo "streaming_buffer_size default (976.5 KiB): $default_rows rows; $default_held MB more are held before the first is fetched"
echo "streaming_buffer_size 1KB:                 $small_rows rows; $small_held MB more"
echo "streaming_buffer_size 0KB:                 $none_rows rows, no error"
[ "$default_rows" = 10000 ] && [ "$small_rows" = 10000 ] && [ "$none_rows" = 0 ]
# All of the texts against one chunk and a page or two of them.
[ "$default_held" -gt $((small_held + size / 4)) ]
