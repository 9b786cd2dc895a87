import { z } from 'zod';

/** JSON Schema 2020-12, as far as it is used here. */
export interface JsonSchema {
  type?: string | string[];
  format?: string;
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

/** What a schema takes (`input`) or gives (`output`), as JSON Schema. The pattern of a known format says nothing more, at length. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return plain(z.toJSONSchema(schema, { io, unrepresentable: 'any' })) as JsonSchema;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const hasFormat = 'format' in value && typeof value.format === 'string';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => key !== '$schema' && !(hasFormat && key === 'pattern' && typeof entry === 'string'))
      .map(([key, entry]) => [key, plain(entry)]),
  );
}
