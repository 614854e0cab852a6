import type { ReactNode } from 'react';
import type { Text } from '#app/languages/catalogue';
import { formatMoney } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { Tag } from '#app/ui/tag';
import { offerTones, type OfferState } from './offers/model';
import { requestTones } from './requests/model';
import type { RequestRow } from './requests/list';
import type { AmountReason } from './worth';

/** Where a request stands; how many offers there are is the state of one that has some. */
export const requestTag = ({ state, offers, waiting }: Pick<RequestRow, 'state' | 'offers' | 'waiting'>, t: Text): ReactNode => (
  <Tag tone={requestTones[state]}>{state === 'responses_in' ? t('requests.state_waiting', { count: waiting }) : state === 'published' && offers === 0 ? t('requests.no_offer') : t(`requests.state.${state}`)}</Tag>
);

export const offerTag = (state: OfferState, t: Text): ReactNode => <Tag tone={offerTones[state]}>{t(`offers.state.${state}`)}</Tag>;

/** An amount, or the reason why there is none. */
export const worthOf = ({ amount, currency, amount_missing }: { readonly amount: string | null; readonly currency: string | null; readonly amount_missing: AmountReason | null }, t: Text, language: Language): ReactNode =>
  amount === null || currency === null ? <span className="muted">{t(`worth.${amount_missing ?? 'not_costed'}`)}</span> : formatMoney(language, amount, currency);

/** A text as it was typed: its lines are paragraphs. */
export function Words({ text, language }: { readonly text: string; readonly language: string }) {
  return <>{text.split(/\n+/).map((line, at) => <p key={at} lang={language} dir="auto">{line}</p>)}</>;
}
