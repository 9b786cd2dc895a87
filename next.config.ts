import type { NextConfig } from 'next';

/** Of everything. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  // The microphone is for dictating a question.
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(self)' },
];

/** No answer of the API is a page. The policy of pages has a nonce: proxy.ts. */
const API_HEADERS = [
  {
    key: 'Content-Security-Policy',
    value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
];

/**
 * What people upload, and tools give, may be a page or a program: in our origin nothing of it is run. Here, since these headers win over those of a route.
 */
const UPLOAD_HEADERS = [
  {
    key: 'Content-Security-Policy',
    value: "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  },
];

/** What is behind links is neither found by search engines, nor named to other sites, nor kept. */
const SHARED_HEADERS = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
];

const config: NextConfig = {
  poweredByHeader: false,
  // Titles go with the head of a page and not behind it: what is not there is the same in every byte, however long it took to find that out.
  htmlLimitedBots: /.*/,
  // Packages with native or WebAssembly parts are loaded by Node itself, not bundled.
  serverExternalPackages: [
    '@anthropic-ai/claude-agent-sdk',
    '@electric-sql/pglite',
    '@modelcontextprotocol/client',
    '@modelcontextprotocol/server',
    '@node-rs/argon2',
    'nodemailer',
    'pg',
    'pg-boss',
    'pino',
  ],
  devIndicators: false,
  // What the reader of Markdown brings along and a browser does not need: two thirds of its weight.
  turbopack: {
    resolveAlias: {
      entities: { browser: './components/markdown/parse/in-browser/entities.ts' },
      'linkify-it': { browser: './components/markdown/parse/in-browser/linkify-it.ts' },
    },
  },
  experimental: {
    // A route's code is loaded when it is first asked for, not all of them at the start.
    preloadEntriesOnStart: false,
    // A page that asks for its next state while the server is away waits for it. Else the browser would load the address anew and end at its own page of errors.
    useOffline: true,
  },
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    { source: '/api/:path*', headers: API_HEADERS },
    { source: '/api/v1/attachments/:id/content', headers: UPLOAD_HEADERS },
    { source: '/api/v1/conversations/:id/export', headers: UPLOAD_HEADERS },
    { source: '/api/v1/runs/:id/results/:hash', headers: UPLOAD_HEADERS },
    { source: '/api/v1/shared/:token/runs/:id/files/:path*', headers: UPLOAD_HEADERS },
    { source: '/share/:path*', headers: SHARED_HEADERS },
    { source: '/api/v1/shared/:path*', headers: SHARED_HEADERS },
  ],
};

export default config;
