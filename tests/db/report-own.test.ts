import type { LoaderFunctionArgs } from '@remix-run/node';
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { approveAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { database } from '#app/platform/database.server';
import type { OwnReport, Subject } from '#app/reporting/own-reports/model';
import { ownReportOf } from '#app/reporting/own-reports/queries.server';
import { countriesIn, latestReportOn, membersIn, reportsOnOwn } from '#app/reporting/own-reports/subjects.server';
import { findEdition } from '#app/reporting/publication/edition.server';
import type { EditionModel } from '#app/reporting/publication/edition';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { valueOf } from './accounts-world';
import { askedAmendment, refOf } from './commitments-world';
import { pledge, record } from './financing-world';
import { freeze, openReporting, planned, publish, published, reported, signed, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let ref: string;
/** One that was reported on, with a partner; one that was not, for two countries. */
let heard: string;
let silent: string;
/** What is in no report: for members alone, and under embargo. */
let hidden: string[];
let harbour: string;
let shelf: string;
const embargo = new Date('2026-10-06T07:00:00Z');
const before = new Date(embargo.getTime() - 1);
const written = (...statements: readonly RawBuilder<unknown>[]) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  for (const statement of statements) await statement.execute(tx);
});
const refOfOrganisation = async (id: string) => (await database().selectFrom('organisations').select('ref').where('id', '=', id).executeTakeFirstOrThrow()).ref;

beforeAll(async () => {
  world = await openReporting();
  const { organisation, other, coalition } = world;
  const serving = (...countries: readonly (readonly [string, string])[]) => ({ form: { title: `For ${countries.map(([iso2]) => iso2).join(' and ')}`, countries: countries.map(([country_iso2, share]) => ({ country_iso2, share: countries.length === 1 ? null : share })), nodes: world.nodes.slice(0, 2) } });
  heard = await published(world, serving(['KE', '100']));
  silent = await published(world, serving(['KE', '60'], ['UG', '40']));
  hidden = [await published(world, { form: { title: 'For members alone' } }), await published(world, { form: { title: 'Under embargo' } })];
  await written(
    ...[organisation, other].map((id) => sql`insert into memberships (id, coalition_id, organisation_id, category, status, joined_on) values (gen_random_uuid(), ${coalition}, ${id}, 'full', 'active', '2026-01-01')`),
    sql`insert into commitment_partners (commitment_id, organisation_id, role, consent) values (${(await refOf(heard)).id}, ${other}, 'technical', 'asked'), (${(await refOf(silent)).id}, ${other}, 'technical', 'asked')`,
    sql`update commitment_partners set consent = 'confirmed', answered_at = ${world.now}, answered_by = ${world.stranger.id} where commitment_id = ${(await refOf(heard)).id}`,
    sql`update commitments set visibility = 'members' where ref = ${hidden[0] ?? ''}`, sql`update commitments set embargo_until = '2027-06-01' where ref = ${hidden[1] ?? ''}`,
  );
  const amended = await askedAmendment(world, heard, { target_value: '120' }, world.later);
  valueOf(await approveAmendment(permit(amendmentPolicy.approve, world.officer, amended), { now: world.later }));
  valueOf(await reported(world, heard, '20'));
  valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, heard)), { now: world.later }));
  const given = { coalition_id: coalition, provider_organisation_id: organisation, provider_country_iso2: null, commitment_id: null };
  const shared = await pledge(given, { title: 'Links for two countries', amount: '1000', recipients: [{ party: { country_iso2: 'KE', organisation_id: null }, share: '60' }, { party: { country_iso2: 'UG', organisation_id: null }, share: '40' }] as never });
  for (const type of ['2', '3'] as const) valueOf(await record(shared, type, '300'));
  await pledge(given, { title: 'Of no known rate', amount: '55', currency: 'EUR' });
  await pledge(given, { title: 'Devices', kind: 'devices', amount: '70', valuation_method: 'market_price', valued_on: '2026-01-15' } as never);
  await pledge(given, { title: 'Among members', amount: '9999', visibility: 'members' });
  [harbour, shelf] = [await refOfOrganisation(organisation), await refOfOrganisation(other)];
  ref = (await planned(world)).ref;
  valueOf(await freeze(world, ref));
  await signed(world, ref);
  valueOf(await publish(world, ref));
  const section = sql`(select s.id from report_sections s join reports r on r.id = s.report_id where r.ref = ${ref} order by s.position limit 1)`;
  await written(
    sql`insert into report_replies (id, report_id, section_id, organisation_id, about, language, asked_at, reply, reply_language, replied_at) values (gen_random_uuid(), (select id from reports where ref = ${ref}), ${section}, ${organisation}, 'It is late with one promise.', 'en', ${world.later}, 'The port was closed.', 'en', ${world.later})`,
    sql`update reports set embargo_until = ${embargo} where ref = ${ref}`,
  );
});
afterAll(() => world.close());

