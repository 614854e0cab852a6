import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { askAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import { saveWhat } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { findCommitment } from '#app/commitments/record/queries.server';
import { translateCommitment } from '#app/commitments/translations/operations.server';
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
    valueOf(await translateCommitment(permit(commitmentPolicy.translate, world.focal, await refOf(ref)), at(), 'fr', { title: 'Relier 140 écoles', action: null, origin: 'human' }));
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
