import 'server-only';

const HEADERS = { 'cache-control': 'no-store' };

export function ok(body: object): Response {
  return Response.json(body, { headers: HEADERS });
}

export function created(body: object): Response {
  return Response.json(body, { status: 201, headers: HEADERS });
}

export function accepted(body: object): Response {
  return Response.json(body, { status: 202, headers: HEADERS });
}

export function noContent(): Response {
  return new Response(null, { status: 204, headers: HEADERS });
}

/** A text to be saved as a file; `fileName` is plain ASCII. */
export function download({
  text,
  fileName,
  mediaType,
}: {
  text: string;
  fileName: string;
  mediaType: string;
}): Response {
  return new Response(text, {
    headers: {
      ...HEADERS,
      'content-type': `${mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  });
}
