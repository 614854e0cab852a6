import { test } from '@playwright/test';
import { approveTooEarly, approveTwice } from './annual-report/approvals';
import { cast, settle } from './annual-report/cast';
import { isPast, plan as planCycle, remind, standsAt } from './annual-report/cycle';
import { freeze, lacks } from './annual-report/desk';
import { comeOut, isTold, publish, read, readOwn } from './annual-report/embargo';
import { compare, correct, publishCorrected } from './annual-report/errata';
import { acceptLate, answerLate, isLater } from './annual-report/lateness';
import { ask, askTooEarly, close, name, passages, reply } from './annual-report/replies';
import { chapters, discuss, plan, rewrite, send, sendBack, sign, signOwn, write } from './annual-report/sections';
import { acceptPassed, answerOne, answerRest, mend, query } from './annual-report/updates';
import { accountOf, personIn, visitorOn } from './month/people';
import { howOf, ways, worldOf } from './month/telling';
import { later } from './month/world';

const year = new Date().getUTCFullYear() + 1;

for (const way of ways) {
  const how = howOf(way);

  test.describe(how, () => {
    // A world of its own: who was reminded in one story is left alone in the other.
    const opened = worldOf(settle);

    test(`a coalition asks, is answered, publishes its report and corrects it, ${how}`, async () => {
      test.setTimeout(900_000);
      const world = opened();
      const [lead, officer, reviewer] = await Promise.all([accountOf(world, 'secretariat', 0, way), accountOf(world, 'officer', 1, way), accountOf(world, 'reviewer', 0, way)]);
      const [member, silent, editor, anybody] = await Promise.all([personIn(world, cast.member, way), personIn(world, cast.silent, way), personIn(world, cast.editor, way), visitorOn(world, 0, way)]);

      const cycle = await test.step('the lead plans a cycle and says what it asks', () => planCycle(world, lead, year));
      const answered = await test.step('a member answers for one commitment and keeps the other', () => answerOne(world, member, cycle));
      await test.step('the officer sees on the board who has reported, and reminds who is silent', async () => {
        await officer.enter();
        await standsAt(officer, cycle, cast.member.organisation, [2, 0, 1, 0, 1, 0]);
        await standsAt(officer, cycle, cast.silent.organisation, [2, 0, 0, 0, 0, 2]);
        await remind(world, officer, cycle);
      });
      await test.step('the member sends the rest', () => answerRest(member, cycle, answered));
      await test.step('a reviewer asks at one field', () => query(world, reviewer, cycle, answered));
      await test.step('the member mends it', () => mend(world, member, answered));
      await test.step('the officer accepts together what passed every check', async () => {
        await acceptPassed(officer, cycle, answered);
        await standsAt(officer, cycle, cast.member.organisation, [2, 2, 0, 0, 0, 0]);
      });

      const ref = await test.step('after its day, the officer plans the report and gives its chapters away', async () => {
        await world.moveTo(later(new Date(`${cycle.due}T09:00:00Z`), 1));
        await officer.enter();
        await isPast(officer, cycle, 'grace');
        return plan(world, officer, cycle);
      });
      await test.step('the editor writes around a figure', () => write(world, editor, ref));
      await test.step('a reviewer comments, the editor answers', () => discuss(world, reviewer, editor, ref));
      await test.step('it is sent back, mended and sent again; so are the others', async () => {
        await send(editor, ref, chapters.promises);
        await sendBack(world, officer, editor, ref);
        await rewrite(editor, ref, chapters.gaps, 'Of those who promised, not all have reported.');
        await send(editor, ref, chapters.gaps);
        await rewrite(officer, ref, chapters.summary, 'More was done than a year ago.');
        for (const position of [chapters.summary, 3, 4, 5, chapters.methodology]) await send(officer, ref, position);
      });
      await test.step('nobody signs off what is theirs; the officer signs what the editor wrote', async () => {
        await signOwn(officer, ref);
        await sign(officer, ref, chapters.promises);
      });
      await test.step('the figures are frozen', async () => {
        await lead.enter();
        await lacks(lead, ref, ['not_frozen', 'not_signed_off', 'reply_not_opened', 'not_approved']);
        await freeze(officer, ref, cycle, ['cycle_open', 'members_silent', 'updates_not_in', 'sections_unsigned']);
      });
      await test.step('who was silent answers after it: it is taken, and shown as later', async () => {
        const late = await answerLate(world, silent, cycle);
        await acceptLate(reviewer, cycle, late);
        await isLater(officer, ref, late);
      });
      await test.step('two are named; nobody is asked before every chapter is signed off', async () => {
        for (const passage of Object.values(passages)) await name(world, officer, ref, passage);
        await askTooEarly(officer, ref);
        for (const position of [chapters.summary, 3, 4, 5, chapters.methodology, chapters.gaps]) await sign(lead, ref, position);
        await lacks(lead, ref, ['reply_not_opened', 'not_approved']);
      });
      await test.step('they are asked; one replies, and nobody else reads it', async () => {
        await ask(world, officer, ref);
        await reply(world, { member, editor, anybody }, ref);
        await approveTooEarly(lead, ref);
      });
      await test.step('the last day passes', () => close(world, { officer, silent }, ref));
      await test.step('two approve', () => approveTwice({ lead, officer }, ref));
      const instant = await test.step('the lead publishes, for an instant', () => publish(world, lead, ref));
      const seen = { ref, commitment: answered.sure };
      await test.step('until then it is nowhere, from then on it is out', async () => comeOut(world, [anybody, await visitorOn(world, 1, way)], instant, seen));
      await test.step('who follows is told', () => isTold(world, silent.to.report(ref)));
      const seal = await test.step('anybody reads it and takes it home', async () => {
        await readOwn(anybody, seen);
        return read(anybody, seen);
      });
      await test.step('the officer begins a correction', async () => {
        await world.moveTo(later(instant, 1));
        await officer.enter();
        await isPast(officer, cycle, 'published');
        await correct(officer, anybody, ref);
      });
      await test.step('it is written, frozen, approved and published', () => publishCorrected({ lead, officer, editor }, ref, cycle));
      await test.step('both editions stand in public, and what differs is said', async () => {
        await compare(anybody, ref, seal);
        await isTold(world, silent.to.reportErrata(ref));
      });
    });
  });
}
