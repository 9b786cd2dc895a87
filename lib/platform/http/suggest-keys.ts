import type { z } from 'zod';
import type { FieldError } from '@/lib/platform/errors/app-error';
import { closestWord } from '@/lib/platform/text/closest-word';
import { texts } from '@/lib/platform/texts';
import { type JsonSchema, jsonSchema } from './json-schema';

/** The faults of an input, where a key that its schema does not have comes with the one that was most likely meant. */
export function suggestKeys(schema: z.ZodType, fields: FieldError[]): FieldError[] {
  if (!fields.some(({ message }) => message === texts.unknownKey)) return fields;
  const root = jsonSchema(schema, 'input');
  return fields.map(({ path, message }) => {
    if (message !== texts.unknownKey) return { path, message };
    const steps = path.split(/[.[\]]+/).filter(Boolean);
    const key = steps.pop() ?? '';
    const near = closestWord(key, keysAt([root], steps));
    return { path, message: near ? texts.didYouMean(near) : message };
  });
}

function keysAt(schemas: JsonSchema[], [step, ...rest]: string[]): string[] {
  const all = schemas.flatMap((schema) => [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]);
  if (step === undefined) return all.flatMap(({ properties }) => Object.keys(properties ?? {}));
  const below = all.flatMap(({ properties, items, additionalProperties }) => {
    const found = /^\d+$/.test(step) ? items : (properties?.[step] ?? additionalProperties);
    return typeof found === 'object' ? [found] : [];
  });
  return below.length > 0 ? keysAt(below, rest) : [];
}
