'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { WorkspaceRole } from '@/lib/browser/ui/workspace';
import { Button, buttonClass } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { texts } from './texts';

interface WorkspaceListProps {
  workspaces: { id: string; name: string; role: WorkspaceRole; personal: boolean; members: number }[];
}

/** The workspaces of a person, and a form for another. */
export function WorkspaceList({ workspaces }: WorkspaceListProps) {
  const router = useRouter();
  const { busy, submit, faultAt, message } = useSubmit();

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name'));
    await submit(async () => {
      const { workspace } = await api<{ workspace: { id: string } }>('POST', '/workspaces', { name });
      router.push(`/settings/workspaces/${workspace.id}`);
    }, texts.created(name));
  }
  return (
    <div className="flex flex-col gap-6">
      <ul>
        {workspaces.map(({ id, name, role, personal, members }) => (
          <li key={id} className="flex items-center gap-3 border-line border-b py-2.5 last:border-b-0">
            <div className="min-w-0 flex-1">
              <p className="truncate text-sm">{personal ? texts.personal : name}</p>
              <p className="truncate text-muted text-xs">
                {personal ? texts.personalNote : texts.listNote(role, members)}
              </p>
            </div>
            <Link
              href={`/settings/workspaces/${id}`}
              aria-label={`${texts.open} ${personal ? texts.personal : name}`}
              className={buttonClass('plain', 'sm', 'pointer-coarse:h-11')}
            >
              {texts.open}
            </Link>
          </li>
        ))}
      </ul>
      {message && <Notice tone="danger">{message}</Notice>}
      <form onSubmit={make} className="flex items-end gap-2">
        <div className="max-w-xs flex-1">
          <Field label={texts.newName} error={faultAt('name')}>
            {(control) => (
              <Input {...control} name="name" placeholder={texts.namePlaceholder} maxLength={100} required />
            )}
          </Field>
        </div>
        <Button type="submit" look="primary" disabled={busy}>
          {texts.create}
        </Button>
      </form>
    </div>
  );
}
