import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { disposeComment, releaseComment, sendComment, type CommentForm } from '#app/frameworks/consultations/comments/operations.server';
import { findComment } from '#app/frameworks/consultations/comments/queries.server';
import { openConsultation } from '#app/frameworks/consultations/operations.server';
import { commentPolicy, consultationPolicy } from '#app/frameworks/consultations/policy';
import { declarationCode } from '#app/frameworks/model';
import { frameworkPolicy } from '#app/frameworks/policy';
import { writeWords } from '#app/frameworks/versions/clauses/operations.server';
import { startDraft } from '#app/frameworks/versions/operations.server';
import { draftClauses, findDraft } from '#app/frameworks/versions/queries.server';
import type { Language } from '#app/languages/language';
import { addDays } from '#app/platform/clock';
import { countryOf, type Cast, type Player } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

/** What the draft says of P1.2 instead. */
const reworded: readonly (readonly [Language, string])[] = [
  ['en', 'Bring meaningful connectivity to every school and to every community learning place, with power that lasts the school day, and keep it working for at least five years.'],
  ['fr', 'Apporter une connectivité réellement utile à chaque école et à chaque lieu d’apprentissage communautaire, avec une alimentation qui tient toute la journée de classe, et la maintenir en état de marche au moins cinq ans.'],
  ['es', 'Llevar una conectividad útil a cada escuela y a cada espacio comunitario de aprendizaje, con energía que dure la jornada escolar, y mantenerla en funcionamiento al menos cinco años.'],
  ['ar', 'إيصال اتصال مجدٍ إلى كل مدرسة وكل مكان تعلّم مجتمعي، مع كهرباء تكفي اليوم الدراسي كله، والحفاظ على عمله خمس سنوات على الأقل.'],
  ['ru', 'Обеспечить полноценное подключение каждой школы и каждого общественного места обучения, с питанием на весь учебный день, и поддерживать его в рабочем состоянии не менее пяти лет.'],
  ['zh', '为每所学校和每个社区学习场所提供有意义的网络连接，并保证整个上课日的供电，且至少五年内保持其正常运行。'],
];

/** The next version of the Declaration is out for consultation: some comments stand, one is answered, one waits to be let through. */
export async function consultationIn(story: Story, cast: Cast): Promise<void> {
  const drafted = story.ago(30);
  const officer = await as(cast.officer, drafted);
  await must(startDraft(permit(frameworkPolicy.draft, officer, { code: declarationCode }), at(drafted), 'copy'));
  const draft = () => findDraft(officer, declarationCode, '2', { language: 'en', now: drafted });
  const started = (await draft()) ?? missing();
  const clause = (await draftClauses(officer, started)).find(({ code }) => code === 'P1.2') ?? missing();
  for (const [number, [language, body]] of reworded.entries()) {
    const title = clause.words.find((one) => one.language === language)?.title ?? clause.code;
    await must(writeWords(permit(frameworkPolicy.edit, officer, started), at(drafted), clause.id, clause.version + number, language, { title, body, origin: 'human' }));
  }
  const opened = story.ago(14);
  const { ref } = await must(openConsultation(permit(consultationPolicy.open, await as(cast.officer, opened), (await draft()) ?? missing()), at(opened), {
    audience: 'public', opens_on: story.dayAgo(14), closes_on: addDays(story.today, 21), language: 'en',
    introduction: 'Three years of reports show that lines which are laid are not always kept working. The draft says for how long, and asks for power. Tell us whether that is the right promise, and what is missing.',
  }));
  await commentsOn(story, cast, ref, clause.id);
}

async function commentsOn(story: Story, cast: Cast, consultation: string, node_id: string): Promise<void> {
  const said = (words: Partial<CommentForm> & Pick<CommentForm, 'body'>): CommentForm => ({ clause: null, language: 'en', ...words });
  const [ministry, alliance] = [cast.ministries.find((one) => one.iso2 !== 'KE' && countryOf(one) !== null) ?? missing(), cast.others.find((one) => one.name === 'Open Shelf Alliance') ?? missing()];
  const first = await byMember(story, 11, ministry, consultation, said({ clause: 'P1.2', body: 'Five years is shorter than the life of a school building. Ask that the line works for as long as the school is open, and say who pays after the first five years.' }));
  await byMember(story, 8, alliance, consultation, said({ clause: 'P1.4', body: 'Name open licences here as well: a device that reads only one shop’s books is not accessible.' }));
  const valley = await byVisitor(story, 6, consultation, said({ clause: 'P1.1', language: 'ar', body: 'نرجو ذكر المدارس المتنقلة: أطفال الرعاة يتعلمون حيث تكون القافلة.', author: { name: 'Rana Haddad', mail: 'rana@valley-parents.example', body_name: 'Parents of the Valley School' } }));
  await byVisitor(story, 1, consultation, said({ body: 'I teach in a town of four hundred. Please keep the text as short as it is: I read it aloud to parents.', author: { name: 'Tom Weaver', mail: 'tom.weaver@mail.example', body_name: null } }));
  const now = story.ago(4);
  const lead = await as(cast.lead, now);
  const kept = async (ref: string) => (await findComment(lead, ref, { language: 'en', now })) ?? missing();
  await must(releaseComment(permit(commentPolicy.release, lead, await kept(valley)), at(story.ago(5))));
  await must(disposeComment(permit(commentPolicy.dispose, lead, await kept(first)), at(now), undefined, {
    disposition: 'accepted_in_part', reason: 'The draft will say who pays after five years. It keeps the five years, because that is what the reports can count.', node_id,
  }));
}

async function byMember(story: Story, ago: number, player: Player, consultation: string, form: CommentForm): Promise<string> {
  const now = story.ago(ago, 10);
  const country = countryOf(player);
  const party = country === null ? { organisation_id: player.organisation_id, country_iso2: null } : { organisation_id: null, country_iso2: country };
  return (await must(sendComment(permit(commentPolicy.send, await as(player.focal_point, now), { ...party, audience: 'public' }), at(now), consultation, form))).ref;
}

async function byVisitor(story: Story, ago: number, consultation: string, form: CommentForm): Promise<string> {
  return (await must(sendComment(permit(commentPolicy.send, anyone, { organisation_id: null, country_iso2: null, audience: 'public' }), at(story.ago(ago, 15)), consultation, form))).ref;
}

const missing = (): never => {
  throw new Error('the story of the consultation has lost somebody');
};
