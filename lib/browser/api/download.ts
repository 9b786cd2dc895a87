/** Has the browser save what this address answers; the answer says under which name. */
export function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
