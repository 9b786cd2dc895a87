import { isFields } from '@/lib/protocol/json';

type Schema = Record<string, unknown>;

const MAX_DEPTH = 12;

/**
 * The schema with nothing but types, properties, items, enums and descriptions: what every server understands. References are put in
 * place, of alternatives the first that is no `null` stands for all. Allows all that the schema allowed through that alternative.
 */
export function plainSchema(schema: Schema, root: Schema = schema, depth = 0): Schema {
  if (depth > MAX_DEPTH) return { type: 'object' };
  const { target, description } = resolved(schema, root);
  const alternatives = [target.anyOf, target.oneOf, target.allOf].find(Array.isArray) as Schema[] | undefined;
  const chosen = alternatives?.find((option) => option.type !== 'null');
  const text = typeof description === 'string' ? { description } : {};
  if (chosen && target.properties === undefined) return { ...plainSchema(chosen, root, depth + 1), ...text };
  const type = Array.isArray(target.type) ? target.type.find((name) => name !== 'null') : target.type;
  const options = target.const === undefined ? target.enum : [target.const];
  const inner = (value: unknown) => plainSchema(isFields(value) ? value : {}, root, depth + 1);
  return {
    type: type ?? (target.properties ? 'object' : Array.isArray(options) ? typeof options[0] : 'string'),
    ...text,
    ...(Array.isArray(options) && { enum: options.filter((option) => option !== null) }),
    ...(isFields(target.properties) && {
      properties: Object.fromEntries(Object.entries(target.properties).map(([name, value]) => [name, inner(value)])),
    }),
    ...(Array.isArray(target.required) && { required: target.required }),
    ...(type === 'array' && { items: inner(target.items) }),
  };
}

function resolved(schema: Schema, root: Schema): { target: Schema; description: unknown } {
  const path = typeof schema.$ref === 'string' && schema.$ref.startsWith('#/') ? schema.$ref.slice(2).split('/') : null;
  if (!path) return { target: schema, description: schema.description };
  const target = path.reduce<unknown>((at, name) => (isFields(at) ? at[name] : undefined), root);
  return { target: isFields(target) ? target : {}, description: schema.description ?? (target as Schema)?.description };
}
