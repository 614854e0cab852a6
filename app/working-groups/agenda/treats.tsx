import { Fragment } from 'react';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { PaperLink } from '#app/working-groups/papers/list';
import type { PaperRow } from '#app/working-groups/papers/queries.server';
import type { ItemReport } from './reports.server';

interface TreatsProps {
  readonly item: { readonly id: string; readonly commitment_ref: string | null; readonly report: ItemReport | null };
  /** Of the whole session. */
  readonly papers: readonly PaperRow[];
}

/** What lies on the table with an item: its papers, the commitment that it treats, the report that it launches. */
export function Treats({ item, papers }: TreatsProps) {
  const t = useText('working-groups');
  const to = paths.in(useLocale().language);
  const own = papers.filter((paper) => paper.agenda_item_id === item.id);
  return (
    <>
      {own.length > 0 && <p className="small"><span className="muted">{t('papers.title')}</span> {own.map((paper, at) => <Fragment key={paper.id}>{at > 0 && ' · '}<PaperLink paper={paper} /></Fragment>)}</p>}
      {item.commitment_ref !== null && <p className="small">{t('agenda.treats')} <a href={to.commitment(item.commitment_ref)}>{item.commitment_ref}</a></p>}
      {item.report !== null && <p className="small">{t('agenda.launch')} <ReportName report={item.report} /></p>}
    </>
  );
}

/** The title of a report, leading to its page as soon as it is out; an outcome report is named to whoever may read it. */
export function ReportName({ report }: { readonly report: ItemReport }) {
  const to = paths.in(useLocale().language);
  if (report.outcome !== null) return <a href={to.outcome(report.outcome.group, report.outcome.number)}><bdi>{report.title}</bdi></a>;
  return report.out ? <a href={to.report(report.ref)}><bdi>{report.title}</bdi></a> : <bdi>{report.title}</bdi>;
}
