import type { ListSpec } from '#app/table/state';

/**
 * What the list of people can be asked for. `role` and `scope` are asked of one and the same role in force; `coalition` takes a
 * coalition's word and finds who has a role there or belongs to one of its members; `organisation` takes words of its name.
 */
export const peopleList = {
  filters: ['q', 'role', 'scope', 'coalition', 'organisation', 'country', 'standing'],
  sorts: ['name'],
  sort: { by: 'name', descending: false },
} as const satisfies ListSpec<string, string>;
export type PeopleFilter = (typeof peopleList.filters)[number];
export type PeopleSort = (typeof peopleList.sorts)[number];
