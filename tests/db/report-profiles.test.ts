import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#app/access/actor';
import { Forbidden, may, permit } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { languages } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { bindingOf } from '#app/reporting/figures/model';
import { differingNarrowed } from '#app/reporting/figures/narrowed/check.server';
import { figuresOf } from '#app/reporting/figures/queries.server';
import type { Subject } from '#app/reporting/figures/subjects';
import { addProfiles, draftProfile } from '#app/reporting/profiles/operations.server';
import { leaveOut, takeBack } from '#app/reporting/profiles/leaving.server';
import { profileChoices, profileOf } from '#app/reporting/profiles/queries.server';
import { draftOf } from '#app/reporting/profiles/sentences';
import { previewPieces } from '#app/reporting/profiles/preview.server';
import { chaptersOf } from '#app/reporting/publication/chapters.server';
import { deskOf } from '#app/reporting/reports/desk-facts.server';
import { correctReport } from '#app/reporting/reports/errata/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { publicationGaps } from '#app/reporting/reports/publication.server';
import { findReport, findReportDesk, type ReportRecord } from '#app/reporting/reports/queries.server';
import { nameMember, unnameMember } from '#app/reporting/reports/replies/operations.server';
import { commentOn } from '#app/reporting/sections/comments/operations.server';
import { assignSection, sendSection, signOffSection } from '#app/reporting/sections/operations.server';
import { boundFigures, withoutBindings } from '#app/reporting/sections/model';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { sectionWriters } from '#app/reporting/sections/queries.server';
import { restoreText, writeSection } from '#app/reporting/sections/texts/operations.server';
import { findSectionText, listSavedTexts } from '#app/reporting/sections/texts/queries.server';
import { progressOf } from '#app/reporting/sections/progress.server';
import { dueUpdates } from '#app/reporting/updates/due.server';
import { person, valueOf } from './accounts-world';
import { approved, codesOf, freeze, openReporting, planned, publish, published, reported, reportOf, sectionsOf, signed, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let ref: string;
let member: string;
const at = () => ({ now: world.later });
const kenya: Subject = { kind: 'country', ref: 'KE' };
const report = async (language: 'en' | 'fr' = 'en'): Promise<ReportRecord> => {
  const found = await findReportDesk(world.officer, ref, { language, now: world.later });
  if (found === undefined) throw new Error('no report');
  return found;
};
const add = async (subjects: readonly Subject[], who = world.officer) => addProfiles(permit(reportPolicy.addProfiles, who, await reportOf(ref)), at(), subjects);
const profile = async (iso2 = 'KE') => {
  const one = (await sectionsOf(ref)).find(({ country_iso2 }) => country_iso2 === iso2);
  if (one === undefined) throw new Error('no profile');
  return one;
};
const draft = async (who: PersonActor = world.officer, replaces?: number, iso2 = 'KE') => draftProfile(permit(sectionPolicy.draft, who, (await profile(iso2)).subject), at(), replaces);
const text = async (language: 'en' | 'fr' = 'en', iso2 = 'KE') => findSectionText(world.officer, (await profile(iso2)).id, language);
const edit = async (body: string, language: 'en' | 'fr' = 'en') => writeSection(permit(sectionPolicy.write, world.coordinator, (await profile()).subject), at(), undefined, language, { heading: 'Kenya', body });
const out = async (iso2 = 'KE', seen?: number) => leaveOut(permit(sectionPolicy.leaveOut, world.officer, (await profile(iso2)).subject), at(), seen);
const back = async (iso2 = 'KE', seen?: number) => takeBack(permit(sectionPolicy.takeBack, world.officer, (await profile(iso2)).subject), at(), seen);
const told = ({ sections }: Pick<ReportRecord, 'sections'>) => sections.flatMap(({ subject }) => subject?.ref ?? []);

beforeAll(async () => {
  world = await openReporting();
  const first = await published(world);
  await published(world);
  valueOf(await reported(world, first, '20'));
  member = (await database().selectFrom('organisations').select('ref').where('id', '=', world.organisation).executeTakeFirstOrThrow()).ref;
  ref = (await planned(world)).ref;
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"import"}', true)`.execute(tx);
    await tx.updateTable('cycles').set({ languages: ['en', 'fr'] }).execute();
  });
});
afterAll(() => world.close());

