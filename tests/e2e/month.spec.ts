import { expect, test } from '@playwright/test';
import { paths } from '#app/paths';
import { open } from './journey/traveller';
import { finish } from './month/after';
import { accountOf, cast, personOf, settle, visitorOn, type CastName } from './month/cast';
import { answer, convene, readAnswers, remind, stayAway } from './month/convening';
import { amend, check, readsOwnActionsFirst, seal, settle as settleAmendments, write } from './month/minutes';
import { assemble, plan, propose } from './month/planning';
import { answerAs, find, finalise, recommend, sendTo } from './month/recommending';
import { appears, captured, checkIn, close, decide, enterRoom, giveAction, goOnTo, note, park, quorumIs, quorumWas, start, twoWriteAtOnce } from './month/room';
import { howOf, ways, worldOf } from './month/telling';
import { closeVote, openVote, showOfHands, standsAt, vote } from './month/votes';
import { later } from './month/world';

for (const way of ways) {
  const how = howOf(way);

  test.describe(how, () => {
    // A world of its own: what one month puts off would stand on the agenda of the other.
    const opened = worldOf(settle);

    test(`a working group meets, decides and acts, ${how}`, async () => {
      test.setTimeout(900_000);
      const world = opened();
      const chair = await accountOf(world, 'chair', 0, way);
      const person = (name: CastName) => personOf(world, name, way);
      const [secretary, holder, alternate, member, observer] = [await person('secretary'), await person('holder'), await person('alternate'), await person('member'), await person('observer')] as const;
      const proposed = `Schools that move, ${how}`;

      await test.step('a member proposes an item', () => propose(member, proposed));
      const session = await test.step('the chair plans the session that the cadence proposes', () => plan(world, chair, { title: `Numbers that stay, ${how}`, proposed }));
      await test.step('the chair assembles the agenda', () => assemble(chair, session));
      await test.step('the chair convenes; letters arrive', () => convene(world, chair, session));
      await test.step('the holder of a seat does not come and names the alternate', () => stayAway(world, holder, session));
      await test.step('the others answer', async () => {
        await answer(alternate, session, 'in_person');
        await answer(member, session, 'remote');
        await answer(observer, session, 'remote');
      });
      await test.step('reminders come with the days', () => remind(world, session));
      await test.step('the secretary sees who comes', () => readAnswers(secretary, session));
      const code = await test.step('the chair starts the session and makes a code for the room', async () => {
        await world.moveTo(later(session.starts, 0));
        return start(chair, session);
      });
      await test.step('everybody comes: by the code, of themselves, noted by the secretary; the quorum is reached', async () => {
        for (const who of [secretary, alternate, member, observer]) await who.enter();
        await open(secretary, paths.sessionDesk(session.ref));
        for (const who of [alternate, member, observer]) await enterRoom(who, session);
        await checkIn(alternate, 'in_person', code);
        await checkIn(member, 'remote');
        await checkIn(observer, 'remote');
        await appears(observer, quorumIs(observer, 'not_met'));
        await note(secretary, 'holder_remote');
        await expect(quorumIs(secretary, 'met')).toBeVisible();
        await appears(observer, quorumIs(observer, 'met'));
        await appears(chair, quorumWas(chair, 'reached'));
      });
      const texts = { shut: `Counts are monthly ${how}`, weak: `Counts are weekly ${how}`, firm: `Counts are published every term ${how}` };
      await test.step('the chair and the secretary write at once', async () => {
        await goOnTo(chair, session.decides);
        await open(secretary, paths.sessionDesk(session.ref));
        await twoWriteAtOnce(chair, secretary, { text: texts.weak, said: `Two registers were shown ${how}` });
      });
      await test.step('a standing objection breaks a consensus', async () => {
        const ballot = await openVote(chair, texts.shut, observer);
        await vote(alternate, ballot, 'for');
        await standsAt(chair, ballot, 'adopted');
        await vote(member, ballot, 'objection', 'Terms differ between countries.');
        await standsAt(chair, ballot, 'rejected');
        await closeVote(chair, ballot, session);
        await expect(captured(chair, texts.shut)).toContainText(chair.t('working-groups:decision_status.rejected'));
      });
      await test.step('somebody leaves, the quorum is lost: what is decided is provisional', async () => {
        await enterRoom(member, session);
        await checkIn(member, 'left');
        await appears(observer, quorumWas(observer, 'lost'));
        await appears(chair, quorumIs(chair, 'not_met'));
        await decide(chair, texts.weak, 'provisional');
      });
      const firm = await test.step('they come back, the quorum is regained: every seat votes, and the decision is adopted', async () => {
        await checkIn(member, 'remote');
        await appears(observer, quorumWas(observer, 'regained'));
        await appears(chair, quorumIs(chair, 'met'));
        const ballot = await openVote(chair, texts.firm, observer);
        await vote(alternate, ballot, 'for');
        await vote(member, ballot, 'for');
        await showOfHands(secretary, ballot);
        await standsAt(chair, ballot, 'adopted');
        return closeVote(chair, ballot, session);
      });
      const due = later(session.starts, 21).toISOString().slice(0, 10);
      const actions = await test.step('actions are given, an item waits, the chair closes', async () => {
        const given = { member: `Compare two registers ${how}`, alternate: `Write to operators ${how}` };
        const refs = { member: await giveAction(chair, given.member, cast.member.name, due), alternate: await giveAction(chair, given.alternate, cast.alternate.name, due) };
        await park(chair, session.waits);
        await close(chair, 'One rule was agreed.');
        await enterRoom(observer, session);
        await expect(observer.page.getByText(observer.t('working-groups:room.over'))).toBeVisible();
        return { given, refs };
      });
      const anybody = await visitorOn(world, 0, way);
      await test.step('the public is told nothing yet', async () => {
        await open(anybody, anybody.to.session(session.ref));
        await expect(anybody.page.getByText(anybody.t('working-groups:session.not_told'))).toBeVisible();
        for (const inside of [texts.firm, texts.weak, actions.given.member]) await expect(anybody.page.getByRole('main')).not.toContainText(inside);
        expect((await anybody.page.goto(anybody.to.decision(firm)))?.status()).toBe(404);
      });
      await test.step('the secretary composes the minutes, writes, and hands them to those who attended', () => write(world, secretary, session));
      await test.step('two ask for other words', async () => {
        await amend(world, alternate, 'alternate', session, { old: 'opened the session at two.', now: 'opened the session at two sharp.', why: 'Not a minute later.' });
        await amend(world, member, 'member', session, { old: 'Everybody was greeted.', now: 'Everybody was greeted by name.', why: 'So it was.' });
      });
      await test.step('the chair accepts one and rejects the other', () => settleAmendments(world, chair, session));
      const hash = await test.step('the chair approves and seals; everybody has the minutes by mail, with the own actions first', async () => {
        const sealed = await seal(world, chair, session);
        await readsOwnActionsFirst(world, 'member', session, actions.given.member);
        await readsOwnActionsFirst(world, 'alternate', session, actions.given.alternate);
        return sealed;
      });
      await test.step('anybody reads the minutes and checks the seal', () => check(anybody, session, { hash, decision: firm }));
      const action = { ref: actions.refs.member, text: actions.given.member, due };
      await test.step('the next month: an action is done, with evidence', () => finish(world, member, action));
      const advice = { title: `Publish what schools count, ${how}`, text: `Ministries publish the counts of every term ${how}.`, decision: firm, decided: texts.firm };
      const recommendation = await test.step('the chair drafts a recommendation on the decision, and says whom it is for', async () => {
        const ref = await recommend(chair, advice);
        await sendTo(chair, ref);
        return ref;
      });
      await test.step('the public does not find it as long as it is a draft', () => find(anybody, { ...advice, ref: recommendation, there: false }));
      await test.step('it is made final; who is asked finds it in their work, and answers', async () => {
        await finalise(chair, recommendation);
        await answerAs(await accountOf(world, 'member', 1, way), recommendation, advice.title);
      });
      await test.step('the public finds the decision and the recommendation in the registers, with the answer', () => find(anybody, { ...advice, ref: recommendation, there: true }));
    });
  });
}
