import type { Text } from '#app/languages/catalogue';
import { formatDate, formatDayInZone, formatTime } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { isDay } from '#app/platform/clock';
import { Section } from '#app/ui/section';
import { Timeline } from '#app/ui/timeline';
import type { Act, Change, Value } from './model';
import type { TrailField, TrailWords } from './words';

/** Everything that was done to a record, in words, with what stood there before. Nothing for whoever may not read it. */
export function Trail({ acts, words }: { readonly acts: readonly Act[] | undefined; readonly words: TrailWords }) {
  const t = useText('records');
  const say = useText(words.namespace);
  const { language } = useLocale();
  if (acts === undefined) return null;
  return (
    <Section id="trail" title={t('trail.title')} note={t('trail.note')}>
      <Timeline
        moments={acts.map((act) => ({
          key: act.key, when: instant(act.at, language), dateTime: act.at,
          title: t('trail.who', { what: say(words.acts[act.rule ?? ''] ?? words.other), who: act.actor_name ?? t('trail.portal') }),
          children: <ul className="small">{act.changes.map((change, at) => <Changed key={`${change.field} ${at}`} change={change} field={words.fields[change.field]} t={say} />)}</ul>,
        }))}
      />
    </Section>
  );
}

function Changed({ change: { before, after }, field, t }: { readonly change: Change; readonly field: TrailField | undefined; readonly t: Text }) {
  const { language } = useLocale();
  if (field === undefined) return null;
  const said = (value: Value) => (value === null ? '' : (field.say?.(value, t, language) ?? spoken(value, language)));
  return (
    <li>
      {t(field.label)}: {before !== null && <del dir="auto">{said(before)}</del>} {after !== null && <ins dir="auto">{said(after)}</ins>}
    </li>
  );
}

const instant = (at: string, language: Language): string => `${formatDayInZone(language, at, 'UTC')}, ${formatTime(language, at, 'UTC')} UTC`;

/** Days and instants as the audit trail spells them; anything else as it stands there. */
function spoken(value: string, language: Language): string {
  if (isDay(value)) return formatDate(language, value);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[\d.]*(?:Z|[+-]\d{2}:\d{2})$/.test(value) ? instant(new Date(value).toISOString(), language) : value;
}
