import type { JsonSchema } from '@/lib/platform/http/json-schema';
import { texts } from './texts';

/** A field, or a kind of value, on its level. */
export interface SchemaLine {
  depth: number;
  /** `null` = what stands in a list, or one of several forms. */
  name: string | null;
  type: string;
  isOptional: boolean;
  about: string;
}

/** A schema as lines to read: fields in their order, what is inside of one below it. */
export function schemaLines(schema: JsonSchema, depth = 0): SchemaLine[] {
  const forms = formsOf(schema).filter(({ type }) => type !== 'null');
  if (forms.length > 1) return forms.flatMap((form) => inside(form, depth));
  const [only = {}] = forms;
  if (only.items) return schemaLines(only.items, depth);
  return Object.entries(only.properties ?? {}).flatMap(([name, field]) => [
    {
      depth,
      name,
      type: typeWords(field),
      isOptional: !(only.required ?? []).includes(name),
      about: aboutOf(field),
    },
    ...schemaLines(field, depth + 1),
  ]);
}

function inside(form: JsonSchema, depth: number): SchemaLine[] {
  const lines = schemaLines(form, depth + 1);
  if (lines.length === 0) return [];
  return [{ depth, name: null, type: typeWords(form), isOptional: false, about: aboutOf(form) }, ...lines];
}

function formsOf(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf ?? schema.oneOf ?? [schema];
}

function aboutOf({ description, default: standard }: JsonSchema): string {
  const words = standard === undefined ? null : texts.standard(JSON.stringify(standard));
  return [description, words].filter(Boolean).join(' ');
}

/** For example `list of texts`, `"a" | "b" | null`. */
export function typeWords(schema: JsonSchema): string {
  const { type, items, format, enum: choices } = schema;
  if (schema.anyOf ?? schema.oneOf) return [...new Set(formsOf(schema).map(typeWords))].join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' | ');
  if (Array.isArray(type)) return type.map((one) => typeWords({ ...schema, type: one })).join(' | ');
  if (type === 'array') return texts.listOf(items ? typeWords(items) : texts.anything);
  return format ?? type ?? texts.anything;
}
