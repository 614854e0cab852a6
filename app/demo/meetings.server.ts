import { permit } from '#app/access/permit';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Language } from '#app/languages/language';
import { takeSessionsIn } from '#app/working-groups/meetings/intake.server';
import { announceMeeting, editMeeting, planMeeting, type MeetingForm } from '#app/working-groups/meetings/operations.server';
import { meetingPolicy, programmePolicy } from '#app/working-groups/meetings/policy';
import { findMeeting, participantsOf, sessionsOfMeeting } from '#app/working-groups/meetings/queries.server';
import { noteParticipants, registerForMeeting } from '#app/working-groups/meetings/registration.server';
import { addressRecommendation, charterGroup, finaliseRecommendation, respond } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { recommendFrom, recordTakeaway } from '#app/working-groups/takeaways/operations.server';
import { recommendationPolicy } from '#app/working-groups/recommendations/policy';
import { responsePolicy } from '#app/working-groups/responses/policy';
import { takeawayPolicy, type TakeawayRef } from '#app/working-groups/takeaways/policy';
import { findTakeaway } from '#app/working-groups/takeaways/queries.server';
import { inTransaction } from '#app/access/transaction.server';
import { done } from '#app/access/result';
import { findSession } from '#app/working-groups/sessions/queries.server';
import type { Cast, Player } from './people.server';
import { as, at, must } from './stage.server';
import { pick, type Story } from './story';
import type { Texts } from './texts.server';

const group: Readonly<Record<Language, { name: string; mandate: string }>> = {
  en: { name: 'Plenary of the coalition', mandate: 'All members meet once a year, look at what was promised and agree on what to carry forward.' },
  fr: { name: 'Plénière de la coalition', mandate: 'Tous les membres se réunissent une fois par an, regardent ce qui a été promis et conviennent de la suite.' },
  es: { name: 'Plenario de la coalición', mandate: 'Todos los miembros se reúnen una vez al año, revisan lo prometido y acuerdan qué llevar adelante.' },
  ar: { name: 'الجلسة العامة للتحالف', mandate: 'يجتمع جميع الأعضاء مرة في السنة، وينظرون فيما وُعد به، ويتفقون على ما يمضون فيه.' },
  ru: { name: 'Пленум коалиции', mandate: 'Раз в год все члены собираются, смотрят, что было обещано, и решают, что развивать дальше.' },
  zh: { name: '联盟全体会议', mandate: '全体成员每年开会一次，审视已作的承诺，并商定要推进的事项。' },
};
const titles: Readonly<Record<Language, (year: number) => string>> = {
  en: (year) => `Annual meeting ${year}`, fr: (year) => `Réunion annuelle ${year}`, es: (year) => `Reunión anual ${year}`, ar: (year) => `الاجتماع السنوي ${year}`, ru: (year) => `Ежегодная встреча ${year}`, zh: (year) => `${year} 年年度会议`,
};
const introductions: Readonly<Record<Language, string>> = {
  en: 'Two days on what the year has brought: promises kept, money that arrived, and gaps that remain.', fr: 'Deux jours sur ce que l’année a apporté : promesses tenues, fonds arrivés, lacunes restantes.',
  es: 'Dos días sobre lo que trajo el año: promesas cumplidas, dinero que llegó y brechas que quedan.', ar: 'يومان عما جاء به العام: وعود أُوفي بها، وأموال وصلت، وفجوات باقية.',
  ru: 'Два дня о том, что принёс год: выполненные обещания, поступившие деньги и оставшиеся пробелы.', zh: '两天时间回顾这一年：兑现的承诺、到位的资金和仍存的差距。',
};

