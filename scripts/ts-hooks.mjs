/** Lets Node run the app's TypeScript as it stands: the `@/` alias, imports without extension, `server-only`. */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const EMPTY = pathToFileURL(`${root}scripts/test/empty-module.ts`).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'server-only') return { url: EMPTY, shortCircuit: true };
    const own = specifier.startsWith('@/') ? pathToFileURL(root + specifier.slice(2)).href : specifier;
    const local = own.startsWith('file:') || own.startsWith('.');
    if (local && !/\.(ts|mjs|js|json)$/.test(own)) {
      const url = new URL(`${own}.ts`, context.parentURL);
      if (existsSync(url)) return next(url.href, context);
    }
    return next(own, context);
  },
});
