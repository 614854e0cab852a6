// Written by `node db/codegen.js` from the migrations; do not edit. A test compares it with a fresh one.

import type { ColumnType } from "kysely";

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Int8 = ColumnType<string, bigint | number | string, bigint | number | string>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface ActionItems {
  agenda_item_id: string | null;
  done_on: string | null;
  due_on: string;
  first_due_on: string;
  id: string;
  outcome: string | null;
  owner_id: string;
  reason: string | null;
  ref: string;
  session_id: string;
  status: Generated<string>;
  text: string;
  tokens: Generated<string[] | null>;
  version: Generated<number>;
}

export interface ActionReminders {
  action_id: string;
  due_on: string;
  person_id: string;
  stage: string;
  told_at: Timestamp;
}

export interface Activities {
  created_at: Generated<Timestamp>;
  default_aid_type: string | null;
  default_currency: string | null;
  default_finance_type: string | null;
  default_flow_type: string | null;
  default_tied_status: string | null;
  ends_on: string | null;
  ends_planned_on: string | null;
  iati_identifier: string;
  id: string;
  language: Generated<string>;
  missing: Generated<Json>;
  reporting_organisation_id: string | null;
  source_name: string | null;
  starts_on: string | null;
  starts_planned_on: string | null;
  status_code: string | null;
  version: Generated<number>;
}

export interface ActivityBudgets {
  activity_id: string;
  currency: string | null;
  id: string;
  missing: Generated<Json>;
  period_end_on: string | null;
  period_start_on: string | null;
  source_key: string;
  status_code: string | null;
  type_code: string | null;
  value: Numeric | null;
  value_on: string | null;
}

export interface ActivityCountries {
  activity_id: string;
  country_iso2: string;
  share: Numeric | null;
}

export interface ActivityParticipants {
  activity_id: string;
  id: string;
  identifier: string | null;
  missing: Generated<Json>;
  name: string | null;
  organisation_id: string | null;
  role_code: string | null;
  source_key: string;
  type_code: string | null;
}

export interface ActivityTexts {
  activity_id: string;
  description: string | null;
  language: string;
  title: string | null;
  tokens: Generated<string[] | null>;
}

export interface AddressChanges {
  address: string;
  asked_at: Timestamp;
  confirmed_at: Timestamp | null;
  id: string;
  outcome: string | null;
  person_id: string;
  settled_at: Timestamp | null;
}

export interface Adherences {
  confirmed_at: Timestamp | null;
  confirmed_by: string | null;
  expires_on: string;
  id: string;
  instrument: string;
  membership_id: string;
  recorded_at: Timestamp;
  recorded_by: string | null;
  revoked_at: Timestamp | null;
  revoked_by: string | null;
  revoked_reason: string | null;
  signed_by: string;
  signed_on: string;
  starts_on: string;
  version: Generated<number>;
}

export interface Affiliations {
  from_on: string;
  id: string;
  organisation_id: string;
  person_id: string;
  title: string | null;
  until_on: string | null;
}

export interface AgendaItems {
  action_id: string | null;
  commitment_id: string | null;
  decision_id: string | null;
  dimension_id: string | null;
  ended_at: Timestamp | null;
  extra_minutes: Generated<number>;
  id: string;
  kind: Generated<string>;
  minutes: number | null;
  node_id: string | null;
  outcome: string | null;
  outcome_id: string | null;
  position: number;
  presenter: string | null;
  presenter_id: string | null;
  recommendation_id: string | null;
  report_id: string | null;
  section: string | null;
  session_id: string;
  title: string;
  version: Generated<number>;
}

export interface AgendaNotes {
  agenda_item_id: string;
  id: string;
  session_id: string;
  text: string;
  written_at: Timestamp;
  written_by: string | null;
}

export interface AgendaPapers {
  added_at: Timestamp;
  added_by: string | null;
  agenda_item_id: string;
  file_id: string | null;
  id: string;
  is_open: Generated<boolean>;
  session_id: string;
  title: string;
  url: string | null;
  version: Generated<number>;
}

export interface AgendaProposals {
  agenda_item_id: string | null;
  answer: string | null;
  answered_at: Timestamp | null;
  answered_by: string | null;
  commitment_id: string | null;
  id: string;
  minutes: number | null;
  node_id: string | null;
  proposed_at: Timestamp;
  proposed_by: string;
  status: Generated<string>;
  title: string;
  version: Generated<number>;
  why: string;
  working_group_id: string;
}

export interface Amendments {
  after: Json;
  answer: string | null;
  approved_in: string | null;
  asked_at: Timestamp;
  asked_by: string | null;
  before: Json;
  commitment_id: string;
  decided_at: Timestamp | null;
  decided_by: string | null;
  id: string;
  number: number;
  reason: string;
  status: Generated<string>;
  version: Generated<number>;
}

export interface ApplicationActs {
  acted_at: Timestamp;
  application_id: string;
  body: string | null;
  id: string;
  kind: string;
  person_id: string | null;
}

export interface Attendances {
  at: Timestamp;
  person_id: string;
  presence: string;
  seat_id: string;
  session_id: string;
}

export interface AuditLog {
  action: string;
  actor_id: string | null;
  actor_kind: string;
  actor_name: string | null;
  after: Json | null;
  at: Generated<Timestamp>;
  before: Json | null;
  id: Generated<Int8>;
  parent_id: string | null;
  parent_table: string | null;
  record_id: string;
  request_id: string | null;
  rule: string | null;
  table_name: string;
  told_at: Timestamp;
  transaction_id: Generated<string>;
}

export interface AuditSeals {
  entries: Buffer;
  form: number;
  number: Int8;
  sealed_at: Generated<Timestamp>;
  sha256: Buffer;
  up_to: Int8;
}

export interface Ballots {
  agenda_item_id: string | null;
  closed_at: Timestamp | null;
  closes_at: Timestamp | null;
  id: string;
  opened_at: Timestamp;
  opened_by: string | null;
  quorum_minimums: Generated<Json>;
  quorum_share: Numeric | null;
  reasons: string | null;
  ref: string | null;
  rule: string;
  session_id: string | null;
  supersedes_id: string | null;
  text: string;
  time_zone: string | null;
  title: string | null;
  version: Generated<number>;
  visibility: string | null;
  wall_clock_close: string | null;
  withdrawn_at: Timestamp | null;
  withdrawn_reason: string | null;
  working_group_id: string;
}

export interface BallotSeats {
  ballot_id: string;
  counts_for: string | null;
  organisation_id: string | null;
  seat_id: string;
}

export interface BallotVotes {
  ballot_id: string;
  cast_at: Timestamp;
  entered_by: string | null;
  person_id: string;
  seat_id: string;
  standing: string;
  version: Generated<number>;
  vote: string;
  words: string | null;
}

export interface Benchmarks {
  country_iso2: string;
  created_at: Generated<Timestamp>;
  id: string;
  indicator_code: string;
  recorded_by: string | null;
  source: string;
  value: Numeric;
  version: Generated<number>;
  year: number;
}

export interface BudgetLines {
  budgeted: Numeric;
  code: string | null;
  commitment_id: string;
  country_iso2: string;
  created_at: Timestamp;
  currency: string;
  first_budgeted: Numeric;
  id: string;
  recorded_by: string | null;
  source: string;
  spent: Numeric | null;
  spent_as_of: string | null;
  title: string;
  version: Generated<number>;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
  year_from: string;
  year_to: string;
}

export interface BudgetLineValues {
  budget_line_id: string | null;
  budgeted_usd: Numeric | null;
  commitment_id: string | null;
  country_iso2: string | null;
  rate_basis: string | null;
  rate_on: string | null;
  rate_source: string | null;
  spent_usd: Numeric | null;
  units_per_usd: Numeric | null;
  year_from: string | null;
  year_to: string | null;
}

export interface CalendarFeeds {
  person_id: string;
  renewed_at: Timestamp;
  secret_hash: string;
}

