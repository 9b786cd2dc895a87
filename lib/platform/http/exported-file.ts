import 'server-only';

interface ExportedFile {
  content: string | ReadableStream<Uint8Array>;
  /** Plain ASCII. */
  fileName: string;
  mediaType: string;
}

/** A file that this program has made, to be saved, or shown as it is where it is a page. Nothing in it is run. */
export function exportedFile({ content, fileName, mediaType }: ExportedFile, isShown = false): Response {
  return new Response(content, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${fileName}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
