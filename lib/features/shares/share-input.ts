import { z } from 'zod';
import { SHARE_LEVELS } from '@/db/permissions/permissions';
import { SHARE_AUDIENCES, SHARE_MODES } from '@/db/types/share-record';
import { texts } from './texts';

const MOST_PEOPLE = 100;

const level = z.enum(SHARE_LEVELS);
const mode = z.enum(SHARE_MODES);
const audience = z.enum(SHARE_AUDIENCES);
const people = z.array(z.email().transform((email) => email.toLowerCase())).max(MOST_PEOPLE);
const password = z.string().min(6, texts.shortPassword).max(200);
const title = z.string().trim().min(1).max(200);
const expiresAt = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((time) => time.getTime() > Date.now(), texts.past);

/** What of a conversation is shown. */
export const shownInput = z.strictObject({
  conversationId: z.uuid(),
  /** Absent = the branch that the conversation shows. */
  leafId: z.uuid().optional(),
  level: level.default('answers'),
  systemMessages: z.boolean().default(false),
  mode: mode.default('snapshot'),
  title: title.nullish(),
});

export const newShareInput = shownInput
  .extend({
    audience: audience.default('anyone'),
    people: people.default([]),
    password: password.nullish(),
    expiresAt: expiresAt.nullish(),
  })
  .refine(({ audience, people }) => audience !== 'people' || people.length > 0, {
    path: ['people'],
    message: texts.givePeople,
  });

export const shareChanges = z
  .strictObject({
    leafId: z.uuid(),
    level,
    systemMessages: z.boolean(),
    mode,
    audience,
    people,
    /** `null` takes it away, as for the next two. */
    password: password.nullable(),
    expiresAt: expiresAt.nullable(),
    title: title.nullable(),
    /** A new snapshot at the same address. */
    refresh: z.literal(true),
    /** Of a link whose maker has left the workspace: by an administrator. */
    takeOver: z.literal(true),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, texts.noChange);

export const shareListQuery = z.object({
  conversationId: z.uuid().optional(),
  workspaceId: z.uuid().optional(),
  scope: z.enum(['own', 'all']).default('all'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