export interface Coalitions {
  country_iso2: string | null;
  created_at: Generated<Timestamp>;
  formed_on: string | null;
  id: string;
  kind: string;
  licence: string | null;
  parent_id: string | null;
  slug: string;
  status: string;
  time_zone: Generated<string>;
  version: Generated<number>;
}

export interface CoalitionTexts {
  coalition_id: string;
  language: string;
  mandate: string | null;
  name: string;
}

export interface CoalitionVersions {
  coalition_id: string;
  version_id: string;
}

export interface CommentAddresses {
  address: string;
  comment_id: string;
}

export interface CommitmentBeneficiaries {
  added_on: string | null;
  commitment_id: string;
  designed_in: boolean;
  group_code: string;
}

export interface CommitmentCountries {
  commitment_id: string;
  country_iso2: string;
  share: Numeric | null;
}

export interface CommitmentNodes {
  commitment_id: string;
  node_id: string;
}

export interface CommitmentNudges {
  commitment_id: string;
  id: string;
  nudged_at: Timestamp;
  nudged_by: string | null;
  words: string | null;
}

export interface CommitmentPartners {
  answer: string | null;
  answered_at: Timestamp | null;
  answered_by: string | null;
  asked_at: Generated<Timestamp>;
  asked_by: string | null;
  commitment_id: string;
  consent: Generated<string>;
  organisation_id: string;
  role: string;
  side: Generated<string>;
  version: Generated<number>;
  words: string | null;
}

export interface Commitments {
  at_risk_on: string | null;
  coalition_id: string;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  embargo_until: Timestamp | null;
  ends_on: string | null;
  id: string;
  language: Generated<string>;
  last_update_on: string | null;
  last_verification: string | null;
  lead_country_iso2: string | null;
  lead_organisation_id: string | null;
  learner_data: boolean | null;
  off_track_on: string | null;
  open_to_join: Generated<boolean>;
  origin_decision_id: string | null;
  origin_recommendation_id: string | null;
  origin_request_id: string | null;
  origin_takeaway_id: string | null;
  published_at: Timestamp | null;
  published_by: string | null;
  ref: string;
  replaces_id: string | null;
  reported_years: Generated<number[]>;
  returned_at: Timestamp | null;
  returned_reason: string | null;
  reviewer_id: string | null;
  smart_score: Json | null;
  source_key: string | null;
  source_name: string | null;
  stale_on: string | null;
  starts_on: string | null;
  status: Generated<string>;
  submitted_at: Timestamp | null;
  submitted_by: string | null;
  type: string | null;
  verified_at: Timestamp | null;
  verified_by: string | null;
  version: Generated<number>;
  visibility: Generated<string>;
  withdrawn_reason: string | null;
}

export interface CommitmentTags {
  added_at: Timestamp;
  added_by: string | null;
  commitment_id: string;
  tag: string;
}

export interface CommitmentTexts {
  action: string | null;
  checked_at: Timestamp | null;
  checked_by: string | null;
  commitment_id: string;
  language: string;
  origin: Generated<string>;
  problem: string | null;
  source_version: Generated<number>;
  title: string;
  tokens: Generated<string[] | null>;
  translated_by: string | null;
  version: Generated<number>;
}

export interface ConfirmedPartners {
  commitment_id: string | null;
  organisation_id: string | null;
  role: string | null;
  since: Timestamp | null;
}

export interface ConsultationClauses {
  code: string;
  consultation_id: string;
  continues_id: string | null;
  id: string;
  kind: string;
  node_id: string | null;
  parent_id: string | null;
  position: number;
  words: Json;
}

export interface ConsultationComments {
  body: string;
  body_name: string | null;
  clause_id: string | null;
  consented_at: Timestamp | null;
  consultation_id: string;
  country_iso2: string | null;
  created_at: Timestamp;
  disposed_at: Timestamp | null;
  disposed_by: string | null;
  disposition: string | null;
  disposition_node_id: string | null;
  disposition_reason: string | null;
  id: string;
  language: string;
  name: string | null;
  organisation_id: string | null;
  person_id: string | null;
  ref: string;
  refused_reason: string | null;
  settled_at: Timestamp | null;
  settled_by: string | null;
  status: string;
  tokens: Generated<string[] | null>;
  version: Generated<number>;
}

export interface Consultations {
  audience: string;
  closed_at: Timestamp | null;
  closed_by: string | null;
  closes_on: string;
  created_at: Timestamp;
  id: string;
  introduction: string;
  language: string;
  opened_by: string | null;
  opens_on: string;
  ref: string;
  version: Generated<number>;
  version_id: string;
}

export interface Contests {
  contested_as: string;
  contested_at: Timestamp;
  contested_by: string | null;
  country_iso2: string | null;
  goal_id: string | null;
  id: string;
  language: string;
  organisation_id: string | null;
  outcome: string | null;
  progress_update_id: string;
  replied_at: Timestamp | null;
  replied_by: string | null;
  reply: string | null;
  reply_language: string | null;
  rungs: Json;
  settled_at: Timestamp | null;
  settled_by: string | null;
  settlement: string | null;
  settlement_language: string | null;
  words: string;
}

export interface Countries {
  fiscal_year_start: number | null;
  iso2: string;
  iso3: string;
  m49: string;
  official_languages: Generated<string[]>;
  region_m49: string | null;
  standing: string;
  subregion_m49: string | null;
}

export interface CountryGroupPeriods {
  code: string;
  from_on: string;
  iso2: string;
  until_on: string | null;
}

export interface CountryGroups {
  code: string;
}

export interface CountryGroupTexts {
  code: string;
  language: string;
  name: string;
  short_name: string;
}

export interface CountryTexts {
  iso2: string;
  language: string;
  name: string;
  tokens: Generated<string[] | null>;
}

export interface CoverageCells {
  before: Int8;
  coalition_id: string;
  commitments: Int8;
  committed: Numeric;
  disbursed: Numeric;
  key: string;
  kind: string;
  pledged: Numeric;
  pledges: Int8;
  scope_id: string;
  standing: string;
}

export interface CoverageChanges {
  commitment_id: string;
  id: Generated<Int8>;
}

export interface CoverageFacts {
  before: number;
  coalition_id: string;
  commitment_id: string;
  committed: ArrayType<Numeric>;
  counted: number;
  disbursed: ArrayType<Numeric>;
  keys: string[];
  kinds: string[];
  named: number[];
  pledged: ArrayType<Numeric>;
  pledges: number[];
  scopes: string[];
  standing: string;
  valid_from: Timestamp;
  valid_until: Timestamp;
}

export interface Credentials {
  changed_at: Timestamp;
  password_hash: string;
  person_id: string;
}

export interface Currencies {
  active: Generated<boolean>;
  code: string;
  exponent: number;
}

export interface CycleExceptions {
  commitment_id: string;
  cycle_id: string;
  decided_at: Timestamp;
  decided_by: string | null;
  expected: boolean;
  reason: string;
}

export interface CycleExtensions {
  country_iso2: string | null;
  cycle_id: string;
  given_at: Timestamp;
  given_by: string | null;
  id: string;
  organisation_id: string | null;
  reason: string;
  until_on: string;
  version: Generated<number>;
}

export interface CycleNudges {
  country_iso2: string | null;
  cycle_id: string;
  id: string;
  nudged_at: Timestamp;
  nudged_by: string | null;
  organisation_id: string | null;
  person_id: string;
  stage: string;
  words: string | null;
}

export interface Cycles {
  coalition_id: string;
  due_on: string;
  grace_on: string;
  id: string;
  languages: Generated<string[]>;
  lock_on: string;
  opens_on: string;
  published_at: Timestamp | null;
  questions: Generated<string[]>;
  ref: string;
  required: Generated<string[]>;
  types: string[] | null;
  version: Generated<number>;
  year: number;
}

export interface DataGaps {
  answer: string | null;
  commitment_id: string;
  due_on: string | null;
  ended_at: Timestamp | null;
  ended_by: string | null;
  goal_id: string | null;
  id: string;
  opened_at: Timestamp;
  opened_by: string | null;
  owner_id: string | null;
  plan: string | null;
  status: Generated<string>;
  version: Generated<number>;
  what: string | null;
}

