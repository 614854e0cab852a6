import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { approveAmendment, askAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import { saveWhat } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { findCommitment } from '#app/commitments/record/queries.server';
import type { Translation } from '#app/commitments/translations/model';
import { dueTranslations } from '#app/commitments/translations/due.server';
import { tellOfTranslations } from '#app/commitments/translations/letters.server';
import { checkTranslation, translateCommitment } from '#app/commitments/translations/operations.server';
import { translationPolicy } from '#app/commitments/translations/policy';
import { findTranslations } from '#app/commitments/translations/queries.server';
import { updateProfile } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { database } from '#app/platform/database.server';
import { valueOf } from './accounts-world';
import { brought, type CommitmentsWorld, draft, openCommitments, refOf, what } from './commitments-world';

describe('commitments in any language', () => {
  let world: CommitmentsWorld;
  const at = () => ({ now: world.now });
  const view = (language: 'en' | 'fr' | 'ar' = 'en') => ({ language, now: world.now });
  const edit = async (ref: string) => permit(commitmentPolicy.edit, world.focal, await refOf(ref));
  const textsOf = async (ref: string) => database().selectFrom('commitment_texts as t').innerJoin('commitments as c', 'c.id', 't.commitment_id').select(['t.language', 't.title', 't.origin', 't.source_version'])
    .where('c.ref', '=', ref).orderBy('t.language').execute();
  beforeAll(async () => { world = await openCommitments(); });
  afterAll(() => world.close());

  it('one that is written in Portuguese is read everywhere, as what it is', async () => {
    const ref = await brought(world, await draft(world, { form: { language: 'pt-BR', title: 'Ligar 140 escolas à internet', action: 'Ligamos 140 escolas.' } }), 'published');
    expect((await findCommitment(anyone, ref, view('ar')))?.text).toMatchObject({ title: 'Ligar 140 escolas à internet', language: 'pt-BR', authoritative: 'pt-BR' });
    const { id } = await refOf(ref);
    expect(await promisedIn(database(), id)).toMatchObject({ language: 'pt-BR', lead: { name: 'Harbour Telecom Group' } });
    const before = await promisedIn(database(), id);
    const form = { title: before.title, action: before.action, lead: 'KE', starts_on: before.starts_on, countries: before.countries, goals: before.goals.map(({ id: _id, ...goal }) => goal), reason: 'The ministry takes it over.' };
    valueOf(await askAmendment(permit(amendmentPolicy.ask, world.focal, await refOf(ref)), at(), undefined, form));
    const { after } = await database().selectFrom('amendments').select('after').where('commitment_id', '=', id).executeTakeFirstOrThrow();
    expect(after).toMatchObject({ lead: { country_iso2: 'KE', name: 'Kenya' } });
  });

  it('the database takes tags and nothing else', async () => {
    const { id } = await refOf(await draft(world));
    const write = (language: string) => database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"job"}'), eb.val(true)]).as('said')).execute();
      await tx.insertInto('commitment_texts').values({ commitment_id: id, language, title: 'Words' }).execute();
    });
    for (const tag of ['sw', 'zh-Hans-CN', 'ber', 'sr-Latn']) await write(tag);
    for (const wrong of ['', 'x', 'EN', 'english', 'en_GB', 'en-', '../en']) await expect(write(wrong)).rejects.toMatchObject({ constraint_name: 'commitment_texts_language' });
  });

  it('a text whose language was named wrongly keeps its translations, and they are out of date', async () => {
    const ref = await draft(world);
    valueOf(await translateCommitment(permit(commitmentPolicy.translate, world.focal, await refOf(ref)), at(), undefined, 'fr', { title: 'Relier 140 écoles', action: null, problem: null, origin: 'human' }));
    valueOf(await saveWhat(await edit(ref), at(), undefined, what(world, { language: 'pt', title: 'Ligar 140 escolas' })));
    expect(await textsOf(ref)).toMatchObject([{ language: 'fr', title: 'Relier 140 écoles' }, { language: 'pt', title: 'Ligar 140 escolas', origin: 'human' }]);
    expect((await findCommitment(world.focal, ref, view('fr')))?.text).toMatchObject({ title: 'Relier 140 écoles', outdated: true });
  });

  it('somebody says in which languages they can work, also others than the six', async () => {
    const { id, name } = world.focal;
    valueOf(await updateProfile(permit(peoplePolicy.update, world.focal, { id }), at(), { name, language: 'en', spoken_languages: ['en', 'fr'], spoken_other: ['sw', 'fr'], time_zone: 'UTC', publish_name: false }));
    const stored = await database().selectFrom('people').select('spoken_languages').where('id', '=', id).executeTakeFirstOrThrow();
    expect(stored.spoken_languages).toEqual(['en', 'fr', 'sw']);
  });
});

