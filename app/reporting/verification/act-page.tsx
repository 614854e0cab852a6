import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { amountOf, unitName } from '#app/commitments/marks';
import { ActPage } from '#app/form/act-page';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Written } from '#app/ui/written';
import type { Contest, Claim, ClaimAct, ClaimedValue } from './queries.server';
import { ContestWords } from './contests';

interface ClaimActPageProps {
  readonly act: ClaimAct;
  readonly claim: Claim;
  /** Both sides, where it is contested. */
  readonly contest?: Contest | undefined;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly children: ReactNode;
}

/** One act on an accepted update: what it says, what is disputed of it, and what the act asks for. */
export function ClaimActPage({ act, claim, contest, last, children }: ClaimActPageProps) {
  const t = useText('reporting');
  const words = useText('commitments');
  const { language } = useLocale();
  const href = paths.in(language).commitment(claim.ref);
  return (
    <ActPage
      above={[{ href: paths.in(language).commitments(), label: words('list.title') }, { href, label: claim.ref }]} act={t(`claim.act.${act}`)} lede={<Written in={claim.title_language}>{claim.title}</Written>} follows={t(`claim.follows.${act}`)}
      before={<div className="measure flow pt-24 pb-32"><Said claim={claim} />{contest !== undefined && <ContestWords contest={contest} />}</div>} back={{ href: `${href}#rungs`, label: words('act_not') }} version={claim.version} last={last}
    >
      {children}
    </ActPage>
  );
}

const valueColumns: readonly Column<ClaimedValue>[] = [
  { id: 'goal', header: (t) => t('review.field'), cell: (row) => <Goal value={row} /> },
  { id: 'value', header: (t) => t('review.said_now'), numeric: true, cell: (row) => <Amount value={row} /> },
  { id: 'rung', header: (t) => t('claim.rung'), cell: (row) => <RungWord value={row} /> },
];
function Goal({ value }: { readonly value: ClaimedValue }) {
  const words = useText('commitments');
  return <>{value.statement ?? unitName(value.unit, words)}</>;
}
function Amount({ value }: { readonly value: ClaimedValue }) {
  const words = useText('commitments');
  const { language } = useLocale();
  return <>{amountOf(value.value, value.unit, words, language)}</>;
}
function RungWord({ value }: { readonly value: ClaimedValue }) {
  const words = useText('commitments');
  return <>{words(`rung.${value.verification}`)}</>;
}

/** What the update says, as it was accepted. */
function Said({ claim: { year, as_of, values, narrative, language: written, documents } }: { readonly claim: Claim }) {
  const t = useText('reporting');
  const { language } = useLocale();
  return (
    <>
      <h2 className="h27">{t('claim.said', { year })}</h2>
      {values.length > 0 && <ListTable caption={t('claim.said', { year })} columns={valueColumns} rows={values} keyOf={(row) => row.goal_id} t={t} />}
      {as_of !== null && <p className="small muted">{t('updates.as_of')}: {formatDate(language, as_of)}</p>}
      {narrative !== null && <p lang={written} dir="auto">{narrative}</p>}
      {documents.length > 0 && <ul>{documents.map((one) => <li key={one.id}><a href={one.url ?? paths.evidenceFile(one.id)} rel="nofollow noreferrer">{one.title}</a></li>)}</ul>}
    </>
  );
}
