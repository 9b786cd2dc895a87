'use client';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { WORKSPACE_COOKIE, type WorkspaceChoice } from '@/lib/browser/ui/workspace';
import { Select } from '../ui/select';
import { texts } from './texts';

interface WorkspaceSwitchProps {
  workspaces: WorkspaceChoice[];
  /** The one whose things are shown, and in which new ones are made. */
  current: string;
}

/** Which workspace somebody works in; nothing where there is only one. */
export function WorkspaceSwitch({ workspaces, current }: WorkspaceSwitchProps) {
  if (workspaces.length < 2) return null;
  return (
    <div className="flex-none px-2 pb-2">
      <Select
        aria-label={texts.workspace}
        className="w-full pointer-coarse:h-11"
        value={current}
        onChange={(event) => {
          setCookie(WORKSPACE_COOKIE, event.target.value);
          // A full load: everything on the page is of one workspace.
          window.location.assign('/');
        }}
      >
        {workspaces.map(({ id, name, personal }) => (
          <option key={id} value={id}>
            {personal ? texts.personalWorkspace : name}
          </option>
        ))}
      </Select>
    </div>
  );
}
