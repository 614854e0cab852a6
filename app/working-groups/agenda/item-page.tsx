import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { errorsOfReply } from '#app/form/acts';
import { ErrorSummary } from '#app/form/error-summary';
import { NumberField, SelectField, TextField } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { EvidenceFields } from '#app/records/evidence/form';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Papers } from '#app/working-groups/papers/list';
import type { PaperRow } from '#app/working-groups/papers/queries.server';
import { DimensionField } from '#app/working-groups/dimensions/field';
import type { Dimension } from '#app/working-groups/dimensions/model';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import type { ItemRecord } from './item.server';
import { itemKinds } from './model';
import type { ItemReport } from './reports.server';

type Last = SubmissionResult<string[]> | undefined;

export interface ItemFacts {
  readonly session: SessionRecord;
  readonly item: ItemRecord;
  readonly presenters: readonly { readonly id: string; readonly name: string; readonly organisation: string | null }[];
  readonly dimensions: readonly Dimension[];
  /** What it can launch. */
  readonly reports: readonly ItemReport[];
  readonly papers: readonly PaperRow[];
  /** Whether the viewer leads the group: who only presents the item adds papers to it. */
  readonly edits: boolean;
  readonly adds: boolean;
  readonly saved: boolean;
}

/** One item of an agenda: what it is, who has it, how long, what it treats, and its papers. */
export function ItemPage({ session, item, presenters, dimensions, reports, papers, edits, adds, saved, last, paper }: ItemFacts & { readonly last?: Last; readonly paper?: Last }) {
  const t = useText('working-groups');
  return (
    <>
      <Crumbs above={[{ href: paths.groupDesk(session.group_ref), label: t('desk.of', { name: session.group_name }) }, { href: paths.sessionDesk(session.ref), label: session.ref }]} here={t('agenda.item')} />
      <ErrorSummary errors={paper === undefined ? summaryOf(last?.error ?? {}) : errorsOfReply({ act: 'papers', result: paper })} />
      <Head tight kick={<bdi>{session.title}</bdi>} title={<bdi>{item.title}</bdi>} />
      {saved && <Notice role="status">{t('planning.saved')}</Notice>}
      {edits && (
        <Section id="item" title={t('planning.item')} note={t('planning.item_note')}>
          <ItemForm session={session} item={item} presenters={presenters} dimensions={dimensions} reports={reports} last={last} />
        </Section>
      )}
      <Section id="papers" title={t('papers.title')} note={t('papers.note')}>
        {papers.length === 0 ? <p className="muted">{t('papers.none')}</p> : <Papers papers={papers} keeps={edits} removable={session.started_at === null} inside />}
        {adds && (
          <details open={paper !== undefined}>
            <summary>{t('papers.add')}</summary>
            <form method="post" action={paths.agendaItem(session.ref, item.id, 'papers')} encType="multipart/form-data" className="flow cap" noValidate>
              <FormKey />
              <EvidenceFields last={paper} act="papers" />
              <Button weight="second">{t('papers.add')}</Button>
            </form>
          </details>
        )}
      </Section>
    </>
  );
}

function ItemForm({ session, item, presenters, dimensions, reports, last }: Pick<ItemFacts, 'session' | 'item' | 'presenters' | 'dimensions' | 'reports'> & { readonly last: Last }) {
  const t = useText('working-groups');
  const field = fieldIn(last);
  return (
    <form method="post" action={paths.agendaItem(session.ref, item.id)} className="flow" noValidate>
      <FormKey />
      <Version value={item.version} />
      <TextField {...field('title', item.title)} label={t('agenda.item_title')} maxLength={200} required />
      <div className="cols cols-2">
        <SelectField {...field('kind', item.kind)} label={t('agenda.kind')} options={itemKinds.map((one) => ({ value: one, label: t(`item_kind.${one}`) }))} empty={null} />
        <NumberField {...field('minutes', item.minutes === null ? '' : String(item.minutes))} label={t('agenda.planned_minutes')} width={4} optional />
      </div>
      <TextField {...field('section', item.section ?? '')} label={t('planning.section')} hint={t('planning.section_hint')} maxLength={200} optional />
      <DimensionField field={field('dimension_id', item.dimension_id ?? '')} dimensions={dimensions} />
      <SelectField {...field('presenter_id', item.presenter_id ?? '')} label={t('planning.presenter')} options={presenters.map(({ id, name, organisation }) => ({ value: id, label: organisation === null ? name : `${name}, ${organisation}` }))} empty={t('invitation.nobody')} optional />
      <TextField {...field('presenter', item.presenter ?? '')} label={t('planning.presenter_words')} hint={t('planning.presenter_hint')} maxLength={200} optional />
      <TextField {...field('commitment', item.commitment_ref ?? '')} label={t('backlog.commitment')} hint={t('backlog.commitment_hint')} width={20} maxLength={40} optional />
      {reports.length > 0 && <SelectField {...field('report_id', item.report_id ?? '')} label={t('planning.report')} hint={t('planning.report_hint')} options={reports.map(({ id, title }) => ({ value: id, label: title }))} empty={t('planning.no_report')} optional />}
      <Button>{t('planning.save')}</Button>
    </form>
  );
}
