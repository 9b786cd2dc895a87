import shipped from '../catalogue/servers.json';

interface ShippedPackage {
  identifier: string;
  version: string;
  integrity?: string;
}

/** The version of a package that the catalogue has; `null` = it does not have it. */
export function pinnedVersion(name: string): string | null {
  return shippedPackages().find(({ identifier }) => identifier === name)?.version ?? null;
}

/** What the catalogue says of the content of a version of a package; `null` = nothing. */
export function knownIntegrity(name: string, version: string): string | null {
  const known = shippedPackages().find((each) => each.identifier === name && each.version === version);
  return known?.integrity ?? null;
}

function shippedPackages(): ShippedPackage[] {
  return (shipped as { packages?: ShippedPackage[] }[]).flatMap(({ packages = [] }) => packages);
}
