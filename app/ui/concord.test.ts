import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { compile } from 'tailwindcss';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
const read = (name: string) => readFileSync(`${folder}${name}`, 'utf8');
const withoutComments = (css: string) => css.replaceAll(/\/\*[\s\S]*?\*\//g, '');

async function stylesheet(utilities: string[]): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const { build } = await compile(read('concord.css'), {
    base: folder,
    loadStylesheet: async (id) => {
      const path = id.startsWith('.') ? `${folder}${id}` : resolve(id);
      return { path, base: folder, content: readFileSync(path, 'utf8') };
    },
  });
  return build(utilities);
}

/** The classes our own sheets style. */
const classes = [...new Set(sheets.flatMap((name) => [...withoutComments(read(name)).matchAll(/\.(-?[a-z][\w-]*)/g)].map(([, found = '']) => found)))];

describe('the stylesheet', () => {
  test('weighs at most 15 KB compressed', async () => {
    const css = await stylesheet(['pt-8', 'pt-24', 'pb-32']);
    expect(gzipSync(css).length).toBeLessThan(15 * 1024);
  });

  test('is written in logical properties, so that right to left needs no second sheet', () => {
    const physical = /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom|width|height)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)/m;
    for (const name of sheets) expect(withoutComments(read(name)).match(physical)?.[0], name).toBeUndefined();
  });

  test('takes every colour from the tokens', () => {
    for (const name of sheets.filter((sheet) => !['tokens.css', 'print.css'].includes(sheet))) {
      const odd = [...withoutComments(read(name)).matchAll(/#[0-9a-f]{3,8}\b/gi)].map(([colour]) => colour).filter((colour) => colour !== '#fff' && colour !== '#dde3e8');
      expect(odd, name).toEqual([]);
    }
  });

  test('no class of ours is a utility too, which would win over it', async () => {
    const css = await stylesheet(classes);
    const utilities = css.slice(css.lastIndexOf('@layer utilities'));
    const doubled = [...utilities.matchAll(/^ {2}\.([\w-]+) \{/gm)].map(([, name]) => name);
    // `grow` repeats a part of what ours says.
    expect(doubled).toEqual(['grow']);
  });

  test('a step that is not in the scale does not exist', async () => {
    const css = await stylesheet(['pt-8', 'pt-9', 'text-red-500', 'w-1/2']);
    expect(css).toContain('.pt-8');
    expect(css).not.toContain('.pt-9');
    expect(css).not.toContain('red-500');
  });
});
