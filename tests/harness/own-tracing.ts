import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type postgres from 'postgres';
import type { Language } from '#app/languages/language';
import { weightsOf } from '#app/reporting/figures/computing.server';
import type { FigureKey } from '#app/reporting/figures/model';
import { countsOf, rounded, tracesOf, type Row, type Traces } from './tracing';

/** Whom an own report is about, as its address says it. */
export interface Subject {
  readonly kind: 'country' | 'member';
  readonly code: string;
}

interface Facts {
  readonly lead?: string;
  readonly countries?: readonly string[];
  readonly partners?: readonly string[];
  readonly standing?: string;
  readonly principles?: readonly string[];
  readonly update?: { readonly id: string } | null;
  readonly provider?: string;
  readonly party?: string;
  readonly kind?: string;
  readonly amount_usd?: string | null;
  readonly recipients?: Readonly<Record<string, string>>;
  readonly member_recipients?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly value_usd?: string | null;
  readonly verification?: string;
}
type Frozen = Omit<Row, 'facts'> & { readonly facts: Row['facts'] & Facts };

const compiler = new Kysely({ dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler() } });
const listed = (count: number) => [String(count), String(Math.min(50, count))];

/** What may stand in the own report of a country or a member: its records counted again one by one, the weights that the figures of money have times its share, and what is quoted of its rows. */
export async function ownTracesOf(sql: postgres.Sql, ref: string, language: Language, subject: Subject): Promise<Traces> {
  const traces = await tracesOf(sql, ref, language);
  const rowsUnder = (sha256: string) => sql<Frozen[]>`select r.kind, r.record_id, r.ref, r.facts from snapshot_rows r join snapshots s on s.id = r.snapshot_id where s.sha256 = ${sha256}`;
  const rows = await rowsUnder(traces.sha256);
  const against = traces.figures.find(({ difference }) => difference !== null)?.difference?.against.sha256;
  const [by, beside] = relationsOf(rows, subject);
  const mine = [...by, ...beside];
  const updates = rows.filter(({ kind, record_id }) => kind === 'update' && mine.some(({ facts }) => facts.update?.id === record_id));
  const asked = rows.filter(({ kind, record_id }) => kind === 'expected' && mine.some((one) => one.record_id === record_id));
  const money = await moneyOf(sql, traces, rows, subject);
  const endorsed = rows.filter(({ kind, facts }) => kind === 'endorsement' && facts.party === subject.code);
  const replies = await sql`select p.about, p.reply from report_replies p join reports r on r.id = p.report_id left join organisations o on o.id = p.organisation_id where r.ref = ${ref} and coalesce(p.country_iso2, o.ref) = ${subject.code}`;
  const said = [...mine, ...updates, ...money.pledges, ...endorsed].flatMap(({ facts }) => stringsIn(facts)).concat(replies.flatMap(stringsIn));
  const standings = [by, beside].flatMap((some) => [...countsOf(rows, (row) => some.some((one) => one.record_id === row.record_id)), String(some.length)]);
  return {
    ...traces, days: [...traces.days, ...said.filter((text) => /^\d{4}-\d{2}-\d{2}$/.test(text))],
    counted: [
      '0', String(traces.edition), ...standings, ...listed(mine.length), ...listed(asked.filter(({ facts }) => facts.expected === true && facts.reported !== true).length), ...money.counted,
      ...(against === undefined ? [] : movedOf(relationsOf(await rowsUnder(against), subject).flat(), mine)), ...numbersIn(said), ...mine.flatMap(({ facts }) => facts.principles ?? []).flatMap((code) => code.match(/\d+(?:\.\d+)*/g) ?? []), ...traces.chapters.map(({ position }) => String(position)),
    ],
    quoted: said.map((text) => text.trim()).filter((text) => /\d/.test(text) && /\p{L}/u.test(text)),
  };
}

/** The commitments that it leads, and those that are for it or with it. */
function relationsOf(rows: readonly Frozen[], { kind, code }: Subject): [Frozen[], Frozen[]] {
  const commitments = rows.filter((row) => row.kind === 'commitment');
  const by = commitments.filter(({ facts }) => facts.lead === code);
  return [by, commitments.filter((row) => !by.includes(row) && ((kind === 'country' ? row.facts.countries : row.facts.partners) ?? []).includes(code))];
}

