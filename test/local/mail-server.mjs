/**
 * A mail server on this computer for the tests, as a process of its own: its caller waits without turning.
 * Arguments: the folder for mails, `secure`, `old` (no TLS later than 1.1) or `plain`, and what it does with a mail (`take`, `refuse-receiver`,
 * `refuse-mail`, `refuse-sender`, `put-off`, `put-off-sender`, `leave`, `hang-up`, `hang-up-early`, or a number: what it says to the receiver). Prints its port; asks for the login tester / secret.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const [folder, tls, manner] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
/** As computers let them pass when such servers were set up. */
const anyCiphers = 'DEFAULT@SECLEVEL=0';

const server = new SMTPServer({
  secure: tls !== 'plain',
  disabledCommands: tls === 'plain' ? ['STARTTLS'] : [],
  ...(tls === 'old' ? { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: anyCiphers } : {}),
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, done) => {
    if (username === 'tester' && password === 'secret') done(null, { user: username });
    else done(new Error('bad login'));
  },
  onMailFrom: (_address, _session, done) => {
    const refusal = Object.assign(new Error('sender address not owned by user'), { responseCode: 553 });
    const later = Object.assign(new Error('try again later'), { responseCode: 450 });
    done(manner === 'refuse-sender' ? refusal : manner === 'put-off-sender' ? later : null);
  },
  onRcptTo: ({ address }, _session, done) => {
    if (manner === 'hang-up-early') for (const connection of server.connections) connection._socket.destroy();
    else if (/^\d{3}$/u.test(manner)) done(Object.assign(new Error('so it says'), { responseCode: Number(manner) }));
    else if (manner === 'leave') done(Object.assign(new Error('closing transmission channel'), { responseCode: 421 }));
    else if (manner === 'put-off') done(Object.assign(new Error('greylisted, try again later'), { responseCode: 450 }));
    else done(manner === 'refuse-receiver' ? new Error(`no such user <${address}>`) : null);
  },
  onData: (stream, session, done) => {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      if (manner === 'hang-up') {
        for (const connection of server.connections) connection._socket.destroy();
        return;
      }
      if (manner === 'refuse-mail') {
        done(Object.assign(new Error('spam'), { responseCode: 554 }));
        return;
      }
      const receivers = session.envelope.rcptTo.map(({ address }) => address).join();
      writeFileSync(join(folder, `${readdirSync(folder).length + 1} ${receivers}.eml`), Buffer.concat(parts));
      done();
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.server.address().port}\n`));
