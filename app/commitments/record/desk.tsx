import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { isFinal } from '../model';
import { AskedList } from '../remarks/list';
import type { Asked } from '../remarks/model';
import type { LifeBeside } from '../review/life';
import { SmartAdvices, SmartWords } from '../smart/words';
import { Life } from './life';
import type { CommitmentRecord } from './model';

export const deskActs = ['edit', 'submission', 'verification', 'publication', 'return', 'completion', 'amendment', 'translations', 'groups', 'evidence', 'successor', 'withdrawal', 'deletion'] as const;
/** What has its own way to it, beside what it is about. */
const besideActs = ['milestones', 'partners', 'teachers', 'gaps'] as const;
export type DeskAct = (typeof deskActs)[number] | (typeof besideActs)[number];
/** What the viewer may do now: allowed, or the reason why not, where that helps. */
export type DeskActs = Readonly<Partial<Record<DeskAct, true | string>>>;

interface DeskProps {
  readonly record: CommitmentRecord;
  readonly acts: DeskActs;
  /** The commitment has just been submitted. */
  readonly received: boolean;
  /** What is asked of it, where it came back. */
  readonly asked: readonly Asked[];
  /** What is under way beside its state. */
  readonly ahead: LifeBeside;
}

/** For those who work on it: what happens next, who has it, and what they can do. */
export function Desk({ record, acts, received, asked, ahead }: DeskProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const offered = deskActs.filter((act) => acts[act] !== undefined);
  return (
    <Section id="desk" title={t('desk.title')} note={t('desk.note')}>
      {received && <Notice role="status" title={t('desk.received')}>{t('desk.received_text', { ref: record.ref })}</Notice>}
      {record.status === 'returned' && <AskedList commitment={record} asked={asked} />}
      {!isFinal(record.status) && <Life facts={record} beside={ahead} />}
      {record.smart_score !== null && record.status !== 'draft' && (record.published_on === null ? <SmartAdvices score={record.smart_score} t={t} language={language} /> : <p className="small">{t('smart.title')} · <SmartWords score={record.smart_score} t={t} language={language} /></p>)}
      <div className="row pt-16">{offered.map((act, at) => <Act key={act} act={act} may={acts[act] ?? ''} main={at === 0} record={record} />)}</div>
    </Section>
  );
}

function Act({ act, may, main, record: { ref } }: { readonly act: (typeof deskActs)[number]; readonly may: true | string; readonly main: boolean; readonly record: CommitmentRecord }) {
  const t = useText('commitments');
  if (may !== true) return <Button type="button" weight="second" why={t(may)}>{t(`act.${act}`)}</Button>;
  const href = act === 'edit' ? paths.commitmentStep(ref, 'what') : act === 'submission' ? paths.commitmentStep(ref, 'check') : act === 'evidence' ? paths.commitmentEvidence(ref) : act === 'amendment' ? paths.newAmendment(ref) : act === 'translations' ? paths.translations(ref) : act === 'groups' ? paths.commitmentGroups(ref) : paths.commitmentAct(ref, act);
  return <ButtonLink weight={main ? 'main' : 'second'} href={href}>{t(`act.${act}`)}</ButtonLink>;
}
