import { createElement } from 'react';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import { approveAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { draftVersion, type NodeForm } from '#app/frameworks/operations.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { publishVersion } from '#app/frameworks/versions/operations.server';
import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { storeFile } from '#app/platform/files.server';
import { renderPdf } from '#app/document/pdf.server';
import { lineColumns } from '#app/reporting/figures/columns';
import { computeFigure } from '#app/reporting/figures/computing.server';
import type { FigureResult } from '#app/reporting/figures/model';
import { figuresCounting, listFigureRecords } from '#app/reporting/figures/queries.server';
import { json } from '#app/reporting/figures/storing.server';
import { ChapterPage } from '#app/reporting/publication/chapter';
import { Cover } from '#app/reporting/publication/cover';
import { findEdition } from '#app/reporting/publication/edition.server';
import { linesOfEdition } from '#app/reporting/publication/lines';
import { editionPdf } from '#app/reporting/publication/pdf.server';
import { printable } from '#app/reporting/publication/printable';
import { planReport } from '#app/reporting/reports/operations.server';
import { assignSection, sendSection, signOffSection } from '#app/reporting/sections/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { publicationGaps } from '#app/reporting/reports/publication.server';
import { findReport } from '#app/reporting/reports/queries.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { bytesOf } from '#app/table/files/answer.server';
import { fileTable } from '#app/table/files/column';
import { markupOf } from '#tests/harness/markup';
import { desk, otherDesk, valueOf } from './accounts-world';
import { askedAmendment, refOf } from './commitments-world';
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
  const asked = await askedAmendment(world, commitments[1] ?? '', { target_value: '120', target_on: '2031-12-31' }, world.now);
  valueOf(await approveAmendment(permit(amendmentPolicy.approve, world.reviewer, asked), { now: world.now }));
  ref = (await planned(world)).ref;
});
afterAll(() => world.close());

