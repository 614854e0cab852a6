import { permit } from '#app/access/permit';
import type { CommitmentRef, Status } from '#app/commitments/model';
import { createDraft, saveMeasure } from '#app/commitments/drafting/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { publishCommitment, returnCommitment, submitCommitment, verifyCommitment } from '#app/commitments/review/operations.server';
import { translateCommitment } from '#app/commitments/translations/operations.server';
import { languages, type Language } from '#app/languages/language';
import { addDays, addMonths } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Remark } from '#app/records/remarks/model';
import { detailOf, inWords } from './goal-details';
import { goalIdsOf } from './goals.server';
import { hasMilestones, milestonesIn } from './milestones.server';
import { countryOf, type Cast, type Player } from './people.server';
import { as, at, must } from './stage.server';
import { promises, type Undertaking } from './stories';
import { safeguardIn } from './safeguards.server';
import { pick, type Story } from './story';
import type { Texts } from './texts.server';

/** A commitment of the story, as far as it came. */
export interface Promised {
  readonly id: string;
  readonly ref: string;
  readonly player: Player;
  readonly subject: Omit<CommitmentRef, 'status'>;
  readonly status: Status;
  /** Days before today on which it was published; undefined when it was not. */
  readonly publishedAgo: number | undefined;
  readonly goal: { readonly baseline: number; readonly target: number; readonly started: string; readonly ends: string };
}

/** How many commitments the story tells of; the last of them are still on their way. */
const total = 132;

/** One that is public with its safeguard, and one that waits for it. */
const touchesLearners = (number: number): boolean => number === 7 || number === total - 10;

/** The one that is reached, but after its day. */
const late = 10;

/** Where in the story the decisions and recommendations come from that led to some commitments. */
export type Origins = (number: number, agoDays: number) => string | null;

/** Commitments of ministries and others, each in its own language and told in the other five, from three years ago until last week. */
export async function promisesIn(story: Story, cast: Cast, texts: Texts, origins: Origins): Promise<Promised[]> {
  const found: Promised[] = [];
  for (let number = 0; number < total; number += 1) found.push(await promise(story, cast, texts, number, origins));
  return found;
}

function leadOf(cast: Cast, number: number): Player {
  // The first is Kenya's: the journey of the documentation starts with it. A third is led by others than ministries.
  const players = number % 3 === 2 ? cast.others : cast.ministries;
  return players[number === 0 ? 0 : pick(number * 11 + 5, players.length)] ?? cast.ministries[0]!;
}

async function promise(story: Story, cast: Cast, texts: Texts, number: number, origins: Origins): Promise<Promised> {
  const player = leadOf(cast, number);
  const undertaking = promises[number === 0 ? 1 : number % promises.length] ?? promises[0]!;
  const agoDays = Math.max(6, 1010 - number * 7.6) | 0;
  const n = undertaking.numbers[pick(number + 2, undertaking.numbers.length)] ?? 100;
  const place = { coalition_id: cast.coalition_id, lead_organisation_id: countryOf(player) === null ? player.organisation_id : null, lead_country_iso2: countryOf(player) };
  const begun = story.ago(agoDays);
  const author = await as(player.focal_point, begun);
  const { id, ref } = await must(createDraft(permit(commitmentPolicy.create, author, place), at(begun), whatOf(cast, texts, player, undertaking, n, number, origins(number, agoDays))));
  const subject = { id, ...place, submitted_by: null };
  const goal = goalOf(story, undertaking, n, number, agoDays);
  const draft = { ...subject, status: 'draft' as const };
  await must(saveMeasure(permit(commitmentPolicy.edit, author, draft), at(begun), undefined, {
    starts_on: goal.started,
    goals: [{
      statement: null, target_value: String(goal.target), unit: undertaking.unit, target_on: goal.ends, method: null, ascending: true,
      baseline_value: number % 4 === 3 ? null : String(goal.baseline), baseline_year: number % 4 === 3 ? null : Number(goal.started.slice(0, 4)) - 1,
      detail: detailOf(undertaking.unit, number),
    }, ...(number % 10 === 6 ? [inWords(player.language, goal.ends)] : [])],
  }));
  if (hasMilestones(number)) await milestonesIn(story, player, draft, goal, agoDays);
  for (const language of languages) {
    if (language === player.language) continue;
    await must(translateCommitment(permit(commitmentPolicy.translate, author, draft), at(begun), undefined, language, {
      title: told(undertaking.title[language], n), action: told(undertaking.action[language], n), problem: null, origin: number % 9 === 4 && language !== 'en' ? 'machine' : 'human',
    }));
  }
  const status = await carry(story, cast, { ...subject, ref }, player, number, agoDays);
  return { id, ref, player, subject, status, publishedAgo: status === 'published' ? agoDays - 12 : undefined, goal };
}

