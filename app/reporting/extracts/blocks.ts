import type { Paragraph, Run } from '#app/document/document';
import type { ExtractBlock, ExtractPart } from './model';

/** What the parts of an extract are made of. */
export const part = (id: string, heading: string, blocks: readonly ExtractBlock[]): ExtractPart => ({ id, heading, blocks });
export const says = (...runs: readonly (Run | string)[]): Paragraph => ({ kind: 'paragraph', runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)) });
export const listOf = (items: readonly (readonly (Run | string)[])[], ordered = false): ExtractBlock => ({ kind: 'list', ordered, items: items.map((runs) => [says(...runs)]) });

/** Columns of a table: of words, or of numbers. */
export const words = (label: string) => ({ label, words: true });
export const numbers = (label: string) => ({ label, words: false });