const edition = async (now = embargo): Promise<EditionModel> => {
  const found = await findEdition(anyone, ref, undefined, { language: 'en', now }, 'https://portal.example');
  if (found === undefined) throw new Error('not out');
  return found.edition;
};
const own = async (kind: Subject['kind'], code: string): Promise<OwnReport> => {
  const found = await ownReportOf(anyone, await edition(), { kind, code });
  if (found === undefined) throw new Error(`nothing of ${code}`);
  return found;
};

describe('OW-1 an own report is told from the snapshot alone', () => {
  it('of a member: what it leads, what it was asked and what came', async () => {
    const { standings, commitments, silent: nothing } = await own('member', harbour);
    expect([standings.by.count, standings.by.reporting, standings.by.expected, standings.beside.count]).toEqual([2, 1, 2, 0]);
    expect(standings.by.rungs).toMatchObject({ self_reported: 1, not_reported: 1 });
    expect(commitments.map((one) => [one.ref, one.relation, one.asked, one.reported])).toEqual([[heard, 'by', true, true], [silent, 'by', true, false]]);
    expect(commitments[0]?.update?.values).toMatchObject([{ value: '20', unit: 'schools', missing: null }]);
    expect(nothing).toEqual([{ ref: silent, title: 'For KE and UG', lead: harbour }]);
  });

  it('CO-5 with the first promise and what became of it', async () => {
    const [one] = (await own('member', harbour)).commitments;
    expect(one?.first?.goals[0]?.target_value).toBe('140');
    expect(one?.amendments).toMatchObject([{ reason: 'The tender gave fewer schools.', after: { goals: [{ target_value: '120' }] } }]);
  });

  it('of a partner only where it has agreed', async () => {
    const { standings, commitments } = await own('member', shelf);
    expect([standings.by.count, standings.beside.count]).toEqual([0, 1]);
    expect(commitments.map((one) => [one.ref, one.relation, one.lead])).toEqual([[heard, 'beside', harbour]]);
  });

  it('of a country: what others lead for it, with the principles that it serves', async () => {
    const [kenya, uganda] = [await own('country', 'KE'), await own('country', 'UG')];
    expect([kenya.standings.beside.count, kenya.standings.beside.reporting, kenya.standings.beside.expected]).toEqual([2, 1, 2]);
    expect(uganda.commitments.map((one) => one.ref)).toEqual([silent]);
    expect(kenya.commitments[0]?.principles).toEqual(['CONNDECL P1']);
    expect(kenya.silent.map((one) => one.ref)).toEqual([silent]);
  });

  it('FI-7 money by the share of the subject, with n of N; what has no rate or is no cash is in no line', async () => {
    const [given] = (await own('member', harbour)).money ?? [];
    expect(given).toMatchObject({ direction: 'given', converted: 1, pledges: 2, others: 1, amounts: { pledged: '1000', committed: '300', disbursed: '300', total_a: '1000', total_b: '1000', total_c: '0' }, rungs: { self_reported: 2 } });
    expect((await own('country', 'KE')).money).toMatchObject([{ direction: 'received', converted: 1, pledges: 1, others: 0, amounts: { pledged: '600', disbursed: '180', total_a: '600' } }]);
    expect((await own('country', 'UG')).money).toMatchObject([{ amounts: { pledged: '400', disbursed: '120' } }]);
    expect((await own('member', harbour)).pledges.map((one) => [one.title, one.amount_usd, one.paid_usd])).toEqual([['Links for two countries', '1000', '300'], ['Of no known rate', null, '0'], ['Devices', '70', '0']]);
  });

  it('with what the report says of it by name, and its reply', async () => {
    expect((await own('member', harbour)).replies).toMatchObject([{ about: 'It is late with one promise.', reply: 'The port was closed.', replied_on: '2026-10-05' }]);
    expect((await own('member', shelf)).replies).toEqual([]);
  });

  it('and of nobody whom the snapshot does not know', async () => {
    const model = await edition();
    for (const [kind, code] of [['country', 'FJ'], ['country', 'ZZ'], ['country', harbour], ['member', 'ORG-9999'], ['member', 'KE']] as const) expect(await ownReportOf(anyone, model, { kind, code }), code).toBeUndefined();
    expect((await countriesIn(anyone, model)).rows.map((row) => [row.code, row.by, row.beside])).toEqual([['KE', 0, 2], ['UG', 0, 1]]);
    expect((await membersIn(anyone, model, null)).rows).toMatchObject([{ code: harbour, by: 2, beside: 0, reporting: 1, expected: 2 }, { code: shelf, by: 0, beside: 1 }]);
    expect((await membersIn(anyone, model, harbour)).rows.map((row) => row.code)).toEqual([shelf]);
  });
});

