import { useText } from '#app/languages/text';
import { Facts } from '#app/ui/facts';
import type { DifferenceView, Provenance } from './provenance';
import { NumbersTable } from './numbers-table';

/** How a figure is defined, and who has looked at what it counts. */
export function Definition({ definition, verification }: Pick<Provenance, 'definition' | 'verification'>) {
  const t = useText('reporting');
  const looked = verification.length === 0 ? [] : [{ label: t('provenance.verification'), value: <ul className="plain">{verification.map(({ label, count }) => <li key={label}>{label}: <bdi className="num">{count}</bdi></li>)}</ul> }];
  return <Facts facts={[...definition, ...looked]} />;
}

/** Why a figure is not what it was in the report before: every column, so that each line adds up. */
export function Difference({ about, columns, rows, foot }: DifferenceView) {
  const t = useText('reporting');
  return (
    <>
      <p>{about}</p>
      <NumbersTable about={about} columns={columns} rows={foot === undefined ? rows : [...rows, foot]} />
      <p className="small muted">{t('difference.note')}</p>
    </>
  );
}
