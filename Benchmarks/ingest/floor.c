// floor.c: how fast C writes the rows that the store writes.   floor SOURCE TARGET SECONDS GROUP
//
// SOURCE is a file made by `StoreBench fill`, in which article n, event n, deal n and deal state n belong together. All its
// rows are read into memory; then, into a new file of the same schema, with the same settings, the rows of one article after
// the other are inserted, GROUP articles to a commit. What it leaves out is all thinking: hashing, matching, folding,
// rendering, looking anything up, and waiting for a caller.
//
//     cc -O2 floor.c -o floor -lsqlite3
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef struct {
  const char *name;   // the table
  const char *owner;  // the article of a row, in SQL
  int columns;
  long count, next;
  sqlite3_value ***rows;
  long *owners;
  sqlite3_stmt *insert;
} Table;

static Table tables[] = {
    {"article", "article_no"},
    {"event", "event_no"},
    {"record", "event_no"},
    {"claim", "event_no"},
    {"assertion", "(SELECT event_no FROM claim c WHERE c.claim_no = t.claim_no)"},
    {"company_state", "(SELECT event_no FROM record r WHERE r.kind = 2 AND r.number = t.number)"},
    {"company_name", "(SELECT event_no FROM record r WHERE r.kind = 2 AND r.number = t.company_no)"},
    {"deal_state", "event_no"},
    {"deal_party", "(SELECT event_no FROM deal_state s WHERE s.state_no = t.state_no)"},
    {"list_row", "(SELECT event_no FROM deal_state s WHERE s.number = t.slot & 67108863)"},
    {"deal_pair", "(SELECT event_no FROM deal_state s WHERE s.number = t.number)"},
    {"deal_article", "article_no"},
    {"article_row", "article_no"},
    {"allocation_state", "(SELECT event_no FROM deal_state s WHERE s.state_no = t.state_no)"},
    {"relationship_state", "(SELECT event_no FROM event e WHERE e.at = t.since)"},
    {"estimate_state", "(SELECT event_no FROM event e WHERE e.at = t.since)"},
    {"statement_state", "(SELECT event_no FROM event e WHERE e.at = t.since)"},
};
enum { TABLES = sizeof tables / sizeof *tables };

static void fail(sqlite3 *db, const char *what) {
  fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
  exit(1);
}
static void run(sqlite3 *db, const char *sql) {
  if (sqlite3_exec(db, sql, 0, 0, 0)) fail(db, sql);
}
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

// What a deal is found by, from its wire form: the values of these members, each once, a line each.
static long words_of(const char *wire, char *out) {
  static const char *members[] = {"\"company\":\"", "\"title\":\"", "\"quote\":\""};
  long n = 0;
  for (int m = 0; m < 3; m++)
    for (const char *p = wire; (p = strstr(p, members[m]));) {
      p += strlen(members[m]);
      long size = strcspn(p, "\"");
      if (n + size + 1 < 1 << 16 && !memmem(out, n, p, size)) memcpy(out + n, p, size), n += size, out[n++] = '\n';
    }
  return n;
}

static void load(sqlite3 *db, Table *table) {
  char sql[500];
  snprintf(sql, sizeof sql, "SELECT %s, t.* FROM %s t ORDER BY 1", table->owner, table->name);
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(db, sql, -1, &s, 0)) fail(db, sql);
  table->columns = sqlite3_column_count(s) - 1;
  long room = 0;
  while (sqlite3_step(s) == SQLITE_ROW) {
    if (table->count == room) {
      room = room ? room * 2 : 1024;
      table->rows = realloc(table->rows, room * sizeof *table->rows);
      table->owners = realloc(table->owners, room * sizeof *table->owners);
    }
    sqlite3_value **row = malloc(table->columns * sizeof *row);
    for (int c = 0; c < table->columns; c++) row[c] = sqlite3_value_dup(sqlite3_column_value(s, c + 1));
    table->owners[table->count] = sqlite3_column_int64(s, 0);
    table->rows[table->count++] = row;
  }
  sqlite3_finalize(s);
}

