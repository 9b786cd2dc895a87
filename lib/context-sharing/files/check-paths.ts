/**
 * Why files of these paths cannot be written below one folder, or `null`: a path that leads out of it, one that is there twice, or one
 * below another, which would be written through whatever the other is.
 */
export function checkPaths(paths: string[]): string | null {
  const all = new Set<string>();
  for (const path of paths) {
    const isRelative = path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
    if (!isRelative || path.includes('\0')) return `${JSON.stringify(path)} is no path inside of a folder`;
    if (all.has(path)) return `${JSON.stringify(path)} is there twice`;
    all.add(path);
  }
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (all.has(path.slice(0, end))) return `${JSON.stringify(path)} would be below another file`;
    }
  }
  return null;
}
