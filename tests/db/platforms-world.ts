import type { Actor, PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { placeOfCountry } from '#app/countries/place.server';
import { database } from '#app/platform/database.server';
import { lockPlatform, type LockedPlatform } from '#app/registries/platforms/lock.server';
import type { Checkable, Description } from '#app/registries/platforms/model';
import { confirmPlatform, describePlatform, nominatePlatform, publishPlatform, reviewPlatform } from '#app/registries/platforms/operations.server';
import { platformPolicy } from '#app/registries/platforms/policy';
import { valueOf } from './accounts-world';

/** Who takes a platform through its life, each another person. */
export interface Registrars {
  readonly now: Date;
  readonly country: string;
  /** Nominates and describes. */
  readonly author: PersonActor;
  readonly coordinator: PersonActor;
  readonly reviewer: PersonActor;
  readonly desk: PersonActor;
}

export const described = (more: Partial<Description> = {}): Description => ({
  language: 'en', name: 'Shule Wazi', description: 'Lessons for primary school that follow the curriculum.', address: 'https://shule-wazi.example/', owner: 'Institute of Curriculum', operator: 'Institute of Curriculum',
  levels: ['1', '2'], subjects: ['mathematics'], languages: ['sw', 'en-KE'], cost: 'free', cost_words: null, offline: true, zero_rated: null, devices: ['smartphone'], licence: 'CC-BY-4.0', standards: ['epub'],
  curriculum: null, curriculum_source: null, curriculum_on: null, accessibility: null, accessibility_source: null, accessibility_on: null, users: '42000', users_source: 'Annual report of the institute', users_on: '2025-12-31',
  teacher_stages: ['design', 'testing'], teacher_words: null, learner_data: false, safeguard: null, charter: [3, 3, 2, 1, null, 0, 2], ...more,
});

export async function platformRef(id: string): Promise<LockedPlatform> {
  const row = await database().transaction().execute((tx) => lockPlatform(tx, id));
  if (row === undefined) throw new Error('there is no such platform');
  return row;
}

export async function nominate({ now, country }: Pick<Registrars, 'now' | 'country'>, actor: Actor, name = 'Shule Wazi') {
  const place = await placeOfCountry(country);
  if (place === undefined) throw new Error('there is no coalition');
  return nominatePlatform(permit(platformPolicy.nominate, actor, place), { now }, { language: 'en', name, description: 'Lessons for primary school.', address: 'https://shule-wazi.example/', owner: null });
}

export const describeIt = async (now: Date, id: string, actor: Actor, more: Partial<Description> = {}, seen?: number) => describePlatform(permit(platformPolicy.describe, actor, await platformRef(id)), { now }, seen, described(more));
export const confirm = async (now: Date, id: string, actor: Actor) => confirmPlatform(permit(platformPolicy.confirm, actor, await platformRef(id)), { now });
export const review = async (now: Date, id: string, actor: Actor, checked: readonly Checkable[] = ['users']) =>
  reviewPlatform(permit(platformPolicy.review, actor, await platformRef(id)), { now }, { review: 'Opened on a phone and compared with the report.', checked });
export const publish = async (now: Date, id: string, actor: Actor) => publishPlatform(permit(platformPolicy.publish, actor, await platformRef(id)), { now });

export type Stage = 'nominated' | 'described' | 'country_confirmed' | 'expert_reviewed' | 'published';

/** A platform brought so far, step by step. */
export async function broughtTo(by: Registrars, stage: Stage, more: Partial<Description> = {}): Promise<{ readonly id: string; readonly ref: string }> {
  const made = valueOf(await nominate(by, by.author, more.name));
  const steps: readonly [Stage, () => Promise<unknown>][] = [
    ['nominated', () => Promise.resolve()],
    ['described', async () => valueOf(await describeIt(by.now, made.id, by.author, more))],
    ['country_confirmed', async () => valueOf(await confirm(by.now, made.id, by.coordinator))],
    ['expert_reviewed', async () => valueOf(await review(by.now, made.id, by.reviewer, []))],
    ['published', async () => valueOf(await publish(by.now, made.id, by.desk))],
  ];
  for (const [at, take] of steps) {
    await take();
    if (at === stage) return made;
  }
  return made;
}
