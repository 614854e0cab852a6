import { formatList, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Facts } from '#app/ui/facts';
import { Tag } from '#app/ui/tag';
import { seatName } from '#app/working-groups/marks';
import { quorumOf, seatsNeeded, speakerOf, type Quorum } from './model';
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

interface QuorumProps {
  readonly room: Room;
  readonly share: string;
}

/** WG-3: the quorum with the inputs it is counted from, so that anybody can count again. */
export function QuorumFacts({ room, share }: QuorumProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const quorum = quorumOf(room.seats, room.attendances, Number(share));
  const voting = room.seats.filter((seat) => seat.voting);
  const onLeave = voting.filter((seat) => seat.on_leave);
  const byAlternate = voting.filter((seat) => !seat.on_leave && seat.alternate_id !== null && speakerOf(seat, room.attendances) === seat.alternate_id);
  const named = (seats: typeof voting) => (seats.length === 0 ? t('quorum.none') : t('quorum.named', { shown: formatNumber(language, seats.length), names: formatList(language, seats.map((seat) => seatName(seat, t, language))) }));
  return (
    <Facts
      facts={[
        { label: t('quorum.voting'), value: formatNumber(language, voting.length) },
        { label: t('quorum.on_leave'), value: named(onLeave) },
        { label: t('quorum.rule'), value: t('quorum.rule_text', { share: formatNumber(language, share), count: seatsNeeded(quorum), shown: formatNumber(language, seatsNeeded(quorum)) }) },
        { label: t('quorum.alternates'), value: named(byAlternate) },
      ]}
    />
  );
}
