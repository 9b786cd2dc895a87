import { DEEPEST, MOST_PATTERN, MOST_SCHEMA, MOST_SOURCE, MOST_VALUE, TIME_LIMIT_MS } from './limits';

const count = (characters: number) => characters.toLocaleString('en');

/** Why a schema, a pattern or a predicate came to no result. */
export const texts = {
  time: `It took longer than ${TIME_LIMIT_MS} ms.`,
  memory: 'It needed too much memory.',
  busy: 'Too much is being evaluated at the moment.',
  failed: 'The evaluation broke off.',
  valueTooLarge: `The value is larger than ${count(MOST_VALUE)} characters, or nested deeper than ${DEEPEST} levels.`,
  schemaTooLarge: `The schema is larger than ${count(MOST_SCHEMA)} characters, or nested deeper than ${DEEPEST} levels.`,
  patternTooLong: `The pattern is longer than ${count(MOST_PATTERN)} characters.`,
  sourceTooLong: `The code is longer than ${count(MOST_SOURCE)} characters.`,
  dialect: (uri: string) => `The schema's dialect is not known: ${uri}`,
  reference: (target: string) => `The schema refers to what is not in it, and nothing is fetched: ${target}`,
  schema: (detail: string) => `It is not a valid JSON Schema: ${detail}`,
  depth: 'It is nested too deeply.',
  pattern: (detail: string) => `It is not a valid pattern: ${detail}`,
  code: (detail: string) => `The code is not valid: ${detail}`,
  threw: (detail: string) => `The code threw an error: ${detail}`,
  kind: (kind: string) => `The code must give true or false, not ${kind}.`,
};
