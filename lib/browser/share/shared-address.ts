const base = (token: string) => `/api/v1/shared/${encodeURIComponent(token)}`;

export function sharedRunEvents(token: string, runId: string, after: number): string {
  return `${base(token)}/runs/${runId}/events?after=${after}`;
}

/** Of a file that a link shows: an agent's, or without `slot` what is attached to the question. */
export function sharedFileAddress(token: string, runId: string, path: string, slot?: string): string {
  const query = slot === undefined ? '' : `?slot=${encodeURIComponent(slot)}`;
  return `${base(token)}/runs/${runId}/files/${path.split('/').map(encodeURIComponent).join('/')}${query}`;
}

export function sharedUnlock(token: string): string {
  return `${base(token)}/unlock`;
}

export function sharedCopy(token: string): string {
  return `${base(token)}/copy`;
}
