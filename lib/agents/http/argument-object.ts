/** A tool call's arguments as the object that providers want back, also when the model wrote something else. */
export function argumentObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  return { unreadable: typeof value === 'string' ? value : JSON.stringify(value) };
}
