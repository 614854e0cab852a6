import { useLocale, useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { seatName } from '#app/working-groups/marks';
import { markOf, marksFor, type Mark } from '#app/working-groups/sessions/model';
import type { PresentSeat } from '#app/working-groups/sessions/record.server';
import { ActForm, type Desk } from './act-form';

/** Who is here, seat by seat. What the page showed is sent along, so that two who write at once do not undo each other. */
export function AttendancePanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { seats, attendances } = desk.room;
  return (
    <section className="panel" aria-labelledby="here">
      <h2 id="here">{t('desk.who_is_here')}</h2>
      {seats.length === 0 && <p className="muted">{t('attendance.no_seats')}</p>}
      <ActForm desk={desk} act="attendance" className="flow">
        <ul className="seats">
          {seats.map((seat, at) => <SeatRow key={seat.seat_id} seat={seat} at={at} mark={markOf(seat, attendances) ?? ''} marks={marksFor(seat, attendances)} />)}
        </ul>
        <Button weight="second">{t('desk.save_attendance')}</Button>
      </ActForm>
    </section>
  );
}

interface SeatRowProps {
  readonly seat: PresentSeat;
  readonly at: number;
  readonly mark: Mark | '';
  readonly marks: readonly Mark[];
}

function SeatRow({ seat, at, mark, marks }: SeatRowProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const role = t(`seat_role.${seat.role}`);
  const people = [seat.holder, seat.alternate === null ? null : t('desk.alternate', { name: seat.alternate })].filter((one) => one !== null);
  const about = [seat.voting ? role : t('desk.without_vote', { role }), ...(seat.on_leave ? [t('seat.on_leave')] : []), ...people];
  return (
    <li>
      <input type="hidden" name={`seats[${at}].seat_id`} value={seat.seat_id} />
      <input type="hidden" name={`seats[${at}].was`} value={mark} />
      <label className="choice">
        <span className="grow">
          <bdi>{seatName(seat, t, language)}</bdi>
          <small>{about.join(' · ')}</small>
        </span>
        <select className="in in--8" name={`seats[${at}].now`} defaultValue={mark}>
          <option value="">{t('mark.not_noted')}</option>
          {marks.map((one) => <option key={one} value={one}>{t(`mark.${one}`)}</option>)}
        </select>
      </label>
    </li>
  );
}
