/*
 * Stands between a program and the system's file calls: writes down what it does, or makes one of the calls fail.
 * Loaded with LD_PRELOAD; compiled by the trials when they run. Only calls on paths under AIDE_TRIAL_ROOT count.
 *
 * The program speaks to it by access(2) on paths that do not exist:
 *   /aide-trial/arm, /aide-trial/disarm   from here on calls count, no longer
 *   /aide-trial/mark/TEXT                 a mark in the record
 *   /aide-trial/fail/N/ERRNO              the Nth counted call after arming fails once; N 0: none
 *   /aide-trial/report/PATH               writes "COUNT CALL PATH" of the last failed call to a file
 *
 * Record, one after the other: u8 operation, u32 inode, u32 length + path, u32 length + second path, u64 offset,
 * u32 length + data. All little-endian.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 4096
#define MOST_PATH 1024

enum { OP_CREATE = 1, OP_WRITE, OP_TRUNCATE, OP_SYNC, OP_RENAME, OP_UNLINK, OP_MKDIR, OP_RMDIR, OP_LINK, OP_MARK };

/* Shared by all processes of a trial. */
struct shared {
  volatile int armed;
  volatile int fail_error;
  volatile long fail_at;
  volatile long count;
  volatile long failed_at;
  char failed_call[32];
  char failed_path[MOST_PATH];
};

struct tracked {
  int used;
  uint32_t inode;
  int append;
  off_t offset;
  char path[MOST_PATH];
};

