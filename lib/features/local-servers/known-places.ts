/** A place where a program that serves models usually listens. */
export interface KnownPlace {
  label: string;
  port: number;
  /** The backend type that asks it. */
  backend: 'lmstudio' | 'openai_compatible';
}

/** On this machine. All of them also speak OpenAI's format, under `/v1`. */
export const KNOWN_PLACES: readonly KnownPlace[] = [
  { label: 'LM Studio', port: 1234, backend: 'lmstudio' },
  { label: 'Ollama', port: 11434, backend: 'openai_compatible' },
  { label: 'llama.cpp', port: 8080, backend: 'openai_compatible' },
  { label: 'vLLM', port: 8000, backend: 'openai_compatible' },
];

/** How a private origin is called, and by which backend it is asked. */
export function placeOf(origin: string): Pick<KnownPlace, 'label' | 'backend'> {
  const { host, port } = new URL(origin);
  return (
    KNOWN_PLACES.find((place) => String(place.port) === port) ?? { label: host, backend: 'openai_compatible' as const }
  );
}
