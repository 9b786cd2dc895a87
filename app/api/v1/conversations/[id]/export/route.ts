import { pageHtml } from '@/components/export/page-html';
import type { Include } from '@/lib/features/conversation-files/conversation-file';
import {
  type ExportedFile,
  exportAsJson,
  exportAsMarkdown,
} from '@/lib/features/conversation-files/export-conversation';
import { exportQuery } from '@/lib/features/conversation-files/file-schema';
import { readExportedPage } from '@/lib/features/conversation-files/read-exported-page';
import { findConversationOrThrow } from '@/lib/features/conversations/find-conversation-or-throw';
import type { Actor } from '@/lib/platform/auth/actor';
import { file } from '@/lib/platform/http/answer';
import { exportedFile } from '@/lib/platform/http/exported-file';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about:
      'Gives a conversation as a file: complete (`json`), or its shown branch as a text (`md`) or a page (`html`).',
    answer: file('application/json', 'text/markdown', 'text/html'),
    params: idParams,
    query: exportQuery,
    access: ({ actor, params }) => findConversationOrThrow(actor, params.id, 'read'),
  },
  async ({ actor, params, query: { format, include, show } }) => {
    if (format === 'html') return exportedFile(await asPage(actor, params.id, include), show === 'true');
    return exportedFile(await (format === 'md' ? exportAsMarkdown : exportAsJson)(actor, params.id, include));
  },
);

async function asPage(actor: Actor, id: string, include: Include): Promise<ExportedFile> {
  const { fileName, ...page } = await readExportedPage(actor, id, include);
  return { content: pageHtml(page), fileName: `${fileName}.html`, mediaType: 'text/html; charset=utf-8' };
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
