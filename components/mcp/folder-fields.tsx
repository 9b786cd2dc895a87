'use client';
import { Plus, Trash2 } from 'lucide-react';
import type { GrantedFolder } from '@/lib/browser/mcp/mcp-server';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { texts } from './folder-texts';

interface FolderFieldsProps {
  folders: GrantedFolder[];
  faultAt: (path: string) => string | undefined;
  onChange: (folders: GrantedFolder[]) => void;
}

/** The folders of the server's machine that a program gets besides its own, and what that means. */
export function FolderFields({ folders, faultAt, onChange }: FolderFieldsProps) {
  const change = (at: number, changed: Partial<GrantedFolder>) =>
    onChange(folders.map((folder, index) => (index === at ? { ...folder, ...changed } : folder)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium text-sm">{texts.title}</legend>
      <p className="text-muted text-xs">{texts.text}</p>
      {folders.map(({ path, writable }, at) => {
        const fault = faultAt(`transport.folders[${at}].path`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: paths change while they are typed.
          <div key={at} className="flex flex-wrap items-center gap-2">
            <div className="min-w-40 flex-1">
              <Input
                aria-label={texts.path(at + 1)}
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? `folder-${at}-fault` : undefined}
                className="font-mono"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                placeholder={texts.example}
                value={path}
                onChange={(event) => change(at, { path: event.target.value })}
              />
            </div>
            <label className="flex min-h-6 items-center gap-1.5 text-xs">
              <input
                type="checkbox"
                className="accent-accent"
                checked={writable}
                onChange={(event) => change(at, { writable: event.target.checked })}
              />
              {texts.writable}
            </label>
            <IconButton
              icon={Trash2}
              label={texts.remove(path)}
              onClick={() => onChange(folders.filter((_, index) => index !== at))}
            />
            {fault && (
              <p id={`folder-${at}-fault`} className="w-full text-danger text-xs">
                {fault}
              </p>
            )}
          </div>
        );
      })}
      {folders.length > 0 && (
        <Notice tone="warn">
          {folders.some(({ writable }) => writable) ? texts.writesWarning : texts.readsWarning}
        </Notice>
      )}
      <Button size="sm" className="self-start" onClick={() => onChange([...folders, { path: '', writable: false }])}>
        <Plus className="icon" aria-hidden />
        {texts.add}
      </Button>
    </fieldset>
  );
}
