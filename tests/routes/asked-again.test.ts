import type { AppLoadContext } from '@remix-run/node';
import { expect, it } from 'vitest';
import type { PersonActor } from '#app/access/actor';
import * as pledge from '#app/routes/pledge-verification';
import * as transaction from '#app/routes/transaction-verification';

const person: PersonActor = { kind: 'person', id: '01890000-0000-7000-8000-000000000000', name: 'A reviewer', language: 'en', time_zone: 'UTC', roles: [], governments: [], affiliations: [] };
const context: AppLoadContext = { now: new Date('2026-03-02T09:00:00Z'), requestId: 'test', nonce: '', client: '', publicUrl: '', demo: false, views: undefined, viewer: () => Promise.resolve(person) };

it.each([['a pledge', pledge, '/pledges/PLG-2026-0001/verification'], ['a payment', transaction, '/transactions/1/verification']] as const)('whoever verifies %s shows who they are first, and is led back', async (_what, { loader }, path) => {
  const answer = await loader({ request: new Request(`http://127.0.0.1${path}`), params: {}, context }).catch((thrown: unknown) => thrown);
  expect(answer).toBeInstanceOf(Response);
  expect([(answer as Response).status, (answer as Response).headers.get('Location')]).toEqual([303, `/confirm?next=${encodeURIComponent(path)}`]);
});
