import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { ErrorSummary } from '#app/form/error-summary';
import { NumberField, SelectField, TextArea, TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatDayInZone, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Tag, type Tone } from '#app/ui/tag';
import type { ClauseRow } from '#app/working-groups/recommendations/queries.server';
import { fateOf, type Fate } from './model';
import type { ProposalRow } from './queries.server';

export interface BacklogFacts {
  readonly group: { readonly ref: string; readonly name: string };
  readonly proposals: readonly ProposalRow[];
  readonly clauses: readonly ClauseRow[];
  /** Whether the viewer sits on a seat, and leads. */
  readonly sits: boolean;
  readonly leads: boolean;
  /** Who looks. */
  readonly viewer_id: string;
  readonly zone: string;
  readonly saved: boolean;
}

const tones: Readonly<Record<Fate, Tone>> = { open: 'draft', planned: 'prog', treated: 'ok', deferred: 'late', dropped: 'none', declined: 'off', withdrawn: 'none' };

/** The backlog of a group: what its members propose for an agenda, and what became of it. */
export function BacklogPage(facts: BacklogFacts & { readonly last: SubmissionResult<string[]> | undefined }) {
  const { group, proposals, sits, saved, last } = facts;
  const t = useText('working-groups');
  const { language } = useLocale();
  const open = proposals.filter((one) => one.status === 'open');
  const answered = proposals.filter((one) => one.status !== 'open');
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).workingGroup(group.ref), label: group.name }]} here={t('backlog.title')} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight kick={<bdi>{group.ref}</bdi>} title={t('backlog.title')} lede={t('backlog.lede')}>
        {facts.leads && <a href={paths.groupDesk(group.ref)}>{t('desk.open_group')}</a>}
      </Head>
      {saved && <Notice role="status" title={t('backlog.saved')}>{t('backlog.saved_note')}</Notice>}
      <Section id="open" title={t('backlog.open')} note={t('backlog.open_note')}>
        {open.length === 0 ? <p className="muted">{t('backlog.none')}</p> : <Proposals {...facts} rows={open} />}
      </Section>
      {sits && (
        <Section id="propose" title={t('backlog.propose')} note={t('backlog.propose_note')}>
          <ProposalForm {...facts} last={last} />
        </Section>
      )}
      {answered.length > 0 && (
        <Section id="answered" title={t('backlog.answered')} note={t('backlog.answered_note')}>
          <Proposals {...facts} rows={answered} />
        </Section>
      )}
    </>
  );
}

function Proposals({ rows, ...facts }: BacklogFacts & { readonly rows: readonly ProposalRow[] }) {
  return <List>{rows.map((row) => <Proposal key={row.id} row={row} {...facts} />)}</List>;
}

function Proposal({ row, leads, viewer_id, zone }: BacklogFacts & { readonly row: ProposalRow }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const fate = fateOf(row);
  return (
    <li>
      <div className="row"><b><bdi>{row.title}</bdi></b> <Tag tone={tones[fate]}>{t(`backlog.fate.${fate}`)}</Tag></div>
      <p><bdi>{row.why}</bdi></p>
      <p className="tiny muted">
        <bdi>{row.proposer}</bdi>{row.organisation !== null && <>, <bdi>{row.organisation}</bdi></>} · {formatDayInZone(language, row.proposed_at, zone)}
        {row.minutes !== null && <> · {t('agenda.minutes', { count: row.minutes, shown: formatNumber(language, row.minutes) })}</>}
        {row.commitment_ref !== null && <> · <a href={to.commitment(row.commitment_ref)}>{row.commitment_ref}</a></>}
        {row.node_code !== null && <> · <bdi>{row.node_code}</bdi></>}
        {row.session_ref !== null && <> · <a href={to.session(row.session_ref)}><bdi>{row.session_title}</bdi></a></>}
      </p>
      {row.answer !== null && <p className="small"><strong>{t('backlog.answer')}:</strong> <bdi>{row.answer}</bdi></p>}
      {row.status === 'open' && (leads || row.proposed_by === viewer_id) && (
        <p className="row">
          {leads && <a className="btn btn--2" href={paths.proposalAct(row.id, 'answer')}>{t('backlog.decide')}<span className="vh"> {row.title}</span></a>}
          {row.proposed_by === viewer_id && <a href={paths.proposalAct(row.id, 'withdrawal')}>{t('backlog.withdraw')}<span className="vh"> {row.title}</span></a>}
        </p>
      )}
    </li>
  );
}

function ProposalForm({ group, clauses, last }: BacklogFacts & { readonly last: SubmissionResult<string[]> | undefined }) {
  const t = useText('working-groups');
  const field = fieldIn(last);
  return (
    <form method="post" action={paths.groupProposals(group.ref)} className="flow" noValidate>
      <FormKey />
      <TextField {...field('title')} label={t('agenda.item_title')} maxLength={200} required />
      <TextArea {...field('why')} label={t('backlog.why')} hint={t('backlog.why_hint')} rows={3} maxLength={4000} required />
      <NumberField {...field('minutes')} label={t('agenda.planned_minutes')} width={4} optional />
      <TextField {...field('commitment')} label={t('backlog.commitment')} hint={t('backlog.commitment_hint')} width={20} maxLength={40} optional />
      <SelectField {...field('node')} label={t('backlog.node')} options={clauses.map((clause) => ({ value: clause.id, label: `${clause.code} ${clause.title}`.slice(0, 120) }))} optional />
      <Button>{t('backlog.act')}</Button>
    </form>
  );
}
