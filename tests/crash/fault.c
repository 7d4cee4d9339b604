// Loaded before the C library. While the file FORECOURT_FAULT names exists, it says in a word and a number how the
// disk fails for the database's files. "sync": a sync reports an input/output error. "write": a write does.
// "full": no space left. "slow N": a sync takes N milliseconds longer. "kill N": the process dies in the N-th write
// or sync from now on, in a write after half of its bytes. "trace": each write and sync is told in FILE.trace.
// While the file FORECOURT_CLOCK names exists, the wall clock is as many seconds ahead as it says; the steady one
// is not.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define REAL(type, name, ...)                                                        \
    static type (*real)(__VA_ARGS__);                                                \
    if (real == NULL) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

struct fault {
    char word[16];
    long number;
};

// Reads what the file that a variable names says; an empty word when there is none.
static void read_said(const char* variable, char* said, size_t size) {
    said[0] = 0;
    const char* path = getenv(variable);
    const int file = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    const ssize_t length = read(file, said, size - 1);
    said[length > 0 ? length : 0] = 0;
    close(file);
}

static struct fault current_fault(void) {
    struct fault fault = {"", 0};
    char said[32];
    read_said("FORECOURT_FAULT", said, sizeof said);
    sscanf(said, "%15s %ld", fault.word, &fault.number);
    return fault;
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

static int is(const struct fault* fault, const char* word) { return strcmp(fault->word, word) == 0; }

static void note(const char* what) {
    char path[4096];
    snprintf(path, sizeof path, "%s.trace", getenv("FORECOURT_FAULT"));
    const int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) return;
    dprintf(file, "%s", what);
    close(file);
}

static int dies_now(const struct fault* fault) {
    static atomic_long calls;
    return is(fault, "kill") && atomic_fetch_add(&calls, 1) + 1 == fault->number;
}

static int sync_fails(int file) {
    const struct fault fault = current_fault();
    if (fault.word[0] == 0 || !is_database(file)) return 0;
    if (is(&fault, "trace")) note("s");
    if (is(&fault, "slow")) usleep((useconds_t)fault.number * 1000);
    if (dies_now(&fault)) kill(getpid(), SIGKILL);
    if (!is(&fault, "sync")) return 0;
    errno = EIO;
    return 1;
}

static ssize_t real_pwrite(int file, const void* bytes, size_t count, off64_t at) {
    REAL(ssize_t, "pwrite64", int, const void*, size_t, off64_t);
    return real(file, bytes, count, at);
}

static int write_fails(int file, const void* bytes, size_t count, off64_t at) {
    const struct fault fault = current_fault();
    if (fault.word[0] == 0 || !is_database(file)) return 0;
    if (is(&fault, "trace")) note("w");
    if (dies_now(&fault)) {
        if (at >= 0) real_pwrite(file, bytes, count / 2, at);
        kill(getpid(), SIGKILL);
    }
    if (!is(&fault, "write") && !is(&fault, "full")) return 0;
    errno = is(&fault, "full") ? ENOSPC : EIO;
    return 1;
}

static long clock_ahead(void) {
    char said[32];
    read_said("FORECOURT_CLOCK", said, sizeof said);
    return atol(said);
}

int fsync(int file) {
    REAL(int, "fsync", int);
    return sync_fails(file) ? -1 : real(file);
}

int fdatasync(int file) {
    REAL(int, "fdatasync", int);
    return sync_fails(file) ? -1 : real(file);
}

ssize_t write(int file, const void* bytes, size_t count) {
    REAL(ssize_t, "write", int, const void*, size_t);
    return write_fails(file, bytes, count, -1) ? -1 : real(file, bytes, count);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
    return write_fails(file, bytes, count, at) ? -1 : real_pwrite(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
    return write_fails(file, bytes, count, at) ? -1 : real_pwrite(file, bytes, count, at);
}

int clock_gettime(clockid_t clock, struct timespec* now) {
    REAL(int, "clock_gettime", clockid_t, struct timespec*);
    const int answer = real(clock, now);
    if (answer == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += clock_ahead();
    return answer;
}

int gettimeofday(struct timeval* now, void* zone) {
    REAL(int, "gettimeofday", struct timeval*, void*);
    const int answer = real(now, zone);
    if (answer == 0) now->tv_sec += clock_ahead();
    return answer;
}

time_t time(time_t* to) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (to != NULL) *to = now.tv_sec;
    return now.tv_sec;
}
