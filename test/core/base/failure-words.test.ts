/** Whose fault a failed read is: the words services and folders are reported to use, in both languages. */
import { Refusal } from '../../../src/core/base/refusal';
import {
  failureOf,
  failureWords,
  isLasting,
  isOutOfReach,
  lostLettersText,
} from '../../../src/core/base/failure-words';

const api = 'GoogleJsonResponseException: API call to sheets.spreadsheets.get failed with error: ';

describe('the service', () => {
  it.each([
    `${api}The service is currently unavailable.`,
    `${api}Empty response`,
    `${api}Internal error encountered.`,
    `${api}Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service`,
    `${api}User Rate Limit Exceeded`,
    `${api}Rate Limit Exceeded (403)`,
    `${api}Deadline exceeded`,
    `${api}Google Drive API has not been used in project 1234 before or it is disabled.`,
    'Exception: Service Spreadsheets timed out while accessing document with id 1AbC.',
    'Exception: Service Spreadsheets failed while accessing document with id 1AbC.',
    'Exception: Service invoked too many times for one day: spreadsheet.',
    "Exception: We're sorry, a server error occurred. Please wait a bit and try again.",
    'Exception: Address unavailable: https://www.googleapis.com',
    'Request failed for https://www.googleapis.com returned code 503. Truncated server response',
    'Exception: 很抱歉，服务器出错，请稍后再试。',
    'Exception: 当天调用服务的次数过多：spreadsheet。',
    'Exception: 服务超时：电子表格',
    'Exception: 超出了“Read requests”的配额',
    '高级服务 Google Sheets API 未启用，请在“服务”里添加',
    '无法读取 司法所.xlsx：磁盘或网络盘没有回应（ETIMEDOUT），请检查连接后再试',
    "TypeError: Cannot read properties of undefined (reading 'sheets')",
    'words that nobody has ever reported',
    '',
  ])('%s', (said) => {
    expect(failureOf(new Error(said), '司法所.xlsx').fault).toBe('service');
  });
});

describe('the right to see it', () => {
  it.each([
    `${api}Requested entity was not found.`,
    `${api}The caller does not have permission`,
    `${api}File not found: 1AbC.`,
    `${api}Request had insufficient authentication scopes.`,
    'Exception: You do not have permission to access the requested document.',
    'Exception: No item with the given ID could be found. Possibly because you have not edited this item',
    "Document 1AbC is missing (perhaps it was deleted, or you don't have read access?)",
    'Exception: 您没有访问所请求文档的权限。',
    'Exception: 找不到文件：1AbC',
    '无法读取 司法所.xlsx：没有权限，请修改权限后再试',
    '找不到 司法所.xlsx',
  ])('%s', (said) => {
    expect(failureOf(new Error(said), '司法所.xlsx').fault).toBe('access');
  });
});

describe('the file itself', () => {
  it.each([
    '已损坏：找不到工作表“任务进展”的内容，请重新复制',
    '已损坏：任务进展!B4 的内容在文件里找不到，请重新复制',
    '已损坏：一天内办结!B4 写了两次，请重新复制',
    '有 401 张工作表，没有读取，请删除多余的工作表',
  ])('which a refusal that begins with its name speaks of: %s', (said) => {
    expect(failureOf(new Refusal(`司法所.xlsx ${said}`), '司法所.xlsx').fault).toBe('file');
  });

  it.each([
    `${api}This operation is not supported for this document`,
    '司法所.xlsx 已损坏或没有传完，请重新复制或向提供文件的人重新索取',
    '司法所.xlsx 不是有效的 .xlsx 文件（可能是改了后缀的 .csv 或网页），请用 WPS/Excel 打开后另存为 .xlsx',
    '司法所.xlsx 已加密，请用 WPS/Excel 打开后取消密码再保存',
    '司法所.xlsx 设有打开密码，请用 WPS/Excel 打开后取消密码再保存',
    '司法所.xlsx 是空文件（0 字节），请重新复制或向提供文件的人重新索取',
    '司法所.xlsx 含有宏，没有读取，请用 WPS/Excel 另存为不含宏的 .xlsx',
    '司法所.xlsx 虽是压缩包，但不是 .xlsx 表格，请用 WPS/Excel 打开后另存为 .xlsx',
    '司法所.csv 的第503行超出每张表的大小，没有读取，请删除多余内容后再试',
    '司法所.xlsx 解压后大得不正常，没有读取，请把数据复制到新表格后再试',
    '无法读取 司法所.xlsx：文件正被 Excel/WPS 打开，请关闭后再试',
    '无法读取 司法所.xlsx：它是文件夹，不是文件，请改名或移走后再试',
    '无法读取 司法所.xlsx：它是指向工作文件夹以外的链接，没有打开，请把文件本身放进来',
    '文件编号无效 (invalid file id): 填报/司:法所.xlsx',
  ])('%s', (said) => {
    expect(failureOf(new Error(said), said.startsWith('司法所.csv') ? '司法所.csv' : '司法所.xlsx').fault).toBe('file');
  });
});

