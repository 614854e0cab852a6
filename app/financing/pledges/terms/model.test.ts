import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, plus } from '#app/financing/money/model';
import { pledgeKinds } from '../model';
import { pledgeTerms } from '../input.server';
import { classificationInput } from './input.server';
import { classificationProblems, quantityProblems, units, unitsOfKind, type Sector } from './model';

const sector = (share: string, code = '11110', vocabulary: Sector['vocabulary'] = '1'): Sector => ({ vocabulary, code, name: null, share });
const codes = (terms: Parameters<typeof classificationProblems>[0]) => classificationProblems(terms).map(({ field, code }) => `${field} ${code.split('.')[1]}`);

describe('FI-3: sectors', () => {
  it('total 100 in each vocabulary by itself', () => {
    expect(codes({ sectors: [sector('60'), sector('40', '11220'), sector('100', '112', '2')] })).toEqual([]);
    expect(codes({ sectors: [sector('60'), sector('40', '112', '2')] })).toEqual(['sectors sectors_not_100', 'sectors sectors_not_100']);
    expect(codes({ sectors: [sector('50'), sector('50')] })).toEqual(['sectors sector_twice']);
  });
  it('split any amount without losing a unit of it', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 999_999 }), { maxLength: 8 });
    fc.assert(fc.property(cuts, fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.constantFrom(0, 2, 3), (at, units_, exponent) => {
      const edges = [0, ...new Set(at.toSorted((a, b) => a - b)), 1_000_000];
      const shares = edges.slice(1).map((edge, index) => ((edge - (edges[index] ?? 0)) / 10_000).toFixed(4));
      expect(codes({ sectors: shares.map((share, index) => sector(share, String(11000 + index))) })).toEqual([]);
      const amount = (Number(units_) / 10 ** exponent).toFixed(exponent);
      expect(Number(plus(...allocate(amount, shares, exponent)))).toBe(Number(amount));
    }));
  });
});

describe('policy markers', () => {
  it('are named once, with the weights that the DAC gives them', () => {
    const marker = (of: string, significance: string) => ({ marker: of, significance });
    expect(codes({ markers: [marker('1', '2'), marker('8', '3'), marker('9', '4')] })).toEqual([]);
    expect(codes({ markers: [marker('1', '2'), marker('1', '0')] })).toEqual(['markers marker_twice']);
    expect(codes({ markers: [marker('1', '3')] })).toEqual(['markers significance_of_marker']);
    expect(codes({ markers: [marker('8', '4')] })).toEqual(['markers significance_of_marker']);
  });
});

describe('FI-10: quantities', () => {
  it('come with a unit of the kind, or not at all', () => {
    for (const kind of pledgeKinds) {
      expect(quantityProblems({ kind })).toEqual([]);
      for (const unit of units) expect(quantityProblems({ kind, quantity: '3', unit }).length, `${kind} ${unit}`).toBe((unitsOfKind[kind] as readonly string[]).includes(unit) ? 0 : 1);
    }
    expect(quantityProblems({ kind: 'devices', quantity: '3' })).toMatchObject([{ field: 'unit' }]);
    expect(quantityProblems({ kind: 'devices', unit: 'laptops' })).toMatchObject([{ field: 'quantity' }]);
    expect(quantityProblems({ kind: 'devices', quantity: '0', unit: 'laptops' })).toMatchObject([{ field: 'quantity' }]);
    expect(quantityProblems({ kind: 'devices', quantity: '0.125', unit: 'laptops' })).toMatchObject([{ field: 'quantity' }]);
  });
});

describe('the form', () => {
  const read = (fields: object) => classificationInput.safeParse(fields);
  const problems = (fields: object) => read(fields).error?.issues.map(({ path, message }) => `${path.join('.')} ${message.split('.')[1]}`);
  it('gives the only sector of a list all of it, and takes own words as they are', () => {
    expect(read({ sectors: [{ sector: '1:11220' }, {}, { name: 'Digital classrooms' }] }).data?.sectors).toEqual([
      { vocabulary: '1', code: '11220', name: null, share: '100' }, { vocabulary: '99', code: 'Digital classrooms', name: 'Digital classrooms', share: '100' },
    ]);
    expect(read({ sectors: [{ sector: '98', name: 'ICT', share: '100' }] }).data?.sectors?.[0]).toEqual({ vocabulary: '98', code: 'ICT', name: 'ICT', share: '100' });
  });
  it('says at the field what is wrong', () => {
    expect(problems({ aid_type: 'Z99', sectors: [{ sector: '1:99999' }, { sector: '2:11220', share: '10' }, { sector: '99' }, { sector: '1:11110', name: 'x' }, { name: 'a|b' }] })).toEqual([
      'aid_type code', 'sectors.0.share share', 'sectors.1.sector sector', 'sectors.2.share share', 'sectors.3.share share', 'sectors.4.name sector_name', 'sectors.4.share share',
    ]);
    expect(problems({ markers: [{ marker: '77', significance: '2' }, { marker: '1' }] })).toEqual(['markers.0.marker marker', 'markers.1.significance significance']);
  });
  it('takes regions of M49 as recipients, and only those', () => {
    const recipients = (party: string) => pledgeTerms.shape.recipients.safeParse([{ party }]);
    expect(recipients('region:202').data).toEqual([{ party: { organisation_id: null, country_iso2: null, region_m49: '202' }, share: '100' }]);
    expect(recipients('region:999').error?.issues[0]?.path).toEqual([0, 'party']);
  });
});