describe('SE-8 profiles', () => {
  it('are shown with who would write them before they are added, all of a kind at once', async () => {
    const choosing = { report: await report(), language: 'fr' as const, now: world.later };
    const { candidates, options } = await profileChoices(world.officer, choosing, { sets: ['country', 'member'], subjects: [] });
    expect(candidates).toMatchObject([{ kind: 'country', ref: 'KE', name: 'Kenya', owner_id: world.coordinator.id }, { kind: 'member', ref: member, owner_id: expect.any(String) as unknown }]);
    expect(options.country.length).toBeGreaterThan(190);
    expect((await profileChoices(world.officer, choosing, { sets: [], subjects: [] })).candidates).toEqual([]);
  });

  it('are added after the chapters, once each, named in every language, and their owners may write', async () => {
    const chapters = (await sectionsOf(ref)).length;
    expect(valueOf(await add([{ kind: 'member', ref: member }, kenya, { kind: 'country', ref: 'XQ' }]))).toEqual({ added: 2 });
    const sections = (await report()).sections;
    expect(sections.slice(chapters)).toMatchObject([{ subject: kenya, position: chapters + 1, owner: world.coordinator.name, status: 'assigned' }, { subject: { kind: 'member', ref: member } }]);
    expect((await report('fr')).sections.find(({ subject }) => subject?.kind === 'country')?.heading).toBe('Kenya');
    expect(codesOf(await add([kenya]))).toEqual(['reporting:problems.nobody_chosen']);
    expect(may(reportPolicy.addProfiles, world.coordinator, await reportOf(ref)).allowed).toBe(false);
    expect(may(sectionPolicy.draft, world.coordinator, (await profile()).subject).allowed).toBe(true);
    expect(may(sectionPolicy.draft, world.stranger, (await profile()).subject).allowed).toBe(false);
    expect((await sectionWriters(world.officer, world.coalition, world.later, (await profile()).id)).map(({ id }) => id)).toContain(world.coordinator.id);
  });

  it('stay at their number when others come', async () => {
    const before = (await profile()).position;
    valueOf(await add([{ kind: 'country', ref: 'AO' }]));
    expect((await profile()).position).toBe(before);
    expect((await report()).sections.flatMap(({ subject }) => subject?.kind ?? [])).toEqual(['country', 'country', 'member']);
  });
});

