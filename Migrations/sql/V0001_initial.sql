-- What was said. These tables are only ever added to; triggers at the end see to it.

CREATE TABLE article (
  article_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id GLOB 'art_?*'),
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  text TEXT NOT NULL CHECK (text <> ''),
  title TEXT NOT NULL,
  url TEXT,
  canonical_url TEXT,
  source TEXT,
  publisher TEXT,
  published INTEGER,
  fingerprint INTEGER NOT NULL,
  reprint_of INTEGER REFERENCES article,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX article_canonical_url ON article (canonical_url) WHERE canonical_url IS NOT NULL;

-- One write: an article read, or an edit. `at` is in microseconds since 1970 and strictly rises.
CREATE TABLE event (
  event_no INTEGER PRIMARY KEY,
  at INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('ingest', 'reextract', 'edit')),
  article_no INTEGER REFERENCES article,
  engine TEXT,
  language TEXT,
  warnings TEXT,
  editor TEXT CHECK (editor <> ''),
  reason TEXT,
  CHECK (CASE kind
    WHEN 'edit' THEN article_no IS NULL AND editor IS NOT NULL
    ELSE article_no IS NOT NULL AND engine IS NOT NULL AND editor IS NULL END)
) STRICT;
CREATE INDEX event_article ON event (article_no, event_no) WHERE article_no IS NOT NULL;

-- The ids that were minted. Kinds: 1 deal, 2 company, 3 relationship, 4 estimate, 5 statement, 6 allocation.
-- Numbers are dense within a kind; deals and companies have bounds, since list_row packs them into one integer.
CREATE TABLE record (
  kind INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  id TEXT NOT NULL UNIQUE,
  event_no INTEGER NOT NULL REFERENCES event,
  PRIMARY KEY (kind, number),
  CHECK (CASE kind
    WHEN 1 THEN id GLOB 'deal_?*' AND number < 67108864
    WHEN 2 THEN id GLOB 'co_?*' AND number < 1048576
    WHEN 3 THEN id GLOB 'rel_?*'
    WHEN 4 THEN id GLOB 'est_?*'
    WHEN 5 THEN id GLOB 'stm_?*'
    WHEN 6 THEN id GLOB 'alc_?*'
    ELSE 0 END)
) STRICT, WITHOUT ROWID;

-- What one source says of one record, or does to it. Verbs: 'states' has assertions; 'retracts' takes back the claim
-- `target`; 'withdraws' takes the record away; 'absorbs' takes over all claims of record `target`, which has a claim
-- 'joins' to say so; 'takes' takes over the claim `target` alone; 'leaves' undoes 'joins', 'releases' undoes 'absorbs'.
CREATE TABLE claim (
  claim_no INTEGER PRIMARY KEY,
  event_no INTEGER NOT NULL REFERENCES event,
  kind INTEGER NOT NULL,
  number INTEGER NOT NULL,
  verb TEXT NOT NULL CHECK (verb IN (
    'states', 'retracts', 'withdraws', 'absorbs', 'joins', 'takes', 'leaves', 'releases')),
  target INTEGER,
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 1000),
  FOREIGN KEY (kind, number) REFERENCES record,
  CHECK ((verb IN ('states', 'withdraws')) = (target IS NULL))
) STRICT;
CREATE INDEX claim_record ON claim (kind, number, claim_no);
CREATE INDEX claim_event ON claim (event_no);
CREATE UNIQUE INDEX claim_taken ON claim (kind, target, claim_no) WHERE verb = 'takes';

