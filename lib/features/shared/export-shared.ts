import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import { openShare } from './open-share';
import { readShared } from './read-shared';
import { writeSharedMarkdown } from './write-shared-markdown';

interface Asked {
  token: string;
  viewer: Actor | null;
  headers: Headers;
  format: 'md' | 'json';
}

/** A file of what a link shows, at its level. Throws as `openShare`. */
export async function exportShared({ token, viewer, headers, format }: Asked) {
  const view = await readShared(await openShare(token, viewer, headers));
  return format === 'json'
    ? { content: JSON.stringify(view, null, 2), fileName: 'shared.json', mediaType: 'application/json' }
    : { content: writeSharedMarkdown(view), fileName: 'shared.md', mediaType: 'text/markdown; charset=utf-8' };
}
