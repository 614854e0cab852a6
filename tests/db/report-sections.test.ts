import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { PersonActor, RoleName } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import type { Language } from '#app/languages/language';
import { findReportDesk } from '#app/reporting/reports/queries.server';
import { answerComment, commentOn, settleComment } from '#app/reporting/sections/comments/operations.server';
import { commentsOn } from '#app/reporting/sections/comments/queries.server';
import { assignSection, returnSection, sendSection, signOffSection } from '#app/reporting/sections/operations.server';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { progressOf } from '#app/reporting/sections/progress.server';
import { checkTranslation, restoreText, writeSection } from '#app/reporting/sections/texts/operations.server';
import { findSectionText, listSavedTexts } from '#app/reporting/sections/texts/queries.server';
import { give, person, valueOf } from './accounts-world';
import { personActor } from '#app/accounts/viewer.server';
import { codesOf, openReporting, planned, sectionsOf, signedOff, write, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let ref: string;
let owner: PersonActor;
let reader: PersonActor;
let reviewer: PersonActor;
const writtenTo = async (role: RoleName, name: string) => {
  const id = await person(name, world.now, { mail: `${role}@desk.example` });
  await give(id, role, world.now, { coalition_id: world.coalition });
  return personActor(id, world.now);
};
const at = () => ({ now: world.later });
const sectionAt = async (position = 1) => { const one = (await sectionsOf(ref))[position - 1]; if (one === undefined) throw new Error('no such section'); return one; };
const subjectAt = async (position = 1) => (await sectionAt(position)).subject;
const letters = async (start: string) => (await database().selectFrom('outbox_mails').select(['person_id', 'language', sql<string>`props->>'subject'`.as('subject'), sql<string>`props->'paragraphs'`.as('paragraphs')]).where('idempotency_key', 'like', `${start}%`).orderBy('created_at').execute());
const save = async (text: string, base: number | undefined, { who = world.officer, language = 'en' as Language, position = 1, origin = 'human' as 'human' | 'machine' } = {}) =>
  writeSection(permit(sectionPolicy.write, who, await subjectAt(position)), at(), base, language, { heading: 'In short', body: text, origin });

beforeAll(async () => {
  world = await openReporting();
  ref = (await planned(world)).ref;
  const id = await person('Luis Prado', world.now, { mail: 'luis@editors.example', language: 'es' });
  owner = await personActor(id, world.now);
  reader = await writtenTo('secretariat_officer', 'Ines Moreau');
  reviewer = await writtenTo('reviewer', 'Paul Okello');
});

describe('SE-2 the way of a section', () => {
  it('is assigned, sent, sent back with words, sent again and signed off, and its owner hears of each step in their language', async () => {
    valueOf(await assignSection(permit(sectionPolicy.assign, world.officer, await subjectAt(3)), at(), owner.id, 600));
    expect(await sectionAt(3)).toMatchObject({ owner_id: owner.id, word_limit: 600 });
    valueOf(await sendSection(permit(sectionPolicy.send, owner, await subjectAt(3)), at()));
    expect((await sectionAt(3)).status).toBe('in_review');
    expect((await letters('report-section-sent')).map(({ person_id }) => person_id)).toEqual([reader.id]);
    valueOf(await returnSection(permit(sectionPolicy.return, world.second, await subjectAt(3)), at(), undefined, 'Say whom it does not reach.'));
    expect(await sectionAt(3)).toMatchObject({ status: 'drafting', return_words: 'Say whom it does not reach.', returned_by: world.second.id });
    valueOf(await sendSection(permit(sectionPolicy.send, owner, await subjectAt(3)), at()));
    expect(await sectionAt(3)).toMatchObject({ status: 'in_review', return_words: null });
    await signedOff(world, ref, 3);
    for (const step of ['assigned', 'returned', 'signed_off']) expect(await letters(`report-section-${step}`), step).toMatchObject([{ person_id: owner.id, language: 'es' }]);
    expect(JSON.stringify((await letters('report-section-returned'))[0]?.paragraphs)).toContain('Say whom it does not reach.');
  });

  it('is signed off from review alone, and by nobody who owns it', async () => {
    expect(may(sectionPolicy.signOff, world.second, await subjectAt(2))).toMatchObject({ allowed: false, reason: 'access:reasons.not_now' });
    const subject = { ...(await subjectAt(2)), section_status: 'in_review', owner_id: world.second.id };
    expect(may(sectionPolicy.return, world.second, subject)).toMatchObject({ allowed: false, reason: 'access:reasons.not_your_own' });
    expect(may(sectionPolicy.send, owner, await subjectAt(2)).allowed).toBe(false);
  });
});

describe('SE-3 limits', () => {
  it('advises over the limit, and stops the sign-off far over it', async () => {
    valueOf(await assignSection(permit(sectionPolicy.assign, world.officer, await subjectAt(4)), at(), null, 50));
    valueOf(await save('word '.repeat(56), undefined, { position: 4 }));
    valueOf(await sendSection(permit(sectionPolicy.send, world.officer, await subjectAt(4)), at()));
    expect((await signOffSection(permit(sectionPolicy.signOff, world.second, await subjectAt(4)), at()))).toMatchObject({ ok: false, problems: [{ code: 'reporting:problems.too_long', values: { language: 'en', words: 56, limit: 55 } }] });
    valueOf(await save('word '.repeat(55), undefined, { position: 4 }));
    valueOf(await signOffSection(permit(sectionPolicy.signOff, world.second, await subjectAt(4)), at()));
  });
});

describe('SE-5 versions', () => {
  it('keeps every saved text with who saved it over what, and nothing changes one', async () => {
    valueOf(await save('First words.', 1));
    valueOf(await save('Second words.', 2, { who: world.second }));
    const section = await sectionAt();
    const saved = await listSavedTexts(world.officer, section.id, 'en');
    expect(saved.map(({ number, body, base, writer }) => ({ number, body, base, writer }))).toMatchObject([{ number: 3, body: 'Second words.', base: 2, writer: world.second.name }, { number: 2, body: 'First words.', base: 1, writer: world.officer.name }, { number: 1, base: null }]);
    await expect(sql`update report_section_versions set body = 'other' where section_id = ${section.id}`.execute(database())).rejects.toThrow();
    await expect(sql`delete from report_section_versions where section_id = ${section.id}`.execute(database())).rejects.toThrow();
  });

  it('says nothing twice: the same words are no other version', async () => {
    expect(valueOf(await save('Second words.', 3))).toEqual({ number: 3 });
    expect(await listSavedTexts(world.officer, (await sectionAt()).id, 'en')).toHaveLength(3);
  });

  it('saves nothing over what its writer has not seen; another language is another text', async () => {
    expect(codesOf(await save('Mine.', 2))).toEqual(['reporting:problems.written_meanwhile']);
    expect((await findSectionText(world.officer, (await sectionAt()).id, 'en'))?.body).toBe('Second words.');
    valueOf(await save('Premiers mots.', 0, { language: 'fr' }));
  });

  it('lets one of two who save at once through, and loses no text', async () => {
    const both = await Promise.all([save('One of two.', 3), save('The other of two.', 3, { who: world.second })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap((one) => codesOf(one) ?? [])).toEqual(['reporting:problems.written_meanwhile']);
  });

  it('restores an earlier one as a new one', async () => {
    valueOf(await restoreText(permit(sectionPolicy.restore, world.officer, await subjectAt()), at(), 4, { language: 'en', number: 2 }));
    expect((await listSavedTexts(world.officer, (await sectionAt()).id, 'en'))[0]).toMatchObject({ number: 5, body: 'First words.', restores: 2, base: 4 });
    expect(codesOf(await restoreText(permit(sectionPolicy.restore, world.officer, await subjectAt()), at(), 5, { language: 'en', number: 77 }))).toEqual(['reporting:problems.no_version']);
  });

  it('says by line what binds no figure, and saves nothing then', async () => {
    expect(await save('Good.\n\n{{figure:happiness}}\n{{ladder}}', 5)).toMatchObject({ ok: false, problems: [{ field: 'body', values: { line: 3, key: 'happiness' } }, { field: 'body', values: { line: 4, key: 'ladder' } }] });
  });
});

describe('SE-6 translations', () => {
  const standing = async (language: Language) => (await progressOf(world.officer, { id: (await sectionAt()).report_id, authoritative: 'en' }))[(await sectionAt()).id]?.languages.find((one) => one.language === language)?.freshness;

  it('age when the authoritative text moves on, and are checked by another who reads the language', async () => {
    expect(await standing('fr')).toBe('outdated');
    valueOf(await save('Premiers mots, à nouveau.', 1, { language: 'fr', origin: 'machine' }));
    expect(await standing('fr')).toBe('machine');
    const text = { ...(await subjectAt()), language: 'fr', written_by: world.officer.id };
    const polyglot: PersonActor = { ...world.second, spoken_languages: ['fr'] };
    expect(may(sectionPolicy.check, { ...world.officer, spoken_languages: ['fr'] }, text)).toMatchObject({ allowed: false, reason: 'access:reasons.not_your_own' });
    expect(may(sectionPolicy.check, world.second, text)).toMatchObject({ allowed: false, reason: 'access:reasons.not_your_language' });
    valueOf(await checkTranslation(permit(sectionPolicy.check, polyglot, text), at(), 2));
    expect(await standing('fr')).toBe('checked');
    expect(await standing('ar')).toBe('missing');
    valueOf(await save('Third words.', 5));
    expect(await standing('fr')).toBe('outdated');
  });

  it('are labelled as a machine’s until somebody stands for them', async () => {
    valueOf(await save('Tercera vez.', 0, { language: 'es', origin: 'machine' }));
    const inSpanish = async () => (await findReportDesk(world.officer, ref, { language: 'es', now: world.later }))?.sections[0];
    expect(await inSpanish()).toMatchObject({ language: 'es', machine: true });
    const polyglot: PersonActor = { ...world.second, spoken_languages: ['es'] };
    valueOf(await checkTranslation(permit(sectionPolicy.check, polyglot, { ...(await subjectAt()), language: 'es', written_by: world.officer.id }), at(), 1));
    expect(await inSpanish()).toMatchObject({ language: 'es', machine: false });
  });
});

describe('SE-4 comments', () => {
  it('are about words that stand in the text, answered, and settled by who made them or writes the section', async () => {
    const section = await sectionAt();
    const comment = async (quoted: string | null, words = 'Which year?') => commentOn(permit(sectionPolicy.comment, reviewer, await subjectAt()), at(), { language: 'en', quoted, words });
    expect(codesOf(await comment('Words that nobody wrote'))).toEqual(['reporting:problems.not_in_text']);
    const { id } = valueOf(await comment('third WORDS'));
    valueOf(await answerComment(permit(sectionPolicy.comment, world.officer, await subjectAt()), at(), id, 'This one.'));
    expect(await letters('report-section-answer')).toMatchObject([{ person_id: reviewer.id }]);
    expect(await commentsOn(world.officer, section.id)).toMatchObject([{ quoted: 'third WORDS', stands: true, settled_at: null, answers: [{ words: 'This one.' }] }]);
    expect((await progressOf(world.officer, { id: section.report_id, authoritative: 'en' }))[section.id]?.open).toBe(1);
    valueOf(await write(world, ref, 1, 'Quite another text.'));
    expect((await commentsOn(world.officer, section.id))[0]?.stands).toBe(false);
    expect(may(sectionPolicy.settle, owner, { ...(await subjectAt()), comment_by: reviewer.id }).allowed).toBe(false);
    valueOf(await settleComment(permit(sectionPolicy.settle, reviewer, { ...(await subjectAt()), comment_by: reviewer.id }), at(), id));
    expect((await commentsOn(world.officer, section.id))[0]).toMatchObject({ settler: reviewer.name });
    expect(codesOf(await answerComment(permit(sectionPolicy.comment, world.officer, await subjectAt()), at(), id, 'Too late.'))).toEqual(['reporting:problems.comment_settled']);
  });

  it('tell the owner of a section', async () => {
    valueOf(await commentOn(permit(sectionPolicy.comment, world.second, await subjectAt(3)), at(), { language: 'en', quoted: null, words: 'Shorter, please.' }));
    expect((await letters('report-section-comment')).filter(({ person_id }) => person_id === owner.id)).toMatchObject([{ language: 'es' }]);
  });
});
