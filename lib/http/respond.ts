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
