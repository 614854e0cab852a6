/** What stands behind the question mark; what is not given is left out. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export const withQuery = (path: string, query?: Query): string => {
  const given = Object.entries(query ?? {}).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== '').map((one) => [key, String(one)]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};

/** What a new record is about: a country, clauses by their code in a version of a text (else of the Declaration), groups of learners. */
export interface About {
  readonly version?: string | undefined;
  readonly country?: string | undefined;
  readonly node?: readonly string[] | undefined;
  readonly beneficiary?: readonly string[] | undefined;
}
