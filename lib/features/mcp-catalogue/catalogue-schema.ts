import { z } from 'zod';
import { importedServersSchema } from '@/lib/features/mcp-import/import-schema';

/** As `CatalogueEntry`. */
export const catalogueEntrySchema = z.object({
  title: z.string(),
  description: z.string(),
  websiteUrl: z.string(),
  server: z.record(z.string(), z.unknown()).describe('In the shape of the registry’s `server.json`.'),
  body: importedServersSchema.servers.element.describe('What adds it, once its slots are filled.'),
  secrets: importedServersSchema.secrets,
});
