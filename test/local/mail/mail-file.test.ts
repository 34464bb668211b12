/** The bytes of a mail: those that the library makes of it. */
import fc from 'fast-check';
import { composed, makeMailFile, type LocalMail } from '../../../src/local/mail/mail-file';
import { rounds } from '../../rounds';

const line = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.constantFrom('催办通知：任务 D-01 逾期', 'plain words', '=3D\r\n'),
);
const name = fc.oneof(
  fc.constantFrom(
    '督办单 D-01 宪法宣誓.docx',
    'a.docx',
    '很长的名称'.repeat(30),
    'a;"b".docx',
    'Office paper 名称.docx',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '=?UTF-8?B?YQ==?= a.docx',
    "-'x'.docx",
    '-a.docx',
    'a\u0001b.docx',
    'a\nb.docx',
    '  .docx',
    'x'.repeat(90),
    '𠮷'.repeat(20),
  ),
);
const aMail: fc.Arbitrary<LocalMail> = fc.record({
  to: fc.constantFrom('a@town.example', 'b.c@town.example'),
  from: fc.constant('office@town.example'),
  name: fc.constantFrom('某镇司法所', 'Office', ''),
  replyTo: fc.constantFrom('', 'reply@town.example'),
  subject: fc.constantFrom('催办：3 项', 'plain'),
  text: fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n')),
  html: fc.oneof(
    fc.constant(''),
    fc.array(line, { maxLength: 100 }).map((texts) => texts.map((text) => `<p>${text}</p>`).join('\n')),
  ),
  date: fc.constant('2022-12-22T08:00:00+08:00'),
  isDraft: fc.boolean(),
  attachments: fc.array(
    fc.record({
      name,
      type: fc.constantFrom('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text/plain'),
      bytes: fc.uint8Array({ maxLength: 400 }),
    }),
    { maxLength: 4 },
  ),
});

it('is what the library makes of the mail, whatever its texts and attachments', async () => {
  await fc.assert(
    fc.asyncProperty(aMail, async (mail) => {
      const ours = makeMailFile(mail);
      expect(Buffer.from(ours).toString('latin1')).toBe((await composed(mail).compile().build()).toString('latin1'));
    }),
    { numRuns: rounds(400) },
  );
});

it('is what the library makes of papers whose names are nearly all letters, or none at all', async () => {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const names = ['a.docx', 'Office paper 名称.docx', '督办单.docx', 'Office 督办单督办单.docx', 'plain words.docx'];
  const mail: LocalMail = {
    ...{ to: 'a@town.example', from: 'office@town.example', name: '某镇', replyTo: '', subject: '催办', isDraft: true },
    ...{ text: '请办理。', html: '', date: '2022-12-22T08:00:00+08:00' },
    attachments: names.map((one) => ({ name: one, type, bytes: Buffer.from(one) })),
  };
  const ours = Buffer.from(makeMailFile(mail)).toString('latin1');
  expect(ours).toBe((await composed(mail).compile().build()).toString('latin1'));
  expect([ours.match(/^Content-Disposition/gmu)?.length, /^Reply-To/mu.test(ours)]).toEqual([5, false]);
});

it('is what the library makes of papers that begin alike', async () => {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const bytes = fc
    .tuple(fc.nat({ max: 400 }), fc.uint8Array({ maxLength: 120 }))
    .map(([length, rest]) => Uint8Array.from([...new Uint8Array(length).map((_, at) => at), ...rest]));
  const attachments = fc.array(
    bytes.map((each) => ({ name: 'a.docx', type, bytes: each })),
    { minLength: 3, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(aMail, attachments, async (mail, papers) => {
      const alike = { ...mail, attachments: papers };
      const ours = Buffer.from(makeMailFile(alike)).toString('latin1');
      expect(ours).toBe((await composed(alike).compile().build()).toString('latin1'));
    }),
    { numRuns: rounds(200) },
  );
});

it.each([
  [{ replyTo: '', html: '', isDraft: false }, []],
  [{ replyTo: 'reply@town.example', html: '', isDraft: false }, ['Reply-To: reply@town.example']],
  [{ replyTo: '', html: '<p>x</p>', isDraft: false }, ['text/html']],
  [{ replyTo: '', html: '', isDraft: true }, ['X-Unsent: 1']],
])('with %j a mail bears of these heads %j alone', (more, heads) => {
  const plain = { to: 'a@town.example', from: 'office@town.example', name: '', subject: 'x', text: 'x' };
  const bytes = makeMailFile({ ...plain, date: '2022-12-22T08:00:00+08:00', attachments: [], ...more });
  const found = Buffer.from(bytes)
    .toString('latin1')
    .match(/Reply-To:.*|X-Unsent:.*|text\/html/gu);
  expect((found ?? []).map((head) => head.trim())).toEqual(heads);
});
