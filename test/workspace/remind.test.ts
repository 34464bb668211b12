/** nianbao remind and ledger, as a clerk uses them: nothing twice, nothing lost in silence, nothing sent by a damaged ledger. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { editPart, inventory, renameSheet } from './damage';
import { ledgerOrder, remindOrder } from '../../src/local/command/options';
import { openFolder } from '../faults/office-store';
import { makeSmallOffice } from '../faults/small-office';
import { clockOn, environmentOn } from '../on-day';
import {
  asItsOwn,
  command,
  copyOfExample,
  freshFolder,
  removeFolders,
  root,
  run,
  runOn,
  type Run,
} from './run-command';
import { strFromU8, unzipSync } from 'fflate';
import { longIt } from '../long';

afterAll(removeFolders);

const workingDay = '2022-12-30';
const journal = '.nianbao/催办流水.txt';

/** The names of the files in 发件箱, without hidden ones. */
function outbox(folder: string): string[] {
  return readdirSync(join(folder, '发件箱'))
    .filter((name) => !name.startsWith('.'))
    .sort();
}

function remind(folder: string, ...more: readonly string[]): Run {
  return runOn(workingDay, 'remind', folder, ...more);
}

/** The number of the worksheet whose text holds the header 收件角色. */
function ledgerPart(folder: string): string {
  const parts = unzipSync(readFileSync(join(folder, '结果.xlsx')));
  const [name] = Object.entries(parts).find(
    ([part, bytes]) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(part) && strFromU8(bytes).includes('催办记录'),
  ) ?? [''];
  if (name !== '') return name;
  const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  const titles = [...book.matchAll(/<sheet [^>]*name="([^"]*)"/gu)].map(([, title]) => title);
  return `xl/worksheets/sheet${String(titles.indexOf('催办记录') + 1)}.xml`;
}

/** An office that has reminded once on the working day; copied by each test. */
let reminded: string;
let first: Run;
/** A small one, before and after it has reminded on its day: for what does not ask what is in it. */
let small: string;
let smallReminded: string;
beforeAll(async () => {
  reminded = copyOfExample('dazhanglou-2022');
  first = remind(reminded);
  small = freshFolder();
  await makeSmallOffice(small);
  smallReminded = copyOf(small);
  here(smallReminded, 'remind', remindOrder({ 'as-of': smallDay }));
});

function copyOf(folder: string): string {
  const copy = freshFolder();
  cpSync(folder, copy, { recursive: true });
  return asItsOwn(copy);
}

function copyOfReminded(): string {
  return copyOf(reminded);
}

const smallDay = '2022-12-22';

/** What the job answers when it is run in this process by the same host and with the order of the command line. */
function here(folder: string, job: string, order: object = {}): { readonly exit: number; readonly text: string } {
  const clock = 'asOf' in order && typeof order.asOf === 'string' ? { clock: clockOn(order.asOf) } : {};
  const host = openFolder(folder, { progress: () => undefined, ...clock });
  return host.run('runJob', job, JSON.stringify(order)) as { exit: number; text: string };
}

describe('looking first', () => {
  it('shows every overdue task with its 督办单 and the whole text on a rest day, and writes nothing', () => {
    const folder = copyOfExample('dazhanglou-2022');
    const before = inventory(folder);
    const { exit, out } = run('remind', folder, '--dry-run', '--as-of', '2022-12-31');
    expect(exit).toBe(0);
    expect(out).toContain('这一天是休息日，不发送，下一个工作日 2023年1月3日 再运行。以下是到时要发的内容。');
    expect(out).toContain('按上限和配额，一天还可以发 80 封。');
    for (const id of ['C-02', 'C-03', 'D-01', 'E-05']) {
      expect(out).toMatch(new RegExp(`^附件：.*督办单 ${id} `, 'mu'));
    }
    // It is due on the day, and so not late.
    expect(out).not.toContain('督办单 D-04');
    expect(out).toContain('司法所：贵单位牵头的“执法培训不少于60学时”（D-01）完成时限为2022年11月30日');
    expect(out).toMatch(/^通知编号：2022-12-31-司法所-[0-9a-f]{8}$/mu);
    expect(inventory(folder)).toEqual(before);
    expect(existsSync(join(folder, '.nianbao'))).toBe(false);
  });

  longIt('gives programs the plan as JSON', () => {
    const { out } = run('remind', copyOfReminded(), '--dry-run', '--as-of', '2023-01-03', '--json');
    const { details } = JSON.parse(out) as { details: { mails: { fate: string; items: object[] }[]; left: number } };
    expect(details).toMatchObject({ dryRun: true, day: '2023-01-03', restUntil: null, channel: '发件箱', left: 80 });
    expect(details.mails.flatMap(({ fate, items }) => items.map(() => fate))).toEqual(['planned']);
    expect(details.mails[0]?.items).toMatchObject([{ subject: 'D-04', level: '红1', role: '承办单位' }]);
  });
});

