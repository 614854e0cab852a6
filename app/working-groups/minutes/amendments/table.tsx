import { useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Tag, type Tone } from '#app/ui/tag';
import { seatName } from '#app/working-groups/marks';
import { passageName } from '../errata';
import type { AmendmentStatus } from '../model';
import type { MinutesRecord, RecordAmendment } from '../record';
import { seatIn, type MinutesView } from '../view';

interface Row extends RecordAmendment {
  readonly record: MinutesRecord;
}
const tones: Readonly<Record<AmendmentStatus, Tone>> = { open: 'late', accepted: 'ok', rejected: 'off', withdrawn: 'none' };

const columns: readonly Column<Row>[] = [
  { id: 'by', header: (t) => t('minutes.asked_by'), cell: (row, { t, language }) => {
    const seat = seatIn(row.record, row.seat);
    return <bdi>{seat === undefined ? t('seat.not_named') : seatName(seat, t, language)}</bdi>;
  } },
  { id: 'where', header: (t) => t('minutes.where'), cell: (row, { t, language }) => passageName(row.record, row.passage, t, language) },
  { id: 'change', header: (t) => t('minutes.change'), cell: (row) => <>{row.old_words !== '' && <><del><bdi>{row.old_words}</bdi></del> </>}<ins><bdi>{row.new_words}</bdi></ins><div className="small muted"><bdi>{row.reason}</bdi></div></> },
  { id: 'result', header: (t) => t('minutes.result'), unnamed: true, cell: (row, { t }) => <><Tag tone={tones[row.status]}>{t(`minutes.amendment_status.${row.status}`)}</Tag>{row.answer !== null && <div className="small"><bdi>{row.answer}</bdi></div>}</> },
];

/** What was asked for, in old and new words, and what became of it. Both stay. */
export function AmendmentTable({ minutes: { record } }: { readonly minutes: Pick<MinutesView, 'record'> }) {
  const t = useText('working-groups');
  if (record.amendments.length === 0) return <p className="muted">{t('minutes.no_amendment')}</p>;
  return <ListTable kind="diff" caption={t('minutes.amendments')} columns={columns} rows={record.amendments.map((one) => ({ ...one, record }))} keyOf={(row) => String(row.number)} t={t} />;
}