static struct tracked fds[MOST_FDS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct shared *shared;
static struct shared own;
static const char *root;
static size_t root_length;
static int record_fd = -1;

#define REAL(name) static __typeof__(&name) real_##name; if (real_##name == NULL) real_##name = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static void setup(void) {
  static int done = 0;
  if (done) return;
  done = 1;
  root = getenv("AIDE_TRIAL_ROOT");
  root_length = root == NULL ? 0 : strlen(root);
  shared = &own;
  const char *state = getenv("AIDE_TRIAL_STATE");
  if (state != NULL) {
    int fd = (int)syscall(SYS_openat, AT_FDCWD, state, O_RDWR | O_CREAT, 0600);
    if (fd >= 0) {
      if (syscall(SYS_ftruncate, fd, sizeof(struct shared)) == 0) {
        void *mapped = mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (mapped != MAP_FAILED) shared = mapped;
      }
      syscall(SYS_close, fd);
    }
  }
  const char *record = getenv("AIDE_TRIAL_RECORD");
  if (record != NULL) record_fd = (int)syscall(SYS_openat, AT_FDCWD, record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

__attribute__((constructor)) static void begin(void) { setup(); }

/* SQLite's shared memory is made anew from its log after a crash; it is no part of what is kept. */
static int is_ours(const char *path) {
  setup();
  if (root == NULL || path == NULL || strncmp(path, root, root_length) != 0) return 0;
  if (path[root_length] != '/' && path[root_length] != 0) return 0;
  size_t length = strlen(path);
  return !(length > 4 && strcmp(path + length - 4, "-shm") == 0) && length < MOST_PATH;
}

/* Whether this call is the one that fails; errno is set then. */
static int fails(const char *call, const char *path) {
  setup();
  if (!shared->armed) return 0;
  long now = __sync_add_and_fetch(&shared->count, 1);
  if (shared->fail_at == 0 || now != shared->fail_at) return 0;
  snprintf(shared->failed_call, sizeof shared->failed_call, "%s", call);
  snprintf(shared->failed_path, sizeof shared->failed_path, "%s", path);
  shared->failed_at = now;
  errno = shared->fail_error;
  return 1;
}

static void put(int op, uint32_t inode, const char *path, const char *second, uint64_t offset, const void *data, size_t length) {
  if (record_fd < 0 || !shared->armed) return;
  uint32_t path_length = path == NULL ? 0 : (uint32_t)strlen(path);
  uint32_t second_length = second == NULL ? 0 : (uint32_t)strlen(second);
  size_t total = 1 + 4 + 4 + path_length + 4 + second_length + 8 + 4 + length;
  unsigned char *text = malloc(total);
  unsigned char *at = text;
  uint32_t data_length = (uint32_t)length;
  *at++ = (unsigned char)op;
  memcpy(at, &inode, 4); at += 4;
  memcpy(at, &path_length, 4); at += 4;
  memcpy(at, path, path_length); at += path_length;
  memcpy(at, &second_length, 4); at += 4;
  memcpy(at, second, second_length); at += second_length;
  memcpy(at, &offset, 8); at += 8;
  memcpy(at, &data_length, 4); at += 4;
  if (length > 0) memcpy(at, data, length);
  pthread_mutex_lock(&lock);
  long written = syscall(SYS_write, record_fd, text, total);
  pthread_mutex_unlock(&lock);
  (void)written;
  free(text);
}

/* Some closes pass by: a number that means another file by now is no longer ours. */
static struct tracked *tracked_fd(int fd) {
  struct stat found;
  if (fd < 0 || fd >= MOST_FDS || !fds[fd].used) return NULL;
  if (syscall(SYS_fstat, fd, &found) == 0 && (uint32_t)found.st_ino == fds[fd].inode && (S_ISREG(found.st_mode) || S_ISDIR(found.st_mode)))
    return &fds[fd];
  fds[fd].used = 0;
  return NULL;
}

static uint32_t inode_of(const char *path) {
  struct stat found;
  return syscall(SYS_newfstatat, AT_FDCWD, path, &found, AT_SYMLINK_NOFOLLOW) == 0 ? (uint32_t)found.st_ino : 0;
}

static int opened(int fd, const char *path, int flags, uint32_t before) {
  if (fd < 0 || fd >= MOST_FDS) return fd;
  struct tracked *tracked = &fds[fd];
  tracked->inode = inode_of(path);
  tracked->append = (flags & O_APPEND) != 0;
  tracked->offset = 0;
  snprintf(tracked->path, MOST_PATH, "%s", path);
  tracked->used = 1;
  if (before == 0 && (flags & O_CREAT)) put(OP_CREATE, tracked->inode, path, NULL, 0, NULL, 0);
  else if (flags & O_TRUNC) put(OP_TRUNCATE, tracked->inode, path, NULL, 0, NULL, 0);
  return fd;
}

#define OPEN_BODY(name, path, flags, call)                                                                     \
  if (!is_ours(path)) return call;                                                                             \
  if (fails(#name, path)) return -1;                                                                           \
  uint32_t before = inode_of(path);                                                                            \
  return opened(call, path, flags, before);

#define MODE_OF(flags)                                                                                         \
  mode_t mode = 0;                                                                                             \
  if ((flags) & (O_CREAT | O_TMPFILE)) {                                                                       \
    va_list rest;                                                                                              \
    va_start(rest, flags);                                                                                     \
    mode = va_arg(rest, mode_t);                                                                               \
    va_end(rest);                                                                                              \
  }

int open(const char *path, int flags, ...) { REAL(open); MODE_OF(flags) OPEN_BODY(open, path, flags, real_open(path, flags, mode)) }
int open64(const char *path, int flags, ...) { REAL(open64); MODE_OF(flags) OPEN_BODY(open, path, flags, real_open64(path, flags, mode)) }
int openat(int at, const char *path, int flags, ...) { REAL(openat); MODE_OF(flags) OPEN_BODY(open, path, flags, real_openat(at, path, flags, mode)) }
int openat64(int at, const char *path, int flags, ...) { REAL(openat64); MODE_OF(flags) OPEN_BODY(open, path, flags, real_openat64(at, path, flags, mode)) }

int close(int fd) {
  REAL(close);
  struct tracked *tracked = tracked_fd(fd);
  if (tracked == NULL) return real_close(fd);
  tracked->used = 0;
  int failing = fails("close", tracked->path);
  int error = errno;
  int result = real_close(fd);
  if (!failing) return result;
  errno = error;
  return -1;
}

static ssize_t wrote(struct tracked *tracked, const void *data, ssize_t length, off_t offset) {
  if (length <= 0) return length;
  off_t at = offset >= 0 ? offset : tracked->offset;
  if (offset < 0 && tracked->append) {
    struct stat found;
    if (syscall(SYS_newfstatat, AT_FDCWD, tracked->path, &found, 0) == 0) at = found.st_size - length;
  }
  put(OP_WRITE, tracked->inode, tracked->path, NULL, (uint64_t)at, data, (size_t)length);
  if (offset < 0) tracked->offset = at + length;
  return length;
}

ssize_t write(int fd, const void *data, size_t length) {
  REAL(write);
  struct tracked *tracked = tracked_fd(fd);
  if (tracked == NULL) return real_write(fd, data, length);
  if (fails("write", tracked->path)) return -1;
  return wrote(tracked, data, real_write(fd, data, length), -1);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  REAL(pwrite);
  struct tracked *tracked = tracked_fd(fd);
  if (tracked == NULL) return real_pwrite(fd, data, length, offset);
  if (fails("pwrite", tracked->path)) return -1;
  return wrote(tracked, data, real_pwrite(fd, data, length, offset), offset);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  REAL(pwrite64);
  struct tracked *tracked = tracked_fd(fd);
  if (tracked == NULL) return real_pwrite64(fd, data, length, offset);
  if (fails("pwrite", tracked->path)) return -1;
  return wrote(tracked, data, real_pwrite64(fd, data, length, offset), offset);
}

static ssize_t wrote_parts(struct tracked *tracked, const struct iovec *parts, int count, ssize_t length, off_t offset) {
  if (length <= 0) return length;
  char *whole = malloc((size_t)length);
  size_t at = 0;
  for (int i = 0; i < count && at < (size_t)length; i++) {
    size_t take = parts[i].iov_len < (size_t)length - at ? parts[i].iov_len : (size_t)length - at;
    memcpy(whole + at, parts[i].iov_base, take);
    at += take;
  }
  wrote(tracked, whole, length, offset);
  free(whole);
  return length;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(writev);
  struct tracked *tracked = tracked_fd(fd);
  if (tracked == NULL) return real_writev(fd, parts, count);
  if (fails("write", tracked->path)) return -1;
  return wrote_parts(tracked, parts, count, real_writev(fd, parts, count), -1);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  REAL(pwritev);
  struct tracked *tracked = tracked_fd(fd);
  if (tracked == NULL) return real_pwritev(fd, parts, count, offset);
  if (fails("pwrite", tracked->path)) return -1;
  return wrote_parts(tracked, parts, count, real_pwritev(fd, parts, count, offset), offset);
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) {
  REAL(pwritev64);
  struct tracked *tracked = tracked_fd(fd);
  if (tracked == NULL) return real_pwritev64(fd, parts, count, offset);
  if (fails("pwrite", tracked->path)) return -1;
  return wrote_parts(tracked, parts, count, real_pwritev64(fd, parts, count, offset), offset);
}

#define READ_BODY(call)                                                                                        \
  struct tracked *tracked = tracked_fd(fd);                                                                    \
  if (tracked != NULL && fails("read", tracked->path)) return -1;                                              \
  return call;

ssize_t read(int fd, void *data, size_t length) { REAL(read); READ_BODY(real_read(fd, data, length)) }
ssize_t pread(int fd, void *data, size_t length, off_t offset) { REAL(pread); READ_BODY(real_pread(fd, data, length, offset)) }
ssize_t pread64(int fd, void *data, size_t length, off64_t offset) { REAL(pread64); READ_BODY(real_pread64(fd, data, length, offset)) }
ssize_t readv(int fd, const struct iovec *parts, int count) { REAL(readv); READ_BODY(real_readv(fd, parts, count)) }
ssize_t preadv64(int fd, const struct iovec *parts, int count, off64_t offset) { REAL(preadv64); READ_BODY(real_preadv64(fd, parts, count, offset)) }

#define SYNC_BODY(name)                                                                                        \
  struct tracked *tracked = tracked_fd(fd);                                                                    \
  if (tracked == NULL) return real_##name(fd);                                                                 \
  if (fails("fsync", tracked->path)) return -1;                                                                \
  int result = real_##name(fd);                                                                                \
  if (result == 0) put(OP_SYNC, tracked->inode, tracked->path, NULL, 0, NULL, 0);                              \
  return result;

int fsync(int fd) { REAL(fsync); SYNC_BODY(fsync) }
int fdatasync(int fd) { REAL(fdatasync); SYNC_BODY(fdatasync) }

#define CUT_BODY(name)                                                                                         \
  struct tracked *tracked = tracked_fd(fd);                                                                    \
  if (tracked == NULL) return real_##name(fd, length);                                                         \
  if (fails("ftruncate", tracked->path)) return -1;                                                            \
  int result = real_##name(fd, length);                                                                        \
  if (result == 0) put(OP_TRUNCATE, tracked->inode, tracked->path, NULL, (uint64_t)length, NULL, 0);           \
  return result;

int ftruncate(int fd, off_t length) { REAL(ftruncate); CUT_BODY(ftruncate) }
int ftruncate64(int fd, off64_t length) { REAL(ftruncate64); CUT_BODY(ftruncate64) }

#define PATH_BODY(name, op, call)                                                                              \
  if (!is_ours(path)) return call;                                                                             \
  if (fails(name, path)) return -1;                                                                            \
  uint32_t inode = inode_of(path);                                                                             \
  int result = call;                                                                                           \
  if (result == 0) put(op, inode != 0 ? inode : inode_of(path), path, NULL, 0, NULL, 0);                       \
  return result;

int unlink(const char *path) { REAL(unlink); PATH_BODY("unlink", OP_UNLINK, real_unlink(path)) }
int rmdir(const char *path) { REAL(rmdir); PATH_BODY("rmdir", OP_RMDIR, real_rmdir(path)) }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); PATH_BODY("mkdir", OP_MKDIR, real_mkdir(path, mode)) }
int unlinkat(int at, const char *path, int flags) {
  REAL(unlinkat);
  PATH_BODY("unlink", (flags & AT_REMOVEDIR) ? OP_RMDIR : OP_UNLINK, real_unlinkat(at, path, flags))
}

#define PAIR_BODY(name, op, call)                                                                              \
  if (!is_ours(path) && !is_ours(second)) return call;                                                         \
  if (fails(name, second)) return -1;                                                                          \
  uint32_t inode = inode_of(path);                                                                             \
  int result = call;                                                                                           \
  if (result == 0) put(op, inode, path, second, 0, NULL, 0);                                                   \
  return result;

int rename(const char *path, const char *second) { REAL(rename); PAIR_BODY("rename", OP_RENAME, real_rename(path, second)) }
int link(const char *path, const char *second) { REAL(link); PAIR_BODY("link", OP_LINK, real_link(path, second)) }

ssize_t sendfile64(int to, int from, off64_t *offset, size_t count) {
  static ssize_t (*real_sendfile64)(int, int, off64_t *, size_t);
  if (real_sendfile64 == NULL) real_sendfile64 = (ssize_t (*)(int, int, off64_t *, size_t))dlsym(RTLD_NEXT, "sendfile64");
  struct tracked *tracked = tracked_fd(to);
  if (tracked != NULL && fails("sendfile", tracked->path)) return -1;
  if (tracked != NULL) put(OP_MARK, 0, "unrecorded copy", NULL, 0, NULL, 0);
  return real_sendfile64(to, from, offset, count);
}

static int scan_fails(const char *path) { return is_ours(path) && fails("readdir", path); }

int scandir(const char *path, struct dirent ***names, int (*filter)(const struct dirent *), int (*compare)(const struct dirent **, const struct dirent **)) {
  REAL(scandir);
  return scan_fails(path) ? -1 : real_scandir(path, names, filter, compare);
}

int scandir64(const char *path, struct dirent64 ***names, int (*filter)(const struct dirent64 *), int (*compare)(const struct dirent64 **, const struct dirent64 **)) {
  REAL(scandir64);
  return scan_fails(path) ? -1 : real_scandir64(path, names, filter, compare);
}

DIR *opendir(const char *path) {
  REAL(opendir);
  return scan_fails(path) ? NULL : real_opendir(path);
}

/* Node asks for a file's state by statx, and copies files by copy_file_range, both through syscall(2). */
long syscall(long number, ...) {
  static long (*real_syscall)(long, ...);
  if (real_syscall == NULL) real_syscall = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
  va_list rest;
  va_start(rest, number);
  long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
  long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
  va_end(rest);
  /* A copy made by the system passes the record by: the reader of the record must know. */
  if (shared != NULL && number == SYS_copy_file_range && tracked_fd((int)c) != NULL) put(OP_MARK, 0, "unrecorded copy", NULL, 0, NULL, 0);
  if (shared != NULL && number == SYS_statx && is_ours((const char *)b) && fails("stat", (const char *)b)) return -1;
  return real_syscall(number, a, b, c, d, e, f);
}

static int told(const char *wish) {
  long number;
  int error;
  if (strcmp(wish, "arm") == 0) { shared->count = 0; shared->failed_at = 0; shared->armed = 1; }
  else if (strcmp(wish, "disarm") == 0) shared->armed = 0;
  else if (strncmp(wish, "mark/", 5) == 0) put(OP_MARK, 0, wish + 5, NULL, 0, NULL, 0);
  else if (sscanf(wish, "fail/%ld/%d", &number, &error) == 2) { shared->fail_at = number; shared->fail_error = error; }
  else if (strncmp(wish, "report/", 7) == 0) {
    char text[MOST_PATH + 100];
    int length = snprintf(text, sizeof text, "%ld %ld %s %s\n", shared->count, shared->failed_at, shared->failed_call, shared->failed_path);
    int fd = (int)syscall(SYS_openat, AT_FDCWD, wish + 6, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    long written = syscall(SYS_write, fd, text, (size_t)length);
    (void)written;
    syscall(SYS_close, fd);
  } else return -1;
  return 0;
}

int access(const char *path, int mode) {
  REAL(access);
  setup();
  if (strncmp(path, "/aide-trial/", 12) == 0) return told(path + 12);
  return real_access(path, mode);
}
