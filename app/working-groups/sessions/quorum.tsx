import { formatList, formatNumber, formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Facts } from '#app/ui/facts';
import { Tag } from '#app/ui/tag';
import { constituencyName } from '#app/members/organisations/words';
import { seatName } from '#app/working-groups/marks';
import { quorumOf, seatsNeeded, speakerOf, type Quorum } from './model';
import type { QuorumChange } from './presences';
import type { Room } from './record.server';

/** Whether there is a quorum, in words and as a bar. */
export function QuorumLine({ quorum }: { readonly quorum: Quorum }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const values = { present: formatNumber(language, quorum.present), base: formatNumber(language, quorum.base), count: quorum.base };
  return (
    <>
      <p>
        <Tag tone={quorum.met ? 'ok' : 'late'}>{t(quorum.met ? 'quorum.met' : 'quorum.not_met')}</Tag> <span className="num">{t('quorum.seats', values)}</span>
      </p>
      <progress max={Math.max(quorum.base, 1)} value={quorum.present} aria-label={t('quorum.bar')}>{t('quorum.seats', values)}</progress>
    </>
  );
}

/** WG-3: the quorum with the inputs it is counted from, so that anybody can count again. */
export function QuorumFacts({ room, zone }: { readonly room: Room; readonly zone: string }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const quorum = quorumOf(room);
  const voting = room.seats.filter((seat) => seat.voting);
  const onLeave = voting.filter((seat) => seat.on_leave);
  const byAlternate = voting.filter((seat) => !seat.on_leave && seat.alternate_id !== null && speakerOf(seat, room.attendances) === seat.alternate_id);
  const named = (seats: typeof voting) => (seats.length === 0 ? t('quorum.none') : t('quorum.named', { shown: formatNumber(language, seats.length), names: formatList(language, seats.map((seat) => seatName(seat, t, language))) }));
  const minimum = ({ constituency, present, seats }: Quorum['minimums'][number]) =>
    t('presences.minimum', { name: constituencyName(constituency, language), present: formatNumber(language, present), needed: formatNumber(language, seats) });
  const change = ({ at, what, quorum: { present, base } }: QuorumChange) =>
    t(`presences.${what}`, { time: formatTime(language, at, zone), seats: t('quorum.seats', { present: formatNumber(language, present), base: formatNumber(language, base), count: base }) });
  return (
    <Facts
      facts={[
        { label: t('quorum.voting'), value: formatNumber(language, voting.length) },
        { label: t('quorum.on_leave'), value: named(onLeave) },
        { label: t('quorum.rule'), value: t('quorum.rule_text', { share: formatNumber(language, quorum.needed), count: seatsNeeded(quorum), shown: formatNumber(language, seatsNeeded(quorum)) }) },
        ...(quorum.minimums.length === 0 ? [] : [{ label: t('presences.minimums'), value: <Lines lines={quorum.minimums.map(minimum)} /> }]),
        { label: t('quorum.alternates'), value: named(byAlternate) },
        ...(room.changes.length === 0 ? [] : [{ label: t('presences.changes'), value: <Lines lines={room.changes.map(change)} /> }]),
      ]}
    />
  );
}

/** Few short lines, one under the other. */
const Lines = ({ lines }: { readonly lines: readonly string[] }) => <ul className="plain">{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
