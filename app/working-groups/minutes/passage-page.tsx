import type { SubmissionResult } from '@conform-to/react';
import { ErrorSummary } from '#app/form/error-summary';
import { TextArea } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { passageName } from './errata';
import { Words } from './page';
import type { Passage } from './queries.server';

export interface PassageFacts {
  readonly session: { readonly ref: string; readonly title: string };
  readonly passage: Passage;
  readonly items: number;
  readonly language: Language;
}

interface PassagePageProps extends PassageFacts {
  readonly result: SubmissionResult<string[]> | undefined;
  /** What was typed, as it would look; it is not kept yet. */
  readonly preview: string | undefined;
}

/** One passage in Markdown, and what it looks like. Who writes on words that were changed meanwhile sees both, and merges them. */
export function PassagePage({ session, passage, items, language: writing, result, preview }: PassagePageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const typed = result?.initialValue?.['text'];
  const name = passageName({ items: Array.from({ length: items }) as never }, passage.position, t, language);
  const changed = result?.error?.['text'] != null;
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).session(session.ref), label: session.ref }, { href: paths.minutesWork(session.ref), label: t('minutes.work') }]} here={name} />
      <ErrorSummary errors={summaryOf(result?.error ?? {})} />
      <Head tight kick={<bdi>{session.ref}</bdi>} title={name} lede={passage.item === null ? undefined : <bdi>{passage.item}</bdi>} />
      {changed && <Notice tone="warn" title={t('minutes.now_stands')}>{t('minutes.merge')}</Notice>}
      <Section id="words" title={t('minutes.words')} note={t('minutes.words_note')} wide>
        <form method="post" action={paths.minutesWork(session.ref, `passages/${passage.position}`)} className="flow">
          <FormKey />
          <Version value={passage.version} />
          <TextArea name="text" label={t('minutes.markdown')} hint={t('minutes.markdown_hint')} rows={14} maxLength={60_000} lang={writing} errors={result?.error?.['text'] ?? undefined} defaultValue={typeof typed === 'string' ? typed : result === undefined ? passage.text : ''} />
          <div className="row">
            <Button>{t('minutes.save')}</Button>
            <Button weight="second" name="preview" value="1">{t('minutes.preview')}</Button>
            <ButtonLink weight="text" href={paths.minutesWork(session.ref)}>{t('minutes.back')}</ButtonLink>
          </div>
        </form>
      </Section>
      <Section id="preview" title={t(preview === undefined ? 'minutes.kept' : 'minutes.preview')} note={t(preview === undefined ? 'minutes.kept_note' : 'minutes.preview_note')} wide>
        {(preview ?? passage.text) === '' ? <p className="muted">{t('minutes.empty')}</p> : <Words text={preview ?? passage.text} language={writing} />}
      </Section>
    </>
  );
}
