import 'server-only';
import { z } from 'zod';
import { countHit } from '@/db/queries/rate-limits/count-hit';
import type { Actor } from '@/lib/platform/auth/actor';
import { type Mail, sendMail, sendsMail } from '@/lib/platform/mail/send-mail';

/** `off` = this instance sends no e-mails, `tooMany` = whoever sends, or whoever would get it, has had enough for now. */
export const mailState = z.enum(['sent', 'off', 'tooMany', 'unreachable', 'refused', 'failed']);
export type MailState = z.infer<typeof mailState>;

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
/** Of one person. */
const MOST_AN_HOUR = 50;
/** To one address, whoever sends them. */
const MOST_A_DAY = 10;

/** Sends an e-mail in the actor's name, unless they, or others to the same address, have sent as many as are sensible. Never throws for the e-mail. */
export async function mailWithinLimits(actor: Actor, mail: Mail): Promise<MailState> {
  if (!sendsMail()) return 'off';
  const [own, theirs] = [
    await countHit(`mail:from:${actor.userId}`, HOUR_SECONDS),
    await countHit(`mail:to:${mail.to.toLowerCase()}`, DAY_SECONDS),
  ];
  if (own.count > MOST_AN_HOUR || theirs.count > MOST_A_DAY) return 'tooMany';
  return sendMail(mail);
}
