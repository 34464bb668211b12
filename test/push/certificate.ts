/** A certificate for Google's names, signed by an authority that is made for one test and trusted by nobody else. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathOfTool } from '../tools';

export interface Certificate {
  /** PEM texts of the server. */
  readonly key: string;
  readonly cert: string;
  /** The file a child process must trust: NODE_EXTRA_CA_CERTS. */
  readonly authorityFile: string;
}

/** Makes key, certificate and authority in the folder by openssl. */
export function makeCertificate(folder: string): Certificate {
  const inFolder = (name: string): string => join(folder, name);
  const openssl = (...args: readonly string[]): void => {
    execFileSync(pathOfTool('openssl'), args, { cwd: folder, stdio: 'pipe' });
  };
  const newKey = (file: string): readonly string[] => [
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', file],
  ];
  writeFileSync(inFolder('names.txt'), 'subjectAltName=DNS:*.googleapis.com\n');
  openssl(
    'req',
    '-x509',
    ...newKey('authority.key'),
    '-out',
    'authority.pem',
    '-days',
    '2',
    '-subj',
    '/CN=test authority',
  );
  openssl('req', '-new', ...newKey('server.key'), '-out', 'server.csr', '-subj', '/CN=test server');
  openssl(
    ...['x509', '-req', '-in', 'server.csr', '-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial'],
    ...['-days', '2', '-extfile', 'names.txt', '-out', 'server.pem'],
  );
  const text = (name: string): string => readFileSync(inFolder(name), 'utf8');
  return { key: text('server.key'), cert: text('server.pem'), authorityFile: inFolder('authority.pem') };
}
