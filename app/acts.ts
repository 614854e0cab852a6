// What can be done with a record, by the last word of its address: each act is a resource of its own.

/** What can be done at the desk of a draft, and with one of its clauses. */
export type DraftAct = 'clauses' | 'order' | 'cover' | 'consultation' | 'publication' | 'deletion';
export type ClauseAct = 'place' | 'words' | 'check' | 'deletion';

/** What those who keep the texts do with a consultation, and with a comment of it. */
export type ConsultationAct = 'days' | 'closing' | 'withdrawal';
export type CommentAct = 'release' | 'refusal' | 'disposition';

/** What can be done with the minutes of a session. */
export type MinutesAct = `passages/${number}` | 'draft' | 'guests' | 'links' | 'correction' | 'amendments' | 'answers' | 'withdrawals' | 'seconding' | 'approval' | 'publication' | 'errata';

/** What can be done at the desk of a session: each a resource of its own. */
export type SessionAct =
  | 'agenda' | 'order' | 'convening' | 'start' | 'attendance' | 'outcome' | 'decisions' | 'confirmation' | 'actions' | 'notes' | 'adjournment' | 'publication' | 'cancellation' | 'ballots' | 'extension' | 'code';

/** What can be done with a ballot of a session, with an action that it gave, with a recommendation. */
export type BallotAct = 'vote' | 'votes' | 'closing' | 'withdrawal';
export type RecommendationAct = 'edit' | 'addressees' | 'issue' | 'finality' | 'endorsement' | 'implementation' | 'closing' | 'successor';
/** What those who lead a group do with a report of what came of it. */
export type OutcomeAct = 'rows' | 'outputs' | 'consultation' | 'review' | 'approval' | 'launch' | 'publication';
export type ActionAct = 'start' | 'completion' | 'blocking' | 'rescheduling' | 'reassignment' | 'reopening' | 'cancellation';

/** What can be done with a seat of a group, and with a meeting of the coalition. */
export type GroupAct = 'charter' | 'commencement' | 'reporting' | 'conclusion' | 'dissolution';
export type SeatAct = 'change' | 'leave' | 'end';
export type MeetingAct = 'edit' | 'announcement' | 'cancellation' | 'registration' | 'withdrawal' | 'participants';

/** What both sides do with a receipt, and what is done with a platform of the registry. */
export type ReceiptAct = 'correction' | 'contest' | 'pairing' | 'withdrawal' | 'acceptance' | 'reply';
export type PlatformAct = 'description' | 'translation' | 'confirmation' | 'review' | 'publication' | 'return' | 'discontinuation' | 'deletion';

/** What can be done at the desk of a report. */
export type ReportAct = 'freeze' | 'replies' | 'window' | 'approvals' | 'publication' | 'correction' | 'errata';

/** What can be done with a section of a report, and with a comment on it. */
export type SectionAct = 'text' | 'owner' | 'review' | 'return' | 'approval' | 'comments' | 'restoration' | 'check' | 'draft' | 'omission' | 'inclusion' | `comments/${string}/${'answers' | 'settlement'}`;

/** What the secretariat does with a year of reporting: reminders, its rule, exceptions to it, accepting what passed every check. */
export type CycleAct = 'nudges' | 'edit' | 'exceptions' | 'acceptances';
