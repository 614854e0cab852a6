import type { Block, Run } from '#app/document/document';
import type { Text } from '#app/languages/catalogue';
import { formatDate } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import type { ReportRecord } from './queries.server';
import type { Erratum } from './errata/queries.server';
import type { ReportReply } from './replies/queries.server';

/** What stands beside the passages of a section in every form of the report: what an edition corrects, and what members replied. */
export interface Beside {
  /** Before the text. */
  readonly before: readonly Block[];
  /** After a figure. */
  readonly figure: (key: string) => readonly Block[];
  /** After the text. */
  readonly after: readonly Block[];
}

export function besideSection(sectionId: string, { replies, errata, edition }: Pick<ReportRecord, 'replies' | 'errata' | 'edition'>, t: Text, language: Language): Beside {
  const here = replies.filter((one) => one.section_id === sectionId);
  const wrong = (of: readonly Erratum[]) => of.map((one) => correction(one, edition, t));
  return {
    before: wrong(errata.filter((one) => one.section_id === sectionId && one.figure_key === null)),
    figure: (key) => [...wrong(errata.filter((one) => one.figure_key === key && (one.section_id === null || one.section_id === sectionId))), ...here.filter((one) => one.figure_key === key).map((one) => answer(one, t, language))],
    after: here.filter((one) => one.figure_key === null).map((one) => answer(one, t, language)),
  };
}

const correction = ({ words }: Erratum, edition: number, t: Text): Block => ({ kind: 'notice', tone: 'correction', runs: [strong(t('errata.corrected', { edition })), { text: ` ${words}` }] });

function answer({ party, about, reply, replied_on }: ReportReply, t: Text, language: Language): Block {
  const passage: Run = { text: t('replies.on_passage', { about }) };
  const runs = reply === null || replied_on === null ? [strong(t('replies.silent_of', { party })), { text: ' ' }, passage]
    : [strong(t('replies.reply_of', { party, on: formatDate(language, replied_on) })), { text: ' ' }, { ...passage, emphasis: true as const }, { text: `: ${reply}` }];
  return { kind: 'notice', tone: 'plain', runs };
}

const strong = (text: string): Run => ({ text, strong: true });
