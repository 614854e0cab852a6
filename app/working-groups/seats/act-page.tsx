import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { paths, type SeatAct } from '#app/paths';
import { seatName } from '#app/working-groups/marks';
import type { KeptSeat } from './queries.server';

interface SeatActPageProps {
  readonly act: SeatAct;
  /** The group whose seat it is. */
  readonly group: { readonly ref: string; readonly name: string };
  readonly seat: KeptSeat;
  readonly last: Parameters<typeof ActPage>[0]['last'];
  readonly children: ReactNode;
}

/** One act on a seat. */
export function SeatActPage({ act, group: { ref, name }, seat, last, children }: SeatActPageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const seats = { href: paths.groupSeats(ref), label: t('seats.standing') };
  return (
    <ActPage above={[{ href: paths.in(language).workingGroup(ref), label: name }, seats]} act={t(`seats.act.${act}`)} lede={<bdi>{seatName(seat, t, language)}</bdi>} follows={t(`seats.follows_${act}`)} back={seats} last={last}>
      {children}
    </ActPage>
  );
}
