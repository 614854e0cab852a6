import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, permit } from '#app/access/permit';
import { withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { database } from '#app/platform/database.server';
import { computeFigure } from '#app/reporting/figures/computing.server';
import type { FigureResult } from '#app/reporting/figures/model';
import { reportPolicy } from '#app/reporting/reports/policy';
import { publicationGaps } from '#app/reporting/reports/publication.server';
import { assignSection, planReport, signOffSection } from '#app/reporting/reports/operations.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { valueOf } from './accounts-world';
import { refOf } from './commitments-world';
import { codesOf, freeze, openReporting, planned, publish, published, reported, reportOf, sectionsOf, signed, subjectOf, write, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let ref: string;
let commitments: string[];
const gaps = (...names: string[]) => names.map((name) => `reporting:gaps.${name}`);
const stored = async (key: string) => {
  const report = await reportOf(ref);
  const row = await database().selectFrom('report_figures').selectAll().where('report_id', '=', report.id).where('key', '=', key).executeTakeFirstOrThrow();
  return { ...row, result: row.result as unknown as FigureResult };
};
const snapshot = async () => database().selectFrom('snapshots').selectAll().where('report_id', '=', (await reportOf(ref)).id).executeTakeFirstOrThrow();

/** Writes past the triggers, as only the owner of the database can, looks, and puts everything back. */
async function tampered(table: string, change: (owner: postgres.Sql) => Promise<unknown>, restore: (owner: postgres.Sql) => Promise<unknown>, look: () => Promise<void>): Promise<void> {
  const owner = postgres(world.ownerUrl, { max: 1, onnotice: () => undefined });
  const past = async (work: () => Promise<unknown>) => {
    await owner`alter table ${owner(table)} disable trigger user`;
    await work();
    await owner`alter table ${owner(table)} enable trigger user`;
  };
  await past(() => change(owner));
  await look().finally(() => past(() => restore(owner)).then(() => owner.end()));
}

beforeAll(async () => {
  world = await openReporting();
  commitments = [await published(world), await published(world), await published(world, { form: { visibility: 'members' } })];
  for (const one of commitments.slice(0, 1)) {
    valueOf(await reported(world, one, '20'));
    valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, one)), { now: world.later }));
  }
  ref = (await planned(world)).ref;
});
afterAll(() => world.close());

describe('a report', () => {
  it('is planned once for a cycle, with a title in its own language', async () => {
    const granted = permit(reportPolicy.plan, world.officer, { coalition_id: world.coalition, cycle_id: world.cycle.id });
    expect(codesOf(await planReport(granted, { now: world.later }, { language: 'en', titles: { en: { title: 'Again', summary: null } }, sections: [] }))).toEqual(['reporting:problems.report_exists']);
  });

  it('says everything that publishing needs at once', async () => {
    expect(codesOf(await publish(world, ref))).toEqual(gaps('not_frozen', 'not_signed_off'));
  });

  it('binds figures that exist, and nothing else', async () => {
    expect(codesOf(await write(world, ref, 1, 'See {{figure:happiness}}.'))).toEqual(['reporting:problems.unknown_figure']);
  });

  it('is signed off by another than owner and writer, and signed again when it was written again', async () => {
    const first = async () => { const [one] = await sectionsOf(ref); if (one === undefined) throw new Error('none'); return one; };
    expect(codesOf(await signOffSection(permit(reportPolicy.signOff, world.officer, (await first()).subject), { now: world.later }))).toEqual(['access:problems.not_your_own']);
    valueOf(await assignSection(permit(reportPolicy.assign, world.officer, (await first()).subject), { now: world.later }, world.second.id));
    expect(may(reportPolicy.signOff, world.second, (await first()).subject)).toMatchObject({ allowed: false, reason: 'access:reasons.not_your_own' });
    valueOf(await signOffSection(permit(reportPolicy.signOff, world.lead, (await first()).subject), { now: world.later }));
    expect(await first()).toMatchObject({ status: 'signed_off', signed_off_by: world.lead.id });
    valueOf(await write(world, ref, 1, 'Another text.', world.second));
    expect(await first()).toMatchObject({ status: 'drafting', signed_off_by: null });
    valueOf(await assignSection(permit(reportPolicy.assign, world.officer, (await first()).subject), { now: world.later }, null));
    expect(codesOf(await signOffSection(permit(reportPolicy.signOff, world.second, (await first()).subject), { now: world.later }))).toEqual(['access:problems.not_your_own']);
    valueOf(await write(world, ref, 1, 'What was promised, in short.'));
  });

  it('is not empty when it is signed', async () => {
    valueOf(await write(world, ref, 2, '   '));
    const [, section] = await sectionsOf(ref);
    if (section === undefined) throw new Error('none');
    expect(codesOf(await signOffSection(permit(reportPolicy.signOff, world.second, section.subject), { now: world.later }))).toEqual(['reporting:problems.section_empty']);
    valueOf(await write(world, ref, 2, 'How the promises stand.\n\n{{figure:standing}}'));
  });
});

