import { useState } from 'react';
import { CheckField } from '../ui/check-field';
import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';
import { texts } from './texts';

export type ModelsByBackend = Record<string, string[]>;

interface AllowedModelsProps {
  models: ModelsByBackend | undefined;
  /** Those that are allowed. */
  backends: { type: string; label: string }[];
  faultOf(type: string): string | undefined;
}

const PREFIX = 'models.';

/** By backend the models that are allowed, a field for each; no field where all of them are. */
export function AllowedModels({ models, backends, faultOf }: AllowedModelsProps) {
  const [all, setAll] = useState(models === undefined);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-medium text-sm">{texts.models}</legend>
      <CheckField label={texts.allModels} checked={all} onChange={setAll} />
      {!all && (
        <div className="flex flex-col gap-3 pl-6">
          <p className="text-muted text-xs">{texts.modelsHint}</p>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            {backends.map(({ type, label }) => (
              <Field key={type} label={texts.modelsOf(label)} error={faultOf(type)}>
                {(control) => (
                  <Textarea
                    {...control}
                    name={`${PREFIX}${type}`}
                    rows={2}
                    spellCheck={false}
                    autoCapitalize="off"
                    className="min-h-16 font-mono"
                    placeholder={texts.allOfThem}
                    defaultValue={models?.[type]?.join('\n') ?? ''}
                  />
                )}
              </Field>
            ))}
          </div>
        </div>
      )}
    </fieldset>
  );
}

/** What its fields say; `undefined` = all models of all backends. */
export function allowedModelsOf(form: FormData): ModelsByBackend | undefined {
  const named = [...form.entries()].flatMap(([name, value]) => {
    const ids = String(value)
      .split(/[\s,]+/)
      .filter(Boolean);
    return name.startsWith(PREFIX) && ids.length > 0 ? [[name.slice(PREFIX.length), ids] as const] : [];
  });
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}
