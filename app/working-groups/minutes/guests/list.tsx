import { formatList, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { guestCapacities } from '../model';
import { guestsIn, type MinutesView } from '../view';

/** Who was there without a seat, and who sent regrets: by what they came as; named where they agreed. */
export function GuestList({ minutes }: { readonly minutes: MinutesView }) {
  const t = useText('working-groups');
  return [false, true].map((excused) => {
    const guests = guestsIn(minutes, excused);
    return guests.length === 0 ? null : (
      <div key={String(excused)} className="pt-16">
        <h3>{t(excused ? 'minutes.regrets' : 'minutes.guests')}</h3>
        <ul className="plain small">{guestCapacities.map((capacity) => <Kind key={capacity} capacity={capacity} guests={guests.filter((one) => one.capacity === capacity)} />)}</ul>
      </div>
    );
  });
}

function Kind({ capacity, guests }: { readonly capacity: string; readonly guests: ReturnType<typeof guestsIn> }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (guests.length === 0) return null;
  const known = guests.flatMap(({ name, affiliation }) => (name === null ? (affiliation ?? []) : affiliation === null ? name : t('minutes.guest_of', { name, affiliation })));
  return <li>{t(`minutes.capacity.${capacity}`, { shown: formatNumber(language, guests.length) })}{known.length > 0 && <span className="muted"> · <bdi>{formatList(language, known)}</bdi></span>}</li>;
}
