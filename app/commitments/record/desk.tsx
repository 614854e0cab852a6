import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Timeline } from '#app/ui/timeline';
import { answerWithinWorkingDays } from '../model';
import { addWorkingDays } from '../review/model';
import type { CommitmentRecord } from './model';

export const deskActs = ['edit', 'submission', 'verification', 'publication', 'return', 'completion', 'amendment', 'translations', 'milestones', 'partners', 'evidence', 'successor', 'withdrawal', 'deletion'] as const;
export type DeskAct = (typeof deskActs)[number];
/** What the viewer may do now: allowed, or the reason why not, where that helps. */
export type DeskActs = Readonly<Partial<Record<DeskAct, true | string>>>;

interface DeskProps {
  readonly record: CommitmentRecord;
  readonly acts: DeskActs;
  /** The commitment has just been submitted. */
  readonly received: boolean;
}

/** For those who work on it: what happens next, who has it, and what they can do. */
export function Desk({ record, acts, received }: DeskProps) {
  const t = useText('commitments');
  const offered = deskActs.filter((act) => acts[act] !== undefined);
  return (
    <Section id="desk" title={t('desk.title')} note={t('desk.note')}>
      {received && <Notice role="status" title={t('desk.received')}>{t('desk.received_text', { ref: record.ref })}</Notice>}
      {record.status === 'returned' && record.returned_reason !== null && <Notice tone="warn" title={t('desk.returned')}>{record.returned_reason}</Notice>}
      {(record.status === 'submitted' || record.status === 'verified') && <WhatNext record={record} />}
      <div className="row pt-16">{offered.map((act, at) => <Act key={act} act={act} may={acts[act] ?? ''} main={at === 0} record={record} />)}</div>
    </Section>
  );
}

function Act({ act, may, main, record: { ref } }: { readonly act: DeskAct; readonly may: true | string; readonly main: boolean; readonly record: CommitmentRecord }) {
  const t = useText('commitments');
  if (may !== true) return <Button type="button" weight="second" why={t(may)}>{t(`act.${act}`)}</Button>;
  const href = act === 'edit' ? paths.commitmentStep(ref, 'what') : act === 'submission' ? paths.commitmentStep(ref, 'check') : act === 'evidence' ? paths.commitmentEvidence(ref) : act === 'amendment' ? paths.newAmendment(ref) : act === 'translations' ? paths.translations(ref) : act === 'milestones' ? paths.milestones(ref) : act === 'partners' ? paths.partners(ref) : paths.commitmentAct(ref, act);
  return <ButtonLink weight={main ? 'main' : 'second'} href={href}>{t(`act.${act}`)}</ButtonLink>;
}

/** No limbo after submitting: who has it, and until when. */
function WhatNext({ record: { submitted_on, verified_on, status } }: { readonly record: CommitmentRecord }) {
  const t = useText('commitments');
  const { language } = useLocale();
  if (submitted_on === null) return null;
  const by = addWorkingDays(submitted_on, answerWithinWorkingDays);
  return (
    <>
      <h3>{t('next.title')}</h3>
      <Timeline
        moments={[
          { key: 'submitted', first: true, when: formatDate(language, submitted_on), dateTime: submitted_on, title: t('next.submitted') },
          status === 'verified' && verified_on !== null
            ? { key: 'read', first: true, when: formatDate(language, verified_on), dateTime: verified_on, title: t('next.verified') }
            : { key: 'read', when: t('next.by', { by: formatDate(language, by) }), title: t('next.read'), children: <p className="small">{t('next.read_text')}</p> },
          { key: 'published', when: t('next.then'), title: t('next.published'), children: <p className="small">{t('next.published_text')}</p> },
        ]}
      />
    </>
  );
}
