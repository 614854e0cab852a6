import { permit } from '#app/access/permit';
import { placeOfCountry } from '#app/countries/place.server';
import { languages } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { lockPlatform, type LockedPlatform } from '#app/registries/platforms/lock.server';
import { confirmPlatform, describePlatform, discontinuePlatform, nominatePlatform, publishPlatform, returnPlatform, reviewPlatform, translatePlatform } from '#app/registries/platforms/operations.server';
import { platformPolicy } from '#app/registries/platforms/policy';
import type { Cast } from './people.server';
import { platforms, saidOf, type Come, type ToldPlatform } from './platform-stories';
import { as, at, must } from './stage.server';
import type { Story } from './story';

interface Scene {
  readonly story: Story;
  readonly cast: Cast;
  readonly platform: ToldPlatform;
  readonly id: string;
  /** Speaks for the ministry and the country, and describes; another one confirms. */
  readonly author: string;
  readonly coordinator: string;
}

/** The registry of public platforms: some that are published, and one at each step before. */
export async function platformsIn(story: Story, cast: Cast): Promise<void> {
  const coordinators = await database().selectFrom('roles').select(['person_id', 'country_iso2']).where('role', '=', 'country_coordinator').execute();
  for (const platform of platforms) {
    const author = cast.ministries.find(({ iso2 }) => iso2 === platform.iso2)?.focal_point ?? cast.officer;
    const coordinator = coordinators.find(({ country_iso2 }) => country_iso2 === platform.iso2)?.person_id;
    const place = await placeOfCountry(platform.iso2);
    if (place === undefined || coordinator === undefined) throw new Error(`nobody coordinates ${platform.iso2} in the demo world`);
    const now = story.ago(platform.ago);
    const { name, description, language, address, owner } = saidOf(platform);
    const { id } = await must(nominatePlatform(permit(platformPolicy.nominate, await as(cast.others[2]?.focal_point ?? author, now), place), at(now), { name, description, language: platform.language, address, owner }));
    await goOn({ story, cast, platform, id, author, coordinator }, language);
  }
}

const refOf = async (id: string): Promise<LockedPlatform> => {
  const row = await database().transaction().execute((tx) => lockPlatform(tx, id));
  if (row === undefined) throw new Error('the story lost a platform');
  return row;
};

const steps: readonly Come[] = ['nominated', 'described', 'country_confirmed', 'expert_reviewed', 'published'];
/** How many of the steps are taken. */
const taken = (come: Come): number => (steps.includes(come) ? steps.indexOf(come) : come === 'returned' ? 1 : 4);

async function goOn(scene: Scene, language: string): Promise<void> {
  const { story, cast, platform, id, author } = scene;
  await edition(scene, platform.ago, taken(platform.come), {});
  if (language !== 'en' || taken(platform.come) === 4) await translate(scene, platform.ago - 4);
  const later = story.ago(Math.max(1, platform.ago - 200));
  if (platform.come === 'returned') await must(returnPlatform(permit(platformPolicy.return, await as(cast.officer, story.ago(12)), await refOf(id)), at(story.ago(12)), { reason: 'Say whose servers the evening lessons run on, and whether they keep anything about learners.' }));
  if (platform.come === 'renewed') {
    await edition(scene, platform.ago - 290, 4, { users: '538000', users_on: '2025-12-31', charter: [3, 3, 2, 3, 3, 3, 2] });
    await translate(scene, platform.ago - 293);
  }
  if (platform.come === 'next') await must(describePlatform(permit(platformPolicy.describe, await as(author, story.ago(8)), await refOf(id)), at(story.ago(8)), undefined, { ...saidOf(platform), offline: true, cost: 'free', cost_words: null }));
  if (platform.come === 'discontinued') await must(discontinuePlatform(permit(platformPolicy.discontinue, await as(scene.coordinator, later), await refOf(id)), at(later), { reason: 'The schools are open again and the broadcasts have ended; the recordings went to Vuli Online.' }));
}

/** One edition, so many steps of the way. */
async function edition({ story, cast, platform, id, author, coordinator }: Scene, from: number, many: number, more: ToldPlatform['said']): Promise<void> {
  const on = (days: number) => story.ago(Math.max(1, from - days), 11);
  const acts: readonly (() => Promise<unknown>)[] = [
    async () => must(describePlatform(permit(platformPolicy.describe, await as(author, on(4)), await refOf(id)), at(on(4)), undefined, { ...saidOf(platform), ...more })),
    async () => must(confirmPlatform(permit(platformPolicy.confirm, await as(coordinator, on(9)), await refOf(id)), at(on(9)))),
    async () => must(reviewPlatform(permit(platformPolicy.review, await as(cast.reviewer, on(20)), await refOf(id)), at(on(20)), { review: platform.review, checked: platform.checked })),
    async () => must(publishPlatform(permit(platformPolicy.publish, await as(cast.officer, on(24)), await refOf(id)), at(on(24)))),
  ];
  for (const act of acts.slice(0, many)) await act();
}

async function translate({ story, platform, id, author }: Scene, days: number): Promise<void> {
  const now = story.ago(Math.max(1, days), 15);
  const row = await refOf(id);
  for (const language of languages.filter((one) => one !== platform.language)) {
    await must(translatePlatform(permit(platformPolicy.translate, await as(author, now), row), at(now), row.open?.number ?? row.edition, { language, name: platform.abroad ?? platform.name, description: platform.about[language], origin: 'human' }));
  }
}
