import type { ImportKind, TypedRow } from './model';

/** A decimal exactly as published: `-?digits[.digits]`, at most 18 digits before and 6 after the point unless said otherwise. */
export type Decimal = string;
/** A calendar date `YYYY-MM-DD`. */
export type PlainDate = string;

/** The words of a commitment in one language (BCP 47); `action` is the promise in full, as published. */
export interface CommitmentText {
  readonly language: string;
  readonly title: string;
  readonly action: string | null;
}
/** What a person decides about a row that was taken. `said` is what the source says. */
export interface CommitmentDoubt { readonly code: 'shares' | 'dates'; readonly said: string }

export interface CommitmentRow extends TypedRow, CommitmentText {
  /** Who leads: a country, or the organisation that publishes it. */
  readonly country_iso2: string | null;
  readonly organisation: PublishingOrganisation | null;
  /** The title is none of the source's, which has none: the first sentence of its text, or its beginning cut at a word. */
  readonly title_derived: boolean;
  /** The same in other languages. */
  readonly texts: readonly CommitmentText[];
  readonly countries: readonly { readonly country_iso2: string; readonly share: Decimal | null }[];
  readonly starts_on: PlainDate | null;
  readonly ends_on: PlainDate | null;
  readonly action_lines: readonly string[];
  /** Tags that stand for no action line: a person decides. */
  readonly unmapped_tags: readonly string[];
  readonly doubts: readonly CommitmentDoubt[];
  /** What the source says beyond that, as it says it. */
  readonly said: Readonly<Record<string, unknown>>;
}

/** An organisation by the reference under which its own file has it; `identifier` where that is one (ME-1). */
export interface PublishingOrganisation {
  readonly ref: string;
  readonly name: string;
  readonly identifier: string | null;
}

/** `claim`: another row of the file carries the same identifier, so a person decides whose it is (ME-1). */
export interface IdentifierRow { readonly identifier: string; readonly claim: boolean }
/** An earlier row that may be the same organisation. `value` is the name or the identifier they have in common. */
export interface PossibleDuplicate { readonly row: number; readonly because: 'name' | 'identifier'; readonly value: string }

export interface MemberRow extends TypedRow {
  readonly name: string;
  readonly name_language: string | null;
  readonly type_code: string | null;
  readonly identifiers: readonly IdentifierRow[];
  /** References that identify nobody (channel codes, `N/A`), kept as the source wrote them. */
  readonly source_notes: readonly string[];
  readonly possible_duplicates: readonly PossibleDuplicate[];
}

/** `type_code` is IATI's DescriptionType, null for a title. */
export interface ActivityText { readonly language: string; readonly text: string }
export interface ActivityDescription extends ActivityText { readonly type_code: string | null }

export interface ActivityRow extends TypedRow {
  readonly iati_identifier: string;
  readonly reporting_name: string | null;
  readonly reporting_identifier: string | null;
  readonly reporting_type_code: string | null;
  readonly titles: readonly ActivityText[];
  readonly descriptions: readonly ActivityDescription[];
  readonly status_code: string | null;
  readonly starts_planned_on: PlainDate | null;
  readonly starts_on: PlainDate | null;
  readonly ends_planned_on: PlainDate | null;
  readonly ends_on: PlainDate | null;
  readonly scope_code: string | null;
  readonly countries: readonly { readonly country_iso2: string; readonly share: Decimal | null }[];
  readonly region_code: string | null;
  readonly region_vocabulary: string | null;
  readonly region_name: string | null;
  readonly collaboration_type: string | null;
  readonly default_flow_type: string | null;
  readonly default_finance_type: string | null;
  readonly default_tied_status: string | null;
  readonly default_currency: string | null;
  readonly default_aid_type: string | null;
  readonly website: string | null;
}

export interface ParticipantRow extends TypedRow {
  readonly iati_identifier: string;
  readonly name: string | null;
  /** Scheme-prefixed references only. */
  readonly identifier: string | null;
  /** A reference that identifies nobody, as the source wrote it. */
  readonly source_note: string | null;
  readonly type_code: string | null;
  readonly role_code: string | null;
}

export interface BudgetRow extends TypedRow {
  readonly iati_identifier: string;
  readonly type_code: string | null;
  readonly status_code: string | null;
  readonly period_start_on: PlainDate;
  readonly period_end_on: PlainDate;
  readonly value: Decimal;
  readonly currency: string;
  readonly value_on: PlainDate | null;
}

/** `vocabulary` is IATI's AidTypeVocabulary. */
export interface AidType { readonly code: string; readonly vocabulary: string }

