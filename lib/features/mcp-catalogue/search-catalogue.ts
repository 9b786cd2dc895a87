import 'server-only';
import { z } from 'zod';
import type { ImportedSecret, ImportedServer } from '@/lib/features/mcp-import/import-reading';
import { importServers } from '@/lib/features/mcp-import/import-servers';
import shipped from '@/lib/mcp/catalogue/servers.json';

export const catalogueQuery = z.object({ q: z.string().max(200).default('') });

/** A server that can be added, as `server.json` describes it, with the body that adds it and what a person has to fill in there. */
export interface CatalogueEntry {
  /** In the shape of `server.json`. */
  description: string;
  title: string;
  websiteUrl: string;
  server: (typeof shipped)[number];
  body: ImportedServer;
  secrets: ImportedSecret[];
}

/** The servers of the shipped catalogue in whose name, title or description all the words stand. */
export function searchCatalogue({ q }: z.infer<typeof catalogueQuery>): CatalogueEntry[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return shipped
    .filter((server) => {
      const text = `${server.name} ${server.title} ${server.description}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .flatMap(entryOf);
}

function entryOf(server: (typeof shipped)[number]): CatalogueEntry[] {
  const { servers, secrets } = importServers(JSON.stringify(server));
  const [body] = servers;
  const { title, description, websiteUrl } = server;
  return body ? [{ title, description, websiteUrl, server, body, secrets }] : [];
}
