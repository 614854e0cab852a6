import type { Text } from '#app/languages/catalogue';
import { formatDate, languageName } from '#app/languages/format';
import type { EditionModel } from './edition';
import { licenceFact } from './licence';

/** Who tells of an edition in a file. */
export interface Telling {
  readonly t: Text;
  /** The words of everything that is printed. */
  readonly press: Text;
  /** The installation's content is invented. */
  readonly demo: boolean;
}

/** What has to be said on any form of an edition: what is invented, what was corrected, how it is quoted and may be used. */
export const noticesOf = (edition: EditionModel, { t, press, demo }: Telling): string[] => [
  ...(demo ? [press('demo')] : []),
  ...(edition.corrections.corrected_by === null ? [] : [t('errata.corrected_by', { edition: edition.corrections.corrected_by })]),
  ...(edition.corrections.errata.length === 0 ? [] : [t('errata.corrects', { edition: edition.number - 1 })]),
];

/** What a report is, in pairs of words and value, the title first. */
export function aboutEdition(edition: EditionModel, telling: Telling): (readonly [label: string, value: string])[] {
  const { t, press } = telling;
  const { language } = edition;
  return [
    [t('files.title'), edition.title],
    ...(edition.summary === null ? [] : [[t('files.summary'), edition.summary] as const]),
    [t('files.publisher'), edition.publisher],
    [press('words.reference'), edition.ref],
    [press('words.version'), String(edition.number)],
    [press('words.publishedOn'), formatDate(language, edition.publishedOn)],
    [press('words.figuresAsOf'), formatDate(language, edition.asOf)],
    [t('files.authoritative'), languageName(language, edition.authoritative)],
    [t('files.address'), edition.address],
    [t('edition.cite'), edition.citation],
    [t('files.licence'), licenceFact(edition.licence, t)],
    [t('files.seal'), edition.snapshot.sha256],
    ...noticesOf(edition, telling).map((notice) => [t('files.notice'), notice] as const),
    ...edition.corrections.errata.map((erratum) => [t('errata.corrected', { edition: edition.number }), erratum.words] as const),
    [t('files.reading'), t('files.reading_note')],
  ];
}
