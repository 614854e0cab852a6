import type { Block, PrintedDocument, Run, Section } from '#app/document/document';
import { printWords } from '#app/document/words';
import { noticesOf, type Telling } from '#app/reporting/publication/about';
import type { EditionModel } from '#app/reporting/publication/edition';
import { licenceOf } from '#app/reporting/publication/licence';
import { figureOf } from '#app/reporting/publication/printable';
import type { Extract, ExtractBlock } from './model';

/** An extract as it is printed: the parts of its page, with addresses that can be typed. */
export function printableExtract(extract: Extract, edition: EditionModel, telling: Telling): PrintedDocument {
  const { language, title, publisher, ref, number, publishedOn, asOf, year, snapshot } = edition;
  const { t, press } = telling;
  const origin = [`${edition.citation} ${licenceOf(edition.licence, t)}`, t('print.snapshot', { sha256: snapshot.sha256 })];
  const sections = extract.parts.map(({ heading, blocks }): Section => ({ number: '', heading, blocks: blocks.flatMap((block) => printedBlock(block, edition)) }));
  return {
    language, form: extract.form, title: extract.title, subtitle: extract.lede, publisher, publisherLanguage: edition.publisherLanguage, ref, version: String(number), publishedOn, asOf, keywords: [publisher, String(year), title],
    // What is read at one sitting says at its end where it comes from.
    notices: [...noticesOf(edition, telling), ...(extract.form === 'brief' ? [] : origin)],
    words: printWords(press),
    sections: extract.form === 'brief' ? sections.map((section, at) => (at === sections.length - 1 ? { ...section, blocks: [...section.blocks, ...origin.map(notice)] } : section)) : sections,
  };
}

const notice = (text: string): Block => ({ kind: 'notice', tone: 'plain', runs: [{ text }] });

function printedBlock(block: ExtractBlock, edition: EditionModel): Block[] {
  switch (block.kind) {
    case 'bound':
      return edition.figures.filter(({ stored }) => stored.name === block.name).map(({ view }) => figureOf(view));
    case 'numbers':
      return [{
        kind: 'table', number: '', caption: block.caption, columns: block.columns.map(({ label, words }) => ({ label, numeric: !words })), rows: block.rows.map(({ cells }) => cells),
        ...(block.foot === undefined ? {} : { total: block.foot }), note: block.note,
      }];
    case 'list':
      return [{ ...block, items: block.items.map((item) => item.map((inner) => (inner.kind === 'paragraph' ? { ...inner, runs: whole(inner.runs, edition) } : inner))) }];
    default:
      return [{ ...block, runs: whole(block.runs, edition) }];
  }
}

/** Whoever holds paper is not on the portal. */
const whole = (runs: readonly Run[], { address }: EditionModel): Run[] => runs.map((run) => (run.href === undefined ? run : { ...run, href: new URL(run.href, address).href }));
