import type { MarkdownIt } from 'markdown-it';

/** Character references (`&amp;`, `&#8364;`, all that HTML names) as characters, and nothing else changed. */
export function decodeEntities(md: MarkdownIt, text: string): string {
  return text.replace(/&[#a-z\d]+;/gi, (reference) => md.utils.unescapeAll(reference));
}
