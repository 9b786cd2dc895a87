import 'server-only';
import type { ZodError } from 'zod';
import type { FieldError } from '@/lib/platform/errors/app-error';
import { fieldErrors } from '@/lib/platform/errors/field-errors';
import { closestWord } from '@/lib/platform/text/closest-word';
import { texts } from './schema-texts';
import { isKeyName, TEAM_KEYS } from './team-schema';

const MAX_SUGGESTIONS = 200;

/** The faults of a team with their paths; an unknown key gets a "did you mean". */
export function teamFieldErrors(error: ZodError): FieldError[] {
  return fieldErrors(error).map((field, index) => {
    if (field.message !== texts.unknownKey) return field;
    const steps = field.path.replace(/\[\d+\]/g, '').split('.');
    const key = steps.pop() ?? '';
    if (isKeyName(key)) return { path: field.path, message: texts.noKeys };
    // Comparing words takes time; nobody reads the suggestions of a text that is wrong everywhere.
    const near = index < MAX_SUGGESTIONS ? closestWord(key, TEAM_KEYS[steps.join('.')] ?? []) : null;
    return { path: field.path, message: near ? `${texts.unknownKey} ${texts.didYouMean(near)}` : texts.unknownKey };
  });
}
