#!/usr/bin/env python3
"""Puts words, standards and the pages into the program.

usage: embed_assets.py ROOT OUT [--without-web]

Writes OUT/assets.S, which takes in the files' bytes as they are, and OUT/assets_table.cpp, which lists them.
Both carry the contents' hashes, so they change, and are compiled again, only when an asset does. Text is
compressed here, once, with gzip and (where the program is there) brotli; the results are kept in
ROOT/build/compressed by hash.
"""
import gzip
import hashlib
import os
import shutil
import subprocess
import sys

# Folder in the source tree, prefix of the asset's path, endings taken (none: every file).
FOLDERS = [
    ("words", "words/", (".json",)),
    ("standards", "standards/", (".json",)),
    ("templates", "templates/", ()),
    ("demo", "demo/", (".json", ".csv")),
    ("build/passwords", "passwords/", (".lst",)),
    ("web/dist", "web/", ()),
]
CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".lst": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
}
COMPRESSED = {".html", ".js", ".mjs", ".css", ".json", ".webmanifest", ".svg", ".wasm", ".txt", ".xml"}
SMALLEST_COMPRESSED = 1024


def write_if_changed(path, text):
    try:
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return
    except OSError:
        pass
    write_atomically(path, text.encode("utf-8"))


def write_atomically(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    temporary = f"{path}.{os.getpid()}"
    with open(temporary, "wb") as file:
        file.write(data)
    os.replace(temporary, path)


def found_files(root, without_web):
    for folder, prefix, endings in FOLDERS:
        if without_web and prefix == "web/":
            continue
        top = os.path.join(root, folder)
        for current, folders, names in os.walk(top):
            folders.sort()
            for name in sorted(names):
                file = os.path.join(current, name)
                if name.startswith(".") or name.endswith(".map") or (endings and not name.endswith(endings)):
                    continue
                yield prefix + os.path.relpath(file, top), file


def brotli_bytes(data):
    program = shutil.which("brotli")
    if not program:
        return None
    return subprocess.run([program, "-q", "11", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout


def gzip_bytes(data):
    return gzip.compress(data, 9, mtime=0)


def compressed_file(cache, digest, ending, make, data):
    """The file of the compressed bytes, or None where compressing does not save a tenth."""
    path = os.path.join(cache, digest + ending)
    if not os.path.exists(path):
        made = make(data)
        if made is None:
            return None
        write_atomically(path, made if len(made) < len(data) * 0.9 else b"")
    return path if os.path.getsize(path) else None


def embed(root, out, without_web):
    cache = os.path.join(root, "build", "compressed")
    assembly = ['    .section .note.GNU-stack,"",%progbits', '    .section .rodata.forecourt_assets,"a"']
    symbols, rows = [], []

    def take_in(file, digest):
        """Adds a file's bytes; answers the C++ expression for them."""
        if file is None:
            return "{}"
        name = f"forecourt_asset_{len(symbols)}"
        quoted = file.replace("\\", "\\\\").replace('"', '\\"')
        assembly.extend([f"    .global {name}", f"{name}:  // {digest}"])
        assembly.extend([f'    .incbin "{quoted}"', "    .byte 0"])
        symbols.append(name)
        return f"{{{name}, {os.path.getsize(file)}}}"

    for path, file in sorted(found_files(root, without_web)):
        with open(file, "rb") as opened:
            data = opened.read()
        digest = hashlib.sha256(data).hexdigest()[:32]
        ending = os.path.splitext(file)[1].lower()
        brotli = gzipped = None
        if path.startswith("web/") and ending in COMPRESSED and len(data) >= SMALLEST_COMPRESSED:
            brotli = compressed_file(cache, digest, ".br", brotli_bytes, data)
            gzipped = compressed_file(cache, digest, ".gz", gzip_bytes, data)
        content_type = CONTENT_TYPES.get(ending, "application/octet-stream")
        body, small, smaller = (take_in(part, digest) for part in (file, brotli, gzipped))
        quoted = path.replace("\\", "\\\\").replace('"', '\\"')
        rows.append(f'    {{"{quoted}", "{content_type}", {body}, {small}, {smaller}, "{digest}"}},')

    table = ["#include <assets/assets.h>", "", 'extern "C" {']
    table += [f"extern const char {name}[];" for name in symbols]
    table += ["}", "", "namespace forecourt::assets {", "std::span<const Asset> all() {"]
    if rows:
        table += ["    static const Asset table[] = {"] + ["    " + row for row in rows]
        table += ["    };", "    return table;"]
    else:
        table += ["    return {};"]
    table += ["}", "}  // namespace forecourt::assets", ""]
    write_if_changed(os.path.join(out, "assets.S"), "\n".join(assembly) + "\n")
    write_if_changed(os.path.join(out, "assets_table.cpp"), "\n".join(table))


if __name__ == "__main__":
    embed(os.path.abspath(sys.argv[1]), sys.argv[2], "--without-web" in sys.argv[3:])
