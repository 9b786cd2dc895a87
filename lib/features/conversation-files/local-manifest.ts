/** A manifest in which its run and the manifest before it have other names. Its own name follows from it. */
export function localManifest(
  manifest: Record<string, unknown>,
  ids: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const { runId, parentHash } = manifest;
  return {
    ...manifest,
    runId: typeof runId === 'string' ? (ids.get(runId) ?? runId) : runId,
    parentHash: typeof parentHash === 'string' ? (hashes.get(parentHash) ?? parentHash) : parentHash,
  };
}
