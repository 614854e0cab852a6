import { fieldIn, type ActPage } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { DateField, SelectField, TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { seatRoles } from '#app/working-groups/model';
import { CONSTITUENCIES } from '#db/reference/constituencies';
import type { KeptSeat } from './queries.server';

interface SeatFieldsProps {
  readonly last: Parameters<typeof ActPage>[0]['last'];
  readonly today: string;
  /** The seat as it is; without one whose it is is asked, too. */
  readonly seat?: KeptSeat;
}

/** Whose a seat is, who sits there, and from when on. */
export function SeatFields({ last, today, seat }: SeatFieldsProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const field = fieldIn(last);
  return (
    <>
      {seat === undefined && <TextField {...field('organisation')} label={t('seats.organisation')} hint={t('seats.organisation_hint')} maxLength={200} optional />}
      {seat === undefined && <SelectField {...field('constituency')} label={t('seats.constituency')} options={CONSTITUENCIES.map(({ code, name }) => ({ value: code, label: name[language] }))} width={30} />}
      <SelectField {...field('role', seat?.role ?? 'member')} label={t('seat.role')} options={seatRoles.map((value) => ({ value, label: t(`seat_role.${value}`) }))} empty={null} width={20} />
      <RadioField {...field('voting', seat?.voting === false ? 'no' : 'yes')} row label={t('seat.vote')} choices={[{ value: 'yes', label: t('seat.votes') }, { value: 'no', label: t('seat.no_vote') }]} required />
      <TextField {...field('holder', seat?.holder_mail ?? '')} type="email" label={t('seats.holder')} hint={t('seats.mail_hint')} maxLength={200} optional />
      <TextField {...field('alternate', seat?.alternate_mail ?? '')} type="email" label={t('seats.alternate')} maxLength={200} optional />
      <DateField {...field('from', today)} label={t('seats.from')} hint={t('seats.from_hint')} required />
    </>
  );
}
