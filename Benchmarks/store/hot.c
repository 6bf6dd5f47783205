// hot.c: how fast C reads the pages that the store's commonest list reads.   hot FILE SECONDS COMPANIES
//
// FILE is made by `StoreBench fill`. The same lookup of a name, the same scan of twenty neighbouring rows of list_row, the
// rows joined by commas into one buffer.
//
//     cc -O2 hot.c -o hot -lsqlite3
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc < 4) return fprintf(stderr, "hot FILE SECONDS COMPANIES\n"), 64;
  sqlite3 *db;
  sqlite3_stmt *name, *page;
  static char buffer[1 << 20];
  if (sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, 0)) return 1;
  sqlite3_exec(db, "PRAGMA cache_size=-8192;PRAGMA mmap_size=268435456", 0, 0, 0);
  sqlite3_prepare_v3(db, "SELECT company_no FROM company_name WHERE key = ?1", -1, SQLITE_PREPARE_PERSISTENT, &name, 0);
  sqlite3_prepare_v3(db, "SELECT slot, wire FROM list_row WHERE slot BETWEEN ?1 AND ?2 ORDER BY slot DESC LIMIT ?3", -1,
                     SQLITE_PREPARE_PERSISTENT, &page, 0);
  double start = now(), elapsed;
  long count = 0, bytes = 0, companies = atol(argv[3]);
  do {
    for (int i = 0; i < 100; i++, count++) {
      char key[64];
      snprintf(key, sizeof key, "company %ld", (count * 7919) % companies);
      sqlite3_bind_text(name, 1, key, -1, SQLITE_STATIC);
      if (sqlite3_step(name) != SQLITE_ROW) return 1;
      sqlite3_int64 company = sqlite3_column_int64(name, 0);
      sqlite3_reset(name);
      sqlite3_bind_int64(page, 1, company << 43);
      sqlite3_bind_int64(page, 2, company << 43 | ((1LL << 43) - 1));
      sqlite3_bind_int64(page, 3, 21);
      char *p = buffer;
      for (int rows = 0; rows < 20 && sqlite3_step(page) == SQLITE_ROW; rows++) {
        int length = sqlite3_column_bytes(page, 1);
        memcpy(p, sqlite3_column_blob(page, 1), length);
        p += length;
        *p++ = ',';
      }
      sqlite3_reset(page);
      bytes += p - buffer;
    }
    elapsed = now() - start;
  } while (elapsed < atof(argv[2]));
  printf("C, 20 deals of one of %ld companies: %.0f/s, %ld bytes each\n", companies, count / elapsed, bytes / count);
  return 0;
}
