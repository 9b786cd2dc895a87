import { type ShareSight, shows } from './audience';

/** A part of a message as it is stored. */
type StoredPart =
  | { type: 'text'; text: string }
  | {
      type: 'attachment';
      id: string;
      name: string;
      mediaType: string;
      bytes: number;
      kind: 'image' | 'document' | 'text';
    }
  | { type: 'context'; contextId: string }
  | { type: 'source'; from: string };

/** As a share shows it; an attachment's `id` only where its content is shown. */
export type SharedPart =
  | { type: 'text'; text: string }
  | {
      type: 'attachment';
      id?: string;
      name: string;
      mediaType: string;
      bytes: number;
      kind: 'image' | 'document' | 'text';
    };

/** What a share shows of the parts of a message. From which context somebody went on, and from which program a text came, is not told. */
export function shownParts(parts: StoredPart[], sight: ShareSight): SharedPart[] {
  return parts.flatMap((part): SharedPart[] => {
    if (part.type === 'text') return [{ type: 'text', text: part.text }];
    if (part.type !== 'attachment') return [];
    const { type, id, name, mediaType, bytes, kind } = part;
    return [{ type, ...(shows(sight, 'files') && { id }), name, mediaType, bytes, kind }];
  });
}
