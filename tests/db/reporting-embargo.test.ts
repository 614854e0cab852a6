import type { LoaderFunctionArgs } from '@remix-run/node';
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { figuresOf as figuresOfCommitment } from '#app/commitments/record/relations.server';
import { figuresOn } from '#app/frameworks/clauses/queries.server';
import { promisesOf } from '#app/members/trail/queries.server';
import { figuresWith } from '#app/members/trail/relations.server';
import { database } from '#app/platform/database.server';
import { findFigure } from '#app/reporting/figures/page.server';
import { figuresCounting } from '#app/reporting/figures/queries.server';
import { latestReport } from '#app/reporting/extracts/queries.server';
import { nextOut } from '#app/reporting/publication/published.server';
import { findReport, listReports } from '#app/reporting/reports/queries.server';
import { loader as embedded } from '#app/routes/figure-embed';
import { loader as numbers } from '#app/routes/figure-numbers.csv';
import { loader as drawing } from '#app/routes/figure.svg';
import { loader as principles } from '#app/routes/report-principles';
import { loader as summary } from '#app/routes/report-summary';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { searchList } from '#app/site/search/model';
import { searchEverything } from '#app/site/search/queries.server';
import { readState } from '#app/table/state';
import { valueOf } from './accounts-world';
import { refOf } from './commitments-world';
import { freeze, openReporting, planned, publish, published, reported, signed, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let ref: string;
let commitment: string;
let member: string;
const embargo = new Date('2026-10-06T07:00:00Z');
const written = (statement: RawBuilder<unknown>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await statement.execute(tx);
});
const before = new Date(embargo.getTime() - 1);

beforeAll(async () => {
  world = await openReporting();
  commitment = await published(world);
  valueOf(await reported(world, commitment, '20'));
  valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, commitment)), { now: world.later }));
  await written(sql`insert into memberships (id, coalition_id, organisation_id, category, status, joined_on) values (gen_random_uuid(), ${world.coalition}, ${world.organisation}, 'full', 'active', '2026-01-01')`);
  member = (await database().selectFrom('organisations').select('ref').where('id', '=', world.organisation).executeTakeFirstOrThrow()).ref;
  ref = (await planned(world)).ref;
  valueOf(await freeze(world, ref));
  await signed(world, ref);
  valueOf(await publish(world, ref));
  await written(sql`update reports set embargo_until = ${embargo} where ref = ${ref}`);
});
afterAll(() => world.close());

type Asked = Parameters<typeof embedded>[0];
const asking = (now: Date, at: string): Pick<Asked, 'request' | 'context'> => ({
  request: new Request(`http://localhost/en/reports/${ref}/figures/standing${at}`), context: { now, viewer: async () => Promise.resolve(anyone), publicUrl: 'http://localhost' } as unknown as Asked['context'],
});
/** Whether a route tells it: what is absent is thrown as 404. */
const answers = (asked: Promise<unknown>): Promise<number> => asked.then(() => 1, (error: unknown) => { if (error instanceof Response && error.status === 404) return 0; throw error; });