export interface Decisions {
  adopted_on: string | null;
  agenda_item_id: string | null;
  ballot_id: string | null;
  confirmed_at: Timestamp | null;
  confirmed_in: string | null;
  created_at: Generated<Timestamp>;
  dissent: string | null;
  id: string;
  lapsed_in: string | null;
  lapsed_on_end: Generated<boolean>;
  quorum_at: Timestamp;
  quorum_base: number;
  quorum_met: boolean;
  quorum_minimums: Generated<Json>;
  quorum_present: number;
  quorum_share: Numeric;
  recorded_by: string | null;
  ref: string;
  review_on: string | null;
  rule: string;
  session_id: string | null;
  status: string;
  supersedes_id: string | null;
  text: string;
  tokens: Generated<string[] | null>;
  version: Generated<number>;
  working_group_id: string;
}

export interface Digests {
  person_id: string;
  secret_hash: string;
  sent_at: Timestamp | null;
  told_on: string;
  told_until: Timestamp;
}

export interface EndorsementReservations {
  endorsement_id: string;
  node_id: string;
  statement: string | null;
}

export interface Endorsements {
  capacity: string | null;
  checked_by: string | null;
  confirmation: string | null;
  confirmed_on: string | null;
  country_iso2: string | null;
  created_at: Generated<Timestamp>;
  document_id: string | null;
  endorsed_on: string | null;
  endorsed_on_missing: string | null;
  id: string;
  organisation_id: string | null;
  promise_due_on: string | null;
  published_at: Timestamp | null;
  recorded_by: string | null;
  ref: string;
  signatory: string | null;
  statement: string | null;
  status: Generated<string>;
  told_on: string | null;
  version: Generated<number>;
  version_id: string;
  withdrawn_on: string | null;
}

export interface Evidence {
  action_item_id: string | null;
  added_at: Timestamp;
  added_by: string | null;
  adherence_id: string | null;
  commitment_id: string | null;
  file_id: string | null;
  id: string;
  language: string | null;
  progress_update_id: string | null;
  taken_back_by: string | null;
  taken_back_on: string | null;
  taken_back_why: string | null;
  title: string;
  tokens: Generated<string[] | null>;
  transaction_id: string | null;
  url: string | null;
}

export interface ExchangeRates {
  corrects: string | null;
  created_at: Generated<Timestamp>;
  currency: string;
  id: string;
  issuer: string | null;
  period: string;
  rate_on: string;
  reason: string | null;
  recorded_by: string | null;
  source: string;
  units_per_usd: Numeric;
}

export interface Files {
  created_at: Generated<Timestamp>;
  id: string;
  media_type: string;
  name: string;
  sha256: string;
  size_bytes: Int8;
  uploaded_by: string | null;
}

export interface FinancingCells {
  class: string;
  confirmed: Numeric;
  contested: Numeric;
  converted: Int8;
  currency: string;
  differs: Numeric;
  dimension: string;
  key: string;
  linked_committed: Numeric;
  linked_disbursed: Numeric;
  linked_spent: Numeric;
  net_committed: Numeric;
  net_pledged: Numeric;
  net_spent: Numeric;
  no_record: Numeric;
  passes_through: Numeric;
  pledges: Int8;
  reduced: Numeric;
  same_money: Numeric;
  unconverted: Numeric;
  unmatched: Numeric;
}

export interface FinancingChanges {
  id: Generated<Int8>;
  noted_at: Generated<Timestamp>;
  pledge_id: string;
}

export interface FinancingCurrencies {
  changed_at: Timestamp | null;
  currency: string;
}

export interface FinancingEntries {
  class: string;
  confirmed: Numeric;
  contested: Numeric;
  converted: number;
  currency: string;
  differs: Numeric;
  dimension: string;
  key: string;
  linked_committed: Numeric;
  linked_disbursed: Numeric;
  linked_spent: Numeric;
  net_committed: Numeric;
  net_pledged: Numeric;
  net_spent: Numeric;
  no_record: Numeric;
  passes_through: Numeric;
  pledge_id: string;
  reduced: Numeric;
  same_money: Numeric;
  unconverted: Numeric;
  unmatched: Numeric;
}

export interface FinancingFacts {
  is_open: boolean;
  pledge_id: string;
  provider: string;
  reported_on: string | null;
  valid_from: Timestamp;
  valid_until: Timestamp;
}

export interface FinancingGivers {
  open_pledges: number;
  provider: string;
  reported_on: string | null;
}

export interface FiscalYears {
  country_iso2: string;
  created_at: Timestamp;
  recorded_by: string | null;
  source: string;
  starts_day: number;
  starts_month: number;
  version: Generated<number>;
}

export interface FollowRhythms {
  person_id: string;
  rhythm: string;
}

export interface Follows {
  coalition_id: string | null;
  commitment_id: string | null;
  country_iso2: string | null;
  id: string;
  node_id: string | null;
  person_id: string;
  since: Timestamp;
}

export interface FormSubmissions {
  actor: string;
  address: string | null;
  answer: string;
  created_at: Generated<Timestamp>;
  key: string;
  location: string | null;
  path: string;
}

export interface FrameworkNodes {
  code: string;
  continues_id: string | null;
  id: string;
  kind: string;
  parent_id: string | null;
  position: number;
  text_version: Generated<number>;
  version: Generated<number>;
  version_id: string;
}

export interface FrameworkNodeTexts {
  body: Generated<string>;
  checked_by: string | null;
  language: string;
  node_id: string;
  origin: Generated<string>;
  source_version: Generated<number>;
  title: string;
  tokens: Generated<string[] | null>;
}

export interface Frameworks {
  code: string;
  id: string;
}

export interface FrameworkTexts {
  framework_id: string;
  language: string;
  name: string;
  short_name: string;
}

export interface FrameworkVersions {
  authoritative_language: Generated<string>;
  copied_from_id: string | null;
  created_at: Generated<Timestamp>;
  edited_by: string | null;
  framework_id: string;
  id: string;
  number: number;
  published_at: Timestamp | null;
  published_by: string | null;
  source: string | null;
  standing: string;
  status: Generated<string>;
  version: Generated<number>;
}

export interface FundingLinkEffects {
  counted_in_id: string | null;
  kind: string | null;
  link_id: string | null;
  pledge_id: string | null;
  taken_off: Numeric | null;
}

export interface FundingLinkObjections {
  id: string;
  link_id: string;
  pledge_id: string;
  words: string;
  written_at: Timestamp;
  written_by: string | null;
}

export interface FundingLinks {
  amount: Numeric;
  counted_in_id: string;
  counted_in_stood: Numeric;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decided_reason: string | null;
  ended_at: Timestamp | null;
  ended_by: string | null;
  ended_reason: string | null;
  id: string;
  kind: string;
  note: string | null;
  origin: string;
  pledge_id: string;
  pledge_stood: Numeric;
  proposed_at: Timestamp;
  proposed_by: string | null;
  reasons: Generated<Json>;
  state: Generated<string>;
  version: Generated<number>;
}

export interface Goals {
  ascending: Generated<boolean>;
  baseline_missing: string | null;
  baseline_source: string | null;
  baseline_value: Numeric | null;
  baseline_year: number | null;
  commitment_id: string;
  cumulative: Generated<boolean>;
  disaggregations: Generated<string[]>;
  id: string;
  indicator: string | null;
  last_value: Numeric | null;
  last_value_on: string | null;
  measure: Generated<string>;
  method: string | null;
  position: number;
  scale: Generated<string[]>;
  statement: string | null;
  target_on: string | null;
  target_value: Numeric | null;
  target_words: string | null;
  unit: string | null;
}

export interface GoalValues {
  goal_id: string;
  missing: string | null;
  progress_update_id: string;
  value: Numeric | null;
  verification: Generated<string>;
}

export interface Handovers {
  answer: string | null;
  answered_at: Timestamp | null;
  giver_id: string;
  id: string;
  moved: Json | null;
  note: string;
  offered_at: Timestamp;
  offered_by: string | null;
  organisation_id: string;
  receiver_id: string;
  status: Generated<string>;
  version: Generated<number>;
}

