'use client';
import type { FormEvent } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { SavedPrompt } from '@/lib/browser/prompts/saved-prompt';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { Textarea } from '../ui/textarea';
import { texts } from './texts';

interface PromptFormProps {
  /** Absent = a new one. */
  prompt?: SavedPrompt;
  /** Where a new one can be shared. */
  workspaces: { id: string; name: string }[];
  onDone: () => void;
}

const ONLY_ME = '';

/** Writes a prompt. */
export function PromptForm({ prompt, workspaces, onDone }: PromptFormProps) {
  const { busy, submit, faultAt, message } = useSubmit();

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const name = String(given.get('name')).trim();
    const body = { name, text: String(given.get('text')) };
    const workspaceId = String(given.get('workspace') ?? ONLY_ME);
    const shared = workspaceId === ONLY_ME ? {} : { workspaceId, visibility: 'workspace' };
    const saved = await submit(
      () => (prompt ? api('PATCH', `/prompts/${prompt.id}`, body) : api('POST', '/prompts', { ...body, ...shared })),
      texts.savedToast(name),
    );
    if (saved) onDone();
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-4 py-3">
      {message && <Notice tone="danger">{message}</Notice>}
      <Field label={texts.name} hint={texts.nameHint} error={faultAt('name')}>
        {(control) => <Input {...control} name="name" required maxLength={100} defaultValue={prompt?.name} autoFocus />}
      </Field>
      <Field label={texts.promptText} hint={texts.gapsHint} error={faultAt('text')}>
        {(control) => <Textarea {...control} name="text" rows={5} required defaultValue={prompt?.text} />}
      </Field>
      {!prompt && workspaces.length > 0 && (
        <Field label={texts.who} error={faultAt('workspaceId')}>
          {(control) => (
            <Select {...control} name="workspace" defaultValue={ONLY_ME}>
              <option value={ONLY_ME}>{texts.onlyMe}</option>
              {workspaces.map(({ id, name }) => (
                <option key={id} value={id}>
                  {texts.everybodyIn(name)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <div className="flex gap-2">
        <Button look="primary" type="submit" disabled={busy}>
          {texts.save}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
