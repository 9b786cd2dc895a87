import { AppError } from '@/lib/errors/app-error';

const MAX_INPUT_CHARS = 200_000;

/**
 * The user's text as it is stored: without what a database cannot hold (NUL, halves of characters). It may be empty where files speak for
 * themselves. Throws `invalid`.
 */
export function cleanInput(input: string, { mayBeEmpty = false } = {}): string {
  const clean = input.replaceAll('\0', '').toWellFormed();
  if (clean.trim() === '' && !mayBeEmpty) throw unusable('The input is empty.');
  if (clean.length > MAX_INPUT_CHARS) {
    throw unusable(`The input has ${clean.length} characters, ${MAX_INPUT_CHARS} is the most.`);
  }
  return clean;
}

function unusable(message: string): AppError {
  return new AppError('invalid', message, { fields: [{ path: 'input', message }] });
}
