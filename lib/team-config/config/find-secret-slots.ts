import 'server-only';
import { type Path, pathText } from './path-text';

/** A `${NAME}` of the text: it is never looked up on the server, a person fills it. */
export interface SecretSlot {
  /** Full path in the imported text. */
  key: string;
  name: string;
  /** Path in the imported team where `${NAME}` still stands; `null` when the team does not have this value. */
  in: string | null;
}

const SLOT = /\$\{([A-Za-z_]\w*)(?::?-[^}]*)?\}/g;

/** Every `${NAME}` in the values, in order, each only once a path. `known` names are no secrets. */
export function findSecretSlots(value: unknown, known: readonly string[] = []): Omit<SecretSlot, 'in'>[] {
  const slots: Omit<SecretSlot, 'in'>[] = [];
  const visit = (part: unknown, path: Path): void => {
    if (typeof part === 'string') {
      const names = new Set([...part.matchAll(SLOT)].map((match) => match[1] ?? ''));
      for (const name of names) if (!known.includes(name)) slots.push({ key: pathText(path), name });
    } else if (Array.isArray(part)) for (const [index, child] of part.entries()) visit(child, [...path, index]);
    else if (typeof part === 'object' && part !== null) {
      for (const [key, child] of Object.entries(part)) visit(child, [...path, key]);
    }
  };
  visit(value, []);
  return slots;
}
