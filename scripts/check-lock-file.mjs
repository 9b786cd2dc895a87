/**
 * Fails when package-lock.json lacks a package that another one names as optional: a platform's binary that the registry did not
 * have when the lock file was written. `npm install` accepts that, `npm ci` refuses the whole file.
 */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

let missing = 0;
for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const name of Object.keys(optionalDependencies)) {
    if (packages[`node_modules/${name}`] || packages[`${path}/node_modules/${name}`]) continue;
    console.error(`${path || 'package.json'} names ${name}, which package-lock.json does not have.`);
    missing += 1;
  }
}
if (missing > 0) console.error('Pin a version whose platform packages are all published, then run npm install.');
process.exit(missing > 0 ? 1 : 0);
