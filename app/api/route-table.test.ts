import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../e2e/route-table';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const app = join(import.meta.dirname, '..');

/** The methods that a route file exports: `export const GET = …`, `export async function GET`, `export { handle as GET }`. */
function exportedMethods(text: string): string[] {
  const declared = [...text.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map((match) => match[1] ?? '');
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap((match) =>
    (match[1] ?? '').split(',').map(
      (name) =>
        name
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    ),
  );
  return [...declared, ...listed].filter((name) => METHODS.includes(name));
}

const existing = readdirSync(join(app, 'api'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file))
  .flatMap((file) => {
    const path = `/api/${file.replace(/\/route\.tsx?$/, '')}`;
    return exportedMethods(readFileSync(join(app, 'api', file), 'utf8')).map((method) => `${method} ${path}`);
  });

describe('the table of routes', () => {
  const listed = ROUTES.map(({ method, path }) => `${method} ${path}`);

  it('has every route of the API, and none that is not there', () => {
    expect(listed.toSorted()).toEqual(existing.toSorted());
  });

  it('says what fills the id of every path that has one', () => {
    const unclear = ROUTES.filter(
      ({ path, access, id }) => path.includes('[id]') !== (access === 'object' && Boolean(id)),
    );
    expect(unclear).toEqual([]);
  });

  it('finds every way in which a route exports its methods', () => {
    const text =
      'export const GET = 1;\nexport async function POST() {}\nexport { a as PUT, DELETE };\nexport const dynamic = 1;';
    expect(exportedMethods(text)).toEqual(['GET', 'POST', 'PUT', 'DELETE']);
  });
});
