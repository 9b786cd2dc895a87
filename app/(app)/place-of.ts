import 'server-only';
import { currentWorkspace } from './current-workspace';
import { texts } from './texts';

/** Says where a thing lives: the name of its workspace; null where somebody works in their personal one alone, and of what lives nowhere. */
export async function placeNames(): Promise<(workspaceId: string | null) => string | null> {
  const { workspaces } = await currentWorkspace();
  const names = new Map(workspaces.map(({ id, name, personal }) => [id, personal ? texts.personalPlace : name]));
  return (workspaceId) => (names.size > 1 && workspaceId !== null ? (names.get(workspaceId) ?? null) : null);
}
