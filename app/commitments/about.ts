import type { Option } from '#app/form/field';
import { declarationCode } from '#app/frameworks/model';
import type { About } from '#app/paths';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';
import type { ClauseChoice } from './choices.server';

/** What the form of a new record begins with; clauses by their id. */
export interface Begun {
  readonly country: string | undefined;
  readonly nodes: readonly string[];
  readonly beneficiaries: readonly string[];
}

/** Reads what an address says that a new record is about. What the form does not offer is left out: nothing is chosen that cannot be seen. */
export function begunWith(asked: URLSearchParams, clauses: readonly ClauseChoice[], countries: readonly Option[]): Begun {
  const codes = asked.getAll('node');
  const text = asked.get('version')?.replace(/\.\d+$/, '') ?? declarationCode;
  const groups = asked.getAll('beneficiary');
  return {
    country: countries.find(({ value }) => value === asked.get('country'))?.value,
    nodes: clauses.filter((clause) => clause.framework_code === text && codes.includes(clause.code)).map(({ id }) => id),
    beneficiaries: BENEFICIARY_GROUPS.map(({ code }) => code).filter((code) => groups.includes(code)),
  };
}

/** What a list was narrowed to, for a new record beside it. Of several countries none is meant. */
export const aboutIn = ({ version, country, node, beneficiary }: Readonly<Partial<Record<'version' | 'country' | 'node' | 'beneficiary', readonly string[]>>>): About => ({
  country: country?.length === 1 ? country[0]?.toUpperCase() : undefined, version: node === undefined ? undefined : version?.[0], node, beneficiary,
});
