import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { seatName } from '#app/working-groups/marks';
import { markOf, speakerOf, type Mark } from './model';
import type { PresentSeat, Room } from './record.server';

const columns = ['in_person', 'remote', 'left', 'excused', 'absent'] as const;
type Place = (typeof columns)[number];

/** Where a seat was: what nobody noted counts as absent. */
function placeOf(mark: Mark | undefined): Place {
  if (mark === undefined || mark === 'absent') return 'absent';
  if (mark === 'excused' || mark === 'left') return mark;
  return mark.endsWith('in_person') ? 'in_person' : 'remote';
}

/** Who came, by organisation; a person is named only where they agreed. Seats without a vote stand apart. */
export function Attendance({ room }: { readonly room: Room }) {
  const t = useText('working-groups');
  const placed = room.seats.map((seat) => ({ seat, place: seat.on_leave ? ('on_leave' as const) : placeOf(markOf(seat, room.attendances)) }));
  const voting = placed.filter(({ seat }) => seat.voting);
  const others = placed.filter(({ seat, place }) => !seat.voting && (place === 'in_person' || place === 'remote' || place === 'left'));
  const shown = [...columns, 'on_leave' as const].map((place) => ({ place, seats: voting.filter((one) => one.place === place).map(({ seat }) => seat) })).filter(({ seats }) => seats.length > 0);
  return (
    <>
      <div className="cols cols-3">
        {shown.map(({ place, seats }) => <Seats key={place} title={t(`presence.${place}`)} seats={seats} room={room} />)}
      </div>
      {others.length > 0 && <div className="pt-16"><Seats title={t('presence.without_vote')} seats={others.map(({ seat }) => seat)} room={room} /></div>}
    </>
  );
}

function Seats({ title, seats, room }: { readonly title: string; readonly seats: readonly PresentSeat[]; readonly room: Room }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <div>
      <h3>
        {title} <span className="muted normal">{formatNumber(language, seats.length)}</span>
      </h3>
      <ul className="plain small">
        {seats.map((seat) => {
          const speaker = speakerOf(seat, room.attendances);
          const person = speaker === undefined ? null : speaker === seat.holder_id ? seat.holder : seat.alternate;
          const role = seat.role === 'member' ? '' : ` (${t(`seat_role.${seat.role}`)})`;
          return (
            <li key={seat.seat_id}>
              <bdi>{seatName(seat, t, language)}</bdi>
              {role}
              {person !== null && <span className="muted"> · <bdi>{person}</bdi></span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
