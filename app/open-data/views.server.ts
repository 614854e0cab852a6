import type { Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { SavedView, ViewsHere } from '#app/records/views/model';
import { viewsOf } from '#app/records/views/queries.server';
import { commitmentList } from '#app/commitments/list/model';
import { canonicalQuery } from '#app/table/state';
import { exportLists } from './exports/lists.server';
import { exportAddresses, exportKinds, exportPage, type ExportKind } from './exports/model';

/** The desk has no files, and can be kept like any list. */
const desk = 'commitment-desk';
const isKind = (list: string): list is ExportKind => exportKinds.some((kind) => kind === list && exportPage(kind) === exportAddresses[kind]);

/** The name of the list that an address shows, in whichever language. */
export function listAt(pathname: string): string | undefined {
  if (pathname === paths.commitmentDesk()) return desk;
  const address = /^\/[a-z]{2}\/(.+)$/.exec(pathname)?.[1];
  return exportKinds.find((kind) => isKind(kind) && exportAddresses[kind] === address);
}

/** Filters and order as a list spells them, read through it; undefined where there is no such list. */
export function queryOf(list: string, asked: string): string | undefined {
  const params = new URLSearchParams(asked);
  if (list === desk) return canonicalQuery(commitmentList, params);
  return isKind(list) ? exportLists[list].query(params) : undefined;
}

/** Where a view leads, in the reader's language. */
export function hrefOfView({ list, query }: Pick<SavedView, 'list' | 'query'>, language: Language): string {
  const page = isKind(list) ? `/${language}/${exportPage(list)}` : paths.commitmentDesk();
  return query === '' ? page : `${page}?${query}`;
}

/** What the page of a list offers to who is signed in. */
export async function viewsHere(viewer: Actor, url: URL, language: Language): Promise<ViewsHere | undefined> {
  const list = viewer.kind === 'person' ? listAt(url.pathname) : undefined;
  if (viewer.kind !== 'person' || list === undefined) return undefined;
  const views = await viewsOf(viewer, list);
  return { list, query: queryOf(list, url.search) ?? '', views: views.map((view) => ({ ...view, href: hrefOfView(view, language) })) };
}
