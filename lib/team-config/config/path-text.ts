export type Path = readonly (string | number)[];

/** `agents[1].backend.model` for `['agents', 1, 'backend', 'model']`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text ? `${text}.${step}` : step;
  }, '');
}