describe('sending', () => {
  it('puts one complete mail for each person into 发件箱', async () => {
    expect(first.exit).toBe(0);
    expect(first.out).toContain(
      `已写入发件箱（5 封，尚未发出）：${join(reminded, '发件箱')}。催办记录：已写入发件箱 12。`,
    );
    const names = outbox(reminded);
    expect(names).toHaveLength(5);
    for (const name of names) {
      const mail = await simpleParser(readFileSync(join(reminded, '发件箱', name)));
      expect(`${mail.text?.trim().split('\n').pop()?.replace('通知编号：', '') ?? ''}.eml`).toBe(name);
      expect(mail.subject).toMatch(/^【法治政府建设】.*（2022-12-30）$/u);
      expect(JSON.stringify(mail.to)).toContain('@dazhanglou.example');
      expect(mail.attachments.every(({ content }) => content.subarray(0, 2).toString() === 'PK')).toBe(true);
    }
  });

  longIt('sends nothing on a day years away from the report’s year until a person confirms that year', () => {
    const folder = copyOf(small);
    const far = runOn('2030-06-03', 'remind', folder);
    expect(far.exit).toBe(2);
    expect(far.out + far.progress).toContain('隔得太远');
    expect(outbox(folder)).toEqual([]);
    expect(runOn('2030-06-03', 'remind', folder, '--year', '2029').exit).toBe(2);
    expect(outbox(folder)).toEqual([]);
    expect(runOn('2030-06-03', 'remind', folder, '--dry-run').out).toContain('确实要发送时加 --year 2022');
    expect(runOn('2030-06-03', 'remind', folder, '--year', '2022').exit).not.toBe(2);
    expect(outbox(folder).length).toBeGreaterThan(0);
  });

  it('tells nobody twice, on the same day or the next working day', () => {
    const folder = copyOfReminded();
    expect(here(folder, 'remind', remindOrder({ 'as-of': '2022-12-30' })).text).toContain('没有要催办的事项。');
    const next = here(folder, 'remind', remindOrder({ 'as-of': '2023-01-03' }));
    expect(next.text).toContain('已写入发件箱（1 封，尚未发出）');
    expect(outbox(folder).filter((name) => name.startsWith('2023'))).toEqual([
      expect.stringContaining('2023-01-03-财政所-'),
    ]);
  });

  longIt('waits on a rest day', () => {
    const folder = copyOfExample('dazhanglou-2022');
    const { exit, out } = runOn('2022-12-31', 'remind', folder);
    expect(exit).toBe(0);
    expect(out).toContain('黄 财政所 D-04（承办单位）：休息日，下一个工作日发');
    expect(outbox(folder)).toEqual([]);
    expect(runOn('2023-01-03', 'remind', folder).out).toContain('已写入发件箱（5 封，尚未发出）');
  });

  longIt('shows no address in full anywhere but in the mails', () => {
    const address = /[\w.+-]+@[\w-]+\.[\w.]+/u;
    expect(first.out).not.toMatch(address);
    expect(first.progress).not.toMatch(address);
    expect(run('ledger', reminded, '--all', '--json').out).not.toMatch(address);
    expect(readFileSync(join(reminded, '.nianbao/properties.json'), 'utf8')).not.toMatch(address);
    for (const bytes of Object.values(unzipSync(readFileSync(join(reminded, '结果.xlsx'))))) {
      expect(strFromU8(bytes)).not.toMatch(/@(?:dazhanglou|example)/u);
    }
  });

  longIt('and check leave each other’s sheets alone, whichever comes first', () => {
    const folder = copyOfReminded();
    expect(here(folder, 'check').exit).toBe(0);
    expect(here(folder, 'ledger', ledgerOrder({})).text).toContain('催办记录：已写入发件箱 12\n');
    expect(here(folder, 'remind', remindOrder({ 'as-of': '2022-12-30' })).text).toContain('没有要催办的事项。');
  });
});

