import { api } from '@/lib/browser/api/api';

/** A text to ask again, with gaps to fill in. */
export interface SavedPrompt {
  id: string;
  name: string;
  text: string;
  variables: string[];
  visibility: 'private' | 'workspace';
}

/** With where it lives, which needs no saying where there is one workspace. */
export type PlacedPrompt = SavedPrompt & { place: string | null };

/** One's own prompts and those of one's workspaces, by name. Throws ApiError. */
export async function readPrompts(): Promise<SavedPrompt[]> {
  return (await api<{ items: SavedPrompt[] }>('GET', '/prompts')).items;
}