static void copy_schema(sqlite3 *from, sqlite3 *to) {
  sqlite3_stmt *s;
  const char *sql =
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\\_words\\_%' ESCAPE '\\'"
      " ORDER BY type = 'trigger', type = 'index', rowid";
  if (sqlite3_prepare_v2(from, sql, -1, &s, 0)) fail(from, "schema");
  while (sqlite3_step(s) == SQLITE_ROW) run(to, (const char *)sqlite3_column_text(s, 0));
  sqlite3_finalize(s);
}

static void prepare(sqlite3 *db, Table *table) {
  char sql[500];
  int n = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?", table->name);
  for (int c = 1; c < table->columns; c++) n += snprintf(sql + n, sizeof sql - n, ",?");
  snprintf(sql + n, sizeof sql - n, ")");
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &table->insert, 0)) fail(db, sql);
}

int main(int argc, char **argv) {
  if (argc < 5) return fprintf(stderr, "floor SOURCE TARGET SECONDS GROUP\n"), 64;
  sqlite3 *from, *to;
  sqlite3_stmt *words[2], *count;
  char path[500];
  const char *ends[] = {"", "-wal", "-shm"};
  for (int i = 0; i < 3; i++) snprintf(path, sizeof path, "%s%s", argv[2], ends[i]), unlink(path);
  if (sqlite3_open(argv[1], &from) || sqlite3_open(argv[2], &to)) return 1;
  run(to, "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA cache_size=-8192;"
          "PRAGMA mmap_size=268435456;PRAGMA wal_autocheckpoint=4000");
  copy_schema(from, to);
  for (int t = 0; t < TABLES; t++) load(from, &tables[t]), prepare(to, &tables[t]);
  sqlite3_prepare_v2(to, "INSERT INTO article_words (rowid, words) VALUES (?, ?)", -1, &words[0], 0);
  sqlite3_prepare_v2(to, "INSERT INTO deal_words (rowid, words) VALUES (?, ?)", -1, &words[1], 0);
  sqlite3_prepare_v2(to, "INSERT INTO company_count VALUES (?, 1, 1) ON CONFLICT DO UPDATE SET direct = direct + 1,"
                         " whole = whole + 1", -1, &count, 0);
  sqlite3_close(from);
  long group = atol(argv[4]), article = 0, commits = 0;
  double start = now(), seconds = atof(argv[3]);
  while (now() - start < seconds && article < tables[0].count) {
    run(to, "BEGIN IMMEDIATE");
    for (long i = 0; i < group && article < tables[0].count; i++) {
      article++;
      for (int t = 0; t < TABLES; t++) {
        Table *table = &tables[t];
        for (; table->next < table->count && table->owners[table->next] <= article; table->next++) {
          sqlite3_value **row = table->rows[table->next];
          for (int c = 0; c < table->columns; c++) sqlite3_bind_value(table->insert, c + 1, row[c]);
          if (sqlite3_step(table->insert) != SQLITE_DONE) fail(to, table->name);
          sqlite3_reset(table->insert);
          if (t == 0 || t == 7) {  // the text of the article; the names, headlines and quotes of the deal
            static char found[1 << 16];
            sqlite3_bind_int64(words[t != 0], 1, sqlite3_value_int64(row[0]));
            if (t == 0) sqlite3_bind_value(words[0], 2, row[3]);
            else sqlite3_bind_text(words[1], 2, found, words_of((const char *)sqlite3_value_text(row[table->columns - 1]), found), SQLITE_STATIC);
            if (sqlite3_step(words[t != 0]) != SQLITE_DONE) fail(to, "words");
            sqlite3_reset(words[t != 0]);
          }
          if (t == 8) {
            sqlite3_bind_value(count, 1, row[0]);
            if (sqlite3_step(count) != SQLITE_DONE) fail(to, "count");
            sqlite3_reset(count);
          }
        }
      }
    }
    run(to, "COMMIT");
    commits++;
  }
  double elapsed = now() - start;
  printf("floor, groups of %ld: %.0f articles/s, %ld articles, %ld commits\n", group, article / elapsed, article, commits);
  return 0;
}
