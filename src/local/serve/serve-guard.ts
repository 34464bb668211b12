/** Who may ask the local server: pages it served itself, on this computer, with the token of this start in their address. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A token nobody can guess, new at each start. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * The part of the address behind the token, or null for a request that gets no answer. The name of the host is checked
 * against pages elsewhere that let their own name point here, the origin against pages that send forms here.
 */
export function admittedPath(request: IncomingMessage, token: string, port: number): string | null {
  const host = `127.0.0.1:${String(port)}`;
  const { headers, method, url = '' } = request;
  if (headers.host !== host) return null;
  const [, given = '', rest] = /^\/([^/?]*)\/(.*)$/su.exec(url) ?? [];
  if (rest === undefined || !isSame(given, token)) return null;
  if (method === 'GET') return rest;
  const isOwn = headers.origin === `http://${host}` && headers['content-type'] === 'application/json';
  return method === 'POST' && isOwn ? rest : null;
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Headers of every answer: the page may load nothing, be framed by nobody, and tells its address to nobody. */
export function safeHeaders(type: string, nonce = ''): Record<string, string> {
  const own = nonce === '' ? '' : `; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'`;
  return {
    'Content-Type': type,
    'Content-Security-Policy': `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'${own}`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}
