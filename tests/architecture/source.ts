import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join, normalize } from 'node:path';

/** A file of the product, with what it imports, by path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const importing = /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|(?:^|[^.\w])import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g;

/** Reads the imports of a text; aliases and relative paths become paths from the root, packages keep their names. */
export function fileOf(path: string, text: string): SourceFile {
  const imports = [...text.matchAll(importing)].map((match) => resolved(path, match[1] ?? match[2] ?? match[3] ?? ''));
  return { path, text, imports };
}

function resolved(from: string, target: string): string {
  if (target.startsWith('#')) return target.slice(1).replace(/\?.*$/, '');
  if (target.startsWith('.')) return normalize(join(dirname(from), target)).replace(/\?.*$/, '');
  return target;
}

/** Every file that git knows or would add. */
export function projectFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  return listed.split('\n').filter((path) => path !== '');
}

export function sourceFiles(): readonly SourceFile[] {
  return projectFiles()
    .filter((path) => /^(app|db|emails|tests)\/.*\.(ts|tsx|js)$/.test(path))
    .flatMap((path) => {
      try {
        return [fileOf(path, readFileSync(path, 'utf8'))];
      } catch {
        return []; // listed by git and removed since
      }
    });
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('tests/');
export const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
