import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from '@/lib/platform/errors/field-errors';
import { suggestKeys } from './suggest-keys';

const inner = z.strictObject({ address: z.string().optional(), headers: z.record(z.string(), z.string()).optional() });
const schema = z.strictObject({ name: z.string().optional(), one: inner.optional(), many: z.array(inner).nullish() });

test.each([
  [{ nmae: 'x' }, 'nmae', 'Unknown key. Did you mean “name”?'],
  [{ one: { adress: 'x' } }, 'one.adress', 'Unknown key. Did you mean “address”?'],
  [{ many: [{}, { header: {} }] }, 'many[1].header', 'Unknown key. Did you mean “headers”?'],
  [{ one: { somethingElse: 1 } }, 'one.somethingElse', 'Unknown key.'],
  [{ name: 1 }, 'name', 'Invalid input: expected string, received number'],
])('%j: %s', (input, path, message) => {
  const parsed = schema.safeParse(input);
  const faults = parsed.success ? [] : suggestKeys(schema, fieldErrors(parsed.error));
  expect(faults).toEqual([{ path, message }]);
});