/** Everything that tells anybody of a report, with how often it names this one. */
const readers: Readonly<Record<string, (now: Date) => Promise<number>>> = {
  'the report': async (now) => ((await findReport(anyone, ref, { language: 'en', now })) === undefined ? 0 : 1),
  'the list of reports': async (now) => (await listReports(anyone, { language: 'en', now })).filter((one) => one.ref === ref).length,
  'a figure': async (now) => ((await findFigure(anyone, ref, 'standing', { language: 'en', now })) === undefined ? 0 : 1),
  'a figure’s drawing': async (now) => answers(drawing({ params: { lang: 'en', ref, key: 'standing' }, ...asking(now, '.svg') })),
  'a figure’s numbers': async (now) => answers(numbers({ params: { lang: 'en', ref, key: 'standing' }, ...asking(now, '/numbers.csv') })),
  'a figure in a page of others': async (now) => answers(embedded({ params: { lang: 'en', ref, key: 'standing' }, ...asking(now, '/embed') })),
  'an edition’s figure in a page of others': async (now) => answers(embedded({ params: { lang: 'en', ref, edition: '1', key: 'standing' }, ...asking(now, '/embed') })),
  'the summary for the board': async (now) => answers(summary(askedAt(now))),
  'the summary of an edition': async (now) => answers(summary(askedAt(now, '1'))),
  'progress by principle': async (now) => answers(principles(askedAt(now))),
  'progress by principle in an edition': async (now) => answers(principles(askedAt(now, '1'))),
  'the way from the Declaration': async (now) => ((await latestReport(anyone, { language: 'en', now }))?.ref === ref ? 1 : 0),
  'the search': async (now) => (await searchEverything(anyone, readState(searchList, new URLSearchParams({ q: 'progress report 2026' })), { language: 'en', now })).rows.filter((row) => row.kind === 'report').length,
  'a commitment': async (now) => (await figuresOfCommitment((await refOf(commitment)).id, { language: 'en', now })).filter((figure) => figure.key === 'standing').length,
  'a record of the snapshot': async (now) => (await figuresCounting(anyone, 'commitment', (await refOf(commitment)).id, { language: 'en', now })).filter((figure) => figure.key === 'standing').length,
  'a member': async (now) => (await figuresWith(promisesOf(anyone, { kind: 'organisation', ids: [world.organisation] }, { language: 'en', now }), { language: 'en', now })).filter((figure) => figure.key === 'standing').length,
  'a clause': async (now) => {
    const clause = await database().selectFrom('commitment_nodes').select('node_id').where('commitment_id', '=', (await refOf(commitment)).id).executeTakeFirstOrThrow();
    return (await figuresOn(anyone, clause.node_id, { language: 'en', now })).filter((figure) => figure.key === 'standing').length;
  },
};

/** Every file of a report. */
const files = import.meta.glob<{ loader: (asked: LoaderFunctionArgs) => Promise<Response> }>(['/app/routes/report.*.ts', '/app/routes/report-*.{csv,pdf}.ts'], { eager: true });
const askedAt = (now: Date, edition?: string) => ({
  request: new Request('https://portal.example/'), params: { lang: 'en', ref, iso2: 'KE', member, ...(edition === undefined ? {} : { edition }) }, context: { now, publicUrl: 'https://portal.example', demo: false, viewer: async () => anyone },
}) as unknown as LoaderFunctionArgs;

describe.each(Object.entries(files))('RP-6 what is under embargo: %s', (_, { loader }) => {
  const answer = async (now: Date, edition?: string) => loader(askedAt(now, edition)).then(async (response) => {
    // Only so many files are made at once: what nobody takes keeps its place.
    await response.arrayBuffer();
    return response.status;
  }, (thrown: unknown) => (thrown instanceof Response ? thrown.status : Promise.reject(thrown)));

  it('is as absent as what was never written before the instant, at both of its addresses', async () => {
    expect([await answer(before), await answer(before, '1')]).toEqual([404, 404]);
    expect([await answer(embargo), await answer(embargo, '1'), await answer(embargo, '2')]).toEqual([200, 200, 404]);
  });
});

describe.each(Object.entries(readers))('RP-6 what is under embargo: %s', (_, named) => {
  it('tells nothing before the instant, and all from it on', async () => {
    expect([await named(before), await named(embargo)]).toEqual([0, 1]);
  });
});

describe('RP-6 an edition', () => {
  it('comes out on the day on which its embargo ends', async () => {
    expect(await findReport(anyone, ref, { language: 'en', now: embargo })).toMatchObject({ published_on: '2026-10-06' });
  });

  it('is what kept pages wait for', async () => {
    expect([await nextOut(before), await nextOut(embargo)]).toEqual([embargo, null]);
  });

  it('stands until the next is out, and is named once', async () => {
    const { id } = await database().selectFrom('reports').select('id').where('ref', '=', ref).executeTakeFirstOrThrow();
    const next = new Date('2026-11-01T07:00:00Z');
    await written(sql`update reports set status = 'corrected' where id = ${id}`);
    await written(sql`insert into reports (id, ref, cycle_id, status, language, edition, corrects_id, embargo_until, published_at, published_by)
      select gen_random_uuid(), ref, cycle_id, 'published', language, 2, id, ${next}, published_at, published_by from reports where id = ${id}`);
    const edition = async (now: Date) => (await findReport(anyone, ref, { language: 'en', now }))?.edition;
    expect([await edition(new Date(next.getTime() - 1)), await edition(next)]).toEqual([1, 2]);
    expect(await readers['a commitment']?.(new Date(next.getTime() - 1))).toBe(1);
    expect(await readers['the list of reports']?.(new Date(next.getTime() - 1))).toBe(1);
  });
});