export interface ImportErrors {
  code: string;
  column_name: string | null;
  details: Generated<Json>;
  import_id: string;
  position: number;
  row_number: number | null;
  severity: Generated<string>;
}

export interface ImportQuestions {
  code: string;
  decided_by: string | null;
  details: Generated<Json>;
  id: string;
  import_id: string | null;
  record_id: string;
  status: Generated<string>;
  table_name: string;
}

export interface Imports {
  created_at: Generated<Timestamp>;
  file_id: string;
  file_name: string;
  id: string;
  kind: string | null;
  organisation_id: string | null;
  outcome: Json | null;
  rows_changed: Generated<number>;
  rows_in_error: Generated<number>;
  rows_new: Generated<number>;
  rows_read: Generated<number>;
  rows_unchanged: Generated<number>;
  settled_at: Timestamp | null;
  shape: string | null;
  started_by: string | null;
  status: string;
  time_zone: string | null;
  version: Generated<number>;
  working_group_id: string | null;
}

export interface ImportSources {
  content_hash: string;
  import_id: string | null;
  notes: Generated<Json>;
  record_id: string;
  source_key: string;
  source_name: string;
  table_name: string;
}

export interface IndicatorFigures {
  country_iso2: string | null;
  disaggregation: string | null;
  figure: string | null;
  footnote: string | null;
  id: string | null;
  indicator_code: string | null;
  missing: string | null;
  missing_note: string | null;
  source: string | null;
  value: Numeric | null;
  year: number | null;
}

export interface Indicators {
  ascending: boolean;
  code: string;
  position: number;
  unit: string;
}

export interface IndicatorTexts {
  code: string;
  language: string;
  name: string;
}

export interface IndicatorValues {
  country_iso2: string;
  created_at: Generated<Timestamp>;
  disaggregation: Generated<string>;
  footnote: string | null;
  id: string;
  indicator_code: string;
  missing: string | null;
  missing_note: string | null;
  recorded_by: string | null;
  source: string;
  value: Numeric | null;
  version: Generated<number>;
  year: number;
}

export interface Installation {
  changed_at: Generated<Timestamp>;
  name: string;
  value: string;
}

export interface Instruments {
  code: string;
  months: number;
  position: number;
}

export interface InstrumentTexts {
  code: string;
  language: string;
  name: string;
  summary: string;
}

export interface Jobs {
  attempts: Generated<number>;
  created_at: Generated<Timestamp>;
  id: string;
  kind: string;
  last_error: string | null;
  locked_until: Timestamp | null;
  payload: Json;
  run_at: Timestamp;
  settled_at: Timestamp | null;
  status: Generated<string>;
  unique_key: string | null;
}

export interface KeptForms {
  expires_at: Timestamp;
  fields: Json;
  path: string;
  secret_hash: string;
}

export interface LetterRefusals {
  person_id: string;
  topic: string;
}

export interface LoginSessions {
  confirmed_at: Timestamp;
  created_at: Timestamp;
  expires_at: Timestamp;
  person_id: string;
  secret_hash: string;
  seen_at: Timestamp;
}

export interface MeetingRegistrations {
  id: string;
  meeting_id: string;
  mode: string;
  organisation_id: string | null;
  person_id: string;
  presence: string | null;
  registered_at: Timestamp;
  version: Generated<number>;
  withdrawn_at: Timestamp | null;
}

export interface Meetings {
  announced_at: Timestamp | null;
  cancelled_reason: string | null;
  created_at: Generated<Timestamp>;
  ends_on: string;
  id: string;
  language: string;
  mode: string;
  place: string | null;
  places: number | null;
  ref: string;
  registration_closes_on: string;
  registration_opens_on: string;
  starts_on: string;
  status: Generated<string>;
  time_zone: string;
  version: Generated<number>;
  visibility: string;
  working_group_id: string;
}

export interface MeetingTexts {
  introduction: string | null;
  language: string;
  meeting_id: string;
  title: string;
}

export interface MembershipApplications {
  category: string;
  coalition_id: string;
  consented_at: Timestamp | null;
  constituency: string;
  contact_mail: string;
  contact_name: string;
  contact_title: string | null;
  country_iso2: string | null;
  created_at: Timestamp;
  id: string;
  identifiers: Generated<string[]>;
  language: string;
  link_expires_at: Timestamp | null;
  mail_finding: string;
  membership_id: string | null;
  name: string;
  organisation_id: string | null;
  origin: string;
  publish_name: Generated<boolean>;
  ref: string;
  secret_hash: string | null;
  short_name: string | null;
  statement: string | null;
  status: string;
  type_code: string | null;
  verified_at: Timestamp | null;
  version: Generated<number>;
  website: string | null;
}

export interface Memberships {
  category: string;
  coalition_id: string;
  continued_by: string | null;
  created_at: Generated<Timestamp>;
  ended_on: string | null;
  id: string;
  joined_on: string;
  organisation_id: string;
  status: string;
  version: Generated<number>;
}

export interface MembershipSuspensions {
  end_reason: string | null;
  ended_by: string | null;
  ends_at: Timestamp | null;
  id: string;
  membership_id: string;
  reason: string;
  starts_at: Timestamp;
  suspended_by: string | null;
}

export interface Milestones {
  achieved_on: string | null;
  commitment_id: string;
  due_on: string;
  goal_id: string | null;
  id: string;
  note: string | null;
  reported_at: Timestamp | null;
  reported_by: string | null;
  status: Generated<string>;
  title: string;
  value: Numeric | null;
  version: Generated<number>;
}

export interface MinutesAmendments {
  answer: string | null;
  decided_at: Timestamp | null;
  decided_by: string | null;
  id: string;
  new_words: string;
  number: number;
  old_words: string;
  passage_id: string;
  proposed_at: Timestamp;
  proposed_by: string;
  reason: string;
  seat_id: string;
  session_id: string;
  status: Generated<string>;
  version: Generated<number>;
}

export interface MinutesAuthors {
  person_id: string;
  session_id: string;
}

export interface MinutesErrata {
  correct: string;
  id: string;
  number: number;
  passage_id: string | null;
  reason: string;
  recorded_at: Timestamp;
  recorded_by: string | null;
  session_id: string;
  wrong: string;
}

export interface MinutesNames {
  commitment: string;
  guest_id: string | null;
  name: string | null;
  number: number;
  person_id: string | null;
  salt: string | null;
  session_id: string;
}

export interface MinutesPassages {
  agenda_item_id: string | null;
  id: string;
  position: number;
  session_id: string;
  text: string;
  version: Generated<number>;
}

export interface MinutesSeals {
  approved_by: string | null;
  record: string;
  ref: string;
  rule_version: number;
  sealed_at: Timestamp;
  seconded_by: string | null;
  session_id: string;
  sha256: string;
}

export interface NodeMappings {
  created_at: Generated<Timestamp>;
  end_reason: string | null;
  ended_at: Timestamp | null;
  from_node_id: string;
  id: string;
  reason: string | null;
  relation: string;
  to_node_id: string;
  version: Generated<number>;
}

export interface OfferCountries {
  country_iso2: string;
  offer_id: string;
}

export interface OfferNodes {
  node_id: string;
  offer_id: string;
}

export interface Offers {
  accepted_for_iso2: string | null;
  amount: Numeric | null;
  amount_missing: string | null;
  created_at: Generated<Timestamp>;
  currency: string | null;
  deadline_on: string | null;
  decided_at: Timestamp | null;
  decided_by: string | null;
  declined_reason: string | null;
  id: string;
  kind: string;
  language: Generated<string>;
  offered_by: string | null;
  pillar_node_id: string | null;
  provider_country_iso2: string | null;
  provider_organisation_id: string | null;
  ref: string;
  request_id: string | null;
  status: Generated<string>;
  version: Generated<number>;
}

export interface OfferTexts {
  body: string;
  checked_by: string | null;
  language: string;
  offer_id: string;
  origin: Generated<string>;
  title: string;
  tokens: Generated<string[] | null>;
}

