import { GapSection } from '../gaps/section';
import { MilestoneSection } from '../milestones/section';
import { PartnerSection } from '../partners/section';
import { TeacherSection } from '../teachers/section';
import type { BesidePromise } from './beside.server';
import type { DeskActs } from './desk';
import type { CommitmentRecord } from './model';

interface BesideProps {
  readonly record: CommitmentRecord;
  readonly beside: BesidePromise;
  readonly acts: DeskActs;
  readonly today: string;
}

/** What stands beside the promise: what is there on the way, who helps, what teachers said, what nobody knows yet. */
export function Beside({ record, beside: { milestones, partners, joins, teachers, gaps }, acts, today }: BesideProps) {
  return (
    <>
      <MilestoneSection commitment={record} milestones={milestones} today={today} working={acts.milestones === true} />
      <PartnerSection commitmentRef={record.ref} partners={partners} open={record.open_to_join && record.status === 'published'} joins={joins} working={acts.partners === true} />
      <TeacherSection commitmentRef={record.ref} involvements={teachers} working={acts.teachers === true} />
      <GapSection commitmentRef={record.ref} gaps={gaps} working={acts.gaps === true} />
    </>
  );
}
