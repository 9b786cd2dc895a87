import 'server-only';
import { z } from 'zod';
import { texts } from '@/lib/features/texts';

export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ pattern: z.regexes.html5Email, error: texts.notEmail }));

export const nameInput = z.string().trim().min(1, texts.empty).max(100);

export const passwordInput = z.string().min(8, texts.shortPassword).max(200, texts.longPassword);

/** A new person as the API takes them. */
export const newUserInput = z.strictObject({
  email: emailInput,
  name: nameInput.optional(),
  password: passwordInput,
});

export type NewUserInput = z.infer<typeof newUserInput>;
