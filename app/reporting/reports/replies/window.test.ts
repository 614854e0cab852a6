import { describe, expect, it } from 'vitest';
import { lastDayOf, takesReply, windowOf } from './window';

const asked = { status: 'right_of_reply', silent_on: null, reply_until: '2026-10-16', zone: 'Africa/Nairobi', asked: 2, replied: 0 };

describe('the window of the right of reply', () => {
  it('counts working days from the day in the coalition’s zone', () => {
    // Friday night in UTC is Saturday in Nairobi, whose first working day is Monday all the same.
    expect(lastDayOf(new Date('2026-10-02T22:00:00Z'), 'Africa/Nairobi', 10)).toBe('2026-10-16');
    // Sunday evening in UTC is Monday in Nairobi: Tuesday is its first working day.
    expect(lastDayOf(new Date('2026-10-04T22:00:00Z'), 'Africa/Nairobi', 1)).toBe('2026-10-06');
    expect(lastDayOf(new Date('2026-10-04T22:00:00Z'), 'UTC', 1)).toBe('2026-10-05');
    expect(lastDayOf(new Date('2028-02-28T12:00:00Z'), 'UTC', 1)).toBe('2028-02-29');
  });
  it('ends with its last day in that zone, to the second', () => {
    const last = new Date('2026-10-16T20:59:59Z');
    const after = new Date('2026-10-16T21:00:00Z');
    expect([windowOf(asked, last), takesReply(asked, last)]).toEqual(['running', true]);
    expect([windowOf(asked, after), takesReply(asked, after)]).toEqual(['over', false]);
  });
  it('is over at once where everybody has replied, or nobody was asked', () => {
    const now = new Date('2026-10-05T12:00:00Z');
    expect(windowOf({ ...asked, replied: 1 }, now)).toBe('running');
    expect(windowOf({ ...asked, replied: 2 }, now)).toBe('over');
    expect(windowOf({ ...asked, asked: 0 }, now)).toBe('over');
    expect(windowOf({ ...asked, reply_until: null }, now)).toBe('not_opened');
  });
  it('takes none of who was silent when the edition before asked', () => expect(takesReply({ ...asked, silent_on: '2026-04-10' }, new Date('2026-10-05T12:00:00Z'))).toBe(false));
  it('takes no reply once the report is approved', () => expect(takesReply({ ...asked, status: 'approved' }, new Date('2026-10-05T12:00:00Z'))).toBe(false));
});
