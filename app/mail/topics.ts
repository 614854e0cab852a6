/**
 * What somebody can do without by mail. A letter that asks its reader for an act, tells of their roles or guards their account has no
 * topic, and is always sent.
 */
export const letterTopics = ['commitments', 'review', 'sessions', 'endorsements', 'platforms'] as const;
export type LetterTopic = (typeof letterTopics)[number];
