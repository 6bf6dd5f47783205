-- Lists of the past, and of articles, each by an index. `since` (of allocations `until`) finds what held at a moment; lists
-- in order go by the index of their order, which therefore holds the states of the past as well, and look at `since` as
-- they go.
CREATE INDEX deal_state_moment ON deal_state (since, until, gone);
DROP INDEX deal_state_value;
CREATE INDEX deal_state_value ON deal_state (currency, value_high, number);
DROP INDEX deal_state_power;
CREATE INDEX deal_state_power ON deal_state (kilowatts, number) WHERE kilowatts IS NOT NULL;

CREATE INDEX allocation_state_moment ON allocation_state (until, since);
CREATE INDEX allocation_state_order ON allocation_state (number);
CREATE INDEX allocation_state_count ON allocation_state (count_high, number);

CREATE INDEX company_state_moment ON company_state (since, until);
DROP INDEX company_state_name;
CREATE INDEX company_state_name ON company_state (name_key, number);

CREATE INDEX relationship_state_moment ON relationship_state (since, until, gone);
CREATE INDEX statement_state_moment ON statement_state (since, until, gone);
CREATE INDEX estimate_state_moment ON estimate_state (since, until, gone);
CREATE INDEX estimate_state_order ON estimate_state (currency, value_high, number);

CREATE INDEX article_at ON article (at);
DROP INDEX article_canonical_url;
CREATE INDEX article_canonical_url ON article (canonical_url);
CREATE INDEX article_row_language ON article_row (language, article_no);
CREATE INDEX article_row_source ON article_row (source_key, article_no);
