/** A value with every `${NAME}` in its texts replaced by what a person has given for it; what nobody has given stays. */
export function fillSlots<T>(value: T, given: ReadonlyMap<string, string>): T {
  if (typeof value === 'string')
    return value.replace(/\$\{(\w+)\}/g, (slot, name: string) => given.get(name) || slot) as T;
  if (Array.isArray(value)) return value.map((item) => fillSlots(item, given)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillSlots(item, given)])) as T;
}