it('a file’s own name, and those of its sheets, say nothing of the kind', () => {
  const damaged = '服务器超时统计.xlsx 已损坏或没有传完，请重新索取（找不到工作表“配额权限”的内容）';
  expect(failureOf(new Error(damaged.replace('找不到', '缺少')), '服务器超时统计.xlsx').fault).toBe('file');
});

it('says why in Chinese, with the service’s own words behind it', () => {
  expect(failureOf(new Error(`${api}The caller does not have permission`)).why).toMatch(
    /^文件找不到或没有权限（.*permission）$/u,
  );
  expect(failureOf(new Error('司法所.xlsx 已加密，请取消密码。'), '司法所.xlsx').why).toBe(
    '司法所.xlsx 已加密，请取消密码',
  );
  const asked = ['Google Drive API has not been used in project 1234 before', 'Authorization is required to do that'];
  expect(asked.map((said) => failureOf(new Error(said)).why)).toEqual([
    `没有启用所需的 Google API（${asked[0] ?? ''}）`,
    `还没有授权（${asked[1] ?? ''}）`,
  ]);
  expect(failureOf(new Error('')).why).toBe('服务没有给出内容');
});

it.each<[string, lasting: boolean, outOfReach: boolean]>([
  ['File not found: 1AbC.', true, true],
  ['Unable to parse range: 核对', true, false],
  ['Service invoked too many times for one day: spreadsheet', true, false],
  ['Quota exceeded for read requests per minute', false, false],
  ['Empty response', false, false],
])('%s: a second try would end alike (%s), it is not there (%s)', (said, lasting, outOfReach) => {
  expect([isLasting(new Error(said)), isOutOfReach(new Error(said))]).toEqual([lasting, outOfReach]);
});

it('a refusal that only names the file, and an error that begins with it, are told by their words', () => {
  const name = '一天内.xlsx';
  expect(failureOf(new Refusal(`找不到 ${name}`), name).fault).toBe('access');
  expect(failureOf(new Error(`${name} 没有回应`), name).fault).toBe('service');
  expect(failureOf(new Refusal('没有权限')).fault).toBe('access');
});

it.each([
  ['Empty response.', '服务没有给出内容（Empty response）', '服务没有照办（Empty response）'],
  [
    'No permission for a.b.',
    '文件找不到或没有权限（No permission for a.b）',
    '没有权限，或者找不到（No permission for a.b）',
  ],
  ['Invalid range', '文件不能作为表格打开（Invalid range）', '服务不接受这个内容（Invalid range）'],
  ['磁盘没有回应。', '磁盘没有回应', '磁盘没有回应'],
])('%s is told of a file and of a call in words of ours', (said, ofFile, ofCall) => {
  expect([failureOf(new Error(said)).why, failureWords(new Error(said))]).toEqual([ofFile, ofCall]);
  expect(failureWords(new Refusal(said))).toBe(said);
});

it('of a table whose characters are lost one is shown with its place', () => {
  const rows = [['A-1'], ['12', ' ????????????? ']];
  expect(lostLettersText(rows, (cell) => cell)).toMatch(
    /^里的汉字都成了“\?”或乱码（如 B2 的“\?{11}…”），保存时已经丢失，没有读取，请/u,
  );
  expect(lostLettersText([['司法所', '??']], (cell) => cell)).toBeNull();
});
