'use client';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { Notice } from '../../ui/notice';
import { type ChainInfo, readJson } from './chain-info';
import { JsonField } from './json-field';
import { texts } from './texts';

const written = (value: object) => JSON.stringify(value, null, 2);
const EXAMPLE_INPUT = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] };
const EXAMPLE_STEPS = [{ server: '', tool: '', arguments: { text: { $from: 'input', pointer: '/text' } } }];

interface ChainFormProps {
  /** Absent = a new one. */
  chain?: ChainInfo;
  onDone: () => void;
}

/** A chain of calls, made or changed. */
export function ChainForm({ chain, onDone }: ChainFormProps) {
  const [name, setName] = useState(chain?.name ?? '');
  const [description, setDescription] = useState(chain?.description ?? '');
  const [schema, setSchema] = useState(written(chain?.inputSchema ?? EXAMPLE_INPUT));
  const [steps, setSteps] = useState(written(chain?.steps ?? EXAMPLE_STEPS));
  const [wrong, setWrong] = useState<'schema' | 'steps' | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { busy, submit, faultAt, faultsUnder, message } = useSubmit();

  async function save(event: FormEvent) {
    event.preventDefault();
    const [inputSchema, given] = [readJson(schema), readJson(steps)];
    const problem = inputSchema === undefined ? 'schema' : given === undefined ? 'steps' : null;
    setWrong(problem);
    if (problem) return;
    const body = { name, description, inputSchema, steps: given };
    const work = () =>
      chain
        ? api('PATCH', `/mcp/chains/${chain.id}`, { ...body, version: chain.version })
        : api('POST', '/mcp/chains', body);
    if (await submit(work, texts.saved(name))) onDone();
  }
  async function remove() {
    if (chain && (await submit(() => api('DELETE', `/mcp/chains/${chain.id}`), texts.removed(chain.name)))) onDone();
  }
  return (
    <form onSubmit={save} className="mt-3 flex flex-col gap-4">
      {message && <Notice tone="danger">{message}</Notice>}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={texts.name} hint={texts.nameHint} error={faultAt('name')}>
          {(control) => <Input {...control} required value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={texts.description} hint={texts.descriptionHint} error={faultAt('description')}>
          {(control) => (
            <Input {...control} value={description} onChange={(event) => setDescription(event.target.value)} />
          )}
        </Field>
      </div>
      <JsonField
        label={texts.inputSchema}
        error={wrong === 'schema' ? texts.notJson : faultsUnder('inputSchema')}
        rows={6}
        value={schema}
        onChange={setSchema}
      />
      <JsonField
        label={texts.stepsField}
        hint={texts.stepsHint}
        error={wrong === 'steps' ? texts.notJson : faultsUnder('steps')}
        rows={12}
        value={steps}
        onChange={setSteps}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={busy}>
          {texts.save}
        </Button>
        <Button disabled={busy} onClick={onDone}>
          {texts.close}
        </Button>
        {chain && (
          <Button look="danger" disabled={busy} onClick={() => setAsking(true)}>
            {texts.remove}
          </Button>
        )}
      </div>
      {chain && (
        <ConfirmDialog
          open={isAsking}
          title={texts.removeTitle(chain.name)}
          text={texts.removeText}
          action={texts.remove}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  );
}