describe('what was written into 发件箱', () => {
  longIt('and taken away without a word is asked for by each run, and written again only when a person says so', () => {
    const folder = copyOf(smallReminded);
    const before = outbox(folder);
    const [mail = ''] = before.map((name) => name.replace('.eml', ''));
    rmSync(join(folder, '发件箱', `${mail}.eml`));
    const again = here(folder, 'remind', remindOrder({ 'as-of': smallDay }));
    expect(again.text).toMatch(new RegExp(`^  ${mail} .*，文件已不在发件箱$`, 'mu'));
    expect(again.text.match(/文件已不在发件箱/gu)).toHaveLength(1);
    expect(outbox(folder)).toEqual(before.slice(1));
    const asked = `有 1 封通知的文件不在 ${join(folder, '发件箱')} 里了，也没有登记已发，如 ${mail}`;
    for (const text of [again.text, here(folder, 'check', { asOf: smallDay }).text]) expect(text).toContain(asked);
    here(folder, 'ledger', ledgerOrder({ settle: `${mail}=未发` }));
    expect(here(folder, 'remind', remindOrder({ 'as-of': smallDay })).text).not.toContain('不在发件箱');
    expect(outbox(folder)).toHaveLength(before.length);
  });

  longIt('is no mail that was sent until a person says so, and is told again after two working days', () => {
    const folder = copyOf(smallReminded);
    const [mail = '', other = ''] = outbox(folder).map((name) => name.replace('.eml', ''));
    const later = here(folder, 'remind', { ...remindOrder({ 'as-of': '2023-01-06' }), dryRun: true });
    expect(later.text).toContain('已满两个工作日');
    expect(later.text).toContain(`以前已写入发件箱（${String(outbox(folder).length)} 封，尚未发出）`);
    const checked = here(folder, 'check', { asOf: '2023-01-06' });
    expect(checked.text).toContain(`尚未发出）：${join(folder, '发件箱')}，已满两个工作日`);
    expect(here(folder, 'check', { asOf: smallDay }).text).not.toContain('已满两个工作日');
    expect(here(folder, 'ledger', ledgerOrder({ settle: `${mail}=未发` })).text).toContain('还在发件箱');
    expect(here(folder, 'ledger', ledgerOrder({ settle: `${mail}=已发` })).text).toContain(`已登记：${mail} 已发。`);
    mkdirSync(join(folder, '发件箱/已发'), { recursive: true });
    renameSync(join(folder, '发件箱', `${other}.eml`), join(folder, '发件箱/已发', `${other}.eml`));
    here(folder, 'remind', remindOrder({ 'as-of': smallDay }));
    const left = here(folder, 'ledger', ledgerOrder({})).text;
    expect(left).not.toContain(mail);
    expect(left).not.toContain(other);
    here(folder, 'ledger', ledgerOrder({ settle: '发件箱=已发' }));
    expect(here(folder, 'ledger', ledgerOrder({})).text).toBe('催办记录：待发 2、已发 4');
  });
});

