import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS, type Permission } from '../../db/permissions/permissions';
import { ROUTES, strangersAccess } from '../../e2e/route-table';

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

/** What a route file refuses: `export const { PUT, … } = otherMethods('GET', …)`. */
function refusedMethods(text: string): { refused: string[]; own: string[] } {
  const found = /^export const \{([^}]*)\} = otherMethods\(([^)]*)\)/m.exec(text);
  const words = (list = '') => list.match(/\w+/g) ?? [];
  return { refused: words(found?.[1]), own: words(found?.[2]) };
}

const files = readdirSync(join(app, 'api'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file))
  .map((file) => ({
    path: `/api/${file.replace(/\/route\.tsx?$/, '')}`,
    text: readFileSync(join(app, 'api', file), 'utf8'),
  }));

const existing = files.flatMap(({ path, text }) => exportedMethods(text).map((method) => `${method} ${path}`));

describe('the table of routes', () => {
  const listed = ROUTES.map(({ method, path }) => `${method} ${path}`);

  it('has every route of the API, and none that is not there', () => {
    expect(listed.toSorted()).toEqual(existing.toSorted());
  });

  it('says what fills the id of every path that has one', () => {
    const unclear = ROUTES.filter(
      (route) =>
        route.path.includes('[id]') !== Boolean(route.id) ||
        (strangersAccess(route) === 'object' && !route.id && !route.names),
    );
    expect(unclear).toEqual([]);
  });

  it('asks for every permission of the table', () => {
    const asked = new Set(ROUTES.map(({ needs }) => needs));
    const rest = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => !asked.has(permission));
    // Besides the route's own: whoever adds a server that is a program.
    expect(rest).toEqual(['mcpProgram.write']);
  });

  it('lets nobody in without saying so', () => {
    const open = ROUTES.filter((route) => strangersAccess(route) === 'public').map(({ path }) => path);
    const withLink = open.filter((path) => path.startsWith('/api/v1/shared/[token]'));
    expect(withLink).toHaveLength(6);
    expect(open.filter((path) => path.startsWith('/api/v1/') && !withLink.includes(path))).toEqual([
      '/api/v1/openapi.json',
      '/api/v1/invites/[token]',
      '/api/v1/invites/[token]/accept',
    ]);
  });

  it.each(files)('$path answers every method, and says rightly which it takes', ({ text }) => {
    const own = exportedMethods(text);
    const { refused, own: told } = refusedMethods(text);
    expect(told.toSorted()).toEqual(own.toSorted());
    const answered = [...own, ...refused, ...(own.includes('GET') ? ['HEAD'] : [])];
    expect(answered.toSorted()).toEqual(METHODS.toSorted());
  });

  it('finds every way in which a route exports its methods', () => {
    const text =
      'export const GET = 1;\nexport async function POST() {}\nexport { a as PUT, DELETE };\nexport const dynamic = 1;';
    expect(exportedMethods(text)).toEqual(['GET', 'POST', 'PUT', 'DELETE']);
  });
});
