// peer.c: what one core can do with our own file: epoll, SQLite, no framework.   peer PORT FILE
//
// Answers `GET /deals?party=NAME&limit=20` with the same bytes as `dealtracker serve`: the same lookup of the name, the
// same scan of `list_row`, the same envelope with its cursor. Not a server to use: it reads one request per packet, trusts
// it, knows no other route, and sends no field that it need not.
//
//     cc -O2 peer.c -o peer -lsqlite3
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LIMIT = 20, HEAD = 256 };
static sqlite3_stmt *name_query, *page_query, *count_query;
static char out[1 << 22], in[65536];

static uint64_t mixed(uint64_t hash, uint64_t word) {
  uint64_t product = (hash ^ word) * 0x9FB21C651E98DF25u;
  return product ^ product >> 29;
}

// The hash of the question that a cursor begins with (ContentHash.swift).
static uint64_t content_hash(const unsigned char *bytes, size_t count) {
  uint64_t a = count * 0x9E3779B97F4A7C15u, b = a ^ 1, c = a ^ 2, d = a ^ 3, w[4];
  size_t index = 0;
  for (; index + 32 <= count; index += 32) {
    memcpy(w, bytes + index, 32);
    a = mixed(a, w[0]), b = mixed(b, w[1]), c = mixed(c, w[2]), d = mixed(d, w[3]);
  }
  uint64_t hash = mixed(mixed(mixed(a, b), c), d);
  for (; index < count; index++) hash = mixed(hash, bytes[index]);
  return mixed(hash, hash >> 32);
}

static int hex(char c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; }

// The value of `party`, percent-decoded; `target_end` is the blank behind the target.
static size_t party(const char *target, const char *target_end, char *name) {
  const char *p = memmem(target, target_end - target, "party=", 6);
  size_t n = 0;
  if (!p) return 0;
  for (p += 6; p < target_end && *p != '&' && n < 200; p++) {
    if (*p == '%') name[n++] = hex(p[1]) << 4 | hex(p[2]), p += 2;
    else name[n++] = *p == '+' ? ' ' : *p;
  }
  return n;
}

static char *answer(const char *target, const char *target_end, char *p) {
  char name[256], key[256];
  size_t n = party(target, target_end, name);
  for (size_t i = 0; i < n; i++) key[i] = name[i] >= 'A' && name[i] <= 'Z' ? name[i] | 32 : name[i];
  sqlite3_bind_text(name_query, 1, key, n, SQLITE_STATIC);
  long company = sqlite3_step(name_query) == SQLITE_ROW ? sqlite3_column_int64(name_query, 0) : 0;
  sqlite3_reset(name_query);
  sqlite3_bind_int64(page_query, 1, company << 43);
  sqlite3_bind_int64(page_query, 2, (company << 43) | ((1L << 43) - 1));
  sqlite3_bind_int64(page_query, 3, LIMIT + 1);
  long rows = 0, last = 0, count;
  int more = 0;
  p = stpcpy(p, "{\"data\":[");
  while (sqlite3_step(page_query) == SQLITE_ROW) {
    if (rows == LIMIT) {
      more = 1;
      break;
    }
    if (rows++) *p++ = ',';
    last = sqlite3_column_int64(page_query, 0);
    int size = sqlite3_column_bytes(page_query, 1);
    memcpy(p, sqlite3_column_blob(page_query, 1), size);
    p += size;
  }
  sqlite3_reset(page_query);
  count = rows;
  p = stpcpy(p, "],\"next\":");
  if (more) {
    unsigned char question[300];
    memcpy(question, "/deals\0party=", 13);
    memcpy(question + 13, name, n);
    p += sprintf(p, "\"%.*s&cursor=%016lx.i%ld.i%ld\"", (int)(target_end - target), target,
                 content_hash(question, 13 + n), (last >> 26 & 0x1FFFF) - 25567, last & 0x3FFFFFF);
    sqlite3_bind_int64(count_query, 1, company);
    count = sqlite3_step(count_query) == SQLITE_ROW ? sqlite3_column_int64(count_query, 0) : 0;
    sqlite3_reset(count_query);
  } else p = stpcpy(p, "null");
  return p + sprintf(p, ",\"count\":%ld}", count);
}

static void serve(int fd) {
  ssize_t size = read(fd, in, sizeof in - 1);
  if (size <= 0) {
    if (size == 0 || errno != EAGAIN) close(fd);
    return;
  }
  in[size] = 0;
  char *target = strchr(in, ' '), *end = target ? strchr(target + 1, ' ') : 0;
  if (!end) return (void)close(fd);
  char *body = out + HEAD, *body_end = answer(target + 1, end, body), head[HEAD];
  int n = sprintf(head, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %ld\r\n\r\n",
                  (long)(body_end - body));
  memcpy(body - n, head, n);
  if (write(fd, body - n, body_end - body + n) < 0) close(fd);
}

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0)) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    exit(1);
  }
  return statement;
}

int main(int argc, char **argv) {
  sqlite3 *db;
  int one = 1;
  if (argc < 3) return fprintf(stderr, "peer PORT FILE\n"), 64;
  if (sqlite3_open_v2(argv[2], &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, 0)) return 1;
  sqlite3_exec(db, "PRAGMA cache_size=-65536;PRAGMA mmap_size=0", 0, 0, 0);
  name_query = prepared(db, "SELECT company_no FROM company_name WHERE key = ?1");
  page_query = prepared(db, "SELECT slot, wire FROM list_row WHERE slot BETWEEN ?1 AND ?2 ORDER BY slot DESC LIMIT ?3");
  count_query = prepared(db, "SELECT whole FROM company_count WHERE company_no = ?1");
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poll = epoll_create1(0);
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(listener, (void *)&address, sizeof address) || listen(listener, 4096)) return perror("bind"), 1;
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[256];
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
  for (;;) {
    int ready = epoll_wait(poll, events, 256, -1);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      if (fd != listener) {
        serve(fd);
        continue;
      }
      int client = accept4(listener, 0, 0, SOCK_NONBLOCK);
      if (client < 0) continue;
      setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
      event.data.fd = client;
      epoll_ctl(poll, EPOLL_CTL_ADD, client, &event);
    }
  }
}