export interface TransactionRow extends TypedRow {
  readonly iati_identifier: string;
  readonly reference: string | null;
  readonly humanitarian: boolean | null;
  readonly type_code: string;
  readonly transaction_on: PlainDate;
  readonly value: Decimal;
  readonly currency: string;
  readonly value_on: PlainDate | null;
  readonly description: string | null;
  readonly provider_name: string | null;
  readonly provider_identifier: string | null;
  readonly provider_source_note: string | null;
  readonly provider_type_code: string | null;
  readonly provider_activity: string | null;
  readonly receiver_name: string | null;
  readonly receiver_identifier: string | null;
  readonly receiver_activity: string | null;
  readonly aid_types: readonly AidType[];
  /** What the source says its value is in US dollars: kept beside our own conversion (FI-6), never in its place. */
  readonly published_usd: Decimal | null;
}

/** What an activity file holds, in the order of the file: each element that is counted is a row of its own. */
export type IatiFileRow =
  | (ActivityRow & { readonly part: 'activities'; readonly said: Readonly<Record<string, unknown>> })
  | (ParticipantRow & { readonly part: 'participating-orgs' })
  | (BudgetRow & { readonly part: 'budgets' })
  | (TransactionRow & { readonly part: 'transactions' });
export type IatiPart = IatiFileRow['part'];

/** Who gives or receives, as far as a name says it: a country by its code, else an organisation by its name and what the source calls its type. */
export type FlowParty = { readonly country: string } | { readonly organisation: string; readonly type: string | null };

/** A flow of money as a tracking service tells it. */
export interface FlowRow extends TypedRow {
  /** What the service calls it. */
  readonly flow: string;
  readonly stage: 'pledge' | 'commitment' | 'paid';
  readonly kind: 'cash' | 'in_kind';
  readonly title: string;
  readonly description: string | null;
  readonly reference: string | null;
  readonly amount: Decimal;
  readonly currency: string;
  /** What the source says it is in US dollars, and at which rate: kept beside our own conversion (FI-6), never in its place. */
  readonly published_usd: Decimal;
  readonly published_rate: Decimal | null;
  readonly announced_on: PlainDate;
  readonly starts_on: PlainDate | null;
  readonly ends_on: PlainDate | null;
  readonly provider: FlowParty;
  readonly receiver: FlowParty | null;
  /** At most one: several share it in a way that is nowhere said. */
  readonly countries: readonly string[];
  /** `incoming`, or `internal` for what passes on money that came in. */
  readonly boundary: string | null;
  readonly said: Readonly<Record<string, string>>;
}

export interface RateRow extends TypedRow {
  readonly currency: string;
  readonly rate_on: PlainDate;
  /** Units of the currency per 1 USD, every digit as published. */
  readonly units_per_usd: Decimal;
  readonly period: 'day' | 'month' | 'year';
  readonly source: string | null;
  /** The source's code of the country or union whose rate this is. */
  readonly issuer: string | null;
}

/** A value of an indicator; null where the source publishes none, which `missing` says. */
export interface IndicatorRow extends TypedRow {
  readonly country_iso2: string;
  readonly indicator_code: string;
  readonly disaggregation: 'total';
  readonly year: number;
  readonly value: Decimal | null;
  /** What the value was taken from, in the source's words. */
  readonly source: string | null;
  readonly footnote: string | null;
}

/** A party of a text: a country, or the name of an organisation of which countries are members. */
export interface EndorsementImportRow extends TypedRow {
  readonly country_iso2: string | null;
  readonly organisation: string | null;
  readonly endorsed_on: PlainDate | null;
  /** How the party confirmed its signature, as the source calls it. */
  readonly confirmation: string | null;
  readonly confirmed_on: PlainDate | null;
}

/** A clause of a text, and the one that it stands under. */
export interface ClauseImportRow extends TypedRow {
  readonly code: string;
  readonly title: string;
  readonly language: 'en';
  readonly parent: { readonly code: string; readonly title: string };
}

/** A meeting of a programme, by the wall clock of the place: the zone is nowhere said. */
export interface MeetingRow extends TypedRow {
  readonly title: string;
  /** `2018-12-03T15:00`. */
  readonly starts: string;
  readonly ends: string | null;
  readonly place: string | null;
  /** Of several that run side by side. */
  readonly track: string | null;
  readonly description: string | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  /** Where the programme was published, as it says itself. */
  readonly source: string | null;
}

/** A row of one of our own files that has come back: compared with what stands here, cell by cell. */
export interface ReturnedRow extends TypedRow {
  readonly cells: Readonly<Record<string, string | null>>;
}

export interface RowOf {
  'commitment-list': ReturnedRow;
  'commitment-goals': ReturnedRow;
  'commitment-texts': ReturnedRow;
  commitments: CommitmentRow;
  members: MemberRow;
  activities: ActivityRow;
  'participating-orgs': ParticipantRow;
  budgets: BudgetRow;
  transactions: TransactionRow;
  rates: RateRow;
  indicators: IndicatorRow;
  endorsements: EndorsementImportRow;
  framework: ClauseImportRow;
  'iati-file': IatiFileRow;
  pledges: FlowRow;
  sessions: MeetingRow;
}
/** Kinds that some supported shape gives. */
export type ReadableKind = keyof RowOf & ImportKind;