describe('SE-9, SE-10 a first text from the data', () => {
  it('is written in every language of the report, binds figures of its subject, and types no number', async () => {
    valueOf(await draft());
    const [english, french] = [await text(), await text('fr')];
    expect(english).toMatchObject({ heading: 'Kenya', origin: 'machine', number: 2 });
    expect(french).toMatchObject({ origin: 'machine', source: 2, number: 2 });
    for (const body of [english?.body ?? '', french?.body ?? '']) {
      expect(boundFigures(body)).toContain('standing-country-KE');
      expect(boundFigures(body).every((name) => name.endsWith('-country-KE'))).toBe(true);
      expect(withoutBindings(body)).not.toMatch(/\d/);
    }
    expect(english?.body).toContain('Counted here are the public commitments that the country leads');
    expect(english?.body).toContain('No public cash pledge for the country');
    expect(french?.body).toContain('Sont comptés ici');
    expect((await profile()).status).toBe('drafting');
  });

  it('is previewed with the figures of the records as they are now, before the freeze', async () => {
    const t = textFor('en', 'reporting');
    const pieces = await previewPieces((await text())?.body ?? '', await report(), { t, language: 'en', now: world.later });
    const told = pieces.flatMap((piece) => (piece.kind === 'figure' ? [piece.figure] : []));
    expect(told[0]).toMatchObject({ name: 'standing-country-KE', subject: 'Kenya', source: t('figures.live') });
    expect(told[0]?.finding).toMatch(/^Kenya: /);
    // A page that is only read computes nothing.
    expect(chaptersOf(await report(), t, 'en').at(-3)?.pieces.some(({ kind }) => kind === 'pending')).toBe(true);
  });

  it('never takes the place of what somebody wrote, unless they have seen both; and nothing is lost', async () => {
    // Another draft over one that nobody edited is only a version more, or none where it says the same.
    valueOf(await draft());
    expect((await text())?.number).toBe(2);
    valueOf(await edit(`Kenya, in our words.\n\n${bindingOf('standing-country-KE')}`));
    valueOf(await edit('Le Kenya, dans nos mots.', 'fr'));
    expect(codesOf(await draft())).toEqual(['reporting:problems.text_stands']);
    expect((await text())?.body).toContain('in our words');
    expect(codesOf(await draft(world.officer, 2))).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await draft(world.officer, 3));
    expect(await text()).toMatchObject({ number: 4, origin: 'machine' });
    // The translation that a person made stays, and is out of date.
    expect(await text('fr')).toMatchObject({ body: 'Le Kenya, dans nos mots.', origin: 'human', source: 3 });
    expect((await listSavedTexts(world.officer, (await profile()).id, 'en')).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    valueOf(await restoreText(permit(sectionPolicy.restore, world.officer, (await profile()).subject), at(), 4, { language: 'en', number: 3 }));
    expect(await text()).toMatchObject({ number: 5, body: expect.stringContaining('in our words') as unknown, origin: 'human' });
    valueOf(await draft(world.officer, 5));
  });

  it('is signed off by another than who asked for it', async () => {
    valueOf(await sendSection(permit(sectionPolicy.send, world.officer, (await profile()).subject), at()));
    expect(codesOf(await signOffSection(permit(sectionPolicy.signOff, world.officer, (await profile()).subject), at()))).toEqual(['access:problems.not_your_own']);
    valueOf(await signOffSection(permit(sectionPolicy.signOff, world.second, (await profile()).subject), at()));
    // Another text than was signed is drafted again.
    valueOf(await edit(`Kenya, once more.\n\n${bindingOf('standing-country-KE')}\n\n${bindingOf('rungs-country-KE')}`));
    expect((await profile()).status).toBe('drafting');
    valueOf(await draft(world.officer, 7));
  });

  it('says what is missing where there is nothing', async () => {
    valueOf(await draft(world.officer, undefined, 'AO'));
    const body = (await text('en', 'AO'))?.body ?? '';
    expect(body).toContain('No public commitment that the country leads');
    expect(body).toContain('- commitments that can be followed');
    expect(boundFigures(body)).toEqual([]);
  });

  it('has sentences without a digit for everything that figures can say, in six languages', () => {
    const row = (part: string, count = 1) => ({ part, value: String(count), count, currency: null, first: '0' });
    const of = (parts: readonly string[], reporting = 0, expected = 0) => ({ rows: parts.map((part) => row(part)), reporting, expected, missing: expected - reporting });
    const cases = [
      {}, { standing: of(['on_track'], 1, 1), rungs: of(['self_reported']), clauses: of(['A'], 1, 1), groups: of(['x']), ladder: of(['pledged'], 1, 2), members: of(['youth']), work: of(['sessions']) },
      { standing: of(['on_track', 'at_risk', 'stale', 'not_reached'], 1, 2), rungs: of(['independently_verified', 'contested']), ladder: of(['pledged', 'committed'], 2, 2), work: of(['decisions_adopted']) },
      { standing: of(['stale'], 0, 1), ladder: of(['pledged', 'committed', 'disbursed'], 3, 3) }, { standing: of(['off_track']) },
    ];
    const keys = new Set(cases.flatMap((found) => (['country', 'group', 'member'] as const).flatMap((kind) => draftOf(kind, found).flatMap(({ says, lists = [] }) => [...says, ...lists]))));
    expect(keys.size).toBeGreaterThan(38);
    for (const language of languages) for (const key of keys) expect(textFor(language, 'reporting')(`profiles.draft.${key}`), `${language} ${key}`).not.toMatch(/\d|^profiles\.|\{\{/);
  });
});

describe('SE-11 a profile that was left out', () => {
  const unsigned = async () => (await deskOf({ viewer: world.officer, report: await report(), now: world.later })).missing?.find(({ kind }) => kind === 'sections_unsigned')?.count;
  const due = async () => (await dueUpdates(world.coordinator, { language: 'en', now: world.later })).filter(({ key }) => key.startsWith('section')).length;

  it('is not told, not asked for, and written by nobody; and nothing of it is lost', async () => {
    const [before, asked, version] = [await unsigned(), await due(), (await profile()).version];
    expect(asked).toBe(1);
    valueOf(await out('KE', version));
    expect(await profile()).toMatchObject({ left_out_by: world.officer.id, status: 'drafting', version: version + 1 });
    expect(told(await report())).toEqual(['AO', member]);
    expect((await report()).left_out).toMatchObject([{ subject: kenya, left_out_by: world.officer.name }]);
    expect([await unsigned(), await due()]).toEqual([(before ?? 0) - 1, 0]);
    expect(Object.keys(await progressOf(world.officer, await report()))).not.toContain((await profile()).id);
    expect((await profileChoices(world.officer, { report: await report(), language: 'en', now: world.later }, { sets: ['country'], subjects: [kenya] })).candidates).toEqual([]);
    expect((await listSavedTexts(world.officer, (await profile()).id, 'en')).length).toBeGreaterThan(6);
  });

  it('refuses every act in words, also to whoever had its page open', async () => {
    const { subject, position } = await profile();
    const why = { allowed: false, reason: 'reporting:reasons.left_out' };
    for (const rule of [sectionPolicy.write, sectionPolicy.draft, sectionPolicy.restore, sectionPolicy.send, sectionPolicy.assign, sectionPolicy.comment]) expect(may(rule, world.officer, subject), rule.name).toEqual(why);
    for (const rule of [sectionPolicy.signOff, sectionPolicy.return]) expect(may(rule, world.second, { ...subject, section_status: 'in_review' }), rule.name).toEqual(why);
    expect(may(sectionPolicy.check, world.second, { ...subject, language: 'en', written_by: null })).toEqual(why);
    const open = { ...subject, left_out: false };
    await expect(writeSection(permit(sectionPolicy.write, world.coordinator, open), at(), undefined, 'en', { heading: 'Kenya', body: 'Late.' })).rejects.toBeInstanceOf(Forbidden);
    await expect(commentOn(permit(sectionPolicy.comment, world.officer, open), at(), { language: 'en', quoted: null, words: 'Late.' })).rejects.toBeInstanceOf(Forbidden);
    expect(codesOf(await nameMember(permit(reportPolicy.name, world.officer, await reportOf(ref)), at(), { position, figure_key: null, organisation_id: null, country_iso2: 'KE', about: 'Late.', language: 'en' }))).toEqual(['reporting:problems.passage_needed']);
  });

  it('is taken back as it stood; of two who act at once the second is told', async () => {
    const { version, position } = await profile();
    expect(codesOf(await out())).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await back('KE', version));
    expect(codesOf(await back('KE', version))).toEqual(['form:problems.changed_meanwhile']);
    expect(codesOf(await out('KE', version))).toEqual(['form:problems.changed_meanwhile']);
    expect(await profile()).toMatchObject({ position, left_out_at: null, left_out_by: null });
    expect(told(await report())).toEqual(['KE', 'AO', member]);
    expect((await report()).left_out).toEqual([]);
    expect(await due()).toBe(1);
    valueOf(await edit(`Kenya, taken back.\n\n${bindingOf('standing-country-KE')}`));
  });

  it('is told to its owner, as it is when it is taken back', async () => {
    const owner = await person('Luis Prado', world.now, { mail: 'luis@profiles.example', language: 'es' });
    valueOf(await assignSection(permit(sectionPolicy.assign, world.officer, (await profile('AO')).subject), at(), owner));
    valueOf(await out('AO'));
    valueOf(await back('AO'));
    const letters = async (step: string) => database().selectFrom('outbox_mails').select(['person_id', 'language']).where('idempotency_key', 'like', `report-section-${step}:%`).execute();
    for (const step of ['left_out', 'taken_back']) expect(await letters(step), step).toEqual([{ person_id: owner, language: 'es' }]);
    valueOf(await assignSection(permit(sectionPolicy.assign, world.officer, (await profile('AO')).subject), at(), null));
  });

  it('is never a chapter, and none that a reply names', async () => {
    const [chapter] = await sectionsOf(ref);
    expect(codesOf(await leaveOut(permit(sectionPolicy.leaveOut, world.officer, chapter?.subject ?? (await profile()).subject), at()))).toEqual(['reporting:problems.only_profile']);
    await expect(sql`update report_sections set left_out_at = now(), left_out_by = ${world.officer.id}::uuid where id = ${chapter?.id}::uuid`.execute(database())).rejects.toThrow();
    await expect(sql`update report_sections set left_out_at = now() where id = ${(await profile()).id}::uuid`.execute(database())).rejects.toThrow();
    const granted = permit(reportPolicy.name, world.officer, await reportOf(ref));
    const { id } = valueOf(await nameMember(granted, at(), { position: (await profile()).position, figure_key: null, organisation_id: null, country_iso2: 'KE', about: 'It says how far Kenya is.', language: 'en' }));
    expect(codesOf(await out())).toEqual(['reporting:problems.section_named']);
    valueOf(await unnameMember(granted, at(), id));
    expect(may(sectionPolicy.leaveOut, world.coordinator, (await profile()).subject).allowed).toBe(false);
  });
});

describe('a published profile', () => {
  it('keeps its figures at the freeze, equal to what is computed again, and is led to once the report is out', async () => {
    valueOf(await draft(world.officer, undefined, 'AO'));
    valueOf(await draftProfile(permit(sectionPolicy.draft, world.officer, ((await sectionsOf(ref)).find(({ organisation_id }) => organisation_id !== null) ?? (await profile())).subject), at()));
    // What is left out at the freeze has no figures of its own; taken back, it has what it would have had.
    valueOf(await out());
    valueOf(await freeze(world, ref));
    const { id } = await reportOf(ref);
    const narrowed = async () => (await figuresOf(id)).filter(({ subject }) => subject !== null).map(({ name }) => name);
    expect(await narrowed()).not.toContain('standing-country-KE');
    valueOf(await back());
    const kept = await narrowed();
    expect(kept).toContain('standing-country-KE');
    expect(kept).toContain(`standing-member-${member}`);
    const snapshot = await database().selectFrom('snapshots').select('id').where('report_id', '=', id).executeTakeFirstOrThrow();
    expect(await differingNarrowed(database(), { id: snapshot.id, report_id: id })).toEqual([]);
    expect(await profileOf(world.officer, kenya, { language: 'en', now: world.later })).toBeNull();
    await signed(world, ref);
    valueOf(await publish(world, ref, '2026-12-24T09:00'));
    const embargoed = new Date('2026-12-24T08:59:59Z');
    expect(await profileOf(world.officer, kenya, { language: 'en', now: embargoed })).toBeNull();
    expect(await profileOf(world.officer, kenya, { language: 'en', now: new Date('2026-12-24T09:00:00Z') })).toMatchObject({ report: ref, chapter: (await profile()).position });
    const chapters = chaptersOf(await report(), textFor('en', 'reporting'), 'en');
    expect(chapters.map(({ about }) => about).filter((about) => about !== null)).toEqual(['country', 'country', 'member']);
    expect(chapters.every(({ machine }) => !machine)).toBe(true);
  });

  it('SE-11 stays where it was published, and is left out of the next edition, whose approvals are taken away', async () => {
    const now = new Date('2026-12-28T09:00:00Z');
    expect(may(sectionPolicy.leaveOut, world.lead, (await profile()).subject)).toEqual({ allowed: false, reason: 'reporting:reasons.published_stays' });
    const correct = async () => valueOf(await correctReport(permit(reportPolicy.correct, world.officer, await reportOf(ref)), { now }, undefined, { position: null, figure_key: null, words: 'The profile of Kenya came out by mistake.', language: 'en', figures_change: false }));
    await correct();
    valueOf(await approved(world, ref, now));
    expect((await reportOf(ref)).status).toBe('approved');
    valueOf(await out());
    expect((await reportOf(ref)).status).toBe('right_of_reply');
    expect(await publicationGaps(database(), (await reportOf(ref)).id, now)).toEqual(['not_approved']);
    valueOf(await publish(world, ref, null, now));
    const edition = async (number: number) => findReport(world.stranger, ref, { language: 'en', now }, number);
    const [first, second] = [await edition(1), await edition(2)];
    const names = (one: ReportRecord | undefined) => one?.figures.map(({ name }) => name);
    expect([told(first ?? { sections: [] }), told(second ?? { sections: [] })]).toEqual([['KE', 'AO', member], ['AO', member]]);
    expect([first?.left_out, second?.left_out]).toEqual([[], []]);
    expect(names(first)).toContain('standing-country-KE');
    expect(names(second)).not.toContain('standing-country-KE');
    expect(names(second)).toContain(`standing-member-${member}`);
    expect(await profileOf(world.officer, kenya, { language: 'en', now })).toBeNull();
    // The edition after it carries it over as left out; there it is taken back, signed off as it was.
    await correct();
    expect((await report()).left_out).toMatchObject([{ subject: kenya, status: 'signed_off' }]);
    valueOf(await back());
    valueOf(await publish(world, ref, null, now));
    expect(names(await edition(3))).toContain('standing-country-KE');
    expect(await profileOf(world.officer, kenya, { language: 'en', now })).toMatchObject({ report: ref });
  });
});
