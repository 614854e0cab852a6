import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { ErrorSummary } from '#app/form/error-summary';
import { TextArea, TextField } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { AuthoritativeWords, OriginField, OtherLanguages, TranslationStanding } from '#app/records/translations/beside';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import { longestTitle } from '../model';
import type { CommitmentText } from './model';
import type { TranslatedCommitment } from './queries.server';

type Last = SubmissionResult<string[]> | undefined;

interface TranslationPageProps extends TranslatedCommitment {
  readonly writing: string;
  readonly text: TranslatedCommitment['texts'][number] | undefined;
  readonly writes: boolean;
  /** Whether the viewer may stand for it, or why not, where that helps. */
  readonly check: true | string | undefined;
  readonly last: Last;
}

/** A commitment in one language beside its authoritative words: what is said, how it stands, and the form. */
export function TranslationPage({ commitment: { ref, title }, authoritative, texts, writing, text, writes, check, last }: TranslationPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const name = languageName(language, writing);
  const others = texts.filter((one) => one.language !== writing && one.language !== authoritative.language);
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).commitment(ref), label: ref }, { href: paths.translations(ref), label: t('translations.title') }]} here={name} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={t('translations.in', { language: name })} lede={title} />
      <Section id="words" title={t('translations.words')} note={t('translations.words_note', { language: languageName(language, authoritative.language) })} wide>
        {others.length > 0 && <OtherLanguages languages={others.map((one) => ({ href: paths.translation(ref, one.language), name: languageName(language, one.language), freshness: one.freshness }))} />}
        <TranslationStanding freshness={text?.freshness ?? 'missing'} checker={text?.checker ?? null}>
          {text !== undefined && check !== undefined && <Check commitment={ref} text={text} check={check} />}
        </TranslationStanding>
        <AuthoritativeWords language={authoritative.language} title={authoritative.title}>
          {authoritative.action !== null && <p>{authoritative.action}</p>}
          {authoritative.problem !== null && <p>{authoritative.problem}</p>}
        </AuthoritativeWords>
        {writes ? <Words authoritative={authoritative} text={text} writing={writing} last={last} /> : text !== undefined && <Reading text={text} />}
      </Section>
    </>
  );
}

/** The button for whoever has read it beside the authoritative words. */
function Check({ commitment, text, check }: { readonly commitment: string; readonly text: CommitmentText; readonly check: true | string }) {
  const r = useText('records');
  return (
    <form method="post" action={paths.translationCheck(commitment, text.language)}>
      <FormKey />
      <Version value={text.version} />
      <Button weight="second" why={check === true ? undefined : r(check)}>{r('translations.check')}</Button>
    </form>
  );
}

function Words({ authoritative, text, writing, last }: { readonly authoritative: CommitmentText; readonly text: CommitmentText | undefined; readonly writing: string; readonly last: Last }) {
  const t = useText('commitments');
  const field = fieldIn(last);
  return (
    <form method="post" className="flow measure pt-16" noValidate>
      <FormKey />
      <Version value={text?.version ?? 0} />
      <TextField {...field('title', text?.title)} lang={writing} label={t('form.title')} maxLength={longestTitle} required />
      <TextArea {...field('action', text?.action ?? '')} lang={writing} label={t('form.action')} rows={5} maxLength={4000} optional={authoritative.action === null} />
      {authoritative.problem !== null && <TextArea {...field('problem', text?.problem ?? '')} lang={writing} label={t('form.problem')} rows={4} maxLength={4000} optional />}
      <OriginField {...field('origin', text?.origin ?? 'human')} />
      <Button>{t('translations.save')}</Button>
    </form>
  );
}

/** For whoever reads and does not write. */
function Reading({ text }: { readonly text: CommitmentText }) {
  return (
    <div lang={text.language} dir="auto" className="flow measure pt-16">
      <p><strong>{text.title}</strong></p>
      {text.action !== null && <p>{text.action}</p>}
      {text.problem !== null && <p>{text.problem}</p>}
    </div>
  );
}
