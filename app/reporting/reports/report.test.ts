import { describe, expect, it } from 'vitest';
import { gapsOf } from './model';

const signed = (kind: string) => ({ kind, status: 'signed_off' });
const whole = { frozen: true, untouched: true, sections: [signed('summary'), signed('methodology'), signed('data_gaps')], differing: [], unknownFigures: [], reply: 'over' as const, approvals: ['secretariat', 'chair'] };

describe('RP-2 what publishing needs', () => {
  it('is nothing more when all is there', () => expect(gapsOf(whole)).toEqual([]));
  it('names each thing that is missing', () => {
    expect(gapsOf({ ...whole, frozen: false })).toEqual(['not_frozen']);
    expect(gapsOf({ ...whole, untouched: false })).toEqual(['snapshot_differs']);
    expect(gapsOf({ ...whole, sections: [signed('summary'), signed('data_gaps')] })).toEqual(['methodology']);
    expect(gapsOf({ ...whole, sections: [...whole.sections, { kind: 'money', status: 'drafting' }] })).toEqual(['not_signed_off']);
    expect(gapsOf({ ...whole, differing: ['ladder'] })).toEqual(['figure_differs']);
    expect(gapsOf({ ...whole, unknownFigures: ['nonsense'] })).toEqual(['unknown_figure']);
    expect(gapsOf({ ...whole, reply: 'not_opened' })).toEqual(['reply_not_opened']);
    expect(gapsOf({ ...whole, reply: 'running' })).toEqual(['reply_running']);
    for (const approvals of [[], ['chair'], ['secretariat'], ['chair', 'chair']]) expect(gapsOf({ ...whole, approvals })).toEqual(['not_approved']);
  });
});
