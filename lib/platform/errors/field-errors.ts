import type { ZodError } from 'zod';
import { texts } from '@/lib/platform/texts';
import type { FieldError } from './app-error';

/** Zod's issues with paths such as `agents[1].backend.type`; an unknown key is named itself. */
export function fieldErrors(error: ZodError): FieldError[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: pathText([...issue.path, key]), message: texts.unknownKey }))
      : [{ path: pathText(issue.path), message: issue.message }],
  );
}

function pathText(path: PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
}
