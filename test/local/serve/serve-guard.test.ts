/** Who gets an answer of the local server: only a page it served itself, under its own name, with the token of this start. */
import type { IncomingMessage } from 'node:http';
import { admittedPath, newToken, safeHeaders } from '../../../src/local/serve/serve-guard';

const token = newToken();
const own = { host: '127.0.0.1:8022', origin: 'http://127.0.0.1:8022', 'content-type': 'application/json' };

function admitted(method: string, url: string, headers: Readonly<Record<string, string | undefined>>): string | null {
  return admittedPath({ method, url, headers } as unknown as IncomingMessage, token, 8022);
}

it('a page of its own gets what it asks for and may send orders', () => {
  expect(admitted('GET', `/${token}/file?id=a`, { host: own.host })).toBe('file?id=a');
  expect(admitted('POST', `/${token}/run`, own)).toBe('run');
  expect(newToken()).not.toBe(token);
});

it.each([
  ['without the token', 'GET', '/', own],
  ['with another token of the same length', 'GET', `/${'x'.repeat(token.length)}/run`, own],
  ['with the beginning of the token', 'GET', `/${token.slice(1)}/run`, own],
  ['under another name', 'GET', `/${token}/run`, { ...own, host: 'evil.example:8022' }],
  ['at another port', 'GET', `/${token}/run`, { ...own, host: '127.0.0.1:8023' }],
  ['from a page elsewhere', 'POST', `/${token}/run`, { ...own, origin: 'http://evil.example' }],
  ['from no page', 'POST', `/${token}/run`, { ...own, origin: undefined }],
  ['as a form', 'POST', `/${token}/run`, { ...own, 'content-type': 'text/plain' }],
  ['by another method', 'PUT', `/${token}/run`, own],
])('who asks %s gets no answer', (_, method, url, headers) => {
  expect(admitted(method, url, headers)).toBeNull();
});

it('a token is long, of signs that an address may hold, and a part of it is none', () => {
  expect(token).toMatch(/^[\w-]{32}$/u);
  for (const part of [token.slice(0, -1), `${token}x`, ''])
    expect(admitted('GET', `/${part}/run`, { host: own.host })).toBeNull();
  expect(admitted('GET', `/${token}`, { host: own.host })).toBeNull();
  expect(admitted('GET', `/${token}/`, { host: own.host })).toBe('');
});

it('every answer keeps others out, and lets a page run its own script alone', () => {
  const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  const common = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
  expect(safeHeaders('text/plain')).toEqual({
    ...common,
    'Content-Type': 'text/plain',
    'Content-Security-Policy': policy,
  });
  expect(safeHeaders('text/html', 'abc')).toEqual({
    ...common,
    'Content-Type': 'text/html',
    'Content-Security-Policy': `${policy}; script-src 'nonce-abc'; style-src 'nonce-abc'; connect-src 'self'`,
  });
});
