import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { ItemReport } from './reports.server';

/** What an item treats: a commitment by its number, a report by its title. */
export function Treats({ item }: { readonly item: { readonly commitment_ref: string | null; readonly report: ItemReport | null } }) {
  const t = useText('working-groups');
  const to = paths.in(useLocale().language);
  return (
    <>
      {item.commitment_ref !== null && <p className="small">{t('agenda.treats')} <a href={to.commitment(item.commitment_ref)}>{item.commitment_ref}</a></p>}
      {item.report !== null && <p className="small">{t('agenda.launch')} <ReportName report={item.report} /></p>}
    </>
  );
}

/** The title of a report, leading to its page as soon as it is out. */
export function ReportName({ report }: { readonly report: ItemReport }) {
  const to = paths.in(useLocale().language);
  return report.out ? <a href={to.report(report.ref)}><bdi>{report.title}</bdi></a> : <bdi>{report.title}</bdi>;
}
