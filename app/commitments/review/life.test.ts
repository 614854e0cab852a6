import { describe, expect, it } from 'vitest';
import { statuses } from '../model';
import { lifeOf, type LifeFacts } from './life';

const facts: LifeFacts = { status: 'draft', submitted_on: '2026-11-02', verified_on: '2026-11-10', published_on: '2026-11-12', returned_on: '2026-11-06' };
const told = (status: LifeFacts['status'], beside = {}) => lifeOf({ ...facts, status }, beside).map(({ what, owner, on, by, within }) => [what, owner, on ?? by ?? within ?? 'open']);

describe('the way of a commitment', () => {
  it('says in every state that is under way who has it, and until when', () => {
    for (const status of statuses.filter((one) => ['draft', 'submitted', 'returned', 'verified', 'published'].includes(one))) expect(lifeOf({ ...facts, status }).some(({ on }) => on === undefined), status).toBe(true);
    expect(told('draft')).toEqual([['drafted', 'lead', 'open'], ['read', 'secretariat', 10], ['published', 'secretariat', 2]]);
    expect(told('submitted')).toEqual([['submitted', 'lead', '2026-11-02'], ['read', 'secretariat', '2026-11-16'], ['published', 'secretariat', 2]]);
    expect(told('returned')).toEqual([['submitted', 'lead', '2026-11-02'], ['returned', 'secretariat', '2026-11-06'], ['mended', 'lead', '2026-12-04'], ['read', 'secretariat', 10], ['published', 'secretariat', 2]]);
    expect(told('verified')).toEqual([['submitted', 'lead', '2026-11-02'], ['verified', 'secretariat', '2026-11-10'], ['published', 'secretariat', '2026-11-12']]);
  });
  it('waits for the next update once it is public, and for the answer to an amendment', () => {
    expect(told('published', { next_update_on: '2027-11-30' })).toEqual([['published', 'secretariat', '2026-11-12'], ['update', 'lead', '2027-11-30']]);
    expect(told('published', { amendment_asked_on: '2026-11-16' }).slice(1)).toEqual([['amendment_asked', 'lead', '2026-11-16'], ['amendment_decided', 'secretariat', '2026-11-30'], ['update', 'lead', 'open']]);
  });
  it('waits for nobody once it has ended', () => expect(told('withdrawn')).toEqual([['published', 'secretariat', '2026-11-12']]));
});