describe('what was written into 发件箱 and is not where it was', () => {
  const numbers = (folder: string): readonly string[] => outbox(folder).map((name) => name.replace('.eml', ''));
  const settleAs = (folder: string, settle: string): string => here(folder, 'ledger', ledgerOrder({ settle })).text;
  const checkedLate = (folder: string): string => here(folder, 'check', { asOf: '2023-01-06' }).text;
  const move = (folder: string, mail: string): void => {
    mkdirSync(join(folder, '发件箱/已发'), { recursive: true });
    renameSync(join(folder, '发件箱', `${mail}.eml`), join(folder, '发件箱/已发', `${mail}.eml`));
  };

  it('is not written again while its file lies there, however the mail is named', () => {
    const folder = copyOf(smallReminded);
    const [mail = ''] = numbers(folder);
    const told = here(folder, 'ledger', ledgerOrder({ all: true })).text;
    const [, ...parts] = new RegExp(`${mail} (\\S+) (\\S+) (\\S+) (\\S+)（(\\S+?)）`, 'u').exec(told) ?? [];
    const [level, department, subject, due, role] = parts;
    const key = ['2022', department, subject, due, level, role].join('|');
    expect(settleAs(folder, '发件箱=未发')).toContain('还在发件箱');
    expect(settleAs(folder, `${key}=未发`)).toContain(`${mail} 的文件还在发件箱`);
    move(folder, mail);
    expect(settleAs(folder, `${mail}=未发`)).toContain('还在发件箱');
    rmSync(join(folder, '发件箱/已发', `${mail}.eml`));
    expect(settleAs(folder, `${mail}=未发`)).toContain(`已登记：${mail} 未发`);
    here(folder, 'remind', remindOrder({ 'as-of': smallDay }));
    expect(numbers(folder)).toContain(mail);
  });

  it('is open again where a person takes back that it was sent, and is written once', () => {
    const folder = copyOf(smallReminded);
    const before = numbers(folder);
    const [mail = '', other = ''] = before;
    expect(settleAs(folder, `${mail}=撤回`)).toContain('没有人工登记');
    settleAs(folder, `${mail}=已发`);
    expect(settleAs(folder, `${mail}=撤回`)).toContain(`已撤回登记：${mail} 现在是“已写入发件箱”`);
    expect(settleAs(folder, `${mail}=撤回`)).toContain('没有人工登记');
    expect(settleAs(folder, '发件箱=已发')).toContain('已发');
    rmSync(join(folder, '发件箱', `${other}.eml`));
    const back = settleAs(folder, '发件箱=撤回');
    expect(back).toContain(`${mail} 现在是“已写入发件箱”`);
    expect(back).toContain(`${other} 现在是“状态不明”`);
    expect(here(folder, 'ledger', ledgerOrder({})).exit).toBe(1);
    here(folder, 'remind', remindOrder({ 'as-of': smallDay }));
    expect(numbers(folder)).toEqual(before.filter((one) => one !== other));
    expect(settleAs(folder, `${mail}=未发`)).toContain('还在发件箱');
    settleAs(folder, `${other}=未发`);
    here(folder, 'remind', remindOrder({ 'as-of': smallDay }));
    expect(numbers(folder)).toEqual(before);
    move(folder, mail);
    here(folder, 'remind', remindOrder({ 'as-of': smallDay }));
    expect(settleAs(folder, `${mail}=撤回`)).toContain('先把文件移回发件箱');
    renameSync(join(folder, '发件箱/已发', `${mail}.eml`), join(folder, '发件箱', `${mail}.eml`));
    expect(settleAs(folder, `${mail}=撤回`)).toContain('现在是“已写入发件箱”');
  });

  longIt('was sent where it was moved to 已发, also for a check before the next run', () => {
    const folder = copyOf(smallReminded);
    const [mail = '', ...others] = numbers(folder);
    expect(checkedLate(folder)).toContain(`（${String(others.length + 1)} 封，尚未发出）`);
    move(folder, mail);
    expect(checkedLate(folder)).toContain(`（${String(others.length)} 封，尚未发出）`);
    expect(here(folder, 'ledger', ledgerOrder({})).text).not.toContain(mail);
    for (const other of others) move(folder, other);
    expect(checkedLate(folder)).not.toContain('尚未发出');
  });

  longIt('is asked for by the check also where no file is left', () => {
    const folder = copyOf(smallReminded);
    const all = numbers(folder);
    for (const mail of all) rmSync(join(folder, '发件箱', `${mail}.eml`));
    expect(checkedLate(folder)).toContain(`有 ${String(all.length)} 封通知的文件不在 `);
  });
});