describe('RP-1 freezing', () => {
  it('wants the cycle’s name, and happens once', async () => {
    expect(codesOf(await freeze(world, ref, '2025'))).toEqual(['reporting:problems.type_the_cycle']);
    const { sha256 } = valueOf(await freeze(world, ref));
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await snapshot()).sha256).toBe(sha256);
    expect(codesOf(await freeze(world, ref))).toEqual(['reporting:problems.frozen_already']);
  });

  it('copies what the public can read, and counts it', async () => {
    const rows = await database().selectFrom('snapshot_rows').select(['kind', 'ref']).where('kind', '=', 'commitment').orderBy('ref').execute();
    expect(rows.map((row) => row.ref)).toEqual(commitments.slice(0, 2));
    const standing = await stored('standing');
    expect(standing).toMatchObject({ reporting: 1, expected: 2, missing: 1 });
    expect(standing.result.rows.map((row) => row.count).reduce((sum, count) => sum + count, 0)).toBe(2);
    expect((await stored('clauses')).result.rows).toEqual([{ part: 'CONNDECL P1.1', value: '2', count: 2, currency: null, first: null }]);
    expect((await stored('clauses')).definition).toMatchObject({ names: { 'CONNDECL P1.1': { en: 'P1.1 Clause P1.1' }, 'CONNDECL P1.2': { en: 'P1.2 Clause P1.2' } } });
    expect((await stored('groups')).result.rows).toEqual([{ part: 'rural_remote', value: '2', count: 2, currency: null, first: '2' }]);
  });

  it('cannot be undone or amended: the database refuses', async () => {
    const { id } = await snapshot();
    const signedWrite = (work: (tx: Parameters<Parameters<ReturnType<ReturnType<typeof database>['transaction']>['execute']>[0]>[0]) => Promise<unknown>) => database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"job"}'), eb.val(true)]).as('said')).execute();
      await work(tx);
    });
    await expect(signedWrite((tx) => tx.updateTable('snapshots').set({ as_of: '2020-01-01' }).where('id', '=', id).execute())).rejects.toMatchObject({ constraint_name: 'snapshots_append_only' });
    await expect(signedWrite((tx) => tx.updateTable('snapshot_rows').set({ ref: 'x' }).where('snapshot_id', '=', id).execute())).rejects.toMatchObject({ constraint_name: 'snapshot_rows_append_only' });
    await expect(signedWrite((tx) => tx.deleteFrom('snapshot_rows').where('snapshot_id', '=', id).execute())).rejects.toMatchObject({ constraint_name: 'snapshot_rows_append_only' });
  });

  it('keeps the figures as they were when the records change', async () => {
    const { id } = await snapshot();
    const before = await computeFigure(database(), id, 'standing');
    const clauses = (await stored('clauses')).result;
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(commitments[1] ?? '')), { now: world.later }));
    const live = await database().selectFrom('commitments').select((eb) => eb.fn.countAll<string>().as('count')).where('visibility', '=', 'public').where('status', '=', 'published').executeTakeFirstOrThrow();
    expect(live.count).toBe('1');
    expect(await computeFigure(database(), id, 'standing')).toEqual(before);
    expect(await computeFigure(database(), id, 'clauses')).toEqual(clauses);
  });
});

