import { expect, it } from 'vitest';
import { z } from 'zod';
import { jsonSchema } from '@/lib/platform/http/json-schema';
import { schemaLines } from './schema-lines';

const written = (schema: z.ZodType) =>
  schemaLines(jsonSchema(schema, 'input')).map(
    ({ depth, name, type, isOptional, about }) =>
      `${'  '.repeat(depth)}${name ?? '-'}${isOptional ? '?' : ''}: ${type}${about && ` (${about})`}`,
  );

it('writes fields in their order, with what is inside of them', () => {
  const schema = z.object({
    id: z.uuid(),
    limit: z.int().default(5).describe('At most.'),
    state: z.enum(['new', 'old']).nullable(),
    items: z.array(z.object({ at: z.iso.datetime(), words: z.array(z.string()).optional() })),
  });
  expect(written(schema)).toEqual([
    'id: uuid',
    'limit?: integer (At most. Default: 5.)',
    'state: "new" | "old" | null',
    'items: list of object',
    '  at: date-time',
    '  words?: list of string',
  ]);
});

it('writes each of several forms', () => {
  const part = z.union([
    z.object({ type: z.literal('text'), text: z.string() }),
    z.object({ type: z.literal('file') }),
  ]);
  expect(written(z.object({ part }))).toEqual([
    'part: object',
    '  -: object',
    '    type: "text"',
    '    text: string',
    '  -: object',
    '    type: "file"',
  ]);
  expect(written(z.object({ final: z.object({ text: z.string() }).nullable(), any: z.unknown() }))).toEqual([
    'final: object | null',
    '  text: string',
    'any: anything',
  ]);
});