export interface OneTimeLinks {
  created_at: Timestamp;
  expires_at: Timestamp;
  person_id: string;
  purpose: string;
  secret_hash: string;
  used_at: Timestamp | null;
}

export interface OrganisationDuplicates {
  claimed_identifier: string | null;
  created_at: Generated<Timestamp>;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decided_reason: string | null;
  id: string;
  organisation_id: string;
  other_id: string;
  reason: string;
  status: Generated<string>;
}

export interface OrganisationIdentifiers {
  identifier: string;
  organisation_id: string;
}

export interface OrganisationNames {
  name: string;
  organisation_id: string;
}

export interface OrganisationPairs {
  claimed_identifiers: string[] | null;
  id: string | null;
  organisation_id: string | null;
  other_id: string | null;
  reasons: string[] | null;
}

export interface Organisations {
  constituency: string | null;
  country_iso2: string | null;
  created_at: Generated<Timestamp>;
  id: string;
  merged_into_id: string | null;
  name: string;
  ref: string;
  short_name: string | null;
  source_note: string | null;
  status: Generated<string>;
  tokens: Generated<string[] | null>;
  type_code: string | null;
  type_missing: string | null;
  version: Generated<number>;
  website: string | null;
}

export interface OutboxMails {
  attachments: Json | null;
  attempts: Generated<number>;
  body_text: string | null;
  created_at: Generated<Timestamp>;
  first_attempt_at: Timestamp | null;
  headers: Json | null;
  html: string | null;
  id: string;
  idempotency_key: string;
  keep_here: Generated<boolean>;
  language: string;
  last_error: string | null;
  locked_until: Timestamp | null;
  next_attempt_at: Timestamp;
  person_id: string | null;
  props: Json;
  provider_id: string | null;
  recipient: string;
  secret: Buffer | null;
  settled_at: Timestamp | null;
  status: Generated<string>;
  subject: string | null;
  template: string;
  thread: string;
}

export interface OutcomeAuthors {
  outcome_id: string;
  person_id: string;
}

export interface OutcomeComments {
  answer: string | null;
  answered_at: Timestamp | null;
  answered_by: string | null;
  id: string;
  language: string;
  name: string | null;
  outcome_id: string;
  part: string | null;
  person_id: string | null;
  text: string;
  version: Generated<number>;
  written_at: Timestamp;
}

export interface OutcomeOutputs {
  added_at: Timestamp;
  added_by: string | null;
  file_id: string | null;
  id: string;
  kind: string;
  outcome_id: string;
  title: string;
  url: string | null;
}

export interface OutcomeReports {
  approved_at: Timestamp | null;
  approved_by: string | null;
  audience: string | null;
  composed_at: Timestamp;
  consulted_until: string | null;
  id: string;
  kind: string;
  language: string;
  launched_at: Timestamp | null;
  launched_in: string | null;
  number: number;
  published_at: Timestamp | null;
  sha256: string | null;
  status: Generated<string>;
  version: Generated<number>;
  working_group_id: string;
}

export interface OutcomeRows {
  facts: Json;
  kind: string;
  outcome_id: string;
  position: number;
  record_id: string;
}

export interface OutcomeTexts {
  language: string;
  outcome_id: string;
  part: string;
  text: string;
  version: Generated<number>;
  written_at: Timestamp;
  written_by: string | null;
}

export interface People {
  created_at: Generated<Timestamp>;
  erased_at: Timestamp | null;
  id: string;
  language: Generated<string>;
  name: string;
  publish_name: Generated<boolean>;
  spoken_languages: Generated<string[]>;
  suspended_at: Timestamp | null;
  suspended_reason: string | null;
  time_zone: Generated<string>;
  version: Generated<number>;
}

export interface PersonMails {
  address: string;
  is_primary: Generated<boolean>;
  person_id: string;
  verified_at: Timestamp | null;
}

export interface PlatformEditions {
  accessibility: string | null;
  accessibility_on: string | null;
  accessibility_source: string | null;
  address: string;
  charter: number[] | null;
  checked: Generated<string[]>;
  confirmed_at: Timestamp | null;
  confirmed_by: string | null;
  cost: string | null;
  cost_words: string | null;
  curriculum: string | null;
  curriculum_on: string | null;
  curriculum_source: string | null;
  described_at: Timestamp | null;
  devices: Generated<string[]>;
  language: string;
  languages: Generated<string[]>;
  learner_data: boolean | null;
  levels: Generated<string[]>;
  licence: string | null;
  number: number;
  offline: boolean | null;
  operator: string | null;
  operator_organisation_id: string | null;
  owner: string | null;
  owner_organisation_id: string | null;
  platform_id: string;
  published_at: Timestamp | null;
  published_by: string | null;
  returned_reason: string | null;
  review: string | null;
  reviewed_at: Timestamp | null;
  reviewed_by: string | null;
  safeguard: string | null;
  standards: Generated<string[]>;
  status: Generated<string>;
  subjects: Generated<string[]>;
  teacher_stages: string[] | null;
  teacher_words: string | null;
  users: Int8 | null;
  users_on: string | null;
  users_source: string | null;
  version: Generated<number>;
  writers: Generated<string[]>;
  zero_rated: boolean | null;
}

export interface Platforms {
  country_iso2: string;
  discontinued_at: Timestamp | null;
  discontinued_by: string | null;
  discontinued_reason: string | null;
  edition: Generated<number>;
  id: string;
  name: string;
  nominated_at: Timestamp;
  nominated_by: string | null;
  published_at: Timestamp | null;
  ref: string;
  version: Generated<number>;
}

export interface PlatformTexts {
  checked_by: string | null;
  description: string;
  language: string;
  name: string;
  number: number;
  origin: Generated<string>;
  platform_id: string;
  tokens: Generated<string[] | null>;
}

export interface PledgeMarkers {
  marker: string;
  pledge_id: string;
  significance: string;
}

export interface PledgeRecipients {
  country_iso2: string | null;
  organisation_id: string | null;
  pledge_id: string;
  position: number;
  region_m49: string | null;
  share: Numeric;
}

export interface Pledges {
  aid_type: string | null;
  amount: Numeric;
  announced_on: string;
  coalition_id: string;
  commitment_id: string | null;
  conditions: string | null;
  confirmed_on: string | null;
  created_at: Generated<Timestamp>;
  currency: string;
  earmarking: string | null;
  ends_on: string | null;
  finance_type: string | null;
  flow_type: string | null;
  iati_identifier: string | null;
  id: string;
  kind: Generated<string>;
  new_money: Generated<string>;
  offer_id: string | null;
  provider_country_iso2: string | null;
  provider_organisation_id: string | null;
  quantity: Numeric | null;
  recorded_by: string | null;
  ref: string;
  starts_on: string | null;
  status: Generated<string>;
  tied_status: string | null;
  title: string;
  tokens: Generated<string[] | null>;
  unit: string | null;
  valuation_method: string | null;
  valued_on: string | null;
  version: Generated<number>;
  visibility: Generated<string>;
}

export interface PledgeSectors {
  code: string;
  name: string | null;
  pledge_id: string;
  position: number;
  share: Numeric;
  vocabulary: string;
}

export interface PledgeValues {
  amount: Numeric | null;
  amount_usd: Numeric | null;
  currency: string | null;
  kind: string | null;
  pledge_id: string | null;
  rate_basis: string | null;
  rate_on: string | null;
  rate_source: string | null;
  units_per_usd: Numeric | null;
}

export interface PledgeVerifications {
  committed: Numeric;
  currency: string;
  disbursed: Numeric;
  id: string;
  method: string;
  note: string;
  pledge_id: string;
  rung: string;
  verified_at: Timestamp;
  verified_by: string | null;
}

export interface ProgressUpdates {
  accepted_at: Timestamp | null;
  accepted_by: string | null;
  also_reported_to: Generated<string[]>;
  answer: string | null;
  as_of: string | null;
  barriers: string | null;
  commitment_id: string;
  completion: string | null;
  cycle_id: string;
  enablers: string | null;
  equity: string | null;
  id: string;
  language: Generated<string>;
  narrative: string | null;
  returned_reason: string | null;
  status: Generated<string>;
  submitted_at: Timestamp | null;
  verification: Generated<string>;
  version: Generated<number>;
  written_by: string | null;
}

