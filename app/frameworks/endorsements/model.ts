/** An endorsement of a version of a text, by an organisation or a country. */
export const endorsementStatuses = ['declared', 'evidence_checked', 'published', 'withdrawn'] as const;
export type EndorsementStatus = (typeof endorsementStatuses)[number];

/** Which step leads where: declared -> evidence_checked -> published; withdrawn from any of them. */
export const mayCheck = (status: string): boolean => status === 'declared';
export const mayPublish = (status: string): boolean => status === 'evidence_checked';
export const mayWithdraw = (status: string): boolean => status !== 'withdrawn';
