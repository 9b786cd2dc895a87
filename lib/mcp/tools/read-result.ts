import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/client';
import type { BlobRef, ToolOutcome } from '@/lib/engine/tool-source';
import { cleanText } from '@/lib/protocol/text/clean-text';
import type { ResultContent } from '@/lib/protocol/tool-event';

/** Of what a server calls a thing, beside its content. */
const LABEL = 300;
/** More than so many contents are counted and not named in the log. */
const MOST_CONTENTS = 50;

interface ReadPart {
  text: string;
  content: ResultContent;
}

const bytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'byte', unitDisplay: 'long' });

/**
 * What a model is told of a result, and what is in it, by kind. Texts are unchanged in every character; what is no text is kept, and the model reads
 * what it is.
 * @param keep stores what is no text
 */
export async function readResult(
  { content, structuredContent, isError }: CallToolResult,
  keep: (content: Uint8Array) => Promise<BlobRef>,
): Promise<ToolOutcome> {
  const parts: ReadPart[] = [];
  for (const block of content) parts.push(await readBlock(block, keep));
  if (structuredContent !== undefined) parts.push(readStructured(structuredContent, parts));
  const texts = parts.map(({ text }) => text).filter((text) => text !== '');
  return {
    text: texts.length > 0 ? texts.join('\n') : 'It is done; it gives no result.',
    isError: isError === true,
    ...(structuredContent !== undefined && { structured: structuredContent }),
    content: parts.slice(0, MOST_CONTENTS).map((part) => part.content),
  };
}

async function readBlock(block: ContentBlock, keep: (content: Uint8Array) => Promise<BlobRef>): Promise<ReadPart> {
  switch (block.type) {
    case 'text':
      return { text: block.text, content: { kind: 'text', bytes: Buffer.byteLength(block.text) } };
    case 'image':
    case 'audio':
      return keptPart(block.type, '', block.mimeType, block.data, keep);
    case 'resource': {
      const { resource } = block;
      const mediaType = resource.mimeType ?? '';
      if ('blob' in resource) return keptPart('resource', ` ${label(resource.uri)}`, mediaType, resource.blob, keep);
      const text = `[Resource ${label(resource.uri)}]\n${resource.text}`;
      return { text, content: { kind: 'resource', bytes: Buffer.byteLength(resource.text), ...typed(mediaType) } };
    }
    case 'resource_link': {
      const { name, uri, mimeType = '', description = '' } = block;
      const said = [mimeType, description].filter(Boolean).map(label).join('; ');
      const text = `[Link to ${label(name)}: ${label(uri)}${said && ` (${said})`}]`;
      return { text, content: { kind: 'link', bytes: Buffer.byteLength(uri), ...typed(mimeType) } };
    }
  }
}

/** What is structured says again what the texts say; where there are none the model reads it itself. */
function readStructured(structured: unknown, parts: ReadPart[]): ReadPart {
  const json = JSON.stringify(structured);
  const isSaid = parts.some(({ content, text }) => content.kind === 'text' && text !== '');
  return { text: isSaid ? '' : json, content: { kind: 'structured', bytes: Buffer.byteLength(json) } };
}

const NAMES = { image: 'Image', audio: 'Audio', resource: 'Resource' };

async function keptPart(
  kind: keyof typeof NAMES,
  name: string,
  mediaType: string,
  base64: string,
  keep: (content: Uint8Array) => Promise<BlobRef>,
): Promise<ReadPart> {
  const data = Buffer.from(base64, 'base64');
  const { hash } = await keep(data);
  const type = mediaType && `, ${label(mediaType)}`;
  return {
    text: `[${NAMES[kind]}${name}${type}, ${bytes.format(data.length)}: it is kept for the people; you cannot see it.]`,
    content: { kind, bytes: data.length, hash, ...typed(mediaType) },
  };
}

function typed(mediaType: string): { mediaType?: string } {
  return mediaType === '' ? {} : { mediaType: label(mediaType) };
}

function label(text: string): string {
  return cleanText(text, LABEL);
}
