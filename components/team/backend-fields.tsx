'use client';
import { useId } from 'react';
import { modelHint } from '@/lib/client/model-hint';
import { type BackendDraft, withKey } from '@/lib/client/team-draft';
import type { BackendInfo } from '@/lib/client/use-backends';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Select } from '../ui/select';
import { BackendIndicator } from './backend-indicator';
import { type MessageAt, ParamFields } from './param-fields';

interface BackendFieldsProps {
  /** Whose it is, for example “agent A”. */
  of: string;
  backend: BackendDraft;
  /** Path of the backend in the team, for example `agents[0].backend`. */
  path: string;
  backends: BackendInfo[] | null;
  faultAt: MessageAt;
  warningAt: MessageAt;
  onChange: (backend: BackendDraft) => void;
}

/** Which model answers: cells of the grid around them. */
export function BackendFields({ of, backend, path, backends, faultAt, warningAt, onChange }: BackendFieldsProps) {
  const listId = useId();
  const info = backends?.find((entry) => entry.type === backend.type);
  const known = backends?.length ? backends : [];
  // A type that this server does not have must stay visible, or the first one of the list would seem to be chosen.
  const types = info ? known : [{ type: backend.type, label: backend.type || 'Choose a backend' }, ...known];
  const simulated = backend.type === 'demo';

  return (
    <>
      <Field label="Backend" error={faultAt(`${path}.type`)}>
        {(control) => (
          <>
            <Select {...control} value={backend.type} onChange={(event) => onChange({ type: event.target.value })}>
              {types.map((entry) => (
                <option key={entry.type} value={entry.type}>
                  {entry.label}
                </option>
              ))}
            </Select>
            {/* Of another address than its usual one nothing is known before it is asked. */}
            {!backend.baseUrl && <BackendIndicator backend={info} />}
          </>
        )}
      </Field>
      <Field
        label="Model"
        hint={
          simulated
            ? 'A role of the simulation; leave empty for the next free one.'
            : modelHint(backend.model, info?.catalogue)
        }
        error={faultAt(`${path}.model`)}
      >
        {(control) => (
          <>
            <Input
              {...control}
              list={listId}
              value={backend.model ?? ''}
              onChange={(event) => onChange(withKey(backend, 'model', event.target.value))}
            />
            <datalist id={listId}>
              {info?.models.map((model) => (
                <option key={model} value={model} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      {!simulated && (
        <Field label="Base URL" hint="Empty = the provider’s own." error={faultAt(`${path}.baseUrl`)}>
          {(control) => (
            <Input
              {...control}
              type="url"
              placeholder="https://…/v1"
              value={backend.baseUrl ?? ''}
              onChange={(event) => onChange(withKey(backend, 'baseUrl', event.target.value))}
            />
          )}
        </Field>
      )}
      <ParamFields
        // Another backend has parameters of its own.
        key={backend.type}
        of={of}
        params={backend.params ?? {}}
        path={`${path}.params`}
        known={info?.params ?? []}
        faultAt={faultAt}
        warningAt={warningAt}
        onChange={(params) => onChange(withKey(backend, 'params', Object.keys(params).length > 0 ? params : undefined))}
      />
    </>
  );
}
