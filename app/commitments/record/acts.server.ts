import type { Actor } from '#app/access/actor';
import { may, type Rule } from '#app/access/permit';
import { amendmentPolicy } from '../amendments/policy';
import type { CommitmentRef } from '../model';
import { gapPolicy } from '../gaps/policy';
import { groupAddingPolicy } from '../groups/policy';
import { teacherPolicy } from '../teachers/policy';
import { milestonePolicy } from '../milestones/policy';
import { partnerPolicy } from '../partners/policy';
import { commitmentPolicy } from '../policy';
import { successionPolicy } from '../succession/policy';
import { translationPolicy } from '../translations/policy';
import type { DeskAct, DeskActs } from './desk';

type OnCommitment = Rule<string, CommitmentRef>;

const rules: Readonly<Record<DeskAct, OnCommitment>> = {
  edit: commitmentPolicy.edit, submission: commitmentPolicy.submit, return: commitmentPolicy.return, verification: commitmentPolicy.verify, publication: commitmentPolicy.publish,
  completion: commitmentPolicy.finish, withdrawal: commitmentPolicy.withdraw, evidence: commitmentPolicy.addEvidence, deletion: commitmentPolicy.delete,
  amendment: amendmentPolicy.ask, successor: successionPolicy.start, translations: translationPolicy.read, milestones: milestonePolicy.plan, partners: partnerPolicy.ask, teachers: teacherPolicy.say, gaps: gapPolicy.open, groups: groupAddingPolicy.add,
};

/** Refusals that are told beside the button: somebody else can do this now. All others hide the act. */
const told = new Set(['access:reasons.not_your_own', 'access:reasons.not_independent']);

/** What a viewer may do with a commitment now. */
export function actsOn(viewer: Actor, commitment: CommitmentRef): DeskActs {
  const acts: Partial<Record<DeskAct, true | string>> = {};
  for (const act of Object.keys(rules) as DeskAct[]) {
    const decision = may(rules[act], viewer, commitment);
    if (decision.allowed) acts[act] = true;
    else if (told.has(decision.reason)) acts[act] = decision.reason;
  }
  return acts;
}