/** Every address of own reports. */
const modules = import.meta.glob<{ loader: (asked: LoaderFunctionArgs) => Promise<unknown> }>(['/app/routes/report-{country,member}{.tsx,.pdf.ts,.csv.ts}', '/app/routes/report-{countries,members}.tsx'], { eager: true });
const asked = (now: Date, params: Readonly<Record<string, string>> = {}) => ({
  request: new Request('https://portal.example/'), params: { lang: 'en', ref, iso2: 'KE', member: harbour, ...params }, context: { now, publicUrl: 'https://portal.example', demo: false, viewer: async () => Promise.resolve(anyone) },
}) as unknown as LoaderFunctionArgs;
/** A file that nobody reads would keep its turn from the next one. */
const absent = (told: Promise<unknown>) => told.then(async (answer) => { if (answer instanceof Response) await answer.text(); return false; }, (error: unknown) => { if (error instanceof Response && error.status === 404) return true; throw error; });
const told = async (path: string, now = embargo): Promise<string> => {
  const answer = await modules[path]?.loader(asked(now));
  return answer instanceof Response ? answer.text() : JSON.stringify(answer);
};

describe('RP-6 before its embargo ends', () => {
  it.each(Object.keys(modules))('%s says nothing, and then it is there, by its number too', async (path) => {
    const { loader } = modules[path] ?? {};
    if (loader === undefined) throw new Error(path);
    expect([await absent(loader(asked(before))), await absent(loader(asked(before, { edition: '1' })))]).toEqual([true, true]);
    expect([await absent(loader(asked(embargo))), await absent(loader(asked(embargo, { edition: '1' })))]).toEqual([false, false]);
    expect(await absent(loader(asked(embargo, { edition: '2' })))).toBe(true);
  });

  it('no page of a country or a member leads to it', async () => {
    for (const subject of [{ kind: 'country', code: 'KE', name: 'Kenya' }, { kind: 'member', code: harbour, name: 'Harbour' }] as const) {
      expect(await latestReportOn(anyone, subject, before)).toBeUndefined();
      expect(await latestReportOn(anyone, subject, embargo)).toEqual({ ref, year: 2026, ...subject });
    }
    expect(await reportsOnOwn(world.focal, { language: 'en', now: before })).toEqual([]);
    expect(await reportsOnOwn(world.focal, { language: 'en', now: embargo })).toMatchObject([{ ref, code: harbour }]);
    expect(await reportsOnOwn(world.coordinator, { language: 'en', now: embargo })).toMatchObject([{ ref, code: 'KE', name: 'Kenya' }]);
    expect(await latestReportOn(anyone, { kind: 'country', code: 'FJ', name: 'Fiji' }, embargo)).toBeUndefined();
  });
});

it('nothing of what is not public is on any page or in any file', async () => {
  for (const path of Object.keys(modules).filter((one) => !one.includes('.pdf.'))) {
    const text = await told(path);
    for (const secret of [...hidden, 'For members alone', 'Under embargo', 'Among members']) expect(text.includes(secret), `${path} ${secret}`).toBe(false);
  }
});

it('every word of a page is one of the catalogue', async () => {
  for (const path of ['/app/routes/report-member.tsx', '/app/routes/report-country.tsx']) {
    const { extract } = JSON.parse(await told(path)) as { extract: { parts: unknown } };
    expect(JSON.stringify(extract.parts).match(/"[a-z_]+(?:\.[a-z_]+)+"/g), path).toBeNull();
  }
});

it('RP-5 it is the same whenever it is asked for', async () => {
  for (const path of Object.keys(modules)) expect(await told(path, new Date('2031-01-01T00:00:00Z')), path).toBe(await told(path));
});

it('the file has every record as codes and plain numbers', async () => {
  const text = await told('/app/routes/report-member.csv.ts');
  const lines = text.trim().split('\r\n');
  expect(lines.map((line) => line.split(',').slice(0, 2).join(','))).toEqual([
    'kind,ref', `commitment,${heard}`, `commitment,${silent}`, `amendment,${heard}`, 'money,pledged', 'money,committed', 'money,disbursed', 'money,total_a', 'money,total_b', 'money,total_c', ...lines.slice(10, 13).map((line) => line.split(',').slice(0, 2).join(',')), 'reply,chapter 1',
  ]);
});
