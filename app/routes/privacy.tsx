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
  return { title: t('privacy.title'), description: t('privacy.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

/** What is kept about whom, and what never is. */
const chapters: readonly Chapter[] = [
  { id: 'learners', paragraphs: 2 },
  { id: 'visitors', paragraphs: 3 },
  { id: 'people', paragraphs: 3 },
  { id: 'signing_in', paragraphs: 2 },
  { id: 'mails', paragraphs: 1 },
  { id: 'comments', paragraphs: 2 },
  { id: 'rights', paragraphs: 2 },
];

export default function Privacy() {
  const { title, description } = useLoaderData<typeof loader>();
  const t = useText('site');
  return (
    <>
      <Head title={title} lede={description} />
      <Chapters chapters={chapters} say={(key, values) => t(`privacy.${key}`, values)} />
    </>
  );
}
