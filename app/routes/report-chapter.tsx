import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/platform/http/answers.server';
import { ChapterPage } from '#app/reporting/publication/chapter';
import { requireEdition } from '#app/reporting/publication/edition.server';
import { editionMeta } from '#app/reporting/publication/meta';

export const handle = { access: { loader: 'public' } };

export async function loader(asked: LoaderFunctionArgs) {
  const { edition, named } = await requireEdition(asked);
  const at = edition.chapters.findIndex((chapter) => String(chapter.number) === asked.params['chapter']);
  if (at === -1) throw notFound();
  return { edition, named, at };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => editionMeta(data?.edition, data?.at);

export default function ReportChapter() {
  const { edition, named, at } = useLoaderData<typeof loader>();
  const chapter = edition.chapters[at];
  return chapter === undefined ? null : <ChapterPage edition={edition} named={named} chapter={chapter} />;
}
