import type { SubmissionResult } from '@conform-to/react';
import { useOutletContext } from '@remix-run/react';
import { licences } from '#app/coalitions/licences';
import { ErrorSummary } from '#app/form/error-summary';
import { fieldIn } from '#app/form/act-page';
import { DateField, TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatDate, formatDayInZone, formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Trail } from '#app/records/history/trail';
import { Button, ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Tag, type Tone } from '#app/ui/tag';
import { zoneName } from '#app/working-groups/marks';
import { Approvals } from './approvals/section';
import { ChangedSince } from '#app/reporting/snapshots/changed-since';
import { MissingList } from '#app/reporting/snapshots/missing-list';
import type { DeskFacts } from './desk-facts.server';
import { Corrections } from './errata/section';
import { Replies } from './replies/section';
import { reportTrail } from './trail';
import { LeftOut } from '#app/reporting/profiles/left-out';
import { SectionsTable } from '#app/reporting/sections/table';

/** What a form of the desk was answered. */
interface DeskReply {
  readonly act: 'freeze' | 'window' | 'approvals' | 'publication';
  readonly result: SubmissionResult<string[]> | undefined;
}

const tones: Readonly<Record<string, Tone>> = { planned: 'draft', drafting: 'draft', review: 'prog', right_of_reply: 'prog', approved: 'prog', published: 'ok', corrected: 'late' };

/** The desk of a report: its sections, then freezing, the right of reply, approvals, publishing and corrections, each with what it still needs. */
export function ReportDesk({ reply }: { readonly reply?: DeskReply }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const facts = useOutletContext<DeskFacts>();
  const { report, trail, gaps, why } = facts;
  const resultOf = (act: DeskReply['act']) => (reply?.act === act ? reply.result : undefined);
  const signed = report.sections.filter((section) => section.status === 'signed_off').length;
  const out = report.published_on;
  return (
    <>
      <Crumbs above={[facts.board ? { href: paths.cycle(report.cycle_ref), label: t('board.crumb', { year: report.year }) } : { href: paths.in(language).reports(), label: t('list.title') }]} here={<bdi>{report.ref}</bdi>} />
      <Head tight kick={report.coalition} title={report.title} lede={t('desk.lede', { count: report.sections.length, signed })}>
        <Tag tone={tones[report.status] ?? 'draft'}>{t(`report.states.${report.status}`)}</Tag>
        {report.edition > 1 && <span className="tiny muted">{t('errata.edition', { edition: report.edition })}</span>}
        {facts.out && <a href={paths.in(language).report(report.ref)}>{t('desk.public_page')}</a>}
        {facts.out && <a href={paths.in(language).extract(report.ref, 'summary')}>{t('extracts.summary.title')}</a>}
      </Head>
      <ErrorSummary errors={summaryOf(reply?.result?.error ?? {})} />
      <Section id="sections" title={t('sections.title')} note={t('sections.note')} wide><SectionsTable report={report.ref} sections={report.sections} progress={facts.progress} /><LeftOut report={report} />{why.addProfiles === undefined && <p className="pt-16 noprint"><ButtonLink weight="second" href={paths.reportProfiles(report.ref)}>{t('profiles.add')}</ButtonLink></p>}</Section>
      <Section id="freeze" title={t('freeze.title')} note={t('freeze.note')}><Freezing report={report} missing={facts.missing} board={facts.board} why={why.freeze} reply={reply} /></Section>
      {report.snapshot !== null && <Section id="since" title={t('since.title')}>{facts.changes !== null && <ChangedSince {...facts.changes} />}<p><a href={paths.reportSince(report.ref)}>{t('since.compare')}</a></p></Section>}
      <Section id="replies" title={t('replies.title')} note={t('replies.note')} wide><Replies report={report} window={facts.window} why={why} result={resultOf('window')} /></Section>
      <Section id="approvals" title={t('approvals.title')} note={t('approvals.note')}><Approvals {...facts} /></Section>
      <Section id="publication" title={t('publication.title')} note={t('publication.note')}>
        {out !== null ? <Published {...facts} /> : <Publishing report={report} gaps={gaps} board={facts.board} why={why.publish} result={resultOf('publication')} />}
      </Section>
      <Section id="errata" title={t('errata.title')} note={t('errata.note')}><Corrections {...facts} /></Section>
      <Trail acts={trail} words={reportTrail} />
    </>
  );
}

