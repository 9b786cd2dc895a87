'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { toast } from '@/lib/browser/ui/toast';
import type { WorkspaceRole } from '@/lib/browser/ui/workspace';
import { Button, buttonClass } from '../ui/button';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import type { Member } from './member-list';
import { texts } from './texts';

interface WorkspaceEndProps {
  workspace: { id: string; name: string };
  members: Member[];
  me: { userId: string; role: WorkspaceRole };
}

/** Leaving a workspace, handing it over, deleting it. */
export function WorkspaceEnd({ workspace, members, me }: WorkspaceEndProps) {
  const router = useRouter();
  const { busy, submit, message } = useSubmit();
  const others = members.filter(({ userId }) => userId !== me.userId);
  const [heir, setHeir] = useState(others[0]?.userId ?? '');
  const [asked, setAsked] = useState<'leave' | 'transfer' | 'delete' | null>(null);
  const path = `/workspaces/${workspace.id}`;
  const heirName = others.find(({ userId }) => userId === heir)?.name ?? '';

  async function go(work: () => Promise<unknown>, said: string) {
    if (!(await submit(work))) return;
    toast(said);
    router.push('/settings/workspaces');
  }
  const ASKED = {
    leave: {
      ...{ title: texts.leaveTitle, text: texts.leaveText, action: texts.leave },
      onConfirm: () => void go(() => api('DELETE', `${path}/members/${me.userId}`), texts.left),
    },
    transfer: {
      ...{ title: texts.transferTitle(heirName), text: texts.transferText, action: texts.transfer },
      onConfirm: () =>
        void submit(() => api('POST', `${path}/transfer`, { userId: heir }), texts.transferred(heirName)),
    },
    delete: {
      ...{ title: texts.deleteTitle(workspace.name), text: texts.deleteText, action: texts.delete },
      onConfirm: () => void go(() => api('DELETE', path), texts.deleted),
    },
  };
  return (
    <div className="flex flex-col gap-4">
      {message && <Notice tone="danger">{message}</Notice>}
      {me.role === 'owner' && others.length > 0 && (
        <div className="flex flex-wrap items-end gap-2">
          <div className="w-64">
            <Field label={texts.transferTo}>
              {(control) => (
                <Select {...control} value={heir} onChange={(event) => setHeir(event.target.value)}>
                  {others.map(({ userId, name }) => (
                    <option key={userId} value={userId}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Button disabled={busy} onClick={() => setAsked('transfer')}>
            {texts.transfer}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={() => setAsked('leave')}>
          {texts.leave}
        </Button>
        {me.role === 'owner' && (
          <a href={`/api/v1${path}/export`} className={buttonClass()} download>
            {texts.exportAll}
          </a>
        )}
        {me.role === 'owner' && (
          <Button look="danger" disabled={busy} onClick={() => setAsked('delete')}>
            {texts.delete}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asked !== null}
        {...ASKED[asked ?? 'leave']}
        look={asked === 'transfer' ? 'primary' : 'danger'}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}
