import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { daysOf } from '#app/commitments/attention/model';
import { atRiskShare, onTrackShare, staleAfterMonths } from '#app/commitments/health/model';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useText } from '#app/languages/text';
import { Chapters, type Chapter } from '#app/site/reading/chapters';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';

export const handle = { access: { loader: 'public' } };

export function loader({ params }: LoaderFunctionArgs) {
  const t = textFor(requireLanguage(params), 'site');
  return { title: t('nav.methods'), description: t('methods.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

const rules = { on: Number(onTrackShare.times(100)), risk: Number(atRiskShare.times(100)), months: staleAfterMonths };

/** One chapter for each rule that numbers follow; the anchors are linked from where the numbers stand. */
const chapters: readonly Chapter[] = [
  { id: 'status', paragraphs: 3, values: rules },
  { id: 'expected', paragraphs: 2 },
  { id: 'freshness', paragraphs: 2 },
  { id: 'attention', paragraphs: 2, values: daysOf },
  { id: 'verification', paragraphs: 2, items: 5 },
  { id: 'coverage', paragraphs: 2 },
  { id: 'map', paragraphs: 2 },
  { id: 'groups', paragraphs: 2 },
  { id: 'clauses', paragraphs: 3 },
  { id: 'smart', paragraphs: 2 },
  { id: 'money', paragraphs: 4, items: 4 },
  { id: 'totals', paragraphs: 4, items: 3 },
  { id: 'conversion', paragraphs: 3 },
  { id: 'plan', paragraphs: 2 },
  { id: 'requests', paragraphs: 3 },
  { id: 'platforms', paragraphs: 3 },
  { id: 'indicators', paragraphs: 2 },
  { id: 'quorum', paragraphs: 3 },
  { id: 'reports', paragraphs: 2 },
];

export default function Methods() {
  const { title, description } = useLoaderData<typeof loader>();
  const t = useText('site');
  return (
    <>
      <Head title={title} lede={description} />
      <nav className="pb-32" aria-label={t('methods.contents')}><Links entries={chapters.map(({ id }) => ({ href: `#${id}`, label: t(`methods.${id}.title`) }))} /></nav>
      <Chapters chapters={chapters} say={(key, values) => t(`methods.${key}`, values)} />
    </>
  );
}
