import { expect, it } from 'vitest';
import { actsOf, type AuditRow } from './model';

const row = (more: Partial<AuditRow>): AuditRow => ({
  transaction_id: '1', told_at: new Date('2026-01-01T09:00:00Z'), actor_kind: 'person', actor_name: 'Amina', rule: 'commitment:edit',
  table_name: 'commitments', action: 'update', before: null, after: null, ...more,
});

it('tells one act for each transaction, latest first, with the columns worth telling', () => {
  const acts = actsOf([
    row({ before: { status: 'draft', version: 1 }, after: { status: 'draft', version: 2 } }),
    row({ table_name: 'goals', before: { target_value: '600' }, after: { target_value: '500' } }),
    row({ transaction_id: '2', rule: 'commitment:submit', before: { status: 'draft' }, after: { status: 'submitted' } }),
  ], ['commitments.status', 'goals.target_value']);
  expect(acts.map((act) => [act.rule, act.changes])).toEqual([
    ['commitment:submit', [{ field: 'commitments.status', before: 'draft', after: 'submitted' }]],
    ['commitment:edit', [{ field: 'goals.target_value', before: '600', after: '500' }]],
  ]);
});

it('tells what came and what went', () => {
  const [act] = actsOf([
    row({ table_name: 'goals', action: 'insert', after: { target_value: '500' } }),
    row({ table_name: 'goals', action: 'delete', before: { target_value: '30' } }),
  ], ['goals.target_value']);
  expect(act?.changes).toEqual([{ field: 'goals.target_value', before: null, after: '500' }, { field: 'goals.target_value', before: '30', after: null }]);
});