const told = (sentence: string, n: number): string => sentence.replace('{{n}}', String(n));

function whatOf(cast: Cast, texts: Texts, player: Player, undertaking: Undertaking, n: number, number: number, origin: string | null) {
  const language: Language = player.language;
  const second = number % 4 === 1 ? (promises[(number + 5) % promises.length]?.line ?? undertaking.line) : undertaking.line;
  const nodes = [...new Set([undertaking.line, second])].flatMap((line) => texts.clauses.get(line) ?? []);
  return {
    language, title: told(undertaking.title[language], n), action: told(undertaking.action[language], n), problem: null, type: undertaking.type, nodes,
    beneficiaries: undertaking.groups.slice(0, 1 + (number % 2)), countries: countriesOf(cast, player, number), learner_data: touchesLearners(number), origin, visibility: 'public' as const, embargo_until: null,
  };
}

/** A ministry acts at home; others in one to three countries, with shares that total 100. */
function countriesOf(cast: Cast, player: Player, number: number) {
  if (countryOf(player) !== null) return [];
  const places = [0, 1, 2].slice(0, 1 + (number % 3)).map((step) => cast.ministries[(number * 5 + step * 7) % cast.ministries.length]?.iso2 ?? 'KE');
  const distinct = [...new Set(places)];
  const shares: readonly (readonly string[])[] = [['100'], ['60', '40'], ['50', '30', '20']];
  return distinct.map((country_iso2, step) => ({ country_iso2, share: shares[distinct.length - 1]?.[step] ?? null }));
}

function goalOf(story: Story, undertaking: Undertaking, n: number, number: number, agoDays: number) {
  const started = addDays(story.today, -agoDays + 14);
  const years = 2 + (number % 4);
  const baseline = undertaking.unit === 'percent' ? 0 : Math.round((n * pick(number + 40, 20)) / 100);
  return { baseline, target: n, started, ends: number === late ? addMonths(started, 12) : `${Number(started.slice(0, 4)) + years}-12-31` };
}

/** What the secretariat asks at two of its fields. */
async function remarksOn(id: string): Promise<Remark[]> {
  const { action } = await database().selectFrom('commitment_texts as t').innerJoin('commitments as c', (on) => on.onRef('c.id', '=', 't.commitment_id').onRef('c.language', '=', 't.language')).select('t.action').where('c.id', '=', id).executeTakeFirstOrThrow();
  const [goal_id] = await goalIdsOf(id);
  return [{ field: 'action', goal_id: null, note: 'Name the districts.', said: action }, { field: 'method', goal_id: goal_id ?? null, note: 'Say who counts, and how often.', said: null }];
}

/** Takes it as far as it came: the last ones wait, a few were returned, the others are public. */
async function carry(story: Story, cast: Cast, subject: Omit<CommitmentRef, 'status'> & { readonly ref: string }, player: Player, number: number, agoDays: number): Promise<Status> {
  if (number >= total - 3) return 'draft';
  const sent = story.ago(agoDays - 2, 10);
  await must(submitCommitment(permit(commitmentPolicy.submit, await as(player.focal_point, sent), { ...subject, status: 'draft' }), at(sent)));
  if (number >= total - 8) return 'submitted';
  const submitted = { ...subject, submitted_by: player.focal_point };
  const read = story.ago(agoDays - 6, 11);
  const reviewer = await as(number % 2 === 0 ? cast.reviewer : cast.officer, read);
  if (number === total - 9 || number === total - 30) {
    await must(returnCommitment(permit(commitmentPolicy.return, reviewer, { ...submitted, status: 'submitted' }), at(read), 'Two answers are missing something.', { remarks: await remarksOn(subject.id) }));
    return 'returned';
  }
  await must(verifyCommitment(permit(commitmentPolicy.verify, reviewer, { ...submitted, status: 'submitted' }), at(read)));
  if (touchesLearners(number)) await safeguardIn(story, cast, { ...submitted, status: 'verified' }, player.focal_point, Math.max(1, agoDays - 10), number !== total - 10);
  if (number === total - 10) return 'verified';
  const out = story.ago(Math.max(1, agoDays - 12), 12);
  await must(publishCommitment(permit(commitmentPolicy.publish, await as(cast.lead, out), { ...submitted, status: 'verified' }), at(out)));
  return 'published';
}
