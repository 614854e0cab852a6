import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import { compared, type Incoming, type Origin, type Outcomes } from '#app/records/sources/model';
import { askAbout, keepSources, knownRows } from '#app/records/sources/operations.server';
import type { ValueReason } from './model';
import type { indicatorPolicy } from './policy';

/** A value as a source publishes it. */
export interface IncomingValue extends Incoming {
  readonly country_iso2: string;
  readonly indicator_code: string;
  readonly disaggregation: string;
  readonly year: number;
  readonly value: string | null;
  readonly missing_reason: ValueReason | null;
  readonly source: string;
  readonly footnote: string | null;
}

const keyOf = (row: Pick<IncomingValue, 'country_iso2' | 'indicator_code' | 'disaggregation' | 'year'>): string => `${row.country_iso2} ${row.indicator_code} ${row.disaggregation} ${row.year}`;

/**
 * IN-5: takes the values of a file. What a person wrote or corrected here (a recorder, or a version that rose) stays as it is, and what the
 * source says now is put on the list for a person.
 */
export async function takeValuesIn(tx: Tx, granted: PermitFor<typeof indicatorPolicy.import>, occasion: Occasion, origin: Origin, rows: readonly IncomingValue[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const known = await knownRows(tx, origin.source, rows.map((row) => row.source_key));
  const there = await idsOf(tx, rows.filter((row) => !known.has(row.source_key)));
  const outcomes = compared(rows, known, (row) => there.get(keyOf(row)) ?? newId(), (row) => (there.has(keyOf(row)) ? 'changed' : 'new'));
  const touched = rows.flatMap((row) => {
    const found = outcomes.get(row.source_key);
    return found === undefined || found.outcome === 'unchanged' ? [] : [{ ...row, id: found.id }];
  });
  for (const part of chunks(touched)) await writeValues(tx, occasion, origin, part);
  await keepSources(tx, origin, 'indicator_values', touched.map(({ source_key, content_hash, id }) => ({ source_key, content_hash, record_id: id })));
  return outcomes;
}

/** Values that stand here already, by what they are about. */
async function idsOf(tx: Tx, rows: readonly IncomingValue[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const part of chunks(rows.map(({ country_iso2, indicator_code, disaggregation, year }) => ({ country_iso2, indicator_code, disaggregation, year })))) {
    const { rows: there } = await sql<{ id: string; country_iso2: string; indicator_code: string; disaggregation: string; year: number }>`
      select v.id, v.country_iso2, v.indicator_code, v.disaggregation, v.year
      from indicator_values v join jsonb_to_recordset(${recordset(part)}) as x (country_iso2 text, indicator_code text, disaggregation text, year integer)
        using (country_iso2, indicator_code, disaggregation, year)`.execute(tx);
    for (const row of there) found.set(keyOf(row), row.id);
  }
  return found;
}

async function writeValues(tx: Tx, occasion: Occasion, origin: Origin, rows: readonly (IncomingValue & { readonly id: string })[]): Promise<void> {
  const written = await sql<{ id: string }>`
    insert into indicator_values as v (id, country_iso2, indicator_code, disaggregation, year, value, missing, source, footnote, created_at)
    select x.id, x.country_iso2, x.indicator_code, x.disaggregation, x.year, x.value, x.missing_reason, x.source, x.footnote, ${occasion.now}
    from jsonb_to_recordset(${recordset(rows)}) as x (id uuid, country_iso2 text, indicator_code text, disaggregation text, year integer, value numeric, missing_reason text, source text, footnote text)
    on conflict on constraint indicator_values_key do update set value = excluded.value, missing = excluded.missing, missing_note = null, source = excluded.source, footnote = excluded.footnote
      where v.version = 1 and v.recorded_by is null
    returning v.id`.execute(tx);
  const taken = new Set(written.rows.map(({ id }) => id));
  await askAbout(tx, origin, 'indicator_values', rows.filter(({ id }) => !taken.has(id)).map(({ id, content_hash }) => ({ record_id: id, code: 'edited', details: { hash: content_hash } })));
}
