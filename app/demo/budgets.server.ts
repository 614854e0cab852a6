import { correctLine, recordLine, setFiscalStart, withdrawLine } from '#app/countries/budgets/operations.server';
import { fiscalYearOf } from '#app/countries/budgets/model';
import { budgetPolicy } from '#app/countries/budgets/policy';
import { commitmentsToBudget } from '#app/countries/budgets/queries.server';
import { placeOfCountry } from '#app/countries/place.server';
import { permit } from '#app/access/permit';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import { pick, type Story } from './story';

const source = 'demonstration';
/** When some countries of the story begin their fiscal year, in which money they budget, and about how many of it make a US dollar. All of it invented. */
const calendars = [
  { iso2: 'KE', starts_month: 7, starts_day: 1, currency: 'KES', units: 129 },
  { iso2: 'IN', starts_month: 4, starts_day: 1, currency: 'INR', units: 83 },
  { iso2: 'SN', starts_month: 1, starts_day: 1, currency: 'XOF', units: 597 },
  { iso2: 'JO', starts_month: 1, starts_day: 1, currency: 'JOD', units: 0.709 },
] as const;
const titles = ['Connectivity of schools', 'Training of teachers', 'Devices and their upkeep'];

/** Own budgets of four countries beside money from outside: reported, not yet reported, revised, run over, withdrawn. */
export async function budgetsIn(story: Story, cast: Cast): Promise<void> {
  const now = story.ago(20);
  const officer = await as(cast.officer, now);
  for (const { iso2, currency, units, ...start } of calendars) {
    const place = await placeOfCountry(iso2);
    if (place === undefined) throw new Error('the demo world has no coalition');
    await must(setFiscalStart(permit(budgetPolicy.calendar, officer, place), at(now), undefined, { ...start, source }));
    const commitments = (await commitmentsToBudget(officer, iso2, { language: 'en', now })).slice(0, 3);
    const current = fiscalYearOf(start, story.today);
    for (const [number, { ref }] of commitments.entries()) {
      for (let back = 0; back < 3; back += 1) {
        const budgeted = Math.round((200 + pick(number * 7 + back * 3, 900)) * units) * 1000;
        const said = { title: titles[number] ?? source, code: `${100 + number}-${back}`, source, budgeted: String(budgeted) };
        const { id } = await must(recordLine(permit(budgetPolicy.record, officer, place), at(now), { ...said, commitment: ref, year: current - back, currency, spent: null, spent_as_of: null }));
        const line = { ...place, id, withdrawn: false };
        if (back > 0) await must(correctLine(permit(budgetPolicy.correct, officer, line), at(now), 1, { ...said, ...(number === 1 ? { budgeted: String(budgeted / 2) } : {}), spent: String(Math.round(budgeted * (0.55 + number * 0.05))), spent_as_of: story.dayAgo(30) }));
        if (number === 2 && back === 2) await must(withdrawLine(permit(budgetPolicy.withdraw, officer, line), at(now), { reason: 'Counted under another ministry already.' }));
      }
    }
  }
}
