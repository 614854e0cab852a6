import { permit } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import { takeCommitmentsIn, type IncomingCommitment } from '#app/commitments/imports/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import type { SheetName } from '#app/commitments/sheets/columns';
import { takeSheetIn } from '#app/commitments/sheets/operations.server';
import { takeRatesIn } from '#app/financing/rates/operations.server';
import { ratePolicy, rateTable } from '#app/financing/rates/policy';
import { takeValuesIn, type IncomingValue } from '#app/countries/indicators/intake.server';
import { indicatorPolicy } from '#app/countries/indicators/policy';
import { takeOrganisationsIn, type IncomingOrganisation } from '#app/members/organisations/intake.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { takeEndorsementsIn } from '#app/frameworks/endorsements/intake.server';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { frameworkPolicy } from '#app/frameworks/policy';
import { takeClausesIn } from '#app/frameworks/versions/intake.server';
import type { Tx } from '#app/platform/database.server';
import type { Outcomes } from '#app/records/sources/model';
import { identityOf } from './identity';
import { takeFlows } from './flows.server';
import type { RowError } from './model';
import { takeMeetings } from './programme.server';
import { takeIatiFile, takeTable } from './published.server';
import type { ClauseImportRow, CommitmentRow, EndorsementImportRow, IndicatorRow, MemberRow, PublishingOrganisation, RateRow, ReturnedRow } from './rows';
import type { AnyContents, TextName } from './shapes/shape';
import { firsts, keyed, plain, portal, settled, type Destination, type Intake, type TakenRow } from './taken';

/** Hands the rows of a file to the domain that keeps such records. Rows that repeat an earlier one change nothing and stay here. */
export async function takeIn(tx: Tx, occasion: Occasion, to: Destination, contents: AnyContents): Promise<Intake> {
  if (contents.kind === 'commitments') return takeCommitments(tx, occasion, to, firsts(contents.rows));
  if (contents.kind === 'commitment-list') return takeReturned(tx, occasion, to, 'commitments', firsts(contents.rows));
  if (contents.kind === 'commitment-goals') return takeReturned(tx, occasion, to, 'goals', firsts(contents.rows));
  if (contents.kind === 'commitment-texts') return takeReturned(tx, occasion, to, 'texts', firsts(contents.rows));
  if (contents.kind === 'members') return takeMembers(tx, occasion, to, firsts(contents.rows));
  if (contents.kind === 'rates') return takeRates(tx, occasion, to, firsts(contents.rows));
  if (contents.kind === 'indicators') return takeIndicators(tx, occasion, to, firsts(contents.rows));
  if (contents.kind === 'framework') return takeClauses(tx, occasion, to, textOf(contents), firsts(contents.rows));
  if (contents.kind === 'endorsements') return takeEndorsements(tx, occasion, to, textOf(contents), firsts(contents.rows));
  if (contents.kind === 'sessions') return takeMeetings(tx, occasion, to, firsts(contents.rows));
  if (contents.kind === 'pledges') return takeFlows(tx, occasion, to, firsts(contents.rows));
  if (contents.kind === 'iati-file') return takeIatiFile(tx, occasion, to, contents.rows);
  if (contents.kind === 'activities') return takeTable(tx, occasion, to, { activities: contents.rows });
  if (contents.kind === 'participating-orgs') return takeTable(tx, occasion, to, { 'participating-orgs': contents.rows });
  if (contents.kind === 'budgets') return takeTable(tx, occasion, to, { budgets: contents.rows });
  return takeTable(tx, occasion, to, { transactions: contents.rows });
}

const textOf = ({ kind, text }: AnyContents): TextName => {
  if (text === undefined) throw new Error(`rows of ${kind} belong to a text`);
  return text;
};

