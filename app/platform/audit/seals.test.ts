import { describe, expect, it } from 'vitest';
import { fatesOf, linkOf, noSeal, packed, unpacked, type Seal } from './seals';

const bytes = (fill: number) => new Uint8Array(32).fill(fill);
const hex = (fill: number) => fill.toString(16).padStart(2, '0').repeat(32);
const seal = (more: Partial<Seal> = {}): Seal => ({ number: '1', form: 1, up_to: '9007199254740993', entries: packed([{ id: '9007199254740993', sha256: bytes(1) }]), ...more });

describe('a seal', () => {
  it('keeps number and hash of each entry, beyond what a number holds', () => {
    expect([...unpacked(packed([{ id: '-1', sha256: bytes(1) }, { id: '9007199254740993', sha256: bytes(2) }]))]).toEqual([['-1', hex(1)], ['9007199254740993', hex(2)]]);
  });
  it('is another one for every other thing that it says', () => {
    const links = [
      linkOf(noSeal, seal()), linkOf(bytes(7), seal()), linkOf(noSeal, seal({ number: '2' })), linkOf(noSeal, seal({ form: 2 })), linkOf(noSeal, seal({ up_to: '9007199254740992' })),
      linkOf(noSeal, seal({ entries: packed([{ id: '9007199254740993', sha256: bytes(2) }]) })),
    ].map((link) => Buffer.from(link).toString('hex'));
    expect(new Set(links).size).toBe(links.length);
  });
  it('tells what was altered, deleted and inserted, in the order of the trail', () => {
    const known = new Map([['2', 'b'], ['9', 'i'], ['10', 'j']]);
    expect(fatesOf(known, known)).toEqual([]);
    expect(fatesOf(known, new Map([['2', 'x'], ['3', 'c'], ['10', 'j']]))).toEqual([{ id: '2', fate: 'altered' }, { id: '3', fate: 'inserted' }, { id: '9', fate: 'deleted' }]);
  });
});
