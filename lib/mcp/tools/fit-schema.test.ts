import { expect, test } from 'vitest';
import { fitSchema } from './fit-schema';

const plain = { type: 'object', properties: { a: { type: 'string', description: 'A.' } }, required: ['a'] };

test('what every provider takes stays as it is', () => {
  for (const type of ['openai', 'claude', 'gemini']) expect(fitSchema(plain, type)).toEqual({ schema: plain });
});

test('nothing at all becomes an object', () => {
  expect(fitSchema({}, 'openai')).toEqual({ schema: { type: 'object', properties: {} } });
});

test('identifiers and addresses are left out, at every depth; references within stay', () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://example.com/s',
    ...plain,
    properties: { a: { $ref: 'http://169.254.169.254/' }, b: { $ref: '#/$defs/b' } },
    $defs: { b: { $comment: 'x', type: 'number' } },
  };
  expect(fitSchema(schema, 'claude')).toEqual({
    schema: {
      ...plain,
      properties: { a: {}, b: { $ref: '#/$defs/b' } },
      $defs: { b: { type: 'number' } },
    },
  });
});

test('a parameter may have the name of a keyword', () => {
  const properties = { $ref: { type: 'string' }, not: { type: 'string' }, const: { const: 1 } };
  const schema = { type: 'object', properties: { not: properties.not, const: properties.const } };
  expect(fitSchema(schema, 'gemini')).toEqual({
    schema: { type: 'object', properties: { not: { type: 'string' }, const: { enum: [1] } } },
  });
});

test.each([
  ['anyOf', ['id']],
  ['oneOf', ['id']],
  ['allOf', ['id', 'a', 'b']],
])('%s at the top becomes one object that allows each', (kind, required) => {
  const option = (name: string) => ({ properties: { [name]: { type: 'string' } }, required: ['id', name] });
  const schema = {
    properties: { id: { type: 'number' } },
    [kind]: [option('a'), option('b')],
    additionalProperties: false,
  };
  expect(fitSchema(schema, 'openai')).toEqual({
    schema: {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' }, id: { type: 'number' } },
      required,
    },
  });
});

test('what older drafts wrote is written as today, or left out', () => {
  const point = { type: 'array', items: [{ type: 'number', minimum: 0, exclusiveMinimum: true }, { required: true }] };
  expect(fitSchema({ type: 'object', properties: { point } }, 'claude')).toEqual({
    schema: {
      type: 'object',
      properties: { point: { type: 'array', prefixItems: [{ type: 'number', minimum: 0 }, {}] } },
    },
  });
});

test('Gemini gets no keys that it refuses', () => {
  const schema = { ...plain, properties: { a: { type: 'string', pattern: '^x', exclusiveMinimum: 1, not: {} } } };
  expect(fitSchema(schema, 'gemini')).toEqual({ schema: { ...plain, properties: { a: { type: 'string' } } } });
  expect(fitSchema(schema, 'openai')).toEqual({ schema });
});

test('a parameter that not every model can write is left out, unless the tool needs it', () => {
  const properties = { ...plain.properties, '@type': { type: 'string' } };
  expect(fitSchema({ ...plain, properties }, 'claude')).toEqual({ schema: plain });
  const needed = fitSchema({ ...plain, properties, required: ['@type'] }, 'claude');
  expect(needed).toEqual({ unfit: expect.stringContaining('"@type"') });
});
