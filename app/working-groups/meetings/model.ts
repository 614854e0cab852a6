import type { Day } from '#app/platform/clock';
import type { Mode, SessionVisibility } from '#app/working-groups/sessions/model';

export const meetingStatuses = ['draft', 'announced', 'cancelled'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** MT-2: how the registration of a meeting stands on a day. */
export const registrationStates = ['not_open', 'open', 'full', 'closed'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** How somebody takes part. */
export const waysToCome = ['in_person', 'remote'] as const;
export type WayToCome = (typeof waysToCome)[number];

/** What is noted of somebody who registered. */
export const meetingPresences = ['in_person', 'remote', 'absent'] as const;
export type MeetingPresence = (typeof meetingPresences)[number];

/** Days and places of a meeting, its own calendar's. */
export interface MeetingTerms {
  readonly starts_on: Day;
  readonly ends_on: Day;
  readonly time_zone: string;
  readonly mode: Mode;
  readonly place: string | null;
  readonly visibility: SessionVisibility;
  readonly registration_opens_on: Day;
  readonly registration_closes_on: Day;
  readonly places: number | null;
}

interface Registering extends Pick<MeetingTerms, 'registration_opens_on' | 'registration_closes_on' | 'places' | 'mode'> {
  readonly status: string;
}

/** The ways in which a meeting of a mode is attended. */
export const waysOf = (mode: Mode): readonly WayToCome[] => (mode === 'hybrid' ? waysToCome : [mode]);

/** `taken` are those who come in person: a limit is one of chairs, and who joins remotely needs none. */
export function registrationOf({ status, registration_opens_on, registration_closes_on, places, mode }: Registering, today: Day, taken: number): RegistrationState {
  if (status !== 'announced' || today < registration_opens_on) return 'not_open';
  if (today > registration_closes_on) return 'closed';
  return mode === 'in_person' && places !== null && taken >= places ? 'full' : 'open';
}

/** What is wrong with the days and places of a meeting, by field. */
export function wrongTerms(terms: MeetingTerms): { readonly code: string; readonly field: string } | undefined {
  const wrong = (code: string, field: string) => ({ code: `working-groups:annual.wrong.${code}`, field });
  if (terms.ends_on < terms.starts_on) return wrong('ends', 'ends_on');
  if (Date.parse(terms.ends_on) - Date.parse(terms.starts_on) > 30 * 86_400_000) return wrong('long', 'ends_on');
  if (terms.registration_closes_on < terms.registration_opens_on) return wrong('closes', 'registration_closes_on');
  if (terms.registration_closes_on > terms.ends_on) return wrong('closes_late', 'registration_closes_on');
  if (terms.mode !== 'remote' && terms.place === null) return wrong('place', 'place');
  return terms.mode === 'remote' && terms.places !== null ? wrong('places', 'places') : undefined;
}
