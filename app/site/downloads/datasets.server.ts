import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { exportLists } from '#app/open-data/exports/lists.server';
import { exportAddresses, exportKinds, exportPage, type ExportKind } from '#app/open-data/exports/model';
import { fileOf } from '#app/paths';

/** A list that can be taken as a file, described for people and for machines. */
export interface Dataset {
  readonly key: ExportKind;
  readonly title: string;
  readonly about: string;
  /** The page of the list, without the portal's own address. */
  readonly address: string;
  readonly files: { readonly csv: string; readonly xlsx: string; readonly json: string };
  /** What the address takes besides, as on the page. */
  readonly filters: readonly string[];
  /** The heads of its files, in their order; columns are only added, at the end. */
  readonly columns: readonly string[];
}

/** Every list with its files, in one language. */
export function datasets(language: Language): Dataset[] {
  const t = textFor(language, 'site');
  return exportKinds.map((key) => {
    const address = `/${language}/${exportAddresses[key]}`;
    return {
      key, title: t(`data.kinds.${key}`), about: t(`data.about.${key}`), address: `/${language}/${exportPage(key)}`,
      files: { csv: fileOf(address, 'csv'), xlsx: fileOf(address, 'xlsx'), json: fileOf(address, 'json') },
      filters: exportLists[key].filters, columns: exportLists[key].columns,
    };
  });
}
