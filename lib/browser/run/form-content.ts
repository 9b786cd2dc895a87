import type { FormField, FormValue } from './form-fields';
import { texts } from './texts';

export type FormValues = Record<string, FormValue>;

/** What a filled form says, and what is missing, by the name of the field. All else is judged by the server, with the schema. */
export function formContent(
  fields: FormField[],
  values: FormValues,
): { content: Record<string, unknown>; problems: Record<string, string> } {
  const content: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const value = values[field.name] ?? field.initial;
    if (field.control.kind === 'number') {
      const number = Number(value);
      if (value === '') note(field);
      else if (!Number.isFinite(number)) problems[field.name] = texts.giveNumber;
      else content[field.name] = number;
    } else if (value === '' || (Array.isArray(value) && value.length === 0)) note(field);
    else content[field.name] = value;
  }
  return { content, problems };

  function note({ name, isRequired }: FormField): void {
    if (isRequired) problems[name] = texts.giveSomething;
  }
}
