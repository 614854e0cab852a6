import type { PledgeForm } from '#app/financing/pledges/input.server';
import type { PledgeKind } from '#app/financing/pledges/model';
import type { Sector } from '#app/financing/pledges/terms/model';

type Told = Pick<PledgeForm, 'quantity' | 'unit' | 'aid_type' | 'finance_type' | 'flow_type' | 'tied_status' | 'earmarking' | 'sectors' | 'markers'>;

const quantities: Readonly<Partial<Record<PledgeKind, Pick<Told, 'quantity' | 'unit'>>>> = {
  connectivity: { quantity: '140', unit: 'schools' }, devices: { quantity: '5200', unit: 'laptops' }, content: { quantity: '380', unit: 'open_items' }, technical_assistance: { quantity: '260', unit: 'person_days' },
};

const dac = (code: string, share: string): Sector => ({ vocabulary: code.length === 3 ? '2' : '1', code, name: null, share });
const sectors: readonly Sector[][] = [
  [dac('11220', '60'), dac('22040', '40')], [dac('11130', '100')], [dac('22040', '70'), dac('11260', '30'), { vocabulary: '99', code: 'Connected classrooms', name: 'Connected classrooms', share: '100' }], [dac('112', '50'), dac('220', '50')],
];

/** How the money of the story is classified: each in another way, and every fifth pledge says nothing. */
export function moneyTerms(number: number, kind: PledgeKind): Told {
  const counted = quantities[kind] ?? {};
  if (number % 5 === 4) return counted;
  return {
    ...counted, sectors: sectors[number % sectors.length] ?? [], markers: [{ marker: '1', significance: String(number % 3) }, ...(number % 2 === 0 ? [{ marker: '11', significance: '2' }] : [])],
    aid_type: ['C01', 'B04', 'D02'][number % 3], finance_type: kind === 'guarantee' ? '1100' : number % 4 === 1 ? '421' : '110', flow_type: number % 2 === 0 ? '10' : '30', tied_status: '5', earmarking: String(1 + (number % 4)),
  };
}

/** What is not money is of four kinds in turn. */
export const givenInKind = (number: number): PledgeKind => (['connectivity', 'devices', 'content', 'technical_assistance'] as const)[Math.floor(number / 7) % 4] ?? 'connectivity';