function movedOf(before: readonly Frozen[], after: readonly Frozen[]): string[] {
  const standing = (rows: readonly Frozen[], id: string) => rows.find(({ record_id }) => record_id === id)?.facts.standing;
  const moved = [...new Set([...before, ...after].map(({ record_id }) => record_id))].filter((id) => standing(before, id) !== standing(after, id));
  return [String(before.length), String(after.length), ...listed(moved.length)];
}

const told: readonly (readonly [FigureKey, string])[] = [['ladder', 'pledged'], ['ladder', 'committed'], ['ladder', 'disbursed'], ['total_a', 'stands'], ['total_b', 'once'], ['total_c', 'confirmed']];

/** FI-7: each line by what its figure weighs of each record, times the share of the subject; how many pledges; what was paid of each. */
async function moneyOf(sql: postgres.Sql, { sha256 }: Traces, rows: readonly Frozen[], { kind, code }: Subject): Promise<{ pledges: Frozen[]; counted: string[] }> {
  const [snapshot] = await sql`select id from snapshots where sha256 = ${sha256}`;
  const shares = {
    given: (row: Frozen) => (row.facts.provider === code ? 100 : 0),
    received: (row: Frozen) => Number((kind === 'country' ? row.facts.recipients : row.facts.member_recipients)?.[code] ?? 0),
  };
  const all = rows.filter((row) => row.kind === 'pledge');
  const counted: string[] = [];
  const concerned: Frozen[] = [];
  for (const shareOf of Object.values(shares)) {
    const pledges = all.filter((row) => shareOf(row) > 0);
    const cash = pledges.filter(({ facts }) => facts.kind === 'cash');
    concerned.push(...pledges);
    const converted = cash.filter(({ facts }) => (facts.amount_usd ?? null) !== null).length;
    counted.push(...[cash.length, converted, cash.length - converted, pledges.length - cash.length].map(String), ...[...new Set(cash.map(({ facts }) => facts.verification))].map((rung) => String(cash.filter(({ facts }) => facts.verification === rung).length)), ...pledges.flatMap((row) => [rounded(shareOf(row), 4), ...paidOf(rows, row)]));
    for (const [key, part] of told) {
      const { sql: text, parameters } = weightsOf(key, snapshot?.['id'] as string).compile(compiler);
      const weights = await sql.unsafe<{ kind: string; record_id: string; part: string; value: string }[]>(text, [...parameters] as never[]);
      const pledgeOf = (weight: { kind: string; record_id: string }) => (weight.kind === 'pledge' ? pledges.find(({ record_id }) => record_id === weight.record_id) : pledges.find(({ ref }) => rows.some((row) => row.kind === 'transaction' && row.record_id === weight.record_id && row.ref === ref)));
      const sum = weights.filter((weight) => weight.part === part).reduce((whole, weight) => { const pledge = pledgeOf(weight); return pledge === undefined ? whole : whole + (Number(weight.value) * shareOf(pledge)) / 100; }, 0);
      counted.push(...[0, 2, 6].map((decimals) => rounded(sum.toFixed(6), decimals)));
    }
  }
  return { pledges: concerned, counted: [...counted, ...listed(concerned.length)] };
}

/** What was paid of a pledge in US dollars. */
function paidOf(rows: readonly Frozen[], pledge: Frozen): string[] {
  const paid = rows.filter(({ kind, ref, facts }) => kind === 'transaction' && ref === pledge.ref && facts.type === '3').reduce((sum, { facts }) => sum + Number(facts.value_usd ?? 0), 0);
  return numbersIn([paid.toFixed(6)]);
}

/** Every text that stands anywhere in what was frozen. */
const stringsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'number' ? [String(value)] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []);
const numbersIn = (texts: readonly string[]): string[] => texts.filter((text) => /^-?\d+(?:\.\d+)?$/.test(text)).flatMap((text) => [0, 2, 4, 6].map((decimals) => rounded(text.replace('-', ''), decimals))
  .concat([1e3, 1e6, 1e9].flatMap((unit) => [3, 4].map((digits) => new Intl.NumberFormat('en', { maximumSignificantDigits: digits, useGrouping: false }).format(Number(text) / unit)))));
