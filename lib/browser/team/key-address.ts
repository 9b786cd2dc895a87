/** Where the key of a provider is stored: the form, with this provider chosen. */
export function keyAddress(provider?: string): string {
  return provider
    ? `/settings/models?key=${encodeURIComponent(provider)}#provider-keys`
    : '/settings/models#provider-keys';
}
