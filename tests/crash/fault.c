// Loaded before the C library: while the file FORECOURT_FAULT names exists, its word says how the disk fails for
// the database's files. "sync": a sync reports an input/output error. "write": a write does. "full": no space left.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int word_is(const char* word) {
    const char* path = getenv("FORECOURT_FAULT");
    if (path == NULL || access(path, F_OK) != 0) return 0;
    char said[16] = "";
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    const ssize_t length = read(file, said, sizeof said - 1);
    close(file);
    return length > 0 && strcmp(said, word) == 0;
}

static int is_database(int file) {
    char link[32];
    char path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, ".sqlite") != NULL;
}

static int sync_fails(int file) {
    if (!is_database(file) || !word_is("sync")) return 0;
    errno = EIO;
    return 1;
}

static int write_fails(int file) {
    if (!is_database(file)) return 0;
    if (word_is("write")) {
        errno = EIO;
        return 1;
    }
    if (word_is("full")) {
        errno = ENOSPC;
        return 1;
    }
    return 0;
}

int fsync(int file) {
    static int (*real)(int);
    if (real == NULL) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    return sync_fails(file) ? -1 : real(file);
}

int fdatasync(int file) {
    static int (*real)(int);
    if (real == NULL) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    return sync_fails(file) ? -1 : real(file);
}

ssize_t write(int file, const void* bytes, size_t count) {
    static ssize_t (*real)(int, const void*, size_t);
    if (real == NULL) real = (ssize_t(*)(int, const void*, size_t))dlsym(RTLD_NEXT, "write");
    return write_fails(file) ? -1 : real(file, bytes, count);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
    static ssize_t (*real)(int, const void*, size_t, off_t);
    if (real == NULL) real = (ssize_t(*)(int, const void*, size_t, off_t))dlsym(RTLD_NEXT, "pwrite");
    return write_fails(file) ? -1 : real(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
    static ssize_t (*real)(int, const void*, size_t, off64_t);
    if (real == NULL) real = (ssize_t(*)(int, const void*, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64");
    return write_fails(file) ? -1 : real(file, bytes, count, at);
}
