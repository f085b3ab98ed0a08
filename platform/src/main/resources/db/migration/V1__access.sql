-- Who may do what, for which organisation, where. Sessions and passkeys keep the table names their libraries expect.
create schema access;

create table access.organisation (
  id          uuid primary key,
  name        text not null,
  credit_code text unique,
  area        text not null,
  created_at  timestamptz not null
);
create index organisation_by_name on access.organisation (name);

create table access.person (
  id              uuid primary key,
  login           text not null unique check (login = lower(login) and length(login) between 2 and 60),
  name            text not null,
  password        text not null,
  failed_attempts int  not null default 0,
  locked_until    timestamptz,
  created_at      timestamptz not null
);

create table access.appointment (
  id           uuid primary key,
  person       uuid not null references access.person,
  role         text not null,
  area         text not null,
  organisation uuid not null references access.organisation,
  since        date not null,
  until        date,
  constraint an_appointment_ends_after_it_begins check (until is null or until >= since),
  constraint one_appointment_of_a_kind unique (person, role, area, organisation, since)
);
create index appointment_by_person on access.appointment (person);
create index appointment_by_role on access.appointment (role, area);
create index appointment_by_organisation on access.appointment (organisation);

create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);

create table user_entities (
  id           varchar(1000) not null primary key,
  name         varchar(100) not null,
  display_name varchar(200)
);

create table user_credentials (
  credential_id                varchar(1000) not null primary key,
  user_entity_user_id          varchar(1000) not null,
  public_key                   bytea not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean not null,
  authenticator_transports     varchar(1000),
  public_key_credential_type   varchar(100),
  backup_state                 boolean not null,
  attestation_object           bytea,
  attestation_client_data_json bytea,
  created                      timestamp,
  last_used                    timestamp,
  label                        varchar(1000) not null
);