-- A field of a claim, its value as JSON, and the words behind it. A row without value adds words to a field that another
-- row gives; a value 'null' says that there is none.
CREATE TABLE assertion (
  claim_no INTEGER NOT NULL REFERENCES claim,
  ordinal INTEGER NOT NULL,
  field TEXT NOT NULL CHECK (field LIKE '/%'),
  value TEXT,
  span_start INTEGER,
  span_end INTEGER,
  rule TEXT,
  PRIMARY KEY (claim_no, ordinal),
  CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL) = (rule IS NULL)),
  CHECK (span_start >= 0 AND span_end > span_start),
  CHECK (value IS NOT NULL OR span_start IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What we make of it. All tables below are made anew by `rebuild`.
-- A state of a record holds from `since` up to, not including, `until`; the current one has the largest integer there.

CREATE TABLE deal_state (
  state_no INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  since INTEGER NOT NULL,
  until INTEGER NOT NULL DEFAULT 9223372036854775807,
  event_no INTEGER NOT NULL REFERENCES event,
  created INTEGER NOT NULL,
  gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  joined INTEGER,
  type TEXT NOT NULL CHECK (type IN (
    'compute', 'hardware', 'datacenter', 'power', 'investment', 'financing', 'acquisition', 'partnership')),
  status TEXT NOT NULL CHECK (status IN ('rumored', 'intent', 'signed', 'completed', 'cancelled')),
  binding INTEGER NOT NULL CHECK (binding = (status IN ('signed', 'completed'))),
  review TEXT NOT NULL CHECK (review IN ('unreviewed', 'confirmed', 'rejected')),
  day INTEGER NOT NULL,
  announced INTEGER,
  currency TEXT CHECK (length(currency) = 3),
  value_low INTEGER CHECK (value_low >= 0),
  value_high INTEGER CHECK (value_high >= value_low),
  kilowatts INTEGER CHECK (kilowatts > 0),
  term_months INTEGER CHECK (term_months > 0),
  term_end INTEGER,
  purposes INTEGER NOT NULL,
  confidence INTEGER NOT NULL,
  sources INTEGER NOT NULL,
  independent_sources INTEGER NOT NULL CHECK (independent_sources <= sources),
  conflicts INTEGER NOT NULL,
  wire TEXT NOT NULL,
  UNIQUE (number, version),
  CHECK (since < until),
  CHECK ((currency IS NULL) = (value_low IS NULL) AND (currency IS NULL) = (value_high IS NULL))
) STRICT;
CREATE INDEX deal_state_day ON deal_state (day, number);
CREATE INDEX deal_state_type ON deal_state (type, day, number) WHERE until = 9223372036854775807 AND gone = 0;
CREATE INDEX deal_state_status ON deal_state (status, day, number) WHERE until = 9223372036854775807 AND gone = 0;
CREATE INDEX deal_state_value ON deal_state (currency, value_high, number)
  WHERE until = 9223372036854775807 AND gone = 0;
CREATE INDEX deal_state_power ON deal_state (kilowatts, number)
  WHERE until = 9223372036854775807 AND gone = 0 AND kilowatts IS NOT NULL;
CREATE INDEX deal_state_since ON deal_state (since, number) WHERE until = 9223372036854775807 AND gone = 0;

-- Who takes part in a state of a deal, with all owners above them (`direct` = 0).
CREATE TABLE deal_party (
  company_no INTEGER NOT NULL,
  state_no INTEGER NOT NULL REFERENCES deal_state,
  role TEXT NOT NULL,
  direct INTEGER NOT NULL CHECK (direct IN (0, 1)),
  PRIMARY KEY (company_no, state_no, role)
) STRICT, WITHOUT ROWID;

CREATE INDEX deal_party_state ON deal_party (state_no);

-- The current deals of a company and of all that it owns, newest first, each with its wire form, so that the commonest
-- list is one scan of neighbouring rows. `slot` is company << 43 | (day + 25567) << 26 | deal, days from 1900 to 2258.
CREATE TABLE list_row (
  slot INTEGER PRIMARY KEY CHECK (slot > 0),
  direct INTEGER NOT NULL CHECK (direct IN (0, 1)),
  roles INTEGER NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  wire TEXT NOT NULL
) STRICT;

-- Where a new deal looks for one that it may be the same as: the topmost owners of a party of each side.
CREATE TABLE deal_pair (
  type TEXT NOT NULL,
  first INTEGER NOT NULL,
  second INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (type, first, second, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX deal_pair_number ON deal_pair (number);

CREATE TABLE deal_article (
  article_no INTEGER NOT NULL REFERENCES article,
  number INTEGER NOT NULL,
  PRIMARY KEY (article_no, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX deal_article_number ON deal_article (number);

CREATE TABLE allocation_state (
  state_no INTEGER NOT NULL REFERENCES deal_state,
  ordinal INTEGER NOT NULL,
  number INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL DEFAULT 9223372036854775807,
  product TEXT,
  vendor TEXT,
  unit TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('committed', 'option')),
  count_low INTEGER,
  count_high INTEGER,
  wire TEXT NOT NULL,
  PRIMARY KEY (state_no, ordinal),
  CHECK (since < until)
) STRICT, WITHOUT ROWID;
CREATE INDEX allocation_state_number ON allocation_state (number) WHERE until = 9223372036854775807;

CREATE TABLE company_state (
  state_no INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  since INTEGER NOT NULL,
  until INTEGER NOT NULL DEFAULT 9223372036854775807,
  created INTEGER NOT NULL,
  joined INTEGER,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  parent INTEGER CHECK (parent <> number),
  country TEXT,
  kind TEXT,
  UNIQUE (number, version),
  CHECK (since < until)
) STRICT;
CREATE INDEX company_state_name ON company_state (name_key, number) WHERE until = 9223372036854775807;
CREATE INDEX company_state_parent ON company_state (parent) WHERE until = 9223372036854775807;

-- The names that a company answers to, folded; names of joined companies lead to the one that stands for them.
CREATE TABLE company_name (
  key TEXT NOT NULL,
  company_no INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (key)
) STRICT, WITHOUT ROWID;
CREATE INDEX company_name_company ON company_name (company_no, name);

-- How many current deals a company takes part in itself, and with all that it owns; row 0 counts all deals.
CREATE TABLE company_count (
  company_no INTEGER PRIMARY KEY,
  direct INTEGER NOT NULL CHECK (direct >= 0),
  whole INTEGER NOT NULL CHECK (whole >= direct)
) STRICT;

CREATE TABLE relationship_state (
  state_no INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL DEFAULT 9223372036854775807,
  gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  subject INTEGER NOT NULL,
  predicate TEXT NOT NULL,
  object INTEGER NOT NULL CHECK (object <> subject),
  wire TEXT NOT NULL,
  UNIQUE (number, version),
  CHECK (since < until)
) STRICT;
CREATE INDEX relationship_state_number ON relationship_state (number) WHERE until = 9223372036854775807 AND gone = 0;
CREATE INDEX relationship_state_subject ON relationship_state (subject, predicate, object);
CREATE INDEX relationship_state_object ON relationship_state (object);

CREATE TABLE estimate_state (
  state_no INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL DEFAULT 9223372036854775807,
  gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  source_key TEXT NOT NULL,
  company INTEGER,
  region TEXT,
  currency TEXT NOT NULL,
  value_low INTEGER NOT NULL,
  value_high INTEGER NOT NULL,
  year_from INTEGER,
  year_to INTEGER,
  wire TEXT NOT NULL,
  UNIQUE (number, version),
  CHECK (since < until)
) STRICT;
CREATE INDEX estimate_state_number ON estimate_state (number) WHERE until = 9223372036854775807 AND gone = 0;
CREATE INDEX estimate_state_value ON estimate_state (currency, value_high, number)
  WHERE until = 9223372036854775807 AND gone = 0;
CREATE INDEX estimate_state_source ON estimate_state (source_key);
CREATE INDEX estimate_state_company ON estimate_state (company) WHERE company IS NOT NULL;

CREATE TABLE statement_state (
  state_no INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL DEFAULT 9223372036854775807,
  gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  speaker_key TEXT NOT NULL,
  quote_key INTEGER NOT NULL,
  speaker INTEGER,
  affiliation INTEGER,
  wire TEXT NOT NULL,
  UNIQUE (number, version),
  CHECK (since < until)
) STRICT;
CREATE INDEX statement_state_number ON statement_state (number) WHERE until = 9223372036854775807 AND gone = 0;
CREATE INDEX statement_state_quote ON statement_state (quote_key, speaker_key);
CREATE INDEX statement_state_affiliation ON statement_state (affiliation) WHERE affiliation IS NOT NULL;
CREATE INDEX statement_state_speaker ON statement_state (speaker) WHERE speaker IS NOT NULL;

CREATE TABLE article_row (
  article_no INTEGER PRIMARY KEY REFERENCES article,
  language TEXT,
  published INTEGER,
  source_key TEXT,
  wire TEXT NOT NULL
) STRICT;
CREATE INDEX article_row_published ON article_row (published, article_no);

-- Words, folded and stemmed by the program; row ids are those of the states and of article.
CREATE VIRTUAL TABLE deal_words USING fts5 (words, content = '', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE estimate_words USING fts5 (words, content = '', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE statement_words USING fts5 (words, content = '', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', detail = none, columnsize = 0);

-- How the folded tables were made.
CREATE TABLE fold (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER article_stays BEFORE UPDATE ON article BEGIN SELECT raise(ABORT, 'articles are only added'); END;
CREATE TRIGGER article_kept BEFORE DELETE ON article BEGIN SELECT raise(ABORT, 'articles are only added'); END;
CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT raise(ABORT, 'events are only added'); END;
CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN SELECT raise(ABORT, 'events are only added'); END;
CREATE TRIGGER record_stays BEFORE UPDATE ON record BEGIN SELECT raise(ABORT, 'ids are only minted'); END;
CREATE TRIGGER record_kept BEFORE DELETE ON record BEGIN SELECT raise(ABORT, 'ids are only minted'); END;
CREATE TRIGGER claim_stays BEFORE UPDATE ON claim BEGIN SELECT raise(ABORT, 'claims are only added'); END;
CREATE TRIGGER claim_kept BEFORE DELETE ON claim BEGIN SELECT raise(ABORT, 'claims are only added'); END;
CREATE TRIGGER assertion_stays BEFORE UPDATE ON assertion BEGIN SELECT raise(ABORT, 'assertions are only added'); END;
CREATE TRIGGER assertion_kept BEFORE DELETE ON assertion BEGIN SELECT raise(ABORT, 'assertions are only added'); END;
