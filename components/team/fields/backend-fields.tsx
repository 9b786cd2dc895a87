'use client';
import type { ModelChoice } from '@/lib/browser/team/model-choice';
import { modelHint } from '@/lib/browser/team/model-hint';
import { type BackendDraft, withKey } from '@/lib/browser/team/team-draft';
import type { BackendInfo } from '@/lib/browser/team/use-backends';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { Select } from '../../ui/select';
import { SuggestInput } from '../../ui/suggest-input';
import { BackendIndicator } from './backend-indicator';
import { type MessageAt, ParamFields } from './param-fields';
import { texts } from './texts';

interface BackendFieldsProps {
  /** Whose it is, for example “agent A”. */
  of: string;
  backend: BackendDraft;
  /** Path of the backend in the team, for example `agents[0].backend`. */
  path: string;
  backends: BackendInfo[] | null;
  /** What can be asked now, also at addresses of its own; `null` = not known yet. */
  choices: ModelChoice[] | null;
  faultAt: MessageAt;
  warningAt: MessageAt;
  onChange: (backend: BackendDraft) => void;
}

/** Which model answers: cells of the grid around them. */
export function BackendFields({
  of,
  backend,
  path,
  backends,
  choices,
  faultAt,
  warningAt,
  onChange,
}: BackendFieldsProps) {
  const info = backends?.find((entry) => entry.type === backend.type);
  const known = backends?.length ? backends : [];
  // A type that this server does not have must stay visible, or the first one of the list would seem to be chosen.
  const types = info ? known : [{ type: backend.type, label: backend.type || texts.chooseBackend }, ...known];
  const simulated = info?.simulation ?? backend.type === 'demo';
  const served = (choices ?? []).filter(({ type, baseUrl }) => type === backend.type && baseUrl === backend.baseUrl);
  const suggestions = backend.baseUrl
    ? served.map(({ model, note }) => ({ value: model, note }))
    : (info?.models ?? []).map((model) => ({ value: model, note: modelHint(model, info) }));
  const asksServer = info ? info.fields.baseUrl !== null : !simulated;

  return (
    <>
      <Field label={texts.backend} error={faultAt(`${path}.type`)}>
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
        label={texts.model}
        hint={simulated ? texts.roleHint : modelHint(backend.model, info)}
        error={faultAt(`${path}.model`)}
      >
        {(control) => (
          <SuggestInput
            {...control}
            suggestions={suggestions}
            value={backend.model ?? ''}
            onChange={(model) => onChange(withKey(backend, 'model', model))}
          />
        )}
      </Field>
      {asksServer && (
        <Field label={texts.baseUrl} hint={texts.baseUrlHint} error={faultAt(`${path}.baseUrl`)}>
          {(control) => (
            <Input
              {...control}
              type="url"
              placeholder={info?.fields.baseUrl ?? texts.baseUrlExample}
              value={backend.baseUrl ?? ''}
              onChange={(event) => onChange(withKey(backend, 'baseUrl', event.target.value))}
            />
          )}
        </Field>
      )}
      {asksServer && (
        <Field label={texts.contextWindow} hint={texts.contextWindowHint} error={faultAt(`${path}.contextWindow`)}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={backend.contextWindow ?? ''}
              onChange={(event) => {
                const digits = event.target.value.replace(/\D/g, '');
                onChange(withKey(backend, 'contextWindow', digits === '' ? undefined : Number(digits)));
              }}
            />
          )}
        </Field>
      )}
      {asksServer && (
        <Field label={texts.tools} hint={texts.toolsHint} error={faultAt(`${path}.tools`)}>
          {(control) => (
            <Select
              {...control}
              value={backend.tools ?? 'auto'}
              onChange={({ target: { value } }) =>
                onChange(withKey(backend, 'tools', value === 'auto' ? undefined : value))
              }
            >
              <option value="auto">{texts.toolsAuto}</option>
              <option value="text">{texts.toolsText}</option>
            </Select>
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
