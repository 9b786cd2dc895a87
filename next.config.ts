import type { NextConfig } from 'next';

const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  {
    key: 'Content-Security-Policy',
    value: "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  },
];

/**
 * What people upload may be a page or a program: in our origin nothing of it is run. Here, since these headers win over those of a route.
 */
const UPLOAD_HEADERS = [
  {
    key: 'Content-Security-Policy',
    value: "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  },
];

const config: NextConfig = {
  poweredByHeader: false,
  // Packages with native or WebAssembly parts are loaded by Node itself, not bundled.
  serverExternalPackages: [
    '@anthropic-ai/claude-agent-sdk',
    '@electric-sql/pglite',
    '@node-rs/argon2',
    'pg',
    'pg-boss',
    'pino',
  ],
  devIndicators: false,
  // A route's code is loaded when it is first asked for, not all of them at the start.
  experimental: { preloadEntriesOnStart: false },
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    { source: '/api/v1/attachments/:id/content', headers: UPLOAD_HEADERS },
  ],
};

export default config;
