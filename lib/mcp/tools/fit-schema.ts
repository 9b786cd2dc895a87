import { isJsonObject } from './json-object';

type Schema = Record<string, unknown>;

/** What Gemini's JSON schemas may hold; other keys are refused. */
const SUBSET = new Set(
  'type format title description enum items prefixItems minItems maxItems minimum maximum anyOf oneOf properties additionalProperties required $ref $defs'.split(
    ' ',
  ),
);
/** Providers validate what they are sent, and not all know these; a model has no use for them. */
const NO_USE = ['$schema', '$id', '$anchor', '$comment', '$dynamicAnchor', '$dynamicRef', '$vocabulary'];
/** What Claude takes as the name of a parameter. */
const PARAMETER = /^[a-zA-Z0-9_.-]{1,64}$/;
const ALTERNATIVES = ['anyOf', 'oneOf', 'allOf'] as const;

/** A schema for the provider, or why it takes none like this. */
export type FitSchema = { schema: Schema } | { unfit: string };

/**
 * The input schema of a tool as the provider of the backend takes it: an object without alternatives at its top, without addresses, with
 * parameters that it can name. Allows all that the server's own schema allows, so that no call is lost; the server checks the rest.
 */
export function fitSchema(given: Schema, backendType: string): FitSchema {
  const top = withoutAlternatives(given);
  const properties = isJsonObject(top.properties) ? top.properties : {};
  const required = Array.isArray(top.required) ? top.required.filter((name) => typeof name === 'string') : [];
  const nameless = Object.keys(properties).filter((name) => !PARAMETER.test(name));
  const needed = nameless.find((name) => required.includes(name));
  if (needed !== undefined)
    return { unfit: `its parameter ${JSON.stringify(needed)} has a name that not every model can write` };
  const named = Object.fromEntries(Object.entries(properties).filter(([name]) => PARAMETER.test(name)));
  const whole = { ...top, type: 'object', properties: named, ...(required.length > 0 && { required }) };
  return { schema: fitPart(whole, backendType === 'gemini') };
}

/** Alternatives at the top become one object that allows each of them. */
function withoutAlternatives(schema: Schema): Schema {
  const kinds = ALTERNATIVES.filter((kind) => Array.isArray(schema[kind]));
  if (kinds.length === 0) return schema;
  const merged: Schema = { ...schema };
  for (const kind of kinds) {
    const options = (schema[kind] as unknown[]).filter(isJsonObject).map(withoutAlternatives);
    delete merged[kind];
    const parts = options.map(({ properties }) => (isJsonObject(properties) ? properties : {}));
    merged.properties = Object.assign({}, ...parts, merged.properties ?? {});
    const lists = options.map(({ required }) => (Array.isArray(required) ? required : []));
    const all =
      kind === 'allOf' ? lists.flat() : (lists[0] ?? []).filter((name) => lists.every((list) => list.includes(name)));
    merged.required = [...new Set([...(Array.isArray(merged.required) ? merged.required : []), ...all])];
    // What one of them forbids, another may want.
    delete merged.additionalProperties;
  }
  return merged;
}

function fitPart(schema: Schema, isSubset: boolean): Schema {
  const fitted: Schema = {};
  for (const [given, value] of Object.entries(schema)) {
    const key = given === 'items' && Array.isArray(value) ? 'prefixItems' : given;
    if (isOfOldDrafts(key, value)) continue;
    if (NO_USE.includes(key)) continue;
    // An address is fetched by nobody, here or there.
    if (key === '$ref' && !(typeof value === 'string' && value.startsWith('#'))) continue;
    if (isSubset && key === 'const') fitted.enum = [value];
    else if (!isSubset || SUBSET.has(key)) fitted[key] = fitValue(key, value, isSubset);
  }
  return fitted;
}

/** What older drafts wrote and newer ones refuse; without it the schema allows more. */
function isOfOldDrafts(key: string, value: unknown): boolean {
  if (key === 'exclusiveMinimum' || key === 'exclusiveMaximum') return typeof value === 'boolean';
  return key === 'required' && !Array.isArray(value);
}

/** Under these keys stand schemas by names that are no keys of schemas. */
const MAPS = ['properties', '$defs', 'definitions', 'patternProperties', 'dependentSchemas'];
/** Under these stands data. */
const DATA = ['enum', 'const', 'default', 'examples', 'required'];

function fitValue(key: string, value: unknown, isSubset: boolean): unknown {
  if (DATA.includes(key)) return value;
  if (MAPS.includes(key) && isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fitInner(inner, isSubset)]));
  return Array.isArray(value) ? value.map((inner) => fitInner(inner, isSubset)) : fitInner(value, isSubset);
}

function fitInner(value: unknown, isSubset: boolean): unknown {
  return isJsonObject(value) ? fitPart(value, isSubset) : value;
}
