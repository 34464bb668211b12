/** The mail server of a person: kept for their eyes alone, and never in a workspace. */
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MailSettings } from '../../../src/contract/schedule';
import {
  forgetMailSettings,
  isSettings,
  keepMailSettings,
  keptMailRoute,
  keptMailSettings,
} from '../../../src/local/schedule/mail-settings';
import { trialAnswer } from '../../../src/local/schedule/trial-mail';
import { freshFolder, removeFolders } from '../../workspace/run-command';

const settings: MailSettings = {
  host: 'smtp.example.cn',
  port: 465,
  secure: true,
  from: 'fzb@example.cn',
  user: 'fzb@example.cn',
  password: '授权码 123',
};

let home: string;
beforeEach(() => {
  home = join(freshFolder(), 'settings');
  process.env.NIANBAO_HOME = home;
});
afterAll(() => {
  delete process.env.NIANBAO_HOME;
  removeFolders();
});

it('keeps them in one file that only this person can read, and forgets them', () => {
  expect(keptMailSettings()).toBeNull();
  expect(keptMailRoute().server).toBeNull();
  keepMailSettings(settings);
  expect(readdirSync(home)).toEqual(['mail.json']);
  if (process.platform !== 'win32') expect(statSync(join(home, 'mail.json')).mode & 0o777).toBe(0o600);
  expect(keptMailRoute()).toMatchObject({
    from: 'fzb@example.cn',
    server: {
      host: 'smtp.example.cn',
      port: 465,
      secure: true,
      login: { user: 'fzb@example.cn', password: '授权码 123' },
    },
  });
  forgetMailSettings();
  expect(keptMailSettings()).toBeNull();
});

it('takes an empty password for the one it has, for the same user and server only', () => {
  keepMailSettings(settings);
  keepMailSettings({ ...settings, port: 994, password: '' });
  expect(keptMailSettings()).toMatchObject({ port: 994, password: '授权码 123' });
  expect(() => {
    keepMailSettings({ ...settings, host: 'smtp.other.cn', password: '' });
  }).toThrow('用户名和密码只有一个');
  expect(() => {
    keepMailSettings({ ...settings, user: 'other@example.cn', password: '' });
  }).toThrow('用户名和密码只有一个');
  keepMailSettings({ ...settings, password: '新的' });
  expect(keptMailSettings()?.password).toBe('新的');
  expect(readFileSync(join(home, 'mail.json'), 'utf8')).not.toContain('other');
});

it('refuses what cannot be a server, a port or an address, and says nothing of the password', () => {
  for (const [wrong, told] of [
    [{ host: 'smtp.example.cn/x' }, '不是服务器的名字'],
    [{ host: '' }, '不是服务器的名字'],
    [{ port: 0 }, '端口应为'],
    [{ port: 465.5 }, '端口应为'],
    [{ from: '司法所' }, '不是发件邮箱'],
  ] as const) {
    expect(() => {
      keepMailSettings({ ...settings, ...wrong });
    }).toThrow(told);
  }
  expect(keptMailSettings()).toBeNull();
});

it('stops at a damaged file, so that mails do not go another way in silence', () => {
  keepMailSettings(settings);
  writeFileSync(join(home, 'mail.json'), '{"host":');
  expect(() => keptMailRoute()).toThrow('已损坏');
  keepMailSettings(settings);
  expect(keptMailRoute().from).toBe('fzb@example.cn');
});

it('says of a try what the clerk can do next', () => {
  expect(trialAnswer({ outcome: 'sent', why: '250 OK' }, 'a@b.cn')).toBe(
    '试发给 a@b.cn：服务器收下了。请看信箱里有没有，没有的看垃圾邮件。',
  );
  expect(trialAnswer({ outcome: 'unavailable', why: '没有登录成功（535）' }, 'a@b.cn')).toBe(
    '试发给 a@b.cn：没有发出。没有登录成功（535）',
  );
  expect(trialAnswer(null, 'a@b.cn')).toBe('试发给 a@b.cn：没有发出');
});

it('does not take what it cannot read for nothing: mails would go another way in silence', () => {
  mkdirSync(join(home, 'mail.json'), { recursive: true });
  expect(() => keptMailRoute()).toThrow(`无法读取 mail.json：它是文件夹，不是文件，请改名或移走后再试（${home}）`);
});

it('has the form of settings only with each part, each of its kind', () => {
  expect(isSettings(settings)).toBe(true);
  for (const key of Object.keys(settings) as (keyof MailSettings)[]) {
    expect([key, isSettings({ ...settings, [key]: undefined })]).toEqual([key, false]);
    expect([key, isSettings({ ...settings, [key]: [settings[key]] })]).toEqual([key, false]);
  }
  expect([null, 'x', 1, undefined].filter(isSettings)).toEqual([]);
});
