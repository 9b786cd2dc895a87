import 'server-only';
import { z } from 'zod';

export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ pattern: z.regexes.html5Email, error: 'This is not an e-mail address.' }));

export const nameInput = z.string().trim().min(1, 'It must not be empty.').max(100);

export const passwordInput = z
  .string()
  .min(8, 'It must have at least 8 characters.')
  .max(200, 'It must have at most 200 characters.');

/** A new person as the API takes them. */
export const newUserInput = z.strictObject({
  email: emailInput,
  name: nameInput.optional(),
  password: passwordInput,
});

export type NewUserInput = z.infer<typeof newUserInput>;