export interface RateLimits {
  bucket: string;
  hits: number;
  window_start: Timestamp;
}

export interface RecommendationAddressees {
  asked_on: string;
  constituency: string | null;
  country_iso2: string | null;
  id: string;
  organisation_id: string | null;
  recommendation_id: string;
  secretariat: Generated<boolean>;
}

export interface RecommendationDecisions {
  decision_id: string;
  recommendation_id: string;
}

export interface RecommendationNodes {
  node_id: string;
  recommendation_id: string;
}

export interface RecommendationResponses {
  answer: string;
  answered_at: Timestamp;
  answered_by: string | null;
  commitment_id: string | null;
  country_iso2: string | null;
  first_answered_at: Timestamp;
  id: string;
  organisation_id: string | null;
  recommendation_id: string;
  version: Generated<number>;
  words: string;
}

export interface Recommendations {
  closed_why: string | null;
  created_at: Generated<Timestamp>;
  dimension_id: string | null;
  final_on: string | null;
  id: string;
  ref: string;
  status: Generated<string>;
  succeeds_id: string | null;
  text: string;
  title: string;
  tokens: Generated<string[] | null>;
  version: Generated<number>;
  working_group_id: string;
}

export interface RecommendationTakeaways {
  recommendation_id: string;
  takeaway_id: string;
}

export interface RecommendationVersions {
  number: number;
  recommendation_id: string;
  replaced_at: Timestamp;
  replaced_by: string | null;
  text: string;
  title: string;
}

export interface ReconciliationActs {
  act: string;
  evidence: string | null;
  id: string;
  language: string | null;
  on_behalf: Generated<boolean>;
  pair_id: string | null;
  receipt_amount: Numeric | null;
  receipt_currency: string | null;
  received: Numeric | null;
  received_on: string | null;
  reference: string | null;
  said_at: Timestamp;
  said_by: string | null;
  state: string;
  transaction_id: string;
  words: string | null;
}

export interface Reconciliations {
  accepted_id: string | null;
  pair_id: string | null;
  received: Numeric | null;
  reply_id: string | null;
  said_at: Timestamp;
  said_id: string;
  state: string;
  transaction_id: string;
  version: Generated<number>;
}

export interface RefCounters {
  kind: string;
  last: number;
  year: number;
}

export interface Regions {
  level: string;
  m49: string;
  parent_m49: string | null;
}

export interface RegionTexts {
  language: string;
  m49: string;
  name: string;
}

export interface Remarks {
  asked_at: Timestamp;
  asked_by: string | null;
  commitment_id: string | null;
  field: string;
  goal_id: string | null;
  id: string;
  note: string;
  progress_update_id: string | null;
  said: string | null;
  settled_at: Timestamp | null;
}

export interface ReportApprovals {
  approved_at: Timestamp;
  capacity: string;
  person_id: string;
  report_id: string;
}

export interface ReportErrata {
  figure_key: string | null;
  id: string;
  language: string;
  report_id: string;
  section_id: string | null;
  words: string;
  written_at: Timestamp;
  written_by: string | null;
}

export interface ReportFigureRecords {
  figure_id: string;
  kind: string;
  part: string;
  record_id: string;
}

export interface ReportFigures {
  as_of: string;
  definition: Json;
  difference: Json | null;
  expected: number;
  id: string;
  key: string;
  missing: number;
  number: string;
  report_id: string;
  reporting: number;
  result: Json;
  sha256: string;
  verification: Json | null;
}

export interface ReportFiles {
  file_id: string;
  language: string;
  report_id: string;
}

export interface ReportReplies {
  about: string;
  asked_at: Timestamp;
  asked_by: string | null;
  country_iso2: string | null;
  figure_key: string | null;
  id: string;
  language: string;
  organisation_id: string | null;
  replied_at: Timestamp | null;
  replied_by: string | null;
  reply: string | null;
  reply_language: string | null;
  report_id: string;
  section_id: string;
  silent_on: string | null;
  version: Generated<number>;
}

export interface Reports {
  corrects_id: string | null;
  counts_later: Generated<boolean>;
  cycle_id: string;
  edition: Generated<number>;
  embargo_until: Timestamp | null;
  id: string;
  language: Generated<string>;
  licence: string | null;
  published_at: Timestamp | null;
  published_by: string | null;
  ref: string;
  reply_nobody: string | null;
  reply_opened_at: Timestamp | null;
  reply_until: string | null;
  snapshot_of: string;
  status: Generated<string>;
  version: Generated<number>;
}

export interface ReportSectionComments {
  id: string;
  language: string;
  number: number;
  parent_id: string | null;
  quoted: string | null;
  section_id: string;
  settled_at: Timestamp | null;
  settled_by: string | null;
  words: string;
  written_at: Timestamp;
  written_by: string | null;
}

export interface ReportSections {
  country_iso2: string | null;
  id: string;
  kind: string;
  left_out_at: Timestamp | null;
  left_out_by: string | null;
  organisation_id: string | null;
  owner_id: string | null;
  position: number;
  report_id: string;
  return_words: string | null;
  returned_at: Timestamp | null;
  returned_by: string | null;
  signed_off_at: Timestamp | null;
  signed_off_by: string | null;
  status: Generated<string>;
  version: Generated<number>;
  word_limit: number | null;
  working_group_id: string | null;
}

export interface ReportSectionTexts {
  base: number | null;
  body: Generated<string>;
  checked_at: Timestamp | null;
  checked_by: string | null;
  heading: string;
  language: string;
  number: Generated<number>;
  origin: Generated<string>;
  restores: number | null;
  section_id: string;
  source: number | null;
  written_at: Timestamp;
  written_by: string | null;
}

export interface ReportSectionVersions {
  base: number | null;
  body: string;
  heading: string;
  language: string;
  number: number;
  origin: string;
  restores: number | null;
  section_id: string;
  source: number | null;
  written_at: Timestamp;
  written_by: string | null;
}

export interface ReportTexts {
  language: string;
  report_id: string;
  summary: string | null;
  title: string;
  tokens: Generated<string[] | null>;
}

export interface Roles {
  by_seat: Generated<boolean>;
  coalition_id: string | null;
  country_iso2: string | null;
  ends_at: Timestamp | null;
  granted_by: string | null;
  id: string;
  organisation_id: string | null;
  person_id: string;
  reason: string | null;
  role: string;
  scope: string;
  starts_at: Timestamp;
  working_group_id: string | null;
}

export interface Safeguards {
  access_and_deletion: string;
  approved_at: Timestamp | null;
  approved_by: string | null;
  categories: string;
  commitment_id: string;
  cross_border: string;
  expires_on: string | null;
  id: string;
  impact_assessment: string;
  language: string;
  lawful_basis: string;
  no_advertising: boolean;
  no_profiling: boolean;
  number: number;
  processors: string;
  purpose: string;
  retention: string;
  returned_reason: string | null;
  reviewed_at: Timestamp | null;
  reviewed_by: string | null;
  service_until: string;
  status: Generated<string>;
  subjects: string;
  version: Generated<number>;
  written_at: Timestamp;
  written_by: string | null;
}

export interface SavedViews {
  created_at: Timestamp;
  id: string;
  list: string;
  name: string;
  person_id: string;
  query: string;
}

export interface Seats {
  alternate_id: string | null;
  constituency: string | null;
  from_on: string;
  holder_id: string | null;
  id: string;
  on_leave: Generated<boolean>;
  organisation_id: string | null;
  place_id: Generated<string>;
  role: string;
  until_on: string | null;
  version: Generated<number>;
  voting: boolean;
  working_group_id: string;
}

export interface SessionGuests {
  affiliation: string | null;
  capacity: string;
  id: string;
  name: string;
  noted_at: Timestamp;
  noted_by: string | null;
  position: number;
  presence: string;
  publish_name: Generated<boolean>;
  session_id: string;
  version: Generated<number>;
}

