import { formatDate, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Section } from '#app/ui/section';
import { Timeline } from '#app/ui/timeline';
import type { Act } from './queries.server';

/** Everything that both sides said, in the order in which it was said; nothing of it is ever taken out. */
export function ReceiptHistory({ acts, currency }: { readonly acts: readonly Act[]; readonly currency: string }) {
  const t = useText('financing');
  const { language } = useLocale();
  if (acts.length === 0) return null;
  return (
    <Section id="history" title={t('reconciliation.history')} note={t('reconciliation.history_note')}>
      <Timeline moments={acts.map(({ id, act, on, words, language: written, received, on_behalf, evidence }) => ({
        key: id, when: formatDate(language, on), dateTime: on, first: true,
        title: t(`reconciliation.happened.${act}`, { amount: received === null ? '' : formatMoneyExact(language, received, currency) }),
        children: <>{words !== null && <p lang={written ?? undefined} dir="auto">{words}</p>}{on_behalf && <p className="small muted">{t('reconciliation.on_behalf', { evidence: evidence ?? '' })}</p>}</>,
      }))} />
    </Section>
  );
}