/** What last year’s meeting was about: hour, length in minutes, track, and what was agreed. */
const programme = [
  { day: 0, hour: '09:00', minutes: 90, track: null, title: 'Opening: a year of promises', description: 'The secretariat shows what was promised, paid and measured.', agreed: ['Every member brings its update two weeks before the meeting.'] },
  { day: 0, hour: '11:00', minutes: 90, track: 'Data', title: 'Counting learners who are not connected', description: 'How three countries closed their data gaps.', agreed: ['Countries publish the year of their latest school count beside every figure.', 'Statistical offices share one form for schools without electricity.'] },
  { day: 0, hour: '11:00', minutes: 90, track: 'Money', title: 'From pledge to payment', description: 'Both sides of a payment tell what they see.', agreed: ['Providers name the receiver in every announcement.'] },
  { day: 1, hour: '09:00', minutes: 60, track: 'Schools', title: 'Teachers at the table', description: 'What teachers’ unions ask of platforms.', agreed: ['Platforms are shown to teachers before they are bought.'] },
  { day: 1, hour: '11:00', minutes: null, track: null, title: 'What we carry forward', description: null, agreed: [] },
] as const;

/** The coalition’s own meetings: last year’s with who came and what was agreed, and the next one, for which people register. */
export async function meetingsIn(story: Story, cast: Cast, texts: Texts): Promise<void> {
  const founded = story.ago(300);
  const plenary = await must(charterGroup(permit(groupPolicy.charter, await as(cast.lead, founded), { coalition_id: cast.coalition_id }), at(founded), {
    kind: 'plenary', cadence: 'yearly', quorum_share: '50', decision_rule: 'consensus', notice_days: 30, starts_on: story.dayAgo(300), ends_on: null, texts: group,
  }));
  const ref = { id: plenary.id, coalition_id: cast.coalition_id };
  const held = await meetingIn(story, cast, ref, { planned: 220, first: 120, registers: 200 });
  await programmeIn(story, plenary.id);
  const players = [...cast.ministries, ...cast.others];
  await registrationsIn(story, held, players.slice(0, 34), 150);
  await cameIn(story, cast, held);
  await agreedIn(story, cast, held, texts);
  const next = await meetingIn(story, cast, ref, { planned: 30, first: -75, registers: 20 });
  await registrationsIn(story, next, players.slice(3, 15), 6);
}

interface When {
  /** Days before today: when it is planned, begins, and opens its registration. */
  readonly planned: number;
  readonly first: number;
  readonly registers: number;
}

async function meetingIn(story: Story, cast: Cast, ref: { id: string; coalition_id: string }, { planned, first, registers }: When): Promise<string> {
  const now = story.ago(planned);
  const lead = await as(cast.lead, now);
  const starts_on = story.dayAgo(first);
  const year = Number(starts_on.slice(0, 4));
  const form = (language: Language): MeetingForm => ({
    language, title: titles[language](year), introduction: introductions[language], starts_on, ends_on: addDays(starts_on, 1), time_zone: 'Africa/Nairobi', mode: 'hybrid', place: 'Nairobi, Conference Centre', visibility: 'public',
    registration_opens_on: story.dayAgo(registers), registration_closes_on: addDays(starts_on, -5), places: 120,
  });
  const meeting = await must(planMeeting(permit(meetingPolicy.plan, lead, { ...ref, kind: 'plenary' }), at(now), form('en')));
  const subject = { id: meeting.id, working_group_id: ref.id, coalition_id: ref.coalition_id, status: 'draft' };
  let version = 1;
  for (const language of ['fr', 'es', 'ar', 'ru', 'zh'] as const) await must(editMeeting(permit(meetingPolicy.edit, lead, subject), at(now), version++, form(language)));
  await must(announceMeeting(permit(meetingPolicy.announce, lead, subject), at(now)));
  return meeting.ref;
}

async function programmeIn(story: Story, working_group_id: string): Promise<void> {
  const now = story.ago(100);
  const granted = permit(programmePolicy.take, { kind: 'system', name: 'import' }, { working_group_id });
  const minutesOn = (hour: string, minutes: number): string => {
    const all = Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3)) + minutes;
    return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
  };
  await must(inTransaction(granted, at(now), async (tx) => {
    await takeSessionsIn(tx, granted, at(now), { source: 'demo programme', importId: null }, 'Africa/Nairobi', programme.map(({ day, hour, minutes, track, title, description }) => {
      const on = story.dayAgo(120 - day);
      return { source_key: title, content_hash: title, missing: {}, title, starts: `${on}T${hour}`, ends: minutes === null ? null : `${on}T${minutesOn(hour, minutes)}`, place: null, track, description, links: [], notes: {} };
    }));
    return done(null);
  }));
}

