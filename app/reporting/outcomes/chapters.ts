import type { Block, Run } from '#app/document/document';
import { headingSteps } from '#app/document/heading-steps';
import { blocksOfMarkdown } from '#app/document/markdown';
import type { Text } from '#app/languages/catalogue';
import { apart } from '#app/languages/apart';
import { formatDate, formatList, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Chapter, ChapterPiece } from '#app/reporting/publication/chapters.server';
import { chapterParts, textIn, type ChapterPart, type DecisionFacts, type RecommendationFacts, type SessionFacts } from './model';
import type { OutcomeRecord } from './queries.server';

/** A chapter with its text, and what the group did beneath it, told in the reader's language. */
export interface OutcomeChapter extends Chapter {
  readonly part: ChapterPart;
  readonly rows: readonly Block[];
}

interface Telling {
  readonly t: Text;
  readonly language: Language;
  /** Before the path of a link: on paper the portal's address, on a page nothing. */
  readonly site: string;
}

/** OR-2: the chapters as every form of the report shows them, from what is kept with it and nothing else. */
export function outcomeChapters(report: Pick<OutcomeRecord, 'texts' | 'rows' | 'language'>, telling: Telling): OutcomeChapter[] {
  const { t, language } = telling;
  return chapterParts.map((part, at): OutcomeChapter => {
    const written = textIn(report.texts, part, language, report.language);
    const blocks = written === undefined ? [] : proseOf(written.text);
    return {
      part, id: part, number: at + 1, about: null, heading: t(`outcomes.part.${part}`), language: written?.language ?? language, machine: false, outdated: false, signed_off_on: null,
      pieces: blocks.length === 0 ? [] : [{ kind: 'prose', blocks }], rows: rowsIn(part, report.rows, telling),
    };
  });
}

/** A text in blocks; its headings begin beneath that of the chapter. */
export function proseOf(text: string): Block[] {
  const step = headingSteps();
  return blocksOfMarkdown(text).map((block) => (block.kind === 'heading' ? { ...block, depth: step(block.depth) } : block));
}

function rowsIn(part: ChapterPart, rows: OutcomeRecord['rows'], telling: Telling): Block[] {
  const { t, language } = telling;
  if (part === 'work') return listed(rows.session.map((one) => sessionRuns(one, telling)), t('outcomes.counted.sessions', { count: rows.session.length, shown: formatNumber(language, rows.session.length) }));
  if (part === 'decisions') return listed(rows.decision.map((one) => decisionRuns(one, telling)), t('outcomes.counted.decisions', { count: rows.decision.length, shown: formatNumber(language, rows.decision.length) }));
  if (part === 'recommendations') return [paragraph([{ text: counted(rows.recommendation, telling) }]), ...rows.recommendation.flatMap((one) => recommendationBlocks(one, telling))];
  return [];
}

const paragraph = (runs: readonly Run[]): Block => ({ kind: 'paragraph', runs });
const listed = (items: readonly (readonly Run[])[], head: string): Block[] => [paragraph([{ text: head }]), ...(items.length === 0 ? [] : [{ kind: 'list' as const, ordered: false, items: items.map((runs) => [paragraph(runs)]) }])];
const link = (text: string, path: string, { site }: Telling): Run => ({ text: apart(text), href: site + path });

function sessionRuns({ ref, title, on, present, seats }: SessionFacts, telling: Telling): Run[] {
  const { t, language } = telling;
  return [link(ref, paths.in(language).session(ref), telling), { text: ` ${apart(title)}. ${t('outcomes.row.session', { day: formatDate(language, on), present: formatNumber(language, present), seats: formatNumber(language, seats) })}` }];
}

function decisionRuns(one: DecisionFacts, telling: Telling): Run[] {
  const { t, language } = telling;
  const votes = one.votes_for + one.votes_against + one.abstentions;
  return [
    link(one.ref, paths.in(language).decision(one.ref), telling), { text: ` ${apart(one.text)}` },
    ...(one.on === null ? [] : [{ text: ` ${t('outcomes.row.adopted', { day: formatDate(language, one.on), rule: t(`working-groups:rule.${one.rule}`) })}` }]),
    ...(votes === 0 ? [] : [{ text: ` ${t('outcomes.row.votes', { for: formatNumber(language, one.votes_for), against: formatNumber(language, one.votes_against), abstained: formatNumber(language, one.abstentions) })}` }]),
    ...(one.status === 'superseded' ? [{ text: ` ${t('outcomes.row.superseded')}` }] : []),
    ...(one.dissent === null ? [] : [{ text: ` ${t('outcomes.row.dissent', { words: apart(one.dissent) })}`, emphasis: true as const }]),
  ];
}

function recommendationBlocks(one: RecommendationFacts, telling: Telling): Block[] {
  const { t, language } = telling;
  const to = paths.in(language);
  const facts = [
    t('outcomes.row.status', { status: t(`working-groups:recommendation_status.${one.status}`) }),
    ...(one.decisions.length === 0 ? [] : [t('outcomes.row.rests_on', { refs: formatList(language, one.decisions.map(apart)) })]),
    ...(one.clauses.length === 0 ? [] : [t('outcomes.row.about', { codes: formatList(language, one.clauses.map(apart)) })]),
    one.asked === 0 ? t('outcomes.row.nobody_asked') : t('outcomes.row.answered', { answered: formatNumber(language, one.answered), asked: formatNumber(language, one.asked) }),
  ];
  return [
    { kind: 'heading', depth: 1, text: apart(one.title) },
    ...one.text.split(/\n{2,}/).map((text) => paragraph([{ text: apart(text) }])),
    paragraph([link(one.ref, to.recommendation(one.ref), telling), { text: ` ${facts.join(' ')}` }]),
  ];
}

/** RP-4: how many of those asked have answered, over all of them. */
function counted(rows: readonly RecommendationFacts[], { t, language }: Telling): string {
  const [asked, answered] = [rows.reduce((sum, one) => sum + one.asked, 0), rows.reduce((sum, one) => sum + one.answered, 0)];
  return `${t('outcomes.counted.recommendations', { count: rows.length, shown: formatNumber(language, rows.length) })} ${asked === 0 ? '' : t('outcomes.counted.answers', { answered: formatNumber(language, answered), asked: formatNumber(language, asked) })}`.trim();
}

/** The text and the rows of a chapter in one piece: what paper shows, and a page where both are in its language. */
export const together = ({ pieces, rows }: OutcomeChapter): ChapterPiece[] => [{ kind: 'prose', blocks: [...pieces.flatMap((piece) => (piece.kind === 'prose' ? piece.blocks : [])), ...rows] }];
