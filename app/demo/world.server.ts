import { besideIn } from './beside.server';
import { afterIn } from './after.server';
import { amendmentsIn } from './amendments.server';
import { deskIn } from './desk.server';
import { unattendedIn } from './attention.server';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { budgetsIn } from './budgets.server';
import { sectionsIn } from './sections.server';
import { correctionIn } from './correction.server';
import { consultationIn } from './consultation.server';
import { endingsIn } from './endings.server';
import { followingIn } from './following.server';
import { groupLivesIn } from './group-lives.server';
import { groupsIn, type Adopted } from './groups.server';
import { applicationsIn, standingIn } from './membership.server';
import { indicatorsIn } from './indicators.server';
import { meetingsIn } from './meetings.server';
import { milestonesToldIn } from './milestones.server';
import { tellingsIn } from './languages.server';
import { linksIn } from './links.server';
import { moneyIn } from './money.server';
import { nationalIn } from './national.server';
import { paymentsIn } from './payments.server';
import { outcomesIn } from './outcomes.server';
import { partnersIn } from './partners.server';
import { castIn } from './people.server';
import { platformsIn } from './platforms.server';
import { preparationsIn } from './preparations.server';
import { promisesIn, type Origins } from './promises.server';
import { lastCycleIn, openCycleIn, reportIn } from './reporting.server';
import { reconciliationIn } from './reconciliation.server';
import { requestsIn } from './requests.server';
import { storyOf } from './story';
import { verificationIn } from './verification.server';
import { textsIn } from './texts.server';
import { votesIn } from './votes.server';

const mark = 'demo_world';
const begun = 'begun';

/** How far the story has been told here: to its end, cut short by a crash before anybody could work here, or not at all. */
export async function demoState(): Promise<'told' | 'cut_short' | 'untold'> {
  const found = await database().selectFrom('installation').select('value').where('name', '=', mark).executeTakeFirst();
  if (found === undefined) return 'untold';
  return found.value === begun ? 'cut_short' : 'told';
}

/** Tells the whole story into an empty database. Takes some seconds, once. */
export async function loadDemo(now = new Date()): Promise<void> {
  const used = await database().selectFrom('people').select('id').limit(1).executeTakeFirst();
  if (used !== undefined) throw new Error('the demo world needs an empty database: set DEMO=0 to use this one, or choose another DATA_DIR');
  await database().insertInto('installation').values({ name: mark, value: begun }).execute();
  const story = storyOf(dayOf(now));
  const cast = await castIn(story);
  const texts = await textsIn(story, cast);
  const adopted = await groupsIn(story, cast, texts);
  await votesIn(story);
  const promised = await promisesIn(story, cast, texts, originsFrom(adopted));
  await moneyIn(story, cast, promised);
  await linksIn(story, cast);
  await requestsIn(story, cast, texts);
  await indicatorsIn(story, cast);
  await paymentsIn(story, cast);
  await budgetsIn(story, cast);
  await reconciliationIn(story, cast);
  const last = await lastCycleIn(story, cast, promised);
  await reportIn(story, cast, last, promised);
  await correctionIn(story, cast, story.year - 1);
  const open = await openCycleIn(story, cast, promised);
  await verificationIn(story, cast, open, promised);
  await sectionsIn(story, cast, open);
  await nationalIn(story, cast, texts);
  await applicationsIn(story, cast);
  await standingIn(story, cast);
  await consultationIn(story, cast);
  await platformsIn(story, cast);
  await amendmentsIn(story, cast, promised);
  await partnersIn(story, cast, promised);
  await milestonesToldIn(story, promised);
  await besideIn(story, cast, promised);
  await endingsIn(story, cast, promised);
  await unattendedIn(story, cast);
  await deskIn(story, cast);
  await followingIn(story, cast, texts);
  await tellingsIn(story, cast, promised);
  await meetingsIn(story, cast, texts);
  await preparationsIn(story, cast);
  await afterIn(story, cast);
  await outcomesIn(story, cast);
  await groupLivesIn(story, cast, texts);
  await database().updateTable('installation').set({ value: story.today }).where('name', '=', mark).execute();
}

/** A commitment may answer what a group decided before it; the first answers the first decision, whenever that was. */
function originsFrom(adopted: readonly Adopted[]): Origins {
  return (number, agoDays) => {
    if (number === 0) return adopted[0]?.ref ?? null;
    const earlier = adopted.filter((one) => one.agoDays > agoDays);
    return number % 4 === 2 ? null : (earlier[number % Math.max(1, earlier.length)]?.ref ?? null);
  };
}
