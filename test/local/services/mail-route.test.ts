/** Which servers a mail may go to without encryption and without a certificate: those on this computer, and no name that looks so. */
import { mailRoute, outboxRoute, smtpRoute } from '../../../src/local/services/mail-route';

const settings = {
  host: 'smtp.example.cn',
  port: 465,
  secure: true,
  from: 'fzb@example.cn',
  user: 'fzb@example.cn',
  password: '123',
};

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.9.10.255', true],
  ['::1', true],
  ['localhost.example.cn', false],
  ['mail.localhost', false],
  ['127.0.0.1.example.cn', false],
  ['10.127.0.0.1', false],
  ['128.0.0.1', false],
  ['127.0.1', false],
  ['2001::1', false],
  ['::1:2', false],
  ['10.0.0.1', false],
])('of %s, that it is this computer is %s', (host, isLoopback) => {
  expect(smtpRoute({ ...settings, host }).server).toEqual({
    host,
    port: 465,
    secure: true,
    isLoopback,
    login: { user: 'fzb@example.cn', password: '123' },
  });
});

it.each([
  [{ port: 1 }, ''],
  [{ port: 65_535 }, ''],
  [{ host: 'a'.repeat(253) }, ''],
  [{ user: '', password: '' }, ''],
  [{ port: 0 }, '端口应为 1 至 65535 之间的数，如 465'],
  [{ port: 65_536 }, '端口应为 1 至 65535 之间的数，如 465'],
  [{ port: 25.5 }, '端口应为 1 至 65535 之间的数，如 465'],
  [{ port: NaN }, '端口应为 1 至 65535 之间的数，如 465'],
  [{ host: '' }, '“”不是服务器的名字，应如 smtp.example.cn'],
  [{ host: 'a'.repeat(254) }, '不是服务器的名字'],
  [{ host: 'smtp.example.cn/x' }, '“smtp.example.cn/x”不是服务器的名字'],
  [{ host: '邮件' }, '“邮件”不是服务器的名字'],
  [{ from: '办 fzb@example.cn' }, '“办 fzb@example.cn”不是发件邮箱，应如 fzb@example.cn'],
  [{ from: 'fzb@example.cn>' }, '不是发件邮箱'],
  [{ from: 'fzb@example' }, '不是发件邮箱'],
  [{ from: `${'a'.repeat(65)}@example.cn` }, '不是发件邮箱'],
  [{ user: '' }, '用户名和密码只有一个，请两个都填'],
  [{ password: '' }, '用户名和密码只有一个，请两个都填'],
])('with %j: %s', (more, told) => {
  const thrown = (): string => {
    try {
      smtpRoute({ ...settings, ...more });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(told === '' ? thrown() : thrown().includes(told)).toBe(told === '' ? '' : true);
});

const environment = { NIANBAO_SMTP_FROM: 'fzb@example.cn' };
const form = '--smtp 应写成 smtps://服务器:465 或 smtp://服务器:587（后者必须支持加密）';

it.each([
  ['smtps://mail.example', 465, true],
  ['smtps://mail.example/', 465, true],
  ['smtps://mail.example:994', 994, true],
  ['smtp://mail.example', 587, false],
  ['smtp://mail.example:25', 25, false],
])('%s is port %i, encrypted from the first byte: %s, and without a login where none is given', (url, port, secure) => {
  const server = { host: 'mail.example', port, secure, isLoopback: false, login: null };
  expect(mailRoute(url, environment)).toEqual({ server, from: 'fzb@example.cn' });
});

it('a login comes from the environment, and without an option mails are files', () => {
  const login = { NIANBAO_SMTP_USER: 'x', NIANBAO_SMTP_PASSWORD: 'y' };
  expect(mailRoute('smtps://mail.example', { ...environment, ...login }).server?.login).toEqual({
    user: 'x',
    password: 'y',
  });
  expect(mailRoute(undefined, { ...environment, ...login })).toBe(outboxRoute);
});

it.each([
  ['mail.example:465', {}, form],
  ['xsmtps://mail.example', {}, form],
  ['smtps://', {}, form],
  ['smtps://mail.example/box', {}, form],
  ['smtps://mail.example?x=1', {}, form],
  ['smtps://mail.example#x', {}, form],
  ['smtps://mail.example:99999', {}, form],
  ['smtps://x@mail.example', {}, '用户名和密码不要写在命令行里'],
  ['smtps://:secret@mail.example', {}, '用户名和密码不要写在命令行里'],
  ['smtps://mail.example', { NIANBAO_SMTP_FROM: '' }, '请先把发件邮箱放在环境变量 NIANBAO_SMTP_FROM'],
  ['smtps://mail.example', { NIANBAO_SMTP_FROM: '办<a@x.cn>' }, 'NIANBAO_SMTP_FROM'],
  ['smtps://mail.example', { NIANBAO_SMTP_USER: 'x' }, '只有一个，请两个都设好'],
  ['smtps://mail.example', { NIANBAO_SMTP_PASSWORD: 'y' }, '只有一个，请两个都设好'],
])('%s with %j is refused', (url, more, told) => {
  expect(() => mailRoute(url, { ...environment, ...more })).toThrow(told);
});
