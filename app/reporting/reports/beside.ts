import type { Block, Run } from '#app/document/document';
import type { Text } from '#app/languages/catalogue';
import { apart } from '#app/languages/apart';
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
  const wrong = (of: readonly Erratum[]) => of.map((one) => correction(one, edition, t, language));
  return {
    before: wrong(errata.filter((one) => one.section_id === sectionId && one.figure_key === null)),
    figure: (key) => [...wrong(errata.filter((one) => one.figure_key === key && (one.section_id === null || one.section_id === sectionId))), ...here.filter((one) => one.figure_key === key).map((one) => answer(one, t, language))],
    after: here.filter((one) => one.figure_key === null).map((one) => answer(one, t, language)),
  };
}

const correction = ({ words, language: of }: Erratum, edition: number, t: Text, language: Language): Block =>
  ({ kind: 'notice', tone: 'correction', runs: [strong(t('errata.corrected', { edition })), { text: ' ' }, { text: words, ...said(of, language) }] });

function answer({ party, about, language: of, reply, reply_language, replied_on }: ReportReply, t: Text, language: Language): Block {
  const [before = '', after = ''] = t('replies.on_passage', { about: gap }).split(gap);
  const passage: Run[] = [{ text: before }, { text: about, ...said(of, language) }, { text: after }];
  const runs: Run[] = reply === null || replied_on === null ? [strong(t('replies.silent_of', { party: apart(party) })), { text: ' ' }, ...passage]
    : [strong(t('replies.reply_of', { party: apart(party), on: formatDate(language, replied_on) })), { text: ' ' }, ...passage.map((run): Run => ({ ...run, emphasis: true })), { text: ': ' }, { text: reply, ...said(reply_language ?? of, language) }];
  return { kind: 'notice', tone: 'plain', runs };
}

/** Where words of somebody else go in a sentence of the catalogue. */
const gap = '\u{FFFC}';
/** Words in another language than the reader's say so. */
const said = (of: Language, language: Language): Pick<Run, 'language'> => (of === language ? {} : { language: of });

const strong = (text: string): Run => ({ text, strong: true });
