import type { Text } from '#app/languages/catalogue';
import { formatDate, formatDayInZone, formatNumber, formatTime } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { isDay } from '#app/platform/clock';
import type { Act, Change, Value } from '#app/records/history/model';
import { Section } from '#app/ui/section';
import { Timeline } from '#app/ui/timeline';
import { newMoneyAnswers, pledgeKinds, pledgeStatuses, visibilities } from './model';

/** Everything that was done to a pledge, in words, with what stood there before. */
export function Trail({ acts }: { readonly acts: readonly Act[] }) {
  const t = useText('financing');
  const { language } = useLocale();
  return (
    <Section id="trail" title={t('trail.title')} note={t('trail.note')}>
      <Timeline
        moments={acts.map((act) => ({
          key: act.key, when: `${formatDayInZone(language, act.at, 'UTC')}, ${formatTime(language, act.at, 'UTC')} UTC`, dateTime: act.at,
          title: t('trail.who', { what: actName(act, t), who: act.actor_name ?? t('trail.portal') }),
          children: <ul className="small">{act.changes.map((change, at) => <li key={`${change.field} ${at}`}>{changed(change, t, language)}</li>)}</ul>,
        }))}
      />
    </Section>
  );
}

const known = new Set(['create', 'edit', 'confirm', 'reduce', 'cancel', 'record_transaction', 'reverse_transaction']);

function actName({ rule }: Act, t: Text): string {
  const [domain, name = ''] = (rule ?? '').split(':');
  return t(domain === 'pledge' && known.has(name) ? `trail.act.${name}` : 'trail.act.other');
}

function changed({ field, before, after }: Change, t: Text, language: Language) {
  const [, column = ''] = field.split('.');
  const say = (value: Value) => (value === null ? '' : spoken(column, value, t, language));
  return (
    <>
      {t(`trail.field.${column}`)}: {before !== null && <del>{say(before)}</del>} {after !== null && <ins>{say(after)}</ins>}
    </>
  );
}

/** Columns whose values are words of the catalogue. */
const worded: Readonly<Record<string, readonly string[]>> = { status: pledgeStatuses, kind: pledgeKinds, new_money: newMoneyAnswers, visibility: visibilities };

function spoken(column: string, value: string, t: Text, language: Language): string {
  if (column === 'valuation_method') return t(`valuation.${value}`);
  if (worded[column]?.includes(value)) return t(`${column}.${value}`);
  if (isDay(value)) return formatDate(language, value);
  return ['amount', 'value', 'share'].includes(column) ? formatNumber(language, value, 6) : value;
}