async function registrationsIn(story: Story, ref: string, players: readonly Player[], daysAgo: number): Promise<void> {
  for (const [number, player] of players.entries()) {
    const now = story.ago(daysAgo - (number % 5), 10, number);
    const person = await as(player.focal_point, now);
    const meeting = await meetingOf(ref, person, now);
    await must(registerForMeeting(permit(meetingPolicy.register, person, { ...meeting, person_id: person.id }), at(now), { organisation: player.organisation_id, mode: number % 3 === 2 ? 'remote' : 'in_person' }));
  }
}

async function cameIn(story: Story, cast: Cast, ref: string): Promise<void> {
  const now = story.ago(120, 7);
  const lead = await as(cast.lead, now);
  const meeting = await meetingOf(ref, lead, now);
  const people = await participantsOf(permit(meetingPolicy.participants, lead, meeting));
  await must(noteParticipants(permit(meetingPolicy.checkIn, lead, meeting), at(now), people.map(({ id, mode }, number) => ({ id, was: null, now: pick(number + 7, 8) === 0 ? 'absent' : mode }))));
}

async function agreedIn(story: Story, cast: Cast, ref: string, texts: Texts): Promise<void> {
  const now = story.ago(118);
  const lead = await as(cast.lead, now);
  const view = { language: 'en', now } as const;
  const sessions = await sessionsOfMeeting(lead, await meetingOf(ref, lead, now), view);
  const node = texts.clauses.get('P1.2');
  for (const { title, agreed } of programme) {
    const session = await findSession(lead, sessions.find((one) => one.title === title)?.ref ?? '', view);
    for (const text of session === undefined ? [] : agreed) {
      await must(recordTakeaway(permit(takeawayPolicy.record, lead, session ?? { id: '', working_group_id: '', coalition_id: '', status: '' }), at(now), { text, language: 'en', nodes: node === undefined ? [] : [node] }));
    }
  }
  const first = await findTakeaway(lead, `TKA-${story.dayAgo(120).slice(0, 4)}-002`, view);
  if (first !== undefined) await recommendedIn(story, cast, first);
}

/** What was agreed becomes a recommendation to ministries; one of them has answered. */
async function recommendedIn(story: Story, cast: Cast, takeaway: TakeawayRef): Promise<void> {
  const now = story.ago(110);
  const lead = await as(cast.lead, now);
  const { ref } = await must(recommendFrom(permit(takeawayPolicy.recommend, lead, takeaway), at(now), 'Say how old a school count is'));
  const { id } = await database().selectFrom('recommendations').select('id').where('ref', '=', ref).executeTakeFirstOrThrow();
  const of = (status: string) => ({ id, status, working_group_id: takeaway.working_group_id, coalition_id: takeaway.coalition_id });
  const asked = cast.ministries.slice(0, 5);
  await must(addressRecommendation(permit(recommendationPolicy.address, lead, of('draft')), at(now), 1, { secretariat: false, constituencies: [], organisations: asked.map(({ organisation_id }) => organisation_id), countries: [] }));
  await must(finaliseRecommendation(permit(recommendationPolicy.finalise, lead, of('draft')), at(now), 2));
  const answered = story.ago(96);
  const [first] = asked;
  if (first === undefined) return;
  await must(respond(permit(responsePolicy.give, await as(first.focal_point, answered), { ...of('final'), addressee_organisation_id: first.organisation_id, addressee_country_iso2: null }), at(answered), 0, {
    answer: 'accept', words: 'The year stands beside every figure on our site since this month.', commitment: null,
  }));
}

async function meetingOf(ref: string, viewer: Awaited<ReturnType<typeof as>>, now: Date) {
  const meeting = await findMeeting(viewer, ref, { language: 'en', now });
  if (meeting === undefined) throw new Error(`the demo world lost the meeting ${ref}`);
  return meeting;
}
