'use client';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { WorkspaceRole } from '@/lib/browser/ui/workspace';
import { Button } from '../ui/button';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { texts } from './texts';

export interface Member {
  userId: string;
  name: string;
  email: string;
  role: WorkspaceRole;
}

interface MemberListProps {
  workspaceId: string;
  members: Member[];
  /** Who looks. */
  me: { userId: string; role: WorkspaceRole };
}

/** Everybody in a workspace; who manages it gives roles and removes people. */
export function MemberList({ workspaceId, members, me }: MemberListProps) {
  const { busy, submit, message } = useSubmit();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const path = `/workspaces/${workspaceId}/members`;
  const owns = me.role === 'owner';
  const mayChange = (member: Member) => owns || (me.role === 'admin' && member.role !== 'owner');
  const roles = (['viewer', 'member', 'admin', 'owner'] as const).filter((role) => owns || role !== 'owner');
  return (
    <div className="flex flex-col gap-3">
      {message && <Notice tone="danger">{message}</Notice>}
      <ul>
        {members.map((member) => (
          <li
            key={member.userId}
            className="flex flex-wrap items-center gap-2 border-line border-b py-2.5 last:border-b-0"
          >
            <div className="min-w-40 flex-1">
              <p className="truncate text-sm">
                {member.name}
                {member.userId === me.userId && <span className="ml-1.5 text-muted text-xs">({texts.you})</span>}
              </p>
              <p className="truncate text-muted text-xs">{member.email}</p>
            </div>
            {mayChange(member) ? (
              <div className="w-36 flex-none">
                <Select
                  aria-label={texts.roleOf(member.name)}
                  className="pointer-coarse:h-11"
                  disabled={busy}
                  value={member.role}
                  onChange={(event) => {
                    const role = event.target.value as WorkspaceRole;
                    void submit(
                      () => api('PATCH', `${path}/${member.userId}`, { role }),
                      texts.roleChanged(member.name, role),
                    );
                  }}
                >
                  {roles.map((role) => (
                    <option key={role} value={role}>
                      {texts.role[role]}
                    </option>
                  ))}
                </Select>
              </div>
            ) : (
              <span className="flex-none text-muted text-sm">{texts.role[member.role]}</span>
            )}
            {mayChange(member) && member.userId !== me.userId && (
              <Button
                size="sm"
                look="danger"
                className="pointer-coarse:h-11"
                aria-label={texts.removeNamed(member.name)}
                disabled={busy}
                onClick={() => setLeaving(member)}
              >
                {texts.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={leaving !== null}
        title={texts.removeTitle(leaving?.name ?? '')}
        text={texts.removeText}
        action={texts.remove}
        onConfirm={() =>
          leaving && void submit(() => api('DELETE', `${path}/${leaving.userId}`), texts.removed(leaving.name))
        }
        onClose={() => setLeaving(null)}
      />
    </div>
  );
}
