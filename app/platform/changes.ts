/**
 * Kysely's `.set(variable)` silently accepts keys that are no columns; this makes an unknown key a compile error.
 * `changes<Updateable<DB['people']>>()({ name })`.
 */
export const changes =
  <Row>() =>
  <Given extends Partial<Row>>(given: Given & Record<Exclude<keyof Given, keyof Row>, never>): Partial<Row> =>
    given;
