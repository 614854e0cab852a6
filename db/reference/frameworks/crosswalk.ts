import { BROADBAND_2025 } from './broadband-2025';
import { CHARTER } from './charter';
import { DATA_FOR_LEARNING } from './data-for-learning';
import { DECLARATION } from './declaration';
import { SDG4 } from './sdg4';
import { SIX_PILLARS } from './six-pillars';
import { TES_KEYS } from './tes-keys';

export type Relation = 'equivalent' | 'contributes' | 'related';

/** A line of the Declaration and the node of another framework that it serves, and why. None of these is official. */
export type CrosswalkLink = { readonly from: string; readonly framework: string; readonly to: string; readonly relation: Relation; readonly reason: string };

function links(framework: string, relation: Relation, pairs: readonly (readonly [from: string, to: string, reason: string])[]): CrosswalkLink[] {
  return pairs.map(([from, to, reason]) => ({ from, framework, to, relation, reason }));
}

/** From lines of the Declaration to the other frameworks. */
export const CROSSWALK: readonly CrosswalkLink[] = [
  ...links(SDG4.code, 'contributes', [
    ['P1.1', '4.5', 'Planning first for those furthest behind narrows the gaps that the target wants closed.'],
    ['P1.2', '4.a', 'A connection that works is part of what a school needs to be a good place of learning.'],
    ['P1.3', '4.a', 'What a school cannot pay for it cannot use.'],
    ['P1.4', '4.5', 'Learners with disabilities can take part when it is designed with them.'],
    ['P1.4', '4.a', 'The target asks for facilities that learners with disabilities can use.'],
    ['P2.1', '4.1', 'Free material that can be adapted helps children to complete school and to learn.'],
    ['P2.2', '4.5', 'Learners who are taught in a language that they speak are left behind less often.'],
    ['P2.3', '4.1', 'A platform for each level of schooling keeps lessons going when schools cannot.'],
    ['P3.1', '4.c', 'Teachers who take part in decisions stay in the profession and grow in it.'],
    ['P3.2', '4.c', 'Time and training are what qualifies a teacher.'],
  ]),
  ...links(SDG4.code, 'related', [
    ['P1.1', '4.1', 'Those out of school are among the learners whom the line names first.'],
    ['P2.1', '4.3', 'Openly licensed material is used in technical and higher education too.'],
    ['P3.2', '4.4', 'Teachers with digital skills pass them on to learners.'],
    ['P3.3', '4.a', 'A safe place of learning is safe with data as well.'],
  ]),
  ...links(SIX_PILLARS.code, 'equivalent', [['P2.4', '3', 'Both ask for digital learning to be paid for in a way that lasts.']]),
  ...links(SIX_PILLARS.code, 'contributes', [
    ['P1.1', '1', 'Deciding who comes first is a task of leadership.'],
    ['P1.2', '2', 'Connecting places of learning is most of this pillar.'],
    ['P1.3', '3', 'Lower prices change what a plan costs.'],
    ['P1.4', '2', 'Devices and connections have to work for learners with disabilities.'],
    ['P1.4', '5', 'So does content.'],
    ['P2.1', '5', 'Open licences are how content can be shared and adapted.'],
    ['P2.2', '5', 'Content in the languages of learners is named in the pillar.'],
    ['P2.3', '5', 'Public platforms are the solutions that content is found on.'],
    ['P3.1', '4', 'Teachers who take part carry the change.'],
    ['P3.2', '4', 'Training is the larger half of capacity.'],
    ['P3.3', '6', 'Data may only be used where they do no harm.'],
  ]),
  ...links(SIX_PILLARS.code, 'related', [
    ['P2.3', '3', 'A platform that lasts needs a budget line.'],
    ['P3.1', '1', 'Teachers sit where decisions are made.'],
  ]),
  ...links(TES_KEYS.code, 'equivalent', [['P1.2', 'K3', 'Both ask for every school and every learner to be connected well enough to learn.']]),
  ...links(TES_KEYS.code, 'contributes', [
    ['P1.3', 'K3', 'A connection that nobody can pay for connects nobody.'],
    ['P2.1', 'K1', 'Openly licensed material is what public platforms are filled with.'],
    ['P2.2', 'K1', 'Content in home languages is content that learners understand.'],
    ['P2.3', 'K1', 'The key asks for public platforms.'],
    ['P3.2', 'K2', 'Time and training for teachers are the core of this key.'],
  ]),
  ...links(TES_KEYS.code, 'related', [
    ['P1.4', 'K1', 'Platforms that not all learners can use are not public.'],
    ['P3.1', 'K2', 'Teachers learn most from what they helped to build.'],
  ]),
  ...links(DATA_FOR_LEARNING.code, 'contributes', [['P3.3', 'D3', 'Collecting little, and letting learners see and erase it, is what good rules say.']]),
  ...links(DATA_FOR_LEARNING.code, 'related', [
    ['P1.2', 'D1', 'Systems need a connection in the school where data come from.'],
    ['P2.3', 'D1', 'Public platforms are among the systems that hold data.'],
    ['P3.2', 'D2', 'Teachers who read data well need time and training for it.'],
  ]),
  ...links(BROADBAND_2025.code, 'contributes', [
    ['P1.1', 'T7', 'Girls are among those for whom the line plans first.'],
    ['P1.2', 'T3', 'For many the school is the first place where they are online.'],
    ['P1.3', 'T2', 'Cheaper data for learning brings the basic price down.'],
    ['P3.2', 'T4', 'Skills are learnt from teachers who have them.'],
  ]),
  ...links(BROADBAND_2025.code, 'related', [
    ['P1.1', 'T3', 'Those who are not online are mostly those furthest behind.'],
    ['P2.4', 'T1', 'Money that can be counted on is what makes a plan one.'],
  ]),
  ...links(CHARTER.code, 'equivalent', [
    ['P1.4', 'C3', 'Both ask for what all learners can use, tested with learners with disabilities.'],
    ['P2.1', 'C1', 'Both ask for open licences and formats that can be adapted.'],
    ['P3.1', 'C6', 'Both give teachers a say at each stage.'],
    ['P3.3', 'C5', 'Both rule out advertising and profiling and ask for as little data as possible.'],
  ]),
  ...links(CHARTER.code, 'contributes', [
    ['P1.3', 'C2', 'Zero-rated platforms cost learners no data.'],
    ['P2.3', 'C7', 'An owner, a budget line and a plan for ten years make a platform last.'],
    ['P2.4', 'C7', 'Predictable money is what a platform lasts on.'],
  ]),
  ...links(CHARTER.code, 'related', [
    ['P2.2', 'C3', 'Whoever does not understand the language has no access.'],
    ['P2.3', 'C4', 'A platform for each level of schooling follows the curriculum of that level.'],
  ]),
];

/** The frameworks that ship with the portal, in the order in which they are shown. */
export const FRAMEWORKS = [DECLARATION, SDG4, SIX_PILLARS, TES_KEYS, DATA_FOR_LEARNING, BROADBAND_2025, CHARTER] as const;
/** Texts of others that ship with every installation. The Declaration is the coalition's own: it writes or imports it. */
export const REFERENCE_FRAMEWORKS = [SDG4, SIX_PILLARS, TES_KEYS, DATA_FOR_LEARNING, BROADBAND_2025, CHARTER] as const;
