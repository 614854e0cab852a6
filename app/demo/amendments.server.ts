import { permit } from '#app/access/permit';
import type { AmendmentForm } from '#app/commitments/amendments/input.server';
import { approveAmendment, askAmendment, declineAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import type { Language } from '#app/languages/language';
import { addMonths } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Cast } from './people.server';
import type { Promised } from './promises.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

const reasons: Readonly<Record<Language, string>> = {
  en: 'The tender brought fewer lines than planned; the rest follows a year later.',
  fr: 'L’appel d’offres a donné moins de lignes que prévu ; le reste suit un an plus tard.',
  es: 'La licitación dio menos líneas de las previstas; el resto sigue un año después.',
  ar: 'أعطت المناقصة خطوطًا أقل مما خُطّط له، ويلي الباقي بعد عام.',
  ru: 'Конкурс дал меньше линий, чем планировалось; остальное последует через год.',
  zh: '招标所得线路少于计划；其余部分一年后完成。',
};
const share = 0.8;
/** What becomes of it, in the order in which it is told; the last one waits for an answer. */
const outcomes = ['approved', 'approved', 'declined', 'waits'] as const;

/** Four of those that are under way ask for another year and a lower target. */
export async function amendmentsIn(story: Story, cast: Cast, promised: readonly Promised[]): Promise<void> {
  const open = await database().selectFrom('commitments').select('id').where('status', '=', 'published').execute();
  const under = promised.filter(({ id, publishedAgo }, number) => number % 9 === 4 && publishedAgo !== undefined && publishedAgo > 120 && open.some((one) => one.id === id));
  for (const [at_, outcome] of outcomes.entries()) {
    const one = under[at_];
    if (one !== undefined) await amendment(story, cast, one, outcome, 50 - at_ * 12);
  }
}

async function amendment(story: Story, cast: Cast, { id, player, subject }: Promised, outcome: (typeof outcomes)[number], agoDays: number): Promise<void> {
  const now = story.ago(agoDays, 9);
  const commitment = { ...subject, submitted_by: player.focal_point, status: 'published' as const };
  const { number, id: amendment_id } = await must(askAmendment(permit(amendmentPolicy.ask, await as(player.focal_point, now), commitment), at(now), undefined, await formOf(id, player.language)));
  const asked = { ...commitment, amendment_id, amendment: 'asked' as const, asked_by: player.focal_point };
  const answered = story.ago(agoDays - 5, 9 + number);
  const lead = await as(cast.lead, answered);
  if (outcome === 'approved') await must(approveAmendment(permit(amendmentPolicy.approve, lead, asked), at(answered)));
  if (outcome === 'declined') await must(declineAmendment(permit(amendmentPolicy.decline, lead, asked), at(answered), 'Say how those who are left out are reached.'));
}

async function formOf(id: string, language: Language): Promise<AmendmentForm> {
  const { title, action, lead, starts_on, countries, goals } = await promisedIn(database(), id);
  // Where the number stands in the words, the words change with it.
  const [before, after] = [Number(goals[0]?.target_value ?? 0), Math.floor(Number(goals[0]?.target_value ?? 0) * share)];
  const inWords = (text: string): string => text.replace(new RegExp(`(?<!\\d)${before}(?!\\d)`), String(after));
  return {
    title: inWords(title), action: action === null ? null : inWords(action), lead: lead.ref, starts_on, countries, reason: reasons[language],
    goals: goals.map(({ id: _, ...goal }) => ({ ...goal, target_value: goal.target_value === null ? null : String(Math.floor(Number(goal.target_value) * share)), target_on: goal.target_on === null ? null : addMonths(goal.target_on, 12) })),
  };
}