async function takeClauses(tx: Tx, occasion: Occasion, to: Destination, text: TextName, rows: readonly ClauseImportRow[]): Promise<Intake> {
  const granted = permit(frameworkPolicy.import, portal, { code: text.code });
  return settled(rows, await takeClausesIn(tx, granted, occasion, to, text, rows.map((row) => keyed(row))));
}

/** A party that is no country is an organisation: one that no source of this portal has named yet is registered, as from any other file. */
async function takeEndorsements(tx: Tx, occasion: Occasion, to: Destination, text: TextName, rows: readonly EndorsementImportRow[]): Promise<Intake> {
  const organisations = rows.flatMap(({ key, hash, organisation }) => (organisation === null ? [] : [{
    source_key: `organisation/${key}`, content_hash: hash, name: organisation, type_code: null, type_missing: 'not-in-file', identifiers: [], notes: [], duplicates: [],
  }]));
  const named = await takeOrganisationsIn(tx, permit(organisationPolicy.register, portal, { register: true }), occasion, to, organisations);
  const run = await tx.selectFrom('imports').select(['started_by', 'file_id']).where('id', '=', to.importId).executeTakeFirst();
  const granted = permit(endorsementPolicy.import, portal, { framework: text.code });
  return settled(rows, await takeEndorsementsIn(tx, granted, occasion, to, { text, recorded_by: run?.started_by ?? null, document_id: run?.file_id ?? null }, rows.map((row) => {
    const { organisation, missing, ...said } = keyed(row);
    const endorsed_on_missing = said.endorsed_on === null ? (missing['endorsed_on']?.reason ?? 'not-stated') : null;
    return { ...said, organisation_id: organisation === null ? null : (named.get(`organisation/${row.key}`)?.id ?? null), endorsed_on_missing };
  })));
}

async function takeCommitments(tx: Tx, occasion: Occasion, to: Destination, rows: readonly CommitmentRow[]): Promise<Intake> {
  if (to.coalition === null) throw new Error('commitments belong to a coalition');
  const granted = permit(commitmentPolicy.import, portal, { coalition_id: to.coalition });
  const publishers = publishersOf(rows);
  const leads: Outcomes = publishers.length === 0 ? new Map() : await takeOrganisationsIn(tx, permit(organisationPolicy.register, portal, { register: true }), occasion, to, publishers);
  return settled(rows, await takeCommitmentsIn(tx, granted, occasion, to, rows.map((row) => commitment(row, row.organisation === null ? null : (leads.get(publisherKey(row.organisation))?.id ?? null)))));
}

/** Who publishes its own commitments, each once: an organisation that no source of this portal has named yet is registered, as from any other file. */
function publishersOf(rows: readonly CommitmentRow[]): IncomingOrganisation[] {
  const named = new Map(rows.flatMap(({ organisation }) => (organisation === null ? [] : [[publisherKey(organisation), organisation] as const])));
  return [...named].map(([source_key, { ref, name, identifier }]) => ({
    source_key, content_hash: identityOf(ref, name), name, type_code: null, type_missing: 'not-in-file',
    identifiers: identifier === null ? [] : [{ identifier, claim: false }], notes: identifier === null ? [ref] : [], duplicates: [],
  }));
}
const publisherKey = ({ ref }: PublishingOrganisation): string => `organisation/${ref}`;

/** Our own files: what they say is compared with what stands here, and written by whoever brings them, as in the forms. */
async function takeReturned(tx: Tx, occasion: Occasion, to: Destination, sheet: SheetName, rows: readonly ReturnedRow[]): Promise<Intake> {
  const { outcomes, errors } = await takeSheetIn({ tx, occasion, actor: to.by.actor, rule: to.by.rule }, sheet, rows);
  const byRow = new Map(rows.map((row) => [row.row, row]));
  return plain({
    taken: outcomes.flatMap(({ row: at, outcome, id }) => { const row = byRow.get(at); return row === undefined ? [] : [{ row, outcome, id }]; }),
    errors: errors.map(({ row, column, problem }): RowError => ({ row, column, code: 'not-taken', values: { ...problem.values, why: problem.code } })),
  });
}

