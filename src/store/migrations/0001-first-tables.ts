/** The first tables. What a column means stands at the record's type. */
import type { Migration } from "./migration.ts";

const tables = [
  `create table accounts (
    id text primary key,
    login text not null,
    login_key text not null unique,
    display_name text not null,
    password_hash text,
    totp_secret text,
    role text not null check (role in ('official', 'editor', 'administrator')),
    unit text,
    status text not null check (status in ('active', 'suspended')),
    oidc_issuer text,
    oidc_subject text,
    created_at text not null,
    updated_at text not null,
    unique (oidc_issuer, oidc_subject)
  )`,
  `create table sessions (
    id_hash text primary key,
    account_id text not null references accounts (id) on delete cascade,
    strong integer not null check (strong in (0, 1)),
    created_at text not null,
    last_seen_at text not null,
    expires_at text not null
  )`,
  `create index sessions_by_account on sessions (account_id)`,
  `create table api_keys (
    id text primary key,
    name text not null,
    key_hash text not null unique,
    account_id text not null references accounts (id) on delete cascade,
    scopes text not null,
    created_at text not null,
    expires_at text,
    revoked_at text,
    last_used_at text
  )`,
  `create index api_keys_by_account on api_keys (account_id)`,
  `create table widget_tokens (
    id text primary key,
    name text not null,
    token_hash text not null unique,
    origins text not null,
    created_at text not null,
    expires_at text,
    revoked_at text
  )`,
  `create table one_time_links (
    token_hash text primary key,
    purpose text not null,
    account_id text references accounts (id) on delete cascade,
    expires_at text not null,
    used_at text
  )`,
  `create index one_time_links_by_account on one_time_links (account_id)`,
  `create table jobs (
    id text primary key,
    position integer not null,
    kind text not null check (kind in ('upload', 'replace', 'remove', 'index', 'activate')),
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    document_id text,
    file_name text,
    unit text,
    created_by text not null,
    created_at text not null,
    started_at text,
    ended_at text,
    step text not null,
    done integer not null,
    total integer not null,
    error_code text,
    error_vi text,
    error_en text,
    generation text,
    cancel_asked integer not null check (cancel_asked in (0, 1))
  )`,
  `create index jobs_by_state on jobs (state, position)`,
  `create table originals (
    id text primary key,
    document_id text not null,
    version integer not null,
    file_name text not null,
    sha256 text not null,
    bytes bigint not null,
    uploaded_by text not null,
    uploaded_at text not null,
    replaced_at text,
    removed_at text,
    unique (document_id, version)
  )`,
  `create index originals_by_sha256 on originals (sha256)`,
  `create table catalogue (
    document_id text primary key,
    access text not null check (access in ('public', 'officials', 'unit')),
    unit text,
    fields text not null,
    updated_by text not null,
    updated_at text not null,
    check (access <> 'unit' or unit is not null)
  )`,
  `create table answers (
    id text primary key,
    at text not null,
    generation text not null,
    account_id text,
    lang text not null check (lang in ('vi', 'en')),
    status text not null check (status in ('answered', 'partial', 'clarify', 'refused')),
    confidence double precision not null,
    question text
  )`,
  `create index answers_by_time on answers (at)`,
  `create index answers_by_account on answers (account_id)`,
  `create table answer_citations (
    answer_id text not null references answers (id) on delete cascade,
    n integer not null,
    document_id text not null,
    section_id text not null,
    label text not null,
    hash text not null,
    quote text,
    primary key (answer_id, n)
  )`,
  `create index answer_citations_by_text on answer_citations (document_id, hash)`,
  `create table cited_texts (
    document_id text not null,
    hash text not null,
    text text not null,
    primary key (document_id, hash)
  )`,
  `create table feedback (
    id text primary key,
    answer_id text not null,
    at text not null,
    useful integer not null check (useful in (0, 1)),
    reason text,
    comment text,
    account_id text,
    state text not null check (state in ('open', 'closed'))
  )`,
  `create index feedback_by_answer on feedback (answer_id)`,
  `create index feedback_by_account on feedback (account_id)`,
  `create table audit (
    seq integer primary key,
    at text not null,
    actor text not null,
    action text not null,
    object text not null,
    details text not null,
    previous_hash text not null,
    hash text not null
  )`,
  `create table audit_head (
    id integer primary key check (id = 1),
    seq integer not null,
    hash text not null
  )`,
  `insert into audit_head (id, seq, hash) values (1, 0, '${"0".repeat(64)}')`,
  `create table settings (
    key text primary key,
    value text not null
  )`,
];

export const firstTables: Migration = { number: 1, name: "first tables", statements: tables };
