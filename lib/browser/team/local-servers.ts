import { api } from '@/lib/browser/api/api';

/** A model server at a private address. */
export interface LocalServer {
  label: string;
  origin: string;
  baseUrl: string;
  backend: string;
  models: string[];
  trusted: boolean;
}

/** Has this application's machine searched for model servers; for the owner alone. Throws ApiError. */
export async function findLocalServers(): Promise<LocalServer[]> {
  return (await api<{ items: LocalServer[] }>('POST', '/local-servers/find')).items;
}

/** The model servers at trusted addresses that answer now. Throws ApiError. */
export async function readLocalServers(): Promise<LocalServer[]> {
  return (await api<{ items: LocalServer[] }>('GET', '/local-servers')).items;
}

/** Lets model requests go to this server. One that is trusted stays as it is. Throws ApiError. */
export async function trustServer({ origin, trusted }: LocalServer): Promise<void> {
  if (!trusted) await api('POST', '/trusted-origins', { origin });
}
