import { FormKey, Version } from '#app/form/hidden';
import { apart } from '#app/languages/apart';
import { formatDayInZone, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { DeskFacts } from '#app/reporting/reports/desk-facts.server';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Button } from '#app/ui/button';

type Shown = DeskFacts['report']['left_out'][number];
type Listed = Shown & { readonly report: Pick<DeskFacts['report'], 'ref' | 'zone'> };

const columns: readonly Column<Listed>[] = [
  { id: 'section', header: (t) => t('sections.section'), cell: (row, { t }) => <a href={paths.reportSection(row.report.ref, row.position)}>{row.position} <bdi>{row.heading === '' ? t(`outline.${row.kind}`) : row.heading}</bdi></a> },
  { id: 'left', header: (t) => t('leaving.tag'), unnamed: true, cell: (row) => <Since section={row} zone={row.report.zone} /> },
  { id: 'back', header: (t) => t('leaving.take_back'), unnamed: true, cell: (row) => (row.takes ? <TakeBack report={row.report.ref} section={row} /> : null) },
];

/** SE-11: the profiles that were left out of a report, below those that it tells; folded where they are many. */
export function LeftOut({ report }: { readonly report: DeskFacts['report'] }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const count = report.left_out.length;
  if (count === 0) return null;
  const told = t('leaving.summary', { count, shown: formatNumber(language, count, 0) });
  return (
    <details open={count <= 12} className="pt-16" id="left-out">
      <summary>{told}</summary>
      <p className="small muted measure">{t('leaving.stays')}</p>
      <ListTable caption={told} columns={columns} rows={report.left_out.map((section) => ({ ...section, report }))} keyOf={(row) => row.id} t={t} />
    </details>
  );
}

/** When it was left out, and by whom. */
export function Since({ section: { left_out_at, left_out_by }, zone }: { readonly section: Pick<Shown, 'left_out_at' | 'left_out_by'>; readonly zone: string }) {
  const t = useText('reporting');
  const { language } = useLocale();
  return left_out_at === null ? null : t('leaving.since', { on: formatDayInZone(language, left_out_at, zone), name: apart(left_out_by ?? t('sections.secretariat')) });
}

export function TakeBack({ report, section }: { readonly report: string; readonly section: Pick<Shown, 'position' | 'version' | 'heading'> }) {
  const t = useText('reporting');
  return (
    <form method="post" action={paths.reportSectionAct(report, section.position, 'inclusion')}>
      <FormKey />
      <Version value={section.version} />
      <Button weight="second">{t('leaving.take_back')}<span className="vh">: {section.heading}</span></Button>
    </form>
  );
}
