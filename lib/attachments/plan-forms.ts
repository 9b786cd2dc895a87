import type { BackendCapabilities } from '@/lib/agents/backend';
import { type AttachmentRef, MAX_ATTACHED_BYTES } from '@/lib/protocol/attachment';
import { MAX_TEXT_CHARS, TEXT_CHARS_PER_WINDOW_TOKEN } from './limits';
import { texts } from './texts';

export type Abilities = Pick<BackendCapabilities, 'images' | 'files' | 'contextWindow'>;

/** `because` = why a model does not get the file as it is. */
export type PlannedForm =
  | { as: 'image' | 'document' }
  | { as: 'text'; because: string | null }
  | { as: 'mention'; because: string };

const NO_ROOM = texts.tooManyFiles;

/**
 * In which form a model with these abilities gets each attachment; one entry for each, in their order. The newer ones are given room
 * first.
 */
export function planForms(attachments: AttachmentRef[], abilities: Abilities): PlannedForm[] {
  let room = MAX_ATTACHED_BYTES;
  return attachments
    .toReversed()
    .map(({ kind, bytes }): PlannedForm => {
      if (kind === 'text') return { as: 'text', because: null };
      if (kind === 'image' && !abilities.images) return { as: 'mention', because: texts.noImages };
      if (kind === 'document' && !abilities.files) return { as: 'text', because: texts.noPdfs };
      if (bytes > room)
        return kind === 'image' ? { as: 'mention', because: NO_ROOM } : { as: 'text', because: NO_ROOM };
      room -= bytes;
      return { as: kind };
    })
    .reverse();
}

/** How many characters of files a request to the model may hold, all together. */
export function textRoom({ contextWindow }: Abilities): number {
  return contextWindow === null
    ? MAX_TEXT_CHARS
    : Math.min(MAX_TEXT_CHARS, contextWindow * TEXT_CHARS_PER_WINDOW_TOKEN);
}
