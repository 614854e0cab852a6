import type { Text } from '#app/languages/catalogue';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { Tag } from '#app/ui/tag';
import { stateTones } from './model';
import type { PaymentRow, Saying } from './payments.server';

/** Where the two accounts stand. */
export const stateTag = ({ state, reversed }: Pick<PaymentRow, 'state' | 'reversed'>, t: Text) =>
  reversed ? <Tag tone="none">{t('transactions.reversed')}</Tag> : <Tag tone={stateTones[state]}>{t(`reconciliation.states.${state}`)}</Tag>;

/** The receiver's figure, in the payment's currency and as it came in; in words where there is none. */
export function receivedFigure({ state, received, currency, said }: PaymentRow, t: Text, language: Language) {
  if (received === null) return <span className="muted">{t(state === 'contested' ? 'reconciliation.no_figure' : 'reconciliation.nothing_said')}</span>;
  return (
    <>
      {formatMoneyExact(language, received, currency)}
      {said?.receipt_amount != null && said.receipt_currency !== null && <span className="tiny muted"> {t('reconciliation.came_in', { amount: formatMoneyExact(language, said.receipt_amount, said.receipt_currency) })}</span>}
    </>
  );
}

/** What both sides say, the reply beside what it answers: the right of reply. */
export function bothSay({ said, reply, accepted, pair, state }: PaymentRow, t: Text, language: Language) {
  const own = state === 'unpaired' ? null : said;
  const more = own === null ? [] : [
    own.received_on === null ? undefined : t('reconciliation.arrived', { on: formatDate(language, own.received_on) }),
    own.reference === null ? undefined : t('reconciliation.reference', { reference: own.reference }),
    pair === null ? undefined : t('reconciliation.paired', { activity: pair.activity, on: formatDate(language, pair.on) }),
  ].filter((one) => one !== undefined);
  if (own === null && reply === null && accepted === null) return null;
  return (
    <div className="small">
      {own !== null && line(t('reconciliation.receiver'), own, t, language)}
      {more.length > 0 && <p className="muted">{more.join(' · ')}</p>}
      {reply !== null && line(t('reconciliation.provider'), reply, t, language)}
      {accepted !== null && line(t('reconciliation.accepted'), accepted, t, language)}
    </div>
  );
}

function line(who: string, said: Saying, t: Text, language: Language) {
  return (
    <>
      <p><b>{who}</b> <span className="muted">{formatDate(language, said.on, 'short')}</span></p>
      {said.words !== null && <p lang={said.language ?? undefined} dir="auto">{said.words}</p>}
      {said.on_behalf && <p className="muted">{t('reconciliation.on_behalf', { evidence: said.evidence ?? '' })}</p>}
    </>
  );
}
