import type { ActionAct, BallotAct, MeetingAct, MinutesAct, RecommendationAct, SeatAct, SessionAct } from '../acts';
import type { Language } from '../languages/language';
import { withQuery } from './query';

/** Working groups, sessions and what comes of them: pages for who is signed in. */
export const workingGroupsPaths = {
  groupDimensions: (group: string, dimension?: string) => `/working-groups/${encodeURIComponent(group)}/dimensions${dimension === undefined ? '' : `/${encodeURIComponent(dimension)}`}`,
  newTerms: (group: string) => `/working-groups/${encodeURIComponent(group)}/terms/new`,
  groupSeats: (ref: string) => `/working-groups/${encodeURIComponent(ref)}/seats`,
  seatAct: (ref: string, seat: string, act: SeatAct) => `/working-groups/${encodeURIComponent(ref)}/seats/${encodeURIComponent(seat)}/${act}`,
  newMeeting: (group: string) => `/meetings/new?group=${encodeURIComponent(group)}`,
  meetingAct: (ref: string, act: MeetingAct) => `/meetings/${encodeURIComponent(ref)}/${act}`,
  sessionRoom: (ref: string) => `/sessions/${encodeURIComponent(ref)}/room`,
  sessionStream: (ref: string, view: 'room' | 'desk', language: Language) => withQuery(`/sessions/${encodeURIComponent(ref)}/stream`, { view, lang: language }),
  sessionTakeaways: (ref: string) => `/sessions/${encodeURIComponent(ref)}/takeaways`,
  takeawayAct: (ref: string, act: 'recommendation' | 'withdrawal') => `/takeaways/${encodeURIComponent(ref)}/${act}`,
  groupDesk: (ref: string) => `/working-groups/${encodeURIComponent(ref)}/desk`,
  groupChair: (ref: string) => `/working-groups/${encodeURIComponent(ref)}/chair`,
  groupDeskAct: (ref: string, act: 'sessions' | 'recommendations') => `/working-groups/${encodeURIComponent(ref)}/desk/${act}`,
  groupProposals: (ref: string) => `/working-groups/${encodeURIComponent(ref)}/proposals`,
  proposalAct: (id: string, act: 'answer' | 'withdrawal') => `/proposals/${encodeURIComponent(id)}/${act}`,
  agendaItem: (session: string, item: string, act?: 'papers') => `/sessions/${encodeURIComponent(session)}/agenda/${encodeURIComponent(item)}${act === undefined ? '' : `/${act}`}`,
  paper: (id: string, act?: 'openness' | 'removal') => `/papers/${encodeURIComponent(id)}${act === undefined ? '' : `/${act}`}`,
  sessionSchedule: (ref: string) => `/sessions/${encodeURIComponent(ref)}/schedule`,
  sessionInvitation: (ref: string) => `/sessions/${encodeURIComponent(ref)}/invitation`,
  invitationByLink: (ref: string, lang: Language) => `/sessions/${encodeURIComponent(ref)}/invitation?lang=${lang}&key=`,
  minutesWork: (ref: string, act?: MinutesAct) => `/sessions/${encodeURIComponent(ref)}/minutes${act === undefined ? '' : `/${act}`}`,
  pastMeeting: (group: string) => `/working-groups/${encodeURIComponent(group)}/past`,
  sessionDesk: (ref: string) => `/sessions/${encodeURIComponent(ref)}/desk`,
  ballot: (session: string, id: string) => `/sessions/${encodeURIComponent(session)}/ballots/${encodeURIComponent(id)}`,
  ballotAct: (session: string, id: string, act: BallotAct) => `/sessions/${encodeURIComponent(session)}/ballots/${encodeURIComponent(id)}/${act}`,
  groupProcedures: (ref: string) => `/working-groups/${encodeURIComponent(ref)}/procedures`,
  procedureAct: (ref: string, act: 'vote' | 'withdrawal') => `/procedures/${encodeURIComponent(ref)}/${act}`,
  sessionDeskAct: (ref: string, act: SessionAct) => `/sessions/${encodeURIComponent(ref)}/desk/${act}`,
  recommendationAct: (ref: string, act: RecommendationAct) => `/recommendations/${encodeURIComponent(ref)}/${act}`,
  recommendationResponse: (ref: string, party: string) => `/recommendations/${encodeURIComponent(ref)}/responses/${encodeURIComponent(party)}`,
  actionAct: (ref: string, act: ActionAct) => `/actions/${encodeURIComponent(ref)}/${act}`,
} as const;
