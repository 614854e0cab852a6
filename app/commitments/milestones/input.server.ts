import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import { decimal, promiseDay } from '../drafting/input.server';
import { milestoneStates, type MilestoneForm, type Report } from './model';

const say = (code: string) => `commitments:problems.${code}`;
const day = z.string({ error: say('day') }).refine(isDay, { error: say('day') });
const always = () => true;

export const milestoneInput = z.object({
  title: z.string({ error: say('milestone_title') }).trim().min(3, { error: say('milestone_title') }).max(200),
  due_on: promiseDay,
  goal: z.uuid({ error: 'form:errors.choose' }).optional(),
  value: decimal.optional(),
}).refine((given) => given.value === undefined || given.goal !== undefined, { path: ['goal'], error: say('milestone_goal'), when: always });

export const milestoneOf = ({ title, due_on, goal, value }: z.output<typeof milestoneInput>): MilestoneForm => ({ title, due_on, goal_id: value === undefined ? null : (goal ?? null), value: value ?? null });

export const milestoneReportInput = z.object({
  status: z.enum(milestoneStates, { error: 'form:errors.choose' }),
  achieved_on: day.optional(),
  note: z.string().trim().max(2000).optional(),
})
  .refine((given) => given.status !== 'achieved' || given.achieved_on !== undefined, { path: ['achieved_on'], error: say('milestone_day'), when: always })
  .refine((given) => (given.status !== 'missed' && given.status !== 'dropped') || given.note !== undefined, { path: ['note'], error: say('milestone_why'), when: always });

export const reportOf = ({ status, achieved_on, note }: z.output<typeof milestoneReportInput>): Report => ({ status, achieved_on: status === 'achieved' ? (achieved_on ?? null) : null, note: note ?? null });
