import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { ErrorSummary } from '#app/form/error-summary';
import { TextArea } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import type { Gap } from './model';
import { type GapAct, GapTable } from './table';

interface GapsPageProps {
  readonly commitment: { readonly ref: string; readonly title: string };
  readonly gaps: readonly Gap[];
  readonly acts: Readonly<Record<string, readonly GapAct[]>>;
  readonly owners: Readonly<Record<string, string>>;
  /** Whether one more can be named. */
  readonly opens: boolean;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** For those who work on it: what is missing, who finds it out, and one more. */
export function GapsPage({ commitment: { ref, title }, gaps, acts, owners, opens, last }: GapsPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).commitments(), label: t('list.title') }, { href: paths.in(language).commitment(ref), label: ref }]} here={t('gaps.title')} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={t('gaps.title')} lede={title} />
      <Section id="named" title={t('gaps.named')} note={t('gaps.note')} wide>
        {gaps.length === 0 ? <Empty title={t('gaps.none')} /> : <GapTable gaps={gaps} desk={{ commitment: ref, acts, owners }} />}
      </Section>
      {opens && (
        <Section id="open" title={t('gaps.another')}>
          <form method="post" className="flow" noValidate>
            <FormKey />
            <TextArea {...fieldIn(last)('what', '')} label={t('gaps.what')} hint={t('gaps.what_hint')} rows={2} required />
            <div className="row pt-8"><Button>{t('gaps.act.open')}</Button></div>
          </form>
        </Section>
      )}
    </>
  );
}
