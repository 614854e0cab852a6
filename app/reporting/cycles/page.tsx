import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { FormKey } from '#app/form/hidden';
import { paths } from '#app/paths';
import { SectionsTable } from '#app/reporting/sections/table';
import type { SectionProgress } from '#app/reporting/sections/progress.server';
import type { ReportSection } from '#app/reporting/sections/queries.server';
import type { Review } from '#app/reporting/updates/queries.server';
import { ReviewTable } from '#app/reporting/updates/review-table';
import { Button, ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { BoardHead } from './board';
import { Members, type MembersProps } from './members';
import type { BoardCounts } from './queries.server';

interface CyclePageProps extends MembersProps {
  readonly state: string;
  readonly today: string;
  readonly total: BoardCounts;
  readonly silent: number;
  readonly reviews: readonly Review[];
  readonly waiting: number;
  /** Accepted updates that say their commitment has ended, while it is still open. */
  readonly undecided: readonly Review[];
  /** The report of the cycle, and whether its desk opens for the viewer. */
  readonly report: { readonly ref: string; readonly opens: boolean; readonly sections: readonly Omit<ReportSection, 'body'>[]; readonly progress: Readonly<Record<string, SectionProgress>> } | undefined;
  readonly plans: boolean;
  /** Whether the viewer settles its rule and exceptions. */
  readonly settles: boolean;
  readonly done: { readonly accepted: string | null; readonly returned: string | null; readonly nudged: number | null; readonly all: number | null };
}

/** The board of a cycle: who has reported, what waits to be read, what somebody has to decide, and how far the report is. */
export function CyclePage(props: CyclePageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { done } = props;
  const number = (value: number) => formatNumber(language, value, 0);
  return (
    <>
      {done.accepted !== null && <Notice role="status">{t('board.accepted', { ref: done.accepted })}</Notice>}
      {done.returned !== null && <Notice role="status">{t('board.returned', { ref: done.returned })}</Notice>}
      {done.nudged !== null && <Notice role="status">{t('board.nudged_done', { count: done.nudged, shown: number(done.nudged) })}</Notice>}
      {done.all !== null && <Notice role="status">{t('board.accepted_all', { count: done.all, shown: number(done.all) })}</Notice>}
      <BoardHead {...props} />
      {props.settles && <p className="row small"><a href={paths.cycleAct(props.cycle.ref, 'edit')}>{t('settings.act')}</a> <a href={paths.cycleAct(props.cycle.ref, 'exceptions')}>{t('exception.act')}</a></p>}
      <div className="spacer" />
      <Waiting {...props} />
      <Undecided {...props} />
      <Members {...props} />
      <ReportState {...props} />
    </>
  );
}

function Waiting({ cycle, reviews, waiting }: CyclePageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const values = { count: waiting, shown: formatNumber(language, reviews.length, 0), total: formatNumber(language, waiting, 0) };
  return (
    <Section id="review" title={t('review.title')} note={t('review.note')} wide>
      {waiting === 0 ? <p>{t('review.none')}</p> : <ReviewTable rows={reviews} cycle={cycle.ref} caption={t('review.caption', values)} />}
      {reviews.some(({ checks }) => checks.length === 0) && <p className="pt-16"><ButtonLink weight="second" href={paths.cycleAct(cycle.ref, 'acceptances')}>{t('acceptances.open')}</ButtonLink></p>}
      {waiting > reviews.length && <p className="small muted">{t('review.caption', values)}</p>}
    </Section>
  );
}

function Undecided({ cycle, undecided }: CyclePageProps) {
  const t = useText('reporting');
  if (undecided.length === 0) return null;
  return (
    <Section id="undecided" title={t('undecided.title')} note={t('undecided.note')} wide>
      <ReviewTable rows={undecided} cycle={cycle.ref} caption={t('undecided.title')} />
    </Section>
  );
}

function ReportState({ cycle, report, plans }: CyclePageProps) {
  const t = useText('reporting');
  return (
    <Section id="report" title={t('board.report')} note={t('board.report_note')} wide>
      {report === undefined ? (
        <form method="post" action={paths.cycleReport(cycle.ref)} className="flow">
          <FormKey />
          <p>{t('board.no_report')}</p>
          {plans && <Button>{t('board.plan_report')}</Button>}
        </form>
      ) : (
        <div className="flow">
          <SectionsTable report={report.ref} sections={report.sections} progress={report.progress} opens={report.opens} />
          {report.opens && <ButtonLink weight="second" href={paths.reportEdit(report.ref)}>{t('board.open_report')}</ButtonLink>}
        </div>
      )}
    </Section>
  );
}
