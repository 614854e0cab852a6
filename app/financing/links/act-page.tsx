import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { TextArea, TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { LinkAct } from './acts.server';
import { linkKinds } from './model';
import type { LinkRow } from './queries.server';
import { linkWords, reasonWords } from './words';

type Last = SubmissionResult<string[]> | undefined;

/** An act on a link: a word why, and for what counts its kind and amount. */
export function LinkActPage({ act, link, last }: { readonly act: LinkAct; readonly link: LinkRow; readonly last: Last }) {
  const t = useText('financing');
  const { language } = useLocale();
  const terms = act === 'decision' || act === 'change';
  return (
    <ActPage
      above={[{ href: paths.fundingLinks(), label: t('links.title') }, { href: paths.fundingLink(link.id), label: `${link.pledge.ref}, ${link.counted_in.ref}` }]}
      act={t(`links.act.${act}`)} lede={linkWords(link, t, language)} follows={t(`links.follows.${act}`)}
      back={{ href: paths.fundingLink(link.id), label: t('links.not_now') }} last={last} version={link.version}
    >
      {terms && <p className="small muted">{reasonWords(link.reasons, link.origin, t, language)}</p>}
      {terms && <LinkTerms last={last} kind={link.kind} amount={link.amount} currency={link.pledge.currency} />}
      <TextArea {...fieldIn(last)('reason')} label={t(act === 'objection' ? 'links.objection_label' : 'links.reason')} hint={t('links.reason_hint')} required maxLength={1000} />
    </ActPage>
  );
}

/** What two pledges have to do with each other, and how much of the one that is counted less. */
export function LinkTerms({ last, kind, amount, currency }: { readonly last: Last; readonly kind?: string; readonly amount?: string; readonly currency: string | undefined }) {
  const t = useText('financing');
  const field = fieldIn(last);
  return (
    <>
      <RadioField {...field('kind', kind)} label={t('links.kind_head')} required choices={linkKinds.map((value) => ({ value, label: t(`links.kind.${value}`), hint: t(`links.hint.${value}`) }))} />
      <TextField {...field('amount', amount)} label={currency === undefined ? t('links.amount_open') : t('links.amount_in', { currency })} hint={t('form.amount_hint')} required width={20} />
    </>
  );
}
