import type { Text } from '#app/languages/catalogue';
import { formatDate, formatDayInZone, formatNumber, formatTime } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { isDay } from '#app/platform/clock';
import type { Act, Change, Value } from '#app/records/history/model';
import { Section } from '#app/ui/section';
import { Timeline } from '#app/ui/timeline';
import { groupName, unitName } from '../marks';
import { statuses } from '../model';

/** Everything that was done to the record, in words, with what stood there before. */
export function Trail({ acts }: { readonly acts: readonly Act[] }) {
  const t = useText('commitments');
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

const known = new Set(['create', 'edit', 'delete', 'submit', 'return', 'verify', 'publish', 'withdraw', 'finish', 'add_evidence', 'translate', 'import']);

/** Another domain's act that touched the commitment is an update that was accepted. */
function actName({ rule }: Act, t: Text): string {
  const [domain, name = ''] = (rule ?? '').split(':');
  if (domain === 'commitment' && known.has(name)) return t(`trail.act.${name}`);
  return t('trail.act.progress');
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

function spoken(column: string, value: string, t: Text, language: Language): string {
  if (column === 'status' && statuses.some((status) => status === value)) return t(`standing.${value}`);
  if (column === 'type') return t(`type.${value}`);
  if (column === 'visibility') return t(`visibility.${value}`);
  if (column === 'learner_data') return t(value === 'true' ? 'yes' : 'no');
  if (column === 'unit') return unitName(value, t);
  if (column === 'group_code') return groupName(value, language);
  if (isDay(value)) return formatDate(language, value);
  return column.endsWith('_value') || column === 'share' ? formatNumber(language, value, 6) : value;
}
