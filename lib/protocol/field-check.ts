/** Says what a field must be, or `null` when the value is right. */
export type FieldCheck = (value: unknown) => string | null;

const check =
  (words: string, isRight: (value: unknown) => boolean): FieldCheck =>
  (value) =>
    isRight(value) ? null : words;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAnswerId = (value: unknown) => typeof value === 'string' && /^[^.\s]+\.[1-9]\d*$/.test(value);
const isCount = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0;

export const text = check('a text', (value) => typeof value === 'string');
export const flag = check('true or false', (value) => typeof value === 'boolean');
export const count = check('a number of at least 0', isCount);
export const integer = check('a whole number', Number.isInteger);
export const seq = check('a whole number of at least 1', (value) => Number.isInteger(value) && Number(value) >= 1);
export const time = check('an ISO 8601 time', (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)));
export const answerId = check('an answer id such as "B.2"', isAnswerId);
export const anything = check('present', (value) => value !== undefined);
export const object = check('an object', isObject);
export const tally = check('numbers by answer id', (value) => isObject(value) && Object.values(value).every(isCount));
export const error = check(
  'an object with code and message',
  (value) => isObject(value) && typeof value.code === 'string' && typeof value.message === 'string',
);
export const backendName = check(
  'an object with type and model',
  (value) => isObject(value) && typeof value.type === 'string' && typeof value.model === 'string',
);
export const attachments = check(
  'a list of attachments with id, name, mediaType, bytes and kind',
  (value) =>
    Array.isArray(value) &&
    value.every(
      (entry) =>
        isObject(entry) &&
        [entry.id, entry.name, entry.mediaType].every((part) => typeof part === 'string') &&
        isCount(entry.bytes) &&
        ['image', 'document', 'text'].includes(String(entry.kind)),
    ),
);
export const deliveredAttachments = check(
  'a list of attachments with id, name and the form in which they were given',
  (value) =>
    Array.isArray(value) &&
    value.every(
      (entry) =>
        isObject(entry) &&
        typeof entry.id === 'string' &&
        typeof entry.name === 'string' &&
        ['image', 'document', 'text', 'mention'].includes(String(entry.as)),
    ),
);
export const keptPart = check(
  'a part with its kind',
  (value) => isObject(value) && ['reasoning', 'text', 'tool'].includes(String(value.kind)),
);
export const team = check(
  'a complete team',
  (value) =>
    isObject(value) &&
    Array.isArray(value.agents) &&
    value.agents.every((agent) => isObject(agent) && typeof agent.slot === 'string') &&
    isObject(value.coordination) &&
    isObject(value.limits),
);

export const optional =
  (inner: FieldCheck): FieldCheck =>
  (value) =>
    value === undefined ? null : inner(value);

export const nullable =
  (inner: FieldCheck): FieldCheck =>
  (value) => {
    const wrong = value === null ? null : inner(value);
    return wrong === null ? null : `${wrong} or null`;
  };

export const listOf =
  (inner: FieldCheck): FieldCheck =>
  (value) =>
    Array.isArray(value) && value.every((entry) => inner(entry) === null) ? null : `a list of ${inner(undefined)}`;

export const oneOf = (...values: (string | number)[]): FieldCheck =>
  check(`one of ${values.join(', ')}`, (value) => values.some((allowed) => allowed === value));