describe('by a mail server', () => {
  longIt('each mail arrives once, and no secret is told', async () => {
    const folder = copyOf(small);
    const got = join(folder, 'got');
    const server = spawn(process.execPath, [join(root, 'test/local/mail-server.mjs'), got, 'secure', 'take']);
    const port = await new Promise<string>((told) => {
      server.stdout.once('data', (data: Buffer) => {
        told(String(data).trim());
      });
    });
    const secrets = {
      NIANBAO_SMTP_FROM: 'dzb@town.example',
      NIANBAO_SMTP_USER: 'tester',
      NIANBAO_SMTP_PASSWORD: 'secret',
    };
    const remindBySmtp = (): string => {
      const args = [command, 'remind', folder, '--smtp', `smtps://127.0.0.1:${port}`];
      const { stdout, stderr } = spawnSync(process.execPath, args, {
        encoding: 'utf8',
        env: { ...environmentOn(smallDay), ...secrets },
      });
      expect(stdout + stderr).not.toMatch(/secret|town\.example/u);
      return stdout;
    };
    expect(remindBySmtp()).toContain('已发 3 封。催办记录：待发 2、已发 4。');
    expect(remindBySmtp()).toContain('已发 0 封。');
    server.kill();
    expect(
      readdirSync(got)
        .map((name) => name.slice(2))
        .sort(),
    ).toEqual(['czs@town.example.eml', 'fg@town.example.eml', 'sfs@town.example.eml']);
    const orders = await Promise.all(
      readdirSync(got).map(async (name) => (await simpleParser(readFileSync(join(got, name)))).attachments.length),
    );
    expect(orders.sort()).toEqual([0, 1, 1]);
    expect(outbox(folder)).toEqual(['已发']);
  });

  it.each([
    [['--smtp', 'smtps://a:b@mail.example'], '不要写在命令行里'],
    [['--smtp', 'mail.example'], '--smtp 应写成'],
    [['--as-of', '12月30日'], '不是日期'],
  ])('%j is refused before anything is read', (options, text) => {
    const folder = copyOf(small);
    const before = inventory(folder);
    const { exit, out, progress } = run('remind', folder, ...options);
    expect([exit, inventory(folder)]).toEqual([2, before]);
    expect(out + progress).toContain(text);
  });
});

