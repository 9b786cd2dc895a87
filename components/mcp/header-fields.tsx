'use client';
import { Plus, Trash2 } from 'lucide-react';
import { addRow, type HeaderRow } from '@/lib/browser/mcp/header-rows';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { Input } from '../ui/input';
import { texts } from './texts';

interface HeaderFieldsProps {
  rows: HeaderRow[];
  /** They are variables of a program instead. */
  isProgram?: boolean;
  faultAt: (path: string) => string | undefined;
  onChange: (rows: HeaderRow[]) => void;
}

/** What is sent with each request besides what MCP says. */
export function HeaderFields({ rows, isProgram = false, faultAt, onChange }: HeaderFieldsProps) {
  const words = isProgram ? texts.ofVariables : texts.ofHeaders;
  const change = (key: number, changed: Partial<HeaderRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium text-sm">{words.title}</legend>
      <p className="text-muted text-xs">{texts.headersText}</p>
      {rows.map(({ key, name, value, isSecret }) => {
        const at = `transport.${isProgram ? 'env' : 'headers'}.${name.trim()}`;
        const fault = faultAt(at) ?? faultAt(`${at}.secret`);
        return (
          <div key={key} className="flex flex-wrap items-center gap-2">
            <div className="w-40 flex-none">
              <Input
                aria-label={words.name}
                className="font-mono"
                value={name}
                onChange={(event) => change(key, { name: event.target.value })}
              />
            </div>
            <div className="min-w-40 flex-1">
              <Input
                aria-label={words.value}
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? `header-${key}-fault` : undefined}
                className="font-mono"
                type={isSecret ? 'password' : 'text'}
                autoComplete="off"
                placeholder={value === null ? texts.keptSecret : undefined}
                value={value ?? ''}
                onChange={(event) => change(key, { value: event.target.value })}
              />
            </div>
            <label className="flex items-center gap-1.5 text-xs">
              <input
                type="checkbox"
                className="accent-accent"
                checked={isSecret}
                onChange={(event) => change(key, { isSecret: event.target.checked, value: value ?? '' })}
              />
              {texts.isSecret}
            </label>
            <IconButton
              icon={Trash2}
              label={words.remove(name)}
              onClick={() => onChange(rows.filter((row) => row.key !== key))}
            />
            {fault && (
              <p id={`header-${key}-fault`} className="w-full text-danger text-xs">
                {fault}
              </p>
            )}
          </div>
        );
      })}
      <Button size="sm" className="self-start" onClick={() => onChange(addRow(rows))}>
        <Plus className="icon" aria-hidden />
        {words.add}
      </Button>
    </fieldset>
  );
}
