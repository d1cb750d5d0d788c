/**
 * Account tables begin their keys with `account` and are distributed by it on Citus; platform tables (`meta`,
 * `windows`, `inbox`) stay on one node. Times named in seconds are Stripe's; `…_ms` are the wall clock's.
 */
export const migration0001 = /* sql */ `
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table express.states (
  account text collate "C" not null,
  time_zone text not null,
  opened bigint,
  row_count bigint not null default 0,
  events_through bigint,
  started_ms bigint not null,
  finished_ms bigint,
  failure text,
  lease_owner text,
  lease_until_ms bigint not null default 0,
  primary key (account)
);

create table express.rows (
  account text collate "C" not null,
  id text collate "C" not null,
  created bigint not null,
  available_on bigint not null,
  status text collate "C" not null,
  type text collate "C" not null,
  reporting_category text collate "C" not null,
  category text collate "C" not null,
  amount bigint not null,
  fee bigint not null,
  net bigint not null,
  currency text collate "C" not null,
  balance_type text collate "C" not null,
  source_id text collate "C",
  source_object text,
  source_status text collate "C",
  payment text collate "C",
  payout text collate "C",
  description text,
  description_key text not null,
  customer_name text,
  customer_email text,
  customer_key text collate "C",
  last4 text,
  metadata jsonb not null,
  fee_details jsonb not null,
  exchange jsonb,
  bucket text collate "C" not null,
  search text collate "C" not null,
  primary key (account, id)
);
create index rows_created on express.rows (account, created, id);
create index rows_amount on express.rows (account, amount, id);
create index rows_net on express.rows (account, net, id);
create index rows_category on express.rows (account, category, id);
create index rows_available_on on express.rows (account, available_on, id);
create index rows_category_created on express.rows (account, category, created, id);
create index rows_source on express.rows (account, source_id) where source_id is not null;
create index rows_payment on express.rows (account, payment) where payment is not null;
create index rows_payout on express.rows (account, payout, created, id) where payout is not null;
create index rows_customer on express.rows (account, customer_key, created, id)
  where customer_key is not null;
create index rows_pending on express.rows (account, available_on) where status = 'pending';
create index rows_search on express.rows using gin (bucket, search gin_trgm_ops)
  with (fastupdate = on, gin_pending_list_limit = 256);

create table express.rollups (
  account text collate "C" not null,
  day bigint not null,
  currency text collate "C" not null,
  type text collate "C" not null,
  reporting_category text collate "C" not null,
  balance_type text collate "C" not null,
  status text collate "C" not null,
  count bigint not null,
  amount bigint not null,
  fee bigint not null,
  net bigint not null,
  primary key (account, day, currency, type, reporting_category, balance_type, status)
);

create table express.activity (
  account text collate "C" not null,
  id text collate "C" not null,
  kind text collate "C" not null,
  created bigint not null,
  object_id text not null,
  object_type text not null,
  amount bigint,
  currency text,
  data jsonb not null,
  primary key (account, id)
);
create index activity_created on express.activity (account, created, id);

create table express.read_marks (
  account text collate "C" not null,
  viewer text collate "C" not null,
  item text collate "C" not null,
  primary key (account, viewer, item)
);

create table express.read_through (
  account text collate "C" not null,
  viewer text collate "C" not null,
  kind text collate "C" not null,
  through bigint not null,
  primary key (account, viewer, kind)
);

create table express.windows (
  account text collate "C" not null,
  kind text collate "C" not null,
  subject text collate "C" not null default '',
  start bigint not null default 0,
  stop bigint,
  priority integer not null,
  wishes bigint not null default 1,
  done boolean not null default false,
  failures integer not null default 0,
  due bigint not null default 0,
  not_before_ms bigint not null default 0,
  lease_owner text,
  lease_until_ms bigint not null default 0,
  primary key (account, kind, subject, start)
);
create index windows_next on express.windows (priority desc, start desc) where not done;

create table express.inbox (
  id text collate "C" not null,
  account text collate "C" not null,
  created bigint not null,
  primary key (id)
);
create index inbox_created on express.inbox (account, created);
`;
