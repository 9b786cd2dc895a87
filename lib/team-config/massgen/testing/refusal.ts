import { AppError } from '@/lib/platform/errors/app-error';
import { importTeam } from '../../import-team';

/** How the import of the text is refused; throws when it is not. */
export function refusal(text: string): AppError {
  try {
    importTeam(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('The text was accepted.');
}
