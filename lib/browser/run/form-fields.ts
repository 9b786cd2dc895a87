import { cleanText } from '@/lib/protocol/text/clean-text';
import { texts } from './texts';

export interface Choice {
  value: string;
  label: string;
}

export type FormControl =
  | { kind: 'text'; type: 'text' | 'email' | 'url' | 'date'; placeholder?: string }
  | { kind: 'number'; isInteger: boolean }
  | { kind: 'tick' }
  | { kind: 'one'; choices: Choice[] }
  | { kind: 'several'; choices: Choice[] };

export interface FormField {
  name: string;
  label: string;
  hint: string;
  isRequired: boolean;
  control: FormControl;
  /** What stands there before anybody has written. */
  initial: FormValue;
}

/** As it is typed or ticked. */
export type FormValue = string | boolean | string[];

const LABEL = 200;
const HINT = 500;
const TYPES = { email: 'email', uri: 'url', date: 'date' } as const;

/** The fields of a form that a server has described by a schema of plain values. The schema is read, not evaluated. */
export function formFields(schema: Record<string, unknown>): FormField[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(objectOf(schema.properties)).map(([name, described]) => {
    const field = objectOf(described);
    const control = controlOf(field);
    return {
      name,
      label: cleanText(typeof field.title === 'string' && field.title ? field.title : name, LABEL),
      hint: typeof field.description === 'string' ? cleanText(field.description, HINT) : '',
      isRequired: required.includes(name),
      control,
      initial: initialOf(control, field.default),
    };
  });
}

function controlOf(field: Record<string, unknown>): FormControl {
  if (field.type === 'boolean') return { kind: 'tick' };
  if (field.type === 'number' || field.type === 'integer')
    return { kind: 'number', isInteger: field.type === 'integer' };
  if (field.type === 'array') return { kind: 'several', choices: choicesOf(objectOf(field.items)) };
  const choices = choicesOf(field);
  if (choices.length > 0) return { kind: 'one', choices };
  const type = Object.entries(TYPES).find(([format]) => format === field.format)?.[1] ?? 'text';
  // A moment is written as the schema wants it: no browser's control gives its time zone.
  return { kind: 'text', type, ...(field.format === 'date-time' && { placeholder: texts.moment }) };
}

function choicesOf(field: Record<string, unknown>): Choice[] {
  const titled = [field.oneOf, field.anyOf].find(Array.isArray) as unknown[] | undefined;
  if (titled) return titled.map(objectOf).map(({ const: value, title }) => choice(String(value), title));
  const values = Array.isArray(field.enum) ? field.enum.map(String) : [];
  const names = Array.isArray(field.enumNames) ? field.enumNames : [];
  return values.map((value, at) => choice(value, names[at]));
}

function choice(value: string, title: unknown): Choice {
  return { value, label: cleanText(typeof title === 'string' && title ? title : value, LABEL) };
}

function initialOf({ kind }: FormControl, given: unknown): FormValue {
  if (kind === 'tick') return given === true;
  if (kind === 'several') return Array.isArray(given) ? given.map(String) : [];
  return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