describe('RP-2 publishing', () => {
  it('needs every section signed off', async () => {
    expect(codesOf(await publish(world, ref))).toEqual(gaps('not_signed_off'));
    await signed(world, ref, world.second);
    expect(await publicationGaps(database(), (await reportOf(ref)).id)).toEqual([]);
  });

  it('needs methodology and data gaps', async () => {
    const all = await sectionsOf(ref);
    for (const kind of ['methodology', 'data_gaps'] as const) {
      const id = all.find((section) => section.kind === kind)?.id ?? '';
      await tampered('report_sections', (owner) => owner`update report_sections set kind = 'other' where id = ${id}`, (owner) => owner`update report_sections set kind = ${kind} where id = ${id}`, async () => {
        expect(codesOf(await publish(world, ref))).toEqual(gaps(kind));
      });
    }
  });

  it('is refused when a figure is not what the snapshot gives, in its value, its n of N or its fingerprint', async () => {
    const figure = await stored('standing');
    const restore = (owner: postgres.Sql) => owner`update report_figures set result = ${owner.json(JSON.parse(JSON.stringify(figure.result)))}, reporting = ${figure.reporting}, sha256 = ${figure.sha256} where id = ${figure.id}`;
    const changes = [
      (owner: postgres.Sql) => owner`update report_figures set result = jsonb_set(result, '{rows,0,value}', '"99"') where id = ${figure.id}`,
      (owner: postgres.Sql) => owner`update report_figures set reporting = reporting + 1 where id = ${figure.id}`,
      (owner: postgres.Sql) => owner`update report_figures set sha256 = repeat('0', 64) where id = ${figure.id}`,
    ];
    for (const change of changes) {
      await tampered('report_figures', change, restore, async () => { expect(codesOf(await publish(world, ref))).toEqual(gaps('figure_differs')); });
    }
  });

  it('is refused when the snapshot itself was touched, by whom ever', async () => {
    const { id } = await snapshot();
    const set = (title: string) => (owner: postgres.Sql) => owner`update snapshot_rows set facts = jsonb_set(facts, '{title}', to_jsonb(${title}::text)) where snapshot_id = ${id} and kind = 'commitment' and ref = ${commitments[0] ?? ''}`;
    await tampered('snapshot_rows', set('Connect 9000 schools'), set('Connect 140 schools'), async () => { expect(codesOf(await publish(world, ref))).toEqual(gaps('snapshot_differs')); });
  });

  it('is the lead’s, and then the report stays', async () => {
    expect(may(reportPolicy.publish, world.officer, await reportOf(ref))).toEqual({ allowed: false, reason: 'reporting:reasons.lead_only' });
    valueOf(await publish(world, ref));
    expect(await reportOf(ref)).toMatchObject({ status: 'published' });
    const [section] = await sectionsOf(ref);
    if (section === undefined) throw new Error('none');
    expect(may(reportPolicy.write, world.officer, section.subject)).toEqual({ allowed: false, reason: 'reporting:reasons.published_stays' });
    const updates = await database().selectFrom('progress_updates').select('status').where('cycle_id', '=', world.cycle.id).execute();
    expect(updates.map((update) => update.status)).toEqual(['published']);
    expect(may(updatePolicy.write, world.focal, await subjectOf(world, commitments[0] ?? ''))).toEqual({ allowed: false, reason: 'access:reasons.not_now' });
  });

  it('links every record to the figures that count it', async () => {
    const { id } = await refOf(commitments[0] ?? '');
    const links = await database().selectFrom('report_figure_records as k').innerJoin('report_figures as f', 'f.id', 'k.figure_id').select(['f.key', 'k.part']).where('k.record_id', '=', id).orderBy('f.key').execute();
    expect(links.map((link) => link.key)).toEqual(['clauses', 'groups', 'standing']);
  });
});
