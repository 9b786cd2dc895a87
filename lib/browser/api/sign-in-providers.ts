/** The other services by which one can sign in here. Throws when the server cannot be reached. */
export async function readProviders(): Promise<{ id: string; name: string }[]> {
  const response = await fetch('/api/auth/providers', { cache: 'no-store' });
  const providers = (await response.json()) as Record<string, { id: string; name: string; type: string }>;
  return Object.values(providers)
    .filter(({ type }) => type !== 'credentials')
    .map(({ id, name }) => ({ id, name }));
}
