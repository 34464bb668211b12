/** Who gets an answer of the local server: only a page it served itself, under its own name, with the token of this start. */
import type { IncomingMessage } from 'node:http';
import { admittedPath, newToken } from '../../../src/local/serve/serve-guard';

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
