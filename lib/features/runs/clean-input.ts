import { texts } from '@/lib/features/texts';
import { AppError } from '@/lib/platform/errors/app-error';

const MAX_INPUT_CHARS = 200_000;

/**
 * The user's text as it is stored: without what a database cannot hold (NUL, halves of characters). It may be empty where files speak for
 * themselves. Throws `invalid`.
 */
export function cleanInput(input: string, { mayBeEmpty = false } = {}): string {
  const clean = input.replaceAll('\0', '').toWellFormed();
  if (clean.trim() === '' && !mayBeEmpty) throw unusable(texts.emptyInput);
  if (clean.length > MAX_INPUT_CHARS) {
    throw unusable(texts.inputTooLong(clean.length, MAX_INPUT_CHARS));
  }
  return clean;
}

function unusable(message: string): AppError {
  return new AppError('invalid', message, { fields: [{ path: 'input', message }] });
}