export interface SessionInvitations {
  answer: string | null;
  answered_at: Timestamp | null;
  instead_id: string | null;
  invited_at: Timestamp;
  person_id: string;
  secret_hash: string;
  session_id: string;
  version: Generated<number>;
}

export interface SessionLinks {
  href: string;
  position: number;
  session_id: string;
  text: string;
}

export interface SessionMinimums {
  constituency: string;
  seats: number;
  session_id: string;
}

export interface SessionMinutes {
  composed_at: Timestamp;
  composed_by: string | null;
  corrected_from: Timestamp | null;
  corrected_until: Timestamp | null;
  correction_days: number | null;
  language: string;
  reminded_at: Timestamp | null;
  seconded_at: Timestamp | null;
  seconded_by: string | null;
  seconded_text: number | null;
  session_id: string;
  text_version: Generated<number>;
  version: Generated<number>;
}

export interface SessionPresences {
  at: Timestamp;
  id: Generated<Int8>;
  noted_by: string | null;
  origin: string;
  person_id: string;
  presence: string;
  seat_id: string;
  session_id: string;
}

export interface Sessions {
  adjourned_at: Timestamp | null;
  announced_tokens: Generated<string[] | null>;
  cancelled_reason: string | null;
  check_in_code: string | null;
  convened_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  decision_rule: string | null;
  description: string | null;
  ends_at: Timestamp | null;
  id: string;
  join_link: string | null;
  languages: Generated<string[]>;
  mode: Generated<string | null>;
  number: number;
  place: string | null;
  purpose: Generated<string>;
  quorum_share: Numeric | null;
  ref: string;
  sequence: Generated<number>;
  short_notice: Generated<boolean>;
  started_at: Timestamp | null;
  starts_at: Timestamp;
  status: Generated<string>;
  summary: string | null;
  terms_version: number | null;
  time_zone: string;
  title: string;
  tokens: Generated<string[] | null>;
  track: string | null;
  typed_in_at: Timestamp | null;
  typed_in_by: string | null;
  version: Generated<number>;
  visibility: Generated<string>;
  wall_clock_start: string;
  working_group_id: string;
}

export interface SessionSeats {
  alternate_id: string | null;
  counts_for: string | null;
  holder_id: string | null;
  on_leave: boolean;
  organisation_id: string | null;
  role: string;
  seat_id: string;
  session_id: string;
  voting: boolean;
}

export interface SnapshotChanges {
  counted_at: Timestamp;
  counts: Json;
  snapshot_id: string;
}

export interface SnapshotRows {
  facts: Json;
  kind: string;
  record_id: string;
  ref: string;
  snapshot_id: string;
}

export interface Snapshots {
  as_of: string;
  counts_to: Timestamp | null;
  frozen_at: Timestamp;
  frozen_by: string | null;
  id: string;
  missing: Json | null;
  report_id: string;
  rule_versions: Json;
  seen: string | null;
  sha256: string;
}

export interface SupportRequestBeneficiaries {
  group_code: string;
  request_id: string;
}

export interface SupportRequestNodes {
  node_id: string;
  request_id: string;
}

export interface SupportRequests {
  amount: Numeric | null;
  amount_missing: string | null;
  asked_by: string | null;
  closed_at: Timestamp | null;
  closed_by: string | null;
  closed_reason: string | null;
  coalition_id: string;
  country_iso2: string;
  created_at: Generated<Timestamp>;
  currency: string | null;
  deadline_on: string;
  id: string;
  language: Generated<string>;
  pillar_node_id: string;
  published_at: Timestamp | null;
  published_by: string | null;
  ref: string;
  version: Generated<number>;
}

export interface SupportRequestTexts {
  checked_by: string | null;
  language: string;
  need: string;
  origin: Generated<string>;
  request_id: string;
  title: string;
  tokens: Generated<string[] | null>;
}

export interface TakeawayNodes {
  node_id: string;
  takeaway_id: string;
}

export interface Takeaways {
  created_at: Generated<Timestamp>;
  id: string;
  language: string;
  recorded_by: string | null;
  ref: string;
  session_id: string;
  text: string;
  tokens: Generated<string[] | null>;
}

export interface TeacherInvolvements {
  commitment_id: string;
  evidence_url: string | null;
  how_chosen: string | null;
  how_many: number | null;
  nobody: boolean;
  stage: string;
  what_changed: string | null;
  written_at: Timestamp;
  written_by: string | null;
}

export interface Tranches {
  amount: Numeric;
  cancelled_by: string | null;
  cancelled_on: string | null;
  cancelled_why: string | null;
  condition: string | null;
  created_at: Generated<Timestamp>;
  due_on: string;
  id: string;
  pledge_id: string;
  recorded_by: string | null;
  version: Generated<number>;
}

export interface Transactions {
  activity_id: string | null;
  created_at: Generated<Timestamp>;
  currency: string;
  description: string | null;
  excess_explanation: string | null;
  id: string;
  missing: Generated<Json>;
  pledge_id: string | null;
  provider_activity: string | null;
  provider_name: string | null;
  provider_organisation_id: string | null;
  receiver_activity: string | null;
  receiver_country_iso2: string | null;
  receiver_name: string | null;
  receiver_organisation_id: string | null;
  recorded_by: string | null;
  reference: string | null;
  reversal_of: string | null;
  source_key: string | null;
  source_name: string | null;
  tranche_id: string | null;
  transaction_on: string;
  type_code: string | null;
  value: Numeric;
  value_on: string;
  verification: Generated<string>;
}

export interface TransactionValues {
  activity_id: string | null;
  currency: string | null;
  pledge_id: string | null;
  rate_basis: string | null;
  rate_on: string | null;
  rate_source: string | null;
  transaction_id: string | null;
  type_code: string | null;
  units_per_usd: Numeric | null;
  value: Numeric | null;
  value_usd: Numeric | null;
}

export interface TransactionVerifications {
  id: string;
  method: string;
  note: string;
  pledge_verification_id: string | null;
  rung: string;
  transaction_id: string;
  verified_at: Timestamp;
  verified_by: string | null;
}

export interface Verifications {
  goal_id: string | null;
  id: string;
  method: string;
  note: string | null;
  progress_update_id: string;
  rung: string;
  update_version: number;
  verified_at: Timestamp;
  verified_by: string | null;
}

export interface Votes {
  decision_id: string;
  entered_by: string | null;
  person_id: string;
  seat_id: string;
  vote: string;
  words: string | null;
}

export interface WorkingGroupDimensions {
  ended_on: string | null;
  id: string;
  key: string;
  position: number;
  version: Generated<number>;
  working_group_id: string;
}

export interface WorkingGroupDimensionTexts {
  dimension_id: string;
  language: string;
  name: string;
}

export interface WorkingGroupMinimums {
  constituency: string;
  seats: number;
  version: number;
  working_group_id: string;
}

export interface WorkingGroupNodes {
  node_id: string;
  working_group_id: string;
}

export interface WorkingGroups {
  coalition_id: string;
  created_at: Generated<Timestamp>;
  ended_on: string | null;
  ends_on: string | null;
  id: string;
  kind: string;
  ref: string;
  short_key: string | null;
  starts_on: string | null;
  status: Generated<string>;
  version: Generated<number>;
  visibility: Generated<string>;
}

export interface WorkingGroupSteps {
  heir_id: string | null;
  reason: string | null;
  status: string;
  taken_at: Timestamp;
  taken_by: string | null;
  taken_on: string;
  working_group_id: string;
}

export interface WorkingGroupTerms {
  cadence: string;
  correction_days: number;
  decision_rule: string;
  from_on: string;
  notice_days: number;
  quorum_share: Numeric;
  version: number;
  working_group_id: string;
  written_at: Timestamp;
  written_by: string | null;
}

export interface WorkingGroupTermTexts {
  language: string;
  note: string | null;
  text: string | null;
  version: number;
  working_group_id: string;
}

export interface WorkingGroupTexts {
  language: string;
  mandate: string | null;
  name: string;
  tokens: Generated<string[] | null>;
  working_group_id: string;
}

