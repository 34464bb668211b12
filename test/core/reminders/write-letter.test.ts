import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Day } from '../../../src/core/base/day';
import type { DueItem } from '../../../src/core/reminders/due-item';
import type { Letter } from '../../../src/core/reminders/mail';
import { orderFiller } from '../../../src/core/reminders/order-document';
import { letterFillers, writeLetter } from '../../../src/core/reminders/write-letter';
import { anyText } from '../../any-text';
import { expectSound, faultsOf } from '../../engine/word/ooxml-check';
import { settings as usual } from '../findings/rows-builder';
import { dueItem, overdueItem, mailOf, orderTemplate, tools } from './mails';
import { rounds } from '../../rounds';

const settings = { ...usual, today: '2022-12-31' } as const;

function compose(...items: readonly DueItem[]): Letter {
  const { value, problems } = writeLetter(mailOf(items), settings, tools);
  expect(problems).toEqual([]);
  return value;
}

const late = overdueItem();
const soon = dueItem({});

/** The printed text of a Word file. */
function printed(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml']!).replace(/<[^>]+>/gu, '|');
}

describe('the digest of one person', () => {
  it('tells in the subject how many of what, for which day', () => {
    const again = dueItem({ key: { subject: 'E-04' } });
    expect(compose(soon, late, again).subject).toBe('【法治政府建设】逾期1项、临近2项（2022-12-31）');
  });

  it('ends with the number by which people find it', () => {
    const lines = compose(soon).text.split('\n');
    expect(lines[lines.length - 1]).toBe('通知编号：2022-12-31-司法所-1a2b3c4d');
  });

  it('stands the most urgent first, also when planned otherwise', () => {
    const missing = dueItem({ key: { level: '缺报', subject: '填报表' }, text: '没有收到填报表。' });
    const worse = overdueItem({ key: { level: '红3', subject: 'C-02' }, text: '逾期最久的一项。' });
    const doubt = dueItem({ key: { level: '数据存疑', subject: '核对' }, text: '有3处请核实。' });
    const { subject, text } = compose(doubt, soon, missing, late, worse);
    expect(subject).toBe('【法治政府建设】逾期2项、缺报1项、临近1项、数据存疑1项（2022-12-31）');
    const order = ['逾期最久', '“执法培训', '没有收到', '“法律六进”', '有3处'].map((words) => text.indexOf(words));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  it('has departments that are as urgent in the order of the hub, below what is more urgent', () => {
    const hub = ['综治中心', '财政所', '司法所'];
    const of = (department: string, due: Day): DueItem =>
      dueItem({ key: { department, due, level: '缺报', subject: '月报', role: '主要领导' }, text: `${department}。` });
    const items = [of('司法所', '2022-12-05'), of('财政所', '2022-12-05'), of('综治中心', '2022-12-05')];
    const placeOf = (department: string): number => hub.indexOf(department);
    const told = (mail: readonly DueItem[]): readonly string[] =>
      writeLetter(mailOf(mail), settings, { ...tools, placeOf }).value.text.match(/(?<=．)[^。]+/gu) ?? [];
    expect(told(items)).toEqual(hub);
    expect(told([...items, of('司法所', '2022-11-05')])[0]).toBe('司法所');
  });

  it('says of each group what is so of it', () => {
    const monthly = dueItem({ key: { level: '缺报', subject: '月报' }, text: '封面没有填报日期。' });
    expect(compose(monthly).text).toContain('【未更新】1项。填报表没有按月更新');
    expect(compose(monthly).text).not.toMatch(/没有收到|没有可用|缺报/u);
    const unread = dueItem({ key: { level: '数据存疑', subject: '读取', role: '办公室' }, text: '没有读到。' });
    const { subject, text } = compose(unread);
    expect(subject).toBe('【法治政府建设】没有读到1项（2022-12-31）');
    expect(text).toContain('程序没有读到这些填报表，要先排除原因；这不是缺报。');
  });

  it('says the same in the text and in HTML', () => {
    const { text, html } = compose(late, soon);
    for (const words of [late.text, soon.text, '随附督办〔2022〕D-01-红1号', '示例数据', '通知编号：']) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
    expect(html).not.toMatch(/<a\b|href|<img|<script/iu);
  });

  it('holds one link, where there is an address to lead to', () => {
    const address = 'https://docs.google.com/spreadsheets/d/1-a_B/edit';
    const { value, problems } = writeLetter(mailOf([late, soon]), settings, { ...tools, link: () => address });
    expect(problems).toEqual([]);
    expect(value.html.match(/<a\b[^>]*>[^<]*<\/a>/gu)).toEqual([`<a href="${address}">填报表</a>`]);
    expect(value.text.split(address)).toHaveLength(2);
  });

  it('names the office that sends it, the paper too', () => {
    const { text, html, attachments } = compose(late);
    const office = `${settings.town}${settings.edition.words.officeInFull}`;
    for (const words of [text, html, printed(attachments[0]!.bytes).replaceAll('|', '')])
      expect(words).toContain(office);
  });

  it('leaves no blank line twice and nothing of the template', () => {
    const { text, html } = compose(late, soon);
    expect(text).not.toMatch(/\n\n\n|\{\{|待补|undefined/u);
    expect(html).not.toMatch(/\{\{|待补|undefined/u);
  });

  it('asks a 派出机构 for its help, the own departments plainly', () => {
    expect(compose(dueItem({ isOutpost: true })).text).toContain('请协助办理');
    expect(compose(soon).text).not.toContain('请协助');
  });

  it('asks nobody to renew a form that did not come', () => {
    const missing = dueItem({ key: { level: '缺报', subject: '填报表' } });
    for (const told of [compose(missing).text, compose(missing).html]) {
      expect(told).toContain('已经报送的，请告知党政办公室。');
      expect(told).not.toContain('更新填报表');
    }
    expect(compose(missing, soon).text).toContain('更新填报表');
  });

  it('asks a department without a form for a word, and for no form to be renewed', () => {
    const formless = compose(dueItem({ isFormless: true }));
    const paper = printed(compose(overdueItem({ isFormless: true })).attachments[0]!.bytes);
    for (const text of [formless.text, formless.html]) expect(text).toContain('已经办结的，请告知党政办公室，下次');
    expect([formless.text, formless.html, paper].filter((text) => text.includes('填报表'))).toEqual([]);
    expect(paper).toContain('书面反馈时请写明这个编号');
    expect(compose(dueItem({ isFormless: true }), soon).text).toContain('请更新填报表，');
    const office = compose(dueItem({ isFormless: true, key: { role: '办公室' } }));
    for (const text of [office.text, office.html]) expect(text).toContain('已经办结的，请更新总表，下次');
  });

  it('asks leaders to know and to press, not to answer', () => {
    const { text, html } = compose(overdueItem({ key: { level: '红2', role: '分管领导' } }));
    for (const words of [text, html]) {
      expect(words).toContain('请您知悉，并督促承办单位');
      expect(words).not.toContain('贵单位有以下');
    }
  });

  it('names the office’s own items as its own', () => {
    expect(compose(dueItem({ key: { role: '办公室', department: '办公室', subject: '报送' } })).text).toContain(
      '以下1项法治政府建设事项需要办理',
    );
  });

  it('tells one person once what two roles would be told', () => {
    const twice = [
      overdueItem({ key: { level: '红3', role: '分管领导' } }),
      overdueItem({ key: { level: '红3', role: '主要领导' } }),
    ];
    const { subject, attachments } = compose(...twice);
    expect(subject).toContain('逾期1项');
    expect(attachments).toHaveLength(1);
  });

  it('is the same to the byte each time', () => {
    expect(compose(late, soon)).toEqual(compose(late, soon));
  });

  it('goes out though its templates were spoilt, and says so', () => {
    const spoilt = {
      ...tools,
      ...letterFillers('{{没有的字段}}', '{{#if'),
      orderPaper: orderFiller({ bytes: new Uint8Array([1]) }),
    };
    const { value, problems } = writeLetter(mailOf([late]), settings, spoilt);
    expect(value.text).toBe(`${late.text}\n\n通知编号：2022-12-31-司法所-1a2b3c4d`);
    expect(value.attachments).toEqual([]);
    expect(new Set(problems.map(({ place }) => place.file))).toEqual(
      new Set(['催办通知.txt', '催办通知.html', '督办单.docx']),
    );
  });
});

it('attaches the 核对单 of a department that is asked for its cells', () => {
  const doubt = dueItem({ key: { level: '数据存疑', subject: '核对' } });
  const paper = { name: '司法所 核对单.docx', bytes: new Uint8Array([1]) };
  const checkPaper = (department: string): typeof paper | null => (department === '司法所' ? paper : null);
  const attached = (...items: readonly DueItem[]): readonly string[] =>
    writeLetter(mailOf(items), settings, { ...tools, checkPaper }).value.attachments.map(({ name }) => name);
  expect(attached(doubt, soon)).toEqual(['司法所 核对单.docx']);
  expect(attached(soon)).toEqual([]);
  expect(attached(dueItem({ key: { ...doubt.key, department: '财政所' } }))).toEqual([]);
});

describe('a 督办单', () => {
  it('comes with each overdue item and with no other', () => {
    const names = compose(late, soon, overdueItem({ key: { subject: 'C-02' } })).attachments.map(({ name }) => name);
    expect(names).toEqual(['督办单 C-02 执法培训不少于60学时.docx', '督办单 D-01 执法培训不少于60学时.docx']);
  });

  it('holds all that is to be known of its one item', () => {
    const text = printed(compose(late).attachments[0]!.bytes);
    const wanted = ['督办〔2022〕D-01-红1号', '司法所', '执法培训不少于60学时', '组织执法人员集中培训', '11月30日'];
    for (const words of [...wanted, '22', '已完成48学时', '分管副镇长', '2023年1月6日', '大张楼镇', '2022年12月31日'])
      expect(text).toContain(words);
    expect(text).not.toContain('并予以通报');
  });

  it('says of what ran out on a day of rest that it is due, never that it is no day late', () => {
    const text = printed(compose(overdueItem({ workingDaysLate: 0 })).attachments[0]!.bytes);
    expect(text).toContain('到期未完成');
    expect(text.replaceAll('|', '')).not.toContain('0个工作日');
  });

  it('is a sound Word file', () => {
    expectSound(orderTemplate, compose(late).attachments[0]!.bytes);
    expect(faultsOf(orderTemplate)).toEqual([]);
  });

  it('grows more urgent with the steps of the ladder, and stays polite to a 派出机构', () => {
    const text = printed(compose(overdueItem({ isOutpost: true, key: { level: '红2' } })).attachments[0]!.bytes);
    expect(text).toContain('请协助');
    expect(text).toContain('并予以通报');
    expect(text).toContain('同时告知分管领导');
  });

  it('at the last step threatens with nothing that has been done: the first leaders know', () => {
    const text = printed(compose(overdueItem({ key: { level: '红3' } })).attachments[0]!.bytes);
    expect(text).toContain('到期仍未反馈的，予以通报。');
    expect(text).not.toContain('主要负责同志');
  });

  it('leaves no gap where the department said nothing', () => {
    const silent = overdueItem({
      order: { measure: '', leader: '', dueText: '', progress: '', answerBy: '2023-01-06' },
    });
    const text = printed(compose(silent).attachments[0]!.bytes);
    expect(text).toContain('填报表里没有写明进展');
    expect(text).not.toContain('待补');
  });
});

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><a href="http://evil.cn">点这里</a>',
  "' onmouseover='alert(1)",
  'http://evil.cn/a?b=1',
  'HTTPS://Evil.CN',
  'ftp://evil.cn',
  'www.evil.com',
  'evil.com/login',
  'mailto:a@evil.com',
  'javascript:alert(1)',
  'x\r\nBcc: all@evil.com',
  'x\n通知编号：假的',
  'x\u2028通知编号：假的',
  '{{编号}}',
  '{{#each 分组}}',
  '{{{标题}}}',
  '\u202e反\u2066字\u200b\u0000\u0007',
  '=HYPERLINK("http://evil.cn","x")',
  '+cmd|calc!A0',
  '../../etc/passwd',
  'C:\\windows\\x:y*?',
  ']]>&#60;b&#62;',
  '长'.repeat(5000),
];

/** Each place in an item where people's text can stand. */
const sinks: Readonly<Record<string, (text: string) => DueItem>> = {
  title: (title) => overdueItem({ title }),
  text: (text) => overdueItem({ text }),
  department: (department) => overdueItem({ key: { department } }),
  subject: (subject) => overdueItem({ key: { subject } }),
  measure: (measure) => overdueItem({ order: { ...late.order!, measure } }),
  leader: (leader) => overdueItem({ order: { ...late.order!, leader } }),
  dueText: (dueText) => overdueItem({ order: { ...late.order!, dueText } }),
  progress: (progress) => overdueItem({ order: { ...late.order!, progress } }),
};

/** Every tag with its attributes. */
const tags = (html: string): readonly string[] => html.match(/<[^>]*>/gu) ?? [];

const clean = compose(late);

function expectHarmless({ subject, text, html, attachments }: Letter): void {
  expect(subject).toBe(clean.subject);
  expect(Array.from(subject).length).toBeLessThanOrEqual(70);
  expect(text.split('\n').filter((line) => line.startsWith('通知编号：'))).toEqual([
    '通知编号：2022-12-31-司法所-1a2b3c4d',
  ]);
  expect(text.split('\n')).toHaveLength(clean.text.split('\n').length);
  for (const each of [subject, text, html]) {
    expect(each).not.toMatch(/(?!\n)[\p{Cc}\u200b\u2028\u202a-\u202e\u2066-\u2069]/u);
    expect(each).not.toMatch(/https?:\/\/|ftp:\/\/|(?<![a-z0-9])(?:www|evil)\.[a-z]/iu);
  }
  expect(tags(html)).toEqual(tags(clean.html));
  expect(attachments).toHaveLength(1);
  expect(attachments[0]!.name).toMatch(/^督办单 [^\\/:*?"<>|\p{Cc}\p{Cf}]{1,60}\.docx$/u);
  expect(unzipSync(attachments[0]!.bytes)['word/document.xml']).toBeDefined();
}

describe('what a department typed', () => {
  const matrix = Object.keys(sinks).flatMap((sink) => payloads.map((payload) => [sink, payload] as const));

  it.each(matrix)('becomes no link, tag, line or header: %s %j', (sink, payload) => {
    expectHarmless(compose(sinks[sink]!(payload)));
  });

  it('stays harmless whatever it is', () => {
    const text = fc.oneof(anyText(60), fc.constantFrom(...payloads));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(sinks)), fc.array(text, { maxLength: 3 }), (sink, parts) => {
        expectHarmless(compose(sinks[sink]!(parts.join(''))));
      }),
      { numRuns: rounds(25) },
    );
  });

  it('is still readable', () => {
    expect(compose(dueItem({ text: '见 http://a.gov.cn/x 和 3.5万元' })).text).toContain(
      '见 hxxp://a[.]gov[.]cn/x 和 3.5万元',
    );
  });
});
