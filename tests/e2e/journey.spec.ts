import { test } from '@playwright/test';
import { firstCommitment, walkChain } from './journey/chain';
import { logCommitment, publishCommitment } from './journey/commitment';
import { giveMoney } from './journey/money';
import { publishReport } from './journey/report';
import { holdSession } from './journey/session';
import { giveBack, traveller, type Way } from './journey/traveller';
import { openCycle, report } from './journey/update';

const year = new Date().getUTCFullYear();
/** Each with a reporting cycle of its own: a coalition has one for each year. */
const ways: readonly (Way & { readonly year: number })[] = [
  { language: 'en', width: 1280, scripts: true, year: year + 1 },
  { language: 'en', width: 360, scripts: false, year: year + 2 },
  { language: 'ar', width: 360, scripts: true, year: year + 3 },
  { language: 'ar', width: 1280, scripts: false, year: year + 4 },
];

for (const way of ways) {
  const name = `${way.language} ${way.width}`;
  test.describe(`the journey in ${way.language} at ${way.width} px, ${way.scripts ? 'with' : 'without'} scripts`, () => {
    test.use({ actionTimeout: 20_000, viewport: { width: way.width, height: 900 }, javaScriptEnabled: way.scripts, locale: way.language === 'ar' ? 'ar' : 'en-GB' });

    test('goes through the whole chain, and back', async ({ page }) => {
      test.setTimeout(600_000);
      const who = traveller(page, way);
      const title = `Connect 500 schools, ${name}`;
      const { decision } = await test.step('the chair holds a session that decides', () => holdSession(who, `Schools ${name}`));
      const commitment = await test.step('the focal point logs a commitment from it', () => logCommitment(who, title, decision));
      await test.step('a reviewer verifies it, the secretariat publishes it', () => publishCommitment(who, commitment));
      const pledge = await test.step('money is promised, committed and paid', () => giveMoney(who, title, commitment));
      const cycle = await test.step('the secretariat opens a cycle', () => openCycle(who, way.year));
      await test.step('the focal point reports, a reviewer accepts', () => report(who, commitment, cycle));
      const annual = await test.step('the secretariat publishes the report', () => publishReport(who, cycle));
      await test.step('the accounts speak their own language again', () => giveBack(who));
      await test.step('everybody walks the chain of the new commitment', () => walkChain(who, { commitment, pledge, decision, report: annual, year: way.year }));
      const first = await test.step('everybody finds the first commitment of the country', () => firstCommitment(who));
      await test.step('everybody walks the chain of the first commitment', () => walkChain(who, first));
    });
  });
}
