/** Which cells are mailboxes, and what is said of the others without repeating them. */
import fc from 'fast-check';
import { maskedCell, maskedMailbox, readMailbox } from '../../../src/core/reminders/mailbox';
import { hash } from './ledger-builder';
import { rounds } from '../../rounds';

describe('a mailbox', () => {
  it.each([
    ['sfs@town.example', 'sfs@town.example'],
    [' SFS@Town.example\n', 'sfs@town.example'],
    ['a.b-c_d+e%f@x-1.y.example', 'a.b-c_d+e%f@x-1.y.example'],
    [`a@${'b'.repeat(249)}.cn`, `a@${'b'.repeat(249)}.cn`],
  ])('%j is %s', (typed, address) => {
    expect(readMailbox(typed, [])).toEqual({ address });
  });

  it.each([
    ['b＠x.cn', '“@”是全角', '把“＠”改为半角“@”'],
    ['b@x.cn。', '末尾多了标点', '去掉末尾的标点'],
    ['b@x.cn;', '末尾多了标点', '去掉末尾的标点'],
    ['b @x.cn', '中间有空格', '去掉空格'],
    ['b＠x.cn。', '“@”是全角，末尾多了标点', '把“＠”改为半角“@”，去掉末尾的标点'],
    ['a@x.cn,b@x.cn', '不止一个', '只填一个'],
    ['a@x.cn；b@x.cn', '不止一个', '只填一个'],
    ['a@x.cn b@x.cn', '不止一个', '只填一个'],
    ['"evil@x.cn x"@y.cn', '引号', '只写地址本身'],
    ['李某<a@x.cn>', '引号', '只写地址本身'],
    ['a@x.cn\r\nBcc: e@x.cn', '换行', '一行'],
    ['张三', '不是邮箱地址', 'office@example.cn'],
    ['13800001111', '电话', '邮箱地址'],
    ['+86 138-0000-1111', '电话', '邮箱地址'],
    ['138-0000-1111 转李', '不是邮箱地址', 'office@example.cn'],
    ['b@x.cn 13800001111', '中间有空格', '去掉空格'],
    ['ｓｆｓ@x.cn', '全角', '半角'],
    ['张三@x.cn', '汉字', '半角'],
    ['a..b@x.cn', '写法', 'office@example.cn'],
    ['-oX@x.cn', '写法', 'office@example.cn'],
    ['a@x', '写法', 'office@example.cn'],
    ['a@x.c', '写法', 'office@example.cn'],
    ['a@x.cn1', '写法', 'office@example.cn'],
    ['a@-x.cn', '写法', 'office@example.cn'],
    [`${'a'.repeat(65)}@x.cn`, '写法', 'office@example.cn'],
    [`a@${'b'.repeat(250)}.cn`, '写法', 'office@example.cn'],
  ])('%j is none, and its fault is named', (typed, problem, suggestion) => {
    const read = readMailbox(typed, []);
    expect(read).toEqual({
      problem: expect.stringContaining(problem) as string,
      suggestion: expect.stringContaining(suggestion) as string,
    });
  });

  it('must be in an allowed domain or below it', () => {
    const domains = ['jn.gov.cn', '@town.example'];
    expect(readMailbox('a@jn.gov.cn', domains)).toHaveProperty('address');
    expect(readMailbox('a@b.jn.gov.cn', domains)).toHaveProperty('address');
    expect(readMailbox('a@town.example', domains)).toHaveProperty('address');
    expect(readMailbox('a@xjn.gov.cn', domains)).toEqual({
      problem: '邮箱的域名不在允许之列',
      suggestion: '请换一个邮箱，或者在“设置”的“邮箱域名”里加上它的域名',
    });
    expect(readMailbox('a@x.cn', ['', '@'])).toHaveProperty('address');
    expect(readMailbox('a@jn.gov.cn.evil.example', domains)).toHaveProperty('problem');
  });

  it('is one plain ASCII address or none, whatever is typed', () => {
    const part = fc.constantFrom(
      'a',
      'sfs',
      '@',
      '＠',
      '.',
      'x.cn',
      ' ',
      '\n',
      ',',
      '；',
      '"',
      '<',
      '张',
      '-',
      '\u202e',
      '\0',
      '1',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
        const typed = parts.join('');
        const read = readMailbox(typed, []);
        if ('address' in read) {
          expect(read.address).toMatch(/^[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,}$/u);
          expect(typed.trim().toLowerCase()).toBe(read.address);
        } else expect(read.problem).not.toBe('');
      }),
      { numRuns: rounds(2000) },
    );
  });
});

describe('what is shown of a mailbox', () => {
  it('is its first letters and digits of its hash', () => {
    expect(maskedMailbox('sfs@town.example', hash)).toMatch(/^sf\*\*\*@\*\*\* #[0-9a-f]{6}$/u);
    expect(maskedMailbox('ab@town.example', hash)).toMatch(/^a\*\*\*@\*\*\* #/u);
    expect(maskedMailbox('ab@town.example', hash)).not.toBe(maskedMailbox('ac@town.example', hash));
  });

  it('is never a number or a name in full', () => {
    expect(maskedCell('13800001111')).toBe('13***');
    expect(maskedCell(' 张三 ')).toBe('张三***');
    expect(maskedCell(' ')).toBe('');
    expect(maskedMailbox('abc@town.example', hash)).toMatch(/^ab\*\*\*@/u);
  });
});