describe('a report', () => {
  it('is planned once for a cycle, with a title in its own language', async () => {
    const granted = permit(reportPolicy.plan, world.officer, { coalition_id: world.coalition, cycle_id: world.cycle.id });
    expect(codesOf(await planReport(granted, { now: world.later }, { language: 'en', titles: { en: { title: 'Again', summary: null } }, sections: [] }))).toEqual(['reporting:problems.report_exists']);
  });

  it('is not shown before it is published', async () => {
    expect(await findReport(anyone, ref, { language: 'en', now: world.later })).toBeUndefined();
  });

  it('says everything that publishing needs at once', async () => {
    expect(codesOf(await publish(world, ref))).toEqual(gaps('not_frozen', 'not_signed_off'));
  });

  it('binds figures that exist, and nothing else', async () => {
    expect(codesOf(await write(world, ref, 1, 'See {{figure:happiness}}.'))).toEqual(['reporting:problems.unknown_figure']);
  });

  it('is signed off by another than owner and writer, and signed again when it was written again', async () => {
    const first = async () => { const [one] = await sectionsOf(ref); if (one === undefined) throw new Error('none'); return one; };
    const send = async () => valueOf(await sendSection(permit(sectionPolicy.send, world.officer, (await first()).subject), { now: world.later }));
    await send();
    expect(codesOf(await signOffSection(permit(sectionPolicy.signOff, world.officer, (await first()).subject), { now: world.later }))).toEqual(['access:problems.not_your_own']);
    valueOf(await assignSection(permit(sectionPolicy.assign, world.officer, (await first()).subject), { now: world.later }, world.second.id));
    expect(may(sectionPolicy.signOff, world.second, (await first()).subject)).toMatchObject({ allowed: false, reason: 'access:reasons.not_your_own' });
    valueOf(await signOffSection(permit(sectionPolicy.signOff, world.lead, (await first()).subject), { now: world.later }));
    expect(await first()).toMatchObject({ status: 'signed_off', signed_off_by: world.lead.id });
    valueOf(await write(world, ref, 1, 'Another text.', world.second));
    expect(await first()).toMatchObject({ status: 'drafting', signed_off_by: null });
    valueOf(await assignSection(permit(sectionPolicy.assign, world.officer, (await first()).subject), { now: world.later }, null));
    await send();
    expect(codesOf(await signOffSection(permit(sectionPolicy.signOff, world.second, (await first()).subject), { now: world.later }))).toEqual(['access:problems.not_your_own']);
    valueOf(await write(world, ref, 1, 'What was promised, in short.'));
  });

  it('is not empty when it is given to be read', async () => {
    valueOf(await write(world, ref, 2, '   '));
    const [, section] = await sectionsOf(ref);
    if (section === undefined) throw new Error('none');
    expect(codesOf(await sendSection(permit(sectionPolicy.send, world.officer, section.subject), { now: world.later }))).toEqual(['reporting:problems.section_empty']);
    valueOf(await write(world, ref, 2, 'How the promises stand.\n\n{{figure:standing}}\n\n{{figure:clauses}}'));
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

  it('keeps the first promise of what was amended, with each change (CO-5)', async () => {
    const rows = await database().selectFrom('snapshot_rows').select('facts').where('kind', '=', 'commitment').orderBy('ref').execute();
    const [whole, amended] = rows.map((row) => row.facts as Record<string, unknown>);
    expect(whole).not.toHaveProperty('first');
    expect(amended).toMatchObject({ first: { goals: [{ target_value: '140' }] }, amendments: [{ on: '2026-03-02', reason: 'The tender gave fewer schools.', after: { goals: [{ target_value: '120', target_on: '2031-12-31' }] } }] });
  });

  it('copies what the public can read, and counts it', async () => {
    const rows = await database().selectFrom('snapshot_rows').select(['kind', 'ref']).where('kind', '=', 'commitment').orderBy('ref').execute();
    expect(rows.map((row) => row.ref)).toEqual(commitments.slice(0, 2));
    const standing = await stored('standing');
    expect(standing).toMatchObject({ reporting: 1, expected: 2, missing: 1 });
    expect(standing.result.rows.map((row) => row.count).reduce((sum, count) => sum + count, 0)).toBe(2);
    expect((await stored('clauses')).result.rows).toEqual([{ part: 'CONNDECL P1.1', value: '2', count: 2, currency: null, first: null }]);
    expect((await stored('clauses')).definition).toMatchObject({ names: { 'CONNDECL P1.1': { en: 'P1.1 Clause P1.1' }, 'CONNDECL P1.2': { en: 'P1.2 Clause P1.2' } } });
    expect((await stored('rungs')).result.rows).toEqual([{ part: 'self_reported', value: '1', count: 1, currency: null, first: null }]);
    expect(await stored('rungs')).toMatchObject({ reporting: 1, expected: 2, missing: 1 });
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
    const figure = await stored('clauses');
    await expect(signedWrite((tx) => tx.updateTable('report_figure_records').set({ part: 'x' }).where('figure_id', '=', figure.id).execute())).rejects.toMatchObject({ constraint_name: 'report_figure_records_append_only' });
    await expect(signedWrite((tx) => tx.deleteFrom('report_figures').where('id', '=', figure.id).execute())).rejects.toMatchObject({ constraint_name: 'report_figures_append_only' });
    const rows = [id, newId()].map((snapshot_id) => ({ snapshot_id, kind: 'commitment', record_id: newId(), ref: 'x', facts: json({}) }));
    await expect(signedWrite((tx) => tx.insertInto('snapshot_rows').values(rows).execute())).rejects.toMatchObject({ constraint_name: 'snapshot_rows_snapshot' });
    const records = [figure.id, newId()].map((figure_id) => ({ figure_id, kind: 'commitment', record_id: newId(), part: 'x' }));
    await expect(signedWrite((tx) => tx.insertInto('report_figure_records').values(records).execute())).rejects.toMatchObject({ constraint_name: 'report_figure_records_figure' });
  });

  it('keeps the figures as they were when the records change', async () => {
    const { id } = await snapshot();
    const before = await computeFigure(database(), id, 'standing');
    const clauses = (await stored('clauses')).result;
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(commitments[1] ?? '')), { now: world.later }, 'The money was not granted.'));
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
    expect(await publicationGaps(database(), (await reportOf(ref)).id, world.later)).toEqual(['reply_not_opened', 'not_approved']);
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

  it('asks of a report that was frozen earlier for the figures of that time alone', async () => {
    const [{ id, rule_versions }, figure] = [await snapshot(), await stored('rungs')];
    const earlier = (owner: postgres.Sql) => owner`update snapshots set rule_versions = rule_versions - 'rungs' where id = ${id}`;
    const now = (owner: postgres.Sql) => owner`update snapshots set rule_versions = ${owner.json(JSON.parse(JSON.stringify(rule_versions)))} where id = ${id}`;
    const set = (sha256: string) => (owner: postgres.Sql) => owner`update report_figures set sha256 = ${sha256} where id = ${figure.id}`;
    await tampered('report_figures', set('0'.repeat(64)), set(figure.sha256), async () => {
      expect(codesOf(await publish(world, ref))).toEqual(gaps('figure_differs'));
      await tampered('snapshots', earlier, now, async () => expect(await publicationGaps(database(), (await reportOf(ref)).id, world.later)).toEqual(['reply_not_opened', 'not_approved']));
    });
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
    expect(may(sectionPolicy.write, world.officer, section.subject)).toEqual({ allowed: false, reason: 'reporting:reasons.published_stays' });
    const updates = await database().selectFrom('progress_updates').select('status').where('cycle_id', '=', world.cycle.id).execute();
    expect(updates.map((update) => update.status)).toEqual(['published']);
    expect(may(updatePolicy.write, world.focal, await subjectOf(world, commitments[0] ?? ''))).toEqual({ allowed: false, reason: 'access:reasons.not_now' });
  });

  it('links every record to the figures that count it', async () => {
    const { id } = await refOf(commitments[0] ?? '');
    const links = await database().selectFrom('report_figure_records as k').innerJoin('report_figures as f', 'f.id', 'k.figure_id').select(['f.key', 'k.part']).where('k.record_id', '=', id).orderBy('f.key').execute();
    expect(links.map((link) => link.key)).toEqual(['clauses', 'groups', 'rungs', 'standing']);
  });
});

describe('RP-5 the same snapshot', () => {
  const page = async (language: Language) => {
    const found = await findEdition(anyone, ref, undefined, { language, now: world.later }, 'https://concord.example');
    if (found === undefined) throw new Error('not published');
    const { edition } = found;
    const pages = [createElement(Cover, { edition, named: undefined }), ...edition.chapters.map((chapter) => createElement(ChapterPage, { edition, chapter, named: undefined }))];
    return { ...found, html: pages.map((one) => markupOf(one, language)).join('').replaceAll(/«r\w+»|:r\w+:/g, '') };
  };
  const csv = async () => {
    const lines = linesOfEdition((await page('en')).edition, textFor('en', 'reporting'));
    const parts: Uint8Array[] = [];
    for await (const bytes of bytesOf(fileTable(lineColumns, lines), 'csv')) parts.push(bytes);
    return Buffer.concat(parts).toString();
  };

  it('gives the same page and data, whatever becomes of the records and of the text they serve', async () => {
    const [before, data] = [(await page('fr')).html, await csv()];
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(commitments[0] ?? '')), { now: world.later }, 'The money was not granted.'));
    const inAll = (text: string) => ({ en: text, fr: text, es: text, ar: text, ru: text, zh: text });
    const node = (code: string, kind: 'principle' | 'action_line', children: readonly NodeForm[] = []): NodeForm => ({ code, kind, title: inAll(`Renamed ${code}`), text: inAll('Other'), children });
    const version = valueOf(await draftVersion(permit(frameworkPolicy.draft, await desk(), { code: 'CONNDECL' }), { now: world.later }, {
      name: inAll('Declaration'), short_name: inAll('Declaration'), standing: 'working_paraphrase', source: null, nodes: [node('P1', 'principle', [node('P1.1', 'action_line')])],
    }));
    valueOf(await publishVersion(permit(frameworkPolicy.publish, await otherDesk(), { id: version.id, status: 'draft', edited_by: null }), { now: world.later }));
    expect((await page('fr')).html).toBe(before);
    expect(await csv()).toBe(data);
    expect(data.split('\r\n')[0]).toBe('figure,part,label,value,currency,count,reporting,expected,missing,as_of,ref,before,new,changed,withdrawn,restated,rate');
    expect(data).toContain('clauses,CONNDECL P1.2,P1.2 Clause P1.2,0,,0,1,2,1,2026-10-05,');
    expect(before).toContain('P1.1 Clause P1.1');
  });

  it('gives the same PDF, which is set once and kept', async () => {
    const { report, edition } = await page('en');
    const kept = await editionPdf(edition, false);
    expect(Buffer.from(await editionPdf(edition, false)).equals(Buffer.from(kept))).toBe(true);
    expect(await database().selectFrom('files').select('id').where('media_type', '=', 'application/pdf').execute()).toHaveLength(1);
    // What is kept is named by its row: a file that only goes by such a name is nobody's report.
    await database().deleteFrom('report_files').execute();
    const name = `report-${report.id}-1-en.pdf`;
    await database().transaction().execute((tx) => storeFile(tx, { bytes: Buffer.from('%PDF-1.7 another'), name, uploadedBy: null }));
    expect(Buffer.from(await editionPdf(edition, false)).equals(Buffer.from(kept))).toBe(true);
    expect(await database().selectFrom('report_files').select(['report_id', 'language']).execute()).toEqual([{ report_id: report.id, language: 'en' }]);
    const again = await renderPdf(printable(edition, { t: textFor('en', 'reporting'), press: textFor('en', 'document'), demo: false }));
    expect(Buffer.from(again).equals(Buffer.from(kept))).toBe(true);
  });

  it('shows each figure with n of N, its source, and the records behind it, in both directions', async () => {
    const { report, html } = await page('en');
    expect(html).toContain('n of N: of the commitments that were due, 1 of 2 have been reported on; missing: 1.');
    expect(html).toContain(`href="/en/reports/${ref}/figures/standing"`);
    const figure = report.figures.find((one) => one.key === 'standing');
    const page1 = await listFigureRecords(anyone, figure?.id ?? '', null, null, 1);
    const page2 = await listFigureRecords(anyone, figure?.id ?? '', null, page1.next, 1);
    expect([...page1.rows, ...page2.rows].map((row) => row.ref)).toEqual(commitments.slice(0, 2));
    expect(page2.next).toBeNull();
    const { id } = await refOf(commitments[0] ?? '');
    expect((await figuresCounting(anyone, 'commitment', id, { language: 'fr', now: world.later })).map(({ key, title }) => [key, title])).toEqual(['standing', 'clauses', 'rungs', 'groups'].map((key) => [key, 'Rapport annuel 2026']));
  });

  it('stands in its own language where nobody has translated it', async () => {
    const { edition } = await page('fr');
    expect(edition).toMatchObject({ title: 'Rapport annuel 2026', authoritative: 'en', languages: ['en'] });
    expect(edition.chapters.every((chapter) => chapter.language === 'en')).toBe(true);
  });
});
