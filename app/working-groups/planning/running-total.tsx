import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { lengthOf, plannedMinutes } from '#app/working-groups/agenda/model';

interface RunningTotalProps {
  readonly session: { readonly starts_at: Date; readonly ends_at: Date | null };
  readonly agenda: readonly { readonly minutes: number | null; readonly outcome: string | null }[];
}

/** What the items add up to, beside the length of the meeting where that is known. */
export function RunningTotal({ session, agenda }: RunningTotalProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const planned = plannedMinutes(agenda);
  const length = lengthOf(session);
  const shown = (count: number) => ({ count, shown: formatNumber(language, count) });
  const untimed = agenda.filter((item) => item.minutes === null).length;
  return (
    <p className="small">
      {length === null ? t('planning.planned', shown(planned)) : t('planning.planned_of', { ...shown(planned), length: formatNumber(language, length) })}
      {length !== null && planned > length && <> <strong>{t('planning.too_long', shown(planned - length))}</strong></>}
      {untimed > 0 && <> {t('planning.untimed', shown(untimed))}</>}
    </p>
  );
}
