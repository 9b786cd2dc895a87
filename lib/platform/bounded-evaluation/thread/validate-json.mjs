/**
 * Validates a value against a JSON Schema of draft 7, 2019-09 or 2020-12 (by `$schema`; without one 2020-12). Gives `{errors}`, empty when it
 * is valid, or `{because, detail?}`: `dialect`, `reference`, `schema`, `depth`. Nothing is fetched: a reference to another document is not found.
 */
import Ajv from 'ajv';
import Ajv2019 from 'ajv/dist/2019.js';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const DIALECTS = {
  'http://json-schema.org/draft-07/schema': Ajv.default,
  'https://json-schema.org/draft-07/schema': Ajv.default,
  'https://json-schema.org/draft/2019-09/schema': Ajv2019.default,
  'https://json-schema.org/draft/2020-12/schema': Ajv2020.default,
};
const DEFAULT_DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const OPTIONS = {
  strict: false,
  allErrors: true,
  logger: false,
  // A definition that is used often would else be written out as often.
  inlineRefs: false,
  code: { optimize: false },
};
const MOST_ERRORS = 20;
const MOST_DETAIL = 200;

/** By dialect, each knowing the dialect itself and nothing of the schemas that it judges. */
const judges = new Map();

/**
 * Makes what is made once for all schemas of a dialect, so that it does not cost the first one its time.
 * @param {{schema: unknown}} task
 */
export function prepare({ schema }) {
  const Kind = dialectOf(schema);
  if (!Kind || judges.has(Kind)) return;
  const judge = new Kind(OPTIONS);
  judge.validateSchema({ type: 'object' });
  judges.set(Kind, judge);
}

/** @param {{schema: unknown, value: unknown}} task */
export function evaluate({ schema, value }) {
  if (typeof schema === 'boolean') return { errors: schema ? [] : [{ path: '', message: 'nothing is allowed here' }] };
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return { because: 'schema' };
  const Kind = dialectOf(schema);
  if (!Kind) return { because: 'dialect', detail: String(schema.$schema).slice(0, MOST_DETAIL) };
  try {
    return errorsOf(Kind, schema, value);
  } catch (error) {
    if (error instanceof RangeError) return { because: 'depth' };
    // By name: a class of the package that its entry does not give.
    const missing = error?.missingRef ?? error?.missingSchema;
    if (missing !== undefined) return { because: 'reference', detail: String(missing).slice(0, MOST_DETAIL) };
    return { because: 'schema', detail: String(error?.message ?? error).slice(0, MOST_DETAIL) };
  }
}

/** @param {unknown} schema */
function dialectOf(schema) {
  const uri = String(schema?.$schema ?? DEFAULT_DIALECT).replace(/#$/, '');
  return Object.hasOwn(DIALECTS, uri) ? DIALECTS[uri] : undefined;
}

/**
 * @param {typeof Ajv.default} Kind
 * @param {Record<string, unknown>} schema
 * @param {unknown} value
 */
function errorsOf(Kind, schema, value) {
  const judge = judges.get(Kind);
  if (!judge?.validateSchema({ ...schema, $schema: undefined })) {
    const [first] = judge?.errors ?? [];
    return { because: 'schema', detail: `${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim() };
  }
  // One of its own for each schema: what a schema names must not be found by the next one.
  const validator = new Kind({ ...OPTIONS, validateSchema: false });
  addFormats.default(validator);
  const validate = validator.compile(schema);
  if (validate(value)) return { errors: [] };
  const errors = validate.errors ?? [];
  return {
    errors: errors.slice(0, MOST_ERRORS).map((error) => ({ path: error.instancePath, message: messageOf(error) })),
  };
}

/** With the name of what is meant, which the package leaves to its `params`. */
function messageOf({ message = 'is not valid', params }) {
  const named = params.additionalProperty ?? params.unevaluatedProperty ?? params.allowedValues?.join(', ');
  const text = named === undefined ? message : `${message}: ${named}`;
  return text.slice(0, MOST_DETAIL);
}
