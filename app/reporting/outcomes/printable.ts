import type { PrintedDocument } from '#app/document/document';
import { printWords } from '#app/document/words';
import type { Text } from '#app/languages/catalogue';
import { formatDate } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import { sectionOf } from '#app/reporting/publication/printable';
import { outcomeChapters, together } from './chapters';
import { refOf, textIn } from './model';
import type { OutcomeRecord } from './queries.server';

interface Printing {
  readonly t: Text;
  readonly press: Text;
  readonly language: Language;
  /** Where the portal is found, `https://example.org`. */
  readonly publicUrl: string;
  readonly demo: boolean;
}

/** An outcome report on paper: the chapters of its page. */
export function printableOutcome(report: OutcomeRecord, { t, press, language, publicUrl, demo }: Printing): PrintedDocument {
  const title = textIn(report.texts, 'title', language, report.language)?.text ?? '';
  return {
    language, title, subtitle: textIn(report.texts, 'summary', language, report.language)?.text ?? '', publisher: report.group_name, ref: refOf(report.group_ref, report.number), version: '',
    publishedOn: report.out_on ?? report.approved_on ?? report.composed_on, asOf: report.composed_on, keywords: [report.coalition, report.group_name, t(`outcomes.kind.${report.kind}`)],
    notices: [
      ...(demo ? [press('demo')] : []), ...(report.sha256 === null ? [t('outcomes.draft_notice', { status: t(`outcomes.status.${report.status}`) })] : [citationOf(report, { t, language, publicUrl })]),
      t('outcomes.rows_note', { day: formatDate(language, report.composed_on) }), ...(report.sha256 === null ? [] : [t('outcomes.sealed', { sha256: report.sha256 })]),
    ],
    words: printWords(press),
    sections: outcomeChapters(report, { t, language, site: publicUrl }).map((chapter) => sectionOf({ ...chapter, pieces: together(chapter) }, t, language)),
  };
}

/** How the report is quoted: who, when, what, where. */
export function citationOf(report: OutcomeRecord, { t, language, publicUrl }: Pick<Printing, 't' | 'language' | 'publicUrl'>): string {
  return t('outcomes.citation', {
    group: report.group_name, coalition: report.coalition, year: (report.out_on ?? report.approved_on ?? report.composed_on).slice(0, 4), title: textIn(report.texts, 'title', language, report.language)?.text ?? '',
    kind: t(`outcomes.kind.${report.kind}`), ref: refOf(report.group_ref, report.number), address: publicUrl + paths.in(language).outcome(report.group_ref, report.number),
  });
}
