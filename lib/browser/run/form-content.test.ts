import { expect, test } from 'vitest';
import { formContent } from './form-content';
import { formFields } from './form-fields';

const SCHEMA = {
  type: 'object',
  properties: {
    name: { type: 'string', title: 'Your\u202e name', description: 'In full' },
    mail: { type: 'string', format: 'email' },
    when: { type: 'string', format: 'date-time' },
    age: { type: 'integer', default: 42 },
    sure: { type: 'boolean', default: true },
    colour: { type: 'string', enum: ['r', 'g'], enumNames: ['Red', 'Green'] },
    size: { type: 'string', oneOf: [{ const: 's', title: 'Small' }] },
    days: { type: 'array', items: { type: 'string', enum: ['mo', 'tu'] }, default: ['mo'] },
    tags: { type: 'array', items: { anyOf: [{ const: 'a', title: 'A tag' }] } },
  },
  required: ['name', 'days'],
};
const fields = formFields(SCHEMA);

test('a form has a control for each kind of value', () => {
  expect(fields.map(({ name, control }) => [name, control.kind])).toEqual([
    ['name', 'text'],
    ['mail', 'text'],
    ['when', 'text'],
    ['age', 'number'],
    ['sure', 'tick'],
    ['colour', 'one'],
    ['size', 'one'],
    ['days', 'several'],
    ['tags', 'several'],
  ]);
  expect(fields[0]).toMatchObject({ label: 'Your name', hint: 'In full', isRequired: true });
  expect(fields[5]?.control).toMatchObject({ choices: [{ value: 'r', label: 'Red' }, { value: 'g' }] });
  expect(fields[6]?.control).toMatchObject({ choices: [{ value: 's', label: 'Small' }] });
});

test('what is left empty is left out, or missed where it is required', () => {
  const left = formContent(fields, {});
  expect(left.content).toEqual({ age: 42, sure: true, days: ['mo'] });
  expect(Object.keys(left.problems)).toEqual(['name']);
  const filled = formContent(fields, { name: 'Ada', age: 'x', colour: 'g', days: [], sure: false });
  expect(filled.content).toEqual({ name: 'Ada', colour: 'g', sure: false });
  expect(Object.keys(filled.problems)).toEqual(['age', 'days']);
});

test.each([[{}], [{ properties: 3 }], [{ properties: { a: null, b: [] }, required: 'a' }]])(
  'a schema that is none has fields that can be drawn: %j',
  (schema) => {
    for (const { control } of formFields(schema)) expect(control.kind).toBe('text');
  },
);