async function takeMembers(tx: Tx, occasion: Occasion, to: Destination, rows: readonly MemberRow[]): Promise<Intake> {
  return settled(rows, await takeOrganisationsIn(tx, permit(organisationPolicy.register, portal, { register: true }), occasion, to, organisations(rows)));
}

async function takeIndicators(tx: Tx, occasion: Occasion, to: Destination, rows: readonly IndicatorRow[]): Promise<Intake> {
  return settled(rows, await takeValuesIn(tx, permit(indicatorPolicy.import, portal, { source: to.source }), occasion, to, rows.map((row) => indicator(row, to.source))));
}

function commitment(row: CommitmentRow, lead_organisation_id: string | null): IncomingCommitment {
  const { key, hash, country_iso2, language, title, action, texts, countries, starts_on, ends_on, action_lines, unmapped_tags, doubts, said, missing } = row;
  const questions = [
    ...(unmapped_tags.length === 0 ? [] : [{ code: 'tags' as const, details: { tags: unmapped_tags } }]),
    ...doubts.map((doubt) => ({ code: doubt.code, details: { said: doubt.said } })),
  ];
  return {
    source_key: key, content_hash: hash, lead_country_iso2: country_iso2, lead_organisation_id, language, texts: [{ language, title, action }, ...texts], countries, starts_on, ends_on,
    nodes: action_lines, questions, notes: { ...said, missing },
  };
}

/** A value without a comment of its own comes from the file itself. */
function indicator({ missing, source, ...row }: IndicatorRow, file: string): IncomingValue {
  const { source_key, content_hash, country_iso2, indicator_code, disaggregation, year, value, footnote } = keyed({ ...row, missing });
  return { source_key, content_hash, country_iso2, indicator_code, disaggregation, year, value, footnote, missing_reason: value === null ? 'not_published' : null, source: source ?? file };
}

function organisations(rows: readonly MemberRow[]): IncomingOrganisation[] {
  const keys = new Map(rows.map((row) => [row.row, row.key]));
  const because = { name: 'same_name', identifier: 'same_identifier' } as const;
  return rows.map((row) => {
    const { reason, found } = row.missing['type_code'] ?? { reason: 'not-stated' };
    return {
      source_key: row.key, content_hash: row.hash, name: row.name, type_code: row.type_code,
      type_missing: row.type_code === null ? `${reason}${found === undefined ? '' : ` (${found})`}` : null,
      identifiers: row.identifiers, notes: row.source_notes,
      duplicates: row.possible_duplicates.flatMap((one) => {
        const of = keys.get(one.row);
        return of === undefined ? [] : [{ of, because: because[one.because], value: one.value }];
      }),
    };
  });
}

/** FI-6: a rate that is known already stays; a different one for the same day and source is an error, never a change. */
async function takeRates(tx: Tx, occasion: Occasion, to: Destination, rows: readonly RateRow[]): Promise<Intake> {
  const outcomes = await takeRatesIn(tx, permit(ratePolicy.import, portal, rateTable), occasion, rows.map((row) => ({
    currency: row.currency, rate_on: row.rate_on, units_per_usd: row.units_per_usd, period: row.period, source: row.source ?? to.source, issuer: row.issuer,
  })));
  const taken: TakenRow[] = [];
  const errors: RowError[] = [];
  for (const [at, row] of rows.entries()) {
    const found = outcomes[at];
    if (found === undefined) throw new Error(`Row ${row.row} came back without an outcome.`);
    if (found.outcome !== 'conflict') taken.push({ row, outcome: found.outcome, id: found.id });
    else errors.push({ row: row.row, column: 'Rate', code: 'rate-known', values: { currency: row.currency, date: row.rate_on, found: row.units_per_usd, known: found.known ?? '' } });
  }
  return plain({ taken, errors });
}