interface StepProps {
  readonly report: DeskFacts['report'];
  readonly why: string | undefined;
}

function Freezing({ report, missing, board, why, reply }: StepProps & Pick<DeskFacts, 'missing' | 'board'> & { readonly reply: DeskReply | undefined }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { snapshot } = report;
  if (snapshot !== null) {
    return (
      <div className="flow">
        <p>{t('freeze.done', { on: formatDate(language, snapshot.frozen_on), asOf: formatDate(language, snapshot.as_of) })}</p>
        <p className="hash">{snapshot.sha256.replaceAll(/(.{8})(?=.)/g, '$1 ')}</p>
        {missing !== null && <MissingList report={report} missing={missing} board={board} frozen />}
      </div>
    );
  }
  const result = reply?.act === 'freeze' ? reply.result : undefined;
  const typed = result?.initialValue?.['confirmation'];
  return (
    <form method="post" action={paths.reportAct(report.ref, 'freeze')} className="flow measure">
      <FormKey />
      <p>{t('freeze.what')}</p>
      <MissingList report={report} missing={missing ?? []} board={board} frozen={false} />
      <TextField name="confirmation" label={t('freeze.confirmation', { cycle: report.cycle_ref })} hint={t('freeze.confirmation_hint')} width={20} required autoComplete="off" spellCheck={false} errors={result?.error?.['confirmation'] ?? undefined} defaultValue={typeof typed === 'string' ? typed : undefined} />
      <Button weight="second" why={why === undefined ? undefined : t(why)}>{t('freeze.act')}</Button>
    </form>
  );
}

/** Out, or to come out at its instant. */
function Published({ report, out }: Pick<DeskFacts, 'report' | 'out'>) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { published_on, embargo_until, zone } = report;
  if (out || embargo_until === null) return <p>{t('publication.done', { on: formatDate(language, published_on ?? '') })}</p>;
  return <Notice tone="warn">{t('embargo.until', { day: formatDayInZone(language, embargo_until, zone), time: formatTime(language, embargo_until, zone), zone: zoneName(zone) })}</Notice>;
}

function Publishing({ report, gaps, board, why, result }: StepProps & Pick<DeskFacts, 'gaps' | 'board'> & { readonly result: SubmissionResult<string[]> | undefined }) {
  const t = useText('reporting');
  const field = fieldIn(result);
  const blocked = why !== undefined ? t(why) : gaps.length > 0 ? t('publication.blocked', { count: gaps.length }) : undefined;
  return (
    <form method="post" action={paths.reportAct(report.ref, 'publication')} className="flow" noValidate>
      <FormKey />
      {gaps.length === 0 ? <p>{t('publication.ready')}</p> : (
        <>
          <Notice tone="none" title={t('publication.missing', { count: gaps.length })} />
          <ul>{gaps.map((gap) => <li key={gap}>{t(`gaps.${gap}`)}</li>)}</ul>
        </>
      )}
      <p className="small">{report.licence === null ? t('publication.licence_none') : t('publication.licence', { licence: licences[report.licence].title })}</p>
      {report.edition === 1 && gaps.length === 0 && (
        <div className="cols cols-2 measure">
          <DateField {...field('embargo_day')} label={t('embargo.day')} hint={t('embargo.hint', { zone: zoneName(report.zone) })} optional />
          <TextField {...field('embargo_time')} label={t('embargo.time')} hint={t('embargo.time_hint')} width={8} optional />
        </div>
      )}
      <div className="row"><Button why={blocked}>{t('publication.act')}</Button><ButtonLink weight="text" href={board ? paths.cycle(report.cycle_ref) : paths.my}>{t('publication.later')}</ButtonLink></div>
    </form>
  );
}