describe('a damaged ledger', () => {
  const line = (xml: string): RegExpExecArray => {
    const rows = /<row r="5"[\s\S]*?<\/row>/u.exec(xml);
    if (!rows) throw new Error('no line in the ledger');
    return rows;
  };
  const damages: Readonly<Record<string, (folder: string) => void>> = {
    'is gone with its workbook': (folder) => {
      rmSync(join(folder, '结果.xlsx'));
    },
    'was replaced by a check after the workbook was deleted': (folder) => {
      rmSync(join(folder, '结果.xlsx'));
      here(folder, 'check');
    },
    'lost a line': (folder) => {
      editPart(join(folder, '结果.xlsx'), ledgerPart(folder), (xml) => xml.replace(line(xml)[0], ''));
    },
    'has another state in a line': (folder) => {
      const queued = '<is><t>待发</t></is>';
      editPart(join(folder, '结果.xlsx'), ledgerPart(folder), (xml) =>
        xml.replace(line(xml)[0], (row) =>
          row.replace(/(<c r="A5"[^>]*?)(?: t="\w+")?>.*?<\/c>/u, `$1 t="inlineStr">${queued}</c>`),
        ),
      );
    },
    'lost its sheet': (folder) => {
      renameSheet(join(folder, '结果.xlsx'), '催办记录', '旧表');
    },
    'lost its seal': (folder) => {
      rmSync(join(folder, '.nianbao'), { recursive: true });
    },
    'lost its journal': (folder) => {
      rmSync(join(folder, journal));
    },
    'has another word in its journal': (folder) => {
      const text = readFileSync(join(folder, journal), 'utf8');
      writeFileSync(join(folder, journal), text.replace('"written"', '"queued"'));
    },
    'lost a line of its journal': (folder) => {
      const rows = readFileSync(join(folder, journal), 'utf8').split('\n');
      writeFileSync(join(folder, journal), rows.filter((_, index) => index !== 1).join('\n'));
    },
    'is gone, seal and all, while 发件箱 is full': (folder) => {
      rmSync(join(folder, '.nianbao'), { recursive: true });
      rmSync(join(folder, '结果.xlsx'));
    },
  };

  const quick = ['lost a line', 'lost its journal', 'is gone, seal and all, while 发件箱 is full'];
  const stops = 'that %s stops everything and is told with the way out';
  it.each(quick)(stops, isStopped);
  longIt.each(Object.keys(damages).filter((name) => !quick.includes(name)))(stops, isStopped);

  function isStopped(name: string): void {
    const folder = copyOf(smallReminded);
    damages[name]?.(folder);
    const before = inventory(folder);
    for (const { exit, text } of [
      here(folder, 'remind', remindOrder({ 'as-of': '2023-01-03' })),
      here(folder, 'ledger', ledgerOrder({})),
    ]) {
      expect(exit).toBe(2);
      expect(text).toContain('催办记录已损坏，没有发送任何邮件，什么都没有写。');
      expect(text).toContain('版本历史或备份');
      expect(text).toContain('nianbao ledger --accept');
    }
    expect(inventory(folder)).toEqual(before);
  }

  it('whose sheet alone is gone comes back from the journal when it is accepted, and nobody is asked anything', () => {
    const folder = copyOf(smallReminded);
    rmSync(join(folder, '结果.xlsx'));
    const accepted = here(folder, 'ledger', { ...ledgerOrder({ accept: true }), asOf: smallDay });
    expect([accepted.exit, accepted.text]).toEqual([0, expect.stringContaining('催办记录：待发 2、已写入发件箱 4')]);
    expect(here(folder, 'remind', remindOrder({ 'as-of': smallDay })).exit).toBe(0);
    expect(outbox(folder)).toEqual(outbox(smallReminded));
  });

  it('can be accepted: what is not in it is left to a person and not sent again', () => {
    const folder = copyOf(smallReminded);
    for (const name of ['结果.xlsx', '.nianbao']) rmSync(join(folder, name), { recursive: true });
    const mails = outbox(folder);
    const accepted = here(folder, 'ledger', { ...ledgerOrder({ accept: true }), asOf: smallDay });
    expect(accepted.exit).toBe(1);
    expect(accepted.text).toContain('状态不明');
    expect(here(folder, 'remind', remindOrder({ 'as-of': smallDay })).exit).toBe(1);
    expect(outbox(folder)).toEqual(mails);
    const number = /重建-\d{4}-\d\d-\d\d-司法所/u.exec(accepted.text)?.[0] ?? '';
    const settled = run('ledger', folder, '--settle', `${number}=已发`);
    expect(settled.out).toContain(`已登记：${number} 已发。`);
    expect(settled.out).not.toContain(`状态不明 ${number} `);
    expect(here(folder, 'ledger', ledgerOrder({ settle: `${number}=已发` })).exit).toBe(2);
  });
});

longIt(
  'ended by force at any moment, two at a time, it leaves no half mail, sends none twice and none too few',
  async () => {
    const folder = copyOf(small);
    const args = [command, 'remind', folder];
    const killedAfter = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, args, { stdio: 'ignore', env: environmentOn(smallDay) });
        setTimeout(() => child.kill('SIGKILL'), milliseconds);
        child.on('exit', () => {
          resolve();
        });
      });
    for (let pair = 0; pair < 6; pair += 1) {
      await Promise.all([killedAfter(300 + pair * 60), killedAfter(330 + pair * 80)]);
    }
    expect(here(folder, 'remind', remindOrder({ 'as-of': smallDay })).exit).toBe(0);
    expect(outbox(folder)).toEqual(outbox(smallReminded));
    for (const name of outbox(folder)) {
      const [mail, whole] = [folder, smallReminded].map((each) => readFileSync(join(each, '发件箱', name)));
      expect(mail?.equals(whole ?? Buffer.alloc(0))).toBe(true);
    }
    expect(readdirSync(join(folder, '发件箱')).filter((name) => name.startsWith('.~'))).toEqual([]);
    expect(here(folder, 'ledger', ledgerOrder({})).text).toContain('催办记录：待发 2、已写入发件箱 4\n');
  },
);
