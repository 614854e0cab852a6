import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { plus } from '#app/financing/money/model';
import { database } from '#app/platform/database.server';
import { computeNarrowed } from '#app/reporting/figures/narrowed/computing.server';
import { differingNarrowed } from '#app/reporting/figures/narrowed/check.server';
import { asOfNow, frozenIn } from '#app/reporting/figures/narrowed/source.server';
import { storeNarrowed } from '#app/reporting/figures/narrowed/storing.server';
import type { FigureKey } from '#app/reporting/figures/model';
import { figuresOf, listFigureRecords } from '#app/reporting/figures/queries.server';
import { isFigureName, nameOf, narrowable, namedFigure, subjectKinds, type Subject } from '#app/reporting/figures/subjects';
import { publicationGaps } from '#app/reporting/reports/publication.server';
import { findFrozen } from '#app/reporting/snapshots/comparison.server';
import { desk, valueOf } from './accounts-world';
import { pledgeAs, rates, record, terms } from './financing-world';
import { codesOf, freeze, openReporting, planned, published, reported, reportOf, sectionsOf, write, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let owner: postgres.Sql;
let ref: string;
let snapshot: string;
let members: Subject[];
const country = (code: string): Subject => ({ kind: 'country', ref: code });
const all = async (key: FigureKey, subjects: readonly Subject[]) => computeNarrowed(database(), frozenIn(snapshot), key, subjects);
const kept = async () => figuresOf((await reportOf(ref)).id);
const figure = async (name: string) => (await kept()).find((one) => one.name === name);

beforeAll(async () => {
  world = await openReporting();
  owner = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined });
  await rates([{ currency: 'KES', rate_on: '2026-01-15', units_per_usd: '100' }]);
  const [first = ''] = [await published(world), await published(world, { form: { countries: [{ country_iso2: 'KE', share: '40' }, { country_iso2: 'UG', share: '60' }] } }), await published(world, { form: { countries: [{ country_iso2: 'UG', share: null }] } })];
  valueOf(await reported(world, first, '20'));
  const give = async (provider_organisation_id: string, amount: string, recipients: { country_iso2: string; share: string }[]) =>
    valueOf(await pledgeAs(await desk(), { coalition_id: world.coalition, provider_organisation_id, provider_country_iso2: null, commitment_id: null }, terms({ amount, recipients: recipients.map(({ country_iso2, share }) => ({ party: { country_iso2, organisation_id: null }, share })) }), world.now)).id;
  const shared = await give(world.organisation, '1000', [{ country_iso2: 'KE', share: '30' }, { country_iso2: 'UG', share: '70' }]);
  await give(world.other, '250.5', [{ country_iso2: 'KE', share: '100' }]);
  valueOf(await record(shared, '2', '400'));
  valueOf(await record(shared, '3', '100.01'));
  members = (await database().selectFrom('organisations').select('ref').orderBy('ref').execute()).map((one) => ({ kind: 'member' as const, ref: one.ref }));
  ref = (await planned(world)).ref;
  valueOf(await write(world, ref, 1, 'Kenya.\n\n{{figure:standing-country-KE}}\n\n{{figure:ladder-country-KE}}\n\n{{figure:groups-country-UG}}'));
  valueOf(await freeze(world, ref));
  snapshot = (await database().selectFrom('snapshots').select('id').where('report_id', '=', (await reportOf(ref)).id).executeTakeFirstOrThrow()).id;
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

describe('the name of a narrowed figure', () => {
  it('is spelled one way, and read back', () => {
    expect(nameOf('ladder', country('KE'))).toBe('ladder-country-KE');
    expect(namedFigure('work-group-WG-3')).toEqual({ key: 'work', subject: { kind: 'group', ref: 'WG-3' } });
    expect(namedFigure('ladder')).toEqual({ key: 'ladder', subject: null });
    for (const name of ['ladder-planet-KE', 'happiness-country-KE', 'work-country-KE', 'ladder-country-', 'ladder-country-<b>']) expect(isFigureName(name), name).toBe(false);
  });
});

describe('FG-8 figures narrowed to a subject', () => {
  it('are kept at the freeze where a text binds them, and no others, with what they say about themselves', async () => {
    expect((await kept()).filter(({ subject }) => subject !== null).map(({ name }) => name).toSorted()).toEqual(['groups-country-UG', 'ladder-country-KE', 'standing-country-KE']);
    const standing = await figure('standing-country-KE');
    expect(standing).toMatchObject({ number: '2.1-KE', reporting: 0, expected: 2, missing: 2, subject: { kind: 'country', ref: 'KE', names: { fr: 'Kenya' } }, definition: { filters: ['public_commitments', 'still_promised', 'of_country'] } });
    expect(standing?.rows).toMatchObject([{ count: 2 }]);
    expect(standing?.verification).toMatchObject([{ rung: 'not_reported', count: 2 }]);
    // Thirty parts of a hundred of one pledge and all of another; of its payments the same part.
    expect((await figure('ladder-country-KE'))?.rows).toMatchObject([{ part: 'pledged', value: '550.5', count: 2 }, { part: 'committed', value: '120', count: 1 }, { part: 'disbursed', value: '30.003', count: 1 }]);
    expect((await listFigureRecords(anyone, standing?.id ?? '', null, null)).rows).toHaveLength(2);
  });

  it('add up to the whole figure where each record belongs to one of them', async () => {
    const whole = Object.fromEntries((await kept()).filter(({ subject }) => subject === null).map((one) => [one.key, one]));
    const sums = async (key: FigureKey, subjects: readonly Subject[]) => {
      const parts: Record<string, { value: string; count: number }> = {};
      let [reporting, expected] = [0, 0];
      for (const { result } of (await all(key, subjects)).values()) {
        [reporting, expected] = [reporting + result.reporting, expected + result.expected];
        for (const { part, value, count } of result.rows) parts[part] = { value: plus(parts[part]?.value ?? '0', value), count: (parts[part]?.count ?? 0) + count };
      }
      return { parts, reporting, expected };
    };
    const told = (key: FigureKey) => ({ parts: Object.fromEntries(whole[key]?.rows.map(({ part, value, count }) => [part, { value, count }]) ?? []), reporting: whole[key]?.reporting, expected: whole[key]?.expected });
    for (const key of ['standing', 'rungs', 'clauses', 'groups', 'ladder'] as const) expect(await sums(key, members), key).toEqual(told(key));
    const shares = await sums('ladder', [country('KE'), country('UG')]);
    expect(Object.fromEntries(Object.entries(shares.parts).map(([part, { value }]) => [part, value]))).toEqual(Object.fromEntries(whole['ladder']?.rows.map(({ part, value }) => [part, value]) ?? []));
    expect((await sums('members', [country('KE')])).parts).toEqual(told('members').parts);
  });

  it('are the same before the freeze as what the freeze computes', async () => {
    const frozen = await findFrozen(database(), (await reportOf(ref)).id);
    if (frozen === undefined) throw new Error('not frozen');
    for (const kind of subjectKinds) {
      const subjects = kind === 'country' ? [country('KE'), country('UG')] : kind === 'member' ? members : [{ kind, ref: 'WG-1' }];
      for (const key of narrowable[kind]) expect(await computeNarrowed(database(), asOfNow(frozen), key, subjects), `${key} of a ${kind}`).toEqual(await all(key, subjects));
    }
  });

  it('are computed again before anything is published, and a changed one is found', async () => {
    const report = await reportOf(ref);
    const again = () => differingNarrowed(database(), { id: snapshot, report_id: report.id });
    expect(await again()).toEqual([]);
    await owner.begin(async (tx) => {
      await tx`select set_config('concord.actor', '{"kind":"system","name":"import"}', true)`;
      await tx`update report_figures set verification = jsonb_set(verification, '{0,count}', '3') where report_id = ${report.id} and key = 'standing-country-KE'`;
    });
    expect(await again()).toEqual(['standing-country-KE']);
    expect(await publicationGaps(database(), report.id, world.later)).toContain('figure_differs');
    await owner.begin(async (tx) => {
      await tx`select set_config('concord.actor', '{"kind":"system","name":"import"}', true)`;
      await tx`update report_figures set verification = jsonb_set(verification, '{0,count}', '2') where report_id = ${report.id} and key = 'standing-country-KE'`;
    });
    expect(await again()).toEqual([]);
  });

  it('ask the database the same number of questions for three subjects and for thirty', async () => {
    const report = await reportOf(ref);
    const codes = (await sql<{ iso2: string }>`select iso2 from countries where iso2 not in ('KE', 'UG') order by iso2 limit 33`.execute(database())).rows.map(({ iso2 }) => iso2);
    const asked = async (some: readonly string[]) => {
      let count = 0;
      const counting = database().withPlugin({ transformQuery: ({ node }) => { count++; return node; }, transformResult: ({ result }) => Promise.resolve(result) });
      await counting.transaction().execute(async (tx) => {
        await sql`select set_config('concord.actor', '{"kind":"system","name":"import"}', true)`.execute(tx);
        count = 0;
        await storeNarrowed(tx, { report_id: report.id, snapshot_id: snapshot, coalition_id: world.coalition, year: 2026, as_of: '2026-10-05' }, some.flatMap((code) => narrowable.country.map((key) => nameOf(key, country(code)))));
      });
      return count;
    };
    const three = await asked(codes.slice(0, 3));
    expect(three).toBeGreaterThan(10);
    expect(await asked(codes.slice(3))).toBe(three);
    expect((await kept()).filter(({ subject }) => subject !== null)).toHaveLength(3 + 33 * narrowable.country.length);
    expect(await differingNarrowed(database(), { id: snapshot, report_id: report.id })).toEqual([]);
  });

  it('come to be when a text binds one after the freeze, of a subject that there is', async () => {
    expect(codesOf(await write(world, ref, 2, '{{figure:standing-country-XQ}}'))).toEqual(['reporting:problems.unknown_figure']);
    valueOf(await write(world, ref, 2, `{{figure:rungs-country-KE}}`));
    expect(await figure('rungs-country-KE')).toMatchObject({ subject: { ref: 'KE' } });
    expect(await differingNarrowed(database(), { id: snapshot, report_id: (await reportOf(ref)).id })).toEqual([]);
    expect((await sectionsOf(ref))[1]?.status).toBe('drafting');
  });
});
