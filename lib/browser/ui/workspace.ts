/** The workspace that a person works in, remembered so that the server renders its things. */
export const WORKSPACE_COOKIE = 'workspace';

export type WorkspaceRole = 'owner' | 'admin' | 'member' | 'viewer';

/** What came of an e-mail; `off` = this instance sends none, `tooMany` = enough were sent already. */
export type MailState = 'sent' | 'off' | 'tooMany' | 'unreachable' | 'refused' | 'failed';

/** A workspace as the sidebar and the pages of settings show it. */
export interface WorkspaceChoice {
  id: string;
  name: string;
  personal: boolean;
}

/** The id of the workspace that this browser works in; `null` = nobody has chosen one. */
export function chosenWorkspace(): string | null {
  const entry = document.cookie.split('; ').find((part) => part.startsWith(`${WORKSPACE_COOKIE}=`));
  return entry ? decodeURIComponent(entry.slice(WORKSPACE_COOKIE.length + 1)) || null : null;
}
