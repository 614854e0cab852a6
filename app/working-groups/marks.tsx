import type { Text } from '#app/languages/catalogue';
import { formatDayInZone, formatTime } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { constituencyName } from '#app/members/organisations/words';
import { Tag, type Tone } from '#app/ui/tag';
import type { ActionStatus } from './actions/model';
import type { DecisionStatus } from './decisions/model';
import type { GroupStatus } from './model';
import type { RecommendationStatus } from './recommendations/model';
import type { Mode, SessionStatus } from './sessions/model';

const groupTones: Readonly<Record<GroupStatus, Tone>> = { proposed: 'draft', chartered: 'prog', active: 'prog', reporting: 'late', concluded: 'ok', dissolved: 'none' };
const sessionTones: Readonly<Record<SessionStatus, Tone>> = {
  draft: 'draft', convened: 'prog', in_progress: 'prog', adjourned: 'late', minutes_draft: 'late', in_correction: 'late', approved: 'prog', published: 'ok', cancelled: 'off',
};
const decisionTones: Readonly<Record<DecisionStatus, Tone>> = { provisional: 'late', adopted: 'ok', rejected: 'off', superseded: 'none', lapsed: 'none' };
const actionTones: Readonly<Record<ActionStatus, Tone>> = { open: 'draft', in_progress: 'prog', done: 'ok', blocked: 'off', cancelled: 'none' };
const recommendationTones: Readonly<Record<RecommendationStatus, Tone>> = { draft: 'draft', preliminary: 'late', final: 'prog', endorsed: 'ok', in_implementation: 'prog', closed: 'none' };

export const groupTag = (status: GroupStatus, t: Text) => <Tag tone={groupTones[status]}>{t(`group_status.${status}`)}</Tag>;
export const sessionTag = (status: SessionStatus, t: Text) => <Tag tone={sessionTones[status]}>{t(`session_status.${status}`)}</Tag>;
export const decisionTag = (status: DecisionStatus, t: Text) => <Tag tone={decisionTones[status]}>{t(`decision_status.${status}`)}</Tag>;
export const recommendationTag = (status: RecommendationStatus, t: Text) => <Tag tone={recommendationTones[status]}>{t(`recommendation_status.${status}`)}</Tag>;

/** Overdue is derived from the day; it stands in place of the state, which it says more than. */
export const actionTag = (status: ActionStatus, overdue: boolean, t: Text) =>
  overdue ? <Tag tone="late">{t('action_status.overdue')}</Tag> : <Tag tone={actionTones[status]}>{t(`action_status.${status}`)}</Tag>;

export interface SeatOf {
  readonly organisation: string | null;
  readonly constituency: string | null;
}

/** Whose seat it is: an organisation, or a part of society by its name in the reader's language. */
export function seatName({ organisation, constituency }: SeatOf, t: Text, language: Language): string {
  if (organisation !== null) return organisation;
  return t('seat.constituency', { name: constituencyName(constituency ?? '', language) });
}

/** How people meet; a programme may not say it. */
export const modeName = (mode: Mode | null, t: Text): string => t(mode === null ? 'meeting.not_stated' : `mode.${mode}`);

/** What a zone is called beside a time: its IANA name, which means the same in every language. */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ');

export interface Meeting {
  readonly starts_at: Date;
  readonly time_zone: string;
}

/** “19 November 2026, 16:00, Africa/Nairobi”: the clock of the meeting, with its zone. */
export const meetingTime = ({ starts_at, time_zone }: Meeting, t: Text, language: Language): string =>
  t('time.at', { day: formatDayInZone(language, starts_at, time_zone), time: formatTime(language, starts_at, time_zone), zone: zoneName(time_zone) });