describe('translations of a commitment', () => {
  let world: CommitmentsWorld;
  let ref: string;
  const at = () => ({ now: world.now });
  const said = { title: 'Kuunganisha shule 140', action: 'Tunaunganisha shule.', problem: null };
  const find = (language: 'en' | 'fr' = 'en', text?: string) => findCommitment(anyone, ref, { language, now: world.now }, text);
  const write = async (language: string, more: Partial<Translation> = {}, seen?: number, who = world.focal) =>
    translateCommitment(permit(commitmentPolicy.translate, who, await refOf(ref)), at(), seen, language, { ...said, origin: 'human', ...more });
  const texts = async () => (await findTranslations(world.officer, ref, { language: 'en', now: world.now }))?.texts ?? [];
  const standing = async (language: string) => (await texts()).find((one) => one.language === language)?.freshness ?? 'missing';
  const check = async (who: PersonActor, language: string, seen?: number) => {
    const translated_by = (await texts()).find((one) => one.language === language)?.translated_by ?? null;
    return checkTranslation(permit(translationPolicy.check, who, { ...(await refOf(ref)), language, translated_by }), at(), seen);
  };
  const reading = (who: PersonActor, ...spoken_languages: string[]): PersonActor => ({ ...who, spoken_languages });
  beforeAll(async () => {
    world = await openCommitments();
    ref = await brought(world, await draft(world), 'published');
  });
  afterAll(() => world.close());

  it('a machine’s is labelled until another person who reads the language has checked it', async () => {
    valueOf(await write('sw', { origin: 'machine' }));
    expect([await standing('sw'), (await find('en', 'sw'))?.text]).toMatchObject(['machine', { language: 'sw', title: said.title, machine: true, languages: ['en', 'sw'] }]);
    await expect(check(reading(world.focal, 'sw'), 'sw')).rejects.toMatchObject({ reason: 'access:reasons.not_your_own' });
    await expect(check(world.officer, 'sw')).rejects.toMatchObject({ reason: 'access:reasons.not_your_language' });
    await expect(check(reading(world.stranger, 'sw'), 'sw')).rejects.toMatchObject({ reason: 'access:reasons.not_your_organisation' });
    valueOf(await check(reading(world.officer, 'sw'), 'sw'));
    expect([await standing('sw'), (await find('en', 'sw'))?.text.machine]).toEqual(['checked', false]);
  });

  it('waits on the page of who may check it, and of nobody else', async () => {
    valueOf(await write('pt-BR', { title: 'Ligar 140 escolas' }));
    const due = async (who: PersonActor, ...spoken: string[]) => (await dueTranslations(reading(who, ...spoken), { language: 'en', now: world.now })).map(({ ref: one, why }) => [one, why]);
    const waiting = [[ref, 'The translation into Brazilian Portuguese waits to be checked']];
    expect([await due(world.officer, 'pt'), await due(world.deputy, 'pt-BR')]).toEqual([waiting, waiting]);
    expect([await due(world.focal, 'pt'), await due(world.officer, 'sw'), await due(world.stranger, 'pt')]).toEqual([[], [], []]);
    valueOf(await check(reading(world.officer, 'pt'), 'pt-BR'));
    expect(await due(world.officer, 'pt')).toEqual([]);
  });

  it('those who may check what was written are told the next day, in one letter, once; of another wording again', async () => {
    const [day, one, other] = [86_400_000, await draft(world), await brought(world, await draft(world), 'published')];
    const speaks = (who: PersonActor, ...spoken_languages: string[]) => database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"job"}'), eb.val(true)]).as('said')).execute();
      await tx.updateTable('people').set({ spoken_languages }).where('id', '=', who.id).execute();
      await tx.insertInto('person_mails').values({ address: `${who.id}@readers.example`, person_id: who.id, is_primary: true }).execute();
    });
    for (const who of [world.officer, world.deputy, world.focal, world.stranger]) await speaks(who, 'it', 'nl');
    const put = async (where: string, language: string, title: string, now = world.now) => valueOf(await translateCommitment(permit(commitmentPolicy.translate, world.focal, await refOf(where)), { now }, undefined, language, { ...said, title, origin: 'human' }));
    const toldOn = async (now: Date) => {
      const before = (await database().selectFrom('outbox_mails').select('id').execute()).map(({ id }) => id);
      await tellOfTranslations(now);
      await tellOfTranslations(now);
      const mails = await database().selectFrom('outbox_mails').select(['person_id', 'props']).where('thread', 'like', 'translations:%').$if(before.length > 0, (query) => query.where('id', 'not in', before)).execute();
      return new Map(mails.map(({ person_id, props }) => [person_id, (props as { subject: string }).subject]));
    };
    const after = (days: number) => new Date(world.now.getTime() + days * day);
    await put(one, 'it', 'Collegare');
    await put(other, 'it', 'Collegare scuole');
    await put(other, 'nl', 'Verbinden');
    expect(await toldOn(world.now)).toEqual(new Map());
    const told = await toldOn(after(1));
    expect([told.get(world.officer.id), told.get(world.deputy.id)]).toEqual(['3 translations wait to be checked', '3 translations wait to be checked']);
    for (const who of [world.focal, world.stranger, world.lead]) expect(told.has(who.id)).toBe(false);
    expect(await toldOn(after(2))).toEqual(new Map());
    await put(one, 'it', 'Collegare 140 scuole', after(2));
    await put(other, 'nl', 'Verbinden wij', after(2));
    const { translated_by } = await database().selectFrom('commitment_texts').select('translated_by').where('language', '=', 'nl').executeTakeFirstOrThrow();
    valueOf(await checkTranslation(permit(translationPolicy.check, reading(world.officer, 'nl'), { ...(await refOf(other)), language: 'nl', translated_by }), { now: after(2) }, undefined));
    expect((await toldOn(after(3))).get(world.officer.id)).toBe('1 translation waits to be checked');
  });

  it('another wording has to be checked again, the same one has not', async () => {
    valueOf(await write('sw', { origin: 'machine' }));
    expect(await standing('sw')).toBe('checked');
    valueOf(await write('sw', { title: 'Kuunganisha shule mia moja' }, undefined, world.deputy));
    expect(await standing('sw')).toBe('unchecked');
    await expect(check(reading(world.deputy, 'sw'), 'sw')).rejects.toBeInstanceOf(Forbidden);
    valueOf(await check(reading(world.focal, 'sw'), 'sw'));
  });

  it('is out of date when what counts has changed, until somebody has looked at it', async () => {
    const { id } = await refOf(ref);
    const before = await promisedIn(database(), id);
    const form = { title: 'Connect all 140 schools', action: before.action, lead: before.lead.ref, starts_on: before.starts_on, countries: before.countries, goals: before.goals.map(({ id: _, ...goal }) => goal), reason: 'Said more plainly.' };
    const asked = valueOf(await askAmendment(permit(amendmentPolicy.ask, world.focal, await refOf(ref)), at(), undefined, form));
    valueOf(await approveAmendment(permit(amendmentPolicy.approve, world.lead, { ...(await refOf(ref)), amendment_id: asked.id, amendment: 'asked', asked_by: world.focal.id }), at()));
    expect([await standing('sw'), (await find('en', 'sw'))?.text.outdated]).toEqual(['outdated', true]);
    valueOf(await check(reading(world.officer, 'sw'), 'sw'));
    expect([await standing('sw'), (await find('en', 'sw'))?.text.outdated]).toEqual(['checked', false]);
  });

  it('two who write at once: the second is told', async () => {
    valueOf(await write('pt', {}, 0));
    expect(await write('pt', { title: 'Ligar escolas' }, 0)).toMatchObject({ ok: false, problems: [{ code: 'form:problems.changed_meanwhile' }] });
    valueOf(await write('pt', { title: 'Ligar escolas' }, 1));
    expect(await check(reading(world.officer, 'pt'), 'pt', 1)).toMatchObject({ ok: false });
    expect(await write('en')).toMatchObject({ ok: false, problems: [{ code: 'commitments:problems.authoritative_language' }] });
    expect(await check(reading(world.officer, 'de'), 'de')).toMatchObject({ ok: false, problems: [{ code: 'commitments:problems.nothing_to_check' }] });
  });

  it('the database holds that nobody checks what they wrote', async () => {
    const { id } = await refOf(ref);
    const own = database().transaction().execute(async (tx) => {
      await tx.selectNoFrom((eb) => eb.fn('set_config', [eb.val('concord.actor'), eb.val('{"kind":"system","name":"job"}'), eb.val(true)]).as('said')).execute();
      await tx.updateTable('commitment_texts').set({ checked_by: world.focal.id }).where('commitment_id', '=', id).where('language', '=', 'pt').execute();
    });
    await expect(own).rejects.toMatchObject({ constraint_name: 'commitment_texts_another_checks' });
  });

  it('is nobody’s business who does not work on it', async () => {
    for (const who of [anyone, world.stranger]) expect(await findTranslations(who, ref, { language: 'en', now: world.now })).toBeUndefined();
    expect((await find('fr', 'no tag'))?.text.language).toBe('en');
  });
});
