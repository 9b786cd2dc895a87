import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { neededBy } from '@/lib/platform/permissions/refuse-key';
import { ROUTES } from '../../../../e2e/route-table';
import { describedRoutes } from './described-routes';
import { GET } from './route';

type Schema = Parameters<typeof z.fromJSONSchema>[0];

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { description?: string; $ref?: string; content?: Record<string, { schema?: Schema }> }>;
}

const response = await GET(new Request('http://127.0.0.1:3000/api/v1/openapi.json'), { params: Promise.resolve({}) });
const document = (await response.json()) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { responses: object };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })),
);

describe('the document of the API', () => {
  it('names every route below /api/v1, and no other', () => {
    const listed = ROUTES.filter(({ path }) => path.startsWith('/api/v1/')).map(
      ({ method, path }) => `${method} ${path.replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}')}`,
    );
    expect(operations.map(({ name }) => name).toSorted()).toEqual(listed.toSorted());
    expect(document.openapi).toBe('3.1.0');
  });

  it('asks of API keys what the table of routes says', () => {
    const described = new Map(describedRoutes().map((one) => [`${one.method} ${one.path}`, one]));
    for (const { method, path, needs } of ROUTES) {
      const found = described.get(`${method} ${path}`);
      if (!found || needs === null) continue;
      expect(neededBy(found.needs, method), `${method} ${path}`).toEqual(neededBy(needs, method));
    }
  });

  it('gives each operation an id of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/);
  });

  it.each(operations)('$name: says what it does, takes and answers', ({ path, operation }) => {
    expect(operation.summary).toMatch(/^[A-Z].*\.$/s);
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    expect(new Set(operation.parameters.map(({ name }) => name)).size).toBe(operation.parameters.length);
    const { default: error, ...answers } = operation.responses;
    expect(error).toEqual({ $ref: '#/components/responses/Error' });
    const [[status = '', answer] = [], ...others] = Object.entries(answers);
    expect(others).toEqual([]);
    expect(status).toMatch(/^20[0124]$/);
    expect(Boolean(answer?.content)).toBe(status !== '204');
  });

  it.each(operations)('$name: has schemas that can be read', ({ operation }) => {
    const bodies = [operation.requestBody, ...Object.values(operation.responses)];
    const schemas = [
      ...operation.parameters.map(({ schema }) => schema),
      ...bodies.flatMap((body) =>
        Object.values(body?.content ?? {}).flatMap(({ schema }) => (schema === undefined ? [] : [schema])),
      ),
    ];
    for (const schema of schemas) expect(() => z.fromJSONSchema(schema)).not.toThrow();
  });
});
