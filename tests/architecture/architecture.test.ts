import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { houseRules, tableOwners } from './rules';
import { fileOf, linesOf, projectFiles, sourceFiles } from './source';

const files = sourceFiles();

describe.each(houseRules)('$name, because $because', (rule) => {
  it('holds in every file', () => {
    const breaches = files.flatMap((file) => rule.breaches(file).map((breach) => `${file.path} ${breach}`));
    expect(breaches).toEqual([]);
  });
  it('fails on a planted breach', () => {
    expect(rule.breaches(fileOf(rule.planted.path, rule.planted.text))).not.toEqual([]);
  });
});

describe('the folders can be shown to a stranger', () => {
  const readmes = projectFiles().filter((path) => /^(app|db|tests|emails)\/.*README\.md$/.test(path));
  it('has a README in every domain', () => {
    const lacking = ['coalitions', 'members', 'frameworks', 'countries', 'commitments', 'financing', 'working-groups', 'registries', 'reporting', 'open-data', 'accounts', 'access'].filter((folder) => !readmes.includes(`app/${folder}/README.md`));
    expect(lacking).toEqual([]);
  });
  it('keeps each README to 80 lines', () => {
    expect(readmes.filter((path) => linesOf(readFileSync(path, 'utf8')) > 80)).toEqual([]);
  });
  it('speaks of the product alone', () => {
    const texts = projectFiles().filter((path) => /\.(md|ts|tsx|js|sql|css|json)$/.test(path) && path !== 'package-lock.json' && path !== 'tests/architecture/architecture.test.ts');
    const told = texts.filter((path) => existsSync(path)).filter((path) => /(^|[\s"'`(])\/(work|root|home)\/[a-z]/.test(readFileSync(path, 'utf8')));
    expect(told).toEqual([]);
  });
});

describe('the table of owners', () => {
  it('names every table that the application may write', () => {
    const schema = readFileSync('db/schema.ts', 'utf8');
    const tables = [...(/export interface DB \{([\s\S]*?)\n\}/.exec(schema)?.[1] ?? '').matchAll(/^\s+(\w+):/gm)].map((match) => match[1] ?? '');
    const facts = /^(countries|country_|regions|region_texts|currencies|indicators$|indicator_texts|indicator_figures|kysely_|installation$|import_sources|import_questions|evidence$|pledge_values|transaction_values|budget_line_values|funding_link_effects|confirmed_partners)/;
    expect(tables.filter((table) => tableOwners[table] === undefined && !facts.test(table))).toEqual([]);
  });
});
