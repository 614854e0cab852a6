import { test } from '@playwright/test';
import { cast, settle } from './annual-report/cast';
import { plan as planCycle, remind, standsAt } from './annual-report/cycle';
import { freeze, lacks } from './annual-report/desk';
import { chapters, discuss, plan, rewrite, send, sendBack, sign, signOwn, write } from './annual-report/sections';
import { acceptPassed, answerOne, answerRest, mend, query } from './annual-report/updates';
import { accountOf, personIn } from './month/people';
import { howOf, ways, worldOf } from './month/telling';
import { later } from './month/world';

for (const way of ways.filter(({ scripts }) => scripts)) {
  const how = howOf(way);

  test.describe(how, () => {
    // A world of its own: its clock runs through a year of reporting.
    const opened = worldOf(settle);

    test(`a coalition asks, is answered, and writes its report, ${how}`, async () => {
      test.setTimeout(900_000);
      const world = opened();
      const [lead, officer, reviewer] = await Promise.all([accountOf(world, 'secretariat', 0, way), accountOf(world, 'officer', 1, way), accountOf(world, 'reviewer', 0, way)]);
      const [member, editor] = await Promise.all([personIn(world, cast.member, way), personIn(world, cast.editor, way)]);

      const cycle = await test.step('the lead plans a cycle and says what it asks', () => planCycle(world, lead));
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
    });
  });
}
