import { isSection, type Section } from './import-reading';

/** `${NAME}`, `${NAME:-standard}`, `${env:NAME}`, `${input:id}`. */
const SLOT = /\$\{(?:(?:env|input):)?([^{}:]{1,200})(?::-([^}]{0,1000}))?\}/g;

export interface Slots {
  /** With `${NAME}` where something is to be filled in, and standard values where there are any. */
  text: string;
  names: string[];
}

/** Every way of writing a slot as one. Of `inputs` (VS Code) come standard values. */
export function readSlots(text: string, inputs: Section[] = []): Slots {
  const names: string[] = [];
  const filled = text.replace(SLOT, (_, name: string, standard: string | undefined) => {
    const input = inputs.find(({ id }) => id === name);
    const known = standard ?? (typeof input?.default === 'string' ? input.default : undefined);
    if (known !== undefined) return known;
    const slot = name.trim().replace(/[^\w]+/g, '_');
    if (!names.includes(slot)) names.push(slot);
    return `\${${slot}}`;
  });
  return { text: filled, names };
}

/** What VS Code asks people for: `inputs` of the file. */
export function inputsOf(file: Section): Section[] {
  return Array.isArray(file.inputs) ? file.inputs.filter(isSection) : [];
}

export function descriptionOf(name: string, inputs: Section[]): string | undefined {
  const input = inputs.find(({ id }) => typeof id === 'string' && id.replace(/[^\w]+/g, '_') === name);
  return typeof input?.description === 'string' ? input.description : undefined;
}
