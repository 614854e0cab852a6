import { licences } from '#app/coalitions/licences';
import { fileOf, paths } from '#app/paths';
import type { EditionModel } from './edition';

/** What search engines and programs for references read of a page of an edition; always of the edition that the page shows. */
export function editionMeta(edition: EditionModel | undefined, at?: number): ({ title: string } | { name: string; content: string } | { tagName: 'link'; rel: 'license'; href: string })[] {
  if (edition === undefined) return [{ title: 'Concord' }];
  const chapter = at === undefined ? undefined : edition.chapters[at];
  const title = chapter === undefined ? edition.title : `${chapter.heading}, ${edition.title}`;
  return [
    { title: `${title} | Concord` },
    { name: 'description', content: (chapter === undefined ? edition.summary ?? edition.title : title).slice(0, 300) },
    { name: 'citation_title', content: edition.title },
    { name: 'citation_author', content: edition.publisher },
    { name: 'citation_publication_date', content: edition.publishedOn.replaceAll('-', '/') },
    { name: 'citation_language', content: edition.language },
    { name: 'citation_pdf_url', content: new URL(fileOf(paths.in(edition.language).report(edition.ref, edition.number), 'pdf'), edition.address).href },
    ...(edition.licence === null ? [] : [{ tagName: 'link' as const, rel: 'license' as const, href: licences[edition.licence].path }]),
  ];
}
