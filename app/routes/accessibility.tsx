import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useText } from '#app/languages/text';
import { Chapters, type Chapter } from '#app/site/reading/chapters';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'public' } };

export function loader({ params }: LoaderFunctionArgs) {
  const t = textFor(requireLanguage(params), 'site');
  return { title: t('accessibility.title'), description: t('accessibility.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

/** What everybody can rely on, and what is not reached yet. */
const chapters: readonly Chapter[] = [
  { id: 'reach', paragraphs: 2 },
  { id: 'seen', paragraphs: 3 },
  { id: 'light', paragraphs: 1 },
  { id: 'tested', paragraphs: 2 },
  { id: 'trouble', paragraphs: 1 },
];

export default function Accessibility() {
  const { title, description } = useLoaderData<typeof loader>();
  const t = useText('site');
  return (
    <>
      <Head title={title} lede={description} />
      <Chapters chapters={chapters} say={(key, values) => t(`accessibility.${key}`, values)} />
    </>
  );
}
