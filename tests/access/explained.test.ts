import { describe, expect, it } from 'vitest';
import { roleNames, type PersonActor } from '#app/access/actor';
import { declaredRules } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { languages } from '#app/languages/language';
import { explain, type DatedRole } from '#app/members/people/permissions/model';
import { roleScopes, scopeOf } from '#app/members/people/roles/model';

import.meta.glob('/app/**/policy.ts', { eager: true });

/** What only the portal itself does, for a reason that it names. */
const ofThePortal: readonly string[] = ['indicator:import', 'installation:initialise', 'procedure:settle', 'report:count_changes', 'report:release', 'session:take'];

const person: PersonActor = { kind: 'person', id: 'somebody-here', name: '', language: 'en', time_zone: 'UTC', roles: [], affiliations: [], governments: [] };
const every: readonly DatedRole[] = roleNames.flatMap((role) =>
  roleScopes[role].map((kind) => ({ id: `${role} ${kind}`, role, ...scopeOf(kind, kind === 'country' ? 'KE' : `the ${kind}`), scope: kind, since_on: '2026-01-01' })));

describe('what somebody may do and why', () => {
  it('is told of every rule, but for those of the portal itself: a rule that asks about something new needs it in `specimens`', () => {
    const told = new Set(explain(declaredRules().values(), person, every).filter(({ own, by }) => own || by.length > 0).map(({ rule }) => rule));
    const untold = [...declaredRules().keys()].filter((name) => !told.has(name));
    expect(untold.toSorted()).toEqual([...ofThePortal].toSorted());
  });

  it('has words for every rule in six languages: `acts` of the catalogue `access`', () => {
    const missing = languages.flatMap((language) => [...declaredRules().keys()].filter((name) => !ofThePortal.includes(name))
      .filter((name) => textFor(language, 'access')(`acts.${name.replace(':', '.')}`) === `acts.${name.replace(':', '.')}`).map((name) => `${language} ${name}`));
    expect(missing).toEqual([]);
  });
});
