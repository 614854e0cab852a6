import { DECLARATION } from './declaration';
import { SDG4 } from './sdg4';
import { SIX_PILLARS } from './six-pillars';

export type Relation = 'equivalent' | 'contributes' | 'related';

/** A line of the Declaration and the node of another framework that it serves. None of these is official. */
export type CrosswalkLink = { readonly from: string; readonly framework: string; readonly to: string; readonly relation: Relation };

function links(framework: string, relation: Relation, pairs: Readonly<Record<string, readonly string[]>>): CrosswalkLink[] {
  return Object.entries(pairs).flatMap(([from, targets]) => targets.map((to) => ({ from, framework, to, relation })));
}

/** From lines of the Declaration to targets of Goal 4 and to the six pillars. */
export const CROSSWALK: readonly CrosswalkLink[] = [
  ...links(SDG4.code, 'contributes', {
    'P1.1': ['4.5'],
    'P1.2': ['4.a'],
    'P1.3': ['4.a'],
    'P1.4': ['4.5', '4.a'],
    'P2.1': ['4.1'],
    'P2.2': ['4.5'],
    'P2.3': ['4.1'],
    'P3.1': ['4.c'],
    'P3.2': ['4.c'],
  }),
  ...links(SDG4.code, 'related', { 'P1.1': ['4.1'], 'P2.1': ['4.3'], 'P3.2': ['4.4'], 'P3.3': ['4.a'] }),
  ...links(SIX_PILLARS.code, 'equivalent', { 'P2.4': ['3'] }),
  ...links(SIX_PILLARS.code, 'contributes', {
    'P1.1': ['1'],
    'P1.2': ['2'],
    'P1.3': ['3'],
    'P1.4': ['2', '5'],
    'P2.1': ['5'],
    'P2.2': ['5'],
    'P2.3': ['5'],
    'P3.1': ['4'],
    'P3.2': ['4'],
    'P3.3': ['6'],
  }),
  ...links(SIX_PILLARS.code, 'related', { 'P2.3': ['3'], 'P3.1': ['1'] }),
];

/** The frameworks that ship with the portal, in the order in which they are shown. */
export const FRAMEWORKS = [DECLARATION, SDG4, SIX_PILLARS] as const;
