import 'server-only';
import { readAttachment } from '@/db/queries/run-log/read-attachment';
import type { Db } from '@/db/types/database';
import type { AttachmentSource, GivenAttachment } from '@/lib/engine/attachment-source';
import type { AttachmentRef } from '@/lib/protocol/attachment';
import { attachmentLabel, attachmentMention, attachmentText } from '@/lib/protocol/prompt/attachment-block';
import { cutText } from '@/lib/protocol/text/cut-text';
import { createContentCache } from './create-content-cache';
import { decodeText } from './decode-text';
import { MAX_CACHED_CHARS, MAX_TEXT_CHARS } from './limits';
import { type PlannedForm, planForms, textRoom } from './plan-forms';
import { readPdfText } from './read-pdf-text';
import { texts } from './texts';

/** Text of a file, or why there is none. `of` = how much of it that is, in words; `null` = all. */
type Content = { ok: true; text: string; of: string | null } | { ok: false; because: string };

const GONE = texts.gone;

/** Attachments from the database. What was read last stays in memory, for the other agents and the next requests. */
export function createAttachmentSource(db: Db): AttachmentSource {
  const cache = createContentCache<Content>(MAX_CACHED_CHARS, (content) => (content.ok ? content.text.length : 0));

  function load(conversationId: string, id: string, read: (bytes: Buffer) => Content | Promise<Content>) {
    return async (): Promise<Content> => {
      const bytes = await readAttachment(db, conversationId, id);
      return bytes === null ? { ok: false, because: GONE } : read(bytes);
    };
  }

  async function giveOne(
    conversationId: string,
    ref: AttachmentRef,
    form: PlannedForm,
    room: number,
    isSharing: boolean,
  ): Promise<GivenAttachment> {
    if (form.as === 'mention') return mention(ref, form.because);
    const key = `${conversationId} ${ref.id} ${form.as}`;
    if (form.as !== 'text') {
      const content = await cache.get(key, load(conversationId, ref.id, toBase64));
      return content.ok ? native(ref, form.as, content.text) : mention(ref, content.because);
    }
    const read = ref.kind === 'document' ? pdfText : plainText;
    const content = await cache.get(key, load(conversationId, ref.id, read));
    const reasons = (why: string) => [form.because, why].filter(Boolean).join(texts.and);
    if (!content.ok) return mention(ref, reasons(content.because));
    if (room === 0) return mention(ref, reasons(texts.noRoom));
    return asText(ref, content, form.because, room, isSharing);
  }

  return {
    async give(conversationId, attachments, abilities, isSharing) {
      const forms = planForms(attachments, abilities);
      const given: GivenAttachment[] = [];
      let room = textRoom(abilities);
      // The newest first: how much of an older text has room depends on what came after it.
      for (const [index, ref] of [...attachments.entries()].reverse()) {
        const form = forms[index] ?? { as: 'mention', because: GONE };
        const entry = await giveOne(conversationId, ref, form, room, isSharing);
        if (entry.delivered.as === 'text') room = Math.max(0, room - textLength(entry));
        given.unshift(entry);
      }
      return given;
    },
  };
}

function textLength({ parts }: GivenAttachment): number {
  return parts.reduce((sum, part) => sum + (part.type === 'text' ? part.text.length : 0), 0);
}

function toBase64(bytes: Buffer): Content {
  return { ok: true, text: bytes.toString('base64'), of: null };
}

function plainText(bytes: Buffer): Content {
  const decoded = decodeText(bytes);
  if (!decoded) return { ok: false, because: texts.encodingUnknown };
  return { ok: true, text: decoded.text, of: null };
}

async function pdfText(bytes: Buffer): Promise<Content> {
  const reading = await readPdfText(bytes, MAX_TEXT_CHARS);
  if (!reading.ok) return reading;
  const { text, pages, pagesRead } = reading.pdf;
  if (text.trim() === '') return { ok: false, because: texts.noTextInPdf };
  return { ok: true, text, of: pagesRead < pages ? texts.pages(pagesRead, pages) : null };
}

function native(ref: AttachmentRef, as: 'image' | 'document', data: string): GivenAttachment {
  const { id, name, mediaType } = ref;
  return {
    delivered: { id, name, as },
    parts: [
      { type: 'text', text: attachmentLabel(ref) },
      { type: as, name, mediaType, data },
    ],
  };
}

function mention(ref: AttachmentRef, because: string): GivenAttachment {
  const delivered = { id: ref.id, name: ref.name, as: 'mention' as const, note: because };
  return { delivered, parts: [{ type: 'text', text: attachmentMention(ref, because) }] };
}

function asText(
  ref: AttachmentRef,
  { text, of }: Content & { ok: true },
  because: string | null,
  room: number,
  isSharing: boolean,
): GivenAttachment {
  const shown = text.length <= room ? text : cutText(text, room);
  const cut = text.length <= room ? of : texts.firstCharacters(room, text.length);
  const missing = cut === null ? undefined : texts.only(cut);
  const note = [because, missing].filter(Boolean).join('; ');
  return {
    delivered: { id: ref.id, name: ref.name, as: 'text', ...(note && { note }) },
    parts: [{ type: 'text', text: attachmentText(ref, shown, note || undefined, isSharing) }],
  };
}