export interface DB {
  action_items: ActionItems;
  action_reminders: ActionReminders;
  activities: Activities;
  activity_budgets: ActivityBudgets;
  activity_countries: ActivityCountries;
  activity_participants: ActivityParticipants;
  activity_texts: ActivityTexts;
  address_changes: AddressChanges;
  adherences: Adherences;
  affiliations: Affiliations;
  agenda_items: AgendaItems;
  agenda_notes: AgendaNotes;
  agenda_papers: AgendaPapers;
  agenda_proposals: AgendaProposals;
  amendments: Amendments;
  application_acts: ApplicationActs;
  attendances: Attendances;
  audit_log: AuditLog;
  audit_seals: AuditSeals;
  ballot_seats: BallotSeats;
  ballot_votes: BallotVotes;
  ballots: Ballots;
  benchmarks: Benchmarks;
  budget_line_values: BudgetLineValues;
  budget_lines: BudgetLines;
  calendar_feeds: CalendarFeeds;
  coalition_texts: CoalitionTexts;
  coalition_versions: CoalitionVersions;
  coalitions: Coalitions;
  comment_addresses: CommentAddresses;
  commitment_beneficiaries: CommitmentBeneficiaries;
  commitment_countries: CommitmentCountries;
  commitment_nodes: CommitmentNodes;
  commitment_nudges: CommitmentNudges;
  commitment_partners: CommitmentPartners;
  commitment_tags: CommitmentTags;
  commitment_texts: CommitmentTexts;
  commitments: Commitments;
  confirmed_partners: ConfirmedPartners;
  consultation_clauses: ConsultationClauses;
  consultation_comments: ConsultationComments;
  consultations: Consultations;
  contests: Contests;
  countries: Countries;
  country_group_periods: CountryGroupPeriods;
  country_group_texts: CountryGroupTexts;
  country_groups: CountryGroups;
  country_texts: CountryTexts;
  coverage_cells: CoverageCells;
  coverage_changes: CoverageChanges;
  coverage_facts: CoverageFacts;
  credentials: Credentials;
  currencies: Currencies;
  cycle_exceptions: CycleExceptions;
  cycle_extensions: CycleExtensions;
  cycle_nudges: CycleNudges;
  cycles: Cycles;
  data_gaps: DataGaps;
  decisions: Decisions;
  digests: Digests;
  endorsement_reservations: EndorsementReservations;
  endorsements: Endorsements;
  evidence: Evidence;
  exchange_rates: ExchangeRates;
  files: Files;
  financing_cells: FinancingCells;
  financing_changes: FinancingChanges;
  financing_currencies: FinancingCurrencies;
  financing_entries: FinancingEntries;
  financing_facts: FinancingFacts;
  financing_givers: FinancingGivers;
  fiscal_years: FiscalYears;
  follow_rhythms: FollowRhythms;
  follows: Follows;
  form_submissions: FormSubmissions;
  framework_node_texts: FrameworkNodeTexts;
  framework_nodes: FrameworkNodes;
  framework_texts: FrameworkTexts;
  framework_versions: FrameworkVersions;
  frameworks: Frameworks;
  funding_link_effects: FundingLinkEffects;
  funding_link_objections: FundingLinkObjections;
  funding_links: FundingLinks;
  goal_values: GoalValues;
  goals: Goals;
  handovers: Handovers;
  import_errors: ImportErrors;
  import_questions: ImportQuestions;
  import_sources: ImportSources;
  imports: Imports;
  indicator_figures: IndicatorFigures;
  indicator_texts: IndicatorTexts;
  indicator_values: IndicatorValues;
  indicators: Indicators;
  installation: Installation;
  instrument_texts: InstrumentTexts;
  instruments: Instruments;
  jobs: Jobs;
  kept_forms: KeptForms;
  letter_refusals: LetterRefusals;
  login_sessions: LoginSessions;
  meeting_registrations: MeetingRegistrations;
  meeting_texts: MeetingTexts;
  meetings: Meetings;
  membership_applications: MembershipApplications;
  membership_suspensions: MembershipSuspensions;
  memberships: Memberships;
  milestones: Milestones;
  minutes_amendments: MinutesAmendments;
  minutes_authors: MinutesAuthors;
  minutes_errata: MinutesErrata;
  minutes_names: MinutesNames;
  minutes_passages: MinutesPassages;
  minutes_seals: MinutesSeals;
  node_mappings: NodeMappings;
  offer_countries: OfferCountries;
  offer_nodes: OfferNodes;
  offer_texts: OfferTexts;
  offers: Offers;
  one_time_links: OneTimeLinks;
  organisation_duplicates: OrganisationDuplicates;
  organisation_identifiers: OrganisationIdentifiers;
  organisation_names: OrganisationNames;
  organisation_pairs: OrganisationPairs;
  organisations: Organisations;
  outbox_mails: OutboxMails;
  outcome_authors: OutcomeAuthors;
  outcome_comments: OutcomeComments;
  outcome_outputs: OutcomeOutputs;
  outcome_reports: OutcomeReports;
  outcome_rows: OutcomeRows;
  outcome_texts: OutcomeTexts;
  people: People;
  person_mails: PersonMails;
  platform_editions: PlatformEditions;
  platform_texts: PlatformTexts;
  platforms: Platforms;
  pledge_markers: PledgeMarkers;
  pledge_recipients: PledgeRecipients;
  pledge_sectors: PledgeSectors;
  pledge_values: PledgeValues;
  pledge_verifications: PledgeVerifications;
  pledges: Pledges;
  progress_updates: ProgressUpdates;
  rate_limits: RateLimits;
  recommendation_addressees: RecommendationAddressees;
  recommendation_decisions: RecommendationDecisions;
  recommendation_nodes: RecommendationNodes;
  recommendation_responses: RecommendationResponses;
  recommendation_takeaways: RecommendationTakeaways;
  recommendation_versions: RecommendationVersions;
  recommendations: Recommendations;
  reconciliation_acts: ReconciliationActs;
  reconciliations: Reconciliations;
  ref_counters: RefCounters;
  region_texts: RegionTexts;
  regions: Regions;
  remarks: Remarks;
  report_approvals: ReportApprovals;
  report_errata: ReportErrata;
  report_figure_records: ReportFigureRecords;
  report_figures: ReportFigures;
  report_files: ReportFiles;
  report_replies: ReportReplies;
  report_section_comments: ReportSectionComments;
  report_section_texts: ReportSectionTexts;
  report_section_versions: ReportSectionVersions;
  report_sections: ReportSections;
  report_texts: ReportTexts;
  reports: Reports;
  roles: Roles;
  safeguards: Safeguards;
  saved_views: SavedViews;
  seats: Seats;
  session_guests: SessionGuests;
  session_invitations: SessionInvitations;
  session_links: SessionLinks;
  session_minimums: SessionMinimums;
  session_minutes: SessionMinutes;
  session_presences: SessionPresences;
  session_seats: SessionSeats;
  sessions: Sessions;
  snapshot_changes: SnapshotChanges;
  snapshot_rows: SnapshotRows;
  snapshots: Snapshots;
  support_request_beneficiaries: SupportRequestBeneficiaries;
  support_request_nodes: SupportRequestNodes;
  support_request_texts: SupportRequestTexts;
  support_requests: SupportRequests;
  takeaway_nodes: TakeawayNodes;
  takeaways: Takeaways;
  teacher_involvements: TeacherInvolvements;
  tranches: Tranches;
  transaction_values: TransactionValues;
  transaction_verifications: TransactionVerifications;
  transactions: Transactions;
  verifications: Verifications;
  votes: Votes;
  working_group_dimension_texts: WorkingGroupDimensionTexts;
  working_group_dimensions: WorkingGroupDimensions;
  working_group_minimums: WorkingGroupMinimums;
  working_group_nodes: WorkingGroupNodes;
  working_group_steps: WorkingGroupSteps;
  working_group_term_texts: WorkingGroupTermTexts;
  working_group_terms: WorkingGroupTerms;
  working_group_texts: WorkingGroupTexts;
  working_groups: WorkingGroups;
}
