import postgres from 'postgres';

/** Facts of the world and of the schema: they stay when the rest is emptied. */
const kept = ['countries', 'country_texts', 'country_groups', 'country_group_texts', 'country_group_periods', 'regions', 'region_texts', 'currencies'];

/**
 * Empties every table but reference data, the audit trail included: for a demo world whose telling was cut short, before anybody
 * could work in it. Only the owner can; `keepNames` are facts of the installation that stay.
 */
export async function emptyDatabase(ownerUrl: string, keepNames: readonly string[]): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const tables = await sql<{ name: string }[]>`
      select format('%I', relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname not like 'kysely_%' and relname <> 'installation' and relname <> all(${kept})`;
    await sql.begin(async (tx) => {
      if (tables.length > 0) await tx.unsafe(`truncate ${tables.map((table) => table.name).join(', ')} restart identity cascade`);
      await tx`delete from installation where name <> all(${[...keepNames]})`;
    });
  } finally {
    await sql.end();
  }
}
