import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { dayOf } from '#app/platform/clock';
import type { MinutesRecord } from './record';
import type { MinutesView, SealFacts } from './view';

/** Which passage: the opening, an item by its number, or the closing. */
export function passageName(record: Pick<MinutesRecord, 'items'>, passage: number, t: Text, language: Language): string {
  if (passage === 0) return t('minutes.opening');
  return passage > record.items.length ? t('minutes.closing') : t('minutes.item', { item: formatNumber(language, passage) });
}

interface ErrataProps {
  readonly session: { readonly time_zone: string };
  readonly minutes: MinutesView;
  readonly seal: SealFacts;
}

/** What stands beside the sealed text, from the seal on. */
export function ErrataList({ session, minutes: { errata, record }, seal }: ErrataProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const day = (instant: Date) => dayOf(instant, session.time_zone);
  return (
    <ol className="tl">
      <li className="first"><time dateTime={day(seal.sealed_at)}>{formatDate(language, day(seal.sealed_at))}</time><h3>{t('minutes.sealed')}</h3><p>{t('erratum.of_record')}</p></li>
      {errata.map((one) => (
        <li key={one.number}>
          <time dateTime={day(one.recorded_at)}>{formatDate(language, day(one.recorded_at))}</time>
          <h3>{t('erratum.one', { number: formatNumber(language, one.number) })}{one.passage !== null && <>, {passageName(record, one.passage, t, language)}</>}</h3>
          <p><del><bdi>{one.wrong}</bdi></del> <ins><bdi>{one.correct}</bdi></ins></p>
          <p className="small muted"><bdi>{one.reason}</bdi></p>
        </li>
      ))}
    </ol>
  );
}
