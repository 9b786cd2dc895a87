/** Where what a tool has given besides text is to be had. */
export function resultAddress(runId: string, hash: string): string {
  return `/api/v1/runs/${runId}/results/${hash}`;
}
